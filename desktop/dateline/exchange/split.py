"""Dividing articles into train, dev and test so that nothing leaks from one to the other."""

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from fractions import Fraction
from itertools import groupby, islice
from operator import itemgetter

from msgspec import Struct, field
from msgspec.structs import replace

from dateline.exchange.moves import Before, Moved, Moving
from dateline.exchange.nearness import (
    NEAR,
    Nearness,
    Sketch,
    is_brief,
    likeness_of_words,
    sketch_of,
    title_or_file,
    words_of,
)
from dateline.exchange.placing import placed_by_date, placed_by_lot, shares
from dateline.model.annotation import Layer
from dateline.model.article import Article
from dateline.model.bundle import Bundle
from dateline.model.calendar import NOT_KNOWN, publication_order, to_iso
from dateline.model.text import text_sha256
from dateline.scratch import Ledger, Sorter

WAYS = "80/10/10 (train, dev, test), 80/20 (train, test) or train=70/dev=15/test=15"
_STEP = 50  # texts between two chances to stop
_MANY = 12  # brief texts of one name that are compared with each other; more are a series, or a file of records
_ALL_BUT_THE_SAME = 0.85  # how much of their words two of those have in common that are one text
_BEFORE, _EDGE = 12, 5  # ... which are sought among so many before that begin, or end, with the same words
_UNDATED = -(1 << 62)  # before all that have a date
_NEVER = 1 << 62  # after them
_SAME = "words\0"  # before the hash of all the words of a brief text
_NAMES = {1: ("train",), 2: ("train", "test"), 3: ("train", "dev", "test")}


class Order(StrEnum):
    """Which articles come into which part: drawn by lot, or by date, the earliest into the first."""

    LOT = "lot"
    DATE = "date"


class Split(Struct, frozen=True):
    """The parts with their weights, in any unit, the seed that shuffles, and whether lot or date decides."""

    parts: tuple[tuple[str, float], ...] = (("train", 80), ("dev", 10), ("test", 10))
    seed: int = 0
    order: Order = Order.LOT

    @classmethod
    def parse(cls, text: str, seed: int = 0, order: Order = Order.LOT) -> "Split":
        """Read "80/10/10", "80/20" or "train=70/dev=15/test=15"; raises ValueError with what was expected."""
        parts: list[tuple[str, float]] = []
        pieces = [piece.strip() for piece in text.split("/")]
        names = _NAMES.get(len(pieces), tuple(f"part{i + 1}" for i in range(len(pieces))))
        for piece, usual in zip(pieces, names, strict=True):
            name, _, number = piece.rpartition("=")
            parts.append((_part_name(name.strip() or usual), _weight(number, text)))
        if len({name for name, _ in parts}) < len(parts):
            raise ValueError(f"two parts of {text!r} have the same name")
        if not sum(weight for _, weight in parts) > 0:
            raise ValueError(f"at least one part of {text!r} must be above 0")
        return cls(tuple(parts), seed, order)

    def __str__(self) -> str:
        return "/".join(f"{weight:g}" for _, weight in self.parts)


def is_part_name(name: str) -> bool:
    """Say whether a part may have this name."""
    return name.replace("-", "").replace("_", "").isalnum()


def _part_name(name: str) -> str:
    if not is_part_name(name):
        raise ValueError(f"a part's name is made of letters and digits, not {name!r}")
    return name


def _weight(number: str, text: str) -> float:
    try:
        weight = float(number)
    except ValueError:
        weight = -1.0
    if not 0 <= weight < 1e9:
        raise ValueError(f"a split is written like {WAYS}, not {text!r}")
    return weight


class ArticleLinks(Struct, frozen=True):
    """What binds an article to others, and when it was published (ISO 8601, "" when nobody knows).

    It is bound by its text's SHA-256, by the ids of the happenings it tells of, and by `like`, the ids of articles
    whose text is nearly the same. One that is not `chosen` to be written is divided all the same, and binds others.
    """

    article_id: str
    sha256: str
    happenings: frozenset[str] = frozenset()
    published: str = ""
    like: tuple[str, ...] = ()
    chosen: bool = True


class Plan(Struct, frozen=True):
    """Which part each article goes to, and how the parts came out (articles and groups by part).

    Of those, only the chosen articles are counted; `among` says how many articles were divided, chosen or not.
    `undated`: by date, how many articles of a part have no date. `quotas` are the sizes that would be exact.
    `days`: by date, those (in UTC) that a boundary between two parts is within. `moved`: what the export before had in
    other parts.
    """

    part_of: Ledger
    articles: dict[str, int]
    groups: dict[str, int]
    largest_group: int = 0
    undated: dict[str, int] = {}
    quotas: dict[str, int] = {}
    among: int = 0
    days: list[str] = field(default_factory=list)
    moved: Moved = field(default_factory=Moved)


