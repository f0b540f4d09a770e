"""Spans of tokens as tags (IOB1, IOB2, BIOES) and back."""

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum

from msgspec import Struct

_OUTSIDE = frozenset({"", "O", "_", "-", "o"})
_PLAIN = re.compile(r"[^\W\d_][\w.:/+&-]*")  # a label without prefix
_BEGINS = frozenset("BSU")
_ENDS = frozenset("ESLU")
_PREFIXES = frozenset("BIESLU")


class Scheme(StrEnum):
    """How spans are coded, token by token."""

    IOB1 = "iob1"  # I-, and B- only where a span follows another of its label without a gap
    IOB2 = "iob2"  # B- at every begin
    BIOES = "bioes"  # B- I- E-, S- for one token


class TokenSpan(Struct, frozen=True, order=True):
    """The tokens `first` to `stop` (exclusive) of a sentence under a label."""

    first: int
    stop: int
    label: str


def flat(spans: Iterable[TokenSpan]) -> tuple[list[TokenSpan], list[TokenSpan]]:
    """Part spans into those that do not overlap, in order, and the others: the longer stays, then the earlier."""
    kept: list[TokenSpan] = []
    others: list[TokenSpan] = []
    taken: set[int] = set()
    for span in sorted(spans, key=lambda s: (s.first - s.stop, s.first, s.label)):
        places = range(span.first, span.stop)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(span)
        else:
            others.append(span)
    return sorted(kept), others


def encoded(count: int, spans: Iterable[TokenSpan], scheme: Scheme = Scheme.IOB2) -> list[str]:
    """Return the tags of `count` tokens; the spans must not overlap."""
    tags = ["O"] * count
    before = TokenSpan(-1, -1, "")
    for span in sorted(spans):
        touches = span.first == before.stop and span.label == before.label
        for i in range(span.first, span.stop):
            tags[i] = f"{_prefix(i, span, scheme, touches)}-{span.label}"
        before = span
    return tags


def _prefix(i: int, span: TokenSpan, scheme: Scheme, touches: bool) -> str:
    first, last = i == span.first, i == span.stop - 1
    if scheme is Scheme.BIOES and last:
        return "S" if first else "E"
    if scheme is Scheme.IOB1 and not touches:
        return "I"
    return "B" if first else "I"


def decoded_tags(tags: Sequence[str]) -> list[TokenSpan]:
    """Return the spans of tags in any of the schemes (BILOU and plain labels, too), as the CoNLL scorer reads them.

    A span begins at B-, S-, U-, where the label changes and after an end; a tag without prefix is inside its label.
    """
    spans: list[TokenSpan] = []
    first, open_label, ended = 0, "", True
    for i, tag in enumerate(tags):
        prefix, label = _parted(tag)
        begins = bool(label) and (prefix in _BEGINS or label != open_label or ended)
        if open_label and (begins or not label):
            spans.append(TokenSpan(first, i, open_label))
            open_label = ""
        if begins:
            first, open_label = i, label
        ended = not label or prefix in _ENDS
        if ended and open_label:
            spans.append(TokenSpan(first, i + 1, open_label))
            open_label = ""
    if open_label:
        spans.append(TokenSpan(first, len(tags), open_label))
    return spans


def is_nameless(tag: str) -> bool:
    """Say whether a tag is a prefix with no label behind it, such as B-."""
    return tag not in _OUTSIDE and len(tag) == len("B-") and tag[0] in _PREFIXES and tag[1] == "-"


def is_outside(tag: str) -> bool:
    """Say whether a tag says that its token is in no span."""
    return tag in _OUTSIDE


def is_tag(tag: str) -> bool:
    """Say whether something can be a tag: O, a label behind a prefix, or one alone, which is a name and no more."""
    if is_nameless(tag):
        return False
    if tag in _OUTSIDE or _PLAIN.fullmatch(tag):
        return True
    prefix, dash, label = tag.partition("-")
    return bool(dash and prefix in _PREFIXES and label)


def _parted(tag: str) -> tuple[str, str]:
    """Return a tag's prefix and label; both are empty outside."""
    if tag in _OUTSIDE:
        return "", ""
    prefix, dash, label = tag.partition("-")
    if dash and prefix in _PREFIXES and label:
        return prefix, label
    return "I", tag
