"""What a delivery that comes again says otherwise between and about mentions that are the same, or says no more."""

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from dateline.editing.rejoining import Rejoined
from dateline.model.annotation import Annotations
from dateline.model.article import Article
from dateline.model.wording import Wording, cut_short, tr

_NAMED = 3  # examples
_LONGEST = 40  # characters of words and names


class Sort(StrEnum):
    """What is counted, in the order in which it is told."""

    RELATION = "relation"
    ARGUMENT = "argument"
    ATTRIBUTE = "attribute"
    COMMENT = "comment"


_COUNTED = {
    Sort.RELATION: tr("relations ({count})"),
    Sort.ARGUMENT: tr("roles ({count})"),
    Sort.ATTRIBUTE: tr("attributes ({count})"),
    Sort.COMMENT: tr("notes ({count})"),
}
_LINK = tr("“{one}” – {label} → “{other}”")
_ATTRIBUTE = tr("{label} of “{one}”")
_COMMENT = tr("the note “{label}”")
_IN = tr("{what} in {article}")
_BESIDE = tr("{come} beside {here} in {article}")
_Ends = tuple[Sort, frozenset[str]]  # what joins the same mentions, whichever way


class Item(Struct, frozen=True):
    """A relation or argument by its label or role, an attribute by its name, a note by its words; its mentions' ids."""

    sort: Sort
    label: str
    ends: tuple[str, ...] = ()


class _Example(Struct, frozen=True):
    """What is here, what comes for it, and the words of the mentions of both by their ids."""

    article: str
    here: Item
    come: Item | None
    words: dict[str, str]


class LinksAgain:
    """Counts what of an annotator's pages differs or did not come again, where the mentions it is of did come.

    `article`: returns that of an id.
    """

    def __init__(self, article: Callable[[str], Article]) -> None:
        self._article = article
        self._came: Counter[Sort] = Counter()  # what is here and came again, or otherwise
        self._here: Counter[Sort] = Counter()
        self._kinds: set[tuple[Sort, str]] = set()  # that came
        self._differing: Counter[Sort] = Counter()
        self._differences: list[_Example] = []
        self._lacking: Counter[tuple[Sort, str]] = Counter()
        self._absent: dict[tuple[Sort, str], list[_Example]] = defaultdict(list)

    def look(self, article_id: str, come: Annotations, here: Annotations, found: Rejoined) -> None:
        """Compare what comes for a page with what is `here`; `found` is which mentions are the same, and what is new.

        Who fills a role otherwise, which is told of each event, is not counted.
        """
        matched = {*found.same.values()}
        there = {_as_here(item, found.same) for item in _items(come)}
        self._kinds.update(map(_kind, there))
        new: dict[_Ends, deque[Item]] = defaultdict(deque)
        for item in _items(found.new):
            if item.ends and matched.issuperset(item.ends):
                new[item.sort, frozenset(item.ends)].append(item)
        told = {(d.mention.id, d.what) for d in found.differences}
        notes = {item.label for item in there if item.sort is Sort.COMMENT}
        for item in _items(here):
            if not matched.issuperset(item.ends):
                continue
            self._here[item.sort] += 1
            if item in there or (item.sort is Sort.COMMENT and item.label in notes):
                self._came[item.sort] += 1
                self._kinds.add(_kind(item))
            elif not (item.sort is Sort.ARGUMENT and (item.ends[0], item.label) in told):
                self._missed(article_id, item, new, here)

    def _missed(self, article_id: str, item: Item, new: dict[_Ends, deque[Item]], here: Annotations) -> None:
        others = new.get((item.sort, frozenset(item.ends)))
        other = others.popleft() if others else None
        kind = _kind(item)
        examples = self._absent[kind] if other is None else self._differences
        if len(examples) < _NAMED:
            text = self._article(article_id).text
            words = {m.id: m.text_of(text)[:_LONGEST] for m in here.mentions if m.id in item.ends}
            examples.append(_Example(article_id, item, other, words))
        if other is None:
            self._lacking[kind] += 1
        else:
            self._came[item.sort] += 1
            self._differing[item.sort] += 1

    def differ(self) -> tuple[Wording, Wording] | None:
        """Return how many come otherwise than they stand there, and some of them; None for none."""
        return self._said(self._differing, self._differences)

    def absent(self) -> tuple[Wording, Wording] | None:
        """Return how many did not come again, and some of them; None for none.

        Only of labels that the source has, or links where most came: else it is another task's, or the format cannot
        hold it, as notes on the text or on mentions.
        """
        kinds = [k for k in self._lacking if k in self._kinds or self._came_mostly(k[0])]
        counts: Counter[Sort] = Counter()
        for kind in kinds:
            counts[kind[0]] += self._lacking[kind]
        return self._said(counts, [x for kind in kinds for x in self._absent[kind]])

    def _came_mostly(self, sort: Sort) -> bool:
        return sort in (Sort.RELATION, Sort.ARGUMENT) and 2 * self._came[sort] > self._here[sort]

    def _said(self, counts: Counter[Sort], examples: Sequence[_Example]) -> tuple[Wording, Wording] | None:
        if not counts.total():
            return None
        sorts = [Wording(_COUNTED[sort], {"count": f"{counts[sort]}"}) for sort in Sort if counts[sort]]
        first = sorted(examples, key=lambda x: [*Sort].index(x.here.sort))[:_NAMED]
        return _joined(sorts, ", "), _joined([self._example(x) for x in first], "; ")

    def _example(self, x: _Example) -> Wording:
        name = self._article(x.article).name
        article = cut_short(name, _LONGEST + 1)
        if x.come is None:
            return Wording(_IN, {"what": _worded(x.here, x.words), "article": article})
        come, here = _worded(x.come, x.words), _worded(x.here, x.words)
        return Wording(_BESIDE, {"come": come, "here": here, "article": article})


def _items(page: Annotations) -> Iterator[Item]:
    for r in page.relations:
        yield Item(Sort.RELATION, r.label, (r.source_id, r.target_id))
    for a in page.arguments:
        yield Item(Sort.ARGUMENT, a.role, (a.event_id, a.filler_id))
    for m in page.mentions:
        yield from (Item(Sort.ATTRIBUTE, name, (m.id,)) for name, value in m.attributes.items() if value)
    for c in page.comments:
        yield Item(Sort.COMMENT, c.text, (c.mention_id,) if c.mention_id else ())


def _kind(item: Item) -> tuple[Sort, str]:
    """Return what a format can hold or not: a label, or notes, on mentions or on the text."""
    return item.sort, item.label if item.sort is not Sort.COMMENT else "mention" if item.ends else ""


def _as_here(item: Item, same: Mapping[str, str]) -> Item:
    return Item(item.sort, item.label, tuple(same.get(end, end) for end in item.ends))


def _worded(item: Item, words: dict[str, str]) -> Wording:
    if item.sort is Sort.COMMENT:
        return Wording(_COMMENT, {"label": item.label[:_LONGEST]})
    if item.sort is Sort.ATTRIBUTE:
        return Wording(_ATTRIBUTE, {"label": item.label, "one": words[item.ends[0]]})
    one, other = (words[end] for end in item.ends)
    return Wording(_LINK, {"one": one, "label": item.label, "other": other})


def _joined(parts: Sequence[Wording], between: str) -> Wording:
    details: dict[str, str | Wording] = {f"e{number}": part for number, part in enumerate(parts)}
    return Wording(between.join(f"{{{name}}}" for name in details), details)
