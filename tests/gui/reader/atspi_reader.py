"""A window with a reader in it, for a screen reader to look at; run on a display of its own."""

import sys

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from dateline.gui.reader.view import ReaderView, accessible_reader
from dateline.gui.theme import theme
from dateline.model.annotation import Layer, Mention
from dateline.model.article import Article
from dateline.model.page import Page
from dateline.model.schema import LabelType, Schema
from dateline.model.text import Span

TEXT = "The envoys 🚨 met\u00a0in Astana.\r\nA second line is here."


def main() -> None:
    """Show the window until it is ended from outside."""
    app = QApplication(sys.argv)
    QAccessible.installFactory(accessible_reader)
    begin = TEXT.index("Astana")
    mention = Mention("m1", "a", "me", Layer.ENTITY, "Place", (Span(begin, begin + 6),))
    view = ReaderView(theme("light"))
    view.set_namer(lambda _: "Nur-Sultan")
    view.setWindowTitle("Reader")
    view.resize(700, 400)
    schema = Schema("s", types=(LabelType("1", Layer.ENTITY, "Place"),))
    view.set_page(Page(Article("a", TEXT), "me", {"m1": mention}), schema)
    view.show()
    view.setFocus()
    view.select_mention("m1")
    app.exec()


if __name__ == "__main__":
    main()
