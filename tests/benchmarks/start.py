"""Cold start on the sample project, beside a bare PySide6 window in the same interpreter.

Every start is a process of its own; what is compared is the processor time that a process has used, because a
machine with other work on it makes elapsed time say little. Byte code is written and warm on both sides, and both have
a screen that the window fits on. Everything is drawn when the timeline has been painted with its marks.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from dateline.editing.sample import make_sample
from tests.benchmarks.figure import Figure

_TIMES = 15
_SCREEN = {
    "name": "wide", "x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1.0,
}  # fmt: skip
_BARE = """
import json, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, qt.quit)
qt = QApplication(["bare"])
window = Window()
window.resize(1480, 940)
window.show()
qt.exec()
print(json.dumps({"window": time.process_time()}))
"""
_OURS = """
import gc, json, sys, time
gc.disable()  # as `python -m dateline` begins
from dateline import app
took = {}
def note(what, then=None):
    took.setdefault(what, time.process_time())
    if then:
        then()
sys.argv = ["dateline", sys.argv[1]]
def started(made, qt):
    made.readable.connect(lambda: note("first"))
    made.completed.connect(lambda: note("all", lambda: end(made, qt)))
def end(made, qt):
    marks = made.window.timeline.plot.scene_marks
    took["marks"] = len(marks) + len(marks.undated)
    qt.quit()
app.run(app.path_of(sys.argv[1:]), started=started)
print(json.dumps(took))
"""


def figures() -> Iterator[Figure]:
    """Yield the processor time until the first article can be read, and until all is drawn, beside a bare window."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sample = make_sample(folder / "sample.dateline")
        env = {k: v for k, v in os.environ.items() if k not in {"PYTHONDONTWRITEBYTECODE", "QT_DEBUG_PLUGINS"}}
        env |= {"DATELINE_CONFIG_DIR": str(folder / "config"), "DATELINE_STATE_DIR": str(folder / "state")}
        screen = folder / "screen.json"
        screen.write_text(json.dumps({"screens": [_SCREEN]}), encoding="utf-8")
        env |= {"PYTHONPYCACHEPREFIX": str(folder / "cache"), "QT_QPA_PLATFORM": f"offscreen:configfile={screen}"}
        ways = {"bare": [_BARE], "ours": [_OURS, str(sample)]}
        took: dict[str, list[dict[str, float]]] = {name: [] for name in ways}
        for _ in range(_TIMES + 2):  # the first two write byte code and settings
            for way, arguments in ways.items():
                took[way].append(_run(arguments, env))
    assert all(run["marks"] == took["ours"][0]["marks"] > 50 for run in took["ours"]), "the sample has that many events"
    bare = _middle(took["bare"], "window")
    yield Figure("start: first article readable", _middle(took["ours"], "first"), "ms", bare, 2.0)
    yield Figure("start: everything drawn, timeline included", _middle(took["ours"], "all"), "ms", bare, 4.5)


def _run(arguments: list[str], env: dict[str, str]) -> dict[str, float]:
    done = subprocess.run([sys.executable, "-c", *arguments], env=env, stdout=subprocess.PIPE, text=True, check=True)
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return told


def _middle(runs: list[dict[str, float]], what: str) -> float:
    return median(run[what] for run in runs[2:]) * 1e3
