"""The articles an import brings, as a person looks them over: the first of them, and how many lack a date."""

import re
from typing import Self

from msgspec import Struct, field

from dateline.model.article import Article
from dateline.model.bundle import Frame

SHOWN = 200
_OPENING = 400  # characters
_ENDS_LINE = re.compile(r"[^\S\n\r]*([\n\r]|$)")
_ENDS_SENTENCE = re.compile(r"[.!?\u3002\uff01\uff1f][\"'\u2019\u201d\u00bb)]*$")  # with full-width ones


class Newcomer(Struct, frozen=True):
    """An article that is new, and how its text begins below its title; "" where its date or source is not known."""

    name: str
    published: str = ""
    source: str = ""
    opening: str = ""

    @classmethod
    def of(cls, article: Article) -> Self:
        """Return what is shown of an article."""
        return cls(article.name, article.published, article.source, _opening(article))


class Newcomers(Struct):
    """The new articles of an import: the first SHOWN, how many there are, and how many of them have no date.

    `tables` are the tables of metadata that were found beside the texts; None where the format knows none.
    """

    first: list[Newcomer] = field(default_factory=list)
    count: int = 0
    undated: int = 0
    tables: tuple[str, ...] | None = None

    def add(self, article: Article) -> None:
        """Take an article in."""
        self.count += 1
        self.undated += not article.published
        if len(self.first) < SHOWN:
            self.first.append(Newcomer.of(article))

    def changed(self, before: Article, now: Article) -> None:
        """Take in that one of them has got what it lacked."""
        self.undated += (not now.published) - (not before.published)
        old, new = Newcomer.of(before), Newcomer.of(now)
        if old in self.first:
            self.first[self.first.index(old)] = new

    def told(self, frame: Frame) -> None:
        """Take in what a source says of its tables."""
        if frame.tables is not None:
            self.tables = (*(self.tables or ()), *frame.tables)


def _opening(article: Article) -> str:
    """Return how a text begins, without the title that may stand above it, or the words it is called by.

    A heading or a sentence that goes on where the title ends is not torn.
    """
    begin = article.text[: 4 * _OPENING].strip()
    named = article.name.rstrip("…").rstrip()
    rest = begin.removeprefix(named)
    cut = named != article.name  # then what comes next is what the name has no more room for
    ended = _ENDS_LINE.match(rest) or (_ENDS_SENTENCE.search(named) and rest[:1].isspace())
    if rest != begin and (cut or ended):
        begin = rest.lstrip()
    return begin[:_OPENING]
