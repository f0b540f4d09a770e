"""Importing pyqtgraph without what nobody uses, in a process of its own: here it may have been imported already."""

import os
import subprocess
import sys

import pytest

_PROGRAM = """
import sys
{before}
from dateline.gui.lean import _Mirror, import_pyqtgraph
import_pyqtgraph()
from PySide6 import QtCore, QtWidgets
assert len(dir(QtCore)) > 100, "Qt lists its names again"
import pyqtgraph as pg
assert pg.Qt.QtWidgets.QWidget is QtWidgets.QWidget
from PySide6.QtWidgets import QApplication
assert isinstance(pg.Qt.QtCore, _Mirror) is {lean}
qt = QApplication([])
from dateline.gui.theme import theme
from dateline.gui.timeline.panel import TimelinePanel
panel = TimelinePanel(theme("light"))
panel.resize(800, 300)
assert not panel.grab().isNull()
unused = {"pyqtgraph.graphicsItems.PlotItem", "pyqtgraph.colormap", "PySide6.QtTest", "colorama"}
assert not unused & set(sys.modules) or not {lean}, "nothing of this is needed"
print("drawn")
"""


# What runs first: nothing, or something that makes pyqtgraph another one than this knows, which uses at its import a
# widget that is left out.
_OTHER = {
    "as pinned": "",
    "another layout": """
import importlib.abc, importlib.util, pathlib
found = importlib.util.find_spec("pyqtgraph")
class Changed(importlib.abc.SourceLoader):
    def get_filename(self, name): return found.origin
    def get_data(self, path):
        source = pathlib.Path(path).read_text()
        return (source + "\\nfrom .widgets.TableWidget import TableWidget\\nTableWidget.sizeHint\\n").encode()
class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "pyqtgraph":
            return importlib.util.spec_from_file_location(name, found.origin, loader=Changed(),
                submodule_search_locations=found.submodule_search_locations)
sys.meta_path.insert(0, Finder())
""",
}


@pytest.mark.parametrize("layout", _OTHER)
def test_the_timeline_is_drawn_with_it(layout: str) -> None:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    program = _PROGRAM.replace("{before}", _OTHER[layout]).replace("{lean}", str(layout == "as pinned"))
    done = subprocess.run([sys.executable, "-c", program], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "drawn"
