"""The dialogs of the menus: about the project, the article and the program.

They are imported when they are opened: none of them is needed for the first paint.
"""

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices

from dateline import assets
from dateline.gui.main_window import MainWindow
from dateline.gui.session import Session
from dateline.gui.settings import Settings
from dateline.gui.tasks import Tasks
from dateline.model.changes import Changes


class MenuDialogs(QObject):
    """Answers the actions that show something of the project, the article or the program."""

    def __init__(self, window: MainWindow, session: Session, settings: Settings, tasks: Tasks) -> None:
        super().__init__(window)
        self._window, self._session, self._settings, self._tasks = window, session, settings, tasks
        for name, then in {
            "check_project": self.open_check,
            "project_statistics": self.open_statistics,
            "history": self.open_history,
            "schema_editor": self.open_schema_editor,
            "settings": self.open_settings,
            "article_properties": self.open_properties,
            "remove_article": self.remove_article,
            "search_project": self.open_search,
            "concordance": self.open_concordance,
            "guide": self.open_guide,
            "show_log": self.show_log,
            "about": self.open_about,
        }.items():
            window.actions_table[name].triggered.connect(lambda _=False, t=then: t())
        window.inspector.properties_wanted.connect(self.open_properties)

    # About the project

    def open_check(self) -> None:
        """Check the project and show what is found."""
        from dateline.gui.dialogs.check import CheckDialog

        if self._session.project is not None:
            CheckDialog(self._session, self._tasks, self._window).open()

    def open_statistics(self) -> None:
        """Show what the project holds."""
        from dateline.gui.dialogs.statistics import StatisticsDialog

        if self._session.project is not None:
            StatisticsDialog(self._session, self._tasks, self._window.themes.current, self._window).open()

    def open_history(self) -> None:
        """Show every step."""
        from dateline.gui.dialogs.history import HistoryDialog

        if self._session.project is not None:
            HistoryDialog(self._session, self._window).open()

    def open_schema_editor(self) -> None:
        """Open the editor of labels."""
        from dateline.gui.dialogs.schema_editor import SchemaEditor

        if self._session.project is not None:
            themes = self._window.themes
            editor = SchemaEditor(self._session, self._tasks, themes.current, self._window)
            themes.changed.connect(editor.list.set_theme)
            editor.open()

    # About the article

    def open_properties(self) -> None:
        """Show what is known of the open article, to change it."""
        from dateline.gui.dialogs.properties import PropertiesDialog

        if self._session.page is not None:
            PropertiesDialog(self._session, self._window).open()

    def remove_article(self) -> None:
        """Take the open article out of the project; undo brings it back."""
        from dateline.editing.articles import remove_articles

        project, page = self._session.project, self._session.page
        if project is None or page is None:
            return
        done: Changes | None = self._session.do(lambda: remove_articles(project, [page.article.id]), "files")
        if done:
            self._session.message.emit(self.tr("{}: undo brings it back.").format(done.label))

    # The program

    def open_search(self) -> None:
        """Bring up the search of all articles."""
        from dateline.gui.search.project_search import ProjectSearchPanel, search_dock

        dock = search_dock(self._window, self._session, self._window.themes)
        panel = dock.widget()
        if isinstance(panel, ProjectSearchPanel):
            reader, once = self._window.pane.reader, Qt.ConnectionType.UniqueConnection
            panel.opened.connect(self._window.pane.read_on, once)
            panel.left.connect(reader.setFocus, once)
            panel.lines_wanted.connect(self.open_concordance, once)

    def open_concordance(self, words: str = "") -> None:
        """Bring up the lines of all articles, with what is selected or these words where there are any."""
        from dateline.gui.search.lines.dock import concordance_dock

        concordance_dock(self._window, words)

    def open_settings(self) -> None:
        """Show the settings."""
        from dateline.gui.dialogs.settings_dialog import SettingsDialog

        SettingsDialog(self._settings, self._session, self._window).open()

    def open_guide(self) -> None:
        """Open the user guide in a window of its own."""
        from dateline.gui.dialogs.guide import GuideWindow

        GuideWindow(self._window.themes, self._window).show()

    def open_about(self) -> None:
        """Show version and licences."""
        from dateline.gui.dialogs.about import AboutDialog

        dialog = AboutDialog(self._window)
        dialog.guide_wanted.connect(self.open_guide)
        dialog.open()

    def show_log(self) -> None:
        """Open the folder of the log in the system's file manager."""
        folder = assets.state_folder()
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._session.message.emit(self.tr("The log is in {}").format(folder))
