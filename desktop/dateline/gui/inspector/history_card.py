"""What was done to the selected annotation, step by step."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from dateline.gui.inspector.card import Card, empty, muted
from dateline.store.journal import HistoryEntry

_SHOWN = 6


class HistoryCard(Card):
    """Lists the steps that touched a record, newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("History"))

    def show_history(self, entries: Sequence[HistoryEntry]) -> None:
        """Show what was done."""
        empty(self.body)
        for entry in list(entries)[::-1][:_SHOWN]:
            at = entry.step.at[:16].replace("T", " ")
            self.body.addWidget(muted(f"{at}  {entry.step.label}"))
        if len(entries) > _SHOWN:
            self.body.addWidget(muted(self.tr("and {} earlier").format(len(entries) - _SHOWN)))
