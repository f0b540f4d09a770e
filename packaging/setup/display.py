"""Whether there is a display that a window can be shown on. Qt aborts the process when there is none: so ask first."""

import os
import socket
import subprocess
import sys
from pathlib import Path

_CONNECT = """
import ctypes, sys
xcb = ctypes.CDLL("libxcb.so.1")
xcb.xcb_connect.restype = ctypes.c_void_p
xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
sys.exit(xcb.xcb_connection_has_error(xcb.xcb_connect(None, None)) != 0)
"""


def named() -> list[str]:
    """Return the Qt platforms the session speaks of; whether one answers is another question."""
    if os.environ.get("QT_QPA_PLATFORM", "").startswith(("offscreen", "minimal")):
        return []
    if sys.platform != "linux":
        return ["cocoa" if sys.platform == "darwin" else "windows"]
    variables = {"xcb": "DISPLAY", "wayland": "WAYLAND_DISPLAY"}
    return [platform for platform, variable in variables.items() if os.environ.get(variable)]


def answers(platform: str, environment: dict[str, str]) -> bool:
    """Say whether the display of `platform` lets us in. On macOS and Windows it is taken to."""
    if platform == "xcb":
        asked = subprocess.run([sys.executable, "-c", _CONNECT], env=environment, capture_output=True, check=False)
        return asked.returncode == 0
    return platform != "wayland" or _wayland_answers()


def _wayland_answers() -> bool:
    name = Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / os.environ["WAYLAND_DISPLAY"]
    with socket.socket(socket.AF_UNIX) as connection:
        try:
            connection.connect(str(name))
        except OSError:
            return False
    return True
