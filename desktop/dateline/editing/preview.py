"""What an import would bring, before anything is written."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from dateline.editing.common import require_other_file
from dateline.editing.importing import source_options
from dateline.editing.newcomers import Newcomers
from dateline.editing.rejoining import rejoin, told
from dateline.editing.relabelling import proposed, relabelled
from dateline.exchange.formats import open_sources
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import BadInput, Problem, Tally, Undecided, but_unknown_labels
from dateline.exchange.reading import Reader
from dateline.model.annotation import Layer
from dateline.model.bundle import Bundle
from dateline.model.changes import Kind
from dateline.model.schema import Schema
from dateline.scratch import Ledger
from dateline.store.project import Project

_EXAMPLES = 3


class LabelFound(Struct, frozen=True):
    """A label of the sources: how many annotations have it, some of their words, and what it is here.

    `here` is the project's label it would become: of the same name, or proposed; None when it would be new.
    """

    name: str
    layer: Layer
    count: int
    examples: tuple[str, ...] = ()
    here: str | None = None

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
    entities: int = 0
    happenings: int = 0
    problems: tuple[ProblemCount, ...] = ()
    notices: tuple[ProblemCount, ...] = ()

    @property
    def articles(self) -> int:
        """How many articles would be new."""
        return self.new.count


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
    looking = _Looking(project, schema, mapping)
    with project.little_memory():
        for reader in open_sources(sources, chosen, format_name):
            with reader:
                looking.through(reader)
    return looking.preview()


class _Looking:
    """The counts while sources are read."""

    def __init__(self, project: Project, schema: Schema, mapping: Mapping[str, str]) -> None:
        self._project, self._schema, self._mapping = project, schema, mapping
        self._annotators_here = project.annotations.annotators()
        self._arrived = project.articles.arrived()
        self._named = partial(project.articles.named_by_text, arrived=self._arrived)
        self._found = ImportPreview()
        self._earlier = Ledger()  # hashes of the texts that sources before this one brought
        self._seen = Ledger()  # ids and hashes of the texts of the source that is looked through
        self._labels: Counter[tuple[str, Layer]] = Counter()
        self._words: dict[str, list[str]] = {}
        self._annotators: Counter[str] = Counter()
        self._problems, self._notices = Tally(), Tally()

    def through(self, reader: Reader) -> None:
        try:
            frame = reader.frame
            self._found.new.told(frame)
            self._found.entities += len(frame.entities)
            self._found.happenings += len(frame.happenings)
            for bundle in reader:
                self._take(bundle)
        except Undecided:
            raise
        except BadInput as error:
            told = reader.problems
            self._problems.extend(p for p in error.problems if p not in told)
        for key in self._seen.keys():  # noqa: SIM118 - no dict
            self._earlier.add(key.rpartition("\0")[2])
        self._seen.clear()
        self._problems.extend(reader.problems)
        self._notices.extend(but_unknown_labels(reader.notices))

    def _take(self, bundle: Bundle) -> None:
        sha256 = bundle.article.sha256
        if self._seen.add(f"{bundle.article.id}\0{sha256}"):
            if not bundle.again and (sha256 in self._earlier or self._named(sha256) is not None):
                self._found.known_articles += 1
            else:
                self._found.new.add(bundle.article)
        if not bundle.again:
            self._compare(bundle)
        annotations = bundle.annotations
        for mention in annotations.mentions:
            self._labels[mention.label, mention.layer] += 1
            words = self._words.setdefault(mention.label, [])
            if len(words) < _EXAMPLES and (said := mention.text_of(bundle.article.text)[:60]) not in words:
                words.append(said)
        for relation in annotations.relations:
            self._labels[relation.label, Layer.RELATION] += 1
        if bundle.annotator is not None:
            self._annotators[bundle.annotator.name] += len(annotations.mentions) + len(annotations.relations)

    def _compare(self, bundle: Bundle) -> None:
        """Note what is here already and not the same, under the labels that are proposed where none are chosen."""
        who, articles = bundle.annotator, self._project.articles
        mine = who and next((a for a in self._annotators_here if a.id == who.id), None)
        mine = mine or next(
            (a for a in self._annotators_here if who and (a.name, a.kind) == (who.name, who.kind)), None
        )
        article = articles.find(bundle.article.id)
        if article is None or article.text != bundle.article.text:
            known = articles.id_by_text(bundle.article.sha256, self._arrived)
            article = articles.find(known) if known else None
        if mine is None or article is None:
            return
        found = bundle.annotations
        labels = {m.label: m.layer for m in found.mentions if m.label not in self._schema.by_name}
        here = {name: taken for name, layer in labels.items() if (taken := proposed(name, layer, self._schema))}
        come = relabelled(bundle, {**here, **self._mapping}).annotations
        seen = {r.id for r in self._project.annotations.records(Kind.MENTION, (m.id for m in found.mentions))}
        rejoined = rejoin(come, self._project.annotations.of(article.id, mine.id), seen)
        self._notices.extend(told(article, rejoined.differences))

    def preview(self) -> ImportPreview:
        self._found.annotators = dict(self._annotators.most_common())
        self._found.labels = tuple(self._label(*key, count) for key, count in self._labels.most_common())
        self._found.problems = _by_kind(self._problems.listed())
        self._found.notices = _by_kind(self._notices.listed())
        return self._found

    def _label(self, name: str, layer: Layer, count: int) -> LabelFound:
        here = name if name in self._schema.by_name else proposed(name, layer, self._schema)
        return LabelFound(name, layer, count, tuple(self._words.get(name, ())), here)


def _by_kind(problems: Sequence[Problem]) -> tuple[ProblemCount, ...]:
    kinds: Counter[str] = Counter()
    for problem in problems:
        kinds[problem.kind.value] += problem.count
    return tuple(
        ProblemCount(kind, count, tuple(p for p in problems if p.kind.value == kind)[:_EXAMPLES])
        for kind, count in kinds.most_common()
    )
