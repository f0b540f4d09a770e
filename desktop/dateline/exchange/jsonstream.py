"""JSON files of any shape as a stream of objects: one a line, or elements of a list, or one over many lines."""

import io
import re
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from functools import lru_cache
from itertools import islice
from typing import Any

from msgspec.structs import replace

from dateline.exchange.cut_json import begun_object
from dateline.exchange.jsonl import LONGEST_LINE, Source, lines_of, parse
from dateline.exchange.problems import Problem, ProblemKind
from dateline.model.progress import Progress, Silent
from dateline.model.wording import tr

FEW = 8  # elements of a file by which it is told what it holds
_CHUNK = 1 << 20
_DEEPEST = 1000  # brackets within brackets; the parser allows hardly more
_BOM = b"\xef\xbb\xbf"
_HEAD = 1 << 16
_HIGHEST = 1 << 20  # bytes by which a file is known: so far its first record may lie
# What is between two brackets, strings passed over whole; then the bracket, or the quote of a string that has no end
# yet or many escapes. Runs are possessive, or a string without its end would be tried at each of its characters
# again; groups are not: Python 3.11 before 3.11.5 matches these wrongly (CPython gh-106052), and takes a run right.
# Counts are bounded, so that what a match keeps to go back to is bounded, too.
_PLAIN = r'[^"\[\]{}]++|"[^"\\]*+(?:\\.[^"\\]*+){0,%d}"'


def _brackets(inside: str, most: int) -> str:
    return rf"[\[{{](?:{inside}){{0,{most}}}[\]}}]"


def _next(passed_over: str, most: int) -> re.Pattern[bytes]:
    return re.compile(rf'((?:{passed_over}){{0,{most}}})([\[\]{{}}"]?)'.encode(), re.DOTALL)


_NEXT = _next(_PLAIN % 99, 999)
# Within a record also brackets in brackets in brackets are passed over, where they hold little: it is whether they
# are as many as there should be that counts here, the parser looks at their kinds.
_SMALL = _PLAIN % 3
_INNERMOST = _brackets(_SMALL, 10)
_INNER = _brackets(f"{_SMALL}|{_INNERMOST}", 20)
_NEXT_INSIDE = _next(f"{_PLAIN % 99}|{_brackets(f'{_SMALL}|{_INNER}', 40)}", 199)
_IN_STRING = re.compile(rb'[^"\\]*+(?:\\.[^"\\]*+){0,999}', re.DOTALL)
_CUT_OFF = "the file ends in the middle of a record"
_BETWEEN = re.compile(rb"[\s,]*+")
# What is no object, no list and no text, and so much of it that it can be told whether it is a number or the like.
_WORD = re.compile(rb'[^\s,\[\]{}"]{0,1000}+')
_VALUE = re.compile(rb"null|true|false|-?(?:NaN|Infinity|\d[\d.eE+-]*)")
# What no record is: texts, numbers and the like, and lists of these, up to the first element that may be one.
_LITERAL = r"(?:null|true|false|-?(?:NaN|Infinity|\d[\d.eE+-]*+))(?=[\s,\]]|\Z)"
_TEXT = r'"[^"\\]*+(?:\\.[^"\\]*+){0,99}"'
_FLAT = rf"\[(?:[^\"\[\]{{}}]++|{_TEXT}){{0,99}}\]"
_NO_RECORDS = re.compile(rf"(?:[\s,\]]++|{_LITERAL}|{_TEXT}|{_FLAT}){{0,999}}".encode(), re.DOTALL)
_BEGIN = re.compile(rb"(?:\xef\xbb\xbf)?\s*+\[?")
_LONGEST_KEY = 200  # bytes that are looked at for the name of a list, white space included


def objects(
    opens: Callable[[], Source],
    total: int,
    name: str,
    progress: Progress,
    longest: int = LONGEST_LINE,
    of: Sequence[str] = (),
    wanted: Callable[[bytes], bool] = bool,
) -> Iterator[tuple[int, dict[str, Any] | Problem]]:
    """Yield (line number, object or what is wrong there) of a file that `opens` opens, from its begin each time.

    No more than one record is held. `total` is the file's size, for progress. An object that holds its records in a
    list under one of the names `of` yields these, and then itself with that list empty. Only records whose bytes are
    `wanted` are looked at.
    """
    with closing(opens()) as file:
        head = file.read(_HEAD)
    by_line = not of and _is_one_a_line(head)
    found: Iterable[tuple[int, bytes | Problem]]
    elements = None
    with closing(opens()) as file:
        if by_line:
            found = lines_of(file, total, name, progress, longest)
        else:
            found = elements = Elements(file, total, name, progress, longest, of)
        for number, record in found:
            if isinstance(record, Problem):
                yield number, record
            elif wanted(record):
                read = parse(record, name, number)
                yield number, elements.placed(read) if elements and isinstance(read, Problem) else read


