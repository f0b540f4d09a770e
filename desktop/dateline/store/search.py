"""Searching all articles: words, "phrases", prefixes*, without case, diacritics or dotless i."""

import re
from dataclasses import dataclass
from itertools import islice

from dateline.model.text import Span, fold
from dateline.store.reader import Reader


@dataclass(frozen=True, slots=True)
class SearchHit:
    """An article that matches; `snippet` is a piece of its text and `marks` the matches in it, in code points."""

    article_id: str
    name: str
    published: str
    snippet: str
    marks: tuple[Span, ...]
    first: Span | None  # the first match in the text of record


_TERM = re.compile(r'"([^"]+)"|(\S+)')
_WORD = re.compile(r"\w+", re.UNICODE)
_AROUND = 60


class Search(Reader):
    """Full-text search over one project."""

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
        pattern = _pattern(query)
        hits = [_hit(pattern, *row) for row in rows]
        return hits + self._by_title(query, {h.article_id for h in hits}, limit - len(hits))

    def _by_title(self, query: str, but: set[str], limit: int) -> list[SearchHit]:
        wanted = [fold(a or b).strip('*"') for a, b in _TERM.findall(query)]
        rows = self._rows("SELECT id, name, published FROM article ORDER BY position") if limit > 0 else []
        found = (r for r in rows if r[0] not in but and all(w in fold(r[1]) for w in wanted))
        return [SearchHit(i, name, published, "", (), None) for i, name, published in islice(found, max(limit, 0))]


def _fts(query: str) -> str:
    """Turn what a person typed into an FTS5 expression in which nothing can be a syntax error."""
    terms = []
    for phrase, word in _TERM.findall(query.replace("ı", "i").replace("İ", "I")):
        pieces = _WORD.findall(phrase or word)
        if pieces:
            star = "*" if word.endswith("*") else ""
            terms.append(f'"{" ".join(pieces)}"{star}')
    return " ".join(terms)


def _pattern(query: str) -> re.Pattern[str]:
    """A pattern for folded text that finds the terms as the tokenizer does, at the begin of words."""
    parts = []
    for phrase, word in _TERM.findall(query):
        pieces = [re.escape(p) for p in _WORD.findall("".join(map(_fold_char, phrase or word)))]
        if pieces:
            parts.append(r"\b" + r"\W+".join(pieces) + (r"\w*" if word.endswith("*") else r"\b"))
    return re.compile("|".join(sorted(parts, key=len, reverse=True)) or r"(?!)")


def _fold_char(char: str) -> str:
    """Fold one character to one character, so that offsets stay."""
    folded = fold(char)
    return folded if len(folded) == 1 else folded[0] if folded else "\u0300"


def _hit(pattern: re.Pattern[str], article_id: str, name: str, published: str, text: str) -> SearchHit:
    folded = "".join(map(_fold_char, text)) if not text.isascii() else text.lower()
    first = pattern.search(folded)
    if first is None:
        return SearchHit(article_id, name, published, text[: 2 * _AROUND], (), None)
    begin = max(0, first.start() - _AROUND)
    end = min(len(text), first.end() + 2 * _AROUND)
    begin = text.rfind(" ", 0, begin) + 1 if begin else 0
    marks = tuple(Span(m.start() - begin, m.end() - begin) for m in pattern.finditer(folded, begin, end))
    snippet = re.sub(r"\s", " ", text[begin:end])
    return SearchHit(article_id, name, published, snippet, marks, Span(first.start(), first.end()))
