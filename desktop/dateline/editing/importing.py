"""Bringing what a format reads into the project, as one undoable step or not at all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from dateline.editing.common import EditError
from dateline.exchange.formats import open_sources
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import Problem
from dateline.exchange.reading import Reader
from dateline.model.annotation import Annotations, Annotator, AnnotatorKind, Layer
from dateline.model.article import Progress, Region, RegionKind, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.changes import Changes, Kind
from dateline.model.ids import new_id
from dateline.model.schema import LabelType, Schema
from dateline.store.journal import Step
from dateline.store.project import Project
from dateline.store.rows import Record
from dateline.store.schema import schema_records

_FLUSH = 4000  # records held before they are written
_FIELDS = {
    "mentions": Kind.MENTION,
    "times": Kind.TIME_VALUE,
    "arguments": Kind.ARGUMENT,
    "relations": Kind.RELATION,
    "comments": Kind.COMMENT,
    "regions": Kind.REGION,
}


class UnknownLabels(EditError):
    """The source uses labels the schema does not have; nothing was imported. `labels` gives their layers."""

    def __init__(self, labels: dict[str, Layer]) -> None:
        self.labels = labels
        super().__init__(f"labels that are not in the schema: {', '.join(labels)}")


@dataclass(slots=True)
class ImportReport:
    """What an import brought in. `left_out` are the records that were wrong, `notices` what is worth knowing."""

    changes: Changes = field(default_factory=Changes)
    articles: int = 0
    known_articles: int = 0
    annotations: int = 0
    known_records: int = 0
    labels_added: tuple[str, ...] = ()
    left_out: list[Problem] = field(default_factory=list)
    notices: list[Problem] = field(default_factory=list)


def import_sources(
    project: Project, sources: Sequence[Path], options: ReadOptions, format_name: str = "", *, add_labels: bool = False
) -> ImportReport:
    """Import files and folders in one step.

    A text that is there already is not added again: annotations that come with it join it. Records whose id is
    there already are left as they are. An empty project takes the schema of a file that brings one. Raises BadInput,
    UnknownFormat, UnknownLabels (unless `add_labels`), ProjectError, Cancelled; then nothing was changed.
    """
    schema = project.schema()
    chosen = replace(
        options,
        labels={t.name: t.layer for t in schema.types},
        known=project.articles.known_texts(),
        first_position=project.articles.last_position() + 1,
    )
    names = ", ".join(s.name for s in sources[:3]) + ("…" if len(sources) > 3 else "")
    with project.step(f"Import {names}", kind="import") as step:
        importing = _Importing(project, step, schema)
        for reader in open_sources(sources, chosen, format_name):
            with reader:
                importing.take_in(reader)
        if importing.unknown and not add_labels:
            raise UnknownLabels(importing.unknown)
        importing.add_labels()
        importing.flush()
    importing.report.changes = step.changes
    return importing.report


class _Importing:
    """One import while it runs: what is there already, how ids are mapped, what waits to be written."""

    def __init__(self, project: Project, step: Step, schema: Schema) -> None:
        self._project, self._step, self._schema = project, step, schema
        self._fresh = project.articles.count() == 0
        self._by_text = {} if self._fresh else project.articles.ids_by_text()
        self._articles: dict[str, str] = {}  # the source's ids to the project's
        self._annotators = {a.id: a for a in project.annotations.annotators()}
        self._annotator_ids: dict[str, str] = {}
        self._waiting: dict[Kind, list[Any]] = {kind: [] for kind in Kind}
        self._held = 0
        self._last = project.articles.last_position()
        self.unknown: dict[str, Layer] = {}
        self.report = ImportReport()

    def take_in(self, reader: Reader) -> None:
        """Read a source to its end."""
        self._take_frame(reader.frame)
        for bundle in reader:
            self._take_bundle(bundle)
        self.report.left_out += reader.problems
        self.report.notices += reader.notices
        known = self._schema.by_name
        self.unknown |= {n: layer for n, layer in reader.unknown_labels.items() if n not in known}

    def _take_frame(self, frame: Frame) -> None:
        if frame.schema is not None:
            self._take_schema(frame.schema)
        for annotator in frame.annotators:
            self._annotator(annotator)
        self._take_new(Kind.ENTITY, frame.entities)
        self._take_new(Kind.HAPPENING, frame.happenings)

    def _take_schema(self, schema: Schema) -> None:
        """An empty project takes the whole schema; another one only the types it does not have."""
        if self._fresh and self._schema.types and not self._articles:
            for label in self._schema.types:
                self._step.delete(Kind.LABEL_TYPE, label.id)
            for record in schema_records(schema):
                self._step.put(record)
            self._schema = schema
            return
        known = self._schema.by_name
        new = [t for t in schema.types if t.name not in known]
        self._put_types(new)

    def _put_types(self, types: Iterable[LabelType]) -> None:
        """Add types behind those there are; a key that is taken is left out."""
        position = max((t.position for t in self._schema.types), default=-1) + 1
        added: list[LabelType] = []
        for label in types:
            made = replace(label, position=position + len(added))
            trial = replace(self._schema, types=(*self._schema.types, *added, made))
            added.append(replace(made, key="") if trial.problems() else made)
        for label in added:
            self._step.put(label)
        self._schema = replace(self._schema, types=(*self._schema.types, *added))
        self.report.labels_added += tuple(t.name for t in added)

    def add_labels(self) -> None:
        """Add the labels that were met and that no schema has."""
        self._put_types(LabelType(new_id(), layer, name) for name, layer in self.unknown.items())

    def _annotator(self, annotator: Annotator) -> str:
        """Return the project's id for an annotator: the same id, else the same name and kind, else a new one."""
        if annotator.id in self._annotator_ids:
            return self._annotator_ids[annotator.id]
        found = self._annotators.get(annotator.id) or next(
            (a for a in self._annotators.values() if (a.name, a.kind) == (annotator.name, annotator.kind)), None
        )
        if found is None:
            found = annotator
            self._annotators[annotator.id] = annotator
            self._add(Kind.ANNOTATOR, annotator)
        self._annotator_ids[annotator.id] = found.id
        return found.id

    def _take_new(self, kind: Kind, records: Sequence[Any]) -> None:
        there = {} if self._fresh else {r.id for r in self._project.annotations.records(kind, (r.id for r in records))}
        for record in records:
            if record.id in there:
                self.report.known_records += 1
            else:
                self._add(kind, record)

    def _take_bundle(self, bundle: Bundle) -> None:
        article_id = self._article(bundle)
        annotator_id = self._annotator(bundle.annotator) if bundle.annotator else None
        if annotator_id is not None:
            self._take_progress(article_id, annotator_id, bundle.state)
        moved = article_id != bundle.article.id
        other = bundle.annotator is not None and annotator_id != bundle.annotator.id
        self._take_annotations(bundle.annotations, article_id, annotator_id, rehome=moved or other)
        if self._held > _FLUSH:
            self.flush()

    def _article(self, bundle: Bundle) -> str:
        """Return the project's id for an article: by its text, so that annotations join the text they are of."""
        article = bundle.article
        if article.id in self._articles:
            return self._articles[article.id]
        there = self._by_text.get(article.sha256)
        if there is not None:
            self.report.known_articles += 1
        else:
            if not self._fresh and self._project.articles.exists(article.id):
                article = replace(article, id=new_id())
            if not self._fresh:
                self._last += 1
                article = replace(article, position=self._last)
            there = article.id
            self.report.articles += 1
            self._add(Kind.ARTICLE, article)
        self._articles[bundle.article.id] = there
        return there

    def _take_progress(self, article_id: str, annotator_id: str, state: State) -> None:
        known = None if self._fresh else self._project.annotations.progress_id(article_id, annotator_id)
        if known is None:
            self._add(Kind.PROGRESS, Progress(new_id(), article_id, annotator_id, state))

    def _take_annotations(
        self, annotations: Annotations, article_id: str, annotator_id: str | None, *, rehome: bool
    ) -> None:
        seen = self._there(annotations)
        zones = self._known_zones(article_id, annotations)
        for name, kind in _FIELDS.items():
            for record in getattr(annotations, name):
                if record.id in seen or (kind is Kind.REGION and self._zone(record) in zones):
                    self.report.known_records += 1
                    continue
                if kind is Kind.REGION:
                    seen.add(record.id)
                if kind in (Kind.MENTION, Kind.RELATION):
                    self.report.annotations += 1
                self._add(kind, _rehomed(record, kind, article_id, annotator_id) if rehome else record)

    def _there(self, annotations: Annotations) -> set[str]:
        """The ids that are in the project already; a text's boilerplate may come with each of its annotators."""
        waiting = {r.id for r in self._waiting[Kind.REGION]} if annotations.regions else set()
        if self._fresh:
            if annotations.regions:
                wanted = [r.id for r in annotations.regions]
                waiting |= {r.id for r in self._project.annotations.records(Kind.REGION, wanted)}
            return waiting
        for name, kind in _FIELDS.items():
            ids = [r.id for r in getattr(annotations, name)]
            waiting |= {r.id for r in self._project.annotations.records(kind, ids)}
        return waiting

    def _known_zones(self, article_id: str, annotations: Annotations) -> set[tuple[int, int]]:
        if self._fresh or not annotations.regions:
            return set()
        regions = self._project.annotations.of(article_id, "").regions
        return {zone for r in regions if (zone := self._zone(r))}

    @staticmethod
    def _zone(region: Region) -> tuple[int, int] | None:
        return (region.span.begin, region.span.end) if region.kind is RegionKind.BOILERPLATE else None

    def _add(self, kind: Kind, record: Record) -> None:
        self._waiting[kind].append(record)
        self._held += 1

    def flush(self) -> None:
        """Write what waits; references are checked only when the step ends."""
        for records in self._waiting.values():
            self._step.add_all(records)
            records.clear()
        self._held = 0


def _rehomed(record: Any, kind: Kind, article_id: str, annotator_id: str | None) -> Any:
    """Give a record the ids that its article and annotator have in this project."""
    if kind in (Kind.MENTION, Kind.RELATION, Kind.COMMENT):
        return replace(record, article_id=article_id, annotator_id=annotator_id)
    if kind is Kind.REGION:
        return replace(record, article_id=article_id, annotator_id=annotator_id if record.annotator_id else None)
    return record


def import_annotator(name: str) -> Annotator:
    """Return the annotator that annotations without one are given."""
    return Annotator(new_id(), name, AnnotatorKind.IMPORT)
