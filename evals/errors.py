"""Every error of the evals, each with a sentence fit for a person.

FootnoteError
└── EvalsError
    ├── PackError         a pack cannot be used as it is (exit code 2)
    │   └── NoPacks
    ├── RunError          a run cannot be read, or was changed since it was made (exit code 2)
    ├── NotComparable     two runs are not of the same facts and documents (exit code 2)
    ├── BaselineError     a baseline is missing, or cannot be made of that run (exit code 2)
    ├── GateFileError     a gate's YAML file is not one (exit code 2)
    ├── ReviewError       a fact cannot be proposed, or a candidate not decided on (exit code 2)
    ├── RunFileError      a TREC run file is not one (exit code 2)
    ├── CorpusMissing     the documents of a pack are not at hand (exit code 2)
    └── StoreMismatch     a store does not hold the documents a pack speaks of (exit code 2)
"""

from docs_store.errors import FootnoteError


class EvalsError(FootnoteError):
    """Something about the evals cannot be done as asked."""


class PackError(EvalsError):
    """A pack of known facts is missing, malformed or not true of its documents."""

    exit_code = 2


class NoPacks(PackError):
    """No pack was given and none with documents was found."""


class RunError(EvalsError):
    """A folder is not a run that can be read, or was changed since it was made."""

    exit_code = 2


class NotComparable(EvalsError):
    """Two runs were made of different facts or over different documents."""

    exit_code = 2


class BaselineError(EvalsError):
    """A baseline is missing or malformed, or a run cannot be blessed as one."""

    exit_code = 2


class GateFileError(EvalsError):
    """The YAML file of a gate is missing or malformed."""

    exit_code = 2


class ReviewError(EvalsError):
    """A fact cannot be proposed as it is, or there is no such candidate to decide on."""

    exit_code = 2


class RunFileError(EvalsError):
    """A file that should be a TREC run is none."""

    exit_code = 2


class CorpusMissing(EvalsError):
    """The documents of a pack are not where they were looked for."""

    exit_code = 2


class StoreMismatch(EvalsError):
    """A store lacks documents of the pack, or holds other versions of them."""

    exit_code = 2
