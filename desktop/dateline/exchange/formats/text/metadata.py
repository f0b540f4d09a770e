"""What a table beside the texts says of them: finding it, checking it, and looking a file up in it."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath

from msgspec import Struct, field

from dateline.exchange.checks import Fault
from dateline.exchange.columns import known_columns
from dateline.exchange.decode import encoding_notice
from dateline.exchange.formats.text.files import NAMES, Places
from dateline.exchange.formats.text.sheet import is_workbook, table_of_workbook
from dateline.exchange.intake import FIELDS, WRITE_DATES
from dateline.exchange.intake import published as as_iso
from dateline.exchange.problems import Problem, ProblemKind, problem_of
from dateline.exchange.published import TwoReadings
from dateline.exchange.tables import Row, Table, table_from
from dateline.model.wording import Advice, ToDo, Wording, tr, wording_of

_SAY_DATES = Advice(WRITE_DATES, "Or say it with --dates day-first or month-first")
_SAVE_TABLE = tr("Save the table as .xlsx, CSV or TSV")
ENDINGS = ("", ".txt", ".html", ".htm")  # that a table may leave out
_TWICE = tr("{file} has a row already, on line {line}")


class FileFacts(Struct, frozen=True):
    """What is known of one file: article fields by name, further columns, and the row's line."""

    fields: dict[str, str] = field(default_factory=dict)
    meta: dict[str, str] = field(default_factory=dict)
    line: int = 0


class Metadata:
    """The tables that concern an import, and the files they name."""

    def __init__(self, given: Path | None, encoding: str, places: Places, dates: str = "") -> None:
        self._dates = dates
        self._places = places
        self._given = given
        self._encoding = encoding
        self._facts: dict[str, FileFacts] = {}  # by the file's absolute path, normalised
        self._tables: set[Path] = set()

    def load(self, folders: Iterable[Path], files: Callable[[], Iterable[Path]]) -> Iterator[Problem]:
        """Read the given table, or those in the folders; yield what is wrong with them.

        `files` gives the files that are imported: they are held where there is a table.
        """
        if self._given:
            tables = [self._given]
        else:
            beside = ([folder / name for name in NAMES] for folder in dict.fromkeys(folders))
            tables = [t for found in beside if (t := next((p for p in found if self._places.is_file(str(p))), None))]
        if tables:
            chosen = _Chosen(files())
            for table in tables:
                yield from self._load(table, chosen)

    @property
    def tables(self) -> frozenset[Path]:
        """The tables that were read."""
        return frozenset(self._tables)

    def of(self, file: Path) -> FileFacts | None:
        """Return what is known of a file; None when no table has a row for it."""
        return self._facts.get(_key(file))

    def _load(self, path: Path, chosen: "_Chosen") -> Iterator[Problem]:
        self._tables.add(path)
        try:
            table, told = self._table(path)
            columns = _columns(table)
        except Fault as fault:
            line = fault.field.removeprefix("line ")
            at = int(line) if line.isdigit() else None
            yield Problem(fault.what, fault.what_to_do, path.name, at, kind=fault.kind, wording=fault.wording)
            return
        except OSError as error:
            yield problem_of(error, path.name, "read")
            return
        yield from told
        for row in table.rows:
            yield from self._take(path, row, columns, chosen)

    def _table(self, path: Path) -> tuple[Table, list[Problem]]:
        """Return a table and what there is to tell of how it was read; raises Fault and OSError."""
        if path == self._given and is_workbook(path):
            return table_of_workbook(path)
        try:
            table = table_from(self._places.read(path), path, self._encoding if self._given else "")
        except Fault as fault:
            if fault.kind is ProblemKind.BINARY:
                fault.what_to_do = _SAVE_TABLE
            raise
        notice = encoding_notice(table.encoding, path.name, guessed=table.guessed)
        return table, [notice] if notice else []

    def _take(self, path: Path, row: Row, columns: dict[str, str], chosen: "_Chosen") -> Iterator[Problem]:
        """Take in one row; its file must be one of the chosen, or at least exist."""
        named = row.cells.get(columns["file"], "")
        if not named:
            yield Problem(tr("names no file"), "", path.name, row.line, columns["file"], ProblemKind.TABLE)
            return
        key = chosen.find(path.parent, named)
        if key is None:
            yield from self._not_chosen(path, row, named, columns["file"])
            return
        if (earlier := self._facts.get(key)) and earlier.line:
            what = Wording(_TWICE, {"file": named, "line": f"{earlier.line}"})
            yield _of_row(what, tr("Keep one of them"), path, row, columns["file"])
            return
        fields = {name: row.cells.get(columns[name], "") for name in FIELDS if name in columns}
        if published := fields.get("published"):
            try:
                fields["published"] = as_iso(published, self._dates)
            except ValueError as error:
                fields["published"] = ""
                say: ToDo = _SAY_DATES if isinstance(error, TwoReadings) else ""
                yield Fault(columns["published"], wording_of(error), say, ProblemKind.DATE).at(path.name, row.line)
        known = set(columns.values())
        meta = {name: value for name, value in row.cells.items() if name not in known and value}
        self._facts[key] = FileFacts(fields, meta, row.line)

    def _not_chosen(self, path: Path, row: Row, named: str, column: str) -> Iterator[Problem]:
        """A row about a file that exists and is not part of this import is no fault of the table."""
        beside = path.parent / named.replace("\\", "/")
        if not any(self._places.is_file(f"{beside}{ending}") for ending in ENDINGS):
            what = Wording(tr("there is no file {file}"), {"file": named})
            yield _of_row(what, tr("Correct the name, or take the row out"), path, row, column)


def _of_row(what: Wording, what_to_do: str, table: Path, row: Row, column: str) -> Problem:
    return Problem(str(what), what_to_do, table.name, row.line, column, ProblemKind.TABLE, wording=what)


class _Chosen:
    """The files of an import, as a table names them."""

    def __init__(self, files: Iterable[Path]) -> None:
        self._keys: set[str] = set()
        self._by_name: dict[str, str] = {}  # the key of a file whose name no other has, else ""
        for file in files:
            key, name = _key(file), _name(file.name)
            if key not in self._keys:
                self._keys.add(key)
                self._by_name[name] = "" if name in self._by_name else key

    def find(self, folder: Path, named: str) -> str | None:
        """Return the file a cell means: by its path from the table's folder, else by a name only one file has."""
        path = PurePosixPath(named.replace("\\", "/"))
        for ending in ENDINGS:
            key = _key(folder.joinpath(*path.parts[:-1], path.name + ending))
            if key in self._keys:
                return key
        named_alike = (self._by_name.get(_name(path.name + ending)) for ending in ENDINGS)
        return next(filter(None, named_alike), None)


def _columns(table: Table) -> dict[str, str]:
    """Return our names of the columns that are known, with the names the table gives them."""
    columns = known_columns(table.columns, ("file", *FIELDS))
    if "file" not in columns:
        found = ", ".join(c for c in table.columns if c) or "none"
        what_to_do = f"Name a column file; the others known are {', '.join(FIELDS)}"
        raise Fault(
            "line 1",
            Wording(tr("has no column file (its columns: {found})"), {"found": f"{found}"}),
            what_to_do,
            ProblemKind.TABLE,
        )
    return columns


def _key(path: Path) -> str:
    return unicodedata.normalize("NFC", str(path.absolute()))


def _name(name: str) -> str:
    return unicodedata.normalize("NFC", name)
