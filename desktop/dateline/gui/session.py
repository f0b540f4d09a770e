"""The open project, the current article and what is selected: the one place where panels meet.

Panels call its verbs and listen to its signals; none of them knows another. A change travels one way: a verb calls
`editing`, which returns Changes; the session brings the page up to date and broadcasts them once.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from dateline.gui.first_annotator import annotator_after, first_annotator
from dateline.gui.page_renewal import renew
from dateline.gui.paths import same_file
from dateline.gui.project_names import require_name
from dateline.gui.steps import Steps
from dateline.gui.widgets.wording import why
from dateline.model.annotation import Annotator, AnnotatorKind
from dateline.model.changes import Changes, Kind, Place
from dateline.model.page import Page
from dateline.model.schema import Schema
from dateline.model.text import Span
from dateline.model.wording import reported
from dateline.store.errors import ProjectError
from dateline.store.project import Project


class Session(QObject):
    """What is open and selected. `origin` in signals names the panel that asked, so that it need not follow itself."""

    closing = Signal()  # the project is about to be closed: what is still being written is to be given out
    project_changed = Signal(object)  # Project | None: another project is open, or none
    annotator_changed = Signal(object)  # Annotator: whose annotations are shown and made
    page_changed = Signal(object)  # Page | None: another article is open, or this one was reloaded whole
    schema_changed = Signal(object)  # Schema
    changed = Signal(object, str)  # Changes, origin: records changed; the page is up to date already
    mention_selected = Signal(object, str)  # mention id | None, origin
    text_selected = Signal(object, str)  # tuple of Spans, origin
    place_shown = Signal(object)  # Place: the views should go there
    message = Signal(str)  # one line for the person
    locked_changed = Signal(bool)  # a worker began or ended writing to the project
    failed = Signal(object)  # ProjectError: the person's world is not as it should be

    def __init__(self, annotator_name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._own_name = annotator_name
        self.project: Project | None = None
        self.annotator: Annotator | None = None
        self._gone: Annotator | None = None  # who was shown until an undo took them away
        self.schema = Schema()
        self.page: Page | None = None
        self.mention_id: str | None = None
        self.selection: tuple[Span, ...] = ()
        self._locked = False
        self.steps = Steps(self)
        self._expected: tuple[Changes, Page] | None = None
        self.annotator_changed.connect(self._sign)

    def _sign(self, annotator: Annotator | None) -> None:
        """Steps that belong to no article, such as the date of a happening, are somebody's too."""
        if self.project is not None:
            self.project.annotator_id = annotator.id if annotator else None

    @property
    def locked(self) -> bool:
        """Whether a worker writes to the project: nothing else may be edited meanwhile."""
        return self._locked

    @locked.setter
    def locked(self, on: bool) -> None:
        if on != self._locked:
            self._locked = on
            self.locked_changed.emit(on)

    @property
    def readonly(self) -> bool:
        """Whether nothing can be changed, since the project is open for reading only."""
        return self.project is not None and self.project.readonly

    # Projects

    @property
    def own_name(self) -> str:
        """The name of the person at the machine: whose annotations are made where nobody worked before."""
        return self._own_name

    def set_own_name(self, name: str) -> None:
        """Be called so in projects opened from now on."""
        self._own_name = name.strip() or self._own_name

    def open_project(self, path: Path, *, readonly: bool = False, lock_later: bool = False) -> bool:
        """Open a project in place of the present one, where it was left; False (and `failed`) when it cannot be.

        `lock_later` leaves the lock to `secure`. Opening what is open already, by whatever path, changes nothing. What
        is not named as projects are is read only.
        """
        if self.project is not None and self.project.readonly == readonly and same_file(path, self.project.path):
            return True

        def opened() -> Project:
            if not readonly:
                require_name(path)
            return Project.open(path, readonly=readonly, lock_later=lock_later)

        return self._replace(opened)

    def secure(self) -> bool:
        """Take the lock of a project opened without; False when it had to be closed, being another program's."""
        try:
            if self.project is None or not self.project.secure():
                return True
        except ProjectError:
            pass
        self.close_project()
        return False

    def announce(self) -> None:
        """Tell all that has been told since the start again, for panels that were made later."""
        if self.project is not None:
            self.schema_changed.emit(self.schema)
            self.project_changed.emit(self.project)
            self.annotator_changed.emit(self.annotator)
            self.page_changed.emit(self.page)
            self._tell_whose()

    def _tell_whose(self) -> None:
        """Whoever has chosen no annotator yet should know that the next tag joins what somebody else's tool made."""
        project, who = self.project, self.annotator
        if project is None or who is None or project.readonly or who.kind is not AnnotatorKind.IMPORT:
            return
        if project.local.get("annotator") is None:
            text = self.tr("What you tag joins the imported annotations of {name}; choose another annotator below.")
            self.message.emit(text.format(name=who.name))

    def create_project(self, path: Path, schema: Schema) -> bool:
        """Make and open a new project; False (and `failed`) when it cannot be made."""
        return self._replace(lambda: Project.create(path, schema))

    def close_project(self) -> None:
        """Close the project; everything is saved already."""
        if self.project is not None:
            self.closing.emit()
            self.steps.clear()
            self._forget_selection()
            project, self.project, self.page, self.annotator = self.project, None, None, None
            self.schema = Schema()
            self.page_changed.emit(None)
            self.project_changed.emit(None)
            project.close()

    def _replace(self, opened: Callable[[], Project]) -> bool:
        project = None
        try:
            project = opened()
            schema, annotator = project.schema(), first_annotator(project, self._own_name)
        except ProjectError as error:
            if project is not None:  # nobody could be made to annotate: locked, or no room
                project.close()
            self.failed.emit(error)
            return False
        self.close_project()
        self.project, self.schema, self.annotator, self._gone = project, schema, annotator, None
        self.schema_changed.emit(self.schema)
        self.project_changed.emit(project)
        self.annotator_changed.emit(self.annotator)
        last = project.local.get("last_article")
        if not (last and project.articles.exists(last)):
            last = project.articles.first()
        if last:
            self.open_article(last)
        self._tell_whose()
        return True

    def set_annotator(self, name: str) -> None:
        """Show and make annotations as the annotator of this name, made where there is none."""
        if self.project is None or not name.strip():
            return
        if self.locked and self.project.annotations.annotator(name.strip()) is None:
            self.message.emit(self.tr("A long job is running; editing goes on when it has ended or was cancelled."))
            self.annotator_changed.emit(self.annotator)
            return
        from dateline.editing.articles import ensure_annotator

        try:
            (self.annotator, _), self._gone = ensure_annotator(self.project, name.strip()), None
        except ProjectError as error:
            self.failed.emit(error)
            return
        self.project.local.set("annotator", self.annotator.name)
        self.annotator_changed.emit(self.annotator)
        if self.page is not None:
            self.open_article(self.page.article.id, again=True)

    # Articles

    def open_article(self, article_id: str, *, again: bool = False) -> bool:
        """Show an article; False when there is none of this id."""
        if self.project is None or self.annotator is None:
            return False
        if self.page is not None and self.page.article.id == article_id and not again:
            return True
        try:
            page = self.project.annotations.page(article_id, self.annotator.id)
        except KeyError:
            return False
        except ProjectError as error:
            self.failed.emit(error)
            return False
        self._forget_selection()
        self.page = page
        self.project.local.set("last_article", article_id)
        self.page_changed.emit(page)
        return True

    def show_place(self, place: Place, origin: str = "") -> None:
        """Go to a place: open its article, select its record, bring its words into view."""
        if not self.open_article(place.article_id):
            return
        if self.page and place.record_id in self.page.mentions:
            self.select_mention(place.record_id, origin)
        self.place_shown.emit(place)

    def show_mention(self, mention_id: str, origin: str = "") -> None:
        """Go to a mention wherever it is."""
        if self.project is None:
            return
        found = self.project.annotations.records(Kind.MENTION, [mention_id])
        if found:
            self.show_place(Place(found[0].article_id, found[0].span, mention_id), origin)

    # Selection

    def select_mention(self, mention_id: str | None, origin: str = "") -> None:
        """Select a mention of the page, or none."""
        if mention_id is not None and (self.page is None or mention_id not in self.page.mentions):
            mention_id = None
        if mention_id != self.mention_id:
            self.mention_id = mention_id
            self.mention_selected.emit(mention_id, origin)

    def select_text(self, spans: tuple[Span, ...], origin: str = "") -> None:
        """Take note of the words that are selected in the reader."""
        if spans != self.selection:
            self.selection = spans
            self.text_selected.emit(spans, origin)

    def _forget_selection(self) -> None:
        self.select_mention(None)
        self.select_text(())

    # Changes

    def may_edit(self) -> bool:
        """Say whether anything can be changed now; why not is told the person."""
        if self.locked:
            self.message.emit(self.tr("A long job is running; editing goes on when it has ended or was cancelled."))
        elif self.readonly:
            self.message.emit(self.tr("Open for reading only: nothing can be changed here."))
        return not (self.locked or self.readonly)

    @contextmanager
    def explaining(self) -> Iterator[None]:
        """Tell of what cannot be read inside the block, which ends there: a file gone or damaged is no bug of ours."""
        try:
            yield
        except ProjectError as error:
            self.failed.emit(error)

    def do(
        self, edit: Callable[[], Changes], origin: str = "", *, say: bool = False, tell: bool = True
    ) -> Changes | None:
        """Run one edit and broadcast what it touched (unless not to `tell`); None when it could not be done.

        Why not is said. `say` puts the step's label on the status line.
        """
        if not self.may_edit():
            return None
        try:
            changes = edit()
        except ProjectError as error:
            self.failed.emit(error)
            return None
        except ValueError as error:  # an EditError is one
            self.message.emit(why(error))
            return None
        if tell:
            self.broadcast(changes, origin)
        if say and changes:
            self.message.emit(reported(changes.label))
        return changes

    def expect(self, changes: Changes, page: Page | None) -> None:
        """Take the page as it is after these changes, read by who made them: broadcasting them need not read it."""
        self._expected = (changes, page) if page is not None else None

    def _read_page(self, article_id: str, annotator_id: str, changes: Changes) -> Page | None:
        """Return the page that was expected for these changes, else read it."""
        expected, self._expected = self._expected, None
        if expected is not None and expected[0] is changes:
            page = expected[1]
            if (page.article.id, page.annotator_id) == (article_id, annotator_id):
                return page
        return self.project.annotations.page(article_id, annotator_id) if self.project else None

    def broadcast(self, changes: Changes, origin: str = "") -> None:
        """Bring the page up to date with what was changed in the store, then tell everybody once."""
        if not changes or self.project is None:
            return
        if changes.touches(Kind.LABEL_TYPE, Kind.SETTING):
            self.schema = self.project.schema()
            self.schema_changed.emit(self.schema)
        reload = self._refresh_page(changes, another=self._annotator_moved(changes))
        if self.mention_id and (self.page is None or self.mention_id not in self.page.mentions):
            self.select_mention(None, origin)
        if reload:
            self.page_changed.emit(self.page)
        if origin not in ("undo", "redo"):
            self.steps.forget_undone()
        self.changed.emit(changes, origin)

    def _annotator_moved(self, changes: Changes) -> bool:
        """Say whether somebody else is shown: undoing an import may take away who is, redoing brings them back."""
        project, shown = self.project, self.annotator
        if project is None or shown is None or not changes.touches(Kind.ANNOTATOR):
            return False
        self.annotator, self._gone = annotator_after(project, shown, self._gone, self._own_name)
        if self.annotator == shown:
            return False
        self.annotator_changed.emit(self.annotator)
        return True

    def _refresh_page(self, changes: Changes, *, another: bool) -> bool:
        """Read what changed into the page; True when the page must be shown anew, as for another annotator."""
        page, project, annotator = self.page, self.project, self.annotator
        if project is None or annotator is None:
            return False
        if page is None or not project.articles.exists(page.article.id):
            first = project.articles.first()
            self.page = project.annotations.page(first, annotator.id) if first else None
            return page is not self.page
        if not (another or changes.touches_article(page.article.id)):
            return False
        if another or changes.articles is None or page.article.id in changes.altered.get(Kind.ARTICLE, ()):
            self.page = self._read_page(page.article.id, annotator.id, changes)
            return True
        renew(page, project, changes)
        return False

    def undo(self) -> None:
        """Take the last step back, go to where it was, and say what it was."""
        self.steps.replay(back=True)

    def redo(self) -> None:
        """Do again what was undone last."""
        self.steps.replay(back=False)
