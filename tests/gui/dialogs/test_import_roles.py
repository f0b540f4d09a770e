"""Roles in the preview of an import: they follow what their events become, and what they were chosen to be is kept."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from dateline.editing.kept_labels import KeptLabels, keep_labels, kept_labels
from dateline.gui.dialogs.import_dialog import ImportDialog
from dateline.gui.dialogs.kept_choices import AS_IT_IS
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks
from tests.gui.dialogs.test_import_dialog import _choose, run

_KEPT = KeptLabels({"Contact:Sign": "AGREE"}, {"AGREE.Party": "Participant"})


def _oneie(folder: Path) -> Path:
    words = ["Norvania", "signed", "in", "Hanoi", "with", "Estria"]
    ends = [(0, "Norvania"), (3, "Hanoi"), (5, "Estria")]
    links = [("E0", "Party"), ("E2", "Party"), ("E1", "Place")]
    record = {
        "doc_id": "d", "sent_id": "d-1", "tokens": words, "sentence": " ".join(words), "relation_mentions": [],
        "entity_mentions": [
            {"id": f"E{n}", "start": at, "end": at + 1, "entity_type": "GPE", "mention_type": "NAM", "text": text}
            for n, (at, text) in enumerate(ends)
        ],
        "event_mentions": [{
            "id": "EV", "event_type": "Contact:Sign", "trigger": {"start": 1, "end": 2, "text": "signed"},
            "arguments": [{"entity_id": entity, "role": role, "text": ""} for entity, role in links],
        }],
    }  # fmt: skip
    path = folder / "oneie.jsonl"
    path.write_text(json.dumps(record) + "\n")
    return path


def _doccano(folder: Path, links: bool = False) -> Path:
    """Write a text whose event may have a party, too."""
    entities = [
        {"id": 0, "start_offset": 0, "end_offset": 3, "label": "PERSON"},
        {"id": 1, "start_offset": 4, "end_offset": 10, "label": "AGREE" if links else "PERSON"},
    ]
    relations = [{"id": 1, "from_id": 1, "to_id": 0, "type": "Party"}] if links else []
    path = folder / "doccano.jsonl"
    path.write_text(json.dumps({"text": "Ada signed.", "entities": entities, "relations": relations}) + "\n")
    return path


def _looked(
    session: Session, tasks: Tasks, window: QWidget, qtbot: QtBot, *sources: Path, kept: dict | None = None
) -> ImportDialog:  # type: ignore[type-arg]
    dialog = ImportDialog(session, tasks, sources[0].parent, sources, window, {} if kept is None else kept)
    dialog.open()
    run(qtbot, dialog, "look")
    _settle(qtbot, dialog)
    return dialog


def _settle(qtbot: QtBot, dialog: ImportDialog) -> None:
    qtbot.waitUntil(lambda: dialog.preview.counted and not (dialog._waiting.isActive() or dialog._counting))
    assert dialog.preview.title.text() != "Counting again…"


def _roles(dialog: ImportDialog) -> dict[str, QComboBox]:
    """Return the choices of roles whose rows are seen, by what the row is called."""
    table, found = dialog.preview.labels, {}
    for row in range(table.rowCount()):
        item, kind = table.item(row, 0), table.item(row, 4)
        assert item is not None
        assert kind is not None
        if kind.text() == "Role" and not table.isRowHidden(row):
            found[item.text()] = table.cellWidget(row, 3).findChild(QComboBox)
    return found


def _arguments(session: Session) -> list[str]:
    assert session.project is not None
    return sorted(a.role for b in session.project.annotations.bundles() for a in b.annotations.arguments)


@pytest.mark.parametrize("turn", [1, -1])
def test_a_format_without_a_role_has_no_say_in_what_it_becomes(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot, turn: int
) -> None:
    assert empty.project is not None
    keep_labels(empty.project, ["oneie"], _KEPT, [])
    dialog = _looked(empty, tasks, window, qtbot, *[_oneie(tmp_path), _doccano(tmp_path)][::turn])
    assert dialog.preview.roles() == {"AGREE.Party": "Participant"}
    run(qtbot, dialog, "go_on")
    assert _arguments(empty) == ["Participant", "Participant", "Place"]
    assert kept_labels(empty.project, ["oneie"]).roles == {"AGREE.Party": "Participant"}
    assert not kept_labels(empty.project, ["doccano"]).roles


def test_a_format_that_has_the_role_has_one(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    """Where one has a role by itself and the other through what its event becomes, each counts."""
    assert empty.project is not None
    keep_labels(empty.project, ["oneie"], _KEPT, [])
    keep_labels(empty.project, ["doccano"], KeptLabels({}, {"AGREE.Party": ""}), [])
    dialog = _looked(empty, tasks, window, qtbot, _oneie(tmp_path), _doccano(tmp_path, links=True))
    assert dialog.preview.roles() == {}
    assert dialog.preview.undecided() == ["AGREE.Party"]
    assert dialog.back.isDefault()


def test_the_rows_of_roles_follow_what_their_event_becomes(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = _looked(empty, tasks, window, qtbot, _oneie(tmp_path))
    before = _roles(dialog)
    assert list(before) == ["Party of Contact:Sign", "Place of Contact:Sign"]
    place = before["Place of Contact:Sign"]
    place.setCurrentIndex(place.findData(""))
    _settle(qtbot, dialog)
    assert "1 argument is left out with its role, as was chosen." in dialog.preview.text.text()
    _choose(dialog, "Contact:Sign", "AGREE")
    assert _roles(dialog) == {}, "at once: none of them is a choice any more"
    assert dialog.preview.roles() == dialog.preview.chosen_roles() == {}
    _settle(qtbot, dialog)
    assert list(_roles(dialog)) == ["Party of Agree"]
    assert "left out" not in dialog.preview.text.text()
    _choose(dialog, "Contact:Sign", AS_IT_IS)
    assert list(_roles(dialog)) == list(before), "what was chosen for them is there again"
    _settle(qtbot, dialog)
    assert dialog.preview.roles() == {"Contact:Sign.Place": ""}
    _choose(dialog, "Contact:Sign", "AGREE")
    _settle(qtbot, dialog)
    run(qtbot, dialog, "go_on")
    assert _arguments(empty) == ["Party", "Party", "Place"]


def test_at_a_later_import_only_roles_of_what_the_event_becomes_are_shown(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    assert empty.project is not None
    keep_labels(empty.project, ["oneie"], _KEPT, [])
    dialog = _looked(empty, tasks, window, qtbot, _oneie(tmp_path))
    assert list(_roles(dialog)) == ["Party of Agree"]


def test_what_goes_with_a_role_that_is_left_out_is_counted_before_and_after(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = _looked(empty, tasks, window, qtbot, _oneie(tmp_path))
    _choose(dialog, "Contact:Sign", "AGREE")
    _settle(qtbot, dialog)
    party = _roles(dialog)["Party of Agree"]
    party.setCurrentIndex(party.findData(""))
    _settle(qtbot, dialog)
    told = "2 arguments are left out with their roles, as was chosen."
    assert told in dialog.preview.text.text()
    run(qtbot, dialog, "go_on")
    assert told in dialog.outcome.text.text()
    assert _arguments(empty) == ["Place"]
    again = _looked(empty, tasks, window, qtbot, _oneie(tmp_path))
    assert told in again.preview.text.text()
    assert again.preview.title.text() == "Nothing would be added"


def test_whoever_goes_back_leaves_no_role_out_that_was_chosen_under_another_event(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = _looked(empty, tasks, window, qtbot, _oneie(tmp_path))
    place = _roles(dialog)["Place of Contact:Sign"]
    place.setCurrentIndex(place.findData(""))
    _choose(dialog, "Contact:Sign", "AGREE")
    _settle(qtbot, dialog)
    run(qtbot, dialog, "back")
    run(qtbot, dialog)
    assert _arguments(empty) == ["Party", "Party", "Place"]


def test_what_was_chosen_before_holds_for_whoever_does_not_wait_for_the_count(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    """Roles of what a label becomes come up only when that is counted."""
    assert empty.project is not None
    keep_labels(empty.project, ["oneie"], KeptLabels(_KEPT.labels, {**_KEPT.roles, "AGREE.Gone": ""}), [])
    dialog = ImportDialog(empty, tasks, tmp_path, [_oneie(tmp_path)], window, {})
    dialog.open()
    run(qtbot, dialog, "look")
    assert not dialog.preview.counted
    run(qtbot, dialog, "go_on")
    assert _arguments(empty) == ["Participant", "Participant", "Place"]
    lines = [dialog.outcome.list.topLevelItem(n) for n in range(dialog.outcome.list.topLevelItemCount())]
    told = [line.text(1) for line in lines if line is not None and "earlier" in line.text(1)]
    assert told == ["As was chosen at an earlier import: AGREE.Party becomes Participant"]
    assert kept_labels(empty.project, ["oneie"]).roles == {"AGREE.Party": "Participant", "AGREE.Gone": ""}
