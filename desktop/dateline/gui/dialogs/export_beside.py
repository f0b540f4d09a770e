"""What lies where an export is to go: what is said of it, and the offer to take away what an earlier one left."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QCheckBox

from dateline.exchange.earlier import Earlier
from dateline.gui.dialogs.frame import muted
from dateline.gui.widgets.wording import sentence
from dateline.model.wording import Wording

_NAMED = 4  # names in a line


class BesideExport(QObject):
    """A text that says what lies there, and a box to agree that what it names is removed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.told = muted()
        self.remove = QCheckBox()
        kept = self.remove.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.remove.setSizePolicy(kept)
        self._found = Earlier()

    @property
    def agreed(self) -> dict[Path, str]:
        """The files that may be taken away, with the SHA-256 they must have."""
        return self._found.listed if self.remove.isChecked() else {}

    def show(self, found: Earlier, own: Sequence[Path] = (), strange: Wording | None = None) -> None:
        """Name what earlier exports left beside, and offer to take away what can be; `own` no export wrote as it is.

        `strange` says that the name ends as another format's. Who agreed to that agreed to what was named then, not
        to anything else.
        """
        if found.listed != self._found.listed:
            self.remove.setChecked(False)
        self._found = found
        names = [*(left.path.name for left in found.parts), *(path.name for path in found.others)]
        alike = [path.name for path in found.alike]
        of_earlier = self.tr(
            "Of an earlier export, and not written now: {}. Who reads the folder by a pattern reads both."
        )
        like_parts = self.tr("Named like parts of it: {}. Who reads the folder by a pattern reads both.")
        replaced = [path.name for path in own]
        not_exported = self.tr("Will be written over, though no export wrote it as it is: {}.")
        kinds = ((not_exported, replaced), (of_earlier, names), (like_parts, alike))
        told = [sentence(strange)] if strange else []
        told += [text.format(_listed(these)) for text, these in kinds if these]
        self.told.setText(" ".join(told))
        self.told.setVisible(bool(told))
        self.told.setToolTip("\n".join([*replaced, *names, *alike]))
        self.remove.setText(self.tr("Re&move {}, if unchanged since").format(_listed(found.removable)))
        self.remove.setToolTip("\n".join(found.removable))
        self.remove.setVisible(bool(found.removable))


def _listed(names: list[str]) -> str:
    """Return a few names, and how many more there are."""
    more = f" (+{len(names) - _NAMED})" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
