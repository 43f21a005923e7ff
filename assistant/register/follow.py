"""A question in a conversation: what it leaves out is taken from the ones before it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.register.cues import Cue
from assistant.register.parse import asked, moments
from assistant.register.question import Ask, Moment, RegisterQuestion, When
from assistant.register.reading import Reader, Reading

_OVER_COUNCILS = (Ask.LIST, Ask.COUNT, Ask.LED_BY, Ask.MOVED)
_MOST_TURNS = 12
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


def understood(text: str, history: Sequence[str], reader: Reader) -> RegisterQuestion | None:
    """What a question asks of the register, or None where it is for the passages.

    `history` are the questions before it, the oldest first.
    """
    reading = reader.read(text)
    if reading.unknown or Cue.NOT in reading.cues:
        return _of_last_sentence(text, reader)
    own = asked(reading)
    if own is None and not _is_fragment(reading):
        return None
    history = history[-_MOST_TURNS:]
    if not history or (own is not None and (own.councils or _is_over_councils(own, reading))):
        return own
    before = understood(history[-1], history[:-1], reader)
    if own is None:
        return None if before is None else _completed(before, reading)
    return _with_its_council(own, before, history, reader)


def _of_last_sentence(text: str, reader: Reader) -> RegisterQuestion | None:
    """What the last of several sentences asks by itself, where it names a council: people say first
    who they are and why they ask."""
    sentences = _SENTENCE_END.split(text.strip())
    own = asked(reader.read(sentences[-1])) if len(sentences) > 1 else None
    return own if own is not None and own.councils else None


def _is_over_councils(own: RegisterQuestion, reading: Reading) -> bool:
    return own.ask in _OVER_COUNCILS and (reading.has(Cue.COUNCILS) or bool(own.person))


def _is_fragment(reading: Reading) -> bool:
    """True for what may complete a question before it: "and for care leavers?", "who led it?"."""
    named = reading.councils or reading.areas or reading.grades or reading.times
    return bool(named) or reading.has(
        Cue.PREVIOUS, Cue.LATEST, Cue.FIRST, Cue.LAST, Cue.CHANGE, Cue.BETTER, Cue.LED, Cue.WHEN,
        Cue.WHICH, Cue.LIST, Cue.COUNCILS, Cue.EVERY, Cue.EVERY_AREA, Cue.MANY, Cue.COMPARE,
    )  # fmt: skip


def _with_its_council(
    own: RegisterQuestion,
    before: RegisterQuestion | None,
    history: Sequence[str],
    reader: Reader,
) -> RegisterQuestion:
    """A question that names no council is about the one spoken of last, and its time, too."""
    if before is not None and before.councils:
        keeps_time = not own.moment.is_said and before.moment.is_said and own.ask is not Ask.CHANGE
        times = before.moments if keeps_time else _anchored(own.moments, before)
        return replace(own, councils=before.councils, moments=times)
    for said in reversed(history):
        councils = reader.read(said).councils
        if councils:
            return replace(own, councils=tuple(councils))
    return own


def _completed(before: RegisterQuestion, reading: Reading) -> RegisterQuestion:
    """The question before with what the fragment names in the place of what it named."""
    ask = _ask(before, reading)
    times = _anchored(moments(reading, ask), before)
    councils = tuple(reading.councils) or before.councils
    if ask is Ask.COMPARE and reading.has(Cue.COMPARE, Cue.BETTER):
        councils = tuple(dict.fromkeys([*before.councils, *reading.councils]))
    is_timed = times[0].is_said and ask is not Ask.CHANGE
    return replace(
        before,
        ask=ask,
        councils=councils,
        areas=tuple(reading.areas) or before.areas,
        is_every_area=reading.has(Cue.EVERY, Cue.EVERY_AREA)
        or (before.is_every_area and not reading.areas),
        grades=tuple(reading.grades) or before.grades,
        moments=times if is_timed else before.moments,
    )


def _ask(before: RegisterQuestion, reading: Reading) -> Ask:
    if reading.has(Cue.LED):
        return Ask.WHO_LED
    if reading.has(Cue.WHEN):
        return Ask.PUBLISHED if reading.has(Cue.PUBLISHED) else Ask.INSPECTED
    if reading.has(Cue.COMPARE, Cue.BETTER) and reading.councils and before.councils:
        return Ask.COMPARE
    if reading.has(Cue.CHANGE, Cue.BETTER):
        return Ask.CHANGE
    if before.ask is Ask.LIST and reading.has(Cue.MANY):
        return Ask.COUNT
    if before.ask is Ask.COUNT and reading.has(Cue.WHICH, Cue.LIST, Cue.COUNCILS):
        return Ask.LIST
    if before.ask is Ask.COMPARE and len(reading.councils) == 1:
        return Ask.GRADE
    return Ask.COMPARE if len(reading.councils) > 1 else before.ask


def _anchored(times: tuple[Moment, ...], before: RegisterQuestion) -> tuple[Moment, ...]:
    """ "Before that" after a question about a time means before the inspection of that time."""
    named = before.moment.when in (When.DURING, When.ON, When.AS_OF)
    if times[0].when is When.PREVIOUS and named:
        return (replace(times[0], start=before.moment.start, end=before.moment.end),)
    return times
