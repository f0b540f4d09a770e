"""How the timeline is connected with the window: what it asks for, its menu, and what is remembered of it."""

from PySide6.QtCore import QObject

from dateline.gui.actions import Scope
from dateline.gui.date_words import label
from dateline.gui.main_window import MainWindow
from dateline.gui.timeline.panel import TimelinePanel
from dateline.gui.widgets.wording import why

_SHOWN = ("measures", "order", "lag", "list", "undated")  # what the timeline has buttons and ticks for


class TimelineWiring(QObject):
    """Connects the timeline's panel, made after the first paint, with the window it stands in."""

    def __init__(self, window: MainWindow, panel: TimelinePanel) -> None:
        super().__init__(window)
        self._window, self._panel = window, panel
        self._actions, self._feed = window.actions_table, window.feed
        panel.set_group(window.settings.timeline_group)
        self._connect_requests()
        self._connect_menu()
        self._remember()

    def _connect_requests(self) -> None:
        """Let the panel ask for what it cannot do itself, and follow what others do."""
        window, panel, feed = self._window, self._panel, self._feed
        panel.mark_activated.connect(feed.open_mark)
        panel.date_proposed.connect(feed.date_mark)
        panel.date_asked.connect(self._ask_date)
        panel.mark_stepped.connect(window.side.follow_mark)
        panel.range_brushed.connect(feed.brush)
        panel.article_activated.connect(window.session.open_article)
        panel.message.connect(window.session.message)
        panel.picture_wanted.connect(self._actions["timeline_picture"].trigger)
        window.session.project_changed.connect(panel.forget_view)
        window.articles.range_cleared.connect(panel.clear_brush)
        window.themes.changed.connect(panel.set_theme)

    def _connect_menu(self) -> None:
        actions, panel = self._actions, self._panel
        actions.attach(Scope.TIMELINE, panel)
        actions["timeline_fit"].triggered.connect(panel.fit)
        actions["timeline_clear_range"].triggered.connect(panel.clear_brush)
        for by in ("type", "participant", "place", "source", "article"):
            actions[_action_of(by)].triggered.connect(lambda _=False, b=by: panel.set_group(b))
        for name in _SHOWN:
            actions[f"timeline_{name}"].triggered.connect(lambda _=False, n=name: panel.toggle(n))
        panel.group_changed.connect(self._tell_group)
        self._tell_group(panel.group)
        menu = self._window.menus["timeline"]
        menu.aboutToShow.connect(self._tell_shown)
        menu.aboutToHide.connect(self._offer_shown)

    def _remember(self) -> None:
        """Keep how the timeline was left for the next start."""
        settings, tools = self._window.settings, self._panel.tools
        self._panel.group_changed.connect(lambda by: setattr(settings, "timeline_group", by))
        for button, name in ((tools.measures, "measures"), (tools.order, "order")):
            button.setChecked(getattr(settings, f"timeline_{name}"))
            button.toggled.connect(lambda on, n=name: setattr(settings, f"timeline_{n}", on))

    def _ask_date(self, mark_id: str) -> None:
        """Ask for a mark's date in words, until it can be read or the person gives up."""
        from dateline.gui.dialogs.ask import ask_line

        mark, said = self._feed.marks.get(mark_id), ""
        typed = label(mark.when) if mark and mark.when else ""
        while mark is not None:
            question = self.tr("When was “{name}”? As 2018-04-19, May 2018, since 2011.").format(name=mark.title[:80])
            asked = ask_line(self._window, self.tr("Date of an event"), f"{question}\n{said}".strip(), typed)
            if asked is None:
                return
            try:
                self._feed.date_mark(mark_id, self._feed.typed_date(mark, asked))
                return
            except ValueError as error:
                typed, said = asked, why(error)

    def _tell_shown(self) -> None:
        """Tick in the menu what the timeline shows; what it has nothing for now cannot be chosen."""
        for name in _SHOWN:
            action = self._actions[f"timeline_{name}"]
            action.setChecked(self._panel.is_shown(name))
            action.setEnabled(self._panel.can_show(name))

    def _offer_shown(self) -> None:
        """The keys of what the timeline can show have no menu that says when: the panel minds that."""
        for name in _SHOWN:
            self._actions[f"timeline_{name}"].setEnabled(True)

    def _tell_group(self, by: str) -> None:
        """Let the menu say how the timeline is grouped."""
        self._actions.choose("timeline_group", _action_of(by))


def _action_of(by: str) -> str:
    """Return the action that groups so."""
    return f"timeline_group_{'actor' if by == 'participant' else by}"
