"""One annotator's page of an article while an importer puts it together."""

from functools import lru_cache

from dateline.model.annotation import (
    Annotations,
    Annotator,
    Argument,
    Comment,
    Layer,
    Mention,
    Relation,
    TimeSource,
    TimeValue,
)
from dateline.model.article import Article, Region, RegionKind, State
from dateline.model.bundle import Bundle
from dateline.model.ids import new_id
from dateline.model.text import Span
from dateline.model.when import When, when_from_value

_LONG = 2**63


class Draft:
    """One annotator's page of one article while it is put together."""

    def __init__(self, article: Article, who: Annotator) -> None:
        self.article, self.who = article, who
        self._mentions: dict[str, Mention] = {}
        self._times: dict[str, TimeValue] = {}
        self._arguments: list[Argument] = []
        self._relations: list[Relation] = []
        self._comments: list[Comment] = []
        self._regions: list[Region] = []
        self.one_sort = False  # see Bundle

    def mention(
        self,
        layer: Layer,
        label: str,
        fragments: tuple[Span, ...],
        attributes: dict[str, str] | None = None,
        entity_id: str | None = None,
        happening_id: str | None = None,
    ) -> str:
        """Add a mention and return its id; a time has no value yet."""
        id_ = new_id()
        self._mentions[id_] = Mention(
            id_, self.article.id, self.who.id, layer, label, fragments, attributes or {}, entity_id, happening_id
        )
        if layer is Layer.TIME:
            self._times[id_] = TimeValue(id_, "", source=TimeSource.IMPORT)
        return id_

    def of(self, mention_id: str) -> Mention:
        """Return a mention that was added."""
        return self._mentions[mention_id]

    def change(self, mention: Mention) -> None:
        """Put a changed mention in the place of the one with its id."""
        self._mentions[mention.id] = mention

    def time(self, mention_id: str, value: str, mod: str = "") -> None:
        """Say what a time stands for."""
        self._times[mention_id] = TimeValue(mention_id, value, when_of_value(value, mod), mod, TimeSource.IMPORT)

    def argument(self, event_id: str, role: str, filler_id: str) -> None:
        """Fill a role of an event."""
        self._arguments.append(Argument(new_id(), event_id, role, filler_id))

    def relation(self, label: str, source_id: str, target_id: str) -> None:
        """Link two mentions."""
        self._relations.append(Relation(new_id(), self.article.id, self.who.id, label, source_id, target_id))

    def comment(self, text: str, mention_id: str | None = None, at: str = "") -> None:
        """Add a note on a mention or on the article."""
        self._comments.append(Comment(new_id(), self.article.id, self.who.id, text, mention_id, at))

    def region(self, kind: RegionKind, span: Span) -> None:
        """Set a stretch apart."""
        owner = self.who.id if kind is RegionKind.NEGATIVE else None
        self._regions.append(Region(new_id(), self.article.id, kind, span, owner))

    def bundle(self, state: State | None = None, *, remade: bool = False) -> Bundle:
        """Return the page; its state is "started" when it holds something and nobody says otherwise.

        `remade`: its text was made of tokens.
        """
        mentions = sorted(self._mentions.values(), key=lambda m: (m.fragments[0].begin, -m.fragments[-1].end, m.id))
        touched = mentions or self._relations or self._comments or self._regions
        return Bundle(
            self.article,
            self.who,
            state or (State.STARTED if touched else State.NEW),
            Annotations(
                tuple(mentions),
                tuple([self._times[m.id] for m in mentions if m.layer is Layer.TIME]),
                tuple(self._arguments),
                tuple(self._relations),
                tuple(self._comments),
                tuple(self._regions),
            ),
            remade=remade,
            one_sort=self.one_sort,
        )


@lru_cache(maxsize=4096)
def when_of_value(value: str, mod: str) -> When | None:
    """Return the interval of a TIMEX3 value that a project can hold, or None."""
    when = when_from_value(value, mod) if len(value) < 60 else None
    if when and any(not -_LONG <= second < _LONG for second in (when.begin, when.end) if second is not None):
        return None
    return when
