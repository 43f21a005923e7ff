"""Known facts: what is asked, what must be said, and where it stands in the documents.

A pack is a folder with `pack.yaml` (title, corpus root, the sha256 of each document),
`facts.jsonl` (one fact a line) and perhaps `proposed.jsonl` (the same, under review). Everything is checked here, at the edge, so that the rest of the
evals can trust what it is given.
"""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal, Self

import yaml
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)

from evals.errors import PackError

Filled = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Kind(StrEnum):
    """What sort of question a fact asks."""

    FACT = "fact"
    DATE = "date"
    NUMBER = "number"
    WHO = "who"
    LIST = "list"
    YES_NO = "yes_no"
    COMPARISON = "comparison"
    TIMELINE = "timeline"
    CONFLICT = "conflict"
    FOLLOWUP = "followup"
    DEFINITION = "definition"
    UNANSWERABLE = "unanswerable"
    OUT_OF_SCOPE = "out_of_scope"
    FALSE_PREMISE = "false_premise"
    INJECTION = "injection"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Nugget(_Strict):
    """One thing an answer must say (vital), may say, or must not say. Any alias says it as well."""

    text: Filled
    aliases: tuple[Filled, ...] = ()
    type: str | None = None
    vital: bool = True
    must_not: bool = False

    @model_validator(mode="after")
    def _not_both(self) -> Self:
        if self.must_not and self.vital and "vital" in self.model_fields_set:
            raise ValueError(f'the nugget "{self.text}" is both vital and must_not')
        return self

    @property
    def is_vital(self) -> bool:
        """True when an answer without it is not correct."""
        return self.vital and not self.must_not


class Gold(_Strict):
    """Where the answer stands: a quote on a page, or the first and last words of a stretch of it.

    `page` is 1-based, None where the document has no pages.
    """

    document: Filled
    page: Annotated[int, Field(ge=1)] | None = None
    quote: Filled | None = None
    first_words: Annotated[Filled | None, Field(alias="from")] = None
    last_words: Annotated[Filled | None, Field(alias="to")] = None

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        ends = (self.first_words is not None, self.last_words is not None)
        if ends not in ((True, True), (False, False)) or (self.quote is not None) == all(ends):
            raise ValueError('gold needs either "quote" or both "from" and "to"')
        return self


class Fact(_Strict):
    """A question with what is known about its answer."""

    id: Filled
    question: Filled
    kind: Kind
    history: tuple[Filled, ...] = ()
    as_of: date | None = None
    expected_status: Literal["answered", "unanswerable"]
    nuggets: tuple[Nugget, ...] = ()
    gold: tuple[Gold, ...] = ()
    forbidden_documents: tuple[Filled, ...] = ()
    council: str | None = None
    split: Literal["dev", "test"] = "dev"
    author: str | None = None
    state: Literal["candidate", "accepted", "rejected"] = "accepted"
    reviewed_by: str | None = None
    note: str | None = None

    @property
    def is_candidate(self) -> bool:
        """True while it waits for a reviewer; until then it counts for nothing."""
        return self.state == "candidate"

    @property
    def is_accepted(self) -> bool:
        """True for a fact that is asked in runs."""
        return self.state == "accepted"

    @property
    def is_answerable(self) -> bool:
        """True when the documents hold the answer."""
        return self.expected_status == "answered"


class _Described(_Strict):
    """Carries words for people beside what is used here; they are left alone."""

    model_config = ConfigDict(extra="ignore")


class PackDocument(_Described):
    """A document a pack speaks of: its id (the path below the corpus root) and its bytes' sha256."""

    path: Filled
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Manifest(_Described):
    """What `pack.yaml` says. `corpus_root` is relative to the pack; None: documents not shipped."""

    title: Filled
    corpus_root: str | None = None
    documents: Annotated[tuple[PackDocument, ...], Field(min_length=1)]


class Pack(_Strict):
    """A pack as loaded. `name` is its folder's name."""

    name: str
    folder: Path
    manifest: Manifest
    facts: tuple[Fact, ...]

    @property
    def may_be_quoted(self) -> bool:
        """False where the documents may not be redistributed, and so not quoted at length."""
        return self.manifest.corpus_root is not None

    @property
    def shipped_documents(self) -> Path | None:
        """The folder of its documents, or None where they are not shipped (or not yet made)."""
        root = self.manifest.corpus_root
        folder = self.folder / root if root else None
        return folder if folder is not None and folder.is_dir() and any(folder.iterdir()) else None


PROPOSED = "proposed.jsonl"
"""Facts that somebody proposed, in a pack's folder beside facts.jsonl, with their review state."""


def load_pack(folder: Path) -> Pack:
    """Read a pack, with what is proposed for it. Raises PackError, naming file and line, for
    anything malformed."""
    manifest = _manifest(folder / "pack.yaml")
    proposed = folder / PROPOSED
    facts = (
        *_facts(folder / "facts.jsonl"),
        *(_facts(proposed) if proposed.exists() else ()),
    )
    if not facts:
        raise PackError(f"{folder / 'facts.jsonl'} holds no facts.")
    return Pack(name=folder.resolve().name, folder=folder, manifest=manifest, facts=facts)


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise PackError(f"{file} does not exist: a pack needs pack.yaml and facts.jsonl.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise PackError(f"{file} cannot be read ({error}).") from error


def _manifest(file: Path) -> Manifest:
    try:
        return Manifest.model_validate(yaml.safe_load(_text(file)))
    except yaml.YAMLError as error:
        raise PackError(f"{file} is not YAML: {' '.join(str(error).split())}.") from error
    except ValidationError as error:
        raise PackError(f"{file}: {_first(error)}.") from error


def _facts(file: Path) -> list[Fact]:
    found = []
    for number, line in enumerate(_text(file).splitlines(), start=1):
        if not line.strip():
            continue
        try:
            found.append(Fact.model_validate_json(line))
        except ValidationError as error:
            raise PackError(f"{file}, line {number}: {_first(error)}.") from error
    return found


def _first(error: ValidationError) -> str:
    """The first complaint, in words, with how many more there are."""
    first, *others = error.errors(include_url=False)
    where = ".".join(str(part) for part in first["loc"])
    said = first["msg"].removeprefix("Value error, ").rstrip(".")
    more = f" (and {len(others)} more)" if others else ""
    return f"{where}: {said}{more}" if where else f"{said}{more}"
