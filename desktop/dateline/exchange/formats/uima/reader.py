"""Reads CAS files: ours, INCEpTION's and DKPro's, with whatever layers they have."""

import io
import warnings
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib import import_module
from pathlib import Path, PurePosixPath
from typing import Any

import orjson

from dateline.exchange import safexml
from dateline.exchange.archive import Tree, read_whole
from dateline.exchange.checks import Fault
from dateline.exchange.extras import for_reading
from dateline.exchange.filewise import file_by_file
from dateline.exchange.formats.uima.cas import CasReader
from dateline.exchange.formats.uima.project import IF_ONE, opened, state_of, whose
from dateline.exchange.formats.uima.types import inferred_types
from dateline.exchange.intake import Intake
from dateline.exchange.jsonl import RepeatedKey, loaded
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import ProblemKind
from dateline.exchange.reading import Item
from dateline.exchange.things import Things
from dateline.model.bundle import Frame
from dateline.model.wording import tr

Load = Callable[[Tree, str, bytes], Any]
# Bytes: an element may point at any other, before and behind it, so that all are held, in up to twenty times the room.
LARGEST = 48 << 20
_NAMED = "typeSystemDescription"


def read_xmi(source: Path, options: ReadOptions) -> Iterator[Item]:
    """Yield a bundle for each .xmi of a folder or zip, or for the one file; the type system lies beside."""
    cassis = for_reading("cassis", "dkpro-cassis", "uima")
    yield from _read(source, options, ".xmi", _XmiLoader(cassis))


def read_json(source: Path, options: ReadOptions) -> Iterator[Item]:
    """Yield a bundle for each .json of a folder or zip, or for the one file."""
    cassis = for_reading("cassis", "dkpro-cassis", "uima")
    yield from _read(source, options, ".json", _JsonLoader(cassis))


def _read(source: Path, options: ReadOptions, suffix: str, load: Load) -> Iterator[Item]:
    yield Frame()
    intake, things = Intake(source.name, options), Things()
    intake.if_one = IF_ONE

    def read_file(tree: Tree, name: str, shown: str) -> Iterator[Item]:
        things.begin()
        data = read_whole(tree, name, LARGEST, "Divide it, or leave out layers that nobody annotates, such as lemmas")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # cassis warns of what is refused or passed over here
            cas = load(tree, name, data)
        bundle = CasReader(intake, things, shown, *whose(name)).read(cas, state_of(tree, name))
        yield from intake.news()
        if new := things.new():
            yield new
        yield bundle

    yield from file_by_file(source, intake, (suffix,), read_file, opened)


@lru_cache(maxsize=2)
def _type_system(data: bytes) -> Any:
    """Return what a TypeSystem.xml says; the files of a project, and one import after another, share theirs."""
    return import_module("cassis").load_typesystem(io.BytesIO(data))


class _XmiLoader:
    """Loads XMI with the type system that lies nearest."""

    def __init__(self, cassis: Any) -> None:
        self._cassis = cassis
        self._systems: dict[str, Any] = {}
        self._candidates: dict[PurePosixPath, list[str]] | None = None  # XML files by their folder

    def __call__(self, tree: Tree, name: str, data: bytes) -> Any:
        safexml.check(data)
        system = self._system(tree, name)
        try:
            return self._cassis.load_cas_from_xmi(io.BytesIO(data), typesystem=system, lenient=True)
        except Exception as error:
            raise _no_cas("XMI", error) from error

    def _system(self, tree: Tree, name: str) -> Any:
        """Return the type system beside a file, else the one in the folder nearest above it."""
        if self._candidates is None:
            self._candidates = {}
            for other in tree.names:
                if other.lower().endswith(".xml"):
                    self._candidates.setdefault(PurePosixPath(other).parent, []).append(other)
        folder = PurePosixPath(name).parent
        for place in (folder, *folder.parents):
            for candidate in self._candidates.get(place, ()):
                if found := self._loaded(tree, candidate):
                    return found
        what_to_do = "Put the TypeSystem.xml of its export beside it"
        raise Fault("", tr("has no type system beside it"), what_to_do, ProblemKind.REFERENCE)

    def _loaded(self, tree: Tree, name: str) -> Any:
        if name not in self._systems:
            data = read_whole(tree, name)
            self._systems[name] = self._load(name, data) if _NAMED.encode() in data[:4000] else None
        return self._systems[name]

    def _load(self, name: str, data: bytes) -> Any:
        safexml.check(data)
        try:
            return _type_system(data)
        except Exception as error:
            what = f"the type system {name} cannot be read: {_said(error)}"
            raise Fault("", what, tr("Export it again"), ProblemKind.SYNTAX) from error


class _JsonLoader:
    """Loads JSON, with the types that its content shows where it comes without."""

    def __init__(self, cassis: Any) -> None:
        self._cassis = cassis

    def __call__(self, tree: Tree, name: str, data: bytes) -> Any:
        del tree, name
        try:
            raw = loaded(data)
        except orjson.JSONDecodeError as error:
            what = f"not valid JSON at line {error.lineno}, column {error.colno}: {error.msg.partition(':')[0]}"
            raise Fault("", what, tr("Correct the file"), ProblemKind.SYNTAX) from error
        except RepeatedKey as error:
            raise Fault("", str(error), error.todo, ProblemKind.SYNTAX) from error
        if not isinstance(raw, dict) or "%FEATURE_STRUCTURES" not in raw:
            raise Fault("%FEATURE_STRUCTURES", tr("missing: expected UIMA CAS JSON"), "", ProblemKind.SYNTAX)
        try:
            if not raw.get("%TYPES"):
                raw["%TYPES"] = inferred_types(raw["%FEATURE_STRUCTURES"])
            return self._cassis.load_cas_from_json(orjson.dumps(raw).decode())
        except Exception as error:
            raise _no_cas("JSON", error) from error


def _no_cas(kind: str, error: Exception) -> Fault:
    """Say what cassis, which has no errors of its own, did not find or understand."""
    what = f"is no UIMA CAS {kind} that can be read: {_said(error)}"
    return Fault("", what, tr("Export it again"), ProblemKind.SYNTAX)


def _said(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"{error.args[0]!r} is named and is not there" if error.args else "something is missing"
    return f"{' '.join(str(error).split())[:200] or type(error).__name__}"