def _is_one_a_line(head: bytes) -> bool:
    """Say whether the first line ends as an object does; a list, or an object over many lines, does not."""
    first = head.removeprefix(_BOM).lstrip().split(b"\n", 1)[0].rstrip()
    return not first.startswith(b"[") and (not first.startswith(b"{") or first.endswith(b"}") or len(first) > 30_000)


class Elements:
    """The elements of a list, or values one after another, as (line number, bytes or what is wrong there).

    Goes through a file from bracket to bracket. Most elements are objects; it is for others to say what they should be.
    `of` as in `objects`.
    """

    def __init__(
        self,
        file: Source,
        total: int,
        name: str,
        progress: Progress,
        longest: int = LONGEST_LINE,
        of: Sequence[str] = (),
    ) -> None:
        self._file, self._total, self._name = file, total, name
        self._progress, self._longest = progress, longest
        self._buffer = b""
        self._at = 0  # where to look next
        self._start = -1  # where the element at hand begins
        self._depth = self._base = 0
        self._number = 0  # of the element at hand in its list
        self._in_string = False  # whose end is to come
        names = b"|".join(re.escape(name.encode()) for name in of)
        self._named = re.compile(rb'(?<!\\)"(?:%s)"\s*:\s*\Z' % names) if of else None
        self._around = b""  # what stands before the list of an object whose records are in a list
        self._line, self._counted = 1, 0
        self._done = 0
        self._ended = False

    def placed(self, problem: Problem) -> Problem:
        """Return what is wrong with the element that came last, with its number in its list: its line may hold many."""
        if not self._base:
            return problem
        return replace(problem, field=", ".join(part for part in (f"element {self._number}", problem.field) if part))

    def __iter__(self) -> Iterator[tuple[int, bytes | Problem]]:
        """Yield the elements; a mistake between two of them ends it."""
        self._read()
        self._buffer = self._buffer.removeprefix(_BOM)
        if self._buffer.lstrip().startswith(b"["):
            self._base = 1
        while True:
            wrong = yield from self._walk()
            if wrong is None and not self._ended and self._is_too_long():
                what = f"a record is larger than {self._longest >> 20} MB"
                wrong = self._wrong(what, self._start, ProblemKind.TOO_LARGE)
            if wrong is not None:
                yield wrong.line or 1, wrong
                return
            if self._ended:
                break
            self._read()
        if self._depth or self._start >= 0:
            begin = max(self._start, 0)
            yield self._here(begin), self._wrong(_CUT_OFF, begin)
        self._progress.step(self._total, self._total, self._name)

    def _walk(self) -> Generator[tuple[int, bytes | Problem], None, Problem | None]:
        """Yield the elements that end in the buffer; return what is wrong between two."""
        while not self._in_string or self._is_past_string():
            if self._depth == self._base and self._goes_behind_value():
                if self._at == len(self._buffer) and not self._ended:
                    break
                if not self._in_string:
                    if not self._is_value():
                        return self._wrong("expected an object {…} here", self._start)
                    yield self._element(self._at)
                continue
            match = (_NEXT_INSIDE if self._is_inside() else _NEXT).match(self._buffer, self._at)
            if match is None:
                break
            bracket = match[2]
            self._at = match.end()
            if not bracket and self._at == len(self._buffer):
                break
            self._in_string = bracket == b'"'
            if self._in_string or not bracket:
                continue
            if bracket in b"[{":
                self._open(match.start(2))
                if self._depth > _DEEPEST:
                    return self._wrong(f"a record is nested more than {_DEEPEST} deep", self._start)
            elif self._depth > self._base + 1:
                self._depth -= 1
            else:
                yield from self._closed(match.start(2))
        return None

    def _open(self, at: int) -> None:
        """Take the bracket that begins an element, or a list or an object in one."""
        if self._depth == self._base:
            self._start = at
        elif self._depth == 1 and self._is_named(at):
            self._around = self._buffer[self._start : self._at]
            self._start, self._base, self._number = -1, 2, 0
        self._depth += 1

    def _goes_behind_value(self) -> bool:
        """Go behind a text, a number or the like between two brackets, as far as it is read; say whether one is there.

        Of a text that begins here its begin alone is passed over.
        """
        if self._start < 0:
            self._at = _end_of(_BETWEEN, self._buffer, self._at)
            if self._buffer[self._at : self._at + 1] == b'"':
                self._start, self._in_string = self._at, True
                self._at += 1
                return True
            self._start = self._at
        self._at = _end_of(_WORD, self._buffer, self._at)
        if self._at == self._start:
            self._start = -1
        return self._start >= 0

    def _is_value(self) -> bool:
        """Say whether what begins at `_start` is a text, or what may be a value of another kind."""
        value = self._buffer[self._start : self._at]
        return (value.startswith(b'"') and value.endswith(b'"')) or bool(_VALUE.fullmatch(value))

    def _element(self, end: int) -> tuple[int, bytes]:
        """Return the element that ends here."""
        found = self._here(self._start), self._buffer[self._start : end]
        self._start = -1
        self._number += 1
        return found

    def _is_inside(self) -> bool:
        """Say whether no bracket matters here that is closed again: within a record, that may not hold others."""
        return self._depth > self._base and (self._named is None or self._depth > 1 or bool(self._around))

    def _is_past_string(self) -> bool:
        """Go behind the string that has begun; say whether its end is in the buffer."""
        at = -1
        while self._in_string and at < self._at and (inner := _IN_STRING.match(self._buffer, self._at)):
            at, self._at = self._at, inner.end()
        if self._in_string and self._buffer[self._at : self._at + 1] == b'"':
            self._in_string = False
            self._at += 1
        return not self._in_string

    def _closed(self, at: int) -> Iterator[tuple[int, bytes | Problem]]:
        """Take the bracket that ends an element, or the list that holds them."""
        self._depth -= 1
        if self._depth == self._base and self._start >= 0:
            around = self._around if not self._base else b""
            line, data = self._element(at + 1)
            yield line, around + data
            self._around = b"" if around else self._around
        elif self._around and self._depth < self._base:
            self._base, self._start = 0, at  # the rest of the object that holds the list
        elif self._depth < self._base:
            self._base = self._depth = 0  # behind a list nothing but further values may come

    def _is_named(self, at: int) -> bool:
        """Say whether the list that begins here is the one that holds an object's records; there can be one."""
        if self._named is None or self._around or self._base or self._buffer[at : at + 1] != b"[":
            return False
        if self._buffer[self._start : self._start + 1] != b"{":
            return False
        return self._named.search(self._buffer[max(self._start, at - _LONGEST_KEY) : at]) is not None

    def _is_too_long(self) -> bool:
        return self._start >= 0 and len(self._buffer) - self._start > self._longest

    def _read(self) -> None:
        """Read on, keeping what is still needed; the more the longer the element, so that none is scanned often."""
        keep = self._start if self._start >= 0 else self._at
        self._here(keep)
        kept = self._buffer[keep:]
        more = self._file.read(max(_CHUNK, min(len(kept), self._longest + 1 - len(kept))))
        self._ended = not more
        self._done += len(more)
        self._buffer = kept + more
        self._at -= keep
        self._counted -= keep
        self._start = 0 if self._start >= 0 else -1
        self._progress.step(min(self._done, self._total), self._total, self._name)

    def _here(self, at: int) -> int:
        """Return the number of the line that holds a place in the buffer."""
        if at > self._counted:
            self._line += self._buffer.count(b"\n", self._counted, at)
            self._counted = at
        return self._line

    def _wrong(self, what: str, at: int, kind: ProblemKind = ProblemKind.SYNTAX) -> Problem:
        what_to_do = tr("Check that the whole file is JSON")
        if what == _CUT_OFF:
            what_to_do = tr("It seems to be cut off: copy or export it again")
        return Problem(what, what_to_do, self._name, self._here(at), kind=kind)


