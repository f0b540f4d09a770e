"""What a rule is: a pattern that a whole expression must match, and what builds its reading."""

import re
from collections.abc import Callable

from dateline.chronology.context import Context
from dateline.chronology.reading import Reading

Build = Callable[[re.Match[str], Context], Reading | None]
Rules = tuple[tuple[str, Build], ...]


def rule(build: Build, *pattern: str) -> tuple[str, Build]:
    """Return a rule whose pattern is given in pieces."""
    return "".join(pattern), build
