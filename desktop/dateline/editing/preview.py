"""What an import would bring, before anything is written."""

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from dateline.editing.foreign_attributes import in_its_sense
from dateline.editing.import_report import FactsTaken
from dateline.editing.import_request import ImportRequest
from dateline.editing.importing import repeated
from dateline.editing.newcomers import Newcomers
from dateline.editing.onlooker import Onlooker
from dateline.editing.problem_groups import ProblemCount, grouped
from dateline.editing.relabelling import AS_THEY_ARE, NotMet, proposed
from dateline.editing.revising import Revision
from dateline.editing.taking_in import TakingIn
from dateline.editing.unknown_roles import RoleFound
from dateline.exchange.formats import READ
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import Problem, ProblemKind, Tally
from dateline.exchange.reading import Reader
from dateline.model.annotation import Annotator, Layer
from dateline.model.bundle import Bundle, Frame
from dateline.model.progress import Part, Rounds
from dateline.model.schema import LabelType
from dateline.model.wording import tr
from dateline.store.errors import RepeatedId
from dateline.store.project import Project

_TRYING = tr("Making a copy of the project to try it on")
_COUNTING = tr("Counting what would come")
_COPIED = 0.02  # the share of a preview after which the project is copied
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


class ImportPreview(Struct):
    """The articles, annotators, labels and things that sources hold, and what is wrong with them."""

    new: Newcomers = field(default_factory=Newcomers)
    known_articles: int = 0
    in_several: int = 0  # those of them that an earlier source of the import brings
    facts: FactsTaken = field(default_factory=FactsTaken)  # what they would get of what they lack
    annotators: dict[str, int] = field(default_factory=dict)  # name to how many annotations
    labels: tuple[LabelFound, ...] = ()
    roles: tuple[RoleFound, ...] = ()  # of events, where their types do not have them
    entities: int = 0
    happenings: int = 0
    adds: int = 0  # records that would be new: annotations with all they have, entities and happenings
    annotations: int = 0  # mentions and relations the sources hold
    new_annotations: int = 0  # those of them that would be new
    annotations_there: int = 0  # those that are here already
    comments: int = 0  # notes on articles and annotations that would be new
    repeated: int = 0  # those that the sources have more than once
    passed_over: int = 0  # those that what was chosen leaves out
    arguments_left_out: int = 0  # of events that come, as their roles are left out by choice
    new_annotators: list[str] = field(default_factory=list)
    lacking: dict[str, Layer] = field(default_factory=dict)  # labels that would have to be added
    revisions: list[Revision] = field(default_factory=list)  # of articles by newer versions
    new_types: tuple[str, ...] = ()  # of a source that brings a schema
    not_met: NotMet | None = None  # labels and roles that are mapped and that the sources do not have
    clashing: bool = (
        False  # types of a source are of another layer here: nothing comes in until it is said what they are
    )
    once_more: bool = False  # whether what comes is perhaps here already as another's work, which is among the notices
    silent_times: int = 0  # new time expressions of which the sources do not say what they stand for
    states: int = 0  # annotators' states of articles that would be new
    problems: tuple[ProblemCount, ...] = ()
    notices: tuple[ProblemCount, ...] = ()
    mapping: dict[str, str] = field(default_factory=dict)  # what labels were taken for, as chosen or proposed
    met: dict[str, set[str]] = field(default_factory=dict)  # labels, and roles by `role_key`, by the sources' formats
    role_mapping: dict[str, str] = field(default_factory=dict)  # the same of roles, by `role_key`

    @property
    def articles(self) -> int:
        """How many articles would be new."""
        return self.new.count

    def goes_with_others(self, label: str) -> bool:
        """Say whether a label that is not here is not needed: all that has it goes with what is left out.

        Of one that becomes another this says nothing.
        """
        return label not in self.lacking and label not in self.new_types and label not in self.mapping

    @property
    def left_unread(self) -> bool:
        """Whether parts of the sources were not read, which is among the notices."""
        return any(group.kind == ProblemKind.UNREAD for group in self.notices)

    @property
    def only_facts(self) -> bool:
        """Whether an import would do no more than give articles of the project what they lack."""
        return bool(self.facts.articles) and not self._adds

    @property
    def nothing_new(self) -> bool:
        """Whether an import would change nothing."""
        return not (self._adds or self.facts.articles)

    @property
    def _adds(self) -> bool:
        anything = self.articles, self.adds, self.states, self.new_annotators, self.new_types, self.revisions
        return any(anything)


