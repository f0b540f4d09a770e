"""What the timeline says aloud to a screen reader: the event stepped to, and that nothing is in view any more."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from dateline.gui.timeline.beyond import Way, beyond_view
from dateline.gui.timeline.lists import told_in_words
from dateline.gui.timeline.mouse import LiveTimeline
from dateline.model.schema import Schema


class Spoken(QObject):
    """Announces what is seen at once by those who see."""

    def __init__(self, plot: LiveTimeline) -> None:
        super().__init__(plot)
        self._plot = plot
        self._empty = False
        self._told: dict[Way, str] = {}
        self.schema = Schema()
        plot.mark_stepped.connect(self._stepped)
        plot.range_changed.connect(self._moved)

    def _say(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._plot, words))

    def _stepped(self, mark_id: str) -> None:
        marks = self._plot.scene_marks
        self._say(told_in_words(marks.mark(marks.index[mark_id]), self.schema))

    def tell_fresh(self) -> None:
        """Say how many events were dated where nobody sees them, whenever that changes."""
        told = self._plot.fresh_words()
        if told and told != self._told:
            self._say(", ".join(told.values()))
        self._told = told

    def _moved(self) -> None:
        beyond = beyond_view(self._plot.scene_marks, self._plot.time_scale)
        if beyond and not self._empty:
            where = ", ".join(self._plot.notices.beyond(beyond).values())
            self._say(self.tr("Nothing in view: {where}").format(where=where))
        self._empty = bool(beyond)
