"""Tagging, removing and marking in many places: at once where they are few, beside the window where they are many."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from dateline.editing.many import Outcome, Template, mark_articles, remove_mentions, tag_places
from dateline.gui.articles.model import state_name
from dateline.gui.long_work import LongWork
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks
from dateline.model.article import State
from dateline.model.changes import Changes
from dateline.model.progress import Progress, Silent
from dateline.model.text import Span
from dateline.store.project import Project

FEW = 300  # places, or twenty articles: what a person does not notice waiting for
_SILENT = Silent()
Edit = Callable[[Project, Progress], Outcome]


class Bulk(QObject):
    """The verbs that act on many places. Each is one step, and says what came of it."""

    removed = Signal(object)  # the Mentions that a person removed

    def __init__(self, session: Session, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._long = LongWork(session, tasks, self)

    def tag(
        self,
        places: Mapping[str, Sequence[Span]],
        template: Template,
        what: str,
        then: Callable[[], None] = lambda: None,
    ) -> bool:
        """Tag places, by article, like a template; `then` is called when it is done. False when it cannot be."""
        annotator = self._session.annotator
        if annotator is None or not any(places.values()):
            return False
        count = sum(map(len, places.values()))

        def edit(project: Project, progress: Progress) -> Outcome:
            return tag_places(project, annotator.id, places, template, what, progress)

        def said(outcome: Outcome) -> str:
            words = self.tr("Tagged {n} as {label}; one undo takes all back.")
            if outcome.left:
                words = self.tr("Tagged {n} as {label}; {left} were already, or are boilerplate.")
            return words.format(n=outcome.made, label=template.label.shown, left=outcome.left)

        few = count <= FEW and len(places) <= FEW // 15
        return self._run(edit, said, then, self.tr("Tagging"), few=few)

    def remove(self, mention_ids: Sequence[str], what: str, then: Callable[[], None] = lambda: None) -> bool:
        """Remove annotations; `then` is called when it is done. False when it cannot be."""
        annotator = self._session.annotator
        if annotator is None or not mention_ids:
            return False

        def edit(project: Project, progress: Progress) -> Outcome:
            return remove_mentions(project, annotator.id, mention_ids, what, progress)

        def said(outcome: Outcome) -> str:
            return self.tr("Removed {n} annotations; one undo brings all back.").format(n=outcome.made)

        return self._run(edit, said, then, self.tr("Removing"), few=len(mention_ids) <= FEW)

    def mark(self, article_ids: Sequence[str], state: State) -> bool:
        """Set how far the annotator has come with articles. False when it cannot be."""
        annotator = self._session.annotator
        if annotator is None or not article_ids:
            return False

        def edit(project: Project, progress: Progress) -> Outcome:
            return mark_articles(project, annotator.id, article_ids, state, progress)

        def said(outcome: Outcome) -> str:
            one = self.tr("1 article is now {state}; one undo takes that back.")
            many = self.tr("{n} articles are now {state}; one undo takes that back.")
            return (one if outcome.made == 1 else many).format(n=f"{outcome.made:n}", state=state_name(state))

        return self._run(edit, said, lambda: None, self.tr("Marking articles"), few=len(article_ids) <= FEW)

    def _run(
        self, edit: Edit, said: Callable[[Outcome], str], then: Callable[[], None], title: str, *, few: bool
    ) -> bool:
        session, project = self._session, self._session.project
        if project is None:
            return False
        outcome = Outcome(Changes())

        def changed(own: Project, progress: Progress) -> Changes:
            nonlocal outcome
            outcome = edit(own, progress)
            return outcome.changes

        def done(changes: Changes) -> None:
            session.broadcast(changes, "bulk")
            if outcome.gone:
                self.removed.emit(outcome.gone)
            session.message.emit(said(outcome))
            then()

        if not few:
            return self._long.start(title, changed, done) is not None
        changes = session.do(lambda: changed(project, _SILENT), "bulk", tell=False)
        if changes is None:
            return False
        done(changes)
        return True
