"""Dates that are read speak the window's language, on the axis and in labels."""

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from dateline.exchange.published import normalised_published
from dateline.gui.date_words import as_typed, label
from dateline.gui.i18n import locale_for
from dateline.gui.timeline.ticks import ticks
from dateline.gui.widgets.wording import why
from dateline.model.calendar import from_iso
from dateline.model.date_input import parse_date_input
from dateline.model.label import label as label_in_english
from dateline.model.when import mod_from_when, value_from_when, when_from_value
from tests.model.test_date_input import MODS, values


def _axis(begin: str, end: str) -> tuple[list[str], list[str]]:
    shown = ticks(from_iso(begin), from_iso(end), 1000, lambda text: 7.0 * len(text))
    return [t.label for t in shown.fine], [t.label for t in shown.context]


def test_the_axis_names_days_and_months(turkish: None) -> None:
    assert _axis("2023-03-12T02:00", "2023-03-13T03:00")[1] == ["Paz 12 Mar 2023", "Pzt 13 Mar 2023"]
    fine, context = _axis("2018-04-17", "2018-04-28")
    assert "Per 19" in fine
    assert context == ["Nisan 2018"]
    assert "Ağu" in _axis("2018-02-10", "2019-03-10")[0]


@pytest.mark.parametrize(
    ("value", "mod", "said"),
    [
        ("2018-04-19", "", "19 Nis 2018"),
        ("2018-04", "START", "Nis 2018 başı"),
        ("2018", "MID", "2018 ortası"),
        ("2018-SP", "", "2018 ilkbaharı"),
        ("2018-WI", "END", "2018–19 kışı sonu"),
        ("2018-SP/2018-SU", "", "2018 ilkbaharı – 2018 yazı"),
        ("2018-H1", "", "2018 yılının 1. yarısı"),
        ("2018-04-19TMO", "", "19 Nis 2018, sabah"),
        ("2018-W16", "", "16 Nis 2018 haftası"),
        ("19", "", "20. yüzyıl"),
        ("BC0044", "", "MÖ 44"),
        ("2018-Q2", "APPROX", "yakl. 2018 yılının 2. çeyreği"),
    ],
)
def test_labels(turkish: None, value: str, mod: str, said: str) -> None:
    when = when_from_value(value, mod)
    assert when is not None
    assert label(when) == said
    assert label_in_english(when) != said


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("19 Nisan 2018", "2018-04-19"),
        ("19 NİSAN 2018, Sabah", "2018-04-19TMO"),
        ("2018 ilkbaharı", "2018-SP"),
        ("2018 yılının 3. çeyreği", "2018-Q3"),
        ("14-15 May 2018", "2018-05-14/2018-05-15"),
        ("19 Apr 2018", "2018-04-19"),
        ("2018-04-19T14:30", "2018-04-19T14:30"),
        ("MÖ 44", "BC0044"),
        ("10 MAYIS 2019", "2019-05-10"),
        ("KASIM 2019", "2019-11"),
        ("Kasim 2019", "2019-11"),
        ("12 ARALIK 2019, AKŞAM", "2019-12-12TEV"),
        ("2019 KIŞI", "2019-WI"),
        ("NISAN 2018", "2018-04"),
        ("MID-APRIL 2018", "2018-04"),
    ],
)
def test_what_is_typed_in_turkish_or_english_is_read(turkish: None, typed: str, value: str) -> None:
    assert parse_date_input(as_typed(typed))[0] == value


@pytest.mark.parametrize(
    ("typed", "english"),
    [
        ("perşembe", "thu"),
        ("Per", "thu"),
        ("PAZARTESİ", "mon"),
        ("SALI", "tue"),
        ("cumartesi günü", "sat"),
        ("geçen perşembe", "last thu"),
        ("Gelecek Çarşamba günü", "next wed"),
        ("bu pazar", "this sun"),
        ("perşembe 14:30", "thu 14:30"),
        ("perşembe, akşam", "thu evening"),
        ("bugün", "today"),
        ("dün", "yesterday"),
        ("yarın, 14:30", "tomorrow, 14:30"),
        ("salı – çarşamba", "tue - wed"),
        ("yakl. perşembe", "c. thu"),
        ("thu", "thu"),
    ],
)
def test_days_counted_from_another_are_read_in_turkish_as_in_english(turkish: None, typed: str, english: str) -> None:
    for published in ("2018-04-19", "2018-04-21"):
        assert parse_date_input(as_typed(typed), published) == parse_date_input(english, published)


