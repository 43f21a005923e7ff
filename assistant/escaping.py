"""Text that nobody vouches for, made safe to stand in Markdown that is turned into HTML.

A poisoned document could otherwise load an image from another host, and with it leak a question.
Entities are used, not backslashes: they hold inside HTML blocks too, and no formula or address
detector looks behind them.
"""

import re
import unicodedata

_ACTIVE = re.compile(r"[&<>\"'`*_\[\]{}\\#~|$^=@]")
_ADDRESS = re.compile(r":(?=//)|(?<=www)\.", re.IGNORECASE)
_LIST_START = re.compile(r"^(?:[-+]|\d+[.)])")
_STEERING = frozenset("\u200b\u200e\u200f\u2028\u2029\ufeff") | {
    chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
}


def one_line(text: str) -> str:
    """`text` with white space folded to single spaces, without control or direction characters."""
    folded = " ".join(text.split())
    return "".join(c for c in folded if c not in _STEERING and unicodedata.category(c) != "Cc")


def escape(text: str) -> str:
    """`text` on one line as Markdown that shows those very characters and does nothing else."""
    safe = _ACTIVE.sub(_entity, one_line(text))
    safe = _ADDRESS.sub(_entity, safe)
    return _LIST_START.sub(lambda start: start[0][:-1] + _entity_of(start[0][-1]), safe)


def _entity(found: re.Match[str]) -> str:
    return _entity_of(found[0])


def _entity_of(character: str) -> str:
    return f"&#{ord(character)};"
