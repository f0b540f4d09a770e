"""Training data as spaCy 2 took it, import only: ["text", {"entities": [[0, 5, "PERSON"]]}], many a file."""

import io
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any

from dateline.exchange.checks import Fault, some_text
from dateline.exchange.draft import Draft
from dateline.exchange.format import Format, tr
from dateline.exchange.intake import Intake
from dateline.exchange.jsonl import AT_ONCE, Source, kind_of, lines_of, parsed
from dateline.exchange.jsonstream import FEW, Elements, from_first_record
from dateline.exchange.options import ReadOptions
from dateline.exchange.places import span_of
from dateline.exchange.problems import Problem, ProblemKind, worded
from dateline.exchange.reading import Item
from dateline.exchange.recounting import ASKED, Numbered, counted_records
from dateline.model.bundle import Bundle, Frame
from dateline.model.progress import Progress, Silent
from dateline.model.wording import Wording

_SUFFIXES = (".json", ".jsonl", ".ndjson")
_LIST = "annotations"  # what annotators' pages in the browser call the list beside the labels ("classes")
_BY_LINE = re.compile(rb'(?:\xef\xbb\xbf)?\s*\[\s*"')  # a record begins the file, not a list of them
_OBJECT = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{")
_HEAD = 1 << 16
_NO_RECORD = tr("is no list of a text and an object with entities, which are [start, end, label]")
_PARTS = tr("has {count} parts, not [start, end, label]")


def read(source: Path, options: ReadOptions) -> Iterator[Item]:
    """Yield an article with its entities for each record."""
    yield Frame()
    intake = Intake(source.name, options)

    def opens(progress: Progress, wanted: Callable[[bytes], bool]) -> Numbered:
        total = source.stat().st_size
        yield from _records(lambda: source.open("rb", buffering=AT_ONCE), total, source.name, progress, wanted)

    found = counted_records(opens, source.name, options)
    yield from intake.taken(found, lambda raw, line: [_bundle(raw, intake, line)], of="record")


def _records(
    opens: Callable[[], Source], total: int, name: str, progress: Progress, wanted: Callable[[bytes], bool] = bool
) -> Numbered:
    """Yield a file's records as `text` and `spans`, with what is beside the entities."""
    with closing(opens()) as file:
        head = file.read(_HEAD)
    found: Iterable[tuple[int, bytes | Problem]]
    listed = None
    with closing(opens()) as file:
        if _BY_LINE.match(head):
            found = lines_of(file, total, name, progress)
        else:
            found = listed = Elements(file, total, name, progress, of=(_LIST,) if _OBJECT.match(head) else ())
        for number, record in found:
            if isinstance(record, Problem):
                yield number, record
            elif wanted(record) and not record.lstrip().startswith(b"{"):  # an object is what is around the list
                read = _as_spans(parsed(record, name, number), name, number)
                yield number, listed.placed(read) if listed and isinstance(read, Problem) else read


def _as_spans(record: Any, name: str, line: int) -> dict[str, Any] | Problem:
    """Return a record with its entities as `spans`, or what is wrong with it."""
    if isinstance(record, Problem):
        return record
    if not _is_record(record):
        return worded(Wording(_NO_RECORD), "", name, line, kind=ProblemKind.SYNTAX, notice=False)
    body, beside = record[0], record[1]
    if beside is None:
        return {"text": body, "spans": None}
    spans: list[Any] = []
    for i, item in enumerate(beside.get("entities") or ()):
        if isinstance(item, list) and len(item) == 3:
            spans.append({"start": item[0], "end": item[1], "label": item[2]})
        elif isinstance(item, dict):
            spans.append(item)
        else:
            parts = Wording(_PARTS, {"count": str(len(item))}) if isinstance(item, list) else None
            what = parts or Wording(tr("is {kind}, not a span"), {"kind": Wording(kind_of(item))})
            return Problem(str(what), "", name, line, f"entities[{i}]", ProblemKind.FIELD, wording=what)
    return {**{key: value for key, value in beside.items() if key != "entities"}, "text": body, "spans": spans}


def _is_record(record: Any) -> bool:
    if not (isinstance(record, list) and len(record) == 2 and isinstance(record[0], str)):
        return False
    return record[1] is None or (isinstance(record[1], dict) and isinstance(record[1].get("entities") or [], list))


def _bundle(raw: dict[str, Any], intake: Intake, line: int) -> Bundle:
    """Return a record's page; what it says besides, such as classes of the whole text, is left out and told."""
    for key in sorted(raw.keys() - {"text", "spans"}):
        if raw[key]:
            intake.leave_out(key, "is left out", line)
    body, who = some_text(raw, "text"), intake.owner()
    draft = Draft(intake.article(body, who, {}, {}, line), who)
    if raw["spans"] is None:
        intake.tell(tr("a text without annotations (null) comes in as new"), ProblemKind.FIELD, line)
        return Bundle(draft.article)
    for i, item in enumerate(raw["spans"]):
        where = f"entities[{i}]."
        fragments = (span_of(item, where, body),)
        label = item.get("label")
        if not isinstance(label, str) or not label:
            what = Wording(tr("the label is {kind}, not a text"), {"kind": Wording(kind_of(label))})
            raise Fault(f"{where}label", what if label != "" else tr("the label is empty"))
        draft.mention(intake.layer(label, line, f"{where}label"), label, fragments)
    return draft.bundle()


def _with_object(head: bytes) -> int:
    """Return where the first line begins that may hold an object."""
    return head.rfind(b"\n", 0, max(head.find(b"{"), 0)) + 1


def _recognises(source: Path, head: bytes) -> bool:
    if source.suffix.lower() not in _SUFFIXES:
        return False
    if _OBJECT.match(head) and b'"annotations"' not in head:
        return False
    begin = head[_with_object(head) :] if _BY_LINE.match(head) else from_first_record(head)
    found = _records(lambda: io.BytesIO(begin), len(begin), "", Silent())
    return any(isinstance(record, dict) for _, record in islice(found, FEW))


FORMAT = Format(
    name="spacy-tuples",
    title="spaCy training tuples (JSON)",
    suffixes=(".json", ".jsonl"),
    description=tr("Texts with their entities as spaCy 2 was trained with: one list, or one record a line."),
    choices=(ASKED,),
    reads=read,
    recognises=_recognises,
)
