"""Why a document was not downloaded. One of these fails one address; the others go on.

    FootnoteError
    └── DownloadError         the document could not be had from its address
        ├── AddressRefused    the address, or one it redirects to, is not one that may be asked
        └── TryAgain          it may be had a little later

Each text is a sentence about the address ("It answered 404 …"), to be read after its name.
"""

from docs_store.errors import FootnoteError


class DownloadError(FootnoteError):
    """The document could not be had from its address."""


class AddressRefused(DownloadError):
    """The address, or one it redirects to, is not one that may be asked."""


class TryAgain(DownloadError):
    """The document may be had later: in `wait` seconds where the server said so, else None."""

    def __init__(self, reason: str, wait: float | None = None) -> None:
        super().__init__(reason)
        self.wait = wait
