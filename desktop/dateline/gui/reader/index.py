"""Finds the mentions over a stretch of text without looking at all of them. Free of Qt."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from operator import le
from time import perf_counter

from dateline.model.annotation import Mention

_MANY = 5000
_BATCH = 1000  # mentions looked at between two looks at the clock: a fraction of a millisecond
_STRAYS = 500  # mentions put in order one by one; where more are out of order, all are sorted at once
WIDE = 1000  # code points; longer mentions are few and kept in a list of their own


class MentionIndex:
    """Mentions in text order, as the store sorts them; adding and removing one keeps it without sorting again.

    Reading every mention of a very long article takes longer than painting its first page. Many mentions are
    therefore taken to be in text order, as the store gives them, until `advance` has looked at each, a little at a
    time. Until then `over` may miss a very long mention or one out of order; `take_surprise` says when it did.
    """

    def __init__(self, mentions: Mapping[str, Mention]) -> None:
        self._known = dict(mentions)  # its own: the page has changed already when its changes are told
        self._items = list(self._known.values())
        self._begins = array("q")  # of the items looked at, which are the first ones and in order
        self._wide: dict[str, Mention] = {}
        self._strays = 0
        self._surprise = False
        if len(self._items) < _MANY:
            self.complete()
            self._surprise = False  # nobody has asked yet

    @property
    def is_complete(self) -> bool:
        """Say whether every mention has been looked at."""
        return len(self._begins) == len(self._items)

    def complete(self) -> bool:
        """Look at every mention; return whether what `over` answered so far may have been wrong."""
        while not self.advance(float("inf")):
            pass
        return self.take_surprise()

    def advance(self, until: float) -> bool:
        """Look at more mentions, a batch at least, up to a time of the clock; return whether all have been."""
        while not self.is_complete:
            self._look(min(len(self._begins) + _BATCH, len(self._items)))
            if perf_counter() >= until:
                break
        return self.is_complete

    def take_surprise(self) -> bool:
        """Say, once, whether something was found that `over` could not know of before."""
        surprise, self._surprise = self._surprise, False
        return surprise

    def _look(self, stop: int) -> None:
        """Look at the items up to `stop`, which are mostly in order and short."""
        first = len(self._begins)
        items = self._items[first:stop]
        begins: list[int] = []
        add = begins.append
        for mention in items:
            fragments = mention.fragments
            begin = fragments[0].begin
            add(begin)
            if fragments[-1].end - begin > WIDE and mention.id not in self._wide:
                self._wide[mention.id] = mention
                self._surprise = True
        before = self._items[first - 1 : first] if first else []
        in_order = (not before or _order(before[0]) <= _order(items[0])) and all(map(le, begins, begins[1:]))
        if in_order and all(
            _order(items[i]) <= _order(items[i + 1]) for i, begin in enumerate(begins[1:]) if begin == begins[i]
        ):
            self._begins.extend(begins)
        else:
            self._put_in_order(items)

    def _put_in_order(self, items: list[Mention]) -> None:
        """Take items that follow those looked at to their places."""
        last = _order(self._items[len(self._begins) - 1]) if self._begins else _order(items[0])
        for mention in items:
            if (key := _order(mention)) >= last:
                self._begins.append(mention.fragments[0].begin)
                last = key
                continue
            self._surprise = True
            self._strays += 1
            if self._strays > _STRAYS:
                self._sort()
                return
            del self._items[len(self._begins)]
            self._insert(mention)

    def _sort(self) -> None:
        self._items.sort(key=_order)
        self._begins = array("q", map(_begin, self._items))
        self._wide |= {m.id: m for m in self._items if m.fragments[-1].end - _begin(m) > WIDE}

    def _insert(self, mention: Mention) -> None:
        """Put a mention among those looked at, or, where those end, among the others."""
        begin, key = mention.fragments[0].begin, _order(mention)
        at = bisect_right(self._begins, begin)
        while at and self._begins[at - 1] == begin and _order(self._items[at - 1]) > key:
            at -= 1
        self._begins.insert(at, begin)
        self._items.insert(at, mention)

    def get(self, mention_id: str | None) -> Mention | None:
        """Return a mention as it was when last put in, or None."""
        return None if mention_id is None else self._known.get(mention_id)

    def put(self, mention: Mention) -> None:
        """Add a mention, or replace the one of the same id."""
        self.discard(mention.id)
        self._known[mention.id] = mention
        if mention.fragments[-1].end - mention.fragments[0].begin > WIDE:
            self._wide[mention.id] = mention
        looked = len(self._begins)
        if self.is_complete or (looked and _order(mention) < _order(self._items[looked - 1])):
            self._insert(mention)
        else:  # it is looked at in its turn
            self._items.insert(bisect_left(self._items, _order(mention), lo=looked, key=_order), mention)

    def discard(self, mention_id: str) -> Mention | None:
        """Take a mention out; return it, or None when there was none."""
        mention = self._known.get(mention_id)
        if mention is None:
            return None
        at = self._where(mention)
        del self._known[mention_id], self._items[at]
        if at < len(self._begins):
            del self._begins[at]
        self._wide.pop(mention_id, None)
        return mention

    def _where(self, mention: Mention) -> int:
        """Return which item a mention is; where it does not stand in its place, all are put in order first."""
        at = self._first_from(mention.fragments[0].begin)
        key = _order(mention)
        while at < len(self._items) and _order(self._items[at]) < key:
            at += 1
        if at < len(self._items) and self._items[at].id == mention.id:
            return at
        if self.is_complete:
            raise LookupError(mention.id)
        surprise = self.complete()
        self._surprise = surprise
        return self._where(mention)

    def _first_from(self, begin: int) -> int:
        """Return the first item that begins at a code point or after it."""
        looked = len(self._begins)
        if looked == len(self._items) or (looked and self._begins[-1] >= begin):
            return bisect_left(self._begins, begin)
        return bisect_left(self._items, begin, lo=looked, key=_begin)

    def over(self, begin: int, end: int) -> list[Mention]:
        """Return the mentions whose whole extent shares a character with [begin, end), by begin."""
        wide = [m for m in self._wide.values() if m.fragments[0].begin < begin - WIDE and m.fragments[-1].end > begin]
        near = self._items[self._first_from(begin - WIDE) : self._first_from(end)]
        return sorted(wide, key=_order) + [m for m in near if m.fragments[-1].end > begin]

    def at(self, position: int) -> list[Mention]:
        """Return the mentions with a fragment over the character at `position`, outermost first."""
        hits = [m for m in self.over(position, position + 1) if any(f.begin <= position < f.end for f in m.fragments)]
        return sorted(hits, key=lambda m: (-len(m.span), m.span.begin, m.id))

    def neighbour(self, mention_id: str | None, position: int, step: int) -> Mention | None:
        """Return the mention after (1) or before (-1) another, or one of this place; around the ends."""
        if not self._items:
            return None
        known = self._known.get(mention_id) if mention_id else None
        if known is not None:
            at = self._where(known) + step
        else:
            at = self._first_from(position)
            at = at if step > 0 else at - 1
        return self._items[at % len(self._items)]


def _begin(mention: Mention) -> int:
    return mention.fragments[0].begin


def _order(mention: Mention) -> tuple[int, int, str]:
    """Text order; of those that begin together the longest first, and twins always the same way round."""
    fragments = mention.fragments
    return fragments[0].begin, -fragments[-1].end, mention.id
