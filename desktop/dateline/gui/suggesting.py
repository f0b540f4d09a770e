"""Suggestions for the open article: worked out while the window rests, accepted and rejected by the person."""

from bisect import insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from time import perf_counter

from PySide6.QtCore import QObject, Signal

from dateline.assist.role_model import RoleModel
from dateline.assist.suggestions import SpanProposal, Taken, full_name, people_of, propose_spans
from dateline.editing import suggesting
from dateline.editing.filling import Hints
from dateline.editing.lessons import Lessons
from dateline.gui.asides import Aside
from dateline.gui.later import SUGGESTIONS, Later
from dateline.gui.left_alone import LeftAlone
from dateline.gui.session import Session
from dateline.model.annotation import Layer, Mention
from dateline.model.article import State
from dateline.model.changes import Changes, Kind, Place
from dateline.model.page import Page
from dateline.store.errors import ProjectError
from dateline.store.project import Project

_REST_MS = 60  # after a key press: reader and panels come first
_BREATH_MS = 5
_TURN_SECONDS = 0.004
_ARTICLES = 400  # begun last, from which the lexicon learns
_MOST = 3_000  # proposals at a time; nobody answers more, and each change goes through all
_TELL_SECONDS = 0.15  # what is found is shown so often at most
_DENSE = 20_000  # mentions: a page that holds more is tagged already


