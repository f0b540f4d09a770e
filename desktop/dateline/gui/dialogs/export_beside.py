"""What lies where an export is to go: what is said of it, and what somebody has to agree to or may ask for."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox

from dateline.exchange.earlier import Earlier
from dateline.gui.dialogs.frame import WrappedLabel, muted
from dateline.gui.widgets.wording import sentence
from dateline.model.wording import Wording

_NAMED = 4  # names in a line


class BesideExport(QObject):
    """A text that says what lies there, and a box to agree that what it names is removed.

    Files that no export wrote as they are have a text and a box of their own: without a yes they are not replaced.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.told = muted()
        self.own, self.again = WrappedLabel(), QCheckBox()
        self.own.setForegroundRole(QPalette.ColorRole.BrightText)
        self.remove = QCheckBox()
        kept = self.remove.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.remove.setSizePolicy(kept)
        self._found, self._own = Earlier(), tuple[Path, ...]()

    @property
    def unanswered(self) -> bool:
        """Whether files that no export wrote as they are would be replaced, and nobody has agreed to that."""
        return bool(self._own) and not self.again.isChecked()

    @property
    def replaceable(self) -> tuple[Path, ...]:
        """The files that no export wrote as they are and that may be replaced."""
        return self._own if self.again.isChecked() else ()

    @property
    def agreed(self) -> dict[Path, str]:
        """The files that may be taken away, with the SHA-256 they must have."""
        return self._found.listed if self.remove.isChecked() else {}

    def show(self, found: Earlier, own: Sequence[Path] = (), strange: Wording | None = None) -> None:
        """Name what earlier exports left beside, and offer to take away what can be.

        Of `own`, which no export wrote as it is and which this one would replace, it is asked whether it may.
        `strange` says that the name ends as another format's. Who agreed to that agreed to what was named then, not
        to anything else.
        """
        if found.listed != self._found.listed:
            self.remove.setChecked(False)
        self._found = found
        self._ask(own)
        names = [*(left.path.name for left in found.parts), *(path.name for path in found.others)]
        alike = [path.name for path in found.alike]
        of_earlier = self.tr(
            "Of an earlier export, and not written now: {}. Who reads the folder by a pattern reads both."
        )
        like_parts = self.tr("Named like parts of it: {}. Who reads the folder by a pattern reads both.")
        kinds = ((of_earlier, names), (like_parts, alike))
        told = [sentence(strange)] if strange else []
        told += [text.format(_listed(these)) for text, these in kinds if these]
        self.told.setText(" ".join(told))
        self.told.setVisible(bool(told))
        self.told.setToolTip("\n".join([*names, *alike]))
        self.remove.setText(
            self.tr("Re&move {}, if unchanged since").format(_listed(found.removable).replace("&", "&&"))
        )
        self.remove.setToolTip("\n".join(found.removable))
        self.remove.setVisible(bool(found.removable))

    def _ask(self, own: Sequence[Path]) -> None:
        if tuple(own) != self._own:
            self.again.setChecked(False)
        self._own = tuple(own)
        names = [path.name for path in own]
        text = self.tr("No export wrote this as it is, and it would be lost: {}. Choose another name to keep it.")
        self.own.setText(text.format(_listed(names)) if own else "")
        self.own.setToolTip("\n".join(names))
        one, several = self.tr("Re&place it all the same"), self.tr("Re&place them all the same")
        self.again.setText(several if len(names) > 1 else one)
        self.again.setAccessibleDescription(self.own.text())
        for widget in (self.own, self.again):
            widget.setVisible(bool(own))


def _listed(names: list[str]) -> str:
    """Return a few names, and how many more there are."""
    more = f" (+{len(names) - _NAMED})" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
