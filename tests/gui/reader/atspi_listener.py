"""A screen reader's ear: registers on the accessibility bus and prints each event it hears, one a line."""

import sys

from PySide6.QtCore import SLOT, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusInterface, QDBusMessage

_EVENTS = ("object:text-caret-moved", "object:text-selection-changed", "object:announcement", "focus:")
_SIGNALS = ("TextCaretMoved", "TextSelectionChanged", "Announcement", "StateChanged")


class Ear(QObject):
    """Prints what it is told."""

    @Slot(QDBusMessage)
    def heard(self, message: QDBusMessage) -> None:
        """Print the event's name, its numbers and its text."""
        detail, first, second, value = message.arguments()[:4]
        print(message.member(), message.path(), detail, first, second, value.variant(), sep="\t", flush=True)


def main() -> None:
    """Listen on the bus whose address is given, until ended from outside."""
    app = QCoreApplication(sys.argv)
    bus = QDBusConnection.connectToBus(sys.argv[1], "listener")
    ear = Ear()
    registry = QDBusInterface("org.a11y.atspi.Registry", "/org/a11y/atspi/registry", "org.a11y.atspi.Registry", bus)
    for event in _EVENTS:
        registry.call("RegisterEvent", event)
    for signal in _SIGNALS:
        bus.connect("", "", "org.a11y.atspi.Event.Object", signal, ear, SLOT("heard(QDBusMessage)"))
    print("ready", flush=True)
    app.exec()


if __name__ == "__main__":
    main()
