"""What a person can choose when reading or writing a format; a format looks at what concerns it."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import AbstractContextManager
from enum import StrEnum
from functools import reduce
from pathlib import Path
from typing import Protocol

from msgspec import Struct, field
from msgspec.structs import replace

from dateline.exchange.archive import Tree, Trees
from dateline.exchange.split import ArticleLinks, Split
from dateline.model.annotation import Annotator, AnnotatorKind, Layer
from dateline.model.article import Article, State
from dateline.model.occasion import ANY_OCCASION, Occasion
from dateline.model.progress import Part, Progress, Silent
from dateline.model.wording import Wording


class NotOlder(StrEnum):
    """Why an article is not taken for the older version of one that nearly repeats it."""

    TOGETHER = "together"  # both come in one import
    LATER = "later"  # it was published later
    OTHER_DAY = "other day"  # they are the same text, which appeared on two days
    SERIES = "series"  # both are brief, of one title, such as the day's weather, and it is of another day


class NearText(Struct, frozen=True):
    """An article that another one nearly repeats: its name, the share of the words, and its id if it is the project's.

    `same_place`: both came from the same address. `published`: its date, if known. `not_older`: why the one that
    arrives is no newer version of it, None where it may be one. `same_text`: they differ in nothing but their days.
    `again`: another source of the import has brought the same text, of the same day.
    """

    name: str
    share: float
    article_id: str = ""
    same_place: bool = False
    published: str = ""
    not_older: NotOlder | None = None
    same_text: bool = False
    again: bool = False


class Nearly(StrEnum):
    """What becomes of an article that is nearly the same text as another one."""

    BESIDE = "beside"  # it is taken in as an article of its own
    LEAVE_OUT = "leave-out"
    REVISE = "revise"  # it is a newer version: the annotations of the project's article are carried over to it


Columns = Callable[[tuple[str, ...]], Mapping[str, str]]
Holds = Callable[[str, str], bool]
Near = Callable[[Article], NearText | None]
Known = Mapping[str, str] | Callable[[str, Occasion, str], str | None]


class TextsThere(Protocol):
    """What the project knows of when and where its texts appeared; texts are named by their SHA-256."""

    def has_day(self, text: str, occasion: Occasion) -> bool:
        """Say whether an article with this text is of this very occasion, or without a date where this has none."""

    def has_come(self, text: str, occasion: Occasion) -> bool:
        """Say whether an article with this text that an occasion may be of was there, or came from a source before."""

    def go_on(self, until: int) -> None:
        """Take in that a source has been read, and what had arrived until then."""

    def is_shared(self, url: str, text: str) -> bool:
        """Say whether an article from an address has another text."""


class LeftOut:
    """Labels that are not wanted; `met` are those of them that a source was found to have.

    `relations`: how many relations whoever reads has left out, since this was last set to none.
    """

    def __init__(self, labels: Iterable[str] = ()) -> None:
        self._labels = frozenset(labels)
        self.met: set[str] = set()
        self.relations = 0

    def takes(self, label: str) -> bool:
        """Say whether what has a label is left out."""
        if label not in self._labels:
            return False
        self.met.add(label)
        return True


class ReadOptions(Struct, frozen=True):
    """How to import.

    `skip_bad`: leave out what is wrong and collect its problems, instead of refusing the whole.
    `encoding`: of text files; "" detects it. `metadata`: a table for text files; None looks beside them.
    `defaults`: article fields (title, published, source, url, language, note) where the source says nothing.
    `annotator`: whom annotations belong to where the source does not say.
    `annotators`: the project's by their names: whom a source means that names somebody and not what kind it is.
    `labels`: the project's labels and their layers; None takes any label for known.
    `mapped`: labels that become others of the project's, and which.
    `came`: labels that earlier sources of the import brought, with the layer and the source's name; it grows between
    sources.
    `learned`: those of them that no schema has, only annotations; it grows with `came`.
    `roles`: the project's types of event, each with a role that it has or that its events fill, where a label for
    relations may have the same name; it grows with the schemas of earlier sources.
    `clashing`: how often labels were met in a layer that is not theirs here; it grows while a source is read.
    `left_out`: labels that are not wanted, where a format's links may be roles as well as relations.
    `as_named`: names, case folded, of attributes that are kept as the source has them, whatever they seem to say.
    `known`: the SHA-256 of the project's texts with what to call them, as a mapping, or a function that is given the
    occasion, too, and the id of the article that is meant, "" for any.
    `texts`: says when and where the project's texts appeared; None knows of none.
    `holds`: says of an article's id and a text's SHA-256 whether the project's article of that id has this text.
    `keep_repeated`: take a text that is there already in once more.
    `near`: finds what an article is nearly the same text as; None does not look.
    `nearly`: what becomes of such an article.
    `columns`: gives for a table's columns what was chosen before: fields to columns, and how dates are written.
    `sheets`: gives for a workbook's sheets the one that was chosen before to be read alone, "" for none.
    `headers`: gives for a sheet, "" where none was named, and the columns found in it the line that was said to be
    its header before, 0 for none.
    `first_position`: the position of the first article in the list.
    `extra`: options only one format knows, by name; `own`: the same for single sources, beside and before those.
    `named`: a person has said of which format the sources are.
    `trees`: what opens folders and archives.
    """

    skip_bad: bool = False
    encoding: str = ""
    metadata: Path | None = None
    defaults: Mapping[str, str] = field(default_factory=dict)
    annotator: Annotator | None = None
    annotators: Mapping[str, Annotator] = field(default_factory=dict)
    labels: Mapping[str, Layer] | None = None
    mapped: Mapping[str, str] = field(default_factory=dict)
    came: dict[str, tuple[Layer, str]] = field(default_factory=dict)
    learned: set[str] = field(default_factory=set)
    roles: set[tuple[str, str]] = field(default_factory=set)
    clashing: Counter[tuple[str, Layer]] = field(default_factory=Counter)
    left_out: LeftOut = field(default_factory=LeftOut)
    as_named: frozenset[str] = frozenset()
    known: Known = field(default_factory=dict)
    texts: TextsThere | None = None
    holds: Holds | None = None
    keep_repeated: bool = False
    near: Near | None = None
    nearly: Nearly = Nearly.BESIDE
    columns: Columns | None = None
    sheets: Callable[[tuple[str, ...]], str] | None = None
    headers: Callable[[str, tuple[str, ...]], int] | None = None
    first_position: int = 0
    extra: Mapping[str, str] = field(default_factory=dict)
    own: Mapping[Path, Mapping[str, str]] = field(default_factory=dict)
    named: bool = False
    progress: Progress = field(default_factory=Silent)
    trees: Trees = field(default_factory=Trees)

    def opened(self, source: Path) -> AbstractContextManager[Tree]:
        """Open a folder or zip archive to read it; raises Fault and OSError."""
        return self.trees.read(source, Part(self.progress, 0, 0))

    def of(self, sources: Iterable[Path]) -> "ReadOptions":
        """Return the options as they are for some of the sources."""
        own = [self.own[source] for source in sources if source in self.own]
        return replace(self, extra=reduce(lambda one, more: {**one, **more}, own, self.extra)) if own else self

    def layer_of(self, label: str) -> Layer | None:
        """Return the layer that the project, or an earlier source, has a label in; None where neither has it."""
        known = self.labels.get(label) if self.labels else None
        return known or self.came.get(label, (None, ""))[0]

    def is_for_relations(self, label: str, event: str) -> bool:
        """Say whether a label of links is for relations also from a type of event, which is named as its source does.

        It is where a schema has it for them, the project's or that of an earlier source, and no role of the event is
        called so, and where it is to become a label that the project has for them.
        """
        if self.layer_of(label) is not Layer.RELATION or label in self.learned:
            return False
        return label in self.mapped or (self.mapped.get(event, event), label) not in self.roles

    def known_as(self, sha256: str, occasion: Occasion = ANY_OCCASION, article_id: str = "") -> str | None:
        """Return what the project calls the text of this hash, or None when it does not have it.

        One of another occasion is not meant. `article_id`: the article that is, if it has the text.
        """
        return self.known(sha256, occasion, article_id) if callable(self.known) else self.known.get(sha256)


class Unit(StrEnum):
    """What one record of a training set is."""

    DOCUMENT = "document"
    SENTENCE = "sentence"


class WriteOptions(Struct, frozen=True):
    """How to export; None means all.

    `annotators`: names or ids. `kinds`: of annotators; what nobody has worked on is of any. `states`: of the article
    for its annotator. `labels`: names. `layers`: which of the four. `unit`: of training formats. `empty`: write units
    without a span, too. `boilerplate`: leave text marked as boilerplate in. `total`: how many bundles are to come, for
    progress. `split`: write several parts; the bundles must then be iterable twice, or `links` say which happenings
    each exported article is about. `overwrite`: a file that is there may be replaced. `adjudicated`: only what an
    adjudicator decided. `card`: write a manifest (TARGET.manifest.json) and a dataset card (TARGET.card.md) beside;
    with a split a manifest is written anyway.
    `remove_earlier`: files of an earlier export to the same place that somebody was shown and wants to be taken away,
    with their SHA-256; what is not as it was then, is not in that export's manifest, or is written this time stays.
    `extra`: options only one format knows, by name. `foretell`: is told, before anything is written, what is to be
    known of the division; the report has it, too.
    """

    annotators: Collection[str] | None = None
    kinds: Collection[AnnotatorKind] | None = None
    states: Collection[State] | None = None
    labels: Collection[str] | None = None
    layers: Collection[Layer] | None = None
    unit: Unit = Unit.DOCUMENT
    empty: bool = True
    boilerplate: bool = False
    total: int | None = None
    split: Split | None = None
    links: Collection[ArticleLinks] | None = None
    overwrite: bool = True
    adjudicated: bool = False
    card: bool = False
    remove_earlier: Mapping[Path, str] = field(default_factory=dict)
    extra: Mapping[str, str] = field(default_factory=dict)
    progress: Progress = field(default_factory=Silent)
    foretell: Callable[[Wording], None] = lambda _: None

    @property
    def is_all(self) -> bool:
        """Whether everything is asked for: every annotator, state, label and layer."""
        chosen = (self.annotators, self.kinds, self.labels, self.layers)
        every = self.states is None or set(State) <= {*self.states}
        return every and not self.adjudicated and all(what is None for what in chosen)

    @property
    def described(self) -> bool:
        """Whether a manifest is written: of a division nothing else tells later which texts were in which part."""
        return self.card or self.split is not None

    def wants(self, label: str, layer: Layer) -> bool:
        """Say whether annotations of a label are asked for."""
        return (self.labels is None or label in self.labels) and (self.layers is None or layer in self.layers)

    def take(self, who: Annotator | None, state: State | None = None) -> bool:
        """Say whether what an annotator (None: nobody) did is asked for; `state` is that of the article for them."""
        if self.annotators is not None and (
            who is None or (who.id not in self.annotators and who.name not in self.annotators)
        ):
            return False
        if self.adjudicated and (who is None or who.kind is not AnnotatorKind.ADJUDICATOR):
            return False
        if self.kinds is not None and who is not None and who.kind not in self.kinds:
            return False
        return state is None or self.states is None or state in self.states
