"""One case as it is read: what was asked, expected and answered, why it failed, and where it stands."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from evals.corpus import Corpus
from evals.html_report.places import PlaceView, places_of, title_of
from evals.html_report.why import Expected, expected_of, why
from evals.misses import Stage
from evals.records import Ranked, Said
from evals.slices import DIMENSIONS
from evals.stored import StoredRun
from evals.summary import Scored

_MOST_FOUND = 10
_STAGES = list(Stage)


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that was found: its rank, title and pages, whether it holds the answer, and
    whether the writer read it."""

    rank: int
    title: str
    pages: str
    is_gold: bool
    was_read: bool


@dataclass(frozen=True, slots=True)
class Case:
    """A fact with its answer. `said` is the answer where one was given, `message` what was shown
    where none was; `cited` is by citation number the index of its page in `places`."""

    one: Scored
    outcome: str
    why: str
    expected: Sequence[Expected]
    said: Sequence[Said]
    message: str
    places: Sequence[PlaceView]
    cited: Mapping[int, int]
    found: Sequence[Found]

    @property
    def id(self) -> str:
        """The fact's id."""
        return self.one.fact.id

    @property
    def stage(self) -> str:
        """Where it was lost; "" where it was not."""
        return self.one.stage.value if self.one.stage else ""

    @property
    def words(self) -> str:
        """What a search for words looks at, in lower case."""
        fact = self.one.fact
        expected = " ".join(nugget.text for nugget in fact.nuggets)
        answer = " ".join([*(said.text for said in self.said), self.message])
        return " ".join(f"{fact.id} {fact.question} {expected} {answer}".casefold().split())


def cases_of(run: StoredRun, *, show_test: bool) -> list[Case]:
    """The cases, failures first and among them the earliest loss. Facts of the test split only
    where asked for: who reads them can no longer be tested by them."""
    answers = {row["id"]: row for row in run.answers}
    shown = [one for one in run.scored if show_test or one.fact.split != "test"]
    shown.sort(key=lambda one: (_order(one), one.fact.id))
    return [_case(one, answers[one.fact.id], run.corpus) for one in shown]


def _order(one: Scored) -> tuple[int, int]:
    stage = len(_STAGES) if one.stage is None else _STAGES.index(one.stage)
    return ["failed", "not judged", "passed"].index(outcome(one)), stage


def outcome(one: Scored) -> str:
    """ "passed", "failed" or "not judged"."""
    return {1.0: "passed", None: "not judged"}.get(one.scores.get("passes"), "failed")


def _case(one: Scored, row: Mapping[str, Any], corpus: Corpus) -> Case:
    places = places_of(one, corpus)
    return Case(
        one=one,
        outcome=outcome(one),
        why=why(one),
        expected=expected_of(one, corpus),
        said=_said(one) if one.record.is_answered else (),
        message="" if one.record.is_answered else (row.get("text") or ""),
        places=places,
        cited={n: at for at, place in enumerate(places) for n in place.numbers},
        found=_found(one, corpus),
    )


def _said(one: Scored) -> tuple[Said, ...]:
    short = one.record.short_answer.strip()
    return ((Said(short),) if short else ()) + one.record.said


def _found(one: Scored, corpus: Corpus) -> list[Found]:
    """The first passages found, and of those further down what holds the answer."""
    relevant = corpus.relevant_passages(one.fact.gold)
    read = len(one.record.hits) if one.record.read is None else one.record.read
    return [
        Found(
            rank, title_of(hit.document, corpus), _pages(hit), hit.passage in relevant, rank <= read
        )
        for rank, hit in enumerate(one.record.hits, start=1)
        if rank <= _MOST_FOUND or hit.passage in relevant
    ]


def _pages(hit: Ranked) -> str:
    if hit.page_first is None:
        return ""
    last = hit.page_last or hit.page_first
    return f"page {hit.page_first}" if last == hit.page_first else f"pages {hit.page_first}–{last}"


def choices_of(cases: Sequence[Case]) -> dict[str, list[str]]:
    """By filter, what it may be set to; filters that would tell no two cases apart are left out."""
    filters: dict[str, Callable[[Case], tuple[str, ...]]] = {
        "outcome": lambda case: (case.outcome,),
        "lost at": lambda case: (case.stage,) if case.stage else (),
    }
    for dimension in DIMENSIONS:
        filters[dimension] = partial(_slice, dimension)
    return {
        name: sorted({value for case in cases for value in values_of(case)}, key=_in_order)
        for name, values_of in filters.items()
        if len({values_of(case) for case in cases}) > 1
    }


def _slice(dimension: str, case: Case) -> tuple[str, ...]:
    return case.one.slices.get(dimension, ())


def _in_order(value: str) -> tuple[int, str]:
    """Stages in their order, everything else by its letters."""
    return (_STAGES.index(Stage(value)) if value in _STAGES else 0), value
