"""Alt and a letter lead to one thing in each dialog, in each language."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QWidget

from dateline.gui.i18n import install_translation, languages
from tests.gui.test_named import DIALOGS, opened_by
from tests.gui.whole import Whole


@pytest.fixture(params=languages())
def language(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[str]:
    """The window speaks it; asked for before the window."""
    before, made = QLocale(), install_translation(qapp, request.param)
    yield request.param
    for translator in made:
        qapp.removeTranslator(translator)
        translator.setParent(None)
    QLocale.setDefault(before)


def letters(top: QWidget) -> Counter[str]:
    """Return the letters that go with Alt, also of fields and boxes that come with another choice."""
    labels = [label.text() for label in top.findChildren(QLabel) if label.buddy() is not None]
    boxes = [box.text() for box in top.findChildren(QCheckBox)]
    texts = [*labels, *boxes, *(b.text() for b in top.findChildren(QPushButton) if not b.isHidden())]
    plain = [text.replace("&&", "") for text in texts]
    return Counter(text[text.index("&") + 1].lower() for text in plain if "&" in text)


@pytest.mark.parametrize("action", DIALOGS)
def test_no_two_share_a_letter(language: str, whole: Whole, action: str) -> None:
    opened = opened_by(whole, action)
    shared = [letter for letter, count in letters(opened).items() if count > 1]
    assert shared == [], language
    opened.close()
