"""What an ingest did, as data; `ingest.__main__` prints it."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class IngestReport:
    """Filled in as an ingest goes. Documents are named by id; `set_aside` maps file → reason;
    `stages` are seconds."""

    added: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    set_aside: dict[str, str] = field(default_factory=dict)
    unread_pages: dict[str, tuple[int, ...]] = field(default_factory=dict)
    documents: int = 0
    pages: int = 0
    passages: int = 0
    seconds: float = 0.0
    stages: dict[str, float] = field(
        default_factory=lambda: {"read": 0.0, "split": 0.0, "embed": 0.0, "store": 0.0}
    )

    def to_json(self) -> dict[str, object]:
        """The report as the `--report` file holds it."""
        return {
            "added": self.added,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "removed": self.removed,
            "set_aside": [{"file": f, "reason": r} for f, r in self.set_aside.items()],
            "unread_pages": {name: list(pages) for name, pages in self.unread_pages.items()},
            "documents": self.documents,
            "pages": self.pages,
            "passages": self.passages,
            "seconds": round(self.seconds, 3),
            "stages": {name: round(seconds, 3) for name, seconds in self.stages.items()},
        }
