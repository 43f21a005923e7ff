"""Every error Footnote raises on purpose, each with a sentence fit for a person.

    FootnoteError
    ├── UsageError                what was asked cannot be done as asked (exit code 2)
    │   ├── MissingPath
    │   ├── EmptyFolder
    │   └── BadQuestion
    ├── StoreError                the store cannot be used as it is
    │   ├── StoreMissing
    │   ├── StoreBusy
    │   ├── StoreTooNew
    │   └── StoreDamaged
    ├── ReadError                 one file could not be read; the others go on
    │   ├── NotWhatItSays
    │   ├── EmptyFile
    │   └── NoText
    └── EncoderError              the model weights are missing or not the ones expected

`str(error)` is one sentence that says what happened and, where possible, what to do next.
"""


class FootnoteError(Exception):
    """Root of the tree. `exit_code` is what a command exits with."""

    exit_code = 1


class UsageError(FootnoteError):
    """What was asked cannot be done as asked."""

    exit_code = 2


class MissingPath(UsageError):
    """A path that was given does not exist."""


class EmptyFolder(UsageError):
    """A folder that was given holds nothing that can be read."""


class BadQuestion(UsageError):
    """A question that is empty or too long to be one."""


class StoreError(FootnoteError):
    """The store cannot be used as it is."""


class StoreMissing(StoreError):
    """There is no store where one was expected."""


class StoreBusy(StoreError):
    """Another process is writing to the store."""


class StoreTooNew(StoreError):
    """The store was written by a newer version of Footnote."""


class StoreDamaged(StoreError):
    """The store's files cannot be read."""


class ReadError(FootnoteError):
    """One file could not be read."""


class NotWhatItSays(ReadError):
    """The file's content is not of the type that its name claims."""


class EmptyFile(ReadError):
    """The file has no bytes."""


class NoText(ReadError):
    """The file holds no text that can be read."""


class EncoderError(FootnoteError):
    """The model weights are missing or are not the ones expected."""