class Suggesting(QObject):
    """Keeps the proposals that fit the open page.

    All is done in short turns when nothing else is to do: first the article is looked through with what is known,
    then the lexicon learns from other articles, then the article is looked through again.
    """

    changed = Signal(object)  # tuple of SpanProposals that fit, in text order
    withdrawn = Signal(object)  # frozenset of the ids of those that fit no more; there may be thousands of others
    looked = Signal()  # the article has been looked through for the first time
    roles_learned = Signal()  # more is known of who fills which role

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._on = True
        self.roles = RoleModel()  # which mentions fill which roles; learned along with the names
        self._ready: Callable[[], bool] = lambda: True
        self._others_first: Callable[[], bool] = lambda: False
        self._forget()
        self._rested = Later(self, self._turn, _REST_MS)
        self._breathed = Later(self, self._turn, _BREATH_MS)
        self._fits = Later(self, self._fit_page, SUGGESTIONS)
        session.closing.connect(self._closing)
        session.project_changed.connect(self._start_over)
        session.annotator_changed.connect(self._start_over)
        session.schema_changed.connect(self._look_again)
        session.page_changed.connect(self._page_changed)
        session.locked_changed.connect(self._look_again)
        session.changed.connect(self._changed)
        session.mention_selected.connect(self._event_left)

    def _forget(self) -> None:
        self.roles.clear()
        self._lessons = Lessons(self.roles)
        self._page: Page | None = None
        self._work: Iterator[None] | None = None
        self._found: list[SpanProposal] = []  # whether they fit or not, in text order
        self._told, self._told_at = self._found, 0.0  # what was shown of them, and when
        self._done = 0  # how many of them the present look has confirmed
        self._looked = False
        self._through = self._told_through = False  # whether the article was looked through once, and that was told
        self._from_others = False  # whether the work has come to what may wait
        self._taken: Taken | None = None
        self._left_alone = LeftAlone()
        self._shown: tuple[SpanProposal, ...] = ()

    @property
    def shown(self) -> tuple[SpanProposal, ...]:
        """The proposals that fit the page that is open, in text order."""
        return self._shown if self._page is self._session.page else ()

    @property
    def busy(self) -> bool:
        """Whether more may be found."""
        return self._breathed.waiting or self._rested.waiting or self._fits.waiting

    @property
    def is_looking(self) -> bool:
        """Whether it is not yet known what there is to propose in the article; `looked` is emitted when it is."""
        return self._wanted and not self._told_through

    def get(self, proposal_id: str | None) -> SpanProposal | None:
        """Return a proposal that fits by its id."""
        return next((p for p in self._shown if p.id == proposal_id), None)

    def wait_for(self, ready: Callable[[], bool]) -> None:
        """Propose nothing before this is so: at the start what proposing needs is brought in beside the window."""
        self._ready = ready

    def give_way_to(self, busy: Callable[[], bool]) -> None:
        """Learn nothing from other articles while this is so; the open one is looked through all the same."""
        self._others_first = busy

    def set_enabled(self, on: bool) -> None:
        """Propose, or be quiet."""
        if on != self._on:
            self._on = on
            self._look_again()

    def hints(self) -> Hints:
        """Return what is known beyond the page when words need a label."""
        return Hints(self._lessons.lexicon, self.shown, self.roles)

    # What a person says to them

    def accept(self, ids: Sequence[str]) -> Changes | None:
        """Tag what is proposed, in one step; None where it could not be done."""
        project, page, schema = self._session.project, self._session.page, self._session.schema
        wanted = [p for p in self._shown if p.id in set(ids)]
        if project is None or page is None or not wanted:
            return None
        return self._session.do(lambda: suggesting.accept(project, page, schema, wanted), "tag", say=True)

    def reject(self, proposal_id: str) -> None:
        """Propose this no more."""
        project, page, proposal = self._session.project, self._session.page, self.get(proposal_id)
        if project is None or page is None or proposal is None or not self._may_edit:
            return
        words = " ".join(proposal.span.of(page.text).split())
        label = self.tr("Reject “{words}”").format(words=words)
        answers = [partial(self._answer, project, page, proposal, back=back) for back in (True, False)]
        answers[1]()
        self._session.steps.add_aside(Aside(label, Place(page.article.id, proposal.span), *answers))
        said = self.tr("Rejected and remembered: “{words}”; undo takes it back.")
        self._session.message.emit(said.format(words=words))

    def _answer(self, project: Project, page: Page, proposal: SpanProposal, *, back: bool) -> None:
        """Reject what was proposed on a page, or take that `back`; another page may be shown by now."""
        suggesting.reject(project, page, [proposal], back=back)
        now = self._page
        if now is None or (now.article.id, now.annotator_id) != (page.article.id, page.annotator_id):
            return
        self._found = [p for p in self._found if p.id != proposal.id]
        if back:
            insort(self._found, proposal, key=lambda p: p.span)
            self._look_for_more()
            self._fit(now)
        else:
            self._withdraw(lambda p: p.id == proposal.id)

    def leave_alone(self, mention: Mention) -> None:
        """What a person deletes is not proposed in its place, under its own label, unless that is undone."""
        if project := self._session.project:
            self._left_alone.take(project, mention)
        self._leave([mention])

    def leave_all_alone(self, mentions: Iterable[Mention]) -> None:
        """Nor is what was removed in bulk, which is kept in the project already."""
        self._left_alone.remember(mentions)
        page = self._session.page
        self._leave([m for m in mentions if page and m.article_id == page.article.id])

    def _leave(self, mentions: Iterable[Mention]) -> None:
        gone = {(m.label, piece) for m in mentions for piece in m.fragments}
        there = [p for p in self._found if (p.label, p.span) in gone]
        if there:  # what stands within a piece that was too long is proposed on
            self._found = [p for p in self._found if p not in there]

    @property
    def _may_edit(self) -> bool:
        return not (self._session.readonly or self._session.locked)

    # What is to be done when something changes

    def _closing(self) -> None:
        self._stop()
        self._forget()
        self._show(())

    def _start_over(self, *_: object) -> None:
        """Another project or annotator, or an import: everything is learned anew."""
        self._forget()
        self._page = self._session.page  # of an import it is told before this is
        project, annotator = self._session.project, self._session.annotator
        if project is not None and annotator is not None:
            self._lessons.will_read(project.annotations.worked_on(annotator.id, _ARTICLES))
        self._look_again()

    def _page_changed(self, page: Page | None) -> None:
        left, self._page = self._page, page
        if left is not None and left is not page:
            self._lessons.leave(left)
        self._look_again()

    def _event_left(self, mention_id: str | None, _origin: str) -> None:
        """An event is learned when its annotator goes on to something else."""
        page = self._session.page
        mention = page.mentions.get(mention_id) if page and mention_id else None
        if page is None or mention is None or mention.layer is not Layer.EVENT:
            return  # fillers are looked at in between
        self._lessons.go_on_to(page, mention.id)
        if self._lessons.has_events:
            self._rest()

    def _rest(self) -> None:
        if self._wanted and not self.busy:
            self._rested.start()

    def _stop(self) -> None:
        self._breathed.stop()
        self._rested.stop()
        self._fits.stop()

    def _look_again(self, *_: object) -> None:
        """Look the article through from its begin, once the window rests."""
        self._work, self._found, self._done, self._taken = None, [], 0, None
        self._show(())
        self._looked = self._through = self._told_through = False
        self._stop()
        if self._wanted:
            self._rested.start()

    def _look_for_more(self) -> None:
        """Somebody was named in full, and may be named in short elsewhere; what is shown stands until then.

        So it is when a rejection is taken back.
        """
        self._work, self._looked = None, False
        if self._wanted and not (self._breathed.waiting or self._rested.waiting):
            self._rested.start()

    @property
    def _wanted(self) -> bool:
        page = self._session.page
        return page is not None and len(page.mentions) <= _DENSE and self._may_edit

    def _is_done(self, project: Project, page: Page) -> bool:
        """What was left untagged in an article that is done, or not to be done, was left so on purpose."""
        known = project.annotations.progress_id(page.article.id, page.annotator_id)
        return known is not None and known[1] in {State.DONE, State.SKIPPED}

    def _unlearn(self, changes: Changes) -> None:
        """What was taken back teaches no more, and what it had proposed goes; so does what is done no more."""
        project, annotator = self._session.project, self._session.annotator
        if project is None or annotator is None or not changes.touches(Kind.MENTION, Kind.ENTITY, Kind.PROGRESS):
            return
        self._lessons.unlearn(project, changes.articles or (), annotator.id)
        self._look_again()

    def _changed(self, changes: Changes, origin: str) -> None:
        page = self._session.page
        if self._breathed.waiting or self._rested.waiting:  # what was changed is painted first
            self._breathed.stop()
            self._rested.start()
        if changes.articles is None or changes.touches(Kind.ANNOTATOR):
            self._start_over()
            return
        for part in (changes.added, changes.altered, changes.removed):
            self._lessons.rename(part.get(Kind.ENTITY, ()))
        if origin in ("undo", "redo"):
            if project := self._session.project:
                self._left_alone.replay(project, changes, back=origin == "undo")
            self._unlearn(changes)
        if page is None or not changes.touches_article(page.article.id):
            return
        if changes.touches(Kind.PROGRESS) and not changes.touches(Kind.MENTION, Kind.REGION):
            self._look_again()  # done, or done no more
            return
        ids = changes.added.get(Kind.MENTION, ())
        if any(i in page.mentions and full_name(page, page.mentions[i]) for i in ids):
            self._look_for_more()
        self._taken = None
        if not self._found:
            return
        if changes.removed.get(Kind.MENTION) or changes.altered.get(Kind.MENTION) or changes.touches(Kind.REGION):
            self._fits.start()
            return
        spans = [f for i in ids if i in page.mentions for f in page.mentions[i].fragments]
        if spans:
            first, last = min(s.begin for s in spans), max(s.end for s in spans)
            self._withdraw(
                lambda p: p.span.begin < last and first < p.span.end and any(s.overlaps(p.span) for s in spans)
            )

    def _fit_page(self) -> None:
        """Propose again what a mention that went had covered, and no more what one that changed covers."""
        page = self._session.page
        if page is not None and page is self._page and self._found:
            self._fit(page)

    # The work

    def _turn(self) -> None:
        """Do a little, then let the window breathe."""
        page, project = self._session.page, self._session.project
        if page is None or project is None or not self._wanted:
            return
        if self._gives_way():
            self._rested.start()
            if self._work is not None and self._found is not self._told:
                self._fit(page)
            return
        if self._work is None:
            self._from_others = False
            self._work = self._all_work(project, page)
        until = perf_counter() + _TURN_SECONDS
        try:
            while perf_counter() < until and not self._gives_way():
                next(self._work)
            self._breathed.start()
        except StopIteration:
            self._work = None
            if self._lessons.has_events:
                self._breathed.start()
        except ProjectError:
            self._work, self._through = None, True  # the next edit says what is wrong with the file
        now_through = self._through and not self._told_through
        due = self._work is None or now_through or perf_counter() - self._told_at > _TELL_SECONDS
        if due and self._found is not self._told:
            self._fit(page)
        if now_through:
            self._told_through = True
            self.looked.emit()

    def _gives_way(self) -> bool:
        return not self._ready() or (self._work is not None and self._from_others and self._others_first())

    def _all_work(self, project: Project, page: Page) -> Iterator[None]:
        """Look through the article with what is known; having learned from others, look again."""
        schema = self._session.schema
        yield from self._lessons.from_pages(project, page.annotator_id)
        for _ in self._lessons.from_events(schema):
            self.roles_learned.emit()
            yield
        yield from self._lessons.from_names(project)
        if not self._looked:
            yield from self._look_through(project, page)
        if not self._lessons.has_articles:
            return
        self._from_others = True
        yield
        for learned in self._lessons.from_articles(project, schema, page):
            if learned:
                self.roles_learned.emit()
            yield
        self._from_others = False
        yield from self._look_through(project, page)

    def _look_through(self, project: Project, page: Page) -> Iterator[None]:
        """Find anew, stretch by stretch; what was found before stands until its stretch comes."""
        self._done = 0
        self._looked = True
        if not self._on or self._is_done(project, page):
            self._found, self._through = [], True
            return
        rejected = suggesting.rejections(project, page.article.id, page.annotator_id)
        times, here = suggesting.times_in(page.article), people_of(page)
        for end, found in propose_spans(
            page.article, self._session.schema, self._lessons.lexicon, times, rejected, here
        ):
            done = self._found[: self._done]
            self._found = [*done, *found, *(p for p in self._found[self._done :] if p.span.begin >= end)]
            self._done += len(found)
            yield
            if self._done >= _MOST:
                break
        self._through = True

    def _fit(self, page: Page) -> None:
        self._told, self._told_at = self._found, perf_counter()
        self._taken = self._taken or Taken(page)
        self._show(tuple(self._taken.free(self._found)))

    def _withdraw(self, goes: Callable[[SpanProposal], bool]) -> None:
        gone: list[SpanProposal] = []
        stay: list[SpanProposal] = []
        for proposal in self._shown:
            (gone if goes(proposal) else stay).append(proposal)
        if gone:
            self._shown = tuple(stay)
            self.withdrawn.emit(frozenset(p.id for p in gone))

    def _show(self, proposals: tuple[SpanProposal, ...]) -> None:
        if proposals != self._shown:
            self._shown = proposals
            self.changed.emit(proposals)
