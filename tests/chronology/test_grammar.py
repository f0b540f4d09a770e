"""The grammar of the three languages reads or refuses whatever words of time stand in a row; it never breaks."""

from collections.abc import Iterator, Sequence
from itertools import product
from re import _constants as code
from re import _parser as parser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.chronology import Found, find, foreign, resolve
from dateline.chronology.finder import Finder
from dateline.chronology.languages import grammar
from dateline.chronology.languages.words import UNITS, Token
from dateline.chronology.rules.rule import RuleTable
from dateline.model.text import Span
from tests.conftest import ExpectLog

PUBLISHED = "2018-04-19"
LENGTH = 4
# What the words of a letter may stand for; where one differs from the others in how it is built, more than one.
VALUES: dict[str, tuple[str, ...]] = {
    "M": ("may",), "W": ("monday",), "N": ("5", "180", "3-4"), "Q": ("2", "100", "several"), "V": ("first", "20"),
    "Y": ("2012", "2012-2013"), "D": ("90", "1990"), "T": ("last", "the same", "recent", "before last"),
    "R": ("yesterday", "this year", "six months"), "S": ("spring",), "P": ("night", "afternoon"), "E": ("late", "mid"),
    "K": ("every",), "A": ("ago", "ago or earlier"), "L": ("later", "in"), "C": ("5:30",), "O": ("since", "from"),
    "B": ("until",), "G": ("to",), "X": ("before",), "F": ("after",), "&": ("and",), "-": ("at", "onto", ""),
    "t": ("time",), "~": ("days",), "e": ("weekend", "rest"), "z": ("times",), "j": ("later",), "l": ("early",),
    "½": ("and a half",), "p": ("noon",), "a": ("about",), "#": ("30.09.2024", "2024-09-30"), "u": ("13",),
    "H": ("victory day",), "b": ("bc",), **{letter: (unit,) for letter, unit in UNITS.items()},
    "y": ("the year", "short"), "d": ("day", "24 hours", "of its month"),
}  # fmt: skip
WORDS = {
    "kk": "дүйсенбі 5 3-4 наурыз жарым екі сағат күні жылы бұрын кейін түнде апта және 2018 9:30 қараған соңында",
    "tr": "pazartesi 5 3-4 Mart buçuk yarım iki saat günü yılında önce sonra gece hafta ve 2018 9.30 bağlayan sonu",
    "ru": "понедельник 5 3-4 марта полтора полчаса два часа ночь на в назад через неделю года и с половиной 9:30 конце",
    "en": "Monday 5 3-4 March half two hours night of at ago later week year and the 2018 9:30 end 5th a",
}


def _tokens(letters: Sequence[str], values: Sequence[str]) -> list[Token]:
    return [Token(x, v, Span(2 * i, 2 * i + 1)) for i, (x, v) in enumerate(zip(letters, values, strict=True))]


def _letters(parsed: Any, room: int) -> Iterator[str]:
    """Yield the strings of at most `room` letters that a parsed pattern matches, some of them more than once."""
    if not len(parsed):
        yield ""
        return
    (kind, argument), rest = parsed[0], parsed[1:]
    if kind is code.LITERAL:
        heads: Iterator[str] = iter([chr(argument)])
    elif kind is code.IN:
        heads = iter([chr(literal) for _, literal in argument])
    elif kind is code.SUBPATTERN:
        heads = _letters(argument[3], room)
    elif kind is code.BRANCH:
        heads = (one for branch in argument[1] for one in _letters(branch, room))
    else:
        assert kind is code.MAX_REPEAT, kind
        heads = iter(_repeated(*argument, room))
    for head in heads:
        if len(head) <= room:
            yield from (head + tail for tail in _letters(rest, room - len(head)))


def _repeated(low: int, high: int, inner: Any, room: int) -> list[str]:
    pieces = {piece for piece in _letters(inner, room) if piece}
    runs, last = {""} if low == 0 else set(), {""}
    for count in range(1, min(int(high), room) + 1):
        last = {head + piece for head in last for piece in pieces if len(head + piece) <= room}
        runs |= last if count >= low else set()
    return sorted(runs)


def test_every_row_of_the_grammar_builds_or_refuses_what_it_matches() -> None:
    """All runs of up to four letters that a row takes, with each kind of word that the letters stand for."""
    runs = {run for pattern, _ in grammar._GRAMMAR for run in _letters(parser.parse(pattern.pattern), LENGTH)}
    assert len(runs) > 2500
    for run in (run for run in runs if "," not in run):  # a comma is a filler before the rows are tried
        assert any(pattern.fullmatch(run) for pattern, _ in grammar._GRAMMAR)
        for values in product(*(VALUES[letter] for letter in run)):
            said = grammar.english(_tokens(run, values))
            assert said is None or said.strip()