class Likeness:
    """Finds the articles with nearly the same text: an agency's report in two papers, two versions of a brief one.

    Brief ones are compared, as in an import, with those of the same title or, without titles, of a file of the same
    name; those that differ in nothing but white space, capitals or marks are one text whatever they are called.

    Who finds whom depends on who comes first; so they are compared in the order of their hashes, whatever order they
    came in.
    """

    def __init__(self) -> None:
        self._sketches = Sorter(4)  # the text's hash, the article's id, the sketch's runs and hashes
        self._brief = Sorter(4)  # a name (and how it begins, or ends), the hash, the id, the words

    def add(self, article: Article, sha256: str) -> None:
        """Take an article in."""
        if (sketch := sketch_of(article.text)) is not None:
            self._sketches.add(sha256, article.id, sketch.runs, sketch.hashes.tobytes())
        words = words_of(article.text) if is_brief(article.text) else []
        if words:
            self._brief.add(f"{_SAME}{text_sha256(' '.join(words))}", sha256, article.id, " ".join(words))
        if words and (article.title or article.origin):
            name = title_or_file(article.title, article.origin)
            edge = min(_EDGE, len(words) // 2)
            for common in ("", f"\0{' '.join(words[:edge])}\0", f"\0\0{' '.join(words[len(words) - edge :])}"):
                self._brief.add(name + common, sha256, article.id, " ".join(words))

    def links(self, at_times: Callable[[], None]) -> Iterator[ArticleLinks]:
        """Yield what binds the articles that were taken in to each other; they are chosen elsewhere.

        `at_times` is called every few texts: whoever waits can stop it there.
        """
        nearness = Nearness()
        for number, (sha256, same) in enumerate(groupby(self._sketches, key=itemgetter(0))):
            if number % _STEP == 0:
                at_times()
            _, article_id, runs, hashes = next(same)  # the others are bound to it by the hash
            sketch = Sketch.unpacked(hashes, runs)
            if like := tuple(name for name, _ in nearness.near_sketch(sketch)):
                yield ArticleLinks(article_id, sha256, like=like, chosen=False)
            nearness.add_sketch(article_id, sketch)
        for common, rows in groupby(self._brief, key=itemgetter(0)):
            yield from _brief_links(rows, at_times, by_name="\0" not in common)


def _brief_links(
    rows: Iterator[tuple[str, str, str, str]], at_times: Callable[[], None], *, by_name: bool
) -> Iterator[ArticleLinks]:
    """Yield what binds brief texts of one name, and else of one begin or end, too, in the order of their hashes.

    Many of one name are bound only where they are all but the same.
    """
    if by_name:
        rows = iter(first) if len(first := list(islice(rows, _MANY + 1))) <= _MANY else iter(())
    enough = NEAR if by_name else _ALL_BUT_THE_SAME
    before: deque[tuple[str, list[str]]] = deque(maxlen=_BEFORE)
    for number, (_, sha256, article_id, text) in enumerate(rows):
        if number % _STEP == 0:
            at_times()
        words = text.split()
        if like := tuple(other for other, theirs in before if likeness_of_words(words, theirs) >= enough):
            yield ArticleLinks(article_id, sha256, like=like, chosen=False)
        before.append((article_id, words))


def links_of(
    bundles: Iterable[Bundle],
    chosen: Callable[[Bundle], bool] = lambda _: True,
    at_times: Callable[[], None] = lambda: None,
) -> Iterator[ArticleLinks]:
    """Yield what binds each article, by one pass, and at the end what binds those with nearly the same text.

    What any annotator says an article tells of binds it, and an article of which no bundle is chosen binds others, too:
    what goes into a training set decides nothing about what its articles have in common.
    """
    likeness = Likeness()
    for _, of_one in groupby(bundles, key=lambda b: b.article.id):
        happenings: set[str] = set()
        wanted = False
        for bundle in of_one:
            wanted = wanted or chosen(bundle)
            happenings |= told_of(bundle)
        article = bundle.article
        sha256 = article.sha256
        likeness.add(article, sha256)
        yield ArticleLinks(article.id, sha256, frozenset(happenings), article.published, chosen=wanted)
    yield from likeness.links(at_times)


def told_of(bundle: Bundle) -> frozenset[str]:
    """Return the ids of the happenings that a bundle's events tell of."""
    mentions = bundle.annotations.mentions
    return frozenset(m.happening_id for m in mentions if m.layer is Layer.EVENT and m.happening_id)


def plan_split(links: Iterable[ArticleLinks], split: Split, before: Before | None = None) -> Plan:
    """Divide all articles by `split`; those that share a text or a happening stay together, also through others.

    Which of them are chosen decides nothing, so that whatever else is chosen of them another time, by state or
    annotator, is divided alike: what one export trains on no other of the same links and `split` tests on. An article
    may come more than once, and is chosen if it is so once.

    Every part that is to have something gets a group, where there are as many groups as parts; whether one of its
    articles is chosen is another matter: were parts evened out by what is done, what was trained on would come into
    the test set as more is.

    `before` is how the export to the same place was divided: how much of that is in other parts now is counted.

    By date, groups go by their latest article, undated ones first, and moments count, in whatever
    zone they are written: nothing the first part tells of came after what the later parts tell of. Otherwise:

    The same articles and seed give the same parts on every machine and whatever order they come in. A group's place is
    drawn from the seed and the text's hash of its first article: by the day it appeared, undated ones last, and then by
    hash, so that a story keeps its place when later reports join it. See `placed_by_lot`.
    """
    members, by_date = _members(links), split.order is Order.DATE
    groups, total, chosen, largest, left = Sorter(6), 0, 0, 0, 0
    for root, rows in groupby(members, key=itemgetter(0)):
        size, mine, first, smallest, latest = 0, 0, "", "", _UNDATED
        leader = (_NEVER, "")
        for _, article_id, sha256, appeared, is_chosen in rows:
            size, mine, first, latest = size + 1, mine + is_chosen, first or article_id, max(latest, appeared)
            smallest = min(smallest or sha256, sha256)
            leader = min(leader, (appeared if appeared != _UNDATED else _NEVER - 1, sha256))
        order = (latest, smallest) if by_date else (_lot(leader[1], split.seed), smallest)
        groups.add(*order, first, root, size, mine)
        total, chosen, largest, left = total + size, chosen + mine, max(largest, mine), left + 1
    weights = {name: Fraction(str(weight)) for name, weight in split.parts}
    quotas = shares(total, weights)
    asked = [name for name, weight in split.parts if weight > 0]
    if by_date:
        place, part_of_root = placed_by_date(dict(quotas), asked), Ledger()
        for passed, (_, _, _, root, size, _) in enumerate(groups):
            part_of_root[root] = place(size, left - passed)
    else:
        part_of_root = placed_by_lot(
            ((lot, root, size) for lot, _, _, root, size, _ in groups), {name: quotas[name] for name in asked}
        )
    none = dict.fromkeys(quotas, 0)
    plan = Plan(Ledger(), dict(none), dict(none), largest, dict(none), shares(chosen, weights), total)
    last = ("", "")  # the day and the part of the chosen group before
    for when, _, _, root, _, mine in groups:
        name = part_of_root[root]
        if by_date and mine and when != _UNDATED:
            day = to_iso(when).partition("T")[0]
            if day == last[0] and name != last[1]:
                plan.days.append(day)
            last = (day, name)
        plan.articles[name] += mine
        plan.groups[name] += mine > 0
    moving = Moving(before, list(none))
    for root, article_id, sha256, appeared, is_chosen in members:
        plan.part_of[article_id] = name = part_of_root[root]
        plan.undated[name] += by_date and is_chosen and appeared == _UNDATED
        if is_chosen:
            moving.look(article_id, sha256, name)
    return replace(plan, moved=moving.found())


def _lot(sha256: str, seed: int) -> str:
    """Return 64 hexadecimal digits."""
    return hashlib.sha256(f"{seed}:{sha256}".encode()).hexdigest()


def _appeared(published: str) -> int:
    moment = publication_order(published)
    return _UNDATED if moment == NOT_KNOWN else moment


def _members(links: Iterable[ArticleLinks]) -> Sorter:
    """Return (root, article id, hash, moment it appeared, 1 if chosen) of each; connected ones have the same root."""
    above = Ledger()

    def root(node: str) -> str:
        up = above.setdefault(node, node)
        while up != node:
            above[node] = top = above[up]
            node, up = top, above[top]
        return node

    hashes, dates, chosen = Ledger(), Ledger(), Ledger()
    for link in links:
        hashes[link.article_id] = link.sha256
        if link.published:
            dates[link.article_id] = link.published
        if link.chosen:
            chosen.add(link.article_id)
        own = root(f"article {link.article_id}")
        like = (f"article {other}" for other in link.like)
        for other in (f"text {link.sha256}", *like, *(f"happening {h}" for h in link.happenings)):
            above[root(other)] = own
    members = Sorter(5)
    for article_id, sha256 in hashes.items():
        appeared = _appeared(dates.get(article_id) or "")
        members.add(root(f"article {article_id}"), article_id, sha256, appeared, int(article_id in chosen))
    return members
