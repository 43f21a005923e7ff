import asyncio

import pytest

from tests.web.loops import run
from web.turns import NoRoom, Turns


def test_one_has_a_turn_one_waits_and_the_third_is_sent_away():
    async def scene() -> list[str]:
        turns, done = Turns(places=1, waiting=1), asyncio.Event()
        seen: list[str] = []

        async def come(name: str) -> None:
            async with turns.turn():
                seen.append(name)
                await done.wait()

        first, second = asyncio.create_task(come("first")), asyncio.create_task(come("second"))
        await asyncio.sleep(0)
        with pytest.raises(NoRoom):
            await come("third")
        assert seen == ["first"]
        done.set()
        await asyncio.gather(first, second)
        await come("fourth")
        return seen

    assert run(scene()) == ["first", "second", "fourth"]


def test_whoever_leaves_or_fails_gives_the_turn_back():
    async def scene() -> None:
        turns = Turns(places=1, waiting=0)
        for error in (ValueError, asyncio.CancelledError):
            with pytest.raises(error):
                async with turns.turn():
                    raise error
        async with turns.turn():
            pass

    run(scene())
