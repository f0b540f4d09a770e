"""How well a few typed letters fit a title: the ranking of the command palette."""

from dataclasses import dataclass

from dateline.model.text import fold

_START, _WORD, _RUN, _GAP = 12.0, 8.0, 5.0, -0.4


@dataclass(frozen=True, slots=True)
class Fit:
    """How well it fits (more is better), and which characters of the title were meant."""

    score: float
    at: tuple[int, ...]


def fit(sought: str, title: str) -> Fit | None:
    """Return how `sought` fits in `title`, or None when its letters are not all there in order.

    Case, diacritics and dotless ı are ignored. Words of `sought` may come in any order; letters count more
    at the beginning of the title, of a word, and in a row. An empty `sought` fits everything with 0.
    """
    letters = [fold(char) for char in title]  # one entry a character, so that positions stay true
    taken: set[int] = set()
    score = 0.0
    for word in fold(sought).split():
        found = _word(word, letters, taken)
        if found is None:
            return None
        score += found.score
        taken.update(found.at)
    return Fit(score - len(title) * 0.02, tuple(sorted(taken)))


def _word(word: str, letters: list[str], taken: set[int]) -> Fit | None:
    """Try every place the first letter can stand: a greedy match alone would miss "CP" in "acc Command Palette"."""
    starts = [i for i, letter in enumerate(letters) if i not in taken and letter and letter[0] == word[0]]
    fits = (_from(word, letters, start, taken) for start in starts)
    return max((f for f in fits if f), key=lambda f: f.score, default=None)


def _from(word: str, letters: list[str], start: int, taken: set[int]) -> Fit | None:
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


def _bonus(letters: list[str], i: int) -> float:
    if i == 0:
        return _START
    return _WORD if not letters[i - 1].isalnum() else 0.0
