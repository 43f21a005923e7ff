"""One writer at a time: a lock file beside the catalogue, let go by the system if a writer dies."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from docs_store.errors import StoreBusy, StoreError


@contextmanager
def writing(store_dir: Path) -> Iterator[None]:
    """Hold the store's writer lock.

    Raises StoreBusy at once when another process holds it, StoreError when the folder cannot be
    written to.
    """
    try:
        store_dir.mkdir(parents=True, exist_ok=True)
        lock = FileLock(store_dir / "writer.lock")
        lock.acquire(timeout=0)
    except Timeout as error:
        raise StoreBusy(
            f"Another process is writing to the store in {store_dir}: "
            "wait until it has finished, then try again."
        ) from error
    except OSError as error:
        raise StoreError(
            f"The store in {store_dir} cannot be written to ({error.strerror}): "
            "choose another folder with --store."
        ) from error
    try:
        yield
    finally:
        lock.release()
