"""The environment in the checkout: made without pip or ensurepip at hand, filled from a lock, reused while it holds."""

import hashlib
import importlib.util
import json
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Sequence
from pathlib import Path

from setup import system
from setup.report import Trouble, announced

OLDEST_GLIBC = (2, 34)
FETCHED_MB = {"run": 120, "formats": 230, "test": 350}
SOURCE_ONLY = ("seqeval",)  # a few kB of plain Python that nobody publishes as a wheel; only in the test lock


class Environment:
    """`.dateline-env/`: a virtual environment, the system packages unpacked for it, a stamp of what was installed."""

    def __init__(self, checkout: Path) -> None:
        self._checkout = checkout
        self.folder = checkout / ".dateline-env"
        self.unpacked = self.folder / "system"
        self._scripts = self.folder / ("Scripts" if os.name == "nt" else "bin")
        self.python = self._scripts / ("python.exe" if os.name == "nt" else "python")
        self._stamp = self.folder / "stamp.json"

    def script(self, name: str) -> Path:
        """Return the path of a command that a package brought."""
        return self._scripts / (f"{name}.exe" if os.name == "nt" else name)

    def ready(self, lock: str) -> bool:
        """Say whether everything in the lock called `lock` ("run" or "test") is installed for this Python."""
        return self._wanted(lock).items() <= self._installed().items()

    def prepare(self, lock: str, fetch_pip: Callable[[], Path | None]) -> None:
        """Make the environment hold what the lock names; nothing is done when it does.

        `fetch_pip` is asked for a pip wheel when this Python brings none. Raises Trouble.
        """
        if self.ready(lock):
            return
        installed = self._installed()
        if not all(self._wanted(name).items() <= installed.items() for name in installed.keys() - {"python"}):
            installed = {}  # made for another Python, another place or an older lock: what it holds is not known
        self._stamp.unlink(missing_ok=True)
        if not installed:
            _check_platform()
            with announced(f"Making an environment for Python {platform.python_version()} in {self.folder}"):
                self._make()
        with announced(f"Installing {self._lock(lock).name} (the first time about {FETCHED_MB[lock]} MB are fetched)"):
            self._install(self._pip(fetch_pip), lock)
        self._stamp.write_text(json.dumps(installed | self._wanted(lock), indent=1), encoding="utf-8")

    def _lock(self, lock: str) -> Path:
        return self._checkout / "packaging" / f"requirements-{lock}.txt"

    def _wanted(self, lock: str) -> dict[str, str]:
        """Return what the stamp must say: a digest of the lock, and the Python and the place it was installed for."""
        python = f"{sys.version} {sys.base_prefix} {self._checkout}"
        return {"python": python, lock: hashlib.sha256(self._lock(lock).read_bytes()).hexdigest()}

    def _installed(self) -> dict[str, str]:
        try:
            stamp = json.loads(self._stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return stamp if isinstance(stamp, dict) and self.python.exists() else {}

    def _make(self) -> None:
        for old in self.folder.iterdir() if self.folder.exists() else ():
            if old.is_dir() and old != self.unpacked:
                shutil.rmtree(old)
        _run([sys.executable, "-I", "-m", "venv", "--without-pip", str(self.folder)], "make an environment")
        told = subprocess.run(
            [self.python, "-I", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
            capture_output=True,
            text=True,
            check=True,
        )
        # The program itself is used where it lies. In ASCII, as .pth files are read in the locale's encoding.
        line = f"import sys; sys.path.append({str(self._checkout / 'desktop')!a})\n"
        Path(told.stdout.strip(), "dateline.pth").write_text(line, encoding="ascii")

    def _pip(self, fetch_pip: Callable[[], Path | None]) -> list[str]:
        """Return the command that runs a pip for the environment: its own, pinned by the lock, once that is there."""
        own = [str(self.python), "-m", "pip"]
        if subprocess.run([*own, "--version"], capture_output=True, check=False).returncode == 0:
            return own
        if wheel := _pip_wheel_of_this_python():
            return [str(self.python), str(wheel / "pip")]
        if importlib.util.find_spec("pip"):
            return [sys.executable, "-m", "pip", "--python", str(self.python)]
        if wheel := fetch_pip():
            return [str(self.python), str(wheel / "pip")]
        raise Trouble(
            "This Python has neither pip nor ensurepip, and none could be fetched. "
            "Install one with: apt-get install python3-venv"
        )

    def _install(self, pip: Sequence[str], lock: str) -> None:
        checks = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "--no-binary", ",".join(SOURCE_ONLY)]
        # Most of what comes is never imported; what is, Python compiles by itself the first time.
        manners = ["--no-input", "--disable-pip-version-check", "--no-warn-script-location", "--no-compile"]
        if not sys.stdout.isatty():
            manners += ["--quiet"]
        trusted = system.certificates()
        environment = without_python_settings() | {"PIP_ROOT_USER_ACTION": "ignore", "PIP_USER": "0"}
        if trusted and trusted.is_file():  # older pips do not look at the system's own
            environment.setdefault("REQUESTS_CA_BUNDLE", str(trusted))
        _run([*pip, "install", *manners, *checks, "-r", str(self._lock(lock))], "install the lock", environment)


def without_python_settings() -> dict[str, str]:
    """Return the environment variables, less those by which another program's packages would get in among ours."""
    return {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "PYTHONHOME"}}


def _check_platform() -> None:
    """Raise Trouble where Qt's wheels cannot be installed, before anything is fetched."""
    name, version = platform.libc_ver()
    if sys.platform == "linux" and name != "glibc":
        raise Trouble("Qt is built for Linux with the GNU C library; this one has another (perhaps musl).")
    if name == "glibc" and tuple(map(int, version.split(".")[:2])) < OLDEST_GLIBC:
        needed = ".".join(map(str, OLDEST_GLIBC))
        raise Trouble(f"Qt needs the GNU C library {needed} or newer; this system has {version}.")


def _pip_wheel_of_this_python() -> Path | None:
    """Return the pip wheel that ensurepip would install: bundled with Python, or where the distribution keeps it."""
    ensurepip = importlib.util.find_spec("ensurepip")
    bundled = Path(ensurepip.origin).parent / "_bundled" if ensurepip and ensurepip.origin else None
    configured = sysconfig.get_config_var("WHEEL_PKG_DIR")
    for folder in (bundled, configured and Path(configured), Path("/usr/share/python-wheels")):
        wheels = sorted(folder.glob("pip-*.whl")) if folder else []
        if wheels:
            return wheels[-1]
    return None


def _run(command: Sequence[str], purpose: str, environment: dict[str, str] | None = None) -> None:
    if subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, check=False).returncode:
        raise Trouble(f"Could not {purpose}; the reason stands above. Once it is mended, run the same command again.")
