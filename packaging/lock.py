"""Refresh the lock files from pyproject.toml. Needs uv on the PATH.

    python3 packaging/lock.py                    keep every pin that still fits, add what is new
    python3 packaging/lock.py --upgrade          take the newest release of everything
    python3 packaging/lock.py --upgrade NAME...  of these only

The locks hold for Linux, macOS and Windows and every Python the project supports. They name no index: whichever one pip
is set up with must hand out files with exactly these hashes.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
LOCKS = {
    HERE / "requirements-run.txt": ["--no-default-groups", "--extra", "articles"],
    HERE / "requirements-formats.txt": ["--no-default-groups", "--all-extras"],
    HERE / "requirements-test.txt": ["--all-groups", "--all-extras"],
}
HEADER = "# Made from pyproject.toml by packaging/lock.py. Do not edit.\n"
_PIN = re.compile(r"^(([A-Za-z0-9._-]+)==[^\\\n]+?) *\\?$", re.MULTILINE)


def pins(lock: str) -> dict[str, tuple[str, ...]]:
    """Return what a lock's text pins, marker included, by package name: two pins where Python versions differ."""
    found: dict[str, tuple[str, ...]] = {}
    for requirement, name in _PIN.findall(lock):
        found[name] = (*found.get(name, ()), requirement)
    return found


def stand_in(pyproject: dict[str, Any], keep: dict[str, tuple[str, ...]]) -> str:
    """Return the text of a project without code that has our dependencies, so that locking needs no build."""
    project = pyproject["project"]
    lines = [
        "[project]",
        'name = "dateline-lock"',
        'version = "0"',
        f"requires-python = {json.dumps(project['requires-python'])}",
        f"dependencies = {json.dumps(project['dependencies'])}",
        "[project.optional-dependencies]",
        *(f"{name} = {json.dumps(needs)}" for name, needs in _own_extras(project).items()),
        "[dependency-groups]",
        *(f"{name} = {json.dumps(needs)}" for name, needs in pyproject.get("dependency-groups", {}).items()),
        "[tool.uv]",
        "package = false",
        f"constraint-dependencies = {json.dumps([pin for pinned in keep.values() for pin in pinned])}",
    ]
    return "\n".join(lines) + "\n"


def _own_extras(project: dict[str, Any]) -> dict[str, list[str]]:
    """Return the extras less those that only name others of ours."""
    extras = project.get("optional-dependencies", {})
    return {name: needs for name, needs in extras.items() if not any(n.startswith("dateline[") for n in needs)}


def refresh(keep: dict[str, tuple[str, ...]]) -> None:
    """Write both locks anew, holding the pins in `keep`; raises CalledProcessError when uv finds no solution."""
    pyproject = tomllib.loads((HERE.parent / "pyproject.toml").read_text(encoding="utf-8"))
    export = ["uv", "export", "--quiet", "--frozen", "--format", "requirements-txt"]
    bare = ["--no-emit-project", "--no-header", "--no-annotate"]
    with tempfile.TemporaryDirectory(prefix="dateline-lock-") as name:
        folder = Path(name)
        (folder / "pyproject.toml").write_text(stand_in(pyproject, keep), encoding="utf-8")
        subprocess.run(["uv", "lock", "--no-config"], cwd=folder, check=True)
        for path, chosen in LOCKS.items():
            text = subprocess.run(
                [*export, *bare, *chosen], cwd=folder, check=True, capture_output=True, text=True
            ).stdout
            path.write_text(HEADER + text, encoding="utf-8", newline="\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--upgrade", nargs="*", metavar="NAME", help="free these pins, or all when none is named")
    wanted = parser.parse_args()
    if not shutil.which("uv"):
        sys.exit("uv is not on the PATH. Install it with: python3 -m pip install uv")
    keep: dict[str, tuple[str, ...]] = {}
    for path in LOCKS:
        if path.exists():
            keep |= pins(path.read_text(encoding="utf-8"))
    if wanted.upgrade is not None:
        keep = {name: pinned for name, pinned in keep.items() if wanted.upgrade and name not in wanted.upgrade}
    refresh(keep)
    for path in LOCKS:
        print(f"{path.name}: {len(pins(path.read_text(encoding='utf-8')))} packages")


if __name__ == "__main__":
    main()
