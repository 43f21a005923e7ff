"""How cleanly reports are split: no running line in a passage, every numbered paragraph there, whole
sentences over page breaks.

`python -m benchmarks.splitting --corpus DIR [--sample FILE]` prints counts and exceptions. FILE
receives 200 sentences that cross a page break, chosen at random but the same each time, and every
place where one looks cut at a page break, for reading by a person. They are words of the documents:
keep the file out of the project.
"""

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.reports import prepared, reports_folder
from benchmarks.running_lines import running_lines, standing_in
from ingest.prepare import Prepared

_OPENS_NUMBERED = re.compile(r"^\s*(\d{1,3})(?:\.?\s+\S|\.[A-Z‘“])")
_ENDED = re.compile(r"[.?!:;][’”\"')\]]*\d{0,2}$")
_SEED, _SAMPLE = 20, 200
SKIPS = "the report itself skips"


@dataclass(frozen=True, slots=True)
class Crossing:
    """A sentence over a page break, with its neighbours; or two where one seems cut in two there."""

    document: str
    page: int
    before: str
    text: str
    after: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in one report."""

    document: str
    pages: int
    passages: int
    running: int
    left: tuple[str, ...]
    again: tuple[str, ...]
    fault: str | None
    crossing: tuple[Crossing, ...]
    cut: tuple[Crossing, ...]


def check(report: Prepared) -> Checked:
    """Every check over one report. `fault` says what is wrong with its paragraph numbers; None where
    they run from 1 to the last, or where the report has none."""
    running, again = running_lines(report.pages)
    left = standing_in(running, report.passages)
    crossing, cut = _at_page_breaks(report)
    return Checked(
        document=report.document.id,
        pages=len(report.pages),
        passages=len(report.passages),
        running=len(running),
        left=tuple(f"page {line.page + 1}: {line.text}" for line in left),
        again=tuple(line.text for line in standing_in(again, report.passages)),
        fault=_fault(report) if report.document.framework == "ILACS" else None,
        crossing=tuple(crossing),
        cut=tuple(cut),
    )


def _fault(report: Prepared) -> str | None:
    """What is wrong where the numbers of the passages are not 1 to n, or not those that are printed."""
    printed = _printed_numbers("\n".join(page.text for page in report.pages))
    found = [n for passage in report.passages for n in _numbers(passage.paragraph)]
    last = max(printed, default=0)
    if list(dict.fromkeys(found)) != printed:
        lost = sorted(set(printed) - set(found))
        return f"numbers are not as printed, 1 to {last}: lost {lost}"
    gaps = sorted(set(range(1, last + 1)) - set(printed))
    return f"{SKIPS} {gaps} of 1 to {last}" if gaps else None


def _printed_numbers(text: str) -> list[int]:
    """The numbers with which lines open, counting up from 1; one that opens no line is skipped."""
    opening = [int(m[1]) for line in text.splitlines() if (m := _OPENS_NUMBERED.match(line))]
    printed: list[int] = []
    for number in opening:
        last = printed[-1] if printed else 0
        if number == last + 1 or (printed and number == last + 2 and last + 1 not in opening):
            printed.append(number)
    return printed


def _numbers(paragraph: str | None) -> list[int]:
    """ "5–8" → 5, 6, 7, 8; nothing for numbers of another form."""
    span = re.fullmatch(r"(\d+)(?:–(\d+))?", paragraph or "")
    return list(range(int(span[1]), int(span[2] or span[1]) + 1)) if span else []


def _at_page_breaks(report: Prepared) -> tuple[list[Crossing], list[Crossing]]:
    sentences = [
        (passage.sentence_text(index), sentence.spans)
        for passage in report.passages
        for index, sentence in enumerate(passage.sentences)
    ]
    texts = ["", *(text for text, _ in sentences), ""]
    crossing, cut = [], []
    for index, (text, spans) in enumerate(sentences):
        page = spans[0].page + 1
        around = (report.document.id, page, texts[index], text, texts[index + 2])
        if len(spans) > 1:
            crossing.append(Crossing(*around))
        following = sentences[index + 1][1][0].page + 1 if index + 1 < len(sentences) else page
        is_cut = not _ENDED.search(text) and re.match(r"[a-z]", texts[index + 2])
        if spans[-1].page + 1 != following and is_cut:
            cut.append(Crossing(*around))
    return crossing, cut


def _sample(checked: Sequence[Checked]) -> Iterator[str]:
    every = [one for report in checked for one in report.crossing]
    chosen = random.Random(_SEED).sample(every, min(_SAMPLE, len(every)))
    for title, found in (
        ("CROSSING", chosen),
        ("LOOKS CUT", [one for r in checked for one in r.cut]),
    ):
        for number, one in enumerate(found, start=1):
            yield f"{title} {number}. {one.document}, from page {one.page}"
            yield f"  before: …{one.before[-70:]}\n  >>> {one.text}\n  after: {one.after[:70]}…\n"


def main() -> None:
    """Prepare every report, check it, print the counts and write the sample."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="holds reports/COUNCIL/FILE")
    parser.add_argument("--sample", type=Path, help="where to write the sentences to read")
    arguments = parser.parse_args()
    folder = reports_folder(arguments.corpus)
    reports = prepared(folder, sorted(folder.glob("*/*.pdf")))
    frameworks: list[str | None] = []
    checked = []
    for report in reports:
        frameworks.append(report.document.framework)
        checked.append(check(report))
    if not checked:
        parser.error(f"there is no report in {folder}")
    _print(checked, frameworks.count("ILACS"))
    if arguments.sample:
        arguments.sample.write_text("\n".join(_sample(checked)), encoding="utf-8")


def _print(checked: Sequence[Checked], ilacs: int) -> None:
    passages = sum(one.passages for one in checked)
    print(f"{len(checked)} reports, {sum(one.pages for one in checked)} pages, {passages} passages")
    left = [f"{one.document}: {line}" for one in checked for line in one.left]
    print(f"running lines: {sum(one.running for one in checked)}, left in passages: {len(left)}")
    faults = [f"{one.document}: {one.fault}" for one in checked if one.fault]
    whole = ilacs - len(faults)
    again = Counter(text for one in checked for text in one.again)
    print(f"headings that come again here and there, kept: {again.total()}, {dict(again)}")
    print(
        f"paragraphs 1 to n, ILACS reports: {whole}/{ilacs} ({100 * whole / max(ilacs, 1):.1f} %)"
    )
    print(f"sentences over a page break: {sum(len(one.crossing) for one in checked)}")
    print(f"sentences that look cut there: {sum(len(one.cut) for one in checked)}")
    print("\n".join(f"  {line}" for line in [*left, *faults]))


if __name__ == "__main__":
    main()
