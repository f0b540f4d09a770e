"""Line ends that wrap a paragraph, and those that end something."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.text import sentences
from dateline.model.wrapping import unwrapped

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
        "利比亚外长星期一在边境城市会晤\n双方在九个小时的谈判之后签署了关于粮食过境的条约。\n农民封锁了两条道路。",
        "",
        "\n\r\n",
    ],
)
def test_lines_of_their_own_stay_so(text: str) -> None:
    assert unwrapped(text) == text


@given(st.text(st.sampled_from("aB. !?\n\r\u2028-\t") | st.characters(), max_size=400))
def test_only_line_ends_change_and_nothing_moves(text: str) -> None:
    plain = unwrapped(text)
    assert len(plain) == len(text)
    assert all(a == b or (a in "\r\n" and b == " ") for a, b in zip(text, plain, strict=True))
