"""Importing pyqtgraph without what nobody uses, in a process of its own: here it may have been imported already."""

import os
import subprocess
import sys

_PROGRAM = """
import sys
from dateline.gui.lean import import_pyqtgraph
import_pyqtgraph()
from PySide6 import QtCore, QtWidgets
assert len(dir(QtCore)) > 100, "Qt lists its names again"
import pyqtgraph as pg
assert pg.Qt.QtWidgets.QWidget is QtWidgets.QWidget
from PySide6.QtWidgets import QApplication
qt = QApplication([])
from dateline.gui.theme import theme
from dateline.gui.timeline.panel import TimelinePanel
panel = TimelinePanel(theme("light"))
panel.resize(800, 300)
assert not panel.grab().isNull()
plot = pg.PlotWidget()
plot.plot([1, 2, 3], [3, 1, 2])
assert not plot.grab().isNull()
print("drawn")
"""


def test_the_timeline_is_drawn_with_it() -> None:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", _PROGRAM], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "drawn"
