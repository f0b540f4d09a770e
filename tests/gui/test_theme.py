"""Themes are legible, inks tell types apart twice, and the application follows setting and system."""

import itertools
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit, QMainWindow, QProxyStyle, QStyle
from pytestqt.qtbot import QtBot

from dateline.gui import theme_style
from dateline.gui.settings import Settings
from dateline.gui.theme import Underline, blend, contrast, legible, load_theme, theme
from dateline.gui.theme_style import ThemeKeeper, on_accent, palette, style_sheet
from dateline.model.annotation import Layer
from dateline.model.schema import LabelType, Schema

NAMES = ("light", "dark", "contrast")


def schema_of(count: int, colour: str = "") -> Schema:
    types = tuple(LabelType(f"t{n}", Layer.ENTITY, f"T{n}", colour=colour, position=n) for n in range(count))
    return Schema(types=(*types, LabelType("d", Layer.TIME, "DATE"), LabelType("e", Layer.EVENT, "CONSULT")))


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21.0)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", NAMES)
def test_words_are_legible_on_every_ground(name: str) -> None:
    look = theme(name)
    least = 7.0 if name == "contrast" else 4.5
    for words, ground in itertools.product((look.text, look.muted), (look.page, look.panel, look.window)):
        assert contrast(words, ground) >= least, (words.name(), ground.name())
    assert contrast(look.text, look.wash) >= 4.5
    assert contrast(look.bad, look.page) >= 4.5
    assert contrast(on_accent(look), look.accent) >= 4.5
    assert all(contrast(ink, look.page) >= 3.0 for ink in look.labels)


def test_no_two_labels_of_a_layer_share_colour_and_underline() -> None:
    inks = theme("light").inks(schema_of(40)).values()
    entity = [(ink.colour.name(), ink.underline) for ink in list(inks)[:40]]
    assert len(set(entity)) == 40


def test_inks_are_worked_out_once_a_schema_and_follow_a_new_one() -> None:
    look, schema = theme("light"), schema_of(3)
    assert look.inks(schema) is look.inks(schema)
    assert look.ink(schema, "T1") is look.inks(schema)["T1"]
    assert "T2" not in look.inks(schema_of(2))
    assert look.ink(schema, "gone").colour == look.muted
    assert look.ink(schema, "gone").underline is Underline.DOTTED


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("own", ["#FFFFFF", "#000000", "#FFFF00", "#3A66B8", "#808080"])
def test_a_types_own_colour_is_made_legible(name: str, own: str) -> None:
    look = theme(name)
    ink = look.ink(schema_of(1, own), "T0")
    assert contrast(ink.colour, look.page) >= 3.0
    if contrast(QColor(own), look.page) >= 3.0:
        assert ink.colour == QColor(own)


def test_legible_keeps_the_hue() -> None:
    moved = legible(QColor("#FFE0B0"), QColor("white"))
    assert abs(moved.hslHueF() - QColor("#FFE0B0").hslHueF()) < 0.02


def test_blend_goes_from_under_to_over() -> None:
    black, white = QColor("black"), QColor("white")
    assert blend(black, white, 0.0).name() == "#ffffff"
    assert blend(black, white, 1.0).name() == "#000000"
    assert blend(black, white, 0.5).name() == "#808080"


