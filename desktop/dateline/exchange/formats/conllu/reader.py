"""Reads CoNLL-U: the text from its words, the spans from MISC; words of a multiword token share its place."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path, PurePosixPath

from msgspec import Struct, field

from dateline.exchange.archive import Tree
from dateline.exchange.bio import decoded_tags, is_nameless
from dateline.exchange.checks import Fault
from dateline.exchange.cut_lines import Ending
from dateline.exchange.draft import Draft
from dateline.exchange.filewise import file_by_file, utf8
from dateline.exchange.formats.conllu.misc import EVENT, FIELDS, features, unescaped
from dateline.exchange.intake import Intake
from dateline.exchange.jsonl import lines_of
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import Problem, ProblemKind
from dateline.exchange.reading import Item
from dateline.model.annotation import AnnotatorKind, Layer
from dateline.model.article import State
from dateline.model.bundle import Bundle, Frame
from dateline.model.text import Span
from dateline.model.wording import Wording, counted, tr

_ID = re.compile(r"(\d{1,7})(?:([-.])(\d{1,7}))?")
_NEWDOC = re.compile(r"#\s*newdoc\b(?:\s+id\s*=\s*(\S+))?")
_TAG = re.compile(r"[BIESLU]-.")
_OTHER = tr("a sentence names another annotator than those before it in its document: all are taken for {who}’s")
_APART = tr("Begin the sentences of each annotator with a line “# newdoc” of their own")
_NAMES = frozenset({"name", "ner", "ne", "entity"})


def read(source: Path, options: ReadOptions) -> Iterator[Item]:
    """Yield a bundle for each document ("# newdoc") of a file, folder or zip; a file without any is one."""
    yield Frame()
    intake = Intake(source.name, options)

    def read_file(tree: Tree, name: str, shown: str) -> Iterator[Item]:
        yield from _FileReader(intake, options, shown, PurePosixPath(name).name).items(tree, name)

    yield from file_by_file(source, intake, (".conllu",), read_file)


class LineFault(Fault):
    """What is wrong with a line."""

    def __init__(self, line: int, field_: str, what: str, kind: ProblemKind = ProblemKind.SYNTAX) -> None:
        super().__init__(field_, what, "", kind)
        self.line = line


class _Document(Struct):
    """A document while its lines are read."""

    line: int
    facts: dict[str, str] = field(default_factory=dict)
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    words: list[tuple[Span | None, dict[str, str]]] = field(default_factory=list)  # of the sentence that is read
    sentences: list[list[tuple[Span | None, dict[str, str]]]] = field(default_factory=list)
    gap: str = ""  # what stands behind the last word
    implied: bool = False  # ... where the file does not say it
    range_end: int = 0  # the last word of the multiword token that is read
    range_place: Span | None = None
    last_id: int = 0
    other: int | None = None  # the first line that names another annotator than what stands before it


class _FileReader:
    """Reads one file, document by document."""

    def __init__(self, intake: Intake, options: ReadOptions, shown: str, name: str) -> None:
        self._intake, self._options, self._shown, self._name = intake, options, shown, name

    def items(self, tree: Tree, name: str) -> Iterator[Item]:
        """Yield the bundles and problems of the file; a document with a wrong line is left out."""
        document, broken, empty = _Document(1), False, True
        ending = Ending()
        with closing(tree.open(name)) as file:
            for number, line in lines_of(file, tree.size(name), self._shown, self._options.progress, blank=True):
                ending.take(number, line)
                if isinstance(line, Problem):
                    yield line
                    broken = True
                    continue
                if not line.strip():
                    continue
                try:
                    text = utf8(line.rstrip(b"\r\n"))
                    if begins := _NEWDOC.match(text):
                        empty &= not document.pieces
                        yield from self._finished(document, broken)
                        document, broken = _Document(number, {"article": unescaped(begins[1] or "")}), False
                    elif not broken:
                        self._line(document, number, text)
                except Fault as fault:
                    broken = True
                    yield fault.at(self._shown, number)
        empty &= not document.pieces
        yield from self._finished(document, broken)
        yield from ending.told(self._shown, blank=True)
        if empty and not broken:
            yield Problem(tr("holds no word"), "", self._shown, kind=ProblemKind.EMPTY)

    def _line(self, document: _Document, number: int, line: str) -> None:
        if line.startswith("#"):
            self._end_sentence(document)
            name, sign, value = line[1:].partition("=")
            if sign and (name := name.strip()) in (*FIELDS, "annotator", "annotator_kind", "state"):
                self._fact(document, number, name, unescaped(value[1:] if value[:1].isspace() else value))
            elif re.match(r"#\s*newpar\b", line) and document.implied:
                document.gap = "\n\n"
            return
        columns = line.split("\t")
        if len(columns) != 10:
            raise LineFault(number, "", f"has {counted(len(columns), 'column')}, expected 10")
        match = _ID.fullmatch(columns[0])
        if match is None:
            raise LineFault(number, "ID", f"{columns[0][:40]!r} is no id of a word, expected 1, 1-2 or 1.1")
        first, sort = int(match[1]), match[2]
        if sort == ".":
            document.words.append((None, features(columns[9])))  # an empty node has no place in the text
            return
        if first <= document.last_id:
            self._end_sentence(document)
        if first != document.last_id + 1:
            what = f"the word {first} does not follow the word {document.last_id}"
            raise LineFault(number, "ID", what)
        misc = features(columns[9])
        if sort == "-":
            if int(match[3]) <= first:
                raise LineFault(number, "ID", f"{columns[0]} is no range of words")
            document.range_place = self._word(document, number, columns[1], misc)
            document.range_end = int(match[3])
            return
        document.last_id = first
        if first <= document.range_end:
            document.words.append((document.range_place, misc))
        else:
            document.words.append((self._word(document, number, columns[1], misc), misc))

    @staticmethod
    def _fact(document: _Document, number: int, name: str, value: str) -> None:
        """Take what a comment says, the first time that one does; an annotator is named by more than blanks."""
        if name == "annotator" and value.strip():
            before = document.facts.get(name, "").strip()
            if not before:
                document.facts[name] = value
            elif document.pieces and before != value.strip():
                document.other = document.other or number
        document.facts.setdefault(name, value)

    def _word(self, document: _Document, number: int, form: str, misc: dict[str, str]) -> Span:
        """Add a word to the text; return its place."""
        if not form:
            raise LineFault(number, "FORM", "is empty")
        before = unescaped(misc.get("SpacesBefore", "")) if not document.pieces else ""
        document.pieces += [document.gap, before, form]
        begin = document.length + len(document.gap) + len(before)
        document.length = begin + len(form)
        document.implied = "SpacesAfter" not in misc and misc.get("SpaceAfter") != "No"
        document.gap = " " if document.implied else unescaped(misc.get("SpacesAfter", ""))
        return Span(begin, document.length)

    @staticmethod
    def _end_sentence(document: _Document) -> None:
        if document.words:
            document.sentences.append(document.words)
        document.words, document.last_id, document.range_end = [], 0, 0

    def _finished(self, document: _Document, broken: bool) -> Iterator[Item]:
        """Yield a document's bundle, unless something of it was wrong or it has no words."""
        self._end_sentence(document)
        if broken or not document.pieces:
            return
        if not document.implied:
            document.pieces.append(document.gap)
        try:
            bundle = self._bundle(document)
        except Fault as fault:
            self._intake.take_back()
            yield fault.at(self._shown, document.line)
            return
        yield from self._intake.news()
        yield bundle

    def _bundle(self, document: _Document) -> Bundle:
        facts = document.facts
        kind = next((k for k in AnnotatorKind if k.value == facts.get("annotator_kind")), AnnotatorKind.IMPORT)
        name = facts.get("annotator", "")
        who = self._intake.annotator(name, kind) if name else self._intake.owner()
        if document.other is not None:
            told = Wording(_OTHER, {"who": who.name})
            self._intake.tell(told, ProblemKind.FIELD, document.other, self._shown, to_do=_APART)
        facts.setdefault("origin", self._name)
        article = self._intake.article("".join(document.pieces), who, facts, {}, document.line)
        draft = Draft(article, who)
        brackets = False
        for sentence in document.sentences:
            brackets = brackets or _has_brackets(sentence)
            for label, layer, span in _spans(sentence):
                draft.mention(self._intake.layer(label, document.line, "MISC", layer), label, (span,))
        if brackets:
            what = "brackets of coreference (Entity=(e1-person) are passed over; tags such as name=B-PER are taken"
            self._intake.tell(what, ProblemKind.FIELD, document.line, self._shown)
        return draft.bundle(next((s for s in State if s.value == facts.get("state")), None))


