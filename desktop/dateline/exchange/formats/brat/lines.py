"""The lines of an .ann file, parsed one by one."""

import re

from msgspec import Struct

from dateline.exchange.checks import Fault
from dateline.exchange.problems import ProblemKind
from dateline.model.wording import Wording, tr

BREAKS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"  # what ends a line for brat
TABLE = "articles.tsv"  # beside the texts: what is known of them that brat has no place for
COLUMNS = (
    "article",
    "annotator",
    "state",
)  # of it, beside the fields of an article: its id, whose it is, how far it is
TIMEX = "TIMEX3"  # the "database" that values of times are written as references to
ENTITY, HAPPENING = "Dateline", "Dateline-happening"  # ... and the project's own registry

_SPAN = re.compile(r"(\S+)\t([^\t]+)(?:\t(.*))?", re.DOTALL)
_PAIR = re.compile(r"([0-9]{1,12}) ([0-9]{1,12})")
_EVENT = re.compile(r"(\S+)\t([^\s:]+):(\S+)((?: +[^\s:]+:\S+)*) *")
_RELATION = re.compile(r"(\S+)\t(\S+) +[^\s:]+:(\S+) +[^\s:]+:(\S+)\s*")
_ATTRIBUTE = re.compile(r"(\S+)\t(\S+) (\S+)(?: (.+))?", re.DOTALL)
_REFERENCE = re.compile(r"(\S+)\t\S+ (\S+) ([^\s:]+):(\S+)(?:\t(.*))?", re.DOTALL)
_NOTE = re.compile(r"#\S*\t(\S+) (\S+)(?:\t(.*))?", re.DOTALL)
_EQUIVALENCE = re.compile(r"\*\t(\S+)((?: +\S+)+)\s*")


class TextBound(Struct, frozen=True):
    """A T line: its label, its (begin, end) pairs in the order given, and the words it says are there."""

    id: str
    label: str
    pieces: tuple[tuple[int, int], ...]
    words: str | None


class Event(Struct, frozen=True):
    """An E line: its label, its trigger's id, and (role as written, id) pairs."""

    id: str
    label: str
    trigger: str
    arguments: tuple[tuple[str, str], ...]


class Relation(Struct, frozen=True):
    """An R line."""

    id: str
    label: str
    source: str
    target: str


class Attribute(Struct, frozen=True):
    """An A or M line; one without a value is said to be "true"."""

    id: str
    name: str
    target: str
    value: str


class Reference(Struct, frozen=True):
    """An N line: what a database calls the thing."""

    id: str
    target: str
    database: str
    key: str
    name: str


class Note(Struct, frozen=True):
    """A # line."""

    target: str
    text: str


class Equivalence(Struct, frozen=True):
    """A * line: ids that mean the same."""

    targets: tuple[str, ...]


Line = TextBound | Event | Relation | Attribute | Reference | Note | Equivalence

_EXPECTED = {
    "T": "T1<tab>Label 0 5<tab>words",
    "E": "E1<tab>Label:T1 Role:T2",
    "R": "R1<tab>Label Arg1:T1 Arg2:T2",
    "A": "A1<tab>Name T1 value",
    "M": "M1<tab>Name T1",
    "N": "N1<tab>Reference T1 Database:key<tab>name",
    "*": "*<tab>Equiv T1 T2",
}


def parsed(line: str) -> Line | None:
    """Return what a line says; None for a note of no form. Raises Fault."""
    sort = line[0]
    if sort == "#":
        note = _NOTE.fullmatch(line)
        return Note(note[2], note[3] or "") if note else None
    found = _parsed(sort, line)
    if found is None:
        what = f"expected {_EXPECTED[sort]}" if sort in _EXPECTED else "begins with none of T, E, R, A, M, N, * and #"
        raise Fault("", Wording(tr("cannot be read: {what}"), {"what": f"{what}"}), "", ProblemKind.SYNTAX)
    return found


def _parsed(sort: str, line: str) -> Line | None:
    if sort == "T" and (m := _SPAN.fullmatch(line)):
        return _text_bound(m[1], m[2], m[3])
    if sort == "E" and (m := _EVENT.fullmatch(line)):
        arguments = (argument.partition(":") for argument in m[4].split())
        return Event(m[1], m[2], m[3], tuple((role, id_) for role, _, id_ in arguments))
    if sort == "R" and (m := _RELATION.fullmatch(line)):
        return Relation(m[1], m[2], m[3], m[4])
    if sort in "AM" and (m := _ATTRIBUTE.fullmatch(line.rstrip())):
        return Attribute(m[1], m[2], m[3], m[4] or "true")
    if sort == "N" and (m := _REFERENCE.fullmatch(line)):
        return Reference(m[1], m[2], m[3], m[4], (m[5] or "").strip())
    if sort == "*" and (m := _EQUIVALENCE.fullmatch(line)):
        return Equivalence(tuple(m[2].split()))
    return None


def _text_bound(id_: str, said: str, words: str | None) -> TextBound | None:
    """Return what "Label 0 5;7 9" says: the offsets are as many pairs as stand at its end."""
    *before, last = said.split(";")
    pairs: list[tuple[int, int]] = []
    while (pair := _PAIR.fullmatch(last)) and before:
        pairs.append((int(pair[1]), int(pair[2])))
        last = before.pop()
    label, *first = last.rsplit(" ", 2)
    if not label or (pair := _PAIR.fullmatch(" ".join(first))) is None:
        return None
    pairs.append((int(pair[1]), int(pair[2])))
    return TextBound(id_, ";".join((*before, label)), tuple(reversed(pairs)), words)
