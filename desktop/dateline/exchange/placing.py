"""Which part of a split each group of articles comes into, in the order of dates or by lot."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import chain

from dateline.scratch import Ledger, Sorter

# from a group's size and how many groups are left with it to the name of its part
Place = Callable[[int, int], str]
_LOTS = 1 << 256  # a lot is below


def placed_by_date(lacking: dict[str, int], asked: Sequence[str]) -> Place:
    """Fill the parts one after the other; a group goes where most of it still fits.

    None is passed over empty while there are groups for all, and the last groups are left to the last parts.
    """
    parts = list(asked)
    begun = False  # whether the first of them has a group

    def place(size: int, left: int) -> str:
        nonlocal begun
        while len(parts) > 1 and _is_full(size, left):
            parts.pop(0)
            begun = False
        begun = True
        lacking[parts[0]] -= size
        return parts[0]

    def _is_full(size: int, left: int) -> bool:
        if begun:
            return left < len(parts) or lacking[parts[0]] * 2 < size
        return left < len(parts) and lacking[parts[0]] * 2 < size

    return place


def placed_by_lot(groups: Iterable[tuple[str, str, int]], quotas: Mapping[str, int]) -> Ledger:
    """Return the part of each group; they come as (lot, group, size), the lot in 64 hexadecimal digits.

    The parts lie one after the other on a line, each as long as its quota, and a group has its order there by its lot
    alone. So a group that is new or grows moves itself, and of the others those beside the border of two parts, about
    as many articles as it has. More move where large groups are about: one that has no room any more takes that of
    others, up to several times its size.

    A group that has no room where a part ends comes into the next one, and smaller ones behind it fill that part up.
    What is larger than the smallest part is placed before the rest, the largest first, each in the part its place is in
    or, where it has no room there, in one it fits in; else where most is lacking. The last groups are left to the parts
    that have none.
    """
    part_of, room = Ledger(), dict(quotas)
    none_yet = dict.fromkeys(quotas)
    large, line, left, small = Sorter(3), Sorter(3), 0, 0
    for lot, group, size in groups:
        left += 1
        if size > min(quotas.values()):
            large.add(-size, lot, group)
        else:
            line.add(lot, group, size)
            small += size
    few = left <= len(none_yet)  # each has a part of its own, and some parts none
    for less, lot, group in chain(large, ((-size, lot, group) for lot, group, size in line) if few else ()):
        open_ = none_yet if left <= len(none_yet) else room
        part_of[group] = name = _part_for(-less, lot, {n: room[n] for n in open_}, quotas)
        room[name] += less
        none_yet.pop(name, None)
        left -= 1
    if few:
        return part_of
    room = shares(small, {name: max(free, 0) for name, free in room.items()})  # where one is too large, others lack
    last = list(quotas)[-1]
    for name in quotas:
        none_yet.pop(name, None)
        if name == last:
            for _, group, _ in line:
                part_of[group] = name
        else:
            line, left = _filled(name, room[name], line, left, len(none_yet), part_of)
    return part_of


def _filled(name: str, room: int, line: Sorter, left: int, kept: int, part_of: Ledger) -> tuple[Sorter, int]:
    """Fill a part from a line of `left` groups, all but the last `kept`; return what is left of it, and how many.

    Room that nothing fits in goes to the group nearest on the line that comes closest to it.
    """
    rest, skipped = Sorter(3), dict[int, tuple[str, str]]()  # the first of each size
    for lot, group, size in line:
        if size <= room and left > kept:
            part_of[group] = name
            room -= size
            left -= 1
        else:
            rest.add(lot, group, size)
            if room:
                skipped.setdefault(size, (lot, group))
    size = min(skipped, key=lambda size: (abs(size - room), skipped[size]), default=0)
    if left <= kept or not 0 < size < 2 * room:
        return rest, left
    part_of[skipped[size][1]] = name
    line = Sorter(3)
    for lot, group, size in rest:
        if group not in part_of:
            line.add(lot, group, size)
    return line, left - 1


def _part_for(size: int, lot: str, room: Mapping[str, int], quotas: Mapping[str, int]) -> str:
    """Return the part of a large group: its place is in it, or, by what they are to hold, in one it fits in.

    Where it fits in none, it is the one that lacks most.
    """
    for names in (list(quotas), [name for name in room if room[name] >= size]):
        at = int(lot, 16) * sum(quotas[name] for name in names)
        for name in names:
            at -= quotas[name] * _LOTS
            if at < 0:
                if room.get(name, -1) >= size:
                    return name
                break
    return max(room, key=lambda name: room[name])


def shares(total: int, weights: Mapping[str, int | Fraction]) -> dict[str, int]:
    """Return whole sizes that add up to `total`, by the method of largest remainders.

    A part that would be left with nothing takes from one that was rounded up, so that none is far from its share; from
    the largest where none was.
    """
    whole = sum(weights.values())
    exact = {name: Fraction(total) * weight / whole if whole else Fraction() for name, weight in weights.items()}
    quotas = {name: int(share) for name, share in exact.items()}
    by_remainder = sorted(quotas, key=lambda name: quotas[name] - exact[name])
    for name in by_remainder[: total - sum(quotas.values())]:
        quotas[name] += 1
    for name in [n for n, share in exact.items() if share and not quotas[n]]:
        several = [n for n, quota in quotas.items() if quota > 1]
        more = [n for n in several if quotas[n] > exact[n]] or several
        if more:
            quotas[max(more, key=lambda n: quotas[n])] -= 1
            quotas[name] += 1
    return quotas
