"""A file dialog in the project's folder leaves the locks of the database alone."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dateline import assets
from dateline.gui.file_types import announce

_SCRIPT = """
import json, os, sys, time
from pathlib import Path
from dateline.editing.sample import preset
from dateline.gui.file_types import announce
from dateline.store.project import Project
announce()
from PySide6.QtWidgets import QApplication, QFileDialog
qt = QApplication([])
path = Path(sys.argv[1])
def locks():
    # What each descriptor of this process holds: /proc/locks is the whole machine's, torn while others lock.
    held = set()
    for descriptor in os.listdir("/proc/self/fdinfo"):
        try:
            told = Path("/proc/self/fdinfo", descriptor).read_text()
            name = os.path.basename(os.readlink(f"/proc/self/fd/{descriptor}"))
        except FileNotFoundError:
            continue
        if name.startswith(path.name):
            held |= {(name, *line.split()[6:]) for line in told.splitlines() if " POSIX " in line}
    return held
with Project.create(path, preset("diplomacy")):
    before = locks()
    dialog = QFileDialog(None, "", str(path.parent))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.show()
    end = time.monotonic() + 1
    while time.monotonic() < end:
        qt.processEvents()
    print(json.dumps([sorted(before), sorted(locks())]))
    dialog.close()
"""


@pytest.mark.skipif(not Path("/proc/self/fdinfo").exists(), reason="only Linux tells who holds which lock")
def test_a_file_dialog_does_not_take_the_locks_of_the_open_project(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, str(tmp_path / "talks.dateline")],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "desktop"), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    before, after = json.loads(done.stdout)
    assert {name for name, *_ in before} == {"talks.dateline", "talks.dateline-shm"}
    assert after == before


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
