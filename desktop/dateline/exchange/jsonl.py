"""JSON lines: read one bounded line at a time, and parsed strictly."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

import orjson

from dateline.exchange.problems import Problem, ProblemKind, worded
from dateline.model.progress import Progress
from dateline.model.wording import Wording, tr

LONGEST_LINE = 128 * 1024 * 1024  # bytes
AT_ONCE = 1 << 20  # bytes read from the disk at a time: lines are long
_SHORT = 16 << 20  # bytes of a record that is written once more to see whether all of it was read
_STEP = 512 * 1024  # bytes between two reports of progress
_BOM = b"\xef\xbb\xbf"
_NO_OBJECT = tr("expected an object {object}, found {kind}")
_NO_ARTICLE = tr("Leave it out, or write an object with the text for each article")
_NO_JSON = tr("not valid JSON at column {column}: {why}")
_NO_NUMBER = re.compile(r"NaN|Infinity")
_WRITE_NULL = tr("Write null or leave the key out; Python writes such numbers unless told allow_nan=False")
_OTHER_BOMS = (b"\xff\xfe", b"\xfe\xff")


class Source(Protocol):
    """A file open for reading, on the disk or in an archive."""

    def read(self, size: int = -1, /) -> bytes:
        """Return so many bytes, or what is left."""

    def readline(self, size: int = -1, /) -> bytes:
        """Return a line, or so many bytes of it."""

    def close(self) -> None:
        """Let go of it."""


def lines(
    path: Path, progress: Progress, longest: int = LONGEST_LINE, *, blank: bool = False
) -> Iterator[tuple[int, bytes | Problem]]:
    """Yield (line number, line) for each line that is not blank; a line too long to take in is a problem.

    `blank`: yield blank lines, too.
    """
    with path.open("rb", buffering=AT_ONCE) as file:
        yield from lines_of(file, path.stat().st_size, path.name, progress, longest, blank=blank)


def lines_of(
    file: Source, total: int, name: str, progress: Progress, longest: int = LONGEST_LINE, *, blank: bool = False
) -> Iterator[tuple[int, bytes | Problem]]:
    """Do what `lines` does with a file that is open, such as one in an archive."""
    done = reported = number = 0
    while line := file.readline(longest + 1):
        number += 1
        done += len(line)
        if len(line) > longest:
            done += _skip_line(file.readline, progress, total, done, name)
            yield number, _too_long(name, number, longest)
            continue
        if number == 1:
            line = line.removeprefix(_BOM)
        if blank or (not line.isspace() and line):
            yield number, line
        if done - reported >= _STEP:
            reported = done
            progress.step(done, total, name)
    progress.step(total, total, name)


def _skip_line(readline: Any, progress: Progress, total: int, done: int, name: str) -> int:
    skipped = 0
    while part := readline(1 << 20):
        skipped += len(part)
        progress.step(done + skipped, total, name)
        if part.endswith(b"\n"):
            break
    return skipped


def _too_long(name: str, number: int, longest: int) -> Problem:
    what = Wording(tr("the line is longer than {most} MB"), {"most": f"{longest // 1_048_576}"})
    return worded(what, tr("Write one record on each line"), name, number, kind=ProblemKind.TOO_LARGE, notice=False)


class RepeatedKey(ValueError):
    """An object has a key more than once: whoever wrote it meant both values, and one would be lost."""

    todo = "Keep one of the two"

    def __init__(self, key: str) -> None:
        super().__init__(f"the key {key[:80]!r} is given twice in one object")


def loaded(data: bytes) -> Any:
    """Return what JSON says; raises orjson.JSONDecodeError and RepeatedKey.

    orjson takes the last of two values without a word: the standard library looks at the keys once more.
    """
    value = orjson.loads(data)
    if len(data) < _SHORT:
        with suppress(orjson.JSONEncodeError):  # deeper than it writes
            if orjson.dumps(value) == data.strip():
                return value  # nothing was dropped: most programs write JSON just so
    with suppress(RecursionError):  # as deep as that no record of ours is read
        _KEYS.decode(data.decode())
    return value


def _look_at_keys(pairs: list[tuple[str, object]]) -> None:
    if len(pairs) > 1 and len({key for key, _ in pairs}) < len(pairs):
        counts = Counter(key for key, _ in pairs)
        raise RepeatedKey(next(key for key, count in counts.items() if count > 1))


_KEYS = json.JSONDecoder(object_pairs_hook=_look_at_keys)


def parsed_lines(
    path: Path, progress: Progress, wanted: Callable[[bytes], bool] = bool
) -> Iterator[tuple[int, dict[str, Any] | Problem]]:
    """Yield (line number, object) for each line that is not blank and is wanted, or what is wrong with it."""
    for number, line in lines(path, progress):
        if not isinstance(line, bytes):
            yield number, line
        elif wanted(line):
            yield number, parse(line, path.name, number)


def parsed(line: bytes, name: str, number: int) -> Any | Problem:
    """Return the value a line holds, or what is wrong with the line.

    NaN, Infinity, half surrogate pairs and keys given twice are refused; nesting is bounded.
    """
    try:
        return loaded(line)
    except orjson.JSONDecodeError as error:
        return _explained(line, error, name, number)
    except RepeatedKey as error:
        return Problem(str(error), error.todo, name, number, kind=ProblemKind.SYNTAX)


def parse(line: bytes, name: str, number: int) -> dict[str, Any] | Problem:
    """Return the object a line holds, or what is wrong with the line, as `parsed` says it."""
    record = parsed(line, name, number)
    if isinstance(record, dict | Problem):
        return record
    what = Wording(_NO_OBJECT, {"object": "{…}", "kind": Wording(kind_of(record))})
    return worded(what, _NO_ARTICLE, name, number, kind=ProblemKind.SYNTAX, notice=False)


def _explained(line: bytes, error: orjson.JSONDecodeError, name: str, number: int) -> Problem:
    if line.startswith(_OTHER_BOMS) or b"\x00" in line[:200]:
        return Problem(tr("the file is not UTF-8"), tr("Save it as UTF-8"), name, number, kind=ProblemKind.ENCODING)
    try:
        line.decode()
    except UnicodeDecodeError as wrong:
        what = f"byte {wrong.start + 1} of the line is not UTF-8"
        return Problem(what, tr("Save the file as UTF-8"), name, number, kind=ProblemKind.ENCODING)
    if error.pos and line[:1] == b"{" and error.msg.startswith("unexpected end of data"):
        what_to_do = tr("Copy or export the file again if it was cut off, else correct the line")
        return Problem(tr("the line ends in the middle of a record"), what_to_do, name, number, kind=ProblemKind.SYNTAX)
    if number_ := _NO_NUMBER.match(error.doc, error.pos):
        why = Wording(tr("JSON has no number {value}"), {"value": number_[0]})
        no_number = Wording(_NO_JSON, {"column": f"{error.colno}", "why": why})
        return worded(no_number, _WRITE_NULL, name, number, kind=ProblemKind.SYNTAX, notice=False)
    found = Wording(_NO_JSON, {"column": f"{error.colno}", "why": error.msg.partition(":")[0]})
    return worded(found, tr("Correct the line"), name, number, kind=ProblemKind.SYNTAX, notice=False)


def kind_of(value: object) -> str:
    """Name a JSON value's type as a person would."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return tr("true or false")
    number = tr("a number")
    names = {str: tr("a text"), int: number, float: number, list: tr("a list"), dict: tr("an object")}
    return names.get(type(value), type(value).__name__)