def preview_sources(
    project: Project,
    sources: Sequence[Path],
    options: ReadOptions,
    format_name: str = "",
    mapping: Mapping[str, str] = AS_THEY_ARE,
    roles: Mapping[str, str] = AS_THEY_ARE,
    *,
    propose: bool = False,
) -> ImportPreview:
    """Tell what an import would bring: `preview_import` of a request of these."""
    return preview_import(project, ImportRequest(sources, options, format_name, mapping, roles), propose=propose)


def preview_import(project: Project, request: ImportRequest, *, propose: bool = False) -> ImportPreview:
    """Import sources into a copy of the project that is thrown away, and tell what came; the project is left alone.

    What is wrong is counted, too, and the rest taken in. With `propose`, labels of which the mapping says nothing are
    taken for those that are proposed, as whoever is shown the preview will import them. Raises Undecided where a person
    has to say how a source is read, UnknownFormat, EditError, ProjectError, Cancelled.
    """
    request.require_others(project)
    return in_its_sense(
        request.options, lambda read_as: _previewed(project, replace(request, options=read_as), propose=propose)
    )


def _previewed(project: Project, request: ImportRequest, *, propose: bool) -> ImportPreview:
    """Look through the sources until nothing more is proposed for their labels."""
    rounds = Rounds(request.options.progress)
    request = replace(request, options=replace(request.options, skip_bad=True))
    found = _looked_through(project, request, rounds, propose=propose)
    while found.mapping != request.mapping:  # what a label is taken for may change how a format reads what it links
        request, labels = replace(request, mapping=dict(found.mapping)), found.labels
        rounds.begin()
        found = _looked_through(project, request, rounds, propose=propose)
        met = {label.name for label in labels}
        found.labels = (*labels, *(label for label in found.labels if label.name not in met))
    return found


def _looked_through(project: Project, request: ImportRequest, rounds: Rounds, *, propose: bool) -> ImportPreview:
    """Look through the sources once; what is proposed for labels on the way is in the preview's mapping."""
    looking_through = Part(rounds, _COPIED, 1)
    counting = Part(looking_through, READ, 1, _COUNTING)
    request = replace(request, options=replace(request.options, progress=looking_through))
    with project.throwaway(Part(rounds, 0, _COPIED, _TRYING)) as copy, copy.little_memory():
        chosen = request.for_project(copy)
        looking, source = _Looking(copy, chosen, rounds if propose else None), Path()
        try:
            with suppress(_Stopped), chosen.options.trees, copy.step("Preview", kind="import") as step:
                importing = TakingIn(copy, step, chosen, looking)
                for reader in chosen.opened():
                    source = Path(reader.source)
                    with reader:
                        looking.through(reader, importing.try_to_take_in(reader))
                counting.step(0, 1, "")
                importing.add_labels()
                importing.finish()
                if looking.stopped:
                    raise _Stopped  # references of what was read in part lead nowhere
        except RepeatedId as error:
            looking.wrong([repeated(error, source)])
        return looking.preview(importing, chosen.options.clashing)


class _Stopped(Exception):
    """A source was not read to its end."""


