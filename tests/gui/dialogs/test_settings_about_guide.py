from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dateline.gui.dialogs.about import AboutDialog, libraries
from dateline.gui.dialogs.guide import GuideWindow, guide_pages
from dateline.gui.dialogs.settings_dialog import SettingsDialog
from dateline.gui.session import Session
from dateline.gui.settings import Settings
from dateline.gui.theme_style import ThemeKeeper


def test_every_change_is_written_at_once(settings: Settings, session: Session, window: QWidget, qtbot: QtBot) -> None:
    dialog = SettingsDialog(settings, session, window)
    dialog.open()
    dialog.theme.setCurrentIndex(dialog.theme.findData("dark"))
    assert settings.theme == "dark"
    dialog.type_size.set_value(18)
    dialog.line_width.set_value(60)
    dialog.leading.set_value(1.25)
    assert (settings.reader_size, settings.reader_width, settings.reader_leading) == (18, 60, 1.25)
    assert isinstance(settings.reader_width, int)
    assert "60" in dialog.line_width.text.text()
    assert not dialog.again.isVisible()
    dialog.language.setCurrentIndex(dialog.language.findData("en"))
    assert settings.language == "en"
    assert dialog.again.isVisible()
    qtbot.keyClick(dialog.type_size.slider, Qt.Key.Key_Right)
    assert settings.reader_size == 18.5


def test_the_page_goes_back_to_how_it_was(settings: Settings, session: Session, window: QWidget) -> None:
    settings.reader_size, settings.reader_leading, settings.reader_width = 20.0, 1.5, 100
    dialog = SettingsDialog(settings, session, window)
    dialog._reset_page()
    found = (settings.reader_size, settings.reader_leading, settings.reader_width, settings.reader_font)
    fresh = (Settings.reader_size.default, Settings.reader_leading.default, Settings.reader_width.default, "")
    assert found == fresh


def test_a_name_is_kept_also_on_escape(settings: Settings, session: Session, window: QWidget) -> None:
    dialog = SettingsDialog(settings, session, window)
    dialog.open()
    assert dialog.name.placeholderText() == "Ann"
    dialog.name.setText(" Berna ")
    dialog.reject()
    assert settings.annotator_name == "Berna"


def test_opening_the_settings_changes_none(settings: Settings, session: Session, window: QWidget) -> None:
    heard: list[str] = []
    settings.changed.connect(heard.append)
    dialog = SettingsDialog(settings, session, window)
    dialog.open()
    dialog.accept()
    assert heard == []


def test_about_names_every_library_with_a_licence(window: QWidget, qtbot: QtBot) -> None:
    found = {name: (version, licence) for name, version, licence in libraries()}
    assert {"PySide6-Essentials", "sqlite-utils", "numpy", "tomli-w"} <= set(found)
    assert all(version and licence for version, licence in found.values())
    dialog = AboutDialog(window)
    dialog.open()
    dialog._copy()
    assert "PySide6-Essentials 6" in QGuiApplication.clipboard().text()
    with qtbot.waitSignal(dialog.guide_wanted):
        dialog._guide()


def test_the_guide_shows_its_pages_and_follows_links(
    settings: Settings, window: QWidget, tmp_path: Path, qapp: QApplication
) -> None:
    (tmp_path / "index.md").write_text("# Welcome\n\nSee [keys](keys.md).\n", encoding="utf-8")
    (tmp_path / "keys.md").write_text("# Keys\n\nPress **p**.\n", encoding="utf-8")
    assert [title for title, _ in guide_pages(tmp_path)] == ["Welcome", "Keys"]
    before = qapp.styleSheet()
    guide = GuideWindow(ThemeKeeper(qapp, settings, window), window, tmp_path)
    guide.show()
    assert "See keys" in guide.page.toPlainText()
    guide.list.setCurrentRow(1)
    assert "Press p" in guide.page.toPlainText()
    guide.page.backward()
    assert guide.list.currentRow() == 0
    guide.close()
    qapp.setStyleSheet(before)


def test_a_missing_guide_is_said(settings: Settings, window: QWidget, tmp_path: Path, qapp: QApplication) -> None:
    guide = GuideWindow(ThemeKeeper(qapp, settings, window), window, tmp_path)
    guide.show()
    assert guide._missing.isVisible()
    qapp.setStyleSheet("")
