"""The dateline of a report is told from words that only look like one."""

import pytest

from dateline.assist.datelines import dateline_at


@pytest.mark.parametrize(
    "head",
    [
        "OSLO, May 4 — ",
        "LIMA (Wire) – June 2 – ",
        "MADRID, 12 March (Wire) -- ",
        "Tashkent, Jan. 9: ",
        "VIENNA, Austria (Wire), Oct 3 - ",
        "ROME - ",
        "ROME, Italy (Wire) -- ",
        "(OSLO) May 4 — ",
        "[OSLO], May 4 — ",
        "OSLO/LIMA, May 4, 2022 (Wire) - ",
        "МОСКВА, 17 марта — ",
        "ANKARA, 17.03.2024 – ",
        "OSLO, May 4 (Wire): ",
        "San José, Costa Rica, May 4—",
        "OSLO, Monday — ",
    ],
)
def test_where_and_when_a_report_was_sent(head: str) -> None:
    text = f"Title\n{head}Norway met Chile."
    found = dateline_at(text, text.index(head[1:4]))
    assert found is not None
    assert found.of(text) == head


@pytest.mark.parametrize(
    "text",
    [
        "On May 4 — his birthday — Akar met Blinken.",
        "Norway: protests grow.",
        "Oslo–Lima flights resume.",
        "Norway-Chile talks.",
        "Akar met Blinken on May 4 — not in May.",
        "A deal, signed on May 4 — so it seems — ended.",
        "",
    ],
)
def test_what_only_looks_like_it(text: str) -> None:
    assert dateline_at(text, 0) is None


def test_only_the_head_of_a_line_is_one() -> None:
    text = "x" * 500 + " OSLO, May 4 — Norway met Chile."
    assert dateline_at(text, text.index("May")) is None
