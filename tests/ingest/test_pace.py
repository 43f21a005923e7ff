"""How fast to ask, by a clock of our own."""

from datetime import UTC, datetime

import pytest

from ingest.pace import Pace, back_off, retry_after

NOW = datetime(2017, 6, 13, 9, 0, 0, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def test_requests_to_one_host_are_kept_apart_and_others_do_not_wait():
    clock = Clock()
    pace = Pace(2.0, clock, clock.sleep)
    for host in ("a.org", "b.org", "a.org"):
        pace.wait(host)
    assert len(clock.slept) == 1
    assert 2.0 <= clock.slept[0] <= 3.0


def test_a_host_that_has_not_been_asked_for_long_is_asked_at_once():
    clock = Clock()
    pace = Pace(2.0, clock, clock.sleep)
    pace.wait("a.org")
    clock.now += 3.0
    pace.wait("a.org")
    assert clock.slept == []


def test_the_pause_after_a_failure_doubles_and_has_an_end():
    assert all(1.0 <= back_off(1, 2.0) <= 2.0 for _ in range(50))
    assert all(4.0 <= back_off(3, 2.0) <= 8.0 for _ in range(50))
    assert all(30.0 <= back_off(50, 2.0) <= 60.0 for _ in range(50))


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("Tue, 13 Jun 2017 09:01:30 GMT", 90.0),
        ("Tue, 13 Jun 2017 08:00:00 GMT", 0.0),
        ("Tue, 13 Jun 2017 09:00:05 -0000", 5.0),
        (None, None),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("٣", None),
    ],
)
def test_when_a_server_says_to_come_back(header: str | None, seconds: float | None):
    assert retry_after(header, NOW) == seconds
