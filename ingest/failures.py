"""What went wrong while fetching, in words; and whether trying again may help."""

import httpx

from ingest.download_errors import DownloadError, TryAgain
from ingest.pace import retry_after

_PASSING = (408, 425, 429, 500, 502, 503, 504)
_ADVICE = {
    401: "it wants a sign-in, which a manifest cannot give",
    403: "it does not let us have it",
    404: "check the address",
    410: "it has been taken away for good",
    429: "it is asked too often",
}


def check_status(response: httpx.Response) -> None:
    """Raise DownloadError unless the answer is 200: TryAgain for what may pass, with the wait that
    the server asks for."""
    status = response.status_code
    if status == 200:
        return
    phrase = f" {response.reason_phrase[:60]}" if response.reason_phrase else ""
    advice = f": {_ADVICE[status]}" if status in _ADVICE else ""
    reason = f"It answered {status}{phrase}{advice}."
    if status in _PASSING:
        raise TryAgain(reason, retry_after(response.headers.get("retry-after")))
    raise DownloadError(reason)


def told(error: Exception, timeout: float) -> DownloadError:
    """An error of httpx's as one of ours; `timeout` is what was allowed, in seconds."""
    if isinstance(error, httpx.TimeoutException):
        return TryAgain(f"It did not answer within {timeout:g} seconds.")
    if isinstance(error, httpx.ProxyError):
        return DownloadError(f"The proxy would not pass it on ({error}).")
    if "CERTIFICATE_VERIFY_FAILED" in str(error):
        return DownloadError("Its certificate could not be verified, so it was not trusted.")
    if isinstance(error, httpx.ConnectError):
        return TryAgain(f"It could not be connected to ({error}).")
    if isinstance(error, httpx.TransportError):
        return TryAgain("The connection broke off before the document was whole.")
    return DownloadError(f"It could not be asked ({error}).")
