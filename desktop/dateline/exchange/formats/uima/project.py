"""INCEpTION's project exports: annotation/REPORT.txt/ADA.tsv, or in place of that file a packed folder with ADA.xmi."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath

import orjson

from dateline.exchange.archive import Tree, is_zip, packed_tree, read_whole
from dateline.exchange.checks import Fault
from dateline.exchange.intake import Intake
from dateline.exchange.jsonl import RepeatedKey, Source, loaded
from dateline.exchange.problems import ProblemKind
from dateline.model.annotation import Annotator, AnnotatorKind
from dateline.model.article import State
from dateline.model.wording import Advice, Wording, tr

# What INCEpTION and WebAnno call the state of a document for an annotator, and of a curation; letters alone.
_STATES = {
    **dict.fromkeys(("finished", "complete", "annotationcomplete"), State.DONE),
    **dict.fromkeys(("ignore", "locked"), State.SKIPPED),
}
_CURATED = {**dict.fromkeys(("curationfinished", "curationcomplete"), State.DONE)}
_FOLDERS = ("annotation", "curation")
_NOBODY = "INITIAL_CAS"  # a document before anybody worked on it
_SUFFIXES = (".xmi", ".json", ".tsv")
_CURATOR = "CURATION_USER"
# Names of files such as ada.xmi and bo.xmi say whose they are only there.
_IN_FOLDERS = tr(
    "If each file is an annotator's, lay them in folders annotation/TEXT/ANNOTATOR as INCEpTION does and import the"
    " folder that annotation is in, or import each by itself with its Annotator"
)
_IN_FOLDERS_SAY = (
    "If each file is an annotator's, lay them in folders annotation/TEXT/ANNOTATOR as INCEpTION does and import the"
    " folder that annotation is in, or import each with --annotator NAME"
)
IF_ONE = Advice(_IN_FOLDERS, _IN_FOLDERS_SAY)


def whose(name: str) -> tuple[str, str]:
    """Return the article and the annotator that a path says, "" for none; packed folders count as folders."""
    path = PurePosixPath(name)
    if not (document := _document(path)):
        return path.name, ""
    return document, "" if path.stem == _NOBODY else path.stem


def user(intake: Intake, name: str) -> Annotator:
    """Return the annotator that INCEpTION calls so; the import's where it names nobody."""
    if not name:
        return intake.owner()
    return intake.annotator(name, AnnotatorKind.ADJUDICATOR if name == _CURATOR else None)


def state_of(tree: Tree, name: str) -> State | None:
    """Return the state that the project's description gives a file's document for its annotator, None for none."""
    return tree.states.get(whose(name)) if isinstance(tree, _Project) else None


def source_text(tree: Tree, name: str) -> str:
    """Return the text of the document a file of a project is of, "" where there is none that is plain text."""
    return tree.source_text(whose(name)[0]) if isinstance(tree, _Project) else ""


def _states(tree: Tree) -> dict[tuple[str, str], State]:
    """Return what a project's description says is done or skipped, by document and user; raises Fault."""
    found: dict[tuple[str, str], State] = {}
    for name in _descriptions(tree):
        try:
            raw = loaded(read_whole(tree, name))
        except (orjson.JSONDecodeError, RepeatedKey) as error:
            what_to_do = "Export the project again: it says which documents are finished"
            raise Fault(
                name,
                Wording(tr("is no JSON that can be read: {error}"), {"error": f"{error}"}),
                what_to_do,
                ProblemKind.SYNTAX,
            ) from error
        raw = raw if isinstance(raw, dict) else {}
        for states, key in ((_CURATED, "source_documents"), (_STATES, "annotation_documents")):
            listed = raw.get(key)
            for one in listed if isinstance(listed, list) else ():
                if not isinstance(one, dict):
                    continue
                state = states.get("".join(filter(str.isalpha, str(one.get("state", "")))).lower())
                document = str(one.get("name", ""))
                user = _CURATOR if states is _CURATED else str(one.get("user", ""))
                if state and document and user:
                    found[document, user] = state
    return found


def _document(path: PurePosixPath) -> str:
    """Return which document a path in a project is of, "" for one that is of none."""
    parts = path.parts
    of = (parts[i + 1] for i, part in enumerate(parts) if part in _FOLDERS and len(parts) - i in (3, 4))
    return next(of, "")


def is_project_of(source: Path, head: bytes, suffix: str, files: Callable[[], Tree]) -> bool:
    """Say whether a folder or zip is a project export whose annotations are in files with that suffix.

    One that has its annotations in none of the formats read here counts as XMI, whose reader says so: as a folder of
    texts it would come in without them.
    """
    if not (source.is_dir() or is_zip(source, head)):
        return False
    try:
        tree = files()
        if not _is_project(tree):  # others call folders so too
            return suffix == _SUFFIXES[0] and _suffix_of_work(tree) == suffix
        return suffix == (_suffix_of_work(tree, lenient=True) or _SUFFIXES[0])
    except (Fault, OSError):
        return False


