"""Articles in JSON records, import only: one field holds the text, others title, date, source and the rest."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dateline.exchange.arrivals import Arrivals
from dateline.exchange.checks import Fault
from dateline.exchange.columns import known_columns
from dateline.exchange.format import Choice, Format, tr
from dateline.exchange.formats.table.header import COLUMN
from dateline.exchange.formats.table.reader import COLUMNS, OF_ONE_LINE, SAY_DATES
from dateline.exchange.intake import DATES, plain
from dateline.exchange.jsonl import AT_ONCE, kind_of
from dateline.exchange.jsonstream import first_object, objects
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import Problem, ProblemKind, worded
from dateline.exchange.published import Dates, TwoReadings
from dateline.exchange.reading import Item
from dateline.model.bundle import Frame
from dateline.model.wording import Advice, Wording

_SUFFIXES = (".json", ".jsonl", ".ndjson")
_TAKEN = tr("fields are taken for what an article has: {fields}")
_NO_TEXT = tr("has no field with the text (its fields: {found})")
_NO_SUCH = tr("has no field {names} (its fields: {found})")
_SAY_TEXT = Advice(
    tr("Name the field text, or leave the record out"),
    "Say which it is: --option column.text=NAME, of one of several sources alone --option SOURCE:column.text=NAME",
)
_SPELLING = Advice(
    tr("Check its spelling; capitals count"),
    "Check its spelling, in which capitals count; what holds of one of several sources alone is said so:"
    " --option SOURCE:column.text=NAME",
)
_LEFT = tr("the field {name} holds {kind} and is left out")
_TWICE = tr("the field {name} is there twice: what it says inside an object is left out")
_MOST_NAMED = 8  # fields


def read(source: Path, options: ReadOptions) -> Iterator[Item]:
    """Yield an article for each record; what else it says is kept with it."""
    yield Frame()
    reader = _Reader(source.name, options)
    size, empty = source.stat().st_size, True
    for number, record in objects(lambda: source.open("rb", buffering=AT_ONCE), size, source.name, options.progress):
        empty = False
        yield from [record] if isinstance(record, Problem) else reader.items(record, number)
    if empty:
        yield Problem(tr("holds no record"), "", source.name, kind=ProblemKind.EMPTY)
    else:
        yield from reader.unmet()


class _Reader:
    """What is known while a file is read: the texts so far, and what was told of its fields."""

    def __init__(self, name: str, options: ReadOptions) -> None:
        self._name, self._arrivals = name, Arrivals(options)
        named = {key.removeprefix(COLUMN): v for key, v in options.extra.items() if key.startswith(COLUMN)}
        self._named = named  # field to the key that was said to hold it, "" for none
        self._unmet = {key for key in named.values() if key}  # of these those that no record has had
        self._told: set[str] = set()

    def items(self, raw: dict[str, Any], line: int) -> Iterator[Item]:
        """Yield a record's article, and what is to be told of it."""
        record, twice = _with_members(raw)
        try:
            fields = self._fields(record)
            body = record[fields["text"]]
            if not isinstance(body, str):
                what = Wording(tr("is {kind}, not a text"), {"kind": Wording(kind_of(body))})
                raise Fault(fields["text"], what)
            if not body.strip():
                raise Fault(
                    fields["text"], tr("the text is empty"), tr("Fill it in, or leave it out"), ProblemKind.EMPTY
                )
            given = {field: _said(record[key]) for field, key in fields.items() if field != "text"}
            given |= {field: " ".join(given[field].split()) for field in OF_ONE_LINE if field in given}
            further = {key: said for key, v in record.items() if key not in fields.values() and (said := _said(v))}
            article = self._arrivals.article(body, given, self._name, further)
        except Fault as fault:
            if isinstance(fault.__cause__, TwoReadings):
                fault.what_to_do = SAY_DATES
            fault.field = fields.get(fault.field, fault.field) if fault.kind is ProblemKind.DATE else fault.field
            yield fault.at(self._name, line)
            return
        for name in twice:
            yield from self._once(Wording(_TWICE, {"name": name}), line)
        yield from self._told_of(record, fields, line)
        yield from self._arrivals.take(article, self._name, line)

    def _fields(self, record: Mapping[str, Any]) -> dict[str, str]:
        """Return which key holds which field; raises Fault where none holds the text."""
        found = ", ".join(list(record)[:_MOST_NAMED]) or "none"
        if missing := [key for field, key in self._named.items() if field == "text" and key and key not in record]:
            raise Fault("", Wording(_NO_SUCH, {"names": missing[0], "found": found}), _SAY_TEXT)
        self._unmet.difference_update(record)
        fields = known_columns(record, COLUMNS) | self._named
        fields = {field: key for field, key in fields.items() if key in record}
        if "text" not in fields:
            raise Fault("", Wording(_NO_TEXT, {"found": found}), _SAY_TEXT)
        return fields

    def unmet(self) -> Iterator[Problem]:
        """Yield, at the end, what is wrong with fields that were named and that no record has."""
        for key in sorted(self._unmet):
            wording = Wording(tr("no record has a field {name}"), {"name": key})
            yield worded(wording, _SPELLING, self._name, kind=ProblemKind.FIELD, notice=False)

    def _told_of(self, record: Mapping[str, Any], fields: Mapping[str, str], line: int) -> Iterator[Problem]:
        """Yield once which fields are taken for what, where they are called otherwise, and which are left out."""
        if otherwise := ", ".join(f"{key} = {field}" for field, key in fields.items() if field != key):
            yield from self._once(Wording(_TAKEN, {"fields": otherwise}), line)
        for key, value in record.items():
            if isinstance(value, list) and value and not _said(value):
                yield from self._once(Wording(_LEFT, {"name": key, "kind": Wording(kind_of(value))}), line)

    def _once(self, wording: Wording, line: int) -> Iterator[Problem]:
        if str(wording) not in self._told:
            self._told.add(str(wording))
            yield worded(wording, "", self._name, line, kind=ProblemKind.FIELD)


