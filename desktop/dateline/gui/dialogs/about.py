"""What this program is: version, licence, and whose work it stands on."""

import platform
from importlib import metadata

from PySide6.QtCore import Signal, qVersion
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from dateline import __version__
from dateline.gui.dialogs.frame import Dialog, copy_text, framed, heading, muted
from dateline.gui.icons import app_icon

_LIBRARIES = (
    "PySide6-Essentials",
    "charset-normalizer",
    "click",
    "filelock",
    "numpy",
    "orjson",
    "platformdirs",
    "pyqtgraph",
    "sqlite-utils",
    "tomli-w",
)
# Some packages carry the whole licence text in the field; these say it in a word.
_WORDS = {"PySide6-Essentials": "LGPL-3.0-only", "sqlite-utils": "Apache-2.0", "pyqtgraph": "MIT"}
_LONGEST = 60


def libraries() -> list[tuple[str, str, str]]:
    """Return the libraries in use as (name, version, licence)."""
    found = []
    for name in _LIBRARIES:
        try:
            facts = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            continue
        found.append((name, facts["Version"], _licence(name, facts)))
    return found


def _licence(name: str, facts: metadata.PackageMetadata) -> str:
    if name in _WORDS:
        return _WORDS[name]
    given = next((facts[key] for key in ("License-Expression", "License") if key in facts), "")
    if given and len(given) < _LONGEST and "\n" not in given:
        return str(given)
    classifiers = facts.get_all("Classifier") or []
    named = [c.rpartition(" :: ")[2] for c in classifiers if c.startswith("License ::")]
    return ", ".join(named)


class AboutDialog(Dialog):
    """Shows versions and licences; `guide_wanted` asks for the user guide."""

    guide_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("About Dateline"))
        self.resize(520, 480)
        self._libraries = libraries()
        mark = QLabel()
        mark.setPixmap(app_icon().pixmap(56, 56))
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(heading("Dateline", 1.6))
        claim = self.tr("Turns news into labelled data: who, where, when and what happened, on a timeline.")
        words.addWidget(muted(claim))
        self.versions = self.tr("Version {own}, with Qt {qt} and Python {python}").format(
            own=__version__, qt=qVersion(), python=platform.python_version()
        )
        words.addWidget(muted(self.versions))
        words.addWidget(muted(self.tr("Free software under the MIT licence.")))
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(mark)
        top.addLayout(words, 1)
        self.list = QTreeWidget()
        self.list.setAccessibleName(self.tr("Libraries"))
        self.list.setRootIsDecorated(False)
        self.list.setHeaderLabels([self.tr("Library"), self.tr("Version"), self.tr("Licence")])
        for row in self._libraries:
            item = QTreeWidgetItem(list(row))
            item.setToolTip(2, row[2])
            self.list.addTopLevelItem(item)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        framed(self.list)
        self.body.addLayout(top)
        self.body.addWidget(self.list, 1)
        self.add_button(self.tr("User guide"), self._guide, left=True)
        self.add_button(self.tr("Copy text"), self._copy, left=True)
        self.add_button(self.tr("Close"), self.accept, default=True)

    def _guide(self) -> None:
        self.accept()
        self.guide_wanted.emit()

    def _copy(self) -> None:
        rows = [" ".join(row) for row in self._libraries]
        copy_text("\n".join([f"Dateline {__version__}", self.versions, platform.platform(), *rows]))
