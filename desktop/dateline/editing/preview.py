"""What an import would bring, before anything is written."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from dateline.editing.common import require_other_file
from dateline.editing.known_texts import KnownTexts
from dateline.editing.newcomers import Newcomers
from dateline.editing.recognising import Outside, Recognising
from dateline.editing.rejoining import rejoin, told
from dateline.editing.relabelling import proposed, relabelled, without_types
from dateline.editing.respacing import Respacing
from dateline.editing.revising import with_facts_of
from dateline.editing.sources import source_options
from dateline.editing.times import untold
from dateline.editing.unknown_roles import RoleFound, UnknownRoles
from dateline.editing.whose import Echoes, Whose
from dateline.exchange.formats import open_sources
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import BadInput, Problem, Tally, Undecided, but_unknown_labels
from dateline.exchange.reading import Reader
from dateline.model.annotation import Layer, Mention
from dateline.model.article import Article, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.changes import Kind
from dateline.model.registry import Entity, Happening
from dateline.model.schema import Schema
from dateline.scratch import Ledger
from dateline.store.annotations import FIELDS
from dateline.store.project import Project

_EXAMPLES = 3


class LabelFound(Struct, frozen=True):
    """A label of the sources: how many annotations have it, some of their words, and what it is here.

    `here` is the project's label it would become: of the same name, or proposed; None when it would be new. `starts`:
    the labels of what a relation starts from: if that becomes an event, the relation becomes a role of it.
    """

    name: str
    layer: Layer
    count: int
    examples: tuple[str, ...] = ()
    here: str | None = None
    starts: tuple[str, ...] = ()

    @property
    def known(self) -> bool:
        """Whether the project has a label of this name."""
        return self.here == self.name


class ProblemCount(Struct, frozen=True):
    """A kind of problem, how often it was met, and the first of them."""

    kind: str
    count: int
    examples: tuple[Problem, ...] = ()


class ImportPreview(Struct):
    """The articles, annotators, labels and things that sources hold, and what is wrong with them."""

    new: Newcomers = field(default_factory=Newcomers)
    known_articles: int = 0
    annotators: dict[str, int] = field(default_factory=dict)  # name to how many annotations
    labels: tuple[LabelFound, ...] = ()
    roles: tuple[RoleFound, ...] = ()  # of events, where their types do not have them
    entities: int = 0
    happenings: int = 0
    adds: int = 0  # records that would be new: annotations with all they have, entities and happenings
    new_annotations: int = 0  # the mentions and relations among them
    new_annotators: list[str] = field(default_factory=list)
    new_types: tuple[str, ...] = ()  # of a source that brings a schema
    silent_times: int = 0  # new time expressions of which the sources do not say what they stand for
    states: int = 0  # annotators' states of articles that would be new
    problems: tuple[ProblemCount, ...] = ()
    notices: tuple[ProblemCount, ...] = ()

    @property
    def articles(self) -> int:
        """How many articles would be new."""
        return self.new.count

    @property
    def nothing_new(self) -> bool:
        """Whether an import would change nothing."""
        return not (self.articles or self.adds or self.states or self.new_annotators or self.new_types)

    @property
    def annotations(self) -> int:
        """How many annotations the sources hold, those that are here already included."""
        return sum(label.count for label in self.labels)


def preview_sources(
    project: Project,
    sources: Sequence[Path],
    options: ReadOptions,
    format_name: str = "",
    mapping: Mapping[str, str] = {},
) -> ImportPreview:
    """Read sources to their end and count what an import of them would bring; nothing is written.

    What is wrong is counted, too. Raises Undecided where a person has to say how a source is read, UnknownFormat,
    EditError, ProjectError, Cancelled.
    """
    for source in sources:
        require_other_file(project, source, "imported into itself")
    schema = project.schema()
    chosen = replace(source_options(project, options, schema, mapping), skip_bad=True)
    looking = _Looking(project, schema, chosen, mapping)
    with project.little_memory():
        for reader in open_sources(sources, chosen, format_name):
            with reader:
                looking.through(reader)
    return looking.preview()


class _Looking:
    """The counts while sources are read."""

    def __init__(self, project: Project, schema: Schema, options: ReadOptions, mapping: Mapping[str, str]) -> None:
        self._project, self._schema, self._mapping = project, schema, mapping
        self._whose, self._echoes = Whose(project, options.annotator), Echoes(project)
        self._arrived = project.articles.arrived()
        self._known = KnownTexts(project)
        self._found = ImportPreview()
        self._earlier = Ledger()  # ids and hashes, and hashes, of the texts that sources before this one brought
        self._seen = Ledger()  # ids and hashes of the texts of the source that is looked through
        self._outside = Outside(project)
        self._things = Recognising(project, self._outside)  # of this source
        self._respacing = Respacing(project)
        self._labels: Counter[tuple[str, Layer]] = Counter()
        self._words: dict[str, list[str]] = {}
        self._starts: dict[str, set[str]] = {}
        self._roles = UnknownRoles(schema)
        self._annotators: Counter[str] = Counter()
        self._problems, self._notices = Tally(), Tally()

    def through(self, reader: Reader) -> None:
        try:
            self._tell(reader.frame)
            for bundle in reader:
                for frame in reader.further_frames():
                    self._tell(frame)
                self._take(self._respacing.laid(bundle))
            for frame in reader.further_frames():
                self._tell(frame)
        except Undecided:
            raise
        except BadInput as error:
            told = reader.problems
            self._problems.extend(p for p in error.problems if p not in told)
        self._found.adds += len(self._things.rest()) + len(self._things.more())
        self._things = Recognising(self._project, self._outside)
        for key in self._seen.keys():  # noqa: SIM118 - no dict
            self._earlier.add(key)
            self._earlier.add(key.rpartition("\0")[2])
        self._seen.clear()
        self._known.settle()
        self._respacing.settle()
        self._problems.extend(reader.problems)
        self._notices.extend(but_unknown_labels(reader.notices))

    def _tell(self, frame: Frame) -> None:
        frame = without_types(frame, self._mapping)
        self._found.new.told(frame)
        if frame.schema is not None:
            self._roles.learn(frame.schema)
            met = {*self._schema.by_name, *self._found.new_types}
            self._found.new_types += tuple(t.name for t in frame.schema.types if t.name not in met)
            if not (self._arrived or self._earlier):  # an empty project takes all there is
                new = [who for a in frame.annotators if self._whose.arrives(who := self._whose.of(a))]
                self._found.new_annotators += [who.name for who in new]
        self._found.entities += len(frame.entities)
        self._found.happenings += len(frame.happenings)
        things: list[Entity | Happening] = [*frame.entities, *frame.happenings]
        self._things.told(things, whole=frame.schema is not None)

    def _take(self, bundle: Bundle) -> None:
        sha256 = bundle.article.sha256
        key = f"{bundle.article.id}\0{sha256}"
        if self._seen.add(key) and key not in self._earlier:
            if not bundle.again and (sha256 in self._earlier or self._known.id_of(bundle.article) is not None):
                self._found.known_articles += 1
            else:
                older = self._project.articles.find(bundle.revises) if bundle.revises else None
                self._found.new.add(with_facts_of(older, bundle.article))
        self._look_at(bundle)
        annotations = bundle.annotations
        for mention in annotations.mentions:
            self._labels[mention.label, mention.layer] += 1
            words = self._words.setdefault(mention.label, [])
            if len(words) < _EXAMPLES and (said := mention.text_of(bundle.article.text)[:60]) not in words:
                words.append(said)
        by_id = {m.id: m.label for m in annotations.mentions} if annotations.relations else {}
        for relation in annotations.relations:
            self._labels[relation.label, Layer.RELATION] += 1
            self._starts.setdefault(relation.label, set()).add(by_id.get(relation.source_id, ""))

    def _look_at(self, bundle: Bundle) -> None:
        """Count what of a bundle is new, and note what is here otherwise.

        Labels are taken for those that are proposed where none are chosen.
        """
        found = bundle.annotations
        labels = {m.label: m.layer for m in found.mentions if m.label not in self._schema.by_name}
        here = {name: taken for name, layer in labels.items() if (taken := proposed(name, layer, self._schema))}
        bundle = relabelled(bundle, {**here, **self._mapping})
        self._roles.look(bundle)
        article = None if bundle.again else self._here(bundle.article)
        who = self._whose.of_page(bundle, article.id if article else None)
        come = self._things.linked(bundle.annotations, article.id if article else None, bundle.article.text)
        seen = {r.id for kind, name in FIELDS.items() for r in self._records(kind, getattr(come, name))}
        linked: tuple[Mention, ...] = ()
        if article is not None:
            there = self._project.annotations.of(article.id, who.id if who else "")
            rejoined = rejoin(come, there, seen, notes_adrift=bundle.notes_adrift)
            come, linked = rejoined.new, rejoined.linked
            self._notices.extend(told(article, rejoined.differences, self._things.name))
        mentions = [m for m in come.mentions if m.id not in seen]
        if who and article:
            self._echoes.look(who, article.id, mentions)
        self._things.need([*linked, *mentions])
        new = {name: [r for r in getattr(come, name) if r.id not in seen] for name in FIELDS.values()}
        brought = sum(map(len, new.values()))
        valued = {t.id for t in come.times if not untold(t)}
        self._found.silent_times += sum(m.layer is Layer.TIME and m.id not in valued for m in new["mentions"])
        self._found.adds += brought + len(linked)
        annotations = len(new["mentions"]) + len(new["relations"])
        self._found.new_annotations += annotations
        if who is not None:
            self._annotators[who.name] += len(found.mentions) + len(found.relations)
            own = brought - sum(r.annotator_id is None for r in new["regions"])
            if own or bundle.state is not State.NEW:
                known = article and self._project.annotations.progress_id(article.id, who.id)
                self._found.states += known is None
                if (own or known is None) and self._whose.arrives(who):
                    self._found.new_annotators.append(who.name)

    def _records(self, kind: Kind, records: Sequence[Any]) -> list[Any]:
        return self._project.annotations.records(kind, [r.id for r in records])

    def _here(self, article: Article) -> Article | None:
        """Return the project's article that an article of the source is."""
        known = self._known.id_of(article)
        return self._project.articles.find(known) if known else None

    def preview(self) -> ImportPreview:
        self._found.annotators = {name: count for name, count in self._annotators.most_common() if count}
        self._notices.extend([*self._whose.told(), *self._echoes.told(), *self._roles.told()])
        self._found.roles = self._roles.found()
        self._found.labels = tuple(self._label(*key, count) for key, count in self._labels.most_common())
        self._found.problems = _by_kind(self._problems.listed())
        self._found.notices = _by_kind(self._notices.listed())
        return self._found

    def _label(self, name: str, layer: Layer, count: int) -> LabelFound:
        here = name if name in self._schema.by_name else proposed(name, layer, self._schema)
        starts = tuple(sorted(self._starts.get(name, ()))) if layer is Layer.RELATION else ()
        return LabelFound(name, layer, count, tuple(self._words.get(name, ())), here, starts)


def _by_kind(problems: Sequence[Problem]) -> tuple[ProblemCount, ...]:
    kinds: Counter[str] = Counter()
    for problem in problems:
        kinds[problem.kind.value] += problem.count
    return tuple(
        ProblemCount(kind, count, tuple(p for p in problems if p.kind.value == kind)[:_EXAMPLES])
        for kind, count in kinds.most_common()
    )
