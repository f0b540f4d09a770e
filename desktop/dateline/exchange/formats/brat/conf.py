"""annotation.conf parsed line by line, by brat's rules: what is no line of it is passed over and said."""

import json
import re
from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from dateline.exchange.problems import Problem, ProblemKind, worded
from dateline.model.wording import Wording, cut_short, tr

OURS = "# Written by Dateline."  # how a file begins that an export of ours wrote
SECTIONS = ("entities", "relations", "events", "attributes")
_PASSED_OVER = ("options",)  # sections that say nothing of labels
_SECTION = re.compile(r"\s*\[(.*)\]\s*")
_MACRO = re.compile(r"\s*(<[^<>\s=]+>)\s*=(.*)", re.DOTALL)
_NAMED = re.compile(r"<[^<>\s]+>")
_KEY = re.compile(r"(<[^<>\s:]+>|[^\s:<>{}]+?)([?*+]|\{[0-9]{1,9}(?:-[0-9]{1,9})?\})?")
_ORIGINAL = re.compile(r"\s*#\s*dateline (\w+): (\S+) = (\".*\")\s*")
_MEANT = frozenset({"<ANY>", "<ENTITY>", "<RELATION>", "<EVENT>", "<NONE>", "<EMPTY>"})
_OF_SPANS = "<OVERLAP>"  # a line of [relations] that names none: which spans may overlap
_LONGEST = 100_000  # characters of a line whose macros stand for what they say
_EXPECTED = {
    "entities": "Label",
    "relations": "Label Arg1:Label, Arg2:Label",
    "events": "Label Role:Label|Label, Role:Label",
    "attributes": "Name Arg:Label|Label, Value:A|B",
}
_NO_LINE = tr("{what} is not understood and passed over: expected a line such as {expected}")
_TWICE = tr("{key} is there twice; the first counts")
_SPACED = tr("the name {name} has spaces, which brat does not allow; it is read as one name")
_NO_SECTION = tr("{what} is passed over: no section of [entities], [relations], [events] and [attributes] begins above")
_OTHER_SECTION = tr("[{name}] is none of [entities], [relations], [events] and [attributes]: what it holds is left out")
_LONG = tr("grows beyond {most} characters by its macros and is passed over")


class Argument(Struct, frozen=True):
    """What stands behind a term: a role or another key, how often it is filled ("", "?", "*", "{1-2}"), its values."""

    key: str
    mark: str
    values: tuple[str, ...]


class Term(Struct, frozen=True):
    """A line that names a label or an attribute, as it is written there."""

    section: str
    name: str
    arguments: tuple[Argument, ...]

    def values(self, key: str) -> tuple[str, ...] | None:
        """Return the values under a key, None where it is not there."""
        return next((a.values for a in self.arguments if a.key == key), None)


class Conf(Struct, frozen=True):
    """A configuration: its terms, names that stored forms stand for by sort, and what is wrong (line, what).

    `ours`: an export of ours wrote it.
    """

    ours: bool = False
    terms: tuple[Term, ...] = ()
    originals: tuple[tuple[str, str, str], ...] = ()  # sort, form, name
    faults: tuple[tuple[int, Wording], ...] = ()

    def told(self, file: str) -> Iterator[Problem]:
        """Say of each line that is not understood which it is."""
        return (worded(what, "", file, line, kind=ProblemKind.SYNTAX) for line, what in self.faults)


def conf_of(text: str) -> Conf:
    """Parse annotation.conf; nothing in it is an error."""
    text = text.removeprefix("\ufeff")
    parser = _Parser(text.startswith(OURS))
    for number, line in enumerate(text.splitlines(), start=1):
        parser.take(number, line)
    return Conf(parser.ours, tuple(parser.terms), tuple(parser.originals), tuple(parser.faults))


class _Unclear(Exception):
    """A line, or a part of it, that is not understood."""

    def __init__(self, what: Wording) -> None:
        super().__init__(str(what))
        self.what = what


