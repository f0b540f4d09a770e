"""The page that shows what an import would bring: what its rows say of labels, roles and articles."""

import pytest

from dateline.editing.kept_labels import KeptLabels
from dateline.editing.preview import ImportPreview
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
