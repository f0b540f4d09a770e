"""Regular expressions that cost nothing until they are used: compiling one takes up to some milliseconds."""

import re
from collections.abc import Callable
from functools import cache


def lazy(pattern: str) -> Callable[[], re.Pattern[str]]:
    """Return a function that gives the compiled expression, compiled the first time."""
    return cache(lambda: re.compile(pattern))