class _Parser(Struct):
    """What is known while a configuration is read. Macros stand for what they say from their line on."""

    ours: bool
    section: str = ""
    terms: list[Term] = field(default_factory=list)
    originals: list[tuple[str, str, str]] = field(default_factory=list)
    faults: list[tuple[int, Wording]] = field(default_factory=list)
    macros: dict[str, str] = field(default_factory=dict)

    def take(self, number: int, line: str) -> None:
        """Take a line."""
        try:
            if original := _ORIGINAL.fullmatch(line):
                self._original(*original.groups())
            elif head := _SECTION.fullmatch(line):
                self._begin(head[1].strip().lower())
            elif line.strip() and not line.lstrip().startswith("#") and set(line.strip()) != {"-"}:
                self._line(number, line)
        except _Unclear as unclear:
            self.faults.append((number, unclear.what))

    def _original(self, sort: str, form: str, written: str) -> None:
        try:
            name = json.loads(written)
            name.encode()
        except ValueError:  # half a character, too
            return
        if name:
            self.originals.append((sort, form, name))

    def _begin(self, section: str) -> None:
        self.section = section
        if section not in (*SECTIONS, *_PASSED_OVER):
            raise _Unclear(Wording(_OTHER_SECTION, {"name": cut_short(section)}))

    def _line(self, number: int, line: str) -> None:
        if macro := _MACRO.fullmatch(line):
            self.macros[macro[1]] = _expanded(macro[2].strip(), self.macros)
        elif self.section in SECTIONS:
            term, faults = _term(self.section, _expanded(line, self.macros), ours=self.ours)
            self.terms += [term] if term else []
            self.faults += [(number, what) for what in faults]
        elif not self.section:
            raise _Unclear(Wording(_NO_SECTION, {"what": _shown(line)}))


def _expanded(line: str, macros: Mapping[str, str]) -> str:
    """Return a line with what macros stand for; raises _Unclear where they make too much of it."""
    if len(line) + sum(len(macros.get(name, "")) for name in _NAMED.findall(line)) > _LONGEST:
        raise _Unclear(Wording(_LONG, {"most": f"{_LONGEST:,}"}))
    return _NAMED.sub(lambda name: macros.get(name[0], name[0]), line)


def _term(section: str, line: str, *, ours: bool) -> tuple[Term | None, list[Wording]]:
    """Return what a line names, and what of it is not understood.

    A name ends at white space. One with spaces, which brat would refuse and our older exports wrote, ends at a tab or
    with the line, where that makes more sense of it.
    """
    written, *further = line.split(None, 1)
    if written == _OF_SPANS:
        return None, []
    name, rest = _named(written), "".join(further)
    if not name or name.startswith("<"):
        return None, [_no_line(section, line)]
    arguments, faults = _arguments(section, rest)
    if faults:
        spaced, _, rest = line.strip().partition("\t")
        found, wrong = _arguments(section, rest)
        if len(wrong) < len(faults) and ":" not in spaced and "<" not in spaced:
            name, arguments = _named(spaced), found
            faults = wrong if ours else [Wording(_SPACED, {"name": _shown(name)}), *wrong]
    return Term(section, name, arguments), faults


def _named(written: str) -> str:
    """Return the first of names parted by bars, which is the one stored; "!" marks one that is not annotated."""
    return next((name for part in written.split("|") if (name := part.strip())), "").lstrip("!").strip()


def _arguments(section: str, rest: str) -> tuple[tuple[Argument, ...], list[Wording]]:
    found: dict[str, Argument] = {}
    faults: list[Wording] = []
    for piece in filter(None, (piece.strip() for piece in rest.split(","))):
        written, sign, values = piece.partition(":")
        key = _KEY.fullmatch(written)
        each = tuple(filter(None, (value.strip() for value in values.split("|"))))
        spaced = section != "attributes" and len(values.split()) > 1
        of_labels = not written.startswith("<") and written != "Value"
        unknown = of_labels and (not each or any(v.startswith("<") and v not in _MEANT for v in each))
        if not (sign and key) or spaced or unknown:
            faults.append(_no_line(section, piece))
        elif key[1] in found:
            faults.append(Wording(_TWICE, {"key": cut_short(key[1])}))
        else:
            found[key[1]] = Argument(key[1], key[2] or "", each)
    return tuple(found.values()), faults


def _no_line(section: str, what: str) -> Wording:
    return Wording(_NO_LINE, {"what": _shown(what), "expected": _EXPECTED[section]})


def _shown(what: str) -> str:
    return cut_short(repr(what.strip()))
