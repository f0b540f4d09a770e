"""A small world to store: a schema, an annotator, articles, and an event with its arguments."""

from dataclasses import dataclass
from typing import Any

from dateline.model.annotation import (
    Annotator,
    Argument,
    Comment,
    Layer,
    Mention,
    Relation,
    TimeSource,
    TimeValue,
)
from dateline.model.article import Article, Original, Progress, Region, RegionKind, State
from dateline.model.ids import new_id
from dateline.model.registry import Entity, Happening
from dateline.model.schema import LabelType, Role, Schema
from dateline.model.text import Span
from dateline.model.when import Granularity, When

SCHEMA = Schema(
    "small",
    "Small",
    "For tests",
    types=(
        LabelType("t-gpe", Layer.ENTITY, "GPE", key="g", position=0),
        LabelType("t-date", Layer.TIME, "DATE", key="d", position=1),
        LabelType("t-meet", Layer.EVENT, "MEET", key="m", roles=(Role("Place", "p"), Role("Time")), position=2),
    ),
)
TEXT = "The ministers of Türkiye and Iran met in Astana on Thursday,\r\nofficials\u00a0said. 🤝 Nothing was signed.\n"


def article(text: str = TEXT, **fields: Any) -> Article:
    return Article(new_id(), text, **fields)


def mention(of: Article, who: Annotator, begin: int, end: int, **fields: Any) -> Mention:
    given = {"layer": Layer.ENTITY, "label": "GPE"} | fields
    return Mention(new_id(), of.id, who.id, fragments=(Span(begin, end),), **given)


@dataclass(frozen=True)
class World:
    """One of everything, referring to one another."""

    annotator: Annotator
    article: Article
    entity: Entity
    happening: Happening
    place: Mention
    time: Mention
    event: Mention
    value: TimeValue
    arguments: tuple[Argument, ...]
    relation: Relation
    comment: Comment
    regions: tuple[Region, ...]
    progress: Progress
    original: Original

    @classmethod
    def make(cls, name: str = "Ana") -> "World":
        who, art = Annotator(new_id(), name), article(title="Meeting", published="2018-04-19", meta={"desk": "Ω"})
        entity = Entity(new_id(), "Astana", "GPE", ("Nur-Sultan",), "Q1520", "")
        day = When(1_524_096_000, 1_524_182_400, Granularity.DAY)
        happening = Happening(new_id(), "Talks", "MEET", day, "", "")
        begin = TEXT.index
        place = mention(art, who, begin("Astana"), begin("Astana") + 6, entity_id=entity.id)
        time = mention(art, who, begin("Thursday"), begin("Thursday") + 8, layer=Layer.TIME, label="DATE")
        event = Mention(
            new_id(), art.id, who.id, Layer.EVENT, "MEET", (Span(4, 13), Span(34, 37)),
            {"modality": "asserted"}, None, happening.id,
        )  # fmt: skip
        value = TimeValue(time.id, "2018-04-19", day, source=TimeSource.RULE, rule="weekday", anchor="2018-04-19")
        arguments = (
            Argument(new_id(), event.id, "Place", place.id),
            Argument(new_id(), event.id, "Time", time.id),
        )
        return cls(
            who, art, entity, happening, place, time, event, value, arguments,
            Relation(new_id(), art.id, who.id, "NEAR", place.id, time.id),
            Comment(new_id(), art.id, who.id, "really?", event.id, "2026-01-01T00:00:00Z"),
            (
                Region(new_id(), art.id, RegionKind.NEGATIVE, Span(60, 70), who.id),
                Region(new_id(), art.id, RegionKind.BOILERPLATE, Span(80, 90)),
            ),
            Progress(new_id(), art.id, who.id, State.STARTED),
            Original(new_id(), art.id, "talks.html", "text/html", "<p>The ministers …</p>\r\n"),
        )  # fmt: skip

    def records(self) -> list[Any]:
        """All of it, what is referred to before what refers to it."""
        return [
            self.annotator, self.article, self.entity, self.happening, self.progress, self.place, self.time,
            self.event, self.value, *self.arguments, self.relation, self.comment, *self.regions,
            self.original,
        ]  # fmt: skip
