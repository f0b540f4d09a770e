"""Documents of records, a sentence each: which of them are whose page, and of which text that is."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from msgspec import Struct

from dateline.exchange.intake import plain
from dateline.exchange.json_lines import named_annotator
from dateline.exchange.problems import Problem

_MOST_SENTENCES = 2_000  # of an article, where a file names no documents
_MOST_HELD = 20_000  # sentences of all annotators that are held at once


class Sentence(Struct):
    """A record with its line in the file, and whose it is, "" for nobody."""

    at: int
    raw: dict[str, Any]
    whose: str

    @property
    def glued(self) -> str:
        """What it says without white space."""
        tokens = self.raw.get("tokens")
        said = plain(self.raw.get("sentence")) or "".join(map(str, tokens if isinstance(tokens, list) else ()))
        return "".join(said.split())

    @property
    def bare(self) -> str:
        """What it says without white space and marks, in which copies of one sentence may differ."""
        return "".join(filter(str.isalnum, self.glued)) or self.glued

    @property
    def id(self) -> str:
        """Its id, "" for none."""
        return plain(self.raw.get("sent_id"))


class Page(Struct):
    """An annotator's page of a document."""

    whose: str
    sentences: list[Sentence]  # of the text, in its order; those of others hold nothing for the page
    first: list[Sentence]  # of the text of the document's first annotator


def pages(found: Iterable[tuple[int, dict[str, Any] | Problem]]) -> Iterator[tuple[int, dict[str, Any] | Problem]]:
    """Yield {"page": a Page} with its first line in the file, for each annotator of each run of one doc_id."""
    run: list[Sentence] = []
    counts: Counter[str] = Counter()  # by whose they are
    document = None
    for number, record in found:
        if isinstance(record, Problem):
            yield number, record
            continue
        _, whose = named_annotator(record)
        if len(run) >= _MOST_HELD or counts[whose] >= _MOST_SENTENCES or record.get("doc_id") != document:
            yield from _pages(run)
            run, counts = [], Counter()
        document = record.get("doc_id")
        run.append(Sentence(number, record, whose))
        counts[whose] += 1
    yield from _pages(run)


def _pages(run: list[Sentence]) -> Iterator[tuple[int, dict[str, Any]]]:
    _give_nobodys(run)
    by_annotator: dict[str, list[Sentence]] = {}
    for sentence in run:
        by_annotator.setdefault(sentence.whose, []).append(sentence)
    divided = _is_divided(run, len(by_annotator))
    first = run if divided else next(iter(by_annotator.values()), [])
    for whose, own in by_annotator.items():
        yield own[0].at, {"page": Page(whose, run if divided else own, first)}


def _give_nobodys(run: list[Sentence]) -> None:
    """Make what names nobody the one annotator's who is named, unless it is a copy of what they have."""
    named = {s.whose for s in run} - {""}
    nobodys = [s for s in run if not s.whose]
    if len(named) != 1 or not nobodys:
        return
    theirs = [s for s in run if s.whose]
    if not _have_in_common(nobodys, theirs):
        for sentence in nobodys:
            (sentence.whose,) = named


def _have_in_common(some: list[Sentence], others: list[Sentence]) -> bool:
    """Say whether a sentence of some may be one of the others': with its id, or its words."""
    ids, said = {s.id for s in others if s.id}, {s.bare for s in others}
    return any(s.id in ids or s.bare in said for s in some)


def _is_divided(run: list[Sentence], annotators: int) -> bool:
    """Say whether annotators took turns at the sentences of one document, none of which two of them have.

    Where all of one's stand before all of another's nothing says in which order they are of one text.
    """
    if annotators < 2 or not run[0].raw.get("doc_id"):
        return False
    turns = 1 + sum(before.whose != after.whose for before, after in pairwise(run))
    whose: dict[str, str] = {}
    keys = ((key, s.whose) for s in run for key in (f"id {s.id}" if s.id else "", f"says {s.bare}") if key)
    return turns > annotators and all(whose.setdefault(key, by) == by for key, by in keys)