class _Looking(Onlooker):
    """Counts what comes, and what of it is here already."""

    def __init__(self, project: Project, request: ImportRequest, rounds: Rounds | None) -> None:
        self._schema = project.schema()
        self._rounds = rounds  # hears that the sources will be looked through again; None where nothing is proposed
        self._found = ImportPreview(mapping=dict(request.mapping), role_mapping=dict(request.roles))
        self._labels: Counter[tuple[str, Layer]] = Counter()
        self._refused: Counter[tuple[str, Layer]] = Counter()  # labels that are of another layer here
        self._words: dict[str, list[str]] = {}
        self._starts: dict[str, set[str]] = {}
        self._annotators: Counter[str] = Counter()
        self._problems, self._notices = Tally(), Tally()
        self.stopped = False

    def through(self, reader: Reader, wrong: Sequence[Problem]) -> None:
        """Take in what stopped a source, and what was left out of it before."""
        self.wrong(wrong)
        if wrong:
            self._problems.extend(p for p in reader.problems if p not in wrong)

    def wrong(self, problems: Sequence[Problem]) -> None:
        """Take in what stops an import."""
        self.stopped |= bool(problems)
        self._problems.extend(problems)

    def frame(self, frame: Frame) -> None:
        """Count the types and things of a source."""
        if frame.schema is not None:
            met = {*self._schema.by_name, *self._found.new_types}
            self._found.new_types += tuple(t.name for t in frame.schema.types if t.name not in met)
        self._found.entities += len(frame.entities)
        self._found.happenings += len(frame.happenings)

    def clash(self, types: Sequence[LabelType], problem: Problem) -> None:
        """Tell of types of another layer; what they become can be chosen."""
        self.wrong([problem])
        self._refused.update((t.name, t.layer) for t in types)
        self._found.clashing = True

    def mapping(self, bundle: Bundle, chosen: Mapping[str, str]) -> Mapping[str, str]:
        """Count a page under the labels of its source; those that are not here may be taken for what is proposed."""
        annotations = bundle.annotations
        labels: dict[str, Layer] = {}
        for mention in annotations.mentions:
            labels[mention.label] = mention.layer
            self._labels[mention.label, mention.layer] += 1
            words = self._words.setdefault(mention.label, [])
            if len(words) < _EXAMPLES and (said := mention.text_of(bundle.article.text)[:60]) not in words:
                words.append(said)
        by_id = {m.id: m.label for m in annotations.mentions} if annotations.relations else {}
        for relation in annotations.relations:
            labels.setdefault(relation.label, Layer.RELATION)
            self._labels[relation.label, Layer.RELATION] += 1
            self._starts.setdefault(relation.label, set()).add(by_id.get(relation.source_id, ""))
        if self._rounds is None:
            return chosen
        known = self._schema.by_name.keys() | self._found.mapping.keys() | chosen.keys()
        new = ((label, proposed(label, layer, self._schema)) for label, layer in labels.items() if label not in known)
        if taken_for := {label: taken for label, taken in new if taken}:
            self._found.mapping.update(taken_for)
            self._rounds.expect_another()
        return {**self._found.mapping, **chosen}

    def page(self, who: Annotator, bundle: Bundle) -> None:
        """Count what comes as somebody's."""
        self._annotators[who.name] += len(bundle.annotations.mentions) + len(bundle.annotations.relations)

    def preview(self, importing: TakingIn, left_out: Mapping[tuple[str, Layer], int]) -> ImportPreview:
        """Return what was counted; `left_out` are labels for whose layer records were left out, and how often."""
        found, report = self._found, importing.report
        found.new, found.known_articles = report.new, report.known_articles
        found.in_several, found.facts = report.in_several, report.facts
        found.adds, found.new_annotations = report.records, report.annotations
        found.annotations, found.annotations_there = report.come, report.annotations_there
        found.repeated, found.met, found.comments = report.repeated, report.met, report.comments
        found.passed_over, found.lacking, found.revisions = report.passed_over, importing.unknown, report.revisions
        found.arguments_left_out = report.arguments_left_out
        found.new_annotators, found.states = report.newcomers, report.states
        found.not_met = importing.unmet.refusal()
        found.silent_times, found.once_more = report.silent_times, report.once_more
        found.annotators = {name: count for name, count in self._annotators.most_common() if count}
        found.roles = importing.roles.found()
        self._notices.extend(report.notices)
        self._problems.extend(report.left_out)
        met = {name for name, _ in self._labels}
        refused = Counter({key: n for key, n in (self._refused | Counter(left_out)).items() if key[0] not in met})
        found.labels = tuple(self._label(*key, count) for key, count in (self._labels + refused).most_common())
        found.problems = grouped(self._problems.listed())
        found.notices = grouped(self._notices.listed())
        return found

    def _label(self, name: str, layer: Layer, count: int) -> LabelFound:
        here = name if name in self._schema.by_name else proposed(name, layer, self._schema)
        starts = tuple(sorted(self._starts.get(name, ()))) if layer is Layer.RELATION else ()
        return LabelFound(name, layer, count, tuple(self._words.get(name, ())), here, starts)
