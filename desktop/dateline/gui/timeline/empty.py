"""What a timeline says that has nothing to show yet."""

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtWidgets import QLabel, QStyle, QWidget

from dateline.gui.theme import Theme

_TOP, _AROUND = 30, 90  # kept free above, and above and below


class EmptyNote(QLabel):
    """Stands in the middle of the plot, on a ground of its own: no line of the grid goes through its words."""

    def __init__(self, plot: QWidget) -> None:
        super().__init__(plot)
        self._plot = plot
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self.setStyleSheet(f"color: {theme.muted.name()}; background: {theme.page.name()}; padding: 4px 10px;")

    def tell(self, dated: int, undated: int) -> None:
        """Say what to do where nothing is dated."""
        self.setVisible(dated == 0)
        self.setText(
            QCoreApplication.translate(
                "TimelinePanel", "Nothing dated yet: drag an event in from Undated, or give it a time in its article"
            )
            if undated
            else QCoreApplication.translate("TimelinePanel", "Nothing dated yet: tag an event and give it a time")
        )
        self.centre()

    def centre(self) -> None:
        """Stand in the middle of the plot, in several lines where it is narrow."""
        room = QRect(0, _TOP, self._plot.width(), max(20, self._plot.height() - _AROUND))
        self.setWordWrap(False)
        size = self.sizeHint()
        if size.width() > room.width():
            self.setWordWrap(True)
            size.setWidth(room.width())
            size.setHeight(self.heightForWidth(room.width()))
        middle = Qt.AlignmentFlag.AlignCenter
        self.setGeometry(QStyle.alignedRect(Qt.LayoutDirection.LeftToRight, middle, size, room))
