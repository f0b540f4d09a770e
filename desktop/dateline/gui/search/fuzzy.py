"""How well a few typed letters fit a title: the ranking of the command palette."""

from functools import lru_cache

from msgspec import Struct

from dateline.model.text import fold

_START, _WORD, _RUN, _GAP = 12.0, 8.0, 5.0, -0.4


class Fit(Struct, frozen=True):
    """How well it fits (more is better), and which characters of the title were meant."""

    score: float
    at: tuple[int, ...]


def fit(sought: str, title: str) -> Fit | None:
    """Return how `sought` fits in `title`, or None when its letters are not all there in order.

    Case, diacritics and dotless ı are ignored. Words of `sought` may come in any order; letters count more
    at the beginning of the title, of a word, and in a row. An empty `sought` fits everything with 0.
    """
    letters, joined = _letters(title)
    taken: set[int] = set()
    score = 0.0
    for word in fold(sought).split():
        if any(letter not in joined for letter in word):  # nearly every title of a big project ends here
            return None
        found = _run_at_word(word, letters, joined, taken) or _word(word, letters, taken)
        if found is None:
            return None
        score += found.score
        taken.update(found.at)
    return Fit(score - len(title) * 0.02, tuple(sorted(taken)))


@lru_cache(maxsize=20_000)
def _letters(title: str) -> tuple[tuple[str, ...], str]:
    """Return the title folded, one entry a character so that positions stay true, and the same in one."""
    letters = tuple(title.lower()) if title.isascii() else tuple(fold(char) for char in title)
    return letters, "".join(letters)


def _run_at_word(word: str, letters: tuple[str, ...], joined: str, taken: set[int]) -> Fit | None:
    """The usual case, without trying every letter: the word as it stands at the beginning of a word."""
    if len(letters) != len(joined):
        return None
    start = joined.find(word)
    while start >= 0:
        if (bonus := _bonus(letters, start)) and not (taken and taken.intersection(range(start, start + len(word)))):
            return Fit(1.0 + bonus + (len(word) - 1) * (1.0 + _RUN), tuple(range(start, start + len(word))))
        start = joined.find(word, start + 1)
    return None


def _word(word: str, letters: tuple[str, ...], taken: set[int]) -> Fit | None:
    """Try every place the first letter can stand: a greedy match alone would miss "CP" in "acc Command Palette"."""
    first = word[0]
    starts = [i for i, letter in enumerate(letters) if letter[:1] == first and i not in taken]
    fits = (_from(word, letters, start, taken) for start in starts)
    return max((f for f in fits if f), key=lambda f: f.score, default=None)


def _from(word: str, letters: tuple[str, ...], start: int, taken: set[int]) -> Fit | None:
    """A match that begins inside a word has to be one run; from the beginning of a word it may go on at the next."""
    at: list[int] = []
    score, i, rest = 0.0, start, word
    anchored = _bonus(letters, start) > 0
    while rest:
        if i >= len(letters):
            return None
        here = letters[i]
        run = bool(at) and at[-1] == i - 1
        may = run or not at or (anchored and _bonus(letters, i) > 0)
        if here and i not in taken and rest.startswith(here) and may:
            score += 1.0 + (_RUN if run else _bonus(letters, i))
            at.append(i)
            rest = rest[len(here) :]
        elif at:
            score += _GAP
        i += 1
    return Fit(score, tuple(at))


def _bonus(letters: tuple[str, ...], i: int) -> float:
    if i == 0:
        return _START
    return _WORD if not letters[i - 1].isalnum() else 0.0
