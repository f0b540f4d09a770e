"""XML read without its dangers: no entity is expanded, nothing is fetched, nesting and size are bounded.

Expat does the work, so that it is there without any further package. Elements know the line they begin on.
"""

from collections.abc import Iterator, Mapping
from html.entities import html5
from typing import Any
from xml.parsers import expat

from dateline.exchange.checks import Fault
from dateline.exchange.jsonl import Source
from dateline.exchange.problems import Problem, ProblemKind
from dateline.model.wording import ToDo, Wording

DEEPEST = 200  # elements inside each other
MOST = 3_000_000  # elements held at once: each takes a hundred times the bytes that name it
_PIECE = 1 << 16


class XmlFault(Fault):
    """What is wrong with an XML file, with its line."""

    def __init__(
        self,
        line: int | None,
        field: str,
        what: str | Wording,
        what_to_do: ToDo = "",
        kind: ProblemKind = ProblemKind.SYNTAX,
    ) -> None:
        super().__init__(field, what, what_to_do, kind)
        self.line = line

    def here(self, file: str) -> Problem:
        """Return the problem at its place in a file."""
        return self.at(file, self.line)


class Element:
    """An element with what it holds, in order: texts and elements. `line` is where it begins."""

    __slots__ = ("attributes", "content", "line", "tag")

    def __init__(self, tag: str, attributes: dict[str, str], line: int) -> None:
        self.tag, self.attributes, self.line = tag, attributes, line
        self.content: list[str | Element] = []

    def children(self, tag: str = "") -> Iterator["Element"]:
        """Yield the elements right inside (of that tag)."""
        return (c for c in self.content if isinstance(c, Element) and (not tag or c.tag == tag))

    def child(self, tag: str) -> "Element | None":
        """Return the first element right inside of that tag."""
        return next(self.children(tag), None)

    def walk(self) -> Iterator["Element"]:
        """Yield this element and all inside it, in document order."""
        yield self
        for child in self.children():
            yield from child.walk()

    def all(self, tag: str) -> Iterator["Element"]:
        """Yield this element and those inside it that have that tag."""
        return (e for e in self.walk() if e.tag == tag)

    def text(self) -> str:
        """Return all text inside, elements' included."""
        return "".join(c if isinstance(c, str) else c.text() for c in self.content)

    def text_of(self, tag: str) -> str:
        """Return the text of the first element right inside of that tag, "" without one."""
        found = self.child(tag)
        return found.text() if found else ""

    def get(self, *names: str, default: str = "") -> str:
        """Return the first of these attributes that is there."""
        return next((self.attributes[n] for n in names if n in self.attributes), default)


def parsed(data: bytes) -> Element:
    """Return the root of a document; raises XmlFault."""
    builder = _Builder()
    builder.feed(data, last=True)
    return builder.root()


def check(data: bytes) -> None:
    """Raise XmlFault for what another library should not be given: dangerous, or no XML at all."""
    _Builder(keep=False).feed(data, last=True)


def streamed(file: Source, tag: str) -> Iterator[Element]:
    """Yield each element of that tag as soon as it ends, and last the root without them; raises XmlFault.

    What was yielded is let go of, so memory does not grow with the file.
    """
    builder = _Builder(tag=tag)
    while piece := file.read(_PIECE):
        builder.feed(piece)
        yield from builder.taken()
    builder.feed(b"", last=True)
    yield from builder.taken()
    yield builder.root()


class _Builder:
    """Feeds expat and builds elements, or only checks when it need not `keep` them."""

    def __init__(self, keep: bool = True, tag: str = "") -> None:
        self._keep, self._tag = keep, tag
        self._stack: list[Element] = []
        self._depth = 0
        self._elements = 0
        self._root: Element | None = None
        self._taken: list[Element] = []
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.EntityDeclHandler = self._entity
        self._parser.ExternalEntityRefHandler = self._external
        self._parser.SkippedEntityHandler = self._skipped
        if keep:
            self._parser.CharacterDataHandler = self._characters

    def feed(self, data: bytes, last: bool = False) -> None:
        try:
            self._parser.Parse(data, last)
        except expat.ExpatError as error:
            what = f"not valid XML at column {error.offset + 1}: {expat.ErrorString(error.code)}"
            raise XmlFault(error.lineno, "", what, "Correct the file") from error
        except (ValueError, LookupError) as error:  # an encoding that expat does not know
            what = f"the encoding cannot be read: {error}"
            raise XmlFault(1, "", what, "Save the file as UTF-8", ProblemKind.ENCODING) from error

    def root(self) -> Element:
        if self._root is None:
            raise XmlFault(None, "", "holds no XML element", "", ProblemKind.EMPTY)
        return self._root

    def taken(self) -> list[Element]:
        taken, self._taken = self._taken, []
        return taken

    @property
    def _line(self) -> int:
        return self._parser.CurrentLineNumber

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise XmlFault(self._line, tag, f"more than {DEEPEST} elements lie inside each other")
        if not self._keep:
            return
        self._elements += 1
        if self._elements > MOST:
            raise XmlFault(
                self._line, tag, f"has more than {MOST:,} elements", "Divide the file", ProblemKind.TOO_LARGE
            )
        element = Element(tag, attributes, self._line)
        if self._stack:
            self._stack[-1].content.append(element)
        elif self._root is None:
            self._root = element
        self._stack.append(element)

    def _end(self, tag: str) -> None:
        self._depth -= 1
        if not self._keep:
            return
        element = self._stack.pop()
        if tag == self._tag and self._stack:
            self._stack[-1].content.pop()
            self._taken.append(element)
            self._elements = len(self._stack)

    def _characters(self, text: str) -> None:
        if self._stack:
            self._stack[-1].content.append(text)

    def _entity(self, name: str, *_: Any) -> None:
        what_to_do = "Remove the declaration, and write the characters themselves"
        raise XmlFault(self._line, f"<!ENTITY {name}>", "declares an entity, which is not taken", what_to_do)

    def _external(self, *_: Any) -> int:
        raise XmlFault(self._line, "", "refers to another file or address, which is not fetched")

    def _skipped(self, name: str, is_parameter: bool) -> None:
        """Entities of HTML are known by their names though the DTD that declares them is never read."""
        if is_parameter:
            return
        if not (character := html5.get(f"{name};", "")):
            raise XmlFault(self._line, f"&{name};", "is an entity that is not declared")
        if self._keep:
            self._characters(character)


_TEXT = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord("\r"): "&#13;"}
_VALUE = {**_TEXT, ord('"'): "&quot;", ord("\n"): "&#10;", ord("\t"): "&#9;"}
_FORBIDDEN = {c: "\ufffd" for c in (*range(0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF) if c not in (9, 10, 13)}


def without_forbidden(text: str) -> str:
    """Replace, one for one, the control characters that XML cannot hold."""
    return text.translate(_FORBIDDEN)


def escaped(text: str) -> str:
    """Return text as the content of an element: every line end comes back as it was."""
    return text.translate(_TEXT)


def quoted(value: str) -> str:
    """Return an attribute's value with its quotation marks."""
    return f'"{without_forbidden(value).translate(_VALUE)}"'


def opening(tag: str, attributes: Mapping[str, str], empty: bool = False) -> str:
    """Return a start tag (or an empty element) with the attributes that have a value."""
    given = "".join(f" {name}={quoted(value)}" for name, value in attributes.items() if value)
    return f"<{tag}{given}{'/' if empty else ''}>"
