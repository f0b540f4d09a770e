"""What a web page says of itself as linked data (JSON-LD, schema.org): by whom it was published."""

import re
from collections import deque
from collections.abc import Iterator
from typing import Any

import orjson

_SCRIPT = re.compile(r"""(?is)<script[^>]{0,200}?type\s*=\s*["']?application/ld\+json[^>]{0,200}>""")
_END = re.compile("(?i)</script")
_MOST = 1_000  # values looked at
_LONGEST = 200  # characters of a name


def publisher(html: str) -> str:
    """Return the name of the publisher of a page's article, "" where it is not said; of its other parts second."""
    found = {True: "", False: ""}  # by whether an article says so
    for script in _scripts(html):
        try:
            waiting: deque[Any] = deque([orjson.loads(script.strip())])
        except orjson.JSONDecodeError:
            continue
        for _ in range(_MOST):
            if not waiting:
                break
            value = waiting.popleft()
            if isinstance(value, list):
                waiting.extend(value)
            elif isinstance(value, dict):
                waiting.extend(v for v in value.values() if isinstance(v, dict | list))
                of_article = "Article" in str(value.get("@type"))
                found[of_article] = found[of_article] or _name(value.get("publisher"))
    return found[True] or found[False]


def _scripts(html: str) -> Iterator[str]:
    """Yield what stands between tags; of one that is not closed none is, and neither are those after it."""
    at = 0
    while (begin := _SCRIPT.search(html, at)) and (end := _END.search(html, begin.end())):
        yield html[begin.end() : end.start()]
        at = end.end()


def _name(value: Any) -> str:
    """Return a name that stands as text, in an object, or in a list of these."""
    if isinstance(value, list):
        return next((name for item in value[:10] if (name := "" if isinstance(item, list) else _name(item))), "")
    if isinstance(value, dict):
        value = value.get("name")
    return " ".join(value.split())[:_LONGEST] if isinstance(value, str) else ""