def opened(tree: Tree) -> Tree:
    """Return a tree in which the packed folders of a project are open, and in which there is nothing but its work.

    Raises Fault for a project whose annotations are in none of the formats read here.
    """
    if _is_project(tree) and not _suffix_of_work(tree):
        what = "is an INCEpTION project without annotations in a format that can be read"
        what_to_do = "Export it again there with UIMA CAS XMI, UIMA CAS JSON or WebAnno TSV as the secondary format"
        raise Fault("", what, what_to_do, ProblemKind.EMPTY)
    return _Project(tree) if any(map(_is_work, tree.names)) else tree


def _is_project(tree: Tree) -> bool:
    return bool(_descriptions(tree))


def _descriptions(tree: Tree) -> list[str]:
    """Return the files that describe a project: at the top, or in the one folder that was packed again as a whole."""
    paths = (PurePosixPath(n) for n in tree.names if "exportedproject" in n)
    found = [p for p in paths if len(p.parts) <= 2 and p.name.startswith("exportedproject") and p.suffix == ".json"]
    top = [str(p) for p in found if len(p.parts) == 1]
    return top or [str(p) for p in found if len({n.partition("/")[0] for n in tree.names}) == 1]


def _suffix_of_work(tree: Tree, *, lenient: bool = False) -> str:
    """Return the suffix of the first file that somebody's annotations are in, "" where there is none.

    Raises Fault for a packed folder that cannot be read, unless `lenient`.
    """
    for name in filter(_is_work, tree.names):
        try:
            inside = _packed(tree, name).names if name.lower().endswith(".zip") else (name,)
        except Fault:
            if not lenient:
                raise
            continue
        if suffix := next((s for s in _SUFFIXES for n in inside if n.lower().endswith(s)), ""):
            return suffix
    return ""


def _is_work(name: str) -> bool:
    return any(folder in name for folder in _FOLDERS) and bool(_document(PurePosixPath(name)))


def _is_description(name: str) -> bool:
    """Say whether a file describes the project, or is what was annotated there."""
    path = PurePosixPath(name)
    return path.name.startswith("exportedproject") or "source" in path.parts[:-1]


def _packed(tree: Tree, name: str) -> Tree:
    try:
        return packed_tree(PurePosixPath(name).name, read_whole(tree, name))
    except Fault as fault:
        raise Fault(name, fault.saying, fault.what_to_do, fault.kind) from fault


class _Project:
    """The files of a project export; a packed folder is read when it is listed and again when it is its turn."""

    def __init__(self, tree: Tree) -> None:
        self.name = tree.name
        self._tree = tree
        self._inside: dict[str, tuple[str, str]] = {}  # of a packed file: its archive, and its name there
        self._last: tuple[str, Tree] | None = None
        self._sources = {PurePosixPath(n).name: n for n in tree.names if PurePosixPath(n).parts[-2:-1] == ("source",)}
        self._text = "", ""  # of the last document
        self.states = _states(tree)
        names = list(self._found())
        worked_on = {whose(n)[0] for n in names if whose(n)[1]}
        self.names = tuple(n for n in names if PurePosixPath(n).stem != _NOBODY or whose(n)[0] not in worked_on)

    def _found(self) -> Iterator[str]:
        for name in self._tree.names:
            if _is_work(name) and name.lower().endswith(".zip"):
                for inside in self._archive(name).names:
                    self._inside[f"{name}/{inside}"] = name, inside
                    yield f"{name}/{inside}"
            elif not _is_description(name):
                yield name

    def _archive(self, name: str) -> Tree:
        if self._last is None or self._last[0] != name:
            self._last = name, _packed(self._tree, name)
        return self._last[1]

    def source_text(self, document: str) -> str:
        """Return a document's text, "" where the project has none that is plain text."""
        if self._text[0] != document:
            text = ""
            if found := self._sources.get(document):
                with suppress(Fault, UnicodeDecodeError):
                    text = read_whole(self._tree, found).decode("utf-8-sig")
            self._text = document, text
        return self._text[1]

    def size(self, name: str) -> int:
        """Return a file's size, unpacked."""
        archive, inside = self._inside.get(name, ("", ""))
        return self._archive(archive).size(inside) if archive else self._tree.size(name)

    def open(self, name: str) -> Source:
        """Open a file, be it in a packed folder."""
        archive, inside = self._inside.get(name, ("", ""))
        return self._archive(archive).open(inside) if archive else self._tree.open(name)
