"""Searching all articles: words, "phrases", prefixes*, without case, diacritics or dotless i."""

import re
import sqlite3
import unicodedata
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from msgspec import Struct

from dateline.model.text import Span, fold
from dateline.store.migrations import SEARCH_FOLDS
from dateline.store.reader import Reader


class SearchHit(Struct, frozen=True):
    """An article that matches; `snippet` is a piece of its text and `marks` the matches in it, in code points."""

    article_id: str
    name: str
    published: str
    snippet: str
    marks: tuple[Span, ...]
    first: Span | None  # the first match in the text of record


_TERM = re.compile(r'"([^"]+)"|(\S+)')
_ACCENTS = "\u0300-\u036f"
_WORD = re.compile(rf"\w[\w{_ACCENTS}]*")
_LETTERS = str.maketrans(dict(SEARCH_FOLDS))
_AROUND = 60
_PIECE = 200_000  # characters folded at a time, so that a match near the begin of a huge text is found at once
_LONGEST = 400  # characters that a match across two pieces may have


class Search(Reader):
    """Full-text search over one project."""

    def __init__(self, conn: sqlite3.Connection, path: Path) -> None:
        super().__init__(conn, path)
        self._folding = _Folding()

    def count(self, query: str) -> int:
        """Return how many articles match."""
        match = _fts(query)
        if not match:
            return 0
        return int(self._row("SELECT count(*) FROM article_fts WHERE article_fts MATCH ?", [match])[0])

    def articles(self, query: str, limit: int = 50) -> list[SearchHit]:
        """Return the best matches first, then articles whose title alone matches; any text is a fair query."""
        match = _fts(query)
        if not match:
            return []
        rows = self._rows(
            "SELECT article.id, name, published, text FROM "
            "(SELECT rowid AS number, rank FROM article_fts WHERE article_fts MATCH ? ORDER BY rank LIMIT ?) AS best "
            "JOIN article_text USING (number) JOIN article ON article.id = article_text.id ORDER BY best.rank",
            [match, limit],
        )
        pattern = self._pattern(query)
        hits = [self._hit(pattern, *row) for row in rows]
        return hits + self._by_title(query, {h.article_id for h in hits}, limit - len(hits))

    def sharing(self, phrases: Iterable[str], limit: int, arrived: int) -> list[str]:
        """Return the ids of the articles that have most of these phrases in them, of those that had `arrived`."""
        matches = [f"({match})" for phrase in phrases if (match := _fts(f'"{phrase}"'))]
        if not matches:
            return []
        rows = self._rows(
            "SELECT article_text.id FROM article_fts CROSS JOIN article_text ON number = article_fts.rowid "
            "CROSS JOIN article ON article.id = article_text.id "
            "WHERE article_fts MATCH ? AND article.rowid <= ? ORDER BY rank LIMIT ?",
            [" OR ".join(matches), arrived, limit],
        )
        return [r[0] for r in rows]

    def _by_title(self, query: str, but: set[str], limit: int) -> list[SearchHit]:
        wanted = [fold(a or b).strip('*"') for a, b in _TERM.findall(query)]
        rows = self._rows("SELECT id, name, published FROM article ORDER BY position, id") if limit > 0 else []
        found = (r for r in rows if r[0] not in but and all(w in fold(r[1]) for w in wanted))
        return [SearchHit(i, name, published, "", (), None) for i, name, published in islice(found, max(limit, 0))]

    def _pattern(self, query: str) -> re.Pattern[str]:
        """A pattern for folded text that finds the terms as the tokenizer does, at the begin of words."""
        parts = []
        for phrase, word in _TERM.findall(unicodedata.normalize("NFC", query)):
            folded = (phrase or word).translate(self._folding)
            pieces = [f"[{_ACCENTS}]*".join(p.replace("\u0300", "")) for p in _WORD.findall(folded)]
            if pieces:
                end = r"\w*" if word.endswith("*") else rf"[{_ACCENTS}]*(?!\w)"
                parts.append(r"(?<!\w)" + r"\W+".join(pieces) + end)
        return re.compile("|".join(sorted(parts, key=len, reverse=True)) or r"(?!)")

    def _hit(self, pattern: re.Pattern[str], article_id: str, name: str, published: str, text: str) -> SearchHit:
        first = self._first(pattern, text)
        if first is None:
            return SearchHit(article_id, name, published, re.sub(r"\s", " ", text[: 2 * _AROUND]), (), None)
        begin = max(0, first.begin - _AROUND)
        end = min(len(text), first.end + 2 * _AROUND)
        begin = text.rfind(" ", 0, begin) + 1 if begin and " " in text[begin - _AROUND : begin] else begin
        around = text[begin : end + 1].translate(self._folding)  # one more, to see whether the last word goes on
        marks = tuple(
            Span(m.start(), m.end()) for m in pattern.finditer(around) if m.end() <= end - begin and m.end() > m.start()
        )
        snippet = re.sub(r"\s", " ", text[begin:end])
        return SearchHit(article_id, name, published, snippet, marks, first)

    def _first(self, pattern: re.Pattern[str], text: str) -> Span | None:
        for begin in range(0, len(text), _PIECE):
            low, high = max(0, begin - _LONGEST), begin + _PIECE
            found = pattern.search(text[max(0, low - 1) : high].translate(self._folding), 1 if low else 0)
            if found and (high >= len(text) or found.end() < high - max(0, low - 1)):  # the word ends in this piece
                return Span(max(0, low - 1) + found.start(), max(0, low - 1) + found.end())
        return None


class _Folding(dict[int, str]):
    """Folds one character to one character, so that offsets stay; learns as it goes."""

    def __missing__(self, code: int) -> str:
        folded = fold(chr(code))
        self[code] = out = folded[0] if folded else "\u0300"
        return out


def _fts(query: str) -> str:
    """Turn what a person typed into an FTS5 expression in which nothing can be a syntax error."""
    terms = []
    plain = unicodedata.normalize("NFC", query).translate(_LETTERS)
    for phrase, word in _TERM.findall(plain):
        pieces = _WORD.findall(phrase or word)
        if pieces:
            star = "*" if word.endswith("*") else ""
            terms.append(f'"{" ".join(pieces)}"{star}')
    return " ".join(terms)
