"""The page that shows what an import would bring: what its rows say of labels, roles and articles."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QStyleOptionViewItem

from dateline.editing.kept_labels import KeptLabels
from dateline.editing.preview import ImportPreview, LabelFound
from dateline.editing.relabelling import role_key
from dateline.editing.unknown_roles import RoleFound
from dateline.gui.dialogs.import_preview import PreviewPage
from dateline.model.annotation import Layer
from dateline.model.schema import LabelType, Role, Schema

SCHEMA = Schema(
    types=(
        LabelType("gpe", Layer.ENTITY, "GPE", "Country or city"),
        LabelType("meet", Layer.EVENT, "MEET", "Meet", roles=(Role("Who"),)),
        LabelType("sign", Layer.EVENT, "SIGN", "Sign", roles=(Role("Who"),)),
    )
)


@pytest.fixture
def page(qapp, qtbot):
    page = PreviewPage()
    qtbot.addWidget(page)
    page.resize(720, 560)
    return page


def test_roles_chosen_earlier_are_named_with_their_event(page):
    page.recall_earlier(KeptLabels({}, {role_key("MEET", "Actor1"): "Who", role_key("SIGN", "Actor1"): "Who"}))
    roles = tuple(RoleFound("Actor1", event, 1) for event in ("MEET", "SIGN"))
    page.show_preview(ImportPreview(roles=roles, annotations=2), SCHEMA)
    assert page.text.text().endswith("earlier import: Actor1 of Meet, Actor1 of Sign.")


def _column(page, title):
    titles = [page.labels.horizontalHeaderItem(c).text() for c in range(page.labels.columnCount())]
    return titles.index(title)


def test_the_kind_of_a_label_is_what_it_becomes(page):
    found = ImportPreview(labels=(LabelFound("MEETING", Layer.ENTITY, 3, ("met",)),), annotations=3)
    page.show_preview(found, SCHEMA)
    kind = page.labels.item(0, _column(page, "Kind"))
    choice = page.labels.findChild(QComboBox)
    assert kind.text() == "Entity"
    choice.setCurrentIndex(choice.findData("MEET"))
    assert kind.text() == "Entity → Event"
    choice.setCurrentIndex(choice.findData("GPE"))
    assert kind.text() == "Entity"


def test_examples_keep_room_beside_long_choices(page, qtbot):
    """A few whole words are shown, not both ends of them, however long what is chosen is called."""
    long = replace(SCHEMA.types[0], title="A country, a city or another place that is governed by somebody, or was")
    schema = replace(SCHEMA, types=(long, *SCHEMA.types[1:]))
    examples = ("Rask", "Estria", "Malta", "Norvania and the islands beyond it", "the islands further out")
    labels = (LabelFound("P", Layer.ENTITY, 1, ("Rask",), "GPE"), LabelFound("C", Layer.ENTITY, 4, examples, "GPE"))
    page.show_preview(ImportPreview(labels=labels, annotations=5), schema)
    page.show()
    qtbot.waitExposed(page)
    page.labels.share_out()
    column, metrics = _column(page, "For example"), page.labels.fontMetrics()
    room = page.labels.columnWidth(column)
    assert room > metrics.horizontalAdvance("Rask; Estria; Malta; Nor…") + 8
    assert page.labels.columnWidth(_column(page, "Label there")) < 140, "names that are short take no more"
    total = sum(page.labels.columnWidth(c) for c in range(page.labels.columnCount()))
    assert total <= page.labels.viewport().width()
    index, option = page.labels.model().index(1, column), QStyleOptionViewItem()
    page.labels.itemDelegateForColumn(column).initStyleOption(option, index)
    assert option.textElideMode == Qt.TextElideMode.ElideRight
