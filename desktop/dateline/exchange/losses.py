"""What is written of each bundle, as its format tells it: what was left out or renamed, and which text stands there."""

from collections import Counter

from msgspec import Struct

from dateline.model.annotation import Layer, Mention, Relation
from dateline.model.bundle import Frame
from dateline.model.registry import Entity, Happening
from dateline.model.wording import Advice, Wording, tr

_EXAMPLES, _NAMED = 5, 3
# Said of its own beside the attributes: whoever counts events would count these.
NO_FACTS = tr("events that are denied, planned or only possible: written as if they had happened")
# Gold whose tags are not what was tagged, by format: a tagger learns that there is nothing, or more than was meant.
NOT_IN_TAGS = tr("spans that tokens do not begin and end with (in spans, not in ner_tags)")
NOT_TOKENS = tr("spans that do not begin and end with tokens")
NOT_SPACYS = tr("spans that do not begin and end with spaCy's tokens")
WHOLE_WORDS = tr("spans that begin or end inside a word (written as whole words)")
EDGES = tr("white space at the edges of spans")
UNREAD = tr("texts that are not done: of the words outside their spans spaCy learns nothing")
AS_OUTSIDE = tr("texts that are not done: the words outside their spans are written as if there were nothing to tag")
_ONE = {  # the same of one
    AS_OUTSIDE: tr("text that is not done: the words outside its spans are written as if there were nothing to tag"),
    UNREAD: tr("text that is not done: of the words outside its spans spaCy learns nothing"),
    NO_FACTS: tr("event that is denied, planned or only possible: written as if it had happened"),
    NOT_IN_TAGS: tr("span that tokens do not begin and end with (in spans, not in ner_tags)"),
    NOT_TOKENS: tr("span that does not begin and end with tokens"),
    NOT_SPACYS: tr("span that does not begin and end with spaCy's tokens"),
    WHOLE_WORDS: tr("span that begins or ends inside a word (written as whole words)"),
}
_WITH_ADVICE = tr("{count} {kind}: {examples}. {todo}")
_TO_DO = {
    AS_OUTSIDE: Advice(
        tr(
            "Mark as done what was read to its end, several at once in the list of articles; or take only what is done,"
            " under States"
        ),
        "Mark as done what was read to its end, or take only what is done: --state done",
    ),
    UNREAD: Advice(
        tr(
            "Mark as done what was read to its end, several at once in the list of articles; or choose “outside” for"
            " words outside spans in articles that are not done"
        ),
        "Mark as done what was read to its end, or write these words as outside: --option unfinished=outside",
    ),
}
_GRAVE = (NO_FACTS, NOT_IN_TAGS, NOT_TOKENS, NOT_SPACYS, WHOLE_WORDS, UNREAD, AS_OUTSIDE)


class Loss(Struct, frozen=True):
    """A kind of thing a format could not hold, how often, and the first examples."""

    kind: str
    count: int
    examples: tuple[str, ...] = ()


class Written(Struct, frozen=True):
    """What is written of a bundle's text: another one than the article's, if any, and how many characters of it."""

    text: str | None = None
    characters: int | None = None  # None: all


class Losses:
    """Collects what is left out or only approximated while writing bundles of a frame."""

    def __init__(self, frame: Frame | None = None) -> None:
        things: tuple[Entity | Happening, ...] = (*frame.entities, *frame.happenings) if frame else ()
        self._unmet = {t.id: t for t in things}
        self._linking = False  # whether the format says of things only what mentions are linked with
        self._counts: Counter[str] = Counter()
        self._examples: dict[str, list[str]] = {}
        self._once: set[tuple[str, str]] = set()
        self._dropped: Counter[tuple[str, str]] = Counter()
        self._written = Written()

    def add(self, kind: str, example: str = "", count: int = 1) -> None:
        """Note that `count` things of a kind were left out."""
        if count:
            self._counts[kind] += count
            examples = self._examples.setdefault(kind, [])
            if example and len(examples) < _EXAMPLES and example not in examples:
                examples.append(example)

    def add_once(self, kind: str, thing_id: str, example: str) -> None:
        """Note what is left out of a thing that many articles share, when it is met first."""
        if (kind, thing_id) not in self._once:
            self._once.add((kind, thing_id))
            self.add(kind, example)

    def drop(self, kind: str, example: str, *items: Mention | Relation) -> None:
        """Note what is not written at all: the manifest does not count it."""
        self.add(kind, example, len(items))
        self.uncount(*items)

    def uncount(self, *items: Mention | Relation) -> None:
        """Take from the manifest's counts what goes with something that was noted."""
        for item in items:
            self._dropped[layer_of(item).value, item.label] += 1

    def rename(self, kind: str, example: str, item: Mention | Relation, written: str) -> None:
        """Note what is written under another label, under which the manifest counts it."""
        self.drop(kind, example, item)
        self._dropped[layer_of(item).value, written] -= 1

    def meet(self, thing_id: str) -> Entity | Happening | None:
        """Return an entity or happening of the frame when it is met first, that each is noted once."""
        return self._unmet.pop(thing_id, None)

    def only_linked(self) -> None:
        """Note that the format has no place for an entity or happening that no mention is linked with."""
        self._linking = True

    def unmet(self) -> tuple[Entity | Happening, ...]:
        """Return those that nothing written is linked with; none for a format that has a registry."""
        return tuple(self._unmet.values()) if self._linking else ()

    def edges(self, text: str, mention: Mention, written: Mention) -> None:
        """Note where a span that is written has lost white space at its edges."""
        if mention.span != written.span:
            self.add(EDGES, mention.text_of(text))

    def dropped(self) -> Counter[tuple[str, str]]:
        """Return how many of each (layer, label) were not written since this was last asked; below 0: that came so."""
        dropped, self._dropped = self._dropped, Counter()
        return dropped

    def wrote(self, text: str | None, characters: int | None = None) -> None:
        """Note which text is written in place of the article's, and how much of it where it is not all."""
        self._written = Written(text, characters)

    def written(self) -> Written:
        """Return what was noted last of the text, since this was last asked."""
        written, self._written = self._written, Written()
        return written

    def all(self) -> tuple[Loss, ...]:
        """Return the losses, first those that make what is written wrong, then the most frequent."""
        found = sorted(self._counts.most_common(), key=lambda pair: pair[0] not in _GRAVE)
        return tuple(Loss(kind, n, tuple(self._examples[kind])) for kind, n in found)

    def grave(self) -> tuple[Wording, ...]:
        """Return a sentence for each kind that makes what is written wrong: these are to be told at once."""
        return tuple(_said(loss) for loss in self.all() if loss.kind in _GRAVE)


def _said(loss: Loss) -> Wording:
    details: dict[str, str | Wording | Advice] = {
        "count": str(loss.count),
        "kind": _named(loss),
        "examples": _first(loss),
    }
    if todo := _TO_DO.get(loss.kind):
        return Wording(_WITH_ADVICE, details | {"todo": todo})
    return Wording(tr("{count} {kind}: {examples}"), details)


def _named(loss: Loss) -> Wording:
    return Wording(_ONE[loss.kind] if loss.count == 1 else loss.kind)


def _first(loss: Loss) -> str:
    named = ", ".join(f"“{' '.join(example.split())}”" for example in loss.examples[:_NAMED])
    return f"{named} …" if loss.count > _NAMED else named


def layer_of(item: Mention | Relation) -> Layer:
    """Return the layer of a mention or a relation."""
    return item.layer if isinstance(item, Mention) else Layer.RELATION
