"""How fast to ask: a pause between requests to one host, longer ones after a failure."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from secrets import SystemRandom

_RANDOM = SystemRandom()
_LONGEST_BACK_OFF = 60.0


class Pace:
    """Keeps requests to one host at least `delay` seconds apart, and up to half as much again."""

    def __init__(
        self,
        delay: float,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._delay = delay
        self._clock = clock
        self._sleep = sleep
        self._free_at: dict[str, float] = {}

    def wait(self, host: str) -> None:
        """Return when it is polite to ask `host`."""
        pause = self._free_at.get(host, 0.0) - self._clock()
        if host in self._free_at and pause > 0:
            self._sleep(pause)
        self._free_at[host] = self._clock() + self._delay * _RANDOM.uniform(1.0, 1.5)


def back_off(attempt: int, base: float) -> float:
    """Seconds to wait after failed attempt number `attempt` (from 1): `base`, doubled each time,
    with up to half taken off by chance so that clients do not return together."""
    longest = min(base * 2.0 ** (attempt - 1), _LONGEST_BACK_OFF)
    return longest * _RANDOM.uniform(0.5, 1.0)


def retry_after(header: str | None, now: datetime | None = None) -> float | None:
    """The seconds a Retry-After header asks for: a number or a date (RFC 9110, 10.2.3).

    None where there is no header, or none that can be read.
    """
    text = (header or "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - (now or datetime.now(UTC))).total_seconds())
