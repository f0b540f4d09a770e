"""Reads columns of tokens and tags; the text is made of the tokens."""

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from msgspec import Struct, field

from dateline.exchange.bio import decoded_tags, is_outside, is_tag
from dateline.exchange.checks import Fault
from dateline.exchange.cut_lines import Ending
from dateline.exchange.draft import Draft
from dateline.exchange.formats.conll.others import OtherFormat, refuse_others
from dateline.exchange.formats.conll.writer import START
from dateline.exchange.intake import Intake
from dateline.exchange.jsonl import lines
from dateline.exchange.options import ReadOptions
from dateline.exchange.outside import Outside
from dateline.exchange.problems import Problem, ProblemKind
from dateline.exchange.reading import Item
from dateline.exchange.tokens import rebuilt
from dateline.model.bundle import Bundle
from dateline.model.progress import Part
from dateline.model.text import Span
from dateline.model.wording import Wording, counted, tr

_NAMED = re.compile(r"article=(\S+) annotator=(\S+) O")  # as an export of a project with several annotators says it
_COLUMNS = re.compile(r"[ \t]+")
_TAG = re.compile(r"O|[BIESLU]-\S+")
_LONGEST = 1 << 20  # bytes of a line
_MOST_SENTENCES = 500  # of an article in a file that does not say where articles begin
_NO_TAG = tr("{words} is no tag: expected O, or a label such as B-LOC")
_OTHER_TAGS = tr("Tags were looked for in column {column}: the option tags says another one")


def _is_tag(columns: list[str]) -> bool:
    """Say whether a line of these columns, the file's first, ends in a tag: "# O" is a token."""
    return len(columns) > 1 and bool(_TAG.fullmatch(columns[-1]))


class _Article(Struct):
    """What was read of an article: its sentences, each with tokens and tags, and the line it begins on."""

    line: int = 1
    tokens: list[list[str]] = field(default_factory=list)
    seconds: list[list[str]] = field(default_factory=list)  # the second columns: the tokens, where the first count them
    tags: list[list[str]] = field(default_factory=list)
    open: bool = False  # whether a sentence is being read

    def add(self, token: str, second: str, tag: str) -> None:
        """Add a token to the sentence at hand, or begin one."""
        if not self.open:
            self.tokens.append([])
            self.seconds.append([])
            self.tags.append([])
            self.open = True
        self.tokens[-1].append(token)
        self.seconds[-1].append(second)
        self.tags[-1].append(tag)

    @property
    def is_numbered(self) -> bool:
        """Whether the tokens are the numbers of the words in their sentences, from one or from nought."""
        return max(map(len, self.tokens)) > 1 and any(
            all(token == str(n) for sentence in self.tokens for n, token in enumerate(sentence, start=start))
            for start in (1, 0)
        )


def _named(columns: list[str]) -> tuple[str, str]:
    found = _NAMED.fullmatch(" ".join(columns[1:]))
    return (unquote(found[1]), unquote(found[2])) if found else ("", "")


def read(source: Path, options: ReadOptions) -> Iterator[Item]:
    """Yield an article for each -DOCSTART-; a file without any is one, or several when it is long."""
    yield from _ConllReader(source, options).items()


