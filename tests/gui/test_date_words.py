"""Dates that are read speak the window's language, on the axis and in labels."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from dateline.gui.date_words import label
from dateline.gui.i18n import install_translation, locale_for
from dateline.gui.timeline.ticks import ticks
from dateline.model.calendar import from_iso
from dateline.model.label import label as label_in_english
from dateline.model.when import when_from_value


@pytest.fixture
def turkish(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    made = install_translation(qapp, "tr")
    yield
    QLocale.setDefault(before)
    for translator in made:
        qapp.removeTranslator(translator)
        if isinstance(translator, QTranslator):
            translator.setParent(None)


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
        ("2018-SP", "", "ilkbahar 2018"),
        ("2018-04-19TMO", "", "19 Nis 2018, sabah"),
        ("2018-W16", "", "16 Nis 2018 haftası"),
        ("19", "", "20. yüzyıl"),
        ("BC0044", "", "MÖ 44"),
        ("2018-Q2", "APPROX", "yakl. 2. çeyrek 2018"),
    ],
)
def test_labels(turkish: None, value: str, mod: str, said: str) -> None:
    when = when_from_value(value, mod)
    assert when is not None
    assert label(when) == said
    assert label_in_english(when) != said


def test_without_a_translation_dates_are_english(qapp: QApplication) -> None:
    when = when_from_value("2018-SP", "")
    assert when is not None
    assert label(when) == label_in_english(when) == "spring 2018"


def test_the_systems_own_way_of_writing_is_kept_where_it_speaks_the_language() -> None:
    assert locale_for("en", QLocale("en_GB")).name() == "en_GB"
    assert locale_for("tr", QLocale("en_GB")).language() is QLocale.Language.Turkish
    assert locale_for("en", QLocale("tr_TR")).language() is QLocale.Language.English
