"""The time that is shown where there are no events to show yet."""

import time
from collections.abc import Sequence

from dateline.model.calendar import DAY

_YEAR = 366.0 * DAY  # seconds
_MARGIN = 0.08  # of the time in which articles appeared, before and behind it


def local_now() -> float:
    """Return the present moment on the wall's clock, counted as if there were no zones."""
    now = time.time()
    return now + time.localtime(now).tm_gmtoff


def time_of_articles(published: Sequence[float], now: float) -> tuple[float, float]:
    """Return the stretch in which articles appeared, a year at least; without any, a year around the present.

    All are moments in seconds, `published` in order.
    """
    first, last = (published[0], published[-1]) if len(published) else (now, now)
    margin = max((last - first) * _MARGIN, (_YEAR - (last - first)) / 2)
    return float(first - margin), float(last + margin)
