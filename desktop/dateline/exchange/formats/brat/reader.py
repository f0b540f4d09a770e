"""Reads brat's folders: texts and what their .ann files say of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec.structs import replace

from dateline.exchange.archive import Tree, read_whole
from dateline.exchange.checks import Fault
from dateline.exchange.draft import Draft
from dateline.exchange.facts import FactsBeside
from dateline.exchange.formats.brat.conf import Conf, conf_of
from dateline.exchange.formats.brat.config import Names, names_of
from dateline.exchange.formats.brat.folders import Whose, annotators_of
from dateline.exchange.formats.brat.lines import COLUMNS, TABLE
from dateline.exchange.formats.brat.page import Linked, Page
from dateline.exchange.formats.brat.types import types_of
from dateline.exchange.inner_archives import told_of_archives
from dateline.exchange.intake import Intake
from dateline.exchange.jsonl import Source
from dateline.exchange.line_ends import laid_over
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import Problem, ProblemKind, problem_of
from dateline.exchange.reading import Item
from dateline.model.annotation import Annotations, Annotator
from dateline.model.bundle import Bundle, Frame
from dateline.model.schema import LabelType
from dateline.model.wording import ToDo, Wording, counted, first_of, tr

_ANNOTATIONS = (".ann", ".a1", ".a2")
_LABELS, _LOOKS = "annotation.conf", "visual.conf"
_LARGEST = 32 << 20  # bytes of one file
_BY_ITSELF = tr(
    "has a span that has no place in {first}, which is the same text but for the blanks at its edges and its line ends:"
    " it is an article of its own"
)


class _FileFault(Fault):
    """A file that cannot be read: the text, or one of those that go with it."""

    def __init__(self, file: str, what: str | Wording, what_to_do: ToDo, kind: ProblemKind) -> None:
        super().__init__("", what, what_to_do, kind)
        self.file = file


class _Pair:
    """A .txt and its .ann, named alone."""

    def __init__(self, source: Path) -> None:
        self.name = source.stem
        self._folder = source.parent
        beside = [source.with_suffix(suffix).name for suffix in (".txt", *_ANNOTATIONS)]
        self.names = tuple(name for name in (*beside, TABLE, _LABELS, _LOOKS) if (self._folder / name).is_file())

    def size(self, name: str) -> int:
        return (self._folder / name).stat().st_size

    def open(self, name: str) -> Source:
        return (self._folder / name).open("rb")


@contextmanager
def _opened(source: Path, options: ReadOptions) -> Iterator[Tree]:
    if source.is_dir() or source.suffix.lower() == ".zip":
        with options.opened(source) as tree:
            yield tree
    else:
        yield _Pair(source)


def read(source: Path, options: ReadOptions) -> Iterator[Item]:
    """Yield an article with its annotations for each .txt that has an .ann beside it."""
    try:
        with _opened(source, options) as tree:
            yield from _BratReader(tree, source.name, options).items()
    except Fault as fault:
        yield fault.at(source.name, None)


class _BratReader:
    """What is known while a folder is read: its files, configurations, tables, and the things behind mentions."""

    def __init__(self, tree: Tree, source: str, options: ReadOptions) -> None:
        self._tree, self._options = tree, options
        self._names = frozenset(tree.names)
        self._intake = Intake(source, options)
        self._linked = Linked()
        self._configs: dict[str, Names] = {}  # by folder
        self._declared: dict[str, Names] = {}  # by configuration
        self._described: tuple[LabelType, ...] = ()  # by configurations that are new
        self._facts = FactsBeside(self._intake, TABLE, COLUMNS)
        self._problems: list[Problem] = []  # of the file at hand
        self._unclear: list[Problem] = []  # lines of configurations that are new
        self._whose = Whose({})
        self._nobodys: set[str] = set()  # folders with texts of which nothing says who tagged them

    def items(self) -> Iterator[Item]:
        texts = [name for name in self._tree.names if name.lower().endswith(".txt") and self._annotations_of(name)]
        yield from self._without_text(texts)
        yield from told_of_archives(self._tree.names, self._intake.source)
        if not texts:
            what = tr("holds no .txt with an .ann beside it")
            yield Problem(what, tr("brat's files come in pairs"), self._intake.source, kind=ProblemKind.EMPTY)
        self._whose = annotators_of(self._text, texts)
        for done, name in enumerate(texts):
            self._options.progress.step(done, len(texts), name)
            try:
                bundle = self._bundle(name)
            except _FileFault as fault:
                self._intake.take_back()
                yield fault.at(fault.file, None)
                continue
            except Fault as fault:
                self._intake.take_back()
                yield fault.at(name, None)
                continue
            except OSError as error:
                self._intake.take_back()
                yield problem_of(error, name, "read")
                continue
            problems = self._unclear + self._problems
            self._unclear, self._problems = [], []
            yield from problems
            yield from self._intake.news()
            if self._described:
                yield Frame(described=self._described)
                self._described = ()
            if frame := self._linked.news():
                yield frame
            yield bundle
        if self._options.annotator is None and self._nobodys.intersection(self._whose.others):
            yield self._whose.told(self._intake.source)
        self._options.progress.step(len(texts), len(texts), "")

    def _annotations_of(self, text: str) -> list[str]:
        stem = text[: -len(".txt")]
        return [stem + suffix for suffix in _ANNOTATIONS if stem + suffix in self._names]

    def _without_text(self, texts: list[str]) -> Iterator[Problem]:
        stems = {text[: -len(".txt")] for text in texts}
        for name in self._tree.names:
            if name.lower().endswith(".ann") and name[: -len(".ann")] not in stems:
                what = tr("has no .txt of its name beside it")
                yield Problem(what, tr("Put the text beside it"), name, kind=ProblemKind.REFERENCE)
        for name in self._tree.names if stems else ():
            if name.lower().endswith(".txt") and name[: -len(".txt")] not in stems:
                what, what_to_do = (
                    tr("has no .ann beside it and is left out"),
                    tr("An empty .ann beside it takes it in"),
                )
                yield Problem(what, what_to_do, name, kind=ProblemKind.REFERENCE, notice=True)
        own = (".txt", ".conf", TABLE, *_ANNOTATIONS)
        if others := [n for n in self._tree.names if not n.lower().endswith(own)] if stems else []:
            what = f"holds {counted(len(others), 'file')} without annotations of brat, left out: {first_of(others)}"
            yield Problem(
                what, tr("Import them by themselves"), self._intake.source, kind=ProblemKind.FORMAT, notice=True
            )

    def _bundle(self, name: str) -> Bundle:
        """Return the page of a file: on the first annotator's copy of its text, where all of it has a place there."""
        body = self._text(name)
        shift = 1 if body.startswith("\ufeff") else 0  # for brat the mark is a character, for us it is none
        if not body[shift:]:
            raise Fault("", tr("is empty"), "", ProblemKind.EMPTY)
        self._intake.file = name
        own = body[shift:]
        text = self._joint_text(name, own)
        page = self._page(name, own, text, shift)
        laid = page if page.article.text == text else laid_over(page, text)
        if laid is not None:
            return laid
        self._intake.take_back()
        self._problems.clear()  # they are met again
        what = Wording(_BY_ITSELF, {"first": self._whose.copies[name]})
        self._intake.tell(what, ProblemKind.REPEATED_TEXT, file=name)
        return self._page(name, own, own, shift)

    def _page(self, name: str, own: str, text: str, shift: int) -> Bundle:
        """Return a file's page over its own text; `text`, that of its article, is the same but for the line ends."""
        folder, _, file = name.rpartition("/")
        told = self._facts.of(self._tree, name)
        who = self._annotator(told.annotator or self._whose.names.get(folder, ""), folder)
        article = self._intake.article(text, who, told.fields | {"origin": file}, told.meta)
        draft = Draft(replace(article, text=own), who)
        page = Page(draft, self._intake, self._config(folder), self._linked, shift)
        for annotations in self._annotations_of(name):
            lines = self._decoded(annotations).removeprefix("\ufeff").split("\n")  # editors put a mark in front
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    self._taken(page, line.rstrip("\r"), annotations, number)
        for fault, file_, number in page.finished():
            self._problems.append(fault.at(file_, number))
        bundle = draft.bundle(told.state)
        if not told.annotator and told.state is not None and bundle.annotations == Annotations():
            return Bundle(article)  # the table knows the text, and nobody who worked on it
        return bundle

    def _joint_text(self, name: str, own: str) -> str:
        """Return the text of the article that a file is of: that of the first annotator's copy of it."""
        first = self._whose.copies.get(name)
        try:
            return self._text(first).removeprefix("\ufeff") if first else own
        except (Fault, OSError):  # told when it is its turn
            return own

    def _taken(self, page: Page, line: str, file: str, number: int) -> None:
        try:
            page.take(line, file, number)
        except Fault as fault:
            self._problems.append(fault.at(file, number))

    def _decoded(self, name: str, encoding: str = "utf-8") -> str:
        try:
            return read_whole(self._tree, name, _LARGEST).decode(encoding)
        except (UnicodeDecodeError, LookupError) as error:
            what = f"is not {encoding}: {error}"
            what_to_do = "Save it as UTF-8 without changing its characters"
            raise _FileFault(name, what, what_to_do, ProblemKind.ENCODING) from None
        except Fault as fault:
            raise _FileFault(name, fault.saying, fault.what_to_do, fault.kind) from None

    def _text(self, name: str) -> str:
        return self._decoded(name, self._options.encoding or "utf-8")

    def _annotator(self, name: str, folder: str) -> Annotator:
        """Return whose a file is; `name` is "" where neither the table nor its folder says it."""
        if not name:
            self._nobodys.add(folder)
        return self._intake.annotator(name) if name else self._intake.owner()

    def _config(self, folder: str) -> Names:
        """Return the names that the nearest annotation.conf has, in the folder or above; what it declares is noted."""
        if folder not in self._configs:
            conf = self._nearest(folder, _LABELS)
            if conf not in self._declared:
                said = conf_of(self._decoded(conf)) if conf else Conf()
                names = self._declared[conf] = names_of(said)
                looks = self._nearest(folder, _LOOKS)
                self._described += types_of(said, self._decoded(looks) if looks else "", names)
                self._unclear += said.told(conf)
            self._configs[folder] = self._declared[conf]
        return self._configs[folder]

    def _nearest(self, folder: str, name: str) -> str:
        """Return the path of a file in the folder or above, "" where there is none."""
        path = f"{folder}/{name}" if folder else name
        if path in self._names:
            return path
        return self._nearest(folder.rpartition("/")[0], name) if folder else ""
