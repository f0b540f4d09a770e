"""The look of ordinary widgets: a theme as QPalette and style sheet, kept in step with the system's scheme."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from dateline import assets
from dateline.gui.settings import Settings
from dateline.gui.theme import Theme, blend, contrast, theme

FUSION = "dateline.fusion"  # a property of an application that was begun with the style, which costs 14 ms to look at
_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark, "contrast": Qt.ColorScheme.Dark}
_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)


class ThemeKeeper(QObject):
    """Applies the theme the settings ask for; "auto" follows the system, contrast preference included.

    `changed` carries the new Theme after the application wears it.
    """

    changed = Signal(object)

    def __init__(self, app: QApplication, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app, self._settings = app, settings
        self._hints = app.styleHints()
        self._asked = ""
        self._wear()
        settings.changed.connect(self._setting_changed)
        self._hints.colorSchemeChanged.connect(self._refresh)

    @property
    def current(self) -> Theme:
        """The theme worn now."""
        return self._current

    def _setting_changed(self, name: str) -> None:
        if name == "theme":
            self._refresh()

    def _refresh(self) -> None:
        if self._name() != self._current.name or self._settings.theme != self._asked:
            self._wear()
            self.changed.emit(self._current)

    def _name(self) -> str:
        if (asked := self._settings.theme) in _SCHEMES:
            return asked
        if self._hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
            return "contrast"
        return "dark" if self._hints.colorScheme() is Qt.ColorScheme.Dark else "light"

    def _wear(self) -> None:
        """Native dialogs and title bars follow the scheme that is asked of the platform."""
        if (asked := self._settings.theme) != self._asked:
            self._asked = asked
            self._hints.setColorScheme(_SCHEMES.get(asked, Qt.ColorScheme.Unknown))
        self._current = theme(self._name())
        wear(self._app, self._current)


def wear(app: QApplication, look: Theme) -> None:
    """Give the application the style, palette and style sheet of a theme."""
    if not app.property(FUSION) and app.style().name() not in {"fusion", ""}:  # "": once there is a style sheet
        app.setStyle(QStyleFactory.create("Fusion"))
    for effect in _EFFECTS:
        app.setEffectEnabled(effect, False)  # nothing moves by itself, for those whom it makes unwell
    app.setPalette(palette(look))
    if app.styleSheet() != (sheet := style_sheet(look)):  # each widget there is would be dressed anew
        app.setStyleSheet(sheet)


def on_accent(look: Theme) -> QColor:
    """Return the colour of words on the accent: whichever of page and text stands out more."""
    return max((look.page, look.text), key=lambda colour: contrast(colour, look.accent))


def palette(look: Theme) -> QPalette:
    """Return the theme as the palette that Fusion and our own painting use."""
    role = QPalette.ColorRole
    made = QPalette(look.panel)
    for which, colour in {
        role.Window: look.panel,
        role.WindowText: look.text,
        role.Base: look.page,
        role.AlternateBase: look.panel,
        role.Text: look.text,
        role.Button: look.panel,
        role.ButtonText: look.text,
        role.BrightText: look.bad,
        role.ToolTipBase: look.panel,
        role.ToolTipText: look.text,
        role.PlaceholderText: look.muted,
        role.Highlight: look.wash,
        role.HighlightedText: look.text,
        role.Accent: look.accent,
        role.Link: look.accent,
        role.LinkVisited: look.accent,
        role.Light: blend(look.text, look.panel, 0.02),
        role.Midlight: blend(look.text, look.panel, 0.06),
        role.Mid: look.line,
        role.Dark: blend(look.text, look.panel, 0.35),
        role.Shadow: QColor("black"),
    }.items():
        made.setColor(which, colour)
    faint = blend(look.text, look.panel, 0.4)
    for which in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, which, faint)
    return made


def style_sheet(look: Theme) -> str:
    """Return the style sheet of a theme."""
    shade = blend(look.text, look.panel, 0.07)
    names = {
        "window": look.window,
        "page": look.page,
        "panel": look.panel,
        "text": look.text,
        "muted": look.muted,
        "line": look.line,
        "accent": look.accent,
        "wash": look.wash,
        "onaccent": on_accent(look),
        "shade": shade,
        "chip": blend(look.accent, look.wash, 0.55),
        "press": blend(look.text, look.panel, 0.13),
        "edge": blend(look.text, look.panel, 0.32),
        "thumb": blend(look.text, look.panel, 0.24),
        "thumbhover": blend(look.text, look.panel, 0.42),
        "faint": blend(look.text, look.panel, 0.4),
    }
    sheet = _SHEET
    for name in sorted(names, key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", names[name].name())
    tick = "tick-dark" if on_accent(look).lightnessF() < 0.5 else "tick-light"
    drawings = {"tick": tick, "chevron": "chevron", "up": "up", "mark": "tick-light" if look.dark else "tick-dark"}
    for name, drawing in drawings.items():
        sheet = sheet.replace(f"${name}", _drawing(drawing))
    return sheet


def _drawing(name: str) -> str:
    return assets.resources("icons", "style", f"{name}.svg").as_posix()


# Short on purpose: every rule is matched against every widget. Names after @ are colours, after $ drawings.
_SHEET = """
QMainWindow, QMainWindow::separator { background: @window; }
QMainWindow::separator { width: 5px; height: 5px; }
QMainWindow::separator:hover { background: @accent; }
QDockWidget { titlebar-close-icon: none; titlebar-normal-icon: none; }
QDockWidget::title { background: @panel; padding: 7px 12px 5px 12px; text-align: left; }
QSplitter::handle { background: @line; }
QSplitter::handle:hover { background: @accent; }

