"""The escapes of WebAnno TSV: those of a sentence's text, and those of values in columns."""

import re

_TEXT = {c: f"\\{chr(c)}" for c in range(32) if not 7 < c < 14}
_TEXT |= {ord(c): f"\\{s}" for c, s in (("\t", "t"), ("\n", "n"), ("\f", "f"), ("\r", "r"), ("\b", "b"), ("\\", "\\"))}
_MEANT = {"t": "\t", "n": "\n", "f": "\f", "r": "\r", "b": "\b"}
_ESCAPE = re.compile(r"\\(->|.)", re.DOTALL)
_RESERVED = re.compile(r"->|[\\\[\]|_;\t\n*]")
_STACK, _SLOT = re.compile(r"(?<!\\)((?:\\\\)*)\|"), re.compile(r"(?<!\\)((?:\\\\)*);")
NOT_IN_VALUES = "\r"  # it would end the line, and there is no escape for it


def escaped_text(text: str) -> str:
    """Return a line of a sentence's text as it is written behind "#Text="."""
    return text.translate(_TEXT)


def unescaped_text(text: str) -> str:
    """Return what `escaped_text` was given."""
    return _ESCAPE.sub(lambda m: _MEANT.get(m[1], m[1]), text) if "\\" in text else text


def escaped_value(value: str) -> str:
    """Return a value as it is written in a column."""
    return _RESERVED.sub(lambda m: {"\t": "\\t", "\n": "\\n"}.get(m[0], f"\\{m[0]}"), value)


def unescaped_value(value: str) -> str:
    """Return what `escaped_value` was given."""
    return _ESCAPE.sub(lambda m: {"t": "\t", "n": "\n"}.get(m[1], m[1]), value) if "\\" in value else value


def stacked(cell: str) -> list[str]:
    """Part a cell into the values of stacked annotations, still escaped."""
    return _parts(_STACK, cell)


def slots(value: str) -> list[str]:
    """Part a value into the slots of a link feature, still escaped."""
    return _parts(_SLOT, value)


def _parts(separator: re.Pattern[str], text: str) -> list[str]:
    parts, at = [], 0
    for match in separator.finditer(text):
        parts.append(text[at : match.end() - 1])
        at = match.end()
    return [*parts, text[at:]]
