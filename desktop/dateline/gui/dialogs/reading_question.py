"""Asking how a source is to be read where nothing in it says so: what each reading would annotate, to choose from."""

from PySide6.QtWidgets import QRadioButton, QWidget

from dateline.exchange.problems import Undecided
from dateline.gui.dialogs.frame import Dialog, WrappedLabel, muted

_WIDTH = 560  # pixels


class ReadingQuestion(Dialog):
    """Offers the readings of an `Undecided`, the likeliest chosen; `chosen` gives the answer when it was accepted."""

    def __init__(self, undecided: Undecided, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("What do the offsets count?"))
        problem = undecided.problems[0]
        text = self.tr(
            "{file} has emoji or other characters that programs count differently, and nothing in it says how "
            "its offsets count them. Choose the reading whose words are whole."
        )
        self.body.addWidget(WrappedLabel(text.format(file=problem.file)))
        self.answers: dict[str, QRadioButton] = {}
        for number, answer in enumerate(undecided.answers):
            choice = QRadioButton(self._titles().get(answer.value, answer.value))
            choice.setChecked(number == 0)
            self.answers[answer.value] = choice
            self.body.addWidget(choice)
            if answer.examples:
                words = muted(self.tr("Annotated words: {}").format(", ".join(f"“{w}”" for w in answer.examples)))
                words.setContentsMargins(24, 0, 0, 6)
                self.body.addWidget(words)
        self.add_button(self.tr("Cancel"), self.reject)
        self.ok = self.add_button(self.tr("Read it so"), self.accept, default=True)
        next(iter(self.answers.values())).setFocus()
        self.resize(_WIDTH, max(self.sizeHint().height(), self.heightForWidth(_WIDTH)))  # placed by its real height

    def _titles(self) -> dict[str, str]:
        return {
            "utf16": self.tr("&UTF-16 units, as doccano's window makes them"),
            "codepoints": self.tr("&Characters (code points), as programs in Python make them"),
            "graphemes": self.tr("&Graphemes, as doccano makes them where a project is set so"),
        }

    def chosen(self) -> str:
        """Return the value of the reading that is chosen."""
        return next(value for value, choice in self.answers.items() if choice.isChecked())