QMenuBar { background: @window; padding: 2px 6px; }
QMenuBar::item { padding: 5px 9px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: @press; }
QMenu { background: @panel; border: 1px solid @edge; padding: 5px; }
QMenu::item { padding: 5px 26px 5px 10px; border-radius: 4px; }
QMenu::item:selected { background: @wash; color: @text; }
QMenu::item:disabled { color: @faint; background: transparent; }
QMenu::icon { padding-left: 8px; }
QMenu::icon:checked { background: @wash; border: 1px solid @accent; border-radius: 4px; }
QMenu::indicator { width: 14px; height: 14px; padding-left: 8px; }
QMenu::indicator:checked { image: url($mark); }
QMenu::separator { height: 1px; background: @line; margin: 5px 8px; }
QToolTip { background: @panel; color: @text; border: 1px solid @edge; padding: 5px 7px; }
QStatusBar { background: @window; color: @muted; }
QStatusBar::item { border: none; }
QStatusBar QComboBox { padding: 1px 22px 1px 7px; border-color: transparent; background: transparent; }
QStatusBar QComboBox:hover, QStatusBar QComboBox:focus { border-color: @edge; }
QStatusBar QPushButton { padding: 2px 10px; }
QToolBar { background: @window; border: none; spacing: 2px; padding: 3px 6px; }

QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 4px; background: transparent; }
QToolButton:hover { background: @press; }
QToolButton:pressed, QToolButton:checked { background: @wash; border-color: @accent; }
QToolButton:disabled, QToolButton:checked:disabled { color: @faint; border-color: transparent; background: none; }
QToolButton:focus { border-color: @accent; }
QToolButton:checked:focus { border: 2px solid @text; padding: 3px; }
QToolButton[role="state"] { padding: 4px 2px; }
QToolButton[role="state"]:checked:focus { padding: 3px 1px; }
QToolButton[popupMode="1"] { padding-right: 14px; }
QToolButton::menu-indicator { image: none; }
QPushButton { border: 1px solid @edge; border-radius: 6px; padding: 5px 14px; background: @page; min-width: 44px; }
QPushButton:hover { background: @shade; }
QPushButton:pressed, QPushButton:checked { background: @wash; }
QPushButton:focus { border-color: @accent; }
QPushButton:default { background: @accent; border-color: @accent; color: @onaccent; font-weight: 600; }
QPushButton:default:focus { border: 2px solid @text; padding: 4px 13px; }
QPushButton:disabled { color: @faint; border-color: @line; background: @panel; }
QPushButton:flat { border-color: transparent; background: transparent; color: @accent; padding: 4px 8px; min-width: 0; }
QPushButton:flat:hover { background: @shade; }

