"""Ids: unique, in order, and version 7 as RFC 9562 has it."""

import re
import threading
import time
import uuid

import pytest

from dateline.model import ids

PATTERN = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


def test_form_version_and_variant() -> None:
    for _ in range(200):
        made = ids.new_id()
        assert PATTERN.fullmatch(made)
        assert uuid.UUID(made).version == 7
        assert uuid.UUID(made).variant == uuid.RFC_4122


def test_a_burst_is_unique_and_sorted() -> None:
    made = [ids.new_id() for _ in range(20_000)]
    assert len(set(made)) == len(made)
    assert made == sorted(made)


def test_the_first_48_bits_are_the_milliseconds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ids, "_last", 0)
    monkeypatch.setattr(time, "time_ns", lambda: 1_645_557_742_000_000_000)
    assert ids.new_id().startswith("017f22e2-79b0-7000-")  # the example of RFC 9562, appendix A.6


def test_order_holds_when_the_clock_stands_still_or_runs_back(monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.time_ns() + 10**12
    monkeypatch.setattr(ids, "_last", 0)
    clock = iter([now, now, now - 10**9, now, now + 1, now - 5] * 500)
    monkeypatch.setattr(time, "time_ns", lambda: next(clock))
    made = [ids.new_id() for _ in range(3_000)]
    assert made == sorted(set(made))


def test_threads_do_not_share_ids() -> None:
    made: list[str] = []
    threads = [threading.Thread(target=lambda: made.extend(ids.new_id() for _ in range(3_000))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(made)) == 12_000
