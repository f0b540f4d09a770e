"""The open article while nothing in it is selected: what is known of it, its counts, its note."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from dateline.gui.date_words import shown_published
from dateline.gui.dialogs.frame import plural
from dateline.gui.inspector.card import Card, muted
from dateline.model.annotation import Layer
from dateline.model.page import Page


class ArticleCard(Card):
    """Shows an article's facts."""

    properties_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("Article"))
        self.name = QLabel()
        self.name.setWordWrap(True)
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.name.setProperty("role", "words")
        self.facts = muted()
        self.missing = muted(self.tr("No publication date: words such as “Thursday” or “last month” cannot be dated."))
        self.missing.setProperty("role", "missing")
        self.note = muted()  # the article's, which is everybody's; that of who works on it has a card
        self.counts = muted()
        self.button = QPushButton(self.tr("Properties…"))
        self.button.clicked.connect(self.properties_wanted)
        for label in (self.name, self.facts, self.missing, self.note, self.counts):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # a long name widens nothing
            self.body.addWidget(label)
        self.head.addWidget(self.button)

    def show_page(self, page: Page) -> None:
        """Show one article."""
        article = page.article
        self.name.setText(article.name)
        facts = (shown_published(article.published), article.source, article.language, article.url, article.origin)
        self.facts.setText(" · ".join(f for f in facts if f))
        self.facts.setToolTip(article.published if shown_published(article.published) != article.published else "")
        self.missing.setVisible(not article.published)
        self.note.setText(self.tr("Note under Properties: {}").format(article.note))
        self.note.setVisible(bool(article.note))
        by_layer = {layer: sum(m.layer is layer for m in page.mentions.values()) for layer in Layer}
        said = (
            plural(by_layer[Layer.ENTITY], self.tr("1 entity"), self.tr("{} entities")),
            plural(by_layer[Layer.TIME], self.tr("1 time"), self.tr("{} times")),
            plural(by_layer[Layer.EVENT], self.tr("1 event"), self.tr("{} events")),
        )
        self.counts.setText(", ".join(said))
