"""What comes up over the window and goes again: the command palette and the sheet of keys."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dateline.gui.date_words import shown_published
from dateline.gui.main_window import MainWindow
from dateline.gui.search.command_palette import Command, CommandPalette, action_commands
from dateline.gui.session import Session
from dateline.model.annotation import Layer
from dateline.model.changes import Kind

if TYPE_CHECKING:
    from dateline.gui.dialogs.shortcuts import ShortcutSheet


class Overlays(QObject):
    """Opens the command palette (Ctrl+K) and the sheet of keys (F1)."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        actions = window.actions_table
        self.palette = CommandPalette(
            window,
            window.themes.current,
            [
                action_commands(actions, self.tr("Action")),
                self._labels,
                self._articles,
                self._entities,
                self._happenings,
            ],
        )
        window.themes.changed.connect(self.palette.set_theme)
        actions["command_palette"].triggered.connect(lambda _=False: self.palette.popup())
        actions["shortcuts"].triggered.connect(self.show_shortcuts)
        self._sheet: ShortcutSheet | None = None

    def show_shortcuts(self) -> None:
        """Show the sheet of keys, with the labels of the open project."""
        from dateline.gui.dialogs.shortcuts import ShortcutSheet  # not needed for the first paint

        if self._sheet is None:
            self._sheet = ShortcutSheet(self._session.schema, self._window.themes.current, self._window)
            self._window.themes.changed.connect(self._sheet.set_theme)
        self._sheet.set_schema(self._session.schema)
        self._sheet.show()
        self._sheet.raise_()
        self._sheet.activateWindow()

    def _labels(self, _sought: str) -> Iterable[Command]:
        if self._session.page is None:
            return
        for label in self._session.schema.types:
            if label.layer is not Layer.RELATION:
                yield Command(
                    f"label:{label.name}",
                    self.tr("Tag as {}").format(label.shown),
                    label.key,
                    self.tr("Label"),
                    partial(self._window.annotating.tag, label.name),
                    label.name,
                )

    def _articles(self, sought: str) -> Iterable[Command]:
        if self._session.project is None or not sought.strip():
            return
        for article in self._window.articles.list.summaries():
            yield Command(
                f"article:{article.id}",
                article.name,
                shown_published(article.published),
                self.tr("Article"),
                partial(self._session.open_article, article.id),
                article.source,
            )

    def _entities(self, sought: str) -> Iterable[Command]:
        project = self._session.project
        if project is None or not sought.strip():
            return
        for entity in project.registry.entities():
            yield Command(
                f"entity:{entity.id}",
                entity.name,
                entity.type,
                self.tr("Entity"),
                partial(self._go_to_entity, entity.id),
                " ".join(entity.aliases),
            )

    def _happenings(self, sought: str) -> Iterable[Command]:
        project = self._session.project
        if project is None or not sought.strip():
            return
        for happening in project.registry.happenings():
            yield Command(
                f"happening:{happening.id}",
                happening.name,
                happening.type,
                self.tr("Happening"),
                partial(self._window.side.show_thing, Kind.HAPPENING, happening.id),
                happening.external_id,
            )

    def _go_to_entity(self, entity_id: str) -> None:
        """Show the first place where an entity is mentioned; where it is nowhere, show it in the registry."""
        project, annotator = self._session.project, self._session.annotator
        if project is None or annotator is None:
            return
        places = project.registry.appearances(Kind.ENTITY, entity_id, annotator.id, limit=1)
        if places:
            self._session.show_mention(places[0].mention.id, "palette")
        else:
            self._window.side.show_thing(Kind.ENTITY, entity_id)
