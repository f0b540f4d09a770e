"""Finds the mentions over a stretch of text without looking at all of them. Free of Qt."""

from array import array
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Mapping
from operator import le

from dateline.model.annotation import Mention

WIDE = 1000  # code points; longer mentions are few and kept in a list of their own


class MentionIndex:
    """Mentions sorted by begin; adding and removing one keeps the order without sorting again."""

    def __init__(self, mentions: Mapping[str, Mention]) -> None:
        self._known = dict(mentions)
        items = list(self._known.values())
        begins = [m.fragments[0].begin for m in items]
        if not all(map(le, begins, begins[1:])):
            items.sort(key=_begin)
            begins = [m.fragments[0].begin for m in items]
        self._items = items
        self._begins = array("q", begins)
        self._wide = [m for m, b in zip(items, begins, strict=True) if m.fragments[-1].end - b > WIDE]

    def __len__(self) -> int:
        return len(self._items)

    def get(self, mention_id: str | None) -> Mention | None:
        """Return a mention as it was when last put in, or None."""
        return self._known.get(mention_id) if mention_id is not None else None

    def put(self, mention: Mention) -> None:
        """Add a mention, or replace the one of the same id."""
        self.discard(mention.id)
        begin = mention.fragments[0].begin
        at = bisect_right(self._begins, begin)
        self._begins.insert(at, begin)
        self._items.insert(at, mention)
        self._known[mention.id] = mention
        if mention.fragments[-1].end - begin > WIDE:
            insort(self._wide, mention, key=_begin)

    def discard(self, mention_id: str) -> Mention | None:
        """Take a mention out; return it, or None when there was none."""
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
        low = bisect_left(self._begins, begin - WIDE)
        high = bisect_left(self._begins, end)
        wide = [m for m in self._wide if m.fragments[0].begin < begin - WIDE and m.fragments[-1].end > begin]
        return wide + [m for m in self._items[low:high] if m.fragments[-1].end > begin]

    def at(self, position: int) -> list[Mention]:
        """Return the mentions with a fragment over the character at `position`, outermost first."""
        hits = [m for m in self.over(position, position + 1) if any(f.begin <= position < f.end for f in m.fragments)]
        return sorted(hits, key=lambda m: (-len(m.span), m.span.begin, m.id))

    def neighbour(self, position: int, step: int, among: Iterable[str] = ()) -> Mention | None:
        """Return the first mention that begins after (step 1) or the last before (step -1) `position`."""
        allowed = frozenset(among)
        at = bisect_right(self._begins, position) if step > 0 else bisect_left(self._begins, position) - 1
        while 0 <= at < len(self._items):
            if not allowed or self._items[at].id in allowed:
                return self._items[at]
            at += step
        return None

    def in_order(self) -> list[Mention]:
        """Return all mentions by begin."""
        return list(self._items)


def _begin(mention: Mention) -> int:
    return mention.fragments[0].begin
