"""The settings: who you are, how the program looks, how the page is set. What is changed is seen at once."""

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFormLayout, QGroupBox, QHBoxLayout, QLabel, QLineEdit, QSlider, QWidget

from dateline.gui.dialogs.frame import Dialog, muted
from dateline.gui.i18n import languages
from dateline.gui.session import Session
from dateline.gui.settings import Settings
from dateline.gui.widgets.choice_box import ChoiceBox

_SLIDER = """
QSlider::groove { height: 4px; border-radius: 2px; background: palette(mid); }
QSlider::sub-page { height: 4px; border-radius: 2px; background: palette(link); }
QSlider::handle { width: 14px; margin: -5px 0; border-radius: 7px; background: palette(link); }
QSlider::handle:focus { border: 2px solid palette(text); width: 10px; border-radius: 7px; }
"""


class Slide(QWidget):
    """A slider over numbers with its value in words."""

    changed = Signal(float)

    def __init__(self, low: float, high: float, step: float, value: float, words: str, name: str) -> None:
        super().__init__()
        self._low, self._step, self._words = low, step, words
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, round((high - low) / step))
        self.slider.setValue(round((value - low) / step))
        self.slider.setAccessibleName(name)
        self.slider.setStyleSheet(_SLIDER)
        self.text = QLabel()
        self.text.setMinimumWidth(130)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.slider, 1)
        row.addWidget(self.text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # else Alt and the letter of its label would lead nowhere
        self.setFocusProxy(self.slider)
        self._tell()
        self.slider.valueChanged.connect(self._moved)

    @property
    def value(self) -> float:
        """The number chosen."""
        return round(self._low + self.slider.value() * self._step, 3)

    def set_value(self, value: float) -> None:
        """Show another number."""
        self.slider.setValue(round((value - self._low) / self._step))

    def _moved(self) -> None:
        self._tell()
        self.changed.emit(self.value)

    def _tell(self) -> None:
        self.text.setText(self._words.format(f"{self.value:g}"))


class SettingsDialog(Dialog):
    """Writes every change to the settings as it is made; there is nothing to apply."""

    def __init__(self, settings: Settings, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Settings"))
        self.setMinimumWidth(500)
        self._settings, self._session = settings, session
        self.name = QLineEdit(settings.annotator_name)
        self.name.setPlaceholderText(session.own_name)
        self.theme, self.language, self.family = ChoiceBox(), ChoiceBox(), ChoiceBox()
        names = (self.tr("Size"), self.tr("Width"), self.tr("Line spacing"))
        self.type_size = Slide(6, 32, 0.5, settings.reader_size, self.tr("{} points"), names[0])
        self.line_width = Slide(40, 140, 1, settings.reader_width, self.tr("{} characters a line"), names[1])
        self.leading = Slide(0.8, 2, 0.05, settings.reader_leading, self.tr("{} times the usual"), names[2])
        self._fill()
        self._lay_out()
        self._connect()
        self.add_button(self.tr("Page as at first"), self._reset_page, left=True)
        self.add_button(self.tr("Close"), self.accept, default=True)

    def _fill(self) -> None:
        for name, text in {
            "auto": self.tr("Like the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "contrast": self.tr("High contrast"),
        }.items():
            self.theme.addItem(text, name)
        self.language.addItem(self.tr("Like the system"), "")
        for code in languages():
            self.language.addItem(QLocale(code).nativeLanguageName().title() or code, code)
        self.family.addItem(self.tr("The serif that suits best"), "")
        for family in QFontDatabase.families():
            if QFontDatabase.isSmoothlyScalable(family) and not QFontDatabase.isPrivateFamily(family):
                self.family.addItem(family, family)
        settings = self._settings
        for box, value in (
            (self.theme, settings.theme),
            (self.language, settings.language),
            (self.family, settings.reader_font),
        ):
            box.setCurrentIndex(max(0, box.findData(value)))
            box.setMaxVisibleItems(14)

    def _lay_out(self) -> None:
        you = QGroupBox(self.tr("You"))
        form = QFormLayout(you)
        form.addRow(self.tr("&Name"), self.name)
        form.addRow("", muted(self.tr("Your annotations carry it, in projects opened from now on.")))
        look = QGroupBox(self.tr("The program"))
        form_2 = QFormLayout(look)
        form_2.addRow(self.tr("&Theme"), self.theme)
        form_2.addRow(self.tr("&Language"), self.language)
        self.again = muted(self.tr("The language changes when Dateline is started again."))
        self.again.hide()
        form_2.addRow("", self.again)
        page = QGroupBox(self.tr("The page"))
        form_3 = QFormLayout(page)
        form_3.addRow(self.tr("&Font"), self.family)
        form_3.addRow(self.tr("&Size"), self.type_size)
        form_3.addRow(self.tr("&Width"), self.line_width)
        form_3.addRow(self.tr("Line s&pacing"), self.leading)
        for group in (you, look, page):
            layout = group.layout()
            if layout is not None:
                layout.setContentsMargins(0, 6, 0, 0)
            self.body.addWidget(group)
        self.body.addStretch()

    def _connect(self) -> None:
        settings = self._settings
        self.name.editingFinished.connect(self._rename)
        self.theme.currentIndexChanged.connect(lambda _: setattr(settings, "theme", self.theme.currentData()))
        self.language.currentIndexChanged.connect(self._set_language)
        self.family.currentIndexChanged.connect(lambda _: setattr(settings, "reader_font", self.family.currentData()))
        self.type_size.changed.connect(lambda value: setattr(settings, "reader_size", value))
        self.line_width.changed.connect(lambda value: setattr(settings, "reader_width", round(value)))
        self.leading.changed.connect(lambda value: setattr(settings, "reader_leading", value))

    def _rename(self) -> None:
        self._settings.annotator_name = self.name.text().strip()

    def _set_language(self) -> None:
        self._settings.language = self.language.currentData()
        self.again.show()

    def _reset_page(self) -> None:
        """Go back to how the page was set at first."""
        self.family.setCurrentIndex(0)
        self.type_size.set_value(Settings.reader_size.default)
        self.line_width.set_value(Settings.reader_width.default)
        self.leading.set_value(Settings.reader_leading.default)

    def done(self, result: int) -> None:
        """Keep the name also when the dialog is left from its field."""
        self._rename()
        self._settings.flush()
        super().done(result)
