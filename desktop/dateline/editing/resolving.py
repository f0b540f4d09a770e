"""Telling how the time expressions of a text read: for the command line, which shows the whole reading."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from dateline.chronology import Reading, find, resolve
from dateline.model.text import Span
from dateline.model.when import label, when_to_data


class Expression(Struct, frozen=True):
    """A time expression with where it stands in the text that was given, and how it reads."""

    text: str
    span: Span
    reading: Reading


def expressions(text: str, published: str, language: str = "") -> list[Expression]:
    """Return the text as one expression where it is one ("since 2011"), else the expressions found in it.

    Where it is none and holds none, it is returned with the reason why it cannot be read.
    """
    stripped = text.strip()
    begin = text.index(stripped)
    whole = Expression(stripped, Span(begin, begin + len(stripped)), resolve(stripped, published, language=language))
    if whole.reading.value:
        return [whole]
    found = find(text, published, language)
    return [Expression(f.span.of(text), f.span, f.reading) for f in found] or [whole]


def reading_to_data(reading: Reading) -> dict[str, Any]:
    """Return a reading as plain data, with its alternatives as such."""
    when = when_to_data(reading.when) if reading.when else None
    return {
        "value": reading.value,
        "type": reading.type.value,
        "mod": reading.mod,
        "when": when,
        "granularity": reading.granularity.value if reading.granularity else "",
        "anchor": reading.anchor,
        "rule": reading.rule,
        "alternatives": [reading_to_data(a) for a in reading.alternatives],
    }


def expression_to_data(expression: Expression) -> dict[str, Any]:
    """Return an expression as plain data, offsets half-open and in code points."""
    where = {"text": expression.text, "start": expression.span.begin, "end": expression.span.end}
    return where | reading_to_data(expression.reading)


def told(expression: Expression) -> Iterator[str]:
    """Yield an expression and its readings as lines for people."""
    reading = expression.reading
    yield f"{' '.join(expression.text.split())}  [{expression.span.begin}–{expression.span.end}]"
    yield f"  {'value':12}{_value(reading)}"
    if reading.when:
        data = when_to_data(reading.when)
        yield f"  {'interval':12}{data['begin'] or '…'} to {data['end'] or '…'}, {data['granularity']}" + (
            f" ({label(reading.when)})"
        )
    yield f"  {'rule':12}{reading.rule}{f', from {reading.anchor}' if reading.anchor else ''}"
    for number, other in enumerate(reading.alternatives, start=1):
        shown = f" ({label(other.when)})" if other.when else ""
        yield f"  {f'or {number}':12}{_value(other)}{shown}: {other.rule}"


def _value(reading: Reading) -> str:
    mod = f" {reading.mod}" if reading.mod else ""
    return f"{reading.value}{mod} {reading.type.value}" if reading.value else "none"
