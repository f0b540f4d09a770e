"""Proposing spans of an article: names and triggers that were tagged elsewhere, and time expressions."""

import itertools
import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from dateline.assist.lexicon import Key, Lexicon, Token, tokens
from dateline.assist.titles import ARTICLES, OPENERS, TITLES
from dateline.model.annotation import Layer, Mention
from dateline.model.article import Article
from dateline.model.occurrence import PERSONS
from dateline.model.page import Page
from dateline.model.registry import Entity
from dateline.model.schema import Schema
from dateline.model.text import Span, merged
from dateline.model.wrapping import unwrapped, unwrapped_part

Times = Callable[[str], Iterable[tuple[Span, str, str]]]  # finds time expressions: their TIMEX3 types, what they say

_NOBODY = "mention "  # before the id of a person's mention that is linked to no entity
_MONTHS = frozenset({"march", "april", "may", "june", "july", "august"})
_NO_FIRST_NAMES = TITLES | OPENERS
_WORD_BEFORE = re.compile(r"([^\W\d_][\w'’-]*)(\.?)[ \u00a0]$")
_REACH = 40  # characters
_SURNAME = 3  # letters; shorter ones are initials
_INITIAL = 3  # letters before a full stop that may be short for a first name: "K.", "Yu.", "Jos."; more end a sentence
_STRETCH = 2_000  # code points looked through at a time
_BETWEEN = re.compile(r"[^\S\n]*(?:[.\-‑–&][^\S\n]*|\n)?")  # what may stand between the words of one name


class SpanProposal(Struct, frozen=True):
    """Words that may well carry a label. `count` is how often they were tagged so elsewhere (0: a name, a date).

    `says` is the date that a time expression stands for, "" where that cannot be told yet.
    """

    label: str
    layer: Layer
    span: Span
    count: int = 0
    entity_id: str | None = None
    says: str = ""

    @property
    def id(self) -> str:
        """What tells it from the other proposals of its article."""
        return f"{self.span.begin}-{self.span.end}:{self.label}"


class Rejections(Struct, frozen=True):
    """What a person said no to: places of the article, and how often to words under a label."""

    here: Collection[str] = ()  # ids of proposals
    words: Mapping[tuple[str, Key], int] = {}


def propose_spans(
    article: Article,
    schema: Schema,
    lexicon: Lexicon,
    times: Times,
    rejected: Rejections,
    here: Lexicon | None = None,
) -> Iterator[tuple[int, list[SpanProposal]]]:
    """Yield the proposals for an article stretch by stretch, each with where it ends; one can rest in between.

    No two overlap. What is tagged already is left to `Taken`. `here` are the names of this article's own people.
    """
    kinds = [t.name for t in schema.types if t.layer is Layer.TIME]
    layers = {t.name: t.layer for t in schema.types}
    text = unwrapped(article.text)
    for stretch in stretches(text):
        names = list(_names(text, stretch, layers, lexicon, rejected))
        if here is not None:
            names += _alone(text, _names(text, stretch, layers, here, rejected))
        dates = _times(text, stretch, kinds, times)
        yield stretch.end, _apart([p for p in (*dates, *names) if p.id not in rejected.here])


def people_of(page: Page) -> Lexicon:
    """Return the people that a page names in full, under that name and the last word of it: "Koval"."""
    found: dict[tuple[str, str], set[str]] = {}
    for mention in page.mentions.values():
        if names := full_name(page, mention):
            found.setdefault((mention.entity_id or _NOBODY + mention.id, mention.label), set()).update(names)
    people = Lexicon()
    people.set_names(Entity(who, "", label, tuple(sorted(names))) for (who, label), names in found.items())
    return people


def full_name(page: Page, mention: Mention) -> tuple[str, ...]:
    """Return a person's full name and its last word; nothing for what is none, or may end in several words."""
    if mention.layer is not Layer.ENTITY or mention.label.upper() not in PERSONS or len(mention.fragments) != 1:
        return ()
    said = mention.text_of(page.text)
    words = said.split()
    if not words:  # an import may bring white space
        return ()
    whole = len(words) > 1 and all(w[0].isupper() for w in words)
    last = words[-1]
    means_more = last.isupper() or last.lower() in _MONTHS  # "King Charles III", "Theresa May"
    return (said, last) if whole and len(last) >= _SURNAME and last.isalpha() and not means_more else ()


