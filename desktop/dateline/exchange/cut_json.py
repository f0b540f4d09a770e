"""The object that a file begins with, as far as it goes: a file that was cut off still says what it was."""

import re
from typing import Any

import orjson

_MOST = 1 << 20  # bytes that are looked at
_FIRST = re.compile(r"[\s\[]*(?=\{)")
_TOKEN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|["\[\]{},]', re.DOTALL)
_CLOSES = {"[": "]", "{": "}"}


def begun_object(head: bytes) -> dict[str, Any]:
    """Return what the first object holds up to where it is cut off or wrong; an empty one where there is none."""
    text = head[:_MOST].decode("utf-8", "ignore").removeprefix("\ufeff")
    first = _FIRST.match(text)
    if first is None:
        return {}
    text = text[first.end() :]
    try:
        return _object(text)
    except orjson.JSONDecodeError as error:
        text = text[: error.pos]
    try:
        return _object(_closed(text))
    except orjson.JSONDecodeError:
        return {}


def _closed(text: str) -> str:
    """Return the text up to its last whole value, with the brackets closed that are open there."""
    open_: list[str] = []
    end = 0
    for token in _TOKEN.finditer(text):
        sign = token[0]
        if sign == '"':  # of a string that has no end
            break
        if sign in _CLOSES:
            open_.append(_CLOSES[sign])
            end = token.end()
        elif sign in ("]", "}"):
            if not open_ or open_.pop() != sign:
                break
            end = token.end()
            if not open_:
                break
        elif sign == ",":
            end = token.start()
    return text[:end] + "".join(reversed(open_))


def _object(text: str) -> dict[str, Any]:
    found = orjson.loads(text)
    return found if isinstance(found, dict) else {}
