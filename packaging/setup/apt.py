"""apt, without questions: packages for everybody as root, or unpacked into a folder of our own."""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from setup.report import note

# "Inst name (version …" is new to the system; "Inst name [old] (new …" would replace what the system runs on.
_NEW = re.compile(r"^Inst (\S+) \(", re.MULTILINE)


def available() -> bool:
    """Say whether this system is looked after by apt."""
    return shutil.which("apt-get") is not None and shutil.which("dpkg-deb") is not None


def install(packages: Sequence[str]) -> None:
    """Install packages as root, once more with fresh package lists when that fails; a failure is told, not raised."""
    command = ["install", "-y", "-qq", "--no-install-recommends", "-o", "Dpkg::Use-Pty=0", *packages]
    if _apt(command).returncode:
        _apt(["update", "-qq"])
        if (again := _apt(command)).returncode:
            note(f"apt-get could not install them:\n{again.stderr.strip()}")


def unpack(packages: Sequence[str], folder: Path, *, alone: bool = False) -> None:
    """Unpack packages into `folder`, with what they need that the system lacks, or `alone`.

    Nothing of the system is changed. A failure is told, not raised.
    """
    plan = _apt(["install", "--simulate", "--no-install-recommends", *packages]) if not alone else None
    names = list(packages) if plan is None else _NEW.findall(plan.stdout)
    if not names:
        return
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="dateline-apt-") as name:
        fetched = _apt(["download", *names], folder=Path(name))
        if fetched.returncode and os.geteuid() == 0:
            _apt(["update", "-qq"])
            fetched = _apt(["download", *names], folder=Path(name))
        if fetched.returncode:
            note(f"apt-get could not fetch them:\n{fetched.stderr.strip()}")
        for archive in sorted(Path(name).glob("*.deb")):
            subprocess.run(["dpkg-deb", "-x", archive, folder], check=False)


def _apt(arguments: Sequence[str], folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C"}
    return subprocess.run(
        ["apt-get", *arguments],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
