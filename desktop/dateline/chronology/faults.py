"""Our own faults while words are read: what they are read as is lost and the fault logged, not the article."""

import logging
from collections.abc import Callable
from typing import TypeVar

log = logging.getLogger(__name__)
T = TypeVar("T")


def guarded(read: Callable[[], T], words: str, otherwise: T) -> T:
    """Return what `read` makes of some words; where it breaks, log that and return `otherwise`."""
    try:
        return read()
    except Exception:  # whatever a rule forgot: the text has other dates
        log.warning("Reading “%s” as a time broke", words[:120], exc_info=True)
        return otherwise
