"""What a gate demands, read from YAML.

    defaults:
      floors:  {quote fidelity: 1.0}          never worse than this
      margins: {passes: 0.02}                 never worse than the baseline by more than this
    packs:
      harrowmere:
        baseline: harrowmere                  moved by `bless` alone
        floors:  {passage success@5: 0.75}    beside the defaults, or in place of one
        flips: 5                              so many facts may pass no more
        slices:
          - {of: kind, value: followup, margins: {passes: 0.1}}

For measures of which less is better (wrong fact, over-refusal, cites forbidden) a floor is a
ceiling.
"""

from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from evals.errors import GateFileError
from evals.summary import HEADLINE


def _known(limits: dict[str, float]) -> dict[str, float]:
    for name in limits:
        if name not in HEADLINE:
            raise ValueError(f'"{name}" is not a measure; these are: {", ".join(HEADLINE)}')
    return limits


Limits = Annotated[dict[str, float], AfterValidator(_known)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Demands(_Strict):
    """Floors and margins by measure."""

    floors: Limits = {}
    margins: Limits = {}


class SliceDemands(Demands):
    """Floors and margins for the facts of one slice alone."""

    of: Literal["kind", "document kind", "year", "council", "split"]
    value: str


class PackDemands(Demands):
    """What is demanded of the runs of one pack."""

    baseline: str
    flips: Annotated[int, Field(ge=0)] | None = None
    slices: tuple[SliceDemands, ...] = ()


class GateFile(_Strict):
    """The whole file."""

    defaults: Demands = Demands()
    packs: Annotated[dict[str, PackDemands], Field(min_length=1)]

    def demands_of(self, pack: str) -> PackDemands:
        """What is demanded of a pack, defaults included. Raises GateFileError for one not named."""
        own = self.packs.get(pack)
        if own is None:
            raise GateFileError(
                f"The gate says nothing of the pack {pack}; it names {', '.join(self.packs)}."
            )
        floors = {**self.defaults.floors, **own.floors}
        margins = {**self.defaults.margins, **own.margins}
        return own.model_copy(update={"floors": floors, "margins": margins})


def load_gate(file: Path) -> GateFile:
    """Read a gate's file. Raises GateFileError, in one sentence, for anything malformed."""
    try:
        return GateFile.model_validate(yaml.safe_load(file.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError) as error:
        raise GateFileError(f"{file} cannot be read ({error}).") from error
    except yaml.YAMLError as error:
        raise GateFileError(f"{file} is not YAML: {' '.join(str(error).split())}.") from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        said = first["msg"].removeprefix("Value error, ").rstrip(".")
        place = f"{file}: {where}" if where else f"{file}"
        raise GateFileError(f"{place}: {said}.") from error
