"""What a person declares about a document, in a sidecar or a manifest: checked once, here.

What is declared is believed over what `ingest.identify` would guess.
"""

import difflib
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)

from docs_store.documents import Dates, DocumentKind
from ingest.addresses import check_address
from ingest.download_errors import AddressRefused


def _checked_address(address: str) -> str:
    try:
        check_address(address)
    except AddressRefused as error:
        raise ValueError(str(error)) from error
    return address


Line = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True,
        min_length=1,
        max_length=500,
        pattern=r"^[^\x00-\x1f\x7f-\x9f\u2028\u2029]+$",
    ),
]
"""One line of words."""

Address = Annotated[str, AfterValidator(_checked_address)]
"""A whole http or https address, without credentials."""


class Declared(BaseModel):
    """What may be declared; None for what is not."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Line | None = None
    publisher: Line | None = None
    kind: DocumentKind | None = None
    council: Line | None = None
    on_site_from: date | None = None
    on_site_to: date | None = None
    signed: date | None = None
    published: date | None = None
    address: Address | None = None
    framework: Literal["pre-SIF", "SIF", "ILACS", "JTAI", "SEND"] | None = None
    visit: Annotated[int, Field(ge=1, le=99)] | None = None
    inspectors: Annotated[tuple[Line, ...], Field(max_length=20)] | None = None

    @property
    def dates(self) -> Dates:
        """The dates declared, None for the others."""
        return Dates(self.on_site_from, self.on_site_to, self.signed, self.published)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        first, last = self.on_site_from, self.on_site_to
        if first and last and first > last:
            raise ValueError(f"on_site_from ({first}) is after on_site_to ({last})")
        if first and self.published and self.published < first:
            raise ValueError(f"published ({self.published}) is before on_site_from ({first})")
        return self


def first_fault(error: ValidationError, keys: Iterable[str]) -> str:
    """The first thing wrong, as the end of a sentence without its full stop; `keys` are the keys
    that would have been right."""
    detail = error.errors()[0]
    key = next((part for part in reversed(detail["loc"]) if isinstance(part, str)), "")
    known: dict[str, Any] = detail.get("ctx", {})
    kind = detail["type"]
    if kind == "missing":
        return f'"{key}" is missing'
    if kind == "extra_forbidden":
        near = difflib.get_close_matches(key, list(keys), n=1, cutoff=0.6)
        return f'"{key}" is not a known key' + (f': "{near[0]}" is' if near else "")
    if kind == "enum":
        kinds = ", ".join(DocumentKind)
        return f'"{key}" must be one of {kinds}; it is "{shown(detail["input"])}"'
    if kind == "string_pattern_mismatch":
        return f'"{key}" holds a line break or a control character'
    if kind == "value_error":
        said = str(known.get("error", "")).rstrip(".")
        return f'"{key}": {said}' if key and key in tuple(keys) else said
    if kind.startswith(("date", "string_too_short")):
        wanted = "a date such as 2017-06-13" if kind.startswith("date") else "filled in"
        return f'"{key}" must be {wanted}'
    message = detail["msg"]
    return f'"{key}": {message[:1].lower()}{message[1:]}'


def shown(value: object) -> str:
    """What somebody wrote, short and on one line."""
    return "".join(c if c.isprintable() else " " for c in str(value)[:80])
