"""Which part of a split the next group of articles comes into, by lot or in the order of dates."""

from collections.abc import Callable

# from a group's size, the number drawn for it and how many groups are left with it, to the name of its part
Place = Callable[[int, str, int], str]


def placed_by_date(lacking: dict[str, int], asked: list[str]) -> Place:
    """Fill the parts one after the other; a group goes where most of it still fits.

    None is passed over empty while there are groups for all, and the last groups are left to the last parts.
    """
    parts = list(asked)
    begun = False  # whether the first of them has a group

    def place(size: int, _: str, left: int) -> str:
        nonlocal begun
        while len(parts) > 1 and _is_full(size, left):
            parts.pop(0)
            begun = False
        begun = True
        return parts[0]

    def _is_full(size: int, left: int) -> bool:
        if begun:
            return left < len(parts) or lacking[parts[0]] * 2 < size
        return left < len(parts) and lacking[parts[0]] * 2 < size

    return place


def placed_by_lot(lacking: dict[str, int], asked: list[str]) -> Place:
    """Draw among the parts a group fits in; the last groups are left to the parts that have none."""
    empty = dict.fromkeys(asked)

    def place(size: int, number: str, left: int) -> str:
        open_ = {name: lacking[name] for name in empty} if left <= len(empty) else lacking
        name = _part_for(size, int(number, 16), open_)
        empty.pop(name, None)
        return name

    return place


def _part_for(size: int, number: int, lacking: dict[str, int]) -> str:
    fitting = {name: room for name, room in lacking.items() if room >= size}
    if not fitting:
        return max(lacking, key=lambda name: lacking[name])
    at = number * sum(fitting.values()) >> 256
    for name, room in fitting.items():
        if at < room:
            return name
        at -= room
    raise AssertionError("the number is below the sum")