QLineEdit, QTextEdit, QPlainTextEdit, QSpinBox, QDoubleSpinBox, QComboBox, QDateTimeEdit {
  background: @page; color: @text; border: 1px solid @edge; border-radius: 6px; padding: 4px 7px;
  selection-background-color: @accent; selection-color: @onaccent; }
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus,
QDateTimeEdit:focus { border-color: @accent; }
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled { color: @faint; background: @panel; border-color: @line; }
QLineEdit[problem="true"] { border-color: @accent; background: @wash; }
QComboBox { padding-right: 22px; combobox-popup: 0; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url($chevron); width: 12px; height: 12px; }
QSpinBox::up-button { subcontrol-position: top right; width: 22px; border: none; }
QSpinBox::down-button { subcontrol-position: bottom right; width: 22px; border: none; }
QSpinBox::up-arrow { image: url($up); width: 10px; height: 10px; }
QSpinBox::down-arrow { image: url($chevron); width: 10px; height: 10px; }
QComboBox QAbstractItemView, QComboBox QAbstractItemView:focus {
  border: 1px solid @edge; background: @page; padding: 4px; }
QCheckBox, QRadioButton { spacing: 7px; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {
  width: 14px; height: 14px; border: 1px solid @edge; border-radius: 4px; background: @page; }
QRadioButton::indicator { border-radius: 7px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: @accent; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {
  background: @accent; border-color: @accent; image: url($tick); }
QCheckBox::indicator:indeterminate { background: @wash; border-color: @accent; }
QRadioButton::indicator:checked { border: 4px solid @accent; width: 8px; height: 8px; }
QCheckBox:focus, QRadioButton:focus { color: @accent; }

QAbstractItemView { background: @page; border: 1px solid transparent; outline: none; alternate-background-color: @panel;
  selection-background-color: @wash; selection-color: @text; }
QAbstractItemView:focus, QScrollArea:focus, QTextBrowser:focus { border: 1px solid @accent; }
QListView::item, QTreeView::item { padding: 4px 6px; border-radius: 5px; }
QListView::item:hover, QTreeView::item:hover { background: @shade; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected { background: @wash; color: @text; }
QTableView[role="cells"]::item:focus { border: 1px solid @accent; border-radius: 4px; }
QHeaderView { background: @panel; }
QHeaderView::section { background: @panel; color: @muted; border: none; border-bottom: 1px solid @line;
  padding: 5px 8px; font-weight: 600; }
QTableCornerButton::section { background: @panel; border: none; border-bottom: 1px solid @line; }
QTableView { gridline-color: @line; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }

QTabWidget::pane { border: none; border-top: 1px solid @line; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { padding: 6px 12px; border: none; border-bottom: 2px solid transparent; color: @muted;
  background: transparent; }
QTabBar::tab:hover { color: @text; background: @shade; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; }
QTabBar::tab:focus { background: @wash; }
QGroupBox { border: none; border-top: 1px solid @line; margin-top: 18px; padding-top: 8px; }
QGroupBox::title { subcontrol-origin: margin; left: 0; padding: 0 6px 0 0; color: @muted; }
QProgressBar { border: none; border-radius: 3px; background: @press; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QProgressBar[unknown="true"]::chunk { background: @line; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @thumb; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: @thumbhover; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollArea { border: none; background: transparent; }

QFrame#card { background: @page; border: 1px solid @line; border-radius: 8px; }
QLabel[role="heading"] { font-weight: 600; }
QLabel[role="words"] { font-size: 11pt; }
QLabel[role="muted"] { color: @muted; }
QLabel[role="missing"], QToolButton[role="missing"] { color: @accent; }
QToolButton[role="ghost"] { color: @muted; border: 1px dashed @edge; border-radius: 5px; padding: 1px 5px; }
QToolButton[role="ghost"]:focus { border-color: @accent; }
QFrame#card QToolButton { padding: 1px 4px; }
QDialog QLabel { padding: 1px 0 0 0; qproperty-indent: 0; }
QFrame#below { background: @wash; border-top: 1px solid @line; }
QFrame#below QToolButton { padding: 1px 4px; }
QFrame#chip { background: @wash; border: 1px solid @chip; border-radius: 6px; }
QFrame#hoverCard { background: @page; border: 1px solid @edge; }
QWidget#findBar { background: @panel; border-bottom: 1px solid @line; }
"""
