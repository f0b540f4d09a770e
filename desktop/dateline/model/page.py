"""One article with one annotator's annotations, indexed for panels to look things up in."""

from collections.abc import Iterable, Iterator

from msgspec import Struct, field

from dateline.model.annotation import Annotations, Argument, Comment, Layer, Mention, Relation, TimeValue
from dateline.model.article import Article, Region, RegionKind
from dateline.model.records import Records
from dateline.model.text import Span


class Page(Struct):
    """What the reader shows and the inspector asks; `Session` keeps it in step with the store.

    The one mutable value of the model: panels read it and never change it.
    """

    article: Article
    annotator_id: str
    mentions: Records[Mention] = field(default_factory=Records)
    times: dict[str, TimeValue] = field(default_factory=dict)  # by mention id
    arguments: Records[Argument] = field(default_factory=Records)
    relations: dict[str, Relation] = field(default_factory=dict)
    comments: dict[str, Comment] = field(default_factory=dict)
    regions: dict[str, Region] = field(default_factory=dict)

    @classmethod
    def of(cls, article: Article, annotator_id: str, annotations: Annotations) -> "Page":
        """Index `annotations` of `article`."""
        page = cls(article, annotator_id)
        for name in ("mentions", "times", "arguments", "relations", "comments", "regions"):
            getattr(page, name).update((r.id, r) for r in getattr(annotations, name))
        return page

    @property
    def text(self) -> str:
        """The text of record."""
        return self.article.text

    def in_order(self) -> list[Mention]:
        """Return the mentions by begin, the longer first where several begin together."""
        return sorted(self.mentions.values(), key=lambda m: (m.span.begin, -m.span.end, m.id))

    def at(self, position: int) -> list[Mention]:
        """Return the mentions with a fragment over the character at `position`, outermost first."""
        hits = (m for m in self.mentions.values() if any(f.begin <= position < f.end for f in m.fragments))
        return sorted(hits, key=lambda m: (-len(m.span), m.span.begin, m.id))

    def exactly(self, fragments: tuple[Span, ...], layer: Layer | None = None) -> list[Mention]:
        """Return the mentions with just these fragments (and of this layer)."""
        there = self.mentions.having(_begin, fragments[0].begin) if fragments else ()
        return [m for m in there if m.fragments == fragments and layer in (None, m.layer)]

    def events(self) -> list[Mention]:
        """Return the triggers in text order."""
        return [m for m in self.in_order() if m.layer is Layer.EVENT]

    def arguments_of(self, event_id: str) -> list[Argument]:
        """Return an event's arguments, in text order of their fillers."""
        mine = self.arguments.having(_event, event_id)
        return sorted(
            mine, key=lambda a: self.mentions[a.filler_id].span if a.filler_id in self.mentions else Span(0, 1)
        )

    def roles_of(self, mention_id: str) -> list[Argument]:
        """Return the arguments that a mention fills."""
        return self.arguments.having(_filler, mention_id)

    def label_counts(self) -> dict[str, int]:
        """Return how often each label stands in the text."""
        return {str(label): n for label, n in self.mentions.counts(_label).items()}

    def comment_on(self, mention_id: str | None) -> Comment | None:
        """Return the comment on a mention (None: on the article), if there is one."""
        return next((c for c in self.comments.values() if c.mention_id == mention_id), None)

    def time_of(self, event_id: str) -> TimeValue | None:
        """Return the value of the first of an event's time arguments that has a place on the calendar."""
        values = [self.times[a.filler_id] for a in self.arguments_of(event_id) if a.filler_id in self.times]
        return next((v for v in values if v.when), values[0] if values else None)

    def boilerplate(self) -> list[Span]:
        """Return the zones that are not part of the report, in order."""
        return sorted(r.span for r in self.regions.values() if r.kind is RegionKind.BOILERPLATE)

    def negatives(self) -> list[Region]:
        """Return the verified negatives, in order."""
        return sorted((r for r in self.regions.values() if r.kind is RegionKind.NEGATIVE), key=lambda r: r.span)


def _begin(mention: Mention) -> int:
    return mention.fragments[0].begin


def _label(mention: Mention) -> str:
    return mention.label


def _event(argument: Argument) -> str:
    return argument.event_id


def _filler(argument: Argument) -> str:
    return argument.filler_id


def without(spans: Iterable[Span], zones: Iterable[Span]) -> Iterator[Span]:
    """Yield the parts of `spans` that lie outside `zones`."""
    cuts = sorted(zones)
    for span in spans:
        begin = span.begin
        for zone in cuts:
            if zone.end <= begin or zone.begin >= span.end:
                continue
            if zone.begin > begin:
                yield Span(begin, zone.begin)
            begin = max(begin, zone.end)
        if begin < span.end:
            yield Span(begin, span.end)
