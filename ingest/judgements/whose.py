"""Whose grade a sentence tells: the council it names, else the one that the text has last named."""

import re
from collections.abc import Sequence

from ingest.councils import names_in

_LOOK_BACK = 6
"""Sentences above in which another council may have been taken up."""


def council_told_of(sentence: str, above: Sequence[str], own: str | None) -> str | None:
    """The one council whose grade `sentence` tells; None where that is not certain.

    `above` are the sentences before it, in order; `own` is the council of the document, which is
    meant where nobody else has been named.
    """
    named = _named(sentence, own)
    if len(named) > 1:
        return None
    if named:
        return next(iter(named))
    for text in reversed(above[-_LOOK_BACK:]):
        named = _named(text, own)
        if named:
            return own if named == {own} else None
    return own


def _named(text: str, own: str | None) -> frozenset[str]:
    is_named = own is not None and re.search(rf"\b{re.escape(own)}\b", text) is not None
    named = frozenset(name for name in names_in(text) if not _is_part(name, own))
    return named | {own} if is_named and own else named


def _is_part(name: str, own: str | None) -> bool:
    """ "Gloucester" in a Gloucestershire paper is the city of its address; "Kingston" may be short
    for Kingston upon Hull."""
    return own is not None and name != own and (name in own or own in name)
