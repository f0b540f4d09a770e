"""Names that stand twice for one: nested in another, or as a short form in brackets beside it."""

from dateline.model.annotation import Layer, Mention
from dateline.model.text import Span


def inside_another(mention: Mention, others: list[Mention]) -> bool:
    """The outer of nested names is the better guess: "Turkish Foreign Ministry" rather than "Turkish"."""
    mine = sum(map(len, mention.fragments))
    return any(
        sum(map(len, o.fragments)) > mine and all(any(f.covers(own) for f in o.fragments) for own in mention.fragments)
        for o in others
    )


def said_twice(text: str, mention: Mention, others: list[Mention], event: Mention) -> bool:
    """Of a name and its short form in brackets, "African Union (AU)", the nearer one is enough."""
    if mention.layer is not Layer.ENTITY:
        return False
    before = mention.span.begin < event.span.begin
    ahead = mention.span.end
    if before:
        return any(o.label == mention.label and _is_bracketed(text, ahead, o.span) for o in others)
    return any(o.label == mention.label and _is_bracketed(text, o.span.end, mention.span) for o in others)


def _is_bracketed(text: str, end: int, span: Span) -> bool:
    return text[end : span.begin] == " (" and text[span.end : span.end + 1] == ")"
