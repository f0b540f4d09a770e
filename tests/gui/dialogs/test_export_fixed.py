"""A choice that a format does not leave open shows what the format does, and is what it was with the next format."""

import pytest
from PySide6.QtWidgets import QWidget

from dateline.exchange.options import Unit
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks
from tests.gui.dialogs.test_export_dialog import choose, opened

ARTICLE, SENTENCE, EVENT = "One article a record", "One sentence a record", "One event a record"


@pytest.mark.parametrize("by_hand", [Unit.DOCUMENT, Unit.SENTENCE])
@pytest.mark.parametrize(
    ("name", "record", "empty"), [("oneie", SENTENCE, None), ("brat", ARTICLE, True), ("events", EVENT, False)]
)
def test_a_fixed_record_is_shown_and_what_was_chosen_by_hand_comes_back(
    sample: Session, tasks: Tasks, window: QWidget, name: str, record: str, empty: bool | None, by_hand: Unit
) -> None:
    dialog = opened(sample, tasks, window)
    form = dialog.form
    choose(dialog, name)
    assert form.unit.currentText() == record or form.unit.placeholderText() == record
    choose(dialog, "spans")
    assert (form.unit.currentData(), form.empty.isChecked()) == (Unit.DOCUMENT, True)
    form.unit.setCurrentIndex(1)
    form.unit.setCurrentIndex(form.unit.findData(by_hand))
    form.empty.setChecked(False)
    choose(dialog, name)
    assert not form.unit.isEnabled()
    assert (form.unit.currentText() or form.unit.placeholderText()) == record
    assert record.split()[1] in form.unit.toolTip()
    assert form.empty.isChecked() is bool(empty), "None: it is open"
    assert form.options().empty is (empty is not None)
    choose(dialog, "spans")
    assert (form.unit.currentData(), form.empty.isChecked()) == (by_hand, False)
    assert (form.options().unit, form.options().empty) == (by_hand, False)


def test_what_is_ticked_where_the_record_is_fixed_does_not_fix_that_of_other_formats(
    sample: Session, tasks: Tasks, window: QWidget
) -> None:
    dialog = opened(sample, tasks, window)
    form = dialog.form
    choose(dialog, "spans")
    form.unit.setCurrentIndex(1)
    form.unit.setCurrentIndex(0)
    choose(dialog, "oneie")
    form.empty.setChecked(False)
    choose(dialog, "spans")
    assert (form.unit.currentData(), form.empty.isChecked()) == (Unit.DOCUMENT, False)


def test_what_is_kept_of_a_fixed_choice_can_be_kept(sample: Session, tasks: Tasks, window: QWidget) -> None:
    dialog = opened(sample, tasks, window)
    choose(dialog, "events")
    assert dialog.form.to_keep().chosen["events"].unit is Unit.DOCUMENT
