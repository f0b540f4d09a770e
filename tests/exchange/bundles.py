"""Strategies for frames and bundles with everything in them, in the order the native format keeps."""

from hypothesis import strategies as st

from dateline.model.annotation import (
    Annotations,
    Annotator,
    AnnotatorKind,
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

PIECES = st.sampled_from(
    [
        *("Ankara", "Türkiye", "x", "e\u0301", "محادثات", "😀", "\U0001f469\u200d\U0001f467"),
        *(" ", "\u00a0", "\r\n", "\n", "\r", "\u2028", ".", '"', "\\"),
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=30).map("".join)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
DATES = st.sampled_from(["", "2018-04-19", "2018-04-19T10:00", "2018-04-19T10:00:30+06:00", "-0043-03-15"])
LABELS = {
    Layer.ENTITY: ["PERSON", "GPE"],
    Layer.TIME: ["DATE"],
    Layer.EVENT: ["AGREE", "CONSULT"],
    Layer.RELATION: ["BEFORE"],
}
FAR = 10**12
EMPTY = Annotations()


class Ids:
    """Counts out ids as long as the real ones."""

    def __init__(self) -> None:
        self._last = 0

    def __call__(self) -> str:
        self._last += 1
        return f"{self._last:08x}-0000-7000-8000-000000000000"


@st.composite
def whens(draw: st.DrawFn) -> When:
    begin = draw(st.one_of(st.none(), st.integers(-FAR, FAR)))
    end = draw(st.one_of(st.none(), st.integers(1, FAR)))
    if begin is None and end is None:
        begin = 0
    elif begin is not None and end is not None:
        end += begin
    return When(begin, end, draw(st.sampled_from(Granularity)), draw(st.booleans()))


@st.composite
def spans(draw: st.DrawFn, length: int) -> Span:
    begin = draw(st.integers(0, length - 1))
    return Span(begin, draw(st.integers(begin + 1, length)))


@st.composite
def fragments(draw: st.DrawFn, length: int) -> tuple[Span, ...]:
    """Mostly one span, sometimes several, which may touch."""
    if length < 4 or draw(st.integers(0, 3)):
        return (draw(spans(length)),)
    edges = draw(st.lists(st.integers(0, length), min_size=4, max_size=6, unique=True).map(sorted))
    return tuple(Span(a, b) for a, b in zip(edges[0::2], edges[1::2], strict=False))


@st.composite
def schemas(draw: st.DrawFn) -> Schema:
    types: list[LabelType] = []
    for layer, names in LABELS.items():
        for name in names:
            roles = (Role("Agent", "a", ("PERSON",), required=True), Role("Time")) if layer is Layer.EVENT else ()
            attributes = (Attribute("modality", ("asserted", "planned"), "asserted"),)
            title, colour = draw(NAMES), draw(st.sampled_from(["", "#112233"]))
            types.append(
                LabelType(f"t{len(types)}", layer, name, title, "", "", colour, "", roles, attributes, len(types))
            )
    return Schema(draw(NAMES), draw(WORDS), draw(WORDS), draw(st.booleans()), tuple(types))


@st.composite
def projects(draw: st.DrawFn) -> tuple[Frame, list[Bundle]]:
    """A frame and bundles that refer to it, several annotators' bundles of one article in a row."""
    ids = Ids()
    kinds = st.sampled_from(AnnotatorKind)
    annotators = tuple(Annotator(ids(), draw(NAMES), draw(kinds)) for _ in range(draw(st.integers(0, 3))))
    entities = tuple(
        Entity(ids(), draw(WORDS), "GPE", tuple(draw(st.lists(WORDS, max_size=2))), draw(WORDS), draw(WORDS))
        for _ in range(draw(st.integers(0, 3)))
    )
    happenings = tuple(
        Happening(ids(), draw(WORDS), "AGREE", draw(st.one_of(st.none(), whens())), draw(WORDS), draw(WORDS))
        for _ in range(draw(st.integers(0, 2)))
    )
    frame = Frame(draw(st.one_of(st.none(), schemas())), annotators, entities, happenings)
    bundles = []
    for position in range(draw(st.integers(0, 3))):
        article = Article(
            ids(),
            draw(TEXTS),
            *(draw(WORDS), draw(DATES), draw(WORDS), draw(WORDS), draw(WORDS), draw(WORDS), draw(WORDS)),
            meta=draw(st.dictionaries(NAMES, WORDS, max_size=2)),
            position=position,
        )
        who = draw(st.lists(st.sampled_from(annotators), unique=True, max_size=2)) if annotators else []
        original = draw(st.one_of(st.none(), _original(article.id, ids)))
        for annotator in who or [None]:
            found = draw(annotations(article, annotator, frame, ids))
            bundles.append(Bundle(article, annotator, draw(st.sampled_from(State)), found, original))
    return frame, bundles


@st.composite
def _original(draw: st.DrawFn, article_id: str, ids: Ids) -> Original:
    return Original(ids(), article_id, draw(WORDS), "text/html", draw(WORDS))


@st.composite
def annotations(draw: st.DrawFn, article: Article, annotator: Annotator | None, frame: Frame, ids: Ids) -> Annotations:
    length = len(article.text)
    boilerplate = tuple(
        Region(ids(), article.id, RegionKind.BOILERPLATE, draw(spans(length))) for _ in range(draw(st.integers(0, 1)))
    )
    if annotator is None:
        return Annotations(regions=boilerplate)
    mentions = [draw(_mention(article, annotator, frame, ids, length)) for _ in range(draw(st.integers(0, 6)))]
    mentions.sort(key=lambda m: (m.span.begin, -m.span.end, m.id))
    events = [m for m in mentions if m.layer is Layer.EVENT]
    negatives = tuple(
        Region(ids(), article.id, RegionKind.NEGATIVE, draw(spans(length)), annotator.id)
        for _ in range(draw(st.integers(0, 1)))
    )
    one = st.sampled_from(mentions or [None])
    some = range(draw(st.integers(0, 2)) if mentions else 0)
    return Annotations(
        mentions=tuple(mentions),
        times=tuple(draw(_value(m)) for m in mentions if m.layer is Layer.TIME),
        arguments=tuple(Argument(ids(), e.id, draw(NAMES), draw(one).id) for e in events for _ in some),
        relations=tuple(Relation(ids(), article.id, annotator.id, "BEFORE", draw(one).id, draw(one).id) for _ in some),
        comments=tuple(
            Comment(ids(), article.id, annotator.id, draw(WORDS), mention and mention.id, "2026-01-02T03:04:05Z")
            for mention in draw(st.lists(st.sampled_from([None, *mentions]), max_size=2))
        ),
        regions=boilerplate + negatives,
    )


@st.composite
def _mention(draw: st.DrawFn, article: Article, annotator: Annotator, frame: Frame, ids: Ids, length: int) -> Mention:
    layer = draw(st.sampled_from([Layer.ENTITY, Layer.TIME, Layer.EVENT]))
    entity = draw(st.sampled_from([None, *frame.entities])) if layer is Layer.ENTITY else None
    happening = draw(st.sampled_from([None, *frame.happenings])) if layer is Layer.EVENT else None
    return Mention(
        ids(),
        article.id,
        annotator.id,
        layer,
        draw(st.sampled_from(LABELS[layer])),
        draw(fragments(length)),
        draw(st.dictionaries(NAMES, WORDS, max_size=2)),
        entity and entity.id,
        happening and happening.id,
    )


@st.composite
def _value(draw: st.DrawFn, mention: Mention) -> TimeValue:
    when = draw(st.one_of(st.none(), whens()))
    source = draw(st.sampled_from(TimeSource))
    return TimeValue(mention.id, draw(WORDS), when, draw(WORDS), source, draw(WORDS), draw(WORDS), draw(WORDS))
