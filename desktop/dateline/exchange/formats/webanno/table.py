"""The table of a WebAnno TSV file, line by line: its columns, its text as INCEpTION puts it together, its cells."""

from collections.abc import Iterator
from enum import Enum, auto

from msgspec import Struct

from dateline.exchange.checks import Fault
from dateline.exchange.formats.webanno.escapes import unescaped_text
from dateline.exchange.problems import ProblemKind
from dateline.model.wording import Wording, counted

TABLE = "articles.csv"  # beside the files: whose they are, and what is known of their articles
COLUMNS = ("article", "origin", "annotator", "annotator_kind", "state")
_MOST_OFFSET = 10  # digits


class Kind(Enum):
    """What a column holds."""

    PLACEHOLDER = auto()
    VALUE = auto()
    SLOT_ROLE = auto()
    SLOT_TARGET = auto()
    RELATION_VALUE = auto()
    RELATION_SOURCE = auto()
    CHAIN = auto()


class Column(Struct, frozen=True):
    """A column: its type and feature, and of columns that point at annotations, what type these are of."""

    kind: Kind
    type_name: str
    feature: str = ""
    base: str = ""


class Row(Struct, frozen=True):
    """A token or a part of one: its place in UTF-16, and its cells."""

    line: int
    id: str
    begin: int
    end: int
    cells: tuple[str, ...]


class TsvFault(Fault):
    """What is wrong with a line."""

    def __init__(self, line: int, field: str, what: str | Wording, kind: ProblemKind = ProblemKind.SYNTAX) -> None:
        super().__init__(field, what, "", kind)
        self.line = line


class Table:
    """Columns, text and rows of one file; raises TsvFault."""

    def __init__(self, content: str) -> None:
        lines = enumerate(content.removesuffix("\n").split("\n"), start=1)
        self.columns: list[Column] = []
        self.rows: list[Row] = []
        self.guessed = False  # whether white space between sentences had to be guessed
        self._pieces: list[str] = []
        self._length = 0  # in UTF-16
        self._room = 100_000 + len(content)  # for gaps between sentences: offsets may claim any
        self._sentence: list[str] = []
        first = next(lines)[1].removesuffix("\r")
        if not first.startswith("#FORMAT=WebAnno TSV 3"):
            raise TsvFault(1, "", "is no WebAnno TSV 3: expected #FORMAT=WebAnno TSV 3.3; export it in that version")
        for number, line in lines:
            self._line(number, line.removesuffix("\r"))
        text = "".join(self._pieces)
        self.text = text.removesuffix("\n")

    def _line(self, number: int, line: str) -> None:
        if line.startswith(("#T_SP=", "#T_RL=", "#T_CH=")) and not self._pieces:
            self.columns += _declared(number, line)
        elif line.startswith("#Text="):
            self._sentence.append(unescaped_text(line.removeprefix("#Text=")))
        elif line and not line.startswith("#"):
            self._row(number, line)

    def _row(self, number: int, line: str) -> None:
        fields = line.split("\t")
        if len(fields) < len(self.columns) + 3:
            what = f"has {counted(len(fields), 'column')}, expected {len(self.columns) + 3}"
            raise TsvFault(number, "", what)
        id_, place, token = fields[:3]
        begin, dash, end = place.partition("-")
        if not dash or not all(p.isascii() and p.isdecimal() and len(p) <= _MOST_OFFSET for p in (begin, end)):
            raise TsvFault(number, "offsets", f"{place[:40]!r} is no place in the text, expected 0-4")
        if self._sentence:
            self._begin_sentence(number, int(begin), token)
        if not self._pieces:
            raise TsvFault(number, "", "a token stands before any #Text=")
        self.rows.append(Row(number, id_, int(begin), int(end), tuple(fields[3 : 3 + len(self.columns)])))

    def _begin_sentence(self, number: int, begin: int, token: str) -> None:
        """Put a sentence where its first token says, as INCEpTION does: a gap is a line end and then spaces."""
        sentence = "\n".join(self._sentence) + "\n"
        self._sentence = []
        lead = len(sentence) - len(sentence.lstrip())
        if lead and lead < len(sentence) and not token[:1].isspace():
            begin -= _utf16_length(sentence[:lead])
        if self._length > begin and self._pieces:  # no gap at all: the line end was none
            self._pieces[-1] = self._pieces[-1].removesuffix("\n")
            self._length -= 1
        elif self._pieces:
            self.guessed = True
        gap = begin - self._length
        self._room -= gap
        if gap < 0 or self._room < 0:
            what = f"the sentence begins at {begin}, but the text before it has {self._length} characters (UTF-16)"
            raise TsvFault(number, "offsets", what, ProblemKind.OFFSETS)
        self._pieces += [" " * gap, sentence]
        self._length += gap + _utf16_length(sentence)


def _declared(number: int, line: str) -> Iterator[Column]:
    """Yield the columns of a line of the header."""
    kind, _, rest = line.partition("=")
    type_name, *features = rest.split("|")
    if not type_name:
        raise TsvFault(number, kind, "names no layer")
    if kind == "#T_SP" and features in ([], [""]):
        yield Column(Kind.PLACEHOLDER, type_name)
        return
    slot = ""
    for feature in features:
        if kind == "#T_CH":
            yield Column(Kind.CHAIN, type_name, feature)
        elif kind == "#T_RL":
            source = feature.startswith("BT_")
            base = feature.removeprefix("BT_") if source else ""
            yield Column(Kind.RELATION_SOURCE if source else Kind.RELATION_VALUE, type_name, feature, base)
        elif feature.startswith("ROLE_"):
            slot = feature.removeprefix("ROLE_").partition(":")[2].partition("_")[0] or feature
            yield Column(Kind.SLOT_ROLE, type_name, slot)
        elif slot and "." in feature:
            yield Column(Kind.SLOT_TARGET, type_name, slot, feature)
            slot = ""
        else:
            yield Column(Kind.VALUE, type_name, feature)


def _utf16_length(text: str) -> int:
    return len(text) + sum(c > "\uffff" for c in text)