def _with_members(record: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Return a record with what its objects hold as fields, "source.id" behind "source", and which it has twice.

    An object itself stays, for its name; what the record has under such a name is not replaced.
    """
    if not any(isinstance(value, dict) for value in record.values()):
        return record, []
    found: dict[str, Any] = {}
    twice: list[str] = []
    for field, held in record.items():
        found[field] = held
        for key, value in _members(field, held):
            if key not in record and key not in found:
                found[key] = value
            elif _said(value):
                twice.append(key)
    return found, twice


def _members(field: str, value: object) -> Iterator[tuple[str, object]]:
    """Yield all that an object holds, the name that it says itself excepted."""
    for key, member in value.items() if isinstance(value, dict) else ():
        if key != "name" or not _said(value):
            yield f"{field}.{key}", member
            yield from _members(f"{field}.{key}", member)


def _said(value: object) -> str:
    """Return what a value says in words: of a list of plain values these, of somebody or something its name."""
    if isinstance(value, list):
        return "; ".join(plain(v) for v in value) if all(isinstance(v, str | int | float) for v in value) else ""
    if isinstance(value, dict):
        return plain(value.get("name")).strip()
    return plain(value).strip()


def _recognises(source: Path, head: bytes) -> bool:
    """Say whether the first record has a text, and nothing that may be annotations of a tool that is not known."""
    if source.suffix.lower() not in _SUFFIXES:
        return False
    first = first_object(head)
    key = known_columns(first, ("text",)).get("text")
    return key is not None and isinstance(first[key], str) and not any(map(_holds_records, first.values()))


def _holds_records(value: object) -> bool:
    if isinstance(value, dict):
        return any(map(_holds_records, value.values()))
    return isinstance(value, list) and any(isinstance(item, list | dict) for item in value)


FORMAT = Format(
    name="records",
    title="Articles in JSON",
    suffixes=(".json", ".jsonl"),
    description=tr(
        "One article a record: a field with the text, others with title, date, source, url, language and note."
    ),
    annotated=False,
    choices=(
        *(Choice(COLUMN + field, f"The field that holds the {field}", (), importing=True) for field in COLUMNS),
        Choice(DATES, tr("How 03/04/2024 is read: day-first, month-first"), (), importing=True, allowed=tuple(Dates)),
    ),
    reads=read,
    recognises=_recognises,
)
