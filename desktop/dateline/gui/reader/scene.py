"""What there is to draw besides the text: mentions, links, zones, suggestions and what is in focus. Free of Qt."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence, Set

from msgspec import Struct

from dateline.gui.reader.index import MentionIndex
from dateline.gui.reader.links import Focus, Links
from dateline.model.annotation import Layer
from dateline.model.article import RegionKind
from dateline.model.changes import Changes, Kind
from dateline.model.page import Page
from dateline.model.text import Span, merged


class Suggestion(Struct, frozen=True):
    """A mention that is proposed and not made: drawn as an outline only. `says`, a date, stands in its tag."""

    id: str
    label: str
    layer: Layer
    fragments: tuple[Span, ...]
    says: str = ""

    @property
    def span(self) -> Span:
        """The whole stretch from the first fragment's begin to the last one's end."""
        return Span(self.fragments[0].begin, self.fragments[-1].end)


class Scene:
    """The annotations of a page, indexed for drawing and kept up with what changes."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.index = MentionIndex(page.mentions)
        self.focus: Focus | None = None
        self.arcs = False
        self.suggestions: tuple[Suggestion, ...] = ()
        self._suggestion_begins: list[int] = []
        self._suggestion_reach = 0
        self.current_suggestion: str | None = None
        self._links: Links | None = None
        self._greyed: tuple[Span, ...] = ()
        self._negatives: tuple[Span, ...] = ()
        self._read_regions()

    @property
    def links(self) -> Links:
        """Arguments and relations; indexed when first needed."""
        if self._links is None:
            self._links = Links(self.page.arguments, self.page.relations)
        return self._links

    def reload(self) -> None:
        """Read all annotations of the page anew."""
        self.index = MentionIndex(self.page.mentions)
        self._links = None
        self._read_regions()

    def apply(self, changes: Changes) -> list[Span]:
        """Take over what `changes` name from the page; return the stretches of text whose looks may differ."""
        touched: list[Span] = []
        for mention_id in _ids(changes, Kind.MENTION):
            if old := self.index.discard(mention_id):
                touched.append(old.span)
            if new := self.page.mentions.get(mention_id):
                self.index.put(new)
                touched.append(new.span)
            if self.arcs:  # they run to where the others stand
                ends = {e for link in self.links.of(mention_id) for e in (link.source, link.target)}
                touched += [m.span for e in ends if (m := self.index.get(e))]
        touched += self._apply_links(changes)
        if changes.touches(Kind.REGION):
            greyed, negatives = {*self._greyed}, {*self._negatives}
            self._read_regions()  # each kind by itself: the same words can be both, and are then drawn as both
            touched += greyed ^ {*self._greyed} | negatives ^ {*self._negatives}
        return touched

    def _apply_links(self, changes: Changes) -> list[Span]:
        if self._links is None:
            return []
        ends: set[str] = set()
        for link_id in _ids(changes, Kind.ARGUMENT) | _ids(changes, Kind.RELATION):
            if old := self._links.discard(link_id):
                ends |= {old.source, old.target}
            if record := self.page.arguments.get(link_id) or self.page.relations.get(link_id):
                self._links.put(record)
                link = self._links.get(link_id)
                ends |= {link.source, link.target} if link else set()
        return [m.span for e in ends if (m := self.index.get(e))]

    def _read_regions(self) -> None:
        regions = self.page.regions.values()
        self._greyed = merged(r.span for r in regions if r.kind is RegionKind.BOILERPLATE)
        self._negatives = merged(r.span for r in regions if r.kind is RegionKind.NEGATIVE)

    def zones_over(self, begin: int, end: int) -> tuple[list[Span], list[Span]]:
        """Return the boilerplate and the verified negatives that touch [begin, end)."""
        return (
            [s for s in self._greyed if s.begin < end and begin < s.end],
            [s for s in self._negatives if s.begin < end and begin < s.end],
        )

    def set_suggestions(self, suggestions: Iterable[Suggestion]) -> list[Span]:
        """Take other suggestions; return where they differ from those before."""
        before = self.suggestions
        self.suggestions = tuple(sorted(suggestions, key=lambda s: (s.span.begin, -s.span.end)))
        self._suggestion_begins = [s.span.begin for s in self.suggestions]
        self._suggestion_reach = max((len(s.span) for s in self.suggestions), default=0)
        if self.suggestion(self.current_suggestion) is None:
            self.current_suggestion = None
        return [s.span for s in {*before} ^ {*self.suggestions}]

    def withdraw_suggestions(self, ids: Set[str]) -> list[Span]:
        """Take some away; return where they stood."""
        gone = [i for i, s in enumerate(self.suggestions) if s.id in ids]
        spans = [self.suggestions[i].span for i in gone]
        if gone:
            rest = list(self.suggestions)
            for i in reversed(gone):
                del rest[i], self._suggestion_begins[i]
            self.suggestions = tuple(rest)
        if self.current_suggestion in ids:
            self.current_suggestion = None
        return spans

    def suggestion(self, suggestion_id: str | None) -> Suggestion | None:
        """Return a suggestion by its id."""
        return next((s for s in self.suggestions if s.id == suggestion_id), None) if suggestion_id else None

    def suggestions_over(self, begin: int, end: int) -> Sequence[Suggestion]:
        """Return the suggestions that touch [begin, end)."""
        low = bisect_right(self._suggestion_begins, begin - self._suggestion_reach)
        high = bisect_left(self._suggestion_begins, end)
        return [s for s in self.suggestions[low:high] if begin < s.fragments[-1].end]


def _ids(changes: Changes, kind: Kind) -> set[str]:
    return {i for part in (changes.added, changes.altered, changes.removed) for i in part.get(kind, ())}