def _alone(text: str, names: Iterable[SpanProposal]) -> Iterator[SpanProposal]:
    """In "Koval Street" nobody is named, and "Hillary Clinton" is not the Clinton who is called Bill."""
    for name in names:
        after = text[name.span.end : name.span.end + 2]
        if (after[:1] == " " and after[1:].isupper()) or _has_first_name(text, name.span):
            continue
        nobody = name.entity_id is not None and name.entity_id.startswith(_NOBODY)
        yield replace(name, entity_id=None) if nobody else name


def _has_first_name(text: str, span: Span) -> bool:
    """Say whether a last name stands behind a word that may be a first name: with a capital, and no title.

    Behind one that begins a sentence, too: "But" and "President" are known, what is not known may be a name.
    """
    if " " in span.of(text):
        return False  # the full name
    before = _WORD_BEFORE.search(text, max(0, span.begin - _REACH), span.begin)
    word = before[1] if before and not (before[2] and len(before[1]) > _INITIAL) else ""
    return word.lower() in ARTICLES or (word[:1].isupper() and word.lower() not in _NO_FIRST_NAMES)


class Taken:
    """The words of a page that carry a mention or are set apart as boilerplate."""

    def __init__(self, page: Page) -> None:
        self._spans = merged([*(f for m in page.mentions.values() for f in m.fragments), *page.boilerplate()])
        self._begins = [s.begin for s in self._spans]

    def free(self, proposals: Iterable[SpanProposal]) -> list[SpanProposal]:
        """Return the proposals that share no word with what is taken."""
        return [p for p in proposals if not self._meets(p.span)]

    def _meets(self, span: Span) -> bool:
        i = bisect_right(self._begins, span.begin)
        before = i > 0 and self._spans[i - 1].end > span.begin
        return before or (i < len(self._spans) and self._begins[i] < span.end)


def stretches(text: str) -> Iterator[Span]:
    """Yield the text in stretches of about 2,000 characters that end where a line, sentence or word does."""
    begin, size = 0, len(text)
    while begin < size:
        end = min(begin + _STRETCH, size)
        if end < size:
            ends = (text.rfind(c, begin + _STRETCH // 2, end) for c in ("\n", ". ", " "))
            end = next((e + 1 for e in ends if e >= 0), end)
        yield Span(begin, end)
        begin = end


def _names(
    text: str, stretch: Span, layers: Mapping[str, Layer], lexicon: Lexicon, rejected: Rejections
) -> Iterator[SpanProposal]:
    found = tokens(text, stretch.begin, stretch.end)
    i = 0
    while i < len(found):
        capital = text[found[i].span.begin].isupper() or not text[found[i].span.begin].islower()
        step = 1
        for key in lexicon.keys_at(found, i):
            run = found[i : i + len(key)]
            if not _one_name(text, run):
                continue
            known = lexicon.known(key, layers, capital=capital)
            if known is None or rejected.words.get((known.label, key), 0) > known.count:
                continue
            span = Span(run[0].span.begin, run[-1].span.end)
            yield SpanProposal(known.label, known.layer, span, known.count, known.entity_id)
            step = len(key)
            break
        i += step


def _one_name(text: str, run: Sequence[Token]) -> bool:
    return all(_BETWEEN.fullmatch(text, a.span.end, b.span.begin) for a, b in itertools.pairwise(run))


def _times(text: str, stretch: Span, labels: Sequence[str], times: Times) -> Iterator[SpanProposal]:
    if not labels:
        return
    for span, kind, says in times(unwrapped_part(text, stretch.begin, stretch.end)):
        if label := time_label(labels, kind):
            place = Span(span.begin + stretch.begin, span.end + stretch.begin)
            yield SpanProposal(label, Layer.TIME, place, says=says)


def time_label(labels: Sequence[str], kind: str) -> str | None:
    """Return the label for a TIMEX3 type: the one of its name, or the only one there is."""
    named = next((n for n in labels if n.casefold() == kind.casefold()), None)
    return named or (labels[0] if len(labels) == 1 else None)


def _apart(found: list[SpanProposal]) -> list[SpanProposal]:
    """Keep the longest of those that overlap, in text order."""
    kept: list[SpanProposal] = []
    for proposal in sorted(found, key=lambda p: (-len(p.span), p.span.begin)):
        if not any(k.span.overlaps(proposal.span) for k in kept):
            kept.append(proposal)
    return sorted(kept, key=lambda p: p.span)
