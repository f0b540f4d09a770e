"""One project with everything that formats get wrong, for the round trip of each: chance seldom puts it all together.

Two persons' pages of a text with emoji, line ends of both kinds, no-break spaces and words from right to left; in it
spans that are nested, that overlap, that are discontinuous, that hold all of this; and whatever can be said of them.
"""

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
from dateline.model.article import Article, Original, Region, RegionKind, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.registry import Entity, Happening
from dateline.model.schema import Attribute, LabelType, Role, Schema
from dateline.model.text import Span
from dateline.model.when import Granularity, When
from tests.exchange.bundles import Ids

EMOJI, NO_BREAK, RIGHT_TO_LEFT, LINE_END = "😀", "\u00a0", "محادثات", "\r\n"
FAMILY = "\U0001f469\u200d\U0001f467"  # one sign to the eye, three code points, five units of UTF-16
TEXT = (
    f"{EMOJI} The Republic{NO_BREAK}of Lorvia agreed {FAMILY} to {RIGHT_TO_LEFT} with Tu\u0308rkiye on Thursday."
    f"{LINE_END}Ann and Bob Ray met there,{LINE_END}and talked.{LINE_END}{LINE_END}"
    f"Nothing{NO_BREAK}happened {EMOJI}.\nMenu {EMOJI} Home"
)
_MODALITY = Attribute("modality", ("asserted", "planned"), "asserted")
_TYPES = (
    LabelType("t0", Layer.ENTITY, "PERSON", position=0),
    LabelType("t1", Layer.ENTITY, "GPE", position=1),
    LabelType("t2", Layer.TIME, "DATE", position=2),
    LabelType("t3", Layer.EVENT, "AGREE", roles=(Role("Agent", "a", ("PERSON",)), Role("Time")), position=3),
    LabelType(
        "t4",
        Layer.EVENT,
        "CONSULT",
        attributes=(_MODALITY,),
        position=4,
    ),
    LabelType("t5", Layer.RELATION, "BEFORE", position=5),
)
_ids = Ids()
_WHO = tuple(Annotator(_ids(), f"person {n}") for n in range(2))
_ENTITY = Entity(_ids(), "Lorvia", "GPE", ("Republic of Lorvia",), "Q9", "a note")
_HAPPENING = Happening(_ids(), "The talks", "AGREE", When(0, 86_400, Granularity.DAY), "Q8", "another")
_ARTICLE = Article(
    _ids(), TEXT, f"Talks {EMOJI}", "2018-04-20", f"The{NO_BREAK}Wire", "https://example.org/1", "en", "a note",
    "talks.txt", {"desk": f"{RIGHT_TO_LEFT} {EMOJI}"},
)  # fmt: skip
_ORIGINAL = Original(_ids(), _ARTICLE.id, "talks.html", "text/html", f"<p>{EMOJI}</p>")


def _at(words: str) -> Span:
    begin = TEXT.index(words)
    return Span(begin, begin + len(words))


def _page(who: Annotator) -> Annotations:
    def mention(layer: Layer, label: str, *words: str, **more: object) -> Mention:
        return Mention(_ids(), _ARTICLE.id, who.id, layer, label, tuple(map(_at, words)), **more)  # type: ignore[arg-type]

    def region(kind: RegionKind, words: str, whose: str | None) -> Region:
        return Region(_ids(), _ARTICLE.id, kind, _at(words), whose)

    lorvia = f"Republic{NO_BREAK}of Lorvia"
    whole = mention(Layer.ENTITY, "GPE", lorvia, entity_id=_ENTITY.id)
    inner = mention(Layer.ENTITY, "PERSON", "Lorvia", attributes={"sure": f"{EMOJI} no"})
    agreed = mention(Layer.EVENT, "AGREE", "agreed", happening_id=_HAPPENING.id)
    across = mention(Layer.ENTITY, "GPE", f"Lorvia agreed {FAMILY}")
    talks = mention(Layer.ENTITY, "GPE", RIGHT_TO_LEFT)
    day = mention(Layer.TIME, "DATE", "Thursday")
    apart = mention(Layer.ENTITY, "PERSON", "Ann", "Ray")  # of "Ann and Bob Ray"
    bob = mention(Layer.ENTITY, "PERSON", "Bob Ray")
    met = mention(Layer.EVENT, "CONSULT", "met", f"{LINE_END}and talked", attributes={"modality": "planned"})
    smile = mention(Layer.ENTITY, "PERSON", f"happened {EMOJI}")
    mentions = sorted(
        (whole, inner, agreed, across, talks, day, apart, bob, met, smile),
        key=lambda m: (m.span.begin, -m.span.end, m.id),
    )
    return Annotations(
        tuple(mentions),
        (TimeValue(day.id, "2018-04-19", None, "", TimeSource.IMPORT),),
        (
            Argument(_ids(), agreed.id, "Agent", whole.id), Argument(_ids(), agreed.id, "Time", day.id),
            Argument(_ids(), met.id, "Agent", apart.id), Argument(_ids(), met.id, "Agent", bob.id),
        ),
        (Relation(_ids(), _ARTICLE.id, who.id, "BEFORE", agreed.id, met.id),),
        (
            Comment(_ids(), _ARTICLE.id, who.id, f"{EMOJI} sure?", bob.id, "2026-01-02T03:04:05Z"),
            Comment(_ids(), _ARTICLE.id, who.id, f"of{NO_BREAK}all", None, "2026-01-02T03:04:05Z"),
        ),
        (
            region(RegionKind.BOILERPLATE, f"Menu {EMOJI} Home", None),
            region(RegionKind.NEGATIVE, f"Nothing{NO_BREAK}happened", who.id),
        ),
    )  # fmt: skip


FRAME = Frame(Schema("rich", types=_TYPES), _WHO, (_ENTITY,), (_HAPPENING,))
BUNDLES = [Bundle(_ARTICLE, who, State.DONE, _page(who), _ORIGINAL) for who in _WHO]
RICH = (FRAME, BUNDLES)
