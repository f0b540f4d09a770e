"""Which letter or digit a key press means, whatever keyboard layout is on."""

import sys
from collections.abc import Iterator
from unicodedata import normalize

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

# Physical keys by evdev code, from the one left of 1 to the one left of the right Shift.
_ROWS = {2: "1234567890-=", 16: "qwertyuiop[]", 30: "asdfghjkl;'", 44: "zxcvbnm,./"}
_PHYSICAL = {first + n: char for first, row in _ROWS.items() for n, char in enumerate(row)}

# The same keys by macOS virtual key code, which names a physical key there: in the order of the codes from 0 on, a
# space where a code is none of these keys (Carbon's HIToolbox/Events.h, kVK_ANSI_…).
_MACOS = dict(enumerate("asdfhgzxcv bqweryt123465=97-80]ou[ip lj'k; ,/nm."))

# Cyrillic layouts, for where the physical key is not told (remote desktops, on-screen keyboards). Kazakh has
# its own letters on the digits.
_CYRILLIC = dict(zip("йцукенгшщзхъфывапролджэячсмитьбю", "qwertyuiop[]asdfghjkl;'zxcvbnm,.", strict=True))
_CYRILLIC |= dict(zip("әіңғүұқөһ", "2345890-=", strict=True)) | {"ё": "`"}
# Latin letters that stand for themselves nowhere in a schema but on a key that does: the Turkish i without a dot.
_LATIN = {"ı": "i", "İ": "i", "I": "i"}

_MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
    | Qt.KeyboardModifier.GroupSwitchModifier
)


def strokes(event: QKeyEvent) -> Iterator[str]:
    """Yield what a key press may mean, the likeliest first: its own letter, then that of the physical key.

    Nothing for dead keys, modifiers, function keys, and anything with Ctrl, Alt, Meta or AltGr.
    """
    if event.modifiers() & _MODIFIERS or is_dead(event):
        return
    text = event.text()
    if len(text) != 1 or not text.isprintable() or text.isspace():
        return
    yield _LATIN.get(text, text.lower())
    shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    physical = physical_key(event)
    if text.isascii():
        # A Latin letter is itself on every layout. What else stands on a digit's key (a Kazakh quotation mark on the
        # 1, all of the row on AZERTY, anything with Shift) asks for the digit.
        on_digit = not text.isalnum() and physical is not None and physical.isdigit()
        if physical is not None and (on_digit or (shifted and not text.isalpha())):
            yield physical
    elif physical is not None:
        if not _is_composed(text, physical):
            yield physical
    elif text.lower() in _CYRILLIC:
        yield _CYRILLIC[text.lower()]


def is_dead(event: QKeyEvent) -> bool:
    """Say whether a key only puts a mark on the letter after it."""
    return Qt.Key.Key_Dead_Grave <= event.key() <= Qt.Key.Key_Dead_Longsolidusoverlay


def _is_composed(text: str, physical: str) -> bool:
    """Say whether a letter is that of its key with marks: made with a dead key or AltGr, so none that a label has."""
    return physical.isalpha() and normalize("NFD", text.lower()).startswith(physical)


def digit(event: QKeyEvent) -> int | None:
    """Return the digit that a press means, with whatever modifiers, where its key has one; else None."""
    key = event.key()
    if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
        return key - Qt.Key.Key_0
    found = physical_key(event) or (_CYRILLIC.get(chr(key).lower()) if key < Qt.Key.Key_Escape else None)
    return int(found) if found and found.isdigit() else None


def physical_key(event: QKeyEvent) -> str | None:
    """Return what the pressed key has on it on a US keyboard, or None where the platform does not tell."""
    if sys.platform == "darwin":
        char = _MACOS.get(event.nativeVirtualKey(), "") if event.nativeScanCode() else ""
        return char.strip() or None
    code = event.nativeScanCode()
    if sys.platform.startswith("linux"):
        code -= 8  # X11 and Wayland keycodes are evdev codes and 8
    return _PHYSICAL.get(code)
