"""How the tables of each committee paper and plan are laid out in its source text.

The texts give a table as loose lines, in half a dozen ways; these hints say which way.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

RowKind = Literal["tail_words", "tail_lines", "two_lines", "action", "pattern", "pairs"]

RAG = r"(BLUE(?: \(complete\))?|GREEN|AMBER|RED)"


@dataclass(frozen=True, slots=True)
class TableHint:
    """A table: its header cells as they stand in the source, and how a row is written.

    ``ends`` opens the first line after the table. ``values`` is how many cells follow the first.
    For an "action" table ``after_rag`` says whether the comment follows the rating.
    """

    header: tuple[str, ...]
    ends: str
    rows: RowKind
    values: int = 0
    pattern: str = ""
    after_rag: bool = True
    widths_cm: tuple[float, ...] = ()
    starts: str = ""


@dataclass(frozen=True, slots=True)
class PaperHint:
    """The tables of one paper, its lists of lines, and its page furniture."""

    tables: tuple[TableHint, ...] = ()
    line_lists: tuple[tuple[str, str], ...] = ()
    is_landscape: bool = False
    is_auto_numbered: bool = False
    titles: tuple[str, ...] = ()


_ACTION_WIDTHS = (1.4, 7.6, 4.6, 3.0, 2.2, 6.4)

PAPERS: dict[str, PaperHint] = {
    "harrowmere/07-committee-report": PaperHint(
        tables=(
            TableHint(
                ("Measure", "30 Sept 2021", "30 June 2022", "30 Sept 2022", "Target Mar 2023",
                 "Trend"),
                "4.2 ", "tail_words", 5, widths_cm=(6.4, 2.0, 2.0, 2.0, 2.1, 1.8),
            ),
            TableHint(
                ("Date", "Activity", "Focus"), "APPENDIX B", "pattern",
                pattern=r"(.+? 20\d\d) (Inspection|Monitoring visit \d(?: \(remote\))?|"
                r"Visits suspended) (.+)",
                widths_cm=(5.2, 5.2, 6.0),
            ),
        ),
    ),
    "harrowmere/08-minutes": PaperHint(is_auto_numbered=True),
    "harrowmere/10-improvement-plan": PaperHint(
        tables=(
            TableHint(("Ref", "Action", "Owner", "Due", "RAG", "Update"), "-----", "action",
                      widths_cm=_ACTION_WIDTHS),
            TableHint(("Indicator", "Baseline", "Latest (31 Dec 2022)", "Target", "By when"),
                      "Notes", "tail_lines", 4, widths_cm=(9.6, 4.6, 4.2, 3.0, 3.4)),
        ),
        line_lists=(("BLUE complete", "Summary at"),),
        is_landscape=True,
        titles=("HARROWMERE CHILDREN’S TRUST", "GETTING TO GOOD:"),
    ),
    "wessenshire/07-committee-report": PaperHint(
        tables=(
            TableHint(("Indicator", "31 Mar 2017", "31 Mar 2018", "Target 2018/19", "Direction"),
                      "5.1 ", "tail_lines", 4, widths_cm=(7.0, 2.3, 2.3, 2.4, 2.3)),
            TableHint((), "1 Mean number", "pairs", starts="Seventh monitoring visit",
                      widths_cm=(10.0, 6.3)),
        ),
    ),
    "wessenshire/08-minutes": PaperHint(
        line_lists=(("PRESENT", "19/18"),),
    ),
    "wessenshire/10-improvement-plan": PaperHint(
        tables=(
            TableHint(("Ref", "Action", "Owner", "By when", "RAG"), "Getting to Good v1.3",
                      "action", widths_cm=_ACTION_WIDTHS),
            TableHint(("Measure", "Baseline (31 December 2022)", "Target (31 March 2024)"),
                      "5. Resources", "tail_lines", 2, widths_cm=(12.0, 6.0, 6.0)),
        ),
        line_lists=(("Wessenshire Children’s Services", "1. Introduction"),),
        is_landscape=True,
        titles=("Wessenshire Children’s Services", "GETTING TO GOOD:"),
    ),
    "north-tarrow/07-committee-report": PaperHint(
        tables=(
            TableHint(("Measure", "Mar 2020", "Mar 2021", "Jul 2021", "Target"), "Appendix B –",
                      "two_lines", 4, widths_cm=(7.4, 2.2, 2.2, 2.2, 2.2)),
            TableHint(
                ("Service", "Host", "End date", "Position"), "Page 3 of 4", "pattern",
                pattern=r"(.+?) (South Tarrow|Regional agency|Shared) (.+?) (Notice given|"
                r"Dependent on Kestrel|In dispute|No change|Separate partnerships in place)",
                widths_cm=(5.0, 3.4, 4.2, 3.8),
            ),
        ),
        line_lists=(("North Tarrow Council", "1. Purpose"),),
        titles=("North Tarrow Council", "CHILDREN AND YOUNG PEOPLE"),
    ),
    "north-tarrow/08-minutes": PaperHint(
        line_lists=(("ACTIONS ARISING", "Chair …"),),
    ),
    "north-tarrow/10-improvement-plan": PaperHint(
        tables=(
            TableHint(("Ref", "Action", "Owner", "Due", "Progress", "RAG"), "Key: BLUE", "action",
                      after_rag=False, widths_cm=(1.4, 7.6, 4.6, 3.2, 5.6, 2.6)),
            TableHint(
                ("Indicator", "Baseline (30 June 2022)", "Latest (31 October 2022)",
                 "Target (December 2023)"),
                "Note on agency rate", "tail_words", 3, widths_cm=(10.0, 4.6, 4.6, 4.6),
            ),
        ),
        line_lists=(("North Tarrow Council", "1. Why"),),
        is_landscape=True,
        titles=("North Tarrow Council", "OUR NEXT CHAPTER", "Children’s Services Improvement Plan", "EXTRACT"),
    ),
}  # fmt: skip
