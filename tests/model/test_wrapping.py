"""Line ends that wrap a paragraph, and those that end something."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import wrapping
from dateline.model.text import Span, sentence_at, sentences
from dateline.model.wrapping import unwrapped, unwrapped_near, unwrapped_part

WIRE = (
    "The foreign ministers of Lorvia and Sarnia met in the border town of\n"
    "Kell on Monday, where after nine hours of argument they signed a\n"
    "treaty on the transit of grain and timber through the Sarnian\n"
    "lowlands. The treaty will be put before both parliaments now, Mr.\n"
    "Tamm told reporters."
)
WIRE_SENTENCES = [
    "The foreign ministers of Lorvia and Sarnia met in the border town of Kell on Monday, where after nine hours of "
    "argument they signed a treaty on the transit of grain and timber through the Sarnian lowlands.",
    "The treaty will be put before both parliaments now, Mr. Tamm told reporters.",
]
ONE_LINE_EACH = (
    "Ministers of Lorvia and Sarnia sign a treaty on grain after nine hours of talks\n"
    "By Our Correspondent in the border town of Kell\n"
    "The foreign ministers of Lorvia and Sarnia met in the border town of Kell on Monday, where after nine hours of "
    "argument they signed a treaty on the transit of grain and timber through the lowlands.\n"
    "What the treaty says about the transit of timber\n"
    "The treaty will be put before both parliaments before the end of the year.\n"
    "iTransit, a company that carries timber, said that it welcomed what was signed, and that its trains were ready.\n"
)


def _sentences(text: str) -> list[str]:
    return [" ".join(s.of(text).split()) for s in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The ministers of both countries said in the border town of Kell on Monday that they wanted to end the war. "
        "The farmers, who had waited for it since the spring, said to the UN. They would rather sell at home.",
        "Президент сообщил в понедельник журналистам в пограничном городе, что новый договор — это большая победа для "
        "обеих стран, и что переговоры — трудные и долгие — завершились успешно для всех участников.",
        "The minister, who came to Kell on Monday with his secretary and two guards by the morning train, told the "
        "press that he had one thing to say: nobody would be let through before the treaty was signed by all.",
        "The number of those who had come to the border town by the morning train, as the police of both countries "
        "counted them, rose from 9 to 15. They said that they had come to protest against the treaty, of which they "
        "had heard only on Monday, in Hall 7. It was closed to them when they came, and nobody told them why it was.",
    ],
)
def test_no_word_or_sign_at_the_head_of_a_line_cuts_a_sentence(text: str) -> None:
    expected = _sentences(text)
    lines = [textwrap.fill(text, width, break_on_hyphens=False) for width in range(50, 100)]
    assert [_sentences(t) for t in lines if t.count("\n") > 1 and _sentences(t) != expected] == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_end_that_wraps_a_paragraph_ends_no_sentence(end: str) -> None:
    assert _sentences(WIRE.replace("\n", end)) == WIRE_SENTENCES


@pytest.mark.parametrize(
    ("before", "apart"),
    [
        ("Lorvia and Sarnia sign a treaty\n", ["Lorvia and Sarnia sign a treaty"]),
        ("By Our Correspondent\nKELL, Monday\n", ["By Our Correspondent", "KELL, Monday"]),
        ("Source: the Kell Courier\nDate: Monday\n\n", ["Source: the Kell Courier", "Date: Monday"]),
        ("- grain and timber\n- the lowlands\n", ["- grain and timber", "- the lowlands"]),
        ("http://kell.example/" + "a" * 90 + "\n", ["http://kell.example/" + "a" * 90]),
        (  # as full as the lines below are
            "Ministers of Lorvia and of Sarnia sign a treaty on grain and timber\n",
            ["Ministers of Lorvia and of Sarnia sign a treaty on grain and timber"],
        ),
        (  # a headline of two lines
            "Ministers of Lorvia and Sarnia sign a treaty on grain and timber\nafter nine hours of talks\n\n",
            ["Ministers of Lorvia and Sarnia sign a treaty on grain and timber after nine hours of talks"],
        ),
    ],
)
def test_what_stands_above_a_wrapped_paragraph_is_no_part_of_it(before: str, apart: list[str]) -> None:
    text = f"{before}{WIRE}\n\n{WIRE}\n"
    assert _sentences(text) == [*apart, *WIRE_SENTENCES, *WIRE_SENTENCES]


def test_a_new_paragraph_that_is_indented_begins_a_sentence() -> None:
    text = WIRE.removesuffix(".") + "\n  " + WIRE.replace("of\n", "\nof ", 1)
    assert _sentences(text)[1].endswith("told reporters")
    assert _sentences(text)[2].startswith("The foreign")


@pytest.mark.parametrize(
    "text",
    [
        ONE_LINE_EACH,
        "Headline of a report about what was said in Kell\niPhones were sold " + "and sold again " * 30 + ".",
        "Who: the ministers of Lorvia and of Sarnia\nWhere: Kell, in the lowlands\nWhen: Monday",
        "Ankara, Turkey\nAstana, Kazakhstan\nBishkek, Kyrgyzstan\nTashkent, Uzbekistan",
        "apples and pears\nbread\nmilk, butter and cheese\nsalt",
        "The river went its way\nBeyond the hills of Kell\nAnd no one there could say\nIf all with it was well",
        "the river went its way\nbeyond the hills of kell\nand no one there could say\nif all with it was well",
        "1. Ministers of Lorvia and Sarnia meet in the border town of Kell\n2. farmers block two roads in protest",
        "ministers of lorvia and sarnia sign a treaty on grain in kell\n"
        "farmers block two roads in protest against the treaty on grain\n"
        "parliament of sarnia to vote on the treaty before year's end\n"
        "prices of timber fall for the third month in a row in lorvia",
        "lorvia,grain,treaty,signed,kell,monday,ministers,nine hours,transit.\n"
        "sarnia,timber,treaty,refused,tamm,tuesday,parliament,two hours,lowlands.\n"
        "lorvia,timber,tariff,raised,capital,friday,president,one hour,border.",
        "lorvia\tgrain\ta treaty was signed\tkell\tmonday\tthe ministers met.\n"
        "sarnia\ttimber\ta treaty was refused\ttamm\ttuesday\tparliament met.\n"
        "lorvia\ttimber\ta tariff was raised\tkell\tfriday\tthe president met.",
        "> the treaty is good for both countries and for the farmers above\n"
        "> who have waited for it since the spring and will be glad of it.\n"
        "> so it is said by those who have read it from the first page on.",
        "anna: did you see what the minister said in the hall yesterday\n"
        "bela: yes and i could not believe that he said it to the press\n"
        "anna: he said the treaty was dead before the talks had even begun.",
        "The parties agreed on the following points for the transit of grain:\n"
        "grain of the first quality is to be let through without any duty;\n"
        "timber is to be let through on payment of a duty of five per cent;\n"
        "coal is not to be let through at all before the end of the year.",
        "利比亚外长星期一在边境城市会晤\n双方在九个小时的谈判之后签署了关于粮食过境的条约。\n农民封锁了两条道路。",
        "",
        "\n\r\n",
    ],
)
def test_lines_of_their_own_stay_so(text: str) -> None:
    assert unwrapped(text) == text


def test_what_was_unwrapped_is_not_unwrapped_again() -> None:
    paragraphs = [textwrap.fill(f"{' '.join(WIRE_SENTENCES)} " * 2, width) for width in (50, 60, 76, 90, 120)]
    text = "\n\n".join(paragraphs)
    plain = unwrapped(text)
    assert plain != text
    assert unwrapped(plain) is plain
    part = unwrapped_part(text, 40, len(text))
    assert part == plain[40:] == unwrapped(part)
    assert type(plain[40:]) is str  # to be stored: msgspec encodes no other
    assert unwrapped_near(plain, 0, 9) is plain
    assert [sentence_at(plain, at) for at in range(len(text))] == [sentence_at(text, at) for at in range(len(text))]


def test_a_place_in_a_long_text_is_read_from_what_stands_around_it(monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"{WIRE}\n\n" * 20_000
    at = text.index("\nKell", 1_000_000)
    looked_at: list[int] = []
    told = wrapping._wrapping
    monkeypatch.setattr(wrapping, "_wrapping", lambda text, **top: looked_at.append(len(text)) or told(text, **top))
    sentence = sentence_at(text, at)
    assert sentence is not None
    assert " ".join(sentence.of(text).split()) == WIRE_SENTENCES[0]
    near = unwrapped_near(text, at, at + 5)
    assert len(near) == len(text)
    assert sentence.of(near) == sentence.of(text).replace("\n", " ")
    assert sum(looked_at) < 100_000


def test_the_sentences_of_a_part_are_those_of_the_whole() -> None:
    text = f"{WIRE}\n\n" * 200
    whole = list(sentences(text))
    begin = whole[21].begin
    assert list(sentences(text, begin)) == whole[21:]
    assert {sentence_at(text, s.begin) for s in whole} == set(whole)
    assert list(sentences(text, begin, begin + 9)) == [Span(begin, begin + 9)]


@given(st.text(st.sampled_from("aB. !?\n\r\u2028-\t") | st.characters(), max_size=400))
def test_only_line_ends_change_and_nothing_moves(text: str) -> None:
    plain = unwrapped(text)
    assert len(plain) == len(text)
    assert all(a == b or (a in "\r\n" and b == " ") for a, b in zip(text, plain, strict=True))
