"""What readers of other tools' formats share: articles, whose annotations they are, and of which layer a label is."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec.structs import replace

from dateline.exchange.checks import Fault
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import Problem, ProblemKind
from dateline.exchange.published import normalised_published
from dateline.exchange.reading import Item, NewLabel
from dateline.model.annotation import Annotations, Annotator, AnnotatorKind, Layer, Mention, TimeSource, TimeValue
from dateline.model.article import Article, State
from dateline.model.bundle import Bundle
from dateline.model.ids import new_id
from dateline.model.text import Span

FIELDS = ("title", "published", "source", "url", "language", "note")


class Intake:
    """Makes articles and bundles of what one source says; counts positions and remembers labels and annotators."""

    def __init__(self, source: Path, options: ReadOptions) -> None:
        self._source, self._options = source, options
        self._position = options.first_position
        self._labels = dict(options.labels or {})
        self._new: dict[str, Layer] = {}
        self._annotators: dict[tuple[str, str], Annotator] = {}
        self._owner = options.annotator or Annotator(new_id(), source.stem, AnnotatorKind.IMPORT)

    def annotator(self, name: str = "", kind: str = "") -> Annotator:
        """Return the annotator of that name (an import unless `kind` says more), or the one nobody's go to."""
        if not name:
            return self._owner
        known = self._annotators.get((name, kind))
        if known is None:
            which = AnnotatorKind(kind) if kind in list(AnnotatorKind) else AnnotatorKind.IMPORT
            known = self._annotators[name, kind] = Annotator(new_id(), name, which)
        return known

    def layer_of(self, label: str, said: Layer | None = None, usual: Layer = Layer.ENTITY) -> Layer:
        """Return a label's layer: as the source says, else as known, else the usual; raises Fault where they differ."""
        if not label:
            raise Fault("label", "is empty")
        known = self._labels.get(label)
        if known is None:
            known = self._labels[label] = self._new[label] = said or usual
        if (said is not None and said is not known) or (known is Layer.RELATION) != (said is Layer.RELATION):
            what = f"the label {label} is for {known} in the schema, not for {said or usual}"
            raise Fault("label", what, "Rename one of the two", ProblemKind.UNKNOWN_LABEL)
        return known

    def article(
        self, text: str, fields: Mapping[str, str], origin: str = "", meta: Mapping[str, str] | None = None
    ) -> Article:
        """Return a text as an article; raises Fault for an empty text and a date nobody can read."""
        if not text:
            raise Fault("text", "is empty", "", ProblemKind.EMPTY)
        if any("\ud800" <= c <= "\udfff" for c in text):
            raise Fault("text", "holds halves of characters", "", ProblemKind.ENCODING)
        filled = {name: fields.get(name, "") or self._options.defaults.get(name, "") for name in FIELDS}
        try:
            filled["published"] = normalised_published(filled["published"])
        except ValueError as error:
            raise Fault("published", str(error), "", ProblemKind.DATE) from error
        name = origin or self._source.name
        self._position += 1
        return Article(new_id(), text, **filled, origin=name, meta=dict(meta or {}), position=self._position - 1)

    def bundle(
        self, article: Article, annotator: Annotator, annotations: Annotations, state: State | None = None
    ) -> Bundle:
        """Put the mentions in order, and give every time mention without a value one that is yet to be found out."""
        mentions = sorted(annotations.mentions, key=lambda m: (m.span.begin, -m.span.end, m.id))
        valued = {t.id for t in annotations.times}
        undated = [m for m in mentions if m.layer is Layer.TIME and m.id not in valued]
        times = (*annotations.times, *(TimeValue(m.id, "", source=TimeSource.IMPORT) for m in undated))
        made = replace(annotations, mentions=tuple(mentions), times=times)
        worked = mentions or annotations.regions or annotations.comments
        return Bundle(article, annotator, state or (State.STARTED if worked else State.NEW), made)

    def items(self, bundle: Bundle, file: str = "", line: int | None = None) -> Iterator[Item]:
        """Yield a bundle, and before it what is to be told: labels met first, a text that is there already."""
        file = file or self._source.name
        for label, layer in self._new.items():
            if self._options.labels is not None:
                yield NewLabel(label, layer, file, line)
        self._new.clear()
        if there := self._options.known_as(bundle.article.sha256):
            what = f"has the same text as the project's article {there}"
            yield Problem(what, "", file, line, kind=ProblemKind.REPEATED_TEXT, notice=True)
        yield bundle


def mention_of(
    article: Article,
    annotator: Annotator,
    layer: Layer,
    label: str,
    fragments: tuple[Span, ...],
    attributes: Mapping[str, str] | None = None,
) -> Mention:
    """Return a mention with an id of its own."""
    return Mention(new_id(), article.id, annotator.id, layer, label, fragments, dict(attributes or {}))
