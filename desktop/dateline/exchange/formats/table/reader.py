"""Reads a table's rows as articles."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from dateline.exchange.arrivals import Arrivals
from dateline.exchange.checks import Fault
from dateline.exchange.columns import known_columns
from dateline.exchange.decode import Decoded, encoding_notice
from dateline.exchange.formats.table.days import day_of_publication
from dateline.exchange.formats.table.header import ANY, COLUMN, HEADER, Sought, sought_header
from dateline.exchange.formats.table.rows import Line, Sheet, first_of, lines_of, names_of, sheets_of
from dateline.exchange.formats.table.sheets import SHEET, likeliest, listed, told_of_one, told_of_sheets
from dateline.exchange.formats.table.workbook import WORKBOOKS
from dateline.exchange.intake import DATES, FIELDS
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import Problem, ProblemKind, worded
from dateline.exchange.published import TwoReadings
from dateline.exchange.reading import Item
from dateline.exchange.tables import QUOTE_CELLS, cells_beyond, distinct
from dateline.model.bundle import Frame
from dateline.model.progress import Progress
from dateline.model.wording import Advice, Wording, tr

_STEP = 50
OF_ONE_LINE = ("title", "source", "language")  # a cell may have line ends that only its layout asked for
COLUMNS = ("text", *FIELDS)
_SEVERAL = 2
_NO_ROW = tr("holds no row")
_BELOW = tr("the columns are those named here, below other lines, which are left out: {names}")
_SAY_HEADER = Advice(
    tr("If another line names them, say so under Columns…"), "If another line names them: --option header=LINE"
)
SAY_DATES = Advice(
    tr("Or say how it is read under Columns…"), "Or say how it is read with --dates day-first or month-first"
)
_COLUMNS_BEFORE = tr("the columns are taken as was chosen for such a table before: {taken}")
_OTHER_COLUMNS = Advice(tr("Choose others under Columns…"), "--option column.FIELD=NAME takes another one")
_DAY = tr("no column was taken for the publication date; of the others {column} alone holds dates")
_UNDATED = tr("no column was taken for the publication date (not used: {columns})")
_SAY_DAY = Advice(tr("Say which it is under Columns…"), "Say which it is: --option column.published=NAME")
_SAY_TEXT = Advice(
    tr(
        "Say under Columns… which holds the text; where these are not the names of the columns, say there in which line"
        " they are"
    ),
    (
        "Say which holds the text: --option column.text=NAME, of one of several tables alone"
        " --option TABLE:column.text=NAME; where these are not the names of the columns,"
        " --option header=LINE says where they are"
    ),
)
_OF_FILES = tr("has no texts: its column {column} names the files that hold them")
_IMPORT_FILES = tr(
    "Import these files or their folder, and choose this table under Metadata; or say which column holds the text:"
    " Columns…"
)
_IMPORT_FILES_SO = "Import these files or their folder with --metadata {table}; or say with --option column.text=NAME \
which column holds the text"
_NOT_THERE = Advice(
    tr("Choose another one under Columns…"),
    "Check its spelling, in which capitals count; what holds of one of several tables alone is said so:"
    " --option TABLE:column.text=NAME",
)
_NO_SHEETS = tr("has no sheets, and {name} was named as the one to read")
_OF_WHICH = Advice(
    tr("Choose it under Columns… of the workbook"), "Say of which workbook it is: --option TABLE:sheet=NAME"
)
_HEADER_BEFORE = tr("line {line} is taken for the header, as was said for such a table before")
_OTHER_HEADER = Advice(tr("Say another one under Columns…"), "--option header= finds it by the names of the columns")
_SPANS = tr("the column {column} holds annotations, which do not come with a table; it is kept as a text")
_AS_JSON = tr("Export as JSON where it comes from, and import that")
_LOOKED_AT = 20  # rows
_JSON_SPANS = re.compile(
    r'\s*\[\s*\{(?=.{0,2000}"start(?:_offset)?"\s*:\s*\d)(?=.{0,2000}"(?:hypertext)?labels?"\s*:)', re.DOTALL
)


def read(source: Path, options: ReadOptions) -> Iterator[Item]:
    """Yield an article for each row; columns beyond the fields are kept with it.

    Of a workbook all sheets are read that have a column of texts, unless one is named; it is told which.
    """
    yield Frame()
    arrivals = Arrivals(options)
    try:
        named = options.extra.get(SHEET, "")
        if named and source.suffix.lower() not in WORKBOOKS:
            raise Fault("", Wording(_NO_SHEETS, {"name": named}), _OF_WHICH, ProblemKind.TABLE)
        sought = sought_header(options)
        sheets = [] if named else sheets_of(source, sought, options.progress)
        found = [sheet for sheet in sheets if sheet.header]
        names = tuple(sheet.name for sheet in found)
        if SHEET not in options.extra and options.sheets and (before := options.sheets(names)):
            yield from told_of_one(source.name, before, names, before=True)
            found = [sheet for sheet in found if sheet.name == before]
        taken = [sheet for sheet in found if has_texts(sheet, options)]
        if sheets and not found:
            raise Fault("", _NO_ROW, "", ProblemKind.EMPTY)
        if len(found) < _SEVERAL or not taken:
            only = named or likeliest(found)
            if named:
                with suppress(Fault):  # of a sheet that is not read
                    yield from told_of_one(source.name, named, names_of(source, options.progress), before=False)
            yield from _table(source, options, arrivals, _Table(source.name, only, sought))
            return
        yield from told_of_sheets(source.name, taken, [sheet for sheet in found if sheet not in taken])
        there = {cell.strip() for sheet in taken for cell in sheet.header}
        named_columns(options, tuple(there), strict=True)  # what none of them has is an error, not what some have not
        for sheet in taken:
            name = f"{source.name}, sheet {sheet.name}" if len(taken) > 1 else source.name
            own = _of_its_own(options, sheet) if len(taken) > 1 else options
            yield from _table(source, own, arrivals, _Table(name, sheet.name, sought))
    except Fault as fault:
        yield _placed(fault, source.name)


class _Table(Struct, frozen=True):
    """What one table is called where something is told of it, and the sheet it is, "" for the only one.

    `sought` is what was said of its header.
    """

    name: str
    sheet: str = ""
    sought: Sought = ANY


def has_texts(sheet: Sheet, options: ReadOptions) -> bool:
    """Say whether a sheet has a column of texts, by its name or by what was said or chosen before."""
    columns = tuple(cell.strip() for cell in sheet.header)
    options, _ = _as_chosen_before(_of_its_own(options, sheet), columns)
    fields = known_columns((c for c in columns if c), COLUMNS) | named_columns(options, columns, strict=False)
    return bool(fields.get("text"))


def _of_its_own(options: ReadOptions, sheet: Sheet) -> ReadOptions:
    """Return the options without the columns that other sheets have and this one has not."""
    columns = {cell.strip() for cell in sheet.header}
    extra = {k: v for k, v in options.extra.items() if not k.startswith(COLUMN) or not v or v in columns}
    return replace(options, extra=extra)


def _table(source: Path, options: ReadOptions, arrivals: Arrivals, table: _Table) -> Iterator[Item]:
    read_as: list[Decoded] = []
    if before := _header_before(source, options, table):
        table = replace(table, sought=Sought(before))
        wording = Wording(_HEADER_BEFORE, {"line": f"{before}"})
        yield worded(wording, _OTHER_HEADER, table.name, before, kind=ProblemKind.TABLE)
    with closing(lines_of(source, options.encoding, table.sheet, read_as.append, table.sought)) as lines:
        try:
            columns, at = header_of(lines, options.progress, table.name)
            if at.above and not table.sought.line:
                yield worded(Wording(_BELOW, {"names": listed(c for c in columns if c)}), _SAY_HEADER, table.name,
                             at.number, kind=ProblemKind.TABLE)  # fmt: skip
            options, taken = _as_chosen_before(options, columns)
            arrivals.read_as(options)
            if taken:
                wording = Wording(_COLUMNS_BEFORE, {"taken": taken})
                yield worded(wording, _OTHER_COLUMNS, table.name, at.number, kind=ProblemKind.TABLE)
            for got in read_as:
                if told := encoding_notice(got.encoding, source.name, guessed=got.guessed):
                    yield told
            fields = _fields(columns, options, at.number, source.name)
            of_day, rows = _day_sought(columns, fields, lines, options)
            if of_day:
                yield worded(*of_day, table.name, at.number, kind=ProblemKind.TABLE)
            annotated = ""
            for done, line in enumerate(rows):
                if done < _LOOKED_AT and not annotated and (annotated := _annotated(columns, line.cells)):
                    details = {"column": annotated}
                    yield worded(Wording(_SPANS, details), _AS_JSON, table.name, line.number, kind=ProblemKind.FIELD)
                if done % _STEP == 0 or not line.cells:
                    options.progress.step(done, None, table.name)
                if line.cells:
                    yield from _row(line, columns, fields, source.name, table, arrivals)
        except Fault as fault:
            yield _placed(fault, table.name)


def _header_before(source: Path, options: ReadOptions, table: _Table) -> int:
    """Return the line that was said before to be the header of such a table; 0 where it lacks that, or more is said."""
    if options.headers is None or any(key == HEADER or key.startswith(COLUMN) for key in options.extra):
        return 0
    try:
        columns = _columns_of(source, options, table)
        known = options.columns and options.columns(columns)
        line = 0 if known else options.headers(table.sheet, columns) or options.headers("", columns)
        return line if line and _columns_of(source, options, replace(table, sought=Sought(line))) else 0
    except Fault:  # as when it is read
        return 0


def _columns_of(source: Path, options: ReadOptions, table: _Table) -> tuple[str, ...]:
    """Return the columns of a table; raises Fault."""
    with closing(lines_of(source, options.encoding, table.sheet, None, table.sought)) as lines:
        return header_of(lines, options.progress, table.name)[0]


def _as_chosen_before(options: ReadOptions, columns: tuple[str, ...]) -> tuple[ReadOptions, str]:
    """Return the options with what was chosen for such a table where they say nothing, and that in words."""
    kept = options.columns(columns) if options.columns else {}
    chosen = {field if field == DATES else COLUMN + field: value for field, value in kept.items()}
    usual = {COLUMN + field: column for field, column in known_columns((c for c in columns if c), COLUMNS).items()}
    new = {key: v for key, v in chosen.items() if key not in options.extra and v != usual.get(key, "")}
    named = {key.removeprefix(COLUMN): v for key, v in new.items()}
    taken = ", ".join(f"{field} = {value or 'none'}" for field, value in named.items())
    return replace(options, extra={**options.extra, **new}) if new else options, taken


def _day_sought(
    columns: tuple[str, ...], fields: Mapping[str, str], lines: Iterator[Line], options: ReadOptions
) -> tuple[tuple[Wording, Advice] | None, Iterator[Line]]:
    """Return what there is to tell where no column has the day of publication, and all lines again.

    The only column of dates is proposed and not taken: when something was coded, or somebody born, is no such day.
    """
    if "published" in fields:
        return None, lines
    day, lines = day_of_publication(columns, fields.values(), lines, options)
    if day:
        return (Wording(_DAY, {"column": day}), _SAY_DAY), lines
    unused = [c for c in columns if c and c not in fields.values()]
    return (Wording(_UNDATED, {"columns": ", ".join(unused)}), _SAY_DAY) if unused else None, lines


def _annotated(columns: tuple[str, ...], cells: Sequence[str]) -> str:
    """Return the column of a row that holds spans in JSON, as annotation tools write them, "" for none."""
    held = (name for name, cell in zip(columns, cells, strict=False) if _JSON_SPANS.match(cell))
    return next(held, "")


def _row(
    line: Line, columns: tuple[str, ...], fields: Mapping[str, str], origin: str, table: _Table, arrivals: Arrivals
) -> Iterator[Item]:
    if len(line.cells) > len(columns) and any(c.strip() for c in line.cells[len(columns) :]):
        yield worded(
            cells_beyond(len(line.cells), len(columns)), QUOTE_CELLS, table.name, line.number,
            kind=ProblemKind.TABLE, notice=False,
        )  # fmt: skip
        return
    used = set(fields.values())
    if wrong := unstored(line, columns, used, table.name):
        yield wrong
        if not wrong.notice:
            return
    cells = {name: cell for name, cell in zip(columns, line.cells, strict=False) if cell}
    text = cells.get(fields["text"], "")
    if not text.strip():
        yield Problem(
            tr("the text is empty"),
            tr("Fill it in, or leave the row out"),
            table.name,
            line.number,
            fields["text"],
            ProblemKind.EMPTY,
        )
        return
    given = {field: cells.get(column, "").strip() for field, column in fields.items() if field != "text"}
    given |= {field: " ".join(given[field].split()) for field in OF_ONE_LINE if field in given}
    further = {name: clean for name, value in cells.items() if name and name not in used and (clean := value.strip())}
    try:
        article = arrivals.article(text, given, origin, further)
    except Fault as fault:
        column = fields.get(fault.field, fault.field)
        to_do = SAY_DATES if isinstance(fault.__cause__, TwoReadings) else fault.what_to_do
        yield Problem(fault.what, to_do, table.name, line.number, column, fault.kind, wording=fault.wording)
        return
    yield from arrivals.take(article, table.name, line.number)


def unstored(line: Line, columns: Sequence[str], used: Collection[str], name: str) -> Problem | None:
    """Say which cells of a row hold formulas without a result: a notice if none is in the columns that are used."""
    if not line.unvalued:
        return None
    needed = [cell for place, cell in line.unvalued.items() if columns[place] in used]
    what = f"a formula whose result is not stored is in {', '.join(needed or line.unvalued.values())}"
    what_to_do = "Open the workbook in a spreadsheet program and save it there, which stores the results"
    notice = not needed  # a further column has nothing there, and the article is whole without
    return Problem(what, what_to_do, name, line.number, kind=ProblemKind.TABLE, notice=notice)


def header_of(lines: Iterator[Line], progress: Progress, name: str) -> tuple[tuple[str, ...], Line]:
    """Return the names of the columns, and the line they are in."""
    first = first_of(lines, progress, name)
    if first is None:
        raise Fault("", _NO_ROW, "", ProblemKind.EMPTY)
    columns = tuple(cell.strip() for cell in first.cells)
    distinct(columns, first.number)
    return columns, first


def _fields(columns: tuple[str, ...], options: ReadOptions, line: int, file: str) -> dict[str, str]:
    fields = known_columns((c for c in columns if c), COLUMNS) | named_columns(options, columns, strict=True, line=line)
    fields = {field: column for field, column in fields.items() if column}
    if "text" not in fields and (naming := known_columns((c for c in columns if c), ("file",))):
        what = Wording(_OF_FILES, {"column": naming["file"]})
        raise Fault(
            f"line {line}",
            what,
            Advice(_IMPORT_FILES, _IMPORT_FILES_SO.format(table=file)),
            ProblemKind.TABLE,
        )
    if "text" not in fields:
        found = ", ".join(c for c in columns if c) or "none"
        raise Fault(
            f"line {line}",
            Wording(tr("has no column text (its columns: {found})"), {"found": f"{found}"}),
            _SAY_TEXT,
            ProblemKind.TABLE,
        )
    return fields


def named_columns(options: ReadOptions, columns: tuple[str, ...], *, strict: bool, line: int = 1) -> dict[str, str]:
    """Return what the options say of the columns: field to column, "" for none."""
    named = {name.removeprefix(COLUMN): value for name, value in options.extra.items() if name.startswith(COLUMN)}
    missing = [column for column in named.values() if column and column not in columns]
    if missing and strict:
        found = ", ".join(c for c in columns if c) or "none"
        raise Fault(
            f"line {line}",
            Wording(
                tr("has no column {names} (its columns: {found})"), {"names": ", ".join(missing), "found": f"{found}"}
            ),
            _NOT_THERE,
            ProblemKind.TABLE,
        )
    return {field: column for field, column in named.items() if column not in missing}


def _placed(fault: Fault, name: str) -> Problem:
    line = fault.field.removeprefix("line ")
    if line.isdigit():
        return Problem(fault.what, fault.what_to_do, name, int(line), kind=fault.kind, wording=fault.wording)
    return fault.at(name, None)
