"""A file dialog in the project's folder leaves the locks of the database alone."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dateline import assets
from dateline.gui.file_types import announce

_SCRIPT = """
import os, sys, time
from pathlib import Path
from dateline.editing.sample import preset
from dateline.gui.file_types import announce
from dateline.store.project import Project
announce()
from PySide6.QtWidgets import QApplication, QFileDialog
qt = QApplication([])
path = Path(sys.argv[1])
def locks():
    numbers = {os.stat(f).st_ino for f in path.parent.glob("*.dateline*")}
    rows = [line.split() for line in open("/proc/locks")]
    return sorted(r[5] for r in rows if r[1] == "POSIX" and int(r[5].split(":")[-1]) in numbers)
with Project.create(path, preset("diplomacy")):
    before = locks()
    dialog = QFileDialog(None, "", str(path.parent))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.show()
    end = time.monotonic() + 1
    while time.monotonic() < end:
        qt.processEvents()
    print(len(before), len(locks()))
    dialog.close()
"""


@pytest.mark.skipif(not Path("/proc/locks").exists(), reason="only Linux tells who holds which lock")
def test_a_file_dialog_does_not_take_the_locks_of_the_open_project(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, str(tmp_path / "talks.dateline")],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "desktop"), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    before, after = map(int, done.stdout.split())
    assert before == after == 2


def test_the_desktop_s_own_types_stay_known() -> None:
    environ: dict[str, str] = {}
    announce(environ)
    assert environ["XDG_DATA_DIRS"].split(os.pathsep)[:2] == ["/usr/local/share", "/usr/share"]
    announce(environ)
    assert environ["XDG_DATA_DIRS"].count(str(assets.resources())) == 1


def test_the_program_announces_them_before_qt_starts() -> None:
    import inspect

    from dateline import app

    source = inspect.getsource(app.run)
    assert source.index("announce()") < source.index("QApplication(")
