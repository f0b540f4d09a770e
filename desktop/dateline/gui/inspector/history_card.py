"""What was done to the selected annotation, step by step."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QWidget

from dateline.gui.inspector.card import Card, muted
from dateline.model.annotation import Layer, Mention
from dateline.model.changes import Kind
from dateline.store.journal import HistoryEntry
from dateline.store.project import Project

_SHOWN = 6


def done_to(project: Project, mention: Mention) -> list[HistoryEntry]:
    """Return what was done to a mention, oldest first; to a time's value, too, each step once."""
    steps = {entry.step.id: entry for entry in project.history(Kind.MENTION, mention.id)}
    if mention.layer is Layer.TIME:
        for entry in project.history(Kind.TIME_VALUE, mention.id):
            steps.setdefault(entry.step.id, entry)
    return [steps[number] for number in sorted(steps)]


class HistoryCard(Card):
    """Lists the steps that touched a record, newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("History"))
        self._lines: list[QLabel] = []

    def show_history(self, entries: Sequence[HistoryEntry]) -> None:
        """Show what was done. Lines that are there are written anew: making them costs more than all they say."""
        told = [f"{e.step.at[:16].replace('T', ' ')}  {e.step.label}" for e in list(entries)[::-1][:_SHOWN]]
        if len(entries) > _SHOWN:
            told.append(self.tr("and {} earlier").format(len(entries) - _SHOWN))
        if len(told) > len(self._lines):
            with self.rebuilding():
                while len(told) > len(self._lines):
                    self._lines.append(muted())
                    self.body.addWidget(self._lines[-1])
        for number, line in enumerate(self._lines):
            line.setVisible(number < len(told))
            line.setText(told[number] if number < len(told) else "")