@pytest.mark.parametrize("typed", ["Geçen Yıl", "bu ay", "Hakan günü"])
def test_what_is_no_day_is_left_as_it_was_typed(turkish: None, typed: str) -> None:
    assert as_typed(typed) == typed


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("bir gün", "'bir gün' okunabilen bir tarih değil: "),
        ("perşembe", "'perşembe' yayın tarihinden sayılır"),
        ("31 Nisan 2018", "takvimde '31 Nisan 2018' yok"),
        ("5/6/2018", "'5/6/2018' 2018-05-06 ya da 2018-06-05 olabilir"),
        ("19 Nisan", "'19 Nisan' yılı söylemiyor"),
    ],
)
def test_why_a_date_is_refused_is_said_in_turkish(turkish: None, typed: str, told: str) -> None:
    with pytest.raises(ValueError, match=r"date|year|calendar|can be") as refused:
        parse_date_input(as_typed(typed), "", typed)
    assert why(refused.value).startswith(told)
    assert repr(typed) in str(refused.value)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("6 Foo 2024", "'6 Foo 2024' anlaşılan bir tarih değil"),
        ("31 Nisan 2018", "'31 Nisan 2018' takvimde olmayan bir tarih"),
        ("5/4/2018", "'5/4/2018' iki türlü okunabilir"),
    ],
)
def test_why_a_date_of_publication_is_refused_is_said_in_turkish(turkish: None, written: str, told: str) -> None:
    with pytest.raises(ValueError, match=r"date|two ways") as refused:
        normalised_published(written)
    assert why(refused.value).startswith(told)


def test_what_cannot_be_read_is_named_as_it_was_typed(turkish: None) -> None:
    assert as_typed("Bir Gün") == "Bir Gün"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values(), st.sampled_from(MODS))
@example("BC0044-03-15", "")
@example("BC0044-SP", "MID")
@example("BC0044-Q1", "END")
@example("199", "END")
@example("200", "MID")
@example("201", "ON_OR_AFTER")
@example("190/191", "")
@example("BC004", "END")
@example("BC010", "")
@example("BC02", "APPROX")
@example("20", "MID")
@example("2026-W09/2026-W10", "")
@example("2026-03-05T14/2026-03-05T16", "")
@example("2025-12/2026-02", "APPROX")
@example("2018-SP/2018-WI", "")
@example("2018-Q1/2018-Q2", "APPROX")
@example("2018-04-19/2018-04-20", "ON_OR_BEFORE")
@example("BC0044-03/BC0044-04", "")
@example("BC0044/BC0040", "")
@example("2018-04-19TMO", "START")
def test_what_is_shown_in_turkish_can_be_typed_back(turkish: None, value: str, mod: str) -> None:
    when = when_from_value(value, mod)
    assume(when is not None and not ("T09:30" in value and mod in ("MID", "END")))
    assert when
    again = parse_date_input(as_typed(label(when)))[1]
    assert (value_from_when(again), mod_from_when(again)) == (value_from_when(when), mod_from_when(when)), label(when)


def test_without_a_translation_dates_are_english(qapp: QApplication) -> None:
    when = when_from_value("2018-SP", "")
    assert when is not None
    assert label(when) == label_in_english(when) == "spring 2018"


def test_the_systems_own_way_of_writing_is_kept_where_it_speaks_the_language() -> None:
    assert locale_for("en", QLocale("en_GB")).name() == "en_GB"
    assert locale_for("tr", QLocale("en_GB")).language() is QLocale.Language.Turkish
    assert locale_for("en", QLocale("tr_TR")).language() is QLocale.Language.English
