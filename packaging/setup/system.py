"""What the operating system must bring: shared libraries, fonts, certificates and the tools of the window tests."""

import os
import shutil
import ssl
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from setup import apt
from setup.report import Trouble, note, say


class Kind(Enum):
    """What a need is, and so how to see whether it is met."""

    LIBRARY = "library"
    COMMAND = "command"
    FONT = "font"
    CERTIFICATES = "certificates"


@dataclass(frozen=True, slots=True)
class Need:
    """What to look for (a soname, a command, the pattern of a font's file) and the Debian package that brings it."""

    kind: Kind
    name: str
    package: str

    def __str__(self) -> str:
        return self.package if self.kind is Kind.FONT else self.name


def _libraries(table: str) -> tuple[Need, ...]:
    return tuple(Need(Kind.LIBRARY, *line.split()) for line in table.strip().splitlines())


# To draw at all, window or not.
DRAWING = _libraries("""
libglib-2.0.so.0 libglib2.0-0
libgthread-2.0.so.0 libglib2.0-0
libGL.so.1 libgl1
libEGL.so.1 libegl1
libfontconfig.so.1 libfontconfig1
libfreetype.so.6 libfreetype6
libX11.so.6 libx11-6
libdbus-1.so.3 libdbus-1-3
libxkbcommon.so.0 libxkbcommon0
""")
# To open a window. QApplication aborts the process when one is missing, so they are looked for first.
X11 = _libraries("""
libxcb.so.1 libxcb1
libX11-xcb.so.1 libx11-xcb1
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-render.so.0 libxcb-render0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0 libxcb-shape0
libxcb-shm.so.0 libxcb-shm0
libxcb-sync.so.1 libxcb-sync1
libxcb-util.so.1 libxcb-util1
libxcb-xfixes.so.0 libxcb-xfixes0
libxcb-xkb.so.1 libxcb-xkb1
""")
WAYLAND = _libraries("""
libwayland-client.so.0 libwayland-client0
libwayland-cursor.so.0 libwayland-cursor0
libwayland-egl.so.1 libwayland-egl1
""")
WINDOW = {"xcb": X11, "wayland": WAYLAND, "cocoa": (), "windows": ()}
# The page is set in a serif face and must show Cyrillic, Arabic and emoji too.
FONTS = (Need(Kind.FONT, "*.[to]tf", "fonts-noto-core"), Need(Kind.FONT, "*Emoji*", "fonts-noto-color-emoji"))
WINDOW_TEST_TOOLS = tuple(
    Need(Kind.COMMAND, command, package)
    for command, package in (("Xvfb", "xvfb"), ("xauth", "xauth"), ("xdotool", "xdotool"))
)
CERTIFICATES = Need(Kind.CERTIFICATES, "certificate authorities", "ca-certificates")

