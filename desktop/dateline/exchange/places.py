"""Offsets in parsed records, checked against the text they point into."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from dateline.exchange.checks import Fault
from dateline.exchange.counting import counting
from dateline.exchange.jsonl import kind_of
from dateline.exchange.problems import ProblemKind
from dateline.model.text import Span
from dateline.model.wording import Advice, Wording, cut_short, tr

_COUNTED = tr("Its words are there counted in UTF-16 units: if the file counts so, choose that under Offsets count")
_COUNTED_SAY = "Its words are there counted in UTF-16 units: if the file counts so, say it with --offsets utf16"
_AS_UTF16 = Advice(_COUNTED, _COUNTED_SAY)
_FROM_0 = tr("Offsets count characters (code points) from 0")
_EMPTY, _REVERSED = tr("the span {start} to {end} is empty"), tr("the span {start} to {end} is reversed")
_OUTSIDE = tr("{offset} is outside the text, which has {length} characters")


def text_there(found: str, words: str) -> Wording:
    """Say that offsets lead to other words than the record has."""
    texts = {"found": cut_short(repr(found)), "words": cut_short(repr(words))}
    return Wording(tr("the text there is {found}, not {words}"), texts)


def span_of(raw: dict[str, Any], where: str, body: str) -> Span:
    """Return `start` and `end` as a span of a text; raises Fault."""
    start, end = (_offset(raw.get(key), where + key, body) for key in ("start", "end"))
    if start >= end:
        what = Wording(_EMPTY if start == end else _REVERSED, {"start": f"{start}", "end": f"{end}"})
        raise Fault(f"{where}end", what, tr("The end must be greater than the start"), ProblemKind.OFFSETS)
    return Span(start, end)


def _offset(value: Any, field: str, body: str) -> int:
    if value.__class__ is not int:
        raise Fault(
            field,
            tr("missing")
            if value is None
            else Wording(tr("is {kind}, not a whole number"), {"kind": Wording(kind_of(value))}),
        )
    if not 0 <= value <= len(body):
        what = Wording(_OUTSIDE, {"offset": f"{value}", "length": f"{len(body)}"})
        raise Fault(field, what, "", ProblemKind.OFFSETS)
    return value


def fragments_of(raw: dict[str, Any], where: str, body: str, span: Span) -> tuple[Span, ...]:
    """Return the `fragments` that make up `span`, or the span alone; raises Fault."""
    pieces = raw.get("fragments")
    if pieces is None:
        return (span,)
    where += "fragments"
    if not isinstance(pieces, list) or not pieces or not all(isinstance(p, list) and len(p) == 2 for p in pieces):
        raise Fault(where, tr("expected a list of [start, end] pairs"))
    out = tuple(span_of({"start": p[0], "end": p[1]}, f"{where}[{i}].", body) for i, p in enumerate(pieces))
    if any(a.end > b.begin for a, b in pairwise(out)):
        raise Fault(where, tr("overlap or are out of order"), "", ProblemKind.OFFSETS)
    if (out[0].begin, out[-1].end) != (span.begin, span.end):
        raise Fault(where, tr("do not begin and end where the span does"), "", ProblemKind.OFFSETS)
    return out


def require_words(raw: dict[str, Any], where: str, body: str, fragments: Sequence[Span]) -> None:
    """Raise Fault where a span has its words in `text`, and other ones stand there; white space may be any."""
    words = raw.get("text")
    if not isinstance(words, str):
        return
    if _are(words, body, fragments):
        return
    stretch = body[fragments[0].begin : fragments[-1].end]
    what = text_there(stretch, words)
    as_utf16 = counting("utf16")(body)
    there = [Span(as_utf16(f.begin), as_utf16(f.end)) for f in fragments]
    what_to_do = _AS_UTF16 if _are(words, body, there) else _FROM_0
    raise Fault(f"{where}text", what, what_to_do, ProblemKind.TEXT)


def _are(words: str, body: str, fragments: Sequence[Span]) -> bool:
    stretch = body[fragments[0].begin : fragments[-1].end]
    return "".join(words.split()) in {"".join(t.split()) for t in (stretch, " ".join(f.of(body) for f in fragments))}