def _end_of(pattern: re.Pattern[bytes], data: bytes, at: int) -> int:
    """Return where what a pattern takes ends; it may take nothing."""
    match = pattern.match(data, at)
    return match.end() if match else at


def first_object(head: bytes) -> dict[str, Any]:
    """Return the first object of a file that begins with `head`, of one cut off what there is; else an empty one.

    It is sought among the first few elements that may be one, for a list of words or numbers has none.
    """
    head = from_first_record(head)
    found = (record for _, record in islice(objects(lambda: io.BytesIO(head), len(head), "", Silent()), FEW))
    whole = next((record for record in found if isinstance(record, dict)), None)
    return begun_object(head) if whole is None else whole


def from_first_record(head: bytes) -> bytes:
    """Return the begin of a file without the texts, numbers and lists of these that stand before all else in it."""
    begin = _end_of(_BEGIN, head, 0)
    at = _behind_no_records(head[:_HIGHEST], begin)
    if _is_one_a_line(head):
        return head[head.rfind(b"\n", 0, at) + 1 :]
    return head if at == begin else (b"[" if head[:begin].endswith(b"[") else b"") + head[at:]


def line_of_first_record(head: bytes) -> bytes:
    """Return the first line that may be a record of one a line; of a list over many lines, which has none, its first.

    Lines that are blank, or a text, a number or a list of these, are none.
    """
    first = head.removeprefix(_BOM).lstrip().split(b"\n", 1)[0].rstrip()
    goes_on = first.startswith(b"[") and not first.endswith(b"]")
    return (head if goes_on else from_first_record(head)).split(b"\n", 1)[0]


@lru_cache(maxsize=1)  # many formats look at one file
def _behind_no_records(head: bytes, at: int) -> int:
    while (end := _end_of(_NO_RECORDS, head, at)) > at:
        at = end
    return at
