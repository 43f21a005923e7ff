"""Which sentences of the best passages answer the question."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assistant.answers import Hit
from assistant.fuse import standardise
from assistant.interpret import Form
from assistant.rerank import LateInteraction
from assistant.short_answers import has_form
from docs_store.documents import Passage
from docs_store.encodings import Encoding

PASSAGES_READ = 8
BULLET = "• "
"""What splitting puts before an item of a list."""
_WEIGHTS = {"passage": 0.6, "late": 1.5, "dense": 0.5, "form": 2.0, "fragment": -1.0}


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence of a passage, and how well it answers (comparable within one question only)."""

    hit: Hit
    sentence: int
    score: float

    @property
    def text(self) -> str:
        """The sentence as repaired for reading."""
        return self.hit.passage.sentence_text(self.sentence)


def rank_sentences(
    hits: Sequence[Hit],
    encodings: Sequence[Encoding],
    question: Encoding,
    form: Form,
    late: LateInteraction,
) -> list[Evidence]:
    """The sentences of the first passages, best first.

    `encodings[i]` belongs to `hits[i]`. A sentence scores by its passage, by late interaction over
    its own tokens, by its own vector, and by holding the form of value that is asked for.
    """
    places = [(h, s) for h, hit in enumerate(hits[:PASSAGES_READ]) for s in _indexes(hit)]
    if not places:
        return []
    late_scores = [late.sentence_scores(question, e) for e in encodings[:PASSAGES_READ]]
    dense_scores = [e.sentences @ question.dense for e in encodings[:PASSAGES_READ]]
    columns = {
        "passage": standardise([hits[h].score for h, _ in places]),
        "late": standardise([float(late_scores[h][s]) for h, s in places]),
        "dense": standardise([float(dense_scores[h][s]) for h, s in places]),
        "form": np.asarray([has_form(hits[h].passage.sentence_text(s), form) for h, s in places]),
        "fragment": np.asarray([is_fragment(hits[h].passage, s) for h, s in places]),
    }
    total = sum(_WEIGHTS[name] * column.astype(np.float32) for name, column in columns.items())
    ranked = np.argsort(-np.asarray(total), kind="stable")
    return [Evidence(hits[places[i][0]], places[i][1], float(np.asarray(total)[i])) for i in ranked]


def _indexes(hit: Hit) -> range:
    return range(len(hit.passage.sentences))


def is_fragment(passage: Passage, index: int) -> bool:
    """True for what cannot be quoted by itself: a heading, a lead-in ending in a colon, a stub."""
    text = passage.sentence_text(index).strip()
    return (len(text) < 25 and not re.search(r"\d", text)) or text.endswith(":")


def choose(ranked: Sequence[Evidence], most: int, margin: float) -> list[Evidence]:
    """The best sentence and those within `margin` of it, at most `most`, none said twice."""
    chosen: list[Evidence] = []
    for evidence in ranked:
        if len(chosen) == most or (chosen and evidence.score < chosen[0].score - margin):
            break
        if not any(_says_the_same(evidence.text, other.text) for other in chosen):
            chosen.append(evidence)
    return chosen


def with_their_lists(chosen: Sequence[Evidence], most: int) -> list[Evidence]:
    """The same, with each bullet, or lead-in to bullets, followed by all the bullets of its list
    (at most `most` in all), in the order of the page and each once."""
    found: dict[tuple[str, int], Evidence] = {}
    for piece in chosen:
        for index in list_around(piece.hit.passage, piece.sentence) or [piece.sentence]:
            key = (piece.hit.passage.id, index)
            found.setdefault(key, Evidence(piece.hit, index, piece.score))
    return list(found.values())[:most]


def list_around(passage: Passage, index: int) -> list[int]:
    """The sentences of the bulleted list that sentence `index` is of or leads into; [] if none."""
    last = len(passage.sentences) - 1
    if not _is_bullet(passage, index):
        if index == last or not _is_bullet(passage, index + 1):
            return []
        index += 1
    first = index
    while first > 0 and _is_bullet(passage, first - 1):
        first -= 1
    end = index
    while end < last and _is_bullet(passage, end + 1):
        end += 1
    return list(range(first, end + 1))


def _is_bullet(passage: Passage, index: int) -> bool:
    start = passage.sentences[index].start
    return passage.text[:start].endswith(BULLET)


def _says_the_same(one: str, other: str) -> bool:
    from rapidfuzz.fuzz import token_set_ratio

    return bool(token_set_ratio(one.lower(), other.lower()) >= 92)
