"""Identifiers that are unique across machines and sort by the time they were made."""

import os
import re
import time

_last = 0
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


def is_id(text: str) -> bool:
    """Say whether a text looks as `new_id` makes them: other programs number their records."""
    return _ID.fullmatch(text) is not None


def new_id() -> str:
    """Return a UUIDv7 (RFC 9562) as 36 characters of text; ids made later in one process sort later.

    The 12 bits after the version hold a fraction of the millisecond (method 3 of the RFC), so that
    ids made in a burst keep their order.
    """
    global _last  # noqa: PLW0603 - the clock of this process
    now = max(time.time_ns(), _last + 250)  # 250 ns is one step of the 12-bit fraction
    _last = now
    milliseconds, rest = divmod(now, 1_000_000)
    value = milliseconds << 80 | 0x7 << 76 | (rest * 4096 // 1_000_000) << 64
    value |= 0b10 << 62 | int.from_bytes(os.urandom(8)) >> 2
    digits = f"{value:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
