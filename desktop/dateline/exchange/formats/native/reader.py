"""Reads Dateline JSONL: lines to frame and bundles, every reference and offset checked."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from dateline.exchange.checks import Fault, choice, some_text
from dateline.exchange.formats.native.annotations import AnnotationsReader
from dateline.exchange.formats.native.frame import (
    annotator_from_data,
    article_from_data,
    frame_from_data,
    original_from_data,
)
from dateline.exchange.intake import assumed
from dateline.exchange.jsonl import kind_of, lines, parse
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import Problem, ProblemKind
from dateline.exchange.reading import Item, NewLabel
from dateline.model.annotation import Annotator, Layer
from dateline.model.article import Article, Original, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.wording import Wording, tr
from dateline.scratch import Ledger

_ARTICLE_KEYS = (
    *("id", "title", "published", "source", "url", "language", "note"),
    *("origin", "meta", "position", "sha256", "text"),
)
_OWNED = ("entities", "times", "events", "relations", "negatives", "comments")


def read(source: Path, options: ReadOptions) -> Iterator[Item]:
    """Yield the frame, the bundles, and the problems of a native file."""
    return _NativeReader(source, options).items()


class _NativeReader:
    """What is known while a file is read: its frame, the articles and ids so far, and the labels met."""

    def __init__(self, source: Path, options: ReadOptions) -> None:
        self._source = source
        self._name = source.name
        self._options = options
        self._frame = Frame()
        self._annotators: dict[str, Annotator] = {}
        self._articles = Ledger()  # id to a fingerprint of the article
        self._pairs = Ledger()  # articles with annotators
        self._latest: tuple[dict[str, Any], Article] | None = None
        self._last_original: tuple[str, Original | None] = ("", None)
        self._assumed: dict[str, str] = {}
        self._annotations = AnnotationsReader(options)

    def _labels(self) -> dict[str, Layer] | None:
        if self._options.labels is None and self._frame.schema is None:
            return None
        own = {t.name: t.layer for t in self._frame.schema.types} if self._frame.schema else {}
        came = {label: layer for label, (layer, _) in self._options.came.items()}
        return came | dict(self._options.labels or {}) | own

    def items(self) -> Iterator[Item]:
        """Yield what the file holds, in its order."""
        empty = True
        self._annotations = AnnotationsReader(self._options, self._labels())
        self._assumed, wrong = assumed(self._options)
        if wrong:
            yield wrong
        for number, line in lines(self._source, self._options.progress):
            if isinstance(line, Problem):
                yield line
                continue
            record = parse(line, self._name, number)
            if isinstance(record, Problem):
                yield record
                continue
            try:
                if empty and record.get("record") != "article":
                    yield self._take_frame(record)
                else:
                    yield self._bundle(record)
            except Fault as fault:
                yield fault.at(self._name, number)
                if fault.kind is ProblemKind.VERSION:
                    return
            if self._annotations.new_labels:
                yield from self._new_labels(number)
            empty = False
        if empty:
            yield Problem(tr("holds no record"), "", self._name, kind=ProblemKind.EMPTY)

    def _new_labels(self, number: int) -> Iterator[NewLabel]:
        for label, (layer, field) in self._annotations.new_labels.items():
            yield NewLabel(label, layer, self._name, number, field)
        self._annotations.new_labels.clear()

    def _take_frame(self, record: dict[str, Any]) -> Frame:
        self._frame = frame_from_data(record)
        self._annotators = {a.id: a for a in self._frame.annotators}
        self._annotations = AnnotationsReader(
            self._options, self._labels(), {e.id for e in self._frame.entities}, {h.id for h in self._frame.happenings}
        )
        return self._frame

    def _bundle(self, record: dict[str, Any]) -> Bundle:
        if record.get("record") != "article":
            raise Fault("record", Wording(tr("is {value}, expected 'article'"), {"value": f"{record.get('record')!r}"}))
        article = self._article(record)
        annotator = self._annotator(record)
        pair = f"{article.id}\0{annotator.id if annotator else ''}"
        if pair in self._pairs:
            whom = f"of {annotator.name} " if annotator else ""
            raise Fault(
                "id",
                Wording(tr("the article {id} {whom}is there twice"), {"id": f"{article.id}", "whom": f"{whom}"}),
                "",
                ProblemKind.DUPLICATE_ID,
            )
        state = choice(record, "state", State, State.NEW)
        if annotator is None and any(record.get(key) for key in _OWNED):
            annotator = self._owner()
        annotations = self._annotations.read(record, article, annotator)
        self._pairs[pair] = ""
        return Bundle(article, annotator, state, annotations, self._original(record, article.id))

    def _original(self, record: dict[str, Any], article_id: str) -> Original | None:
        """Return the original of a line's article; only one of its lines brings it."""
        if (found := original_from_data(record, article_id)) or self._last_original[0] != article_id:
            self._last_original = (article_id, found)
        return self._last_original[1]

    def _article(self, record: dict[str, Any]) -> Article:
        """Return the article of a line; the same object for further annotators' lines in a row."""
        if self._latest and record.get("id") == self._latest[1].id:
            known, article = self._latest
            if all(record.get(k) == v for k, v in known.items()):
                return article
        article = article_from_data(record)
        if missing := {name: v for name, v in self._assumed.items() if v and not getattr(article, name)}:
            article = replace(article, **missing)
        values = (article.title, article.published, article.source, article.url, article.language, article.note)
        print_ = f"{hash((article.text, values, article.origin, article.position, tuple(article.meta.items()))):x}"
        if self._articles.setdefault(article.id, print_) != print_:
            what = f"the article {article.id} is there twice, with different content"
            raise Fault("id", what, tr("Give each article its own id"), ProblemKind.DUPLICATE_ID)
        self._latest = ({k: record.get(k) for k in _ARTICLE_KEYS}, article)
        return article

    def _annotator(self, record: dict[str, Any]) -> Annotator | None:
        raw = record.get("annotator")
        if raw is None:
            return None
        if not isinstance(raw, dict):
            raise Fault("annotator", Wording(tr("is {kind}, not an object or null"), {"kind": Wording(kind_of(raw))}))
        known = self._annotators.get(some_text(raw, "id", "annotator."))
        if known is None or raw != {"id": known.id, "name": known.name, "kind": known.kind.value}:
            known = annotator_from_data(raw, "annotator.")
            if known != self._annotators.setdefault(known.id, known):
                what = f"the annotator {known.id} is described in two ways"
                raise Fault("annotator", what, "", ProblemKind.DUPLICATE_ID)
        return known

    def _owner(self) -> Annotator:
        """Return who gets annotations that have no annotator: whom the options name."""
        if self._options.annotator is None:
            raise Fault("annotator", tr("is null, but the line holds annotations"), tr("Name whose they are"))
        return self._options.annotator
