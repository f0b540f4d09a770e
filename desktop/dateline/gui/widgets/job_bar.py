"""How far a job is, as a bar that never moves by itself."""

from PySide6.QtWidgets import QProgressBar, QWidget

_STEPS = 1000  # counts of bytes would overflow it


class JobBar(QProgressBar):
    """Qt's own bar lets stripes run while it is not known how much there is to do; this one is filled faintly."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextVisible(False)
        self.setRange(0, _STEPS)

    @property
    def unknown(self) -> bool:
        """Whether it is not known how much there is to do."""
        return bool(self.property("unknown"))

    def show_share(self, done: int, total: int) -> str:
        """Show how much of a total is done, 0 for one that is not known; return it in figures."""
        if self.unknown != (total <= 0):
            self.setProperty("unknown", total <= 0)
            self.style().polish(self)
        if total <= 0:
            self.setValue(_STEPS)
            return f"{done:n}" if done else ""
        self.setValue(min(_STEPS, done * _STEPS // total))
        return f"{min(100, done * 100 // total)} %"
