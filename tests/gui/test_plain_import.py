"""PySide's wrapping of `import`, in a process of its own: here everything has been imported already."""

import os
import subprocess
import sys

_AFTER = """
import linecache
import dateline.gui
import dateline.app, textwrap
read = [name for name in linecache.cache if name.endswith(("textwrap.py", "session.py"))]
assert not read, f"the source was read: {read}"
print("imported")
"""


def test_no_source_is_read_when_modules_are_imported() -> None:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", _AFTER], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "imported"
