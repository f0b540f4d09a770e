"""What annotators say of an article: mentions, times, arguments, relations, comments."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct, field

from dateline.model.article import Region
from dateline.model.text import Span
from dateline.model.when import When


class AnnotatorKind(StrEnum):
    """Where annotations come from."""

    PERSON = "person"
    MODEL = "model"
    IMPORT = "import"
    ADJUDICATOR = "adjudicator"


class Layer(StrEnum):
    """The four kinds of label."""

    ENTITY = "entity"
    TIME = "time"
    EVENT = "event"
    RELATION = "relation"


class Annotator(Struct, frozen=True):
    """A person, a model, an import or the adjudicator; every annotation belongs to one."""

    id: str
    name: str
    kind: AnnotatorKind = AnnotatorKind.PERSON


def told_apart(annotators: Iterable[Annotator]) -> list[str]:
    """Return annotators' names in order, with the kind ("ada (import)"), or else the id, where several have a name."""
    found = {a.id: a for a in annotators}.values()
    names = Counter(a.name for a in found)
    kinds = Counter((a.name, a.kind) for a in found)
    return sorted(
        a.name if names[a.name] == 1 else f"{a.name} ({a.kind if kinds[a.name, a.kind] == 1 else a.id})" for a in found
    )


def called(name: str, annotators: Iterable[Annotator]) -> list[Annotator]:
    """Return whom a name means as `told_apart` writes it, or an id; several where they have one name."""
    found = {a.id: a for a in annotators}.values()
    own = [a for a in found if a.name == name]
    return own or [a for a in found if name in (a.id, f"{a.name} ({a.kind})", f"{a.name} ({a.id})")]


class Mention(Struct, frozen=True, gc=False):
    """Words of one article under a label: an entity, a time expression, or (layer EVENT) an event's trigger.

    `fragments` are sorted, do not overlap, and are more than one only where the mention is discontinuous.
    `attributes` map an attribute's name to its value ("modality": "planned").
    `entity_id` is set on entity mentions, `happening_id` on event mentions, once linked.
    """

    id: str
    article_id: str
    annotator_id: str
    layer: Layer
    label: str
    fragments: tuple[Span, ...]
    attributes: dict[str, str] = field(default_factory=dict)
    entity_id: str | None = None
    happening_id: str | None = None

    def __post_init__(self) -> None:
        if not self.fragments:
            raise ValueError("a mention needs at least one fragment")
        if len(self.fragments) > 1 and any(
            a.end > b.begin for a, b in zip(self.fragments, self.fragments[1:], strict=False)
        ):
            raise ValueError(f"fragments overlap or are out of order: {self.fragments}")

    @property
    def span(self) -> Span:
        """The whole stretch from the first fragment's begin to the last one's end."""
        fragments = self.fragments
        return fragments[0] if len(fragments) == 1 else Span(fragments[0].begin, fragments[-1].end)

    @property
    def planned(self) -> bool:
        """Whether it is told as anything but a fact: planned, possible."""
        return self.attributes.get("modality", "asserted") != "asserted"

    @property
    def denied(self) -> bool:
        """Whether it is told as what is not so."""
        return self.attributes.get("polarity", "positive") == "negative"

    def text_of(self, text: str) -> str:
        """Return the words of `text` this mention covers, fragments joined by one space."""
        if len(self.fragments) == 1:
            return self.fragments[0].of(text)
        return " ".join(f.of(text) for f in self.fragments)


class TimeSource(StrEnum):
    """How a time value came about."""

    RULE = "rule"
    HAND = "hand"
    IMPORT = "import"


class TimeValue(Struct, frozen=True, gc=False):
    """What a time mention stands for; its id is the mention's.

    `value` and `mod` follow TIMEX3 (ISO-TimeML): "2018-04-19", "2018-W17", "P2D", "XXXX-WXX-4"; `when` is the
    interval on the calendar, None for durations, sets and vague values. `anchor` is the date it was resolved
    against, `rule` the rule that did it. `replaced` keeps the value a hand-set one took the place of.
    """

    id: str
    value: str
    when: When | None = None
    mod: str = ""
    source: TimeSource = TimeSource.RULE
    rule: str = ""
    anchor: str = ""
    replaced: str = ""


class Argument(Struct, frozen=True):
    """A mention that fills a role of an event; both ends are mention ids of the same article and annotator."""

    id: str
    event_id: str
    role: str
    filler_id: str


class Relation(Struct, frozen=True):
    """A labelled, directed link between two mentions of the same article and annotator."""

    id: str
    article_id: str
    annotator_id: str
    label: str
    source_id: str
    target_id: str


class Comment(Struct, frozen=True):
    """A note on an article, or on one mention of it."""

    id: str
    article_id: str
    annotator_id: str
    text: str
    mention_id: str | None = None
    at: str = ""  # ISO 8601, UTC


class Annotations(Struct, frozen=True):
    """All of one annotator's annotations of one article, mentions in text order."""

    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeValue, ...] = ()
    arguments: tuple[Argument, ...] = ()
    relations: tuple[Relation, ...] = ()
    comments: tuple[Comment, ...] = ()
    regions: tuple[Region, ...] = ()
