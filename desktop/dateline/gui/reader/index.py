"""Finds the mentions over a stretch of text without looking at all of them. Free of Qt."""

from array import array
from bisect import bisect_left, bisect_right, insort
from collections.abc import Mapping
from operator import eq, le

from dateline.model.annotation import Mention

_MANY = 5000
WIDE = 1000  # code points; longer mentions are few and kept in a list of their own


class MentionIndex:
    """Mentions in text order, as the store sorts them; adding and removing one keeps it without sorting again.

    Reading every mention of a very long article takes longer than painting its first page. Many mentions are
    therefore taken to be in text order, as the store gives them, until `complete` has looked at each; only
    `over` answers before that.
    """

    def __init__(self, mentions: Mapping[str, Mention]) -> None:
        self._source = mentions
        self._items = list(mentions.values())
        self._known: dict[str, Mention] = {}
        self._begins = array("q")
        self._wide: list[Mention] = []
        self.is_complete = False
        if len(self._items) < _MANY:
            self.complete()

    def complete(self) -> bool:
        """Look at every mention; return whether what `over` answered so far may have been wrong."""
        if self.is_complete:
            return False
        self.is_complete = True
        self._known = dict(self._source)
        items = self._items
        begins: list[int] = []
        add = begins.append
        for mention in items:
            fragments = mention.fragments
            begin = fragments[0].begin
            add(begin)
            if fragments[-1].end - begin > WIDE:
                self._wide.append(mention)
        in_order = all(map(le, begins, begins[1:])) and all(
            _order(items[i]) <= _order(items[i + 1]) for i, alike in enumerate(map(eq, begins, begins[1:])) if alike
        )
        if not in_order:
            items.sort(key=_order)
            begins.sort()
            self._wide.sort(key=_begin)
        self._begins = array("q", begins)
        return bool(self._wide) or not in_order

    def __len__(self) -> int:
        return len(self._items)

    def get(self, mention_id: str | None) -> Mention | None:
        """Return a mention as it was when last put in, or None."""
        if mention_id is None:
            return None
        return (self._known if self.is_complete else self._source).get(mention_id)

    def put(self, mention: Mention) -> None:
        """Add a mention, or replace the one of the same id."""
        self.complete()
        self.discard(mention.id)
        begin = mention.fragments[0].begin
        at = bisect_right(self._begins, begin)
        key = _order(mention)
        while at and self._begins[at - 1] == begin and _order(self._items[at - 1]) > key:
            at -= 1
        self._begins.insert(at, begin)
        self._items.insert(at, mention)
        self._known[mention.id] = mention
        if mention.fragments[-1].end - begin > WIDE:
            insort(self._wide, mention, key=_begin)

    def discard(self, mention_id: str) -> Mention | None:
        """Take a mention out; return it, or None when there was none."""
        self.complete()
        mention = self._known.pop(mention_id, None)
        if mention is None:
            return None
        at = bisect_left(self._begins, mention.fragments[0].begin)
        while self._items[at].id != mention_id:
            at += 1
        del self._items[at], self._begins[at]
        self._wide = [m for m in self._wide if m.id != mention_id]
        return mention

    def over(self, begin: int, end: int) -> list[Mention]:
        """Return the mentions whose whole extent shares a character with [begin, end), by begin."""
        if not self.is_complete:
            first = bisect_left(self._items, begin - WIDE, key=_begin)
            last = bisect_left(self._items, end, lo=first, key=_begin)
            return [m for m in self._items[first:last] if m.fragments[-1].end > begin]
        low = bisect_left(self._begins, begin - WIDE)
        high = bisect_left(self._begins, end)
        wide = [m for m in self._wide if m.fragments[0].begin < begin - WIDE and m.fragments[-1].end > begin]
        return wide + [m for m in self._items[low:high] if m.fragments[-1].end > begin]

    def at(self, position: int) -> list[Mention]:
        """Return the mentions with a fragment over the character at `position`, outermost first."""
        self.complete()
        hits = [m for m in self.over(position, position + 1) if any(f.begin <= position < f.end for f in m.fragments)]
        return sorted(hits, key=lambda m: (-len(m.span), m.span.begin, m.id))

    def neighbour(self, mention_id: str | None, position: int, step: int) -> Mention | None:
        """Return the mention after (1) or before (-1) another, or one of this place; around the ends."""
        self.complete()
        if not self._items:
            return None
        known = self._known.get(mention_id) if mention_id else None
        if known is None:
            at = bisect_left(self._begins, position)
            return self._items[(at if step > 0 else at - 1) % len(self._items)]
        at = bisect_left(self._begins, known.fragments[0].begin)
        while self._items[at].id != known.id:
            at += 1
        return self._items[(at + step) % len(self._items)]

    def in_order(self) -> list[Mention]:
        """Return all mentions in text order."""
        self.complete()
        return list(self._items)


def _begin(mention: Mention) -> int:
    return mention.fragments[0].begin


def _order(mention: Mention) -> tuple[int, int, str]:
    """Text order; of those that begin together the longest first, and twins always the same way round."""
    fragments = mention.fragments
    return fragments[0].begin, -fragments[-1].end, mention.id