def _spans(sentence: list[tuple[Span | None, dict[str, str]]]) -> Iterator[tuple[str, Layer | None, Span]]:
    """Yield the labelled stretches that the tags of a sentence make."""
    placed = [(span, misc) for span, misc in sentence if span]
    keys = dict.fromkeys(k for _, misc in placed for k in misc if k.casefold() in _NAMES or k == EVENT)
    for key in keys:
        tags = [misc.get(key, "O") for _, misc in placed]
        if any(map(_is_bracket, tags)):
            continue
        if tag := next(filter(is_nameless, tags), ""):
            raise Fault(f"MISC, {key}", Wording(tr("{tag} names no label"), {"tag": tag}))
        for found in decoded_tags(tags):
            span = Span(placed[found.first][0].begin, placed[found.stop - 1][0].end)
            yield unescaped(found.label), Layer.EVENT if key == EVENT else None, span


def _is_bracket(tag: str) -> bool:
    """Say whether a value is a bracket of coreference instead of a tag, whose label may have some, too."""
    return not _TAG.match(tag) and (tag.startswith("(") or tag.endswith(")"))


def _has_brackets(sentence: list[tuple[Span | None, dict[str, str]]]) -> bool:
    return any(k.casefold() in _NAMES and _is_bracket(v) for _, misc in sentence for k, v in misc.items())
