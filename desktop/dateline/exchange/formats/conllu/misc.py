"""The MISC column and comments: their escapes, which are UDPipe's, and what we write there."""

import re

NAME, EVENT = "name", "event"
FIELDS = ("title", "published", "source", "url", "language", "origin")
_ESCAPES = {"\\": "\\\\", "|": "\\p", "\t": "\\t", "\r": "\\r", "\n": "\\n"}
_SPACES = {**_ESCAPES, " ": "\\s"}
_MEANT = {"p": "|", "t": "\t", "r": "\r", "n": "\n", "s": " ", "\\": "\\"}
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


def escaped(text: str) -> str:
    """Return a value for MISC or a comment."""
    return "".join(_ESCAPES.get(c, c) for c in text)


def escaped_spaces(text: str) -> str:
    """Return white space as SpacesAfter and SpacesBefore have it."""
    return "".join(_SPACES.get(c, c) for c in text)


def unescaped(text: str) -> str:
    """Return what was escaped in either way."""
    return _ESCAPE.sub(lambda m: _MEANT.get(m[1], m[0]), text) if "\\" in text else text


def features(misc: str) -> dict[str, str]:
    """Return the parts of a MISC column by name, still escaped."""
    if misc == "_":
        return {}
    return {key: value for key, _, value in (part.partition("=") for part in misc.split("|"))}
