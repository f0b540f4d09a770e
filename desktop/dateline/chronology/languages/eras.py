"""The grammar of years and centuries before and after Christ: "480 году до н. э.", "MÖ 5. ve 4. yüzyıllarda"."""

from collections.abc import Callable, Sequence

from dateline.chronology.languages.words import Token
from dateline.chronology.languages.words import value_of as _value


def _date_of_era(tokens: Sequence[Token]) -> str:
    """Read "15 марта 44 года до н. э.", "MÖ 44 yılının mart ayında"; the last figure is the year."""
    month = next(i for i, t in enumerate(tokens) if t.letter == "M")
    figures = [(i, t.value) for i, t in enumerate(tokens) if t.letter == "N"]
    if len(figures) > 1:
        return f"{tokens[month].value} {figures[0][1]}, {figures[1][1]} {_value(tokens, 'b')}"
    return f"{tokens[month].value} {figures[0][1]} {_value(tokens, 'b')}"


def _two_centuries(tokens: Sequence[Token]) -> str:
    """Read "в V—IV веках до н. э.", "MÖ 5. ve 4. yüzyıllarda"."""
    first, last = (f"{n}th" if (n := _value(tokens, "V", i)).isdigit() else n for i in (0, 1))
    return f"{first} and {last} centuries {_value(tokens, 'b')}".strip()


ERA_ROWS: tuple[tuple[str, Callable[[Sequence[Token]], str | None]], ...] = (
    ("[NY][yZ]?b|b[NY][yZ]?|bV", lambda t: f"{next(x.value for x in t if x.letter in 'NYV')} {_value(t, 'b')}"),
    ("NMNyb|bNMN|MNyb|bNyMm?|bMN|bNMNy", _date_of_era),
    ("O?N[G&]Ny?Z?b|bN[G&]N[yZ]?", lambda t: f"{_value(t, 'N')} to {_value(t, 'N', 1)} {_value(t, 'b')}"),
    ("S[NY]y?b|b[NY]y?S", lambda t: f"the {_value(t, 'S')} of {_value(t, 'N') or _value(t, 'Y')} {_value(t, 'b')}"),
    ("V[G&]Vcb?|bV[G&]Vc", _two_centuries),
)
