"""Turns: a few at work, some waiting, and the rest told to come back."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class NoRoom(Exception):
    """As many are waiting as may."""


class Turns:
    """Lets `places` through at once while at most `waiting` wait. For one event loop.

    Whoever waits holds no thread: threads are for pages, which must be served all the while.
    """

    def __init__(self, places: int, waiting: int) -> None:
        self._turn = asyncio.Semaphore(places)
        self._room = places + waiting

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait for a turn, and have it within the block. Raises NoRoom at once where too many wait."""
        if not self._room:
            raise NoRoom
        self._room -= 1
        try:
            async with self._turn:
                yield
        finally:
            self._room += 1
