"""Wordings as sentences: our own words begin with a capital, names of files and of a person's making stay."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from dateline.exchange.problems import Problem
from dateline.gui.i18n import install_translation
from dateline.gui.widgets.wording import begun, sentence, where
from dateline.model.wording import Advice, Wording


def test_a_text_begins_with_a_capital_unless_a_name_begins_it() -> None:
    assert begun("two parts of 'Held/held' have the same name") == "Two parts of 'Held/held' have the same name"
    assert begun(Wording("{tag} names no label", {"tag": "b-x"})) == "b-x names no label"
    assert begun(Advice("mark it", "--mark")) == "Mark it"
    assert begun("") == ""


@pytest.mark.parametrize(
    ("wording", "said"),
    [
        (Wording("removed {files}", {"files": "a.txt"}), "Removed a.txt."),
        (Wording("{file} is of an earlier export", {"file": "ner.card.md"}), "ner.card.md is of an earlier export."),
        (Wording("{what} here", {"what": Wording("nothing is")}), "Nothing is here."),
        (Wording("{what} here", {"what": Wording("{file} is", {"file": "ner"})}), "ner is here."),
        (Wording("{todo}", {"todo": Advice(Wording("mark it"), "--mark")}), "Mark it."),
        (Wording("2 texts: “a” …"), "2 texts: “a” …"),
        (Wording("{{x}} is"), "{x} is."),
    ],
)
def test_a_sentence_leaves_names_as_they_are(wording: Wording, said: str) -> None:
    assert sentence(wording) == said


@pytest.fixture
def turkish(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    made = install_translation(qapp, "tr")
    yield
    for translator in made:
        qapp.removeTranslator(translator)
        translator.setParent(None)
    QLocale.setDefault(before)


@pytest.mark.usefixtures("turkish")
def test_a_turkish_text_begins_with_a_turkish_capital() -> None:
    assert begun("is a binary file, not a text").startswith("İkili ")
    assert begun(Wording("{what}", {"what": Wording("relations ({count})", {"count": "2"})})) == "İlişkiler (2)"
    assert begun(Wording("{file}", {"file": "i.txt"})) == "i.txt"
    assert begun("is said in English still") == "Is said in English still"
    assert begun("Put quotes round cells that hold the delimiter").startswith("Ayracı ")


@pytest.mark.usefixtures("turkish")
@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("element 7", "a.json, 7. eleman"),
        ("element 12, entities[0].end", "a.json, 12. eleman, entities[0].end"),
        ("element of it", "a.json, element of it"),
        ("text", "a.json, text"),
    ],
)
def test_a_place_in_a_list_is_said_in_turkish(field: str, said: str) -> None:
    assert where(Problem("x", "", "a.json", field=field)) == said
