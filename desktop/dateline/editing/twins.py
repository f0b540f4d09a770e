"""Spans that a source has twice: the same words under the same label, on one page."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from msgspec.structs import replace

from dateline.exchange.problems import Problem, ProblemKind, worded
from dateline.model.annotation import Argument, Layer, Mention, Relation
from dateline.model.bundle import Bundle
from dateline.model.wording import Wording, tr

Link = TypeVar("Link", Argument, Relation)

_ONE = tr("“{words}” ({label}) is there twice; it is taken once")
_MANY = tr("{count} annotations are there twice and are taken once, such as “{words}” ({label})")


def without_twins(bundle: Bundle, *, events: bool = False) -> tuple[Bundle, Problem | None]:
    """Return a page whose entities and times are there once, and what is told of those that were there again.

    What referred to one of them refers to the first. Events stay: one trigger may tell of two. So do those that have
    attributes, entities, happenings or values of their own. `events`: an event, too, is there once.
    """
    annotations = bundle.annotations
    values = {t.id: (t.value, t.mod) for t in annotations.times}
    first: dict[object, str] = {}
    same: dict[str, str] = {}
    for m in annotations.mentions:
        if events or m.layer is not Layer.EVENT:
            known = first.setdefault((_said(m), values.get(m.id)), m.id)
            if known != m.id:
                same[m.id] = known
    if not same:
        return bundle, None

    def stays(mention_id: str) -> str:
        return same.get(mention_id, mention_id)

    found = replace(
        annotations,
        mentions=tuple(m for m in annotations.mentions if m.id not in same),
        times=tuple(t for t in annotations.times if t.id not in same),
        arguments=_once(
            (replace(a, event_id=stays(a.event_id), filler_id=stays(a.filler_id)) for a in annotations.arguments),
            lambda a: (a.event_id, a.role, a.filler_id),
        ),
        relations=_once(
            (replace(r, source_id=stays(r.source_id), target_id=stays(r.target_id)) for r in annotations.relations),
            lambda r: (r.label, r.source_id, r.target_id),
        ),
        comments=tuple(replace(c, mention_id=stays(c.mention_id)) if c.mention_id else c for c in annotations.comments),
    )
    one = next(m for m in annotations.mentions if m.id in same)
    details = {"words": one.text_of(bundle.article.text)[:60], "label": one.label, "count": f"{len(same)}"}
    told = Wording(_ONE if len(same) == 1 else _MANY, details)
    return replace(bundle, annotations=found), worded(told, "", bundle.article.name, kind=ProblemKind.REPEATED_TEXT)


def _once(links: Iterable[Link], told_by: Callable[[Link], object]) -> tuple[Link, ...]:
    """Return links of which no two join the same."""
    found: dict[object, Link] = {}
    for link in links:
        found.setdefault(told_by(link), link)
    return tuple(found.values())


def _said(m: Mention) -> object:
    marks = frozenset(m.attributes.items()) if m.attributes else None
    return m.label, m.fragments, marks, m.entity_id, m.happening_id