def test_a_bad_theme_file_is_named_with_its_field(tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    for written, wrong in {
        '{"window": "nocolour", "labels": ["#fff"]}': r"mine\.json: not a colour: window",
        '{"window": ': r"mine\.json: .*truncated",
        "[]": r"mine\.json: Expected `object`",
    }.items():
        path.write_text(written)
        with pytest.raises(ValueError, match=wrong):
            load_theme(path)


@pytest.mark.parametrize("name", NAMES)
def test_every_name_and_drawing_of_the_sheet_is_filled_in(name: str) -> None:
    sheet = style_sheet(theme(name))
    assert "@" not in sheet
    assert "$" not in sheet
    drawings = [part.split(")")[0] for part in sheet.split("url(")[1:]]
    assert drawings
    assert all(Path(drawing).is_file() for drawing in drawings)


def test_disabled_words_are_fainter() -> None:
    made = palette(theme("light"))
    role = QPalette.ColorRole.Text
    normal, off = made.color(role), made.color(QPalette.ColorGroup.Disabled, role)
    assert contrast(off, theme("light").page) < contrast(normal, theme("light").page)


@pytest.fixture
def worn(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the themes put on; the shared application itself is left as it is."""
    names: list[str] = []
    monkeypatch.setattr(theme_style, "wear", lambda _app, look: names.append(look.name))
    return names


def test_the_keeper_wears_what_the_settings_ask_for(qapp: QApplication, worn: list[str]) -> None:
    settings = Settings()
    keeper = ThemeKeeper(qapp, settings)
    told: list[str] = []
    keeper.changed.connect(lambda look: told.append(look.name))
    settings.theme = "dark"
    settings.theme = "contrast"
    settings.reader_width = 60
    settings.theme = "auto"
    assert worn == ["light", "dark", "contrast", "light"]
    assert told == worn[1:]
    assert keeper.current.name == "light"


def test_auto_follows_the_system(qapp: QApplication, worn: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    scheme = [Qt.ColorScheme.Light]

    class Hints:
        """Stands in for the system."""

        def __init__(self) -> None:
            real = qapp.styleHints()
            self.accessibility, self.colorSchemeChanged = real.accessibility, real.colorSchemeChanged

        def colorScheme(self) -> Qt.ColorScheme:
            return scheme[0]

        def setColorScheme(self, asked: Qt.ColorScheme) -> None:
            scheme[0] = asked if asked is not Qt.ColorScheme.Unknown else scheme[0]

    class App:
        def styleHints(self) -> Hints:
            return Hints()

    settings = Settings()
    keeper = ThemeKeeper(App(), settings)  # type: ignore[arg-type]
    scheme[0] = Qt.ColorScheme.Dark
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert keeper.current.name == "dark"
    settings.theme = "light"
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert keeper.current.name == "light"


@pytest.mark.parametrize("name", NAMES)
def test_the_application_wears_it_without_complaint(qapp: QApplication, qtbot: QtBot, name: str) -> None:
    """Qt only warns of a style sheet it cannot parse; a warning fails the test."""
    before = qapp.palette(), qapp.styleSheet()
    try:
        qapp.setStyleSheet("")  # what is worn already is not read again
        theme_style.wear(qapp, theme(name))
        window = QMainWindow()
        qtbot.addWidget(window)
        window.menuBar().addMenu("File").addAction("Open")
        window.setCentralWidget(QLineEdit("words"))
        window.show()
        image = window.grab().toImage()
        assert image.pixelColor(image.width() // 2, image.height() - 8) == theme(name).page
    finally:
        qapp.setPalette(before[0])
        qapp.setStyleSheet(before[1])


def test_a_theme_that_is_worn_already_dresses_no_widget_anew(qapp: QApplication, qtbot: QtBot) -> None:
    class Watching(QLineEdit):
        dressed = 0

        def changeEvent(self, event: QEvent) -> None:
            self.dressed += event.type() == QEvent.Type.StyleChange
            super().changeEvent(event)

    before = qapp.palette(), qapp.styleSheet()
    try:
        theme_style.wear(qapp, theme("light"))
        field = Watching()
        qtbot.addWidget(field)
        field.show()
        field.dressed = 0
        theme_style.wear(qapp, theme("light"))
        assert field.dressed == 0
        theme_style.wear(qapp, theme("dark"))
        assert field.dressed == 1
    finally:
        qapp.setPalette(before[0])
        qapp.setStyleSheet(before[1])


class _Iconic(QProxyStyle):
    """A platform that puts icons on the buttons of dialogs."""

    def styleHint(self, hint: QStyle.StyleHint, *rest: object) -> int:
        if hint == QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons:
            return 1
        return super().styleHint(hint, *rest)  # type: ignore[arg-type]


def test_no_icons_of_the_platform_on_the_buttons_of_dialogs(qapp: QApplication, qtbot: QtBot) -> None:
    """They are drawn in no theme's colours."""
    iconic = _Iconic("Fusion")
    foot = QDialogButtonBox()
    qtbot.addWidget(foot)
    foot.setStyle(iconic)
    foot.setStyleSheet(style_sheet(theme("light")))
    foot.addButton(QDialogButtonBox.StandardButton.Ok)
    foot.addButton(QDialogButtonBox.StandardButton.Cancel)
    assert [button.icon().isNull() for button in foot.buttons()] == [True, True]