_LOAD = """
import ctypes, sys
for name in sys.argv[1:]:
    try:
        ctypes.CDLL(name)
    except OSError:
        print(name)
"""
# Where fonts were unpacked, fontconfig's own settings may be missing too.
_FONTS_CONF = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>/usr/share/fonts</dir>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
</fontconfig>
"""


class System:
    """The system as the bootstrap finds it, with a folder of its own for packages that it may only unpack."""

    def __init__(self, private: Path, may_change: bool) -> None:
        self._private = private
        self._may_change = may_change and sys.platform == "linux" and apt.available()

    def variables(self) -> dict[str, str]:
        """Return the environment variables by which what was unpacked is found; none when nothing was."""
        found = {}
        if own := [str(p) for root in ("usr/lib", "lib") for p in sorted((self._private / root).glob("*-linux-gnu*"))]:
            found["LD_LIBRARY_PATH"] = os.pathsep.join(filter(None, [*own, os.environ.get("LD_LIBRARY_PATH", "")]))
        if (fonts := self._private / "usr/share/fonts").is_dir():
            settings = self._private / "fonts.conf"
            settings.write_text(_FONTS_CONF.format(fonts=fonts, cache=self._private / "font-cache"), encoding="utf-8")
            found["FONTCONFIG_FILE"] = str(settings)
        return found

    def missing(self, needs: Iterable[Need]) -> list[Need]:
        """Return the needs that are not met. Libraries are loaded in a child process, as a broken one may crash it."""
        if sys.platform != "linux":
            return []
        needs = list(needs)
        absent = self._unloadable([n.name for n in needs if n.kind is Kind.LIBRARY])

        def met(need: Need) -> bool:
            match need.kind:
                case Kind.LIBRARY:
                    return need.name not in absent
                case Kind.COMMAND:
                    return shutil.which(need.name) is not None
                case Kind.FONT:
                    folders = [*_font_folders(), self._private / "usr/share/fonts"]
                    return any(True for folder in folders for _ in folder.rglob(need.name))
                case Kind.CERTIFICATES:
                    return certificates() is not None

        return [need for need in needs if not met(need)]

    def provide(self, needs: Iterable[Need]) -> list[Need]:
        """Bring what is missing of `needs` where that may be done without asking; return what still is missing."""
        missing = self.missing(needs)
        if not missing or not self._may_change:
            return missing
        packages = _packages(missing)
        if os.geteuid() == 0:
            say(f"Installing {len(packages)} system packages: {' '.join(packages)} …")
            apt.install(packages)
        else:
            packages = _packages(n for n in missing if n.kind in (Kind.LIBRARY, Kind.FONT))
            if packages:
                say(f"Unpacking {len(packages)} system packages for Dateline alone: {' '.join(packages)} …")
                apt.unpack(packages, self._private)
        return self.missing(missing)

    def pip_wheel(self) -> Path | None:
        """Fetch and return the pip that the distribution packs for making environments, or None."""
        if not self._may_change:
            return None
        apt.unpack(["python3-pip-whl"], self._private, alone=True)
        return next((self._private / "usr/share/python-wheels").glob("pip-*.whl"), None)

    def _unloadable(self, sonames: Sequence[str]) -> set[str]:
        """Return which of `sonames` the dynamic linker cannot load."""
        if not sonames:
            return set()
        command = [sys.executable, "-c", _LOAD, *sonames]
        environment = os.environ | self.variables()
        told = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        return set(sonames) if told.returncode else set(told.stdout.split())


def require(missing: Sequence[Need], purpose: str) -> None:
    """Raise Trouble with the exact command when something in `missing` stops `purpose`."""
    if missing:
        raise Trouble(f"{_lacks(missing)}, needed for {purpose}.\n{_remedy(missing)}")


def mention(missing: Sequence[Need], effect: str) -> None:
    """Print what is missing with its effect and the exact command; the job goes on."""
    if missing:
        note(f"{_lacks(missing)}: {effect}.\n{_remedy(missing)}")


def certificates() -> Path | None:
    """Return the file or folder of certificate authorities that TLS will trust here, or None."""
    paths = ssl.get_default_verify_paths()
    named = [os.environ.get(v, "") for v in ("PIP_CERT", "REQUESTS_CA_BUNDLE", "SSL_CERT_FILE", "SSL_CERT_DIR")]
    usual = [paths.cafile or "", paths.capath or "", "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/cert.pem"]
    for path in map(Path, filter(None, [*named, *usual])):
        if path.is_file() or (path.is_dir() and next(path.iterdir(), None)):
            return path
    return None


def _font_folders() -> list[Path]:
    home = Path.home()
    folders = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".fonts", home / ".local/share/fonts"]
    return [f for f in folders if f.is_dir()]


def _packages(needs: Iterable[Need]) -> list[str]:
    return sorted({n.package for n in needs})


def _lacks(missing: Sequence[Need]) -> str:
    return "This system lacks " + ", ".join(sorted({str(n) for n in missing}))


def _remedy(missing: Sequence[Need]) -> str:
    packages = " ".join(_packages(missing))
    if not apt.available():
        return f"Debian has it in these packages; yours may be called otherwise: {packages}"
    sudo = "" if os.geteuid() == 0 else "sudo "
    return f"To install it: {sudo}apt-get install --no-install-recommends {packages}"