def test_no_run_of_three_words_breaks_the_grammar() -> None:
    for count in (1, 2, 3):
        for run in product(VALUES, repeat=count):
            grammar.english(_tokens(run, [VALUES[letter][0] for letter in run]))


@given(st.lists(st.sampled_from([(x, v) for x, values in VALUES.items() for v in values]), max_size=9))
def test_no_run_of_words_breaks_the_grammar(run: list[tuple[str, str]]) -> None:
    grammar.english(_tokens([letter for letter, _ in run], [value for _, value in run]))


@pytest.mark.parametrize("language", WORDS)
def test_no_row_of_words_of_time_breaks_a_language(language: str) -> None:
    words = WORDS[language].split()
    for pair in product(words, repeat=2):
        find(" ".join(pair), PUBLISHED, language)
        resolve(" ".join(pair), PUBLISHED, language=language)


@given(st.sampled_from(sorted(WORDS)), st.data())
def test_no_words_of_time_break_the_finder_or_the_reader(language: str, data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(WORDS[language].split()), min_size=3, max_size=9))
    said = " ".join(words)
    find(said, PUBLISHED, language)
    resolve(said, PUBLISHED, language=language)


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("kk", "Келіссөз дүйсенбі жарым сағат созылды.", [("дүйсенбі", "2018-04-16"), ("жарым сағат", "PT30M")]),
        ("tr", "Görüşme pazartesi yarım saat sürdü.", [("pazartesi", "2018-04-16"), ("yarım saat", "PT30M")]),
        ("ru", "Переговоры в понедельник полчаса шли.", [("понедельник", "2018-04-16"), ("полчаса", "PT30M")]),
        ("kk", "3-4 жылы", [("3-4 жылы", "PXY")]),
        ("ru", "Он приходил в последние среды.", [("среды", "2018-04-18")]),
    ],
)
def test_a_day_and_half_an_hour_are_two_expressions(language: str, text: str, said: list[tuple[str, str]]) -> None:
    assert [(f.span.of(text), f.reading.value) for f in find(text, PUBLISHED, language)] == said


@pytest.mark.parametrize(
    ("language", "text", "rest"),
    [
        ("ru", "Он пришёл 5 мая. Через два дня ушёл.", ["Через два дня"]),
        ("kk", "Ол 5 мамырда келді. Екі күн бұрын кетті.", ["Екі күн бұрын"]),
        ("tr", "5 Mayıs'ta geldi. İki gün önce gitti.", ["İki gün önce"]),
    ],
)
def test_what_breaks_on_one_expression_is_logged_and_leaves_the_others(
    language: str, text: str, rest: list[str], monkeypatch: pytest.MonkeyPatch, expect_log: ExpectLog
) -> None:
    sound = foreign.english

    def breaks(tokens: Sequence[Token]) -> str | None:
        if any(t.letter == "M" for t in tokens):
            raise KeyError(tokens)
        return sound(tokens)

    monkeypatch.setattr(foreign, "english", breaks)
    expect_log("as a time broke")
    assert [f.span.of(text) for f in find(text, PUBLISHED, language)] == rest


def test_a_rule_that_breaks_leaves_the_other_expressions(
    monkeypatch: pytest.MonkeyPatch, expect_log: ExpectLog
) -> None:
    sound = RuleTable.matches

    def breaks(self: RuleTable, expression: str) -> Any:
        if "may" in expression:
            raise ValueError(expression)
        return sound(self, expression)

    monkeypatch.setattr(RuleTable, "matches", breaks)
    expect_log("as a time broke")
    text = "He came on 5 May. He left last week."
    assert [f.span.of(text) for f in find(text, PUBLISHED, "en")] == ["last week"]
    assert not resolve("5 May", PUBLISHED).value


def test_what_breaks_outside_of_the_rules_takes_nothing_of_what_was_found_before(
    monkeypatch: pytest.MonkeyPatch, expect_log: ExpectLog
) -> None:
    sound = Finder.find

    def breaks(self: Finder, *given: Any) -> Iterator[Found]:
        yield next(sound(self, *given))
        raise IndexError

    monkeypatch.setattr(Finder, "find", breaks)
    expect_log("as a time broke")
    assert [f.reading.value for f in find("He came on 5 May and left on 7 May 2018.", PUBLISHED, "en")] == [
        "2018-05-05"
    ]