class _ConllReader:
    """What is known while a file is read: how many columns it has, and the article at hand."""

    def __init__(self, source: Path, options: ReadOptions, *, again: bool = False) -> None:
        """`again`: the file is read once more, for what is tagged in it alone."""
        self._source, self._options = source, options
        self._intake = Intake(source.name, options)
        self._token = int(options.extra.get("tokens", "1")) - 1
        tag = options.extra.get("tags", "last")
        self._tag = -1 if tag == "last" else int(tag) - 1
        self._columns = 0
        self._parted = False  # whether the file says where articles begin
        self._article = _Article()
        self._broken = False
        self._told = False
        self._outside = Outside(self._tagged_again, options, again=again)
        self._named = self._next = ("", "")  # which article it is and whose, of the article at hand and the next

    def items(self) -> Iterator[Item]:
        empty, ending = True, Ending()
        for number, line in lines(self._source, self._options.progress, _LONGEST, blank=True):
            ending.take(number, line)
            if isinstance(line, Problem):
                yield line
                self._broken = True
                continue
            try:
                done = self._take(line, number)
            except OtherFormat as fault:
                yield fault.at(self._source.name, number)
                return
            except Fault as fault:
                yield fault.at(self._source.name, number)
                self._broken = True
                continue
            if done and (self._article.tokens or self._broken):
                empty = False
                yield from self._finished(number)
            self._named = self._next
        if self._article.tokens:
            empty = False
            yield from self._finished(0)
        yield from self._outside.told(self._source.name)
        yield from ending.told(self._source.name, comments=False)
        if empty and not self._broken:
            yield Problem(tr("holds no token"), "", self._source.name, kind=ProblemKind.EMPTY)

    def _take(self, line: bytes, number: int) -> bool:
        """Take a line; say whether it ends the article at hand."""
        try:
            words = line.decode(self._options.encoding or "utf-8").rstrip("\r\n")
        except (UnicodeDecodeError, LookupError):
            what_to_do = tr("Save it as UTF-8, or name its encoding")
            raise Fault("", tr("is not UTF-8"), what_to_do, ProblemKind.ENCODING) from None
        if not words.strip(" \t"):
            self._article.open = False
            return not self._parted and len(self._article.tokens) >= _MOST_SENTENCES
        columns = _COLUMNS.split(words.strip(" \t"))
        if columns[0] == START:
            self._parted = True
            self._next = _named(columns)
            return True
        if not self._columns and not self._broken:
            refuse_others(words, columns)
        if columns[0].startswith("#") and self._is_comment(columns):
            return False
        self._columns = self._columns or len(columns)
        if len(columns) != self._columns:
            what = f"has {counted(len(columns), 'column')}, where the lines before have {self._columns}"
            raise Fault("", what, tr("Columns are parted by spaces or tabs"), ProblemKind.SYNTAX)
        if max(self._token, self._tag) >= len(columns) or len(columns) < 2:
            what = f"has {counted(len(columns), 'column')}: too few for a token and its tag"
            raise Fault("", what, tr("Expected lines such as: Ankara B-LOC"), ProblemKind.SYNTAX)
        if not is_tag(columns[self._tag]):
            no_tag = Wording(_NO_TAG, {"words": repr(columns[self._tag][:40])})
            sought = Wording(_OTHER_TAGS, {"column": f"{self._tag + 1 or len(columns)}"})
            raise Fault("tag", no_tag, sought, ProblemKind.SYNTAX)
        if not self._article.tokens:
            self._article.line = number
        self._article.add(columns[self._token], columns[1], columns[self._tag])
        return False

    def _is_comment(self, columns: list[str]) -> bool:
        """Say whether a line that begins with a hash is none of a token and its tag."""
        if not self._columns:
            return not _is_tag(columns)
        if len(columns) != self._columns:
            return True
        if self._tag >= len(columns):
            return False
        tag = columns[self._tag]
        return not (is_outside(tag) or _TAG.fullmatch(tag) or (is_tag(tag) and tag in self._bare_labels))

    @cached_property
    def _bare_labels(self) -> frozenset[str]:
        """The tags that tokens of the file have, hashes aside: what is none of them and has no prefix is a word."""
        return frozenset(tag for token, tag in self._lines_again() if not token.startswith("#"))

    def _finished(self, number: int) -> Iterator[Item]:
        """Yield the article at hand and begin the next; one with a line that is wrong is left out whole."""
        article, broken = self._article, self._broken
        self._article, self._broken = _Article(number), False
        if broken or not article.tokens:
            return
        try:
            draft = self._draft(article, *self._named)
        except Fault as fault:
            self._intake.take_back()
            yield fault.at(self._source.name, article.line)
            return
        yield from self._intake.news()
        yield self._outside.settled(draft.bundle(remade=True))

    def _tagged_again(self, options: ReadOptions) -> Iterator[bool]:
        """Say of each article that is not left out whether it has a span."""
        for item in _ConllReader(self._source, options, again=True).items():
            yield isinstance(item, Bundle) and bool(item.annotations.mentions)

    def _lines_again(self) -> Iterator[tuple[str, str]]:
        """Yield the first column and the tag of each line of the file with as many columns as those before."""
        for _, line in lines(self._source, Part(self._options.progress, 0, 0), _LONGEST):
            words = b"" if isinstance(line, Problem) else line
            columns = _COLUMNS.split(words.decode(self._options.encoding or "utf-8", "replace").strip(" \t\r\n"))
            if len(columns) == self._columns and columns[0] != START:
                yield columns[0], columns[self._tag]

    def _draft(self, article: _Article, named: str, whose: str) -> Draft:
        numbered = "tokens" not in self._options.extra and self._columns > 2 and article.is_numbered
        text, places = rebuilt(article.seconds if numbered else article.tokens)
        self._tell(numbered=numbered)
        who = self._intake.annotator(whose) if whose else self._intake.owner()
        facts = {"article": named} if named else {}
        draft = Draft(self._intake.article(text, who, facts, {}, article.line), who)
        for tags, of in zip(article.tags, places, strict=True):
            for span in decoded_tags(tags):
                layer = self._intake.layer(span.label, article.line, "tag")
                draft.mention(layer, span.label, (Span(of[span.first].begin, of[span.stop - 1].end),))
        return draft

    def _tell(self, *, numbered: bool) -> None:
        """Say once that this is not the text that was annotated."""
        if not self._told:
            self._told = True
            what = "holds tokens and no text: the text was made of them, one space between two, one line a sentence"
            self._intake.tell(what, ProblemKind.TEXT, of_source=True)
            if numbered:
                what = "the first column counts the words, so the second was taken for them and the last for their tags"
                self._intake.tell(
                    f"{what}; the options tokens and tags choose others", ProblemKind.FIELD, of_source=True
                )
