"""Reasons for dates are said in the window's language as far as there are words for them."""

from pathlib import Path

import pytest

import dateline.chronology
from dateline.chronology import resolve
from dateline.gui.rule_words import GRANULARITIES, PARTS, rule_said
from dateline.gui.time_text import reason
from dateline.model.annotation import TimeValue
from dateline.model.when import Granularity


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("read as “may 5, 2024”; day, month and year", "“may 5, 2024” olarak okundu; gün, ay ve yıl"),
        ("weekday: the last one up to publication", "haftanın günü: yayına kadarki sonuncusu"),
        ("a rule of the future; year", "a rule of the future; yıl"),
        ("a rule: of the future", "a rule: of the future"),
        ("", ""),
    ],
)
def test_reasons_are_said_in_turkish_as_far_as_there_are_words(turkish: None, rule: str, told: str) -> None:
    assert rule_said(rule) == told


def test_the_date_card_says_why_in_turkish(turkish: None) -> None:
    reading = resolve("5 Mayıs 2024", "2024-05-06", language="tr")
    value = TimeValue("m", reading.value, reading.when, rule=reading.rule, anchor=reading.anchor)
    told = reason(value, "5 Mayıs 2024", "2024-05-06")
    assert told == "gün · “5 Mayıs 2024” ifadesinden\n“may 5, 2024” olarak okundu; gün, ay ve yıl"


def test_without_a_translation_reasons_are_as_the_rules_give_them() -> None:
    assert rule_said("read as “may 5”; weekday: the nearest") == "read as “may 5”; weekday: the nearest"


def test_every_reason_that_has_words_is_one_of_the_rules() -> None:
    """A reason reworded in a rule is to be reworded here, too."""
    sources = "".join(p.read_text("utf-8") for p in Path(dateline.chronology.__path__[0]).rglob("*.py"))
    assert [p for p in PARTS if p not in sources] == []
    assert set(GRANULARITIES) == {g.value for g in Granularity}
