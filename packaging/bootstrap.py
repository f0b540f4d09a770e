"""Set Dateline up on a fresh machine and run it, or its tests. Standard library only.

    python3 packaging/bootstrap.py run                 the window on the sample project; without a display, the same
                                                       job offscreen, its results in out/
    python3 packaging/bootstrap.py run -- ARGUMENTS    the dateline command with these arguments
    python3 packaging/bootstrap.py formats             adds spaCy, UIMA and parquet, which few people need
    python3 packaging/bootstrap.py test                every check: ruff, mypy, import contracts, pytest
    python3 packaging/bootstrap.py test -- ARGUMENTS   the same with arguments for pytest

Everything goes into .dateline-env/ in the checkout; delete it to start over. System libraries, fonts and certificates
that are missing are installed where apt may be used without asking (as root), or else unpacked into .dateline-env/ when
apt can fetch them; DATELINE_NO_SYSTEM_INSTALL=1 leaves the system's packages alone and prints what is missing.
"""

# This file must be readable by a Python that is too old, so that it can say so; packaging/setup/ need not.
from __future__ import annotations

import argparse
import shutil
import subprocess
import sys

MINORS = (13, 12, 11)
_PROBE = """
import sys, sysconfig
import ctypes, sqlite3, ssl, venv
assert (3, 11) <= sys.version_info[:2] <= (3, 13) and not sysconfig.get_config_var("Py_GIL_DISABLED")
print(sys.executable)
"""


def suitable(command: list[str]) -> str | None:
    """Return the path of the interpreter that `command` starts if Dateline can run on it, else None."""
    try:
        told = subprocess.run([*command, "-c", _PROBE], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    except OSError:
        return None
    return told.stdout.decode().strip() or None if told.returncode == 0 else None


def find_python() -> str | None:
    """Return the path of a Python that Dateline can run on: this one if it will do, else the newest on the PATH."""
    commands = [[sys.executable]]
    for minor in MINORS:
        found = shutil.which(f"python3.{minor}")
        commands += [[found]] if found else []
        commands += [["py", f"-3.{minor}"]] if sys.platform == "win32" else []
    return next((path for path in map(suitable, commands) if path), None)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("job", choices=["run", "test", "formats"])
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="after --: for dateline, or for pytest")
    wanted = parser.parse_args()
    python = find_python()
    if python is None:
        this = ".".join(map(str, sys.version_info[:3]))
        sys.exit(
            f"Dateline needs Python 3.11, 3.12 or 3.13 with its ctypes, sqlite3, ssl and venv modules; this is {this}, "
            "and no other was found on the PATH.\nInstall one, for example with: sudo apt-get install python3.11"
        )
    if python != sys.executable:
        sys.exit(subprocess.call([python, *sys.argv]))

    from setup import jobs

    sys.exit(jobs.main(wanted.job, [a for i, a in enumerate(wanted.arguments) if (i, a) != (0, "--")]))


if __name__ == "__main__":
    main()
