"""Exporting: what, how it is divided, how far it is, and what the format could not hold."""

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QStackedWidget, QWidget

from dateline.editing.exporting import Bundles, export_project
from dateline.editing.kept_export import keep_export, kept_export
from dateline.exchange.earlier import Earlier, look, not_exported, require_exported, targets
from dateline.exchange.format import UnknownFormat
from dateline.exchange.held_formats import refused_for_format
from dateline.exchange.options import WriteOptions
from dateline.exchange.problems import CannotWrite, Problem, problem_of
from dateline.exchange.split import Plan, Split
from dateline.exchange.split_notes import notes_of_split, of_parts
from dateline.exchange.writing import Report
from dateline.gui.dialogs.export_facts import Outlook, ProjectFacts, gather, outlook
from dateline.gui.dialogs.export_form import ExportForm
from dateline.gui.dialogs.frame import Dialog, label_button, plural
from dateline.gui.dialogs.work_page import Line, OutcomePage, WorkPage
from dateline.gui.session import Session
from dateline.gui.tasks import Task, Tasks
from dateline.gui.widgets.wording import in_one_line, sentence, translated
from dateline.model.progress import Progress, Silent
from dateline.model.wording import Wording
from dateline.store.errors import ProjectError

_Asked = tuple[str, Path, tuple[Path, ...]]  # the format, where an export is to go, and its parts
_Beside = tuple[_Asked, Earlier, list[Path], Problem | None]  # ... what is there, no export's, and cannot be replaced
_Choice = tuple[str, Path | None, WriteOptions]
_SILENT = Silent()
_PAUSE = 150  # milliseconds after the last change before the sizes are worked out


class ExportDialog(Dialog):
    """Writes the project from a second connection, all at one moment; the window can go on being used.

    `folder` is where an export is proposed to go, in place of the project's; `folder_used(Path)` says where one went.
    """

    folder_used = Signal(object)

    def __init__(
        self, session: Session, tasks: Tasks, parent: QWidget | None = None, folder: Path | None = None
    ) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Export"))
        self.resize(640, 740)
        assert session.project is not None  # noqa: S101 - Files opens it only then
        self._project, self._tasks = session.project, tasks
        self._facts: ProjectFacts | None = None
        self._gathering: Task | None = None
        self._comparing = False  # whether texts are compared meanwhile
        self._previewing: Task | None = None
        self._asked_of: _Choice | None = None  # the choice of which it is worked out how it comes out
        self._told: _Choice | None = None  # ... and of which that is said
        self._written: tuple[Path, ...] = ()
        self.form = ExportForm(self._project.path, session.schema, self._project.annotations.annotators(), folder)
        if kept := kept_export(self._project):
            self.form.recall(kept)
        self.work, self.outcome = WorkPage(), OutcomePage()
        self.pages = QStackedWidget()
        for page in (self.form, self.work, self.outcome):
            self.pages.addWidget(page)
        self.form.notes.add(self.problem, first=True)  # at the foot it would move what stands above
        self.body.addWidget(self.pages, 1)
        self.back = self.add_button(self.tr("Back"), self._go_back, left=True)
        self.cancel = self.add_button(self.tr("Cancel"), self.reject)
        self.start = self.add_button(self.tr("Export"), self._run, default=True)
        self.show_folder = self.add_button(self.tr("Show in folder"), self._show_folder)
        self.close_button = self.add_button(self.tr("Close"), self.accept)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE)
        self._later.timeout.connect(self._preview)
        self._later.timeout.connect(self._look_beside)
        self._looked_at: _Asked | None = None
        self._refused: Problem | None = None  # why what lies there cannot be written over
        self.form.changed.connect(self._look)
        self.form.changed.connect(self._later.start)
        self._go_back()
        self.form.target.edit.setFocus()

    def say_problem(self, text: str) -> None:
        """Say what stands in the way, over all else that is to be known."""
        super().say_problem(text)
        if text:
            self.form.notes.to_begin()

    def _look(self) -> None:
        if self.pages.currentWidget() is not self.form:
            return
        problem = self.form.problem()
        if self._looked_at is not None and self._asked() != self._looked_at:
            self._forget_beside()
        if self._told != self._choice():
            self._show_outlook(None)
        if not problem and self._refused is not None:
            problem = f"{in_one_line(self._refused)}."
        self.say_problem(problem)
        self.start.setEnabled(not problem and not self.form.unanswered)
        there = [] if problem else [path.name for path in self.form.replaced()]
        new, over = self.tr("Export"), self.tr("Replace and export")
        label_button(self.start, over if there else new, new, over)
        self.start.setToolTip(self.tr("Written over: {}").format(", ".join(there)) if there else "")

    def _go_back(self) -> None:
        self._show(self.form)
        self._look()
        self._later.start()

    def _show(self, page: QWidget, *, written: bool = False) -> None:
        self.pages.setCurrentWidget(page)
        self.say_problem("")
        done = page is self.outcome
        self.back.setVisible(done)
        self.cancel.setVisible(page is self.form)
        self.start.setVisible(page is self.form)
        self.show_folder.setVisible(done and written)
        self.close_button.setVisible(done)
        self.start.setDefault(not done)
        self.close_button.setDefault(done)
        if done:
            self.close_button.setFocus()

    def _asked(self) -> _Asked | None:
        """Return what decides which files earlier exports left; None where that cannot be said yet."""
        target = self.form.path
        if target is None or self.form.problem():
            return None
        return self.form.chosen_format.name, target, tuple(targets(target, self.form.planned_split()).values())

    def _look_beside(self) -> None:
        """Look, in a worker, for what earlier exports left where this one is to go."""
        asked = self._asked()
        if asked is None:
            self._forget_beside()
        elif asked != self._looked_at:
            self._looked_at = asked
            split, chosen = self.form.planned_split(), self.form.chosen_format

            def work(_: Progress) -> _Beside:
                refused = refused_for_format(asked[1], split, chosen)
                return asked, look(*asked[1:]), not_exported(*asked[1:]), refused

            task = self._tasks.start(self.tr("Looking for earlier exports"), work)
            task.succeeded.connect(self._looked)
            task.failed.connect(self._not_worked_out)

    def _forget_beside(self) -> None:
        """Name and offer nothing till it is known what lies where the export is to go now."""
        self._looked_at = self._refused = None
        self.form.show_earlier(Earlier())

    def _looked(self, answer: _Beside) -> None:
        asked, found, own, refused = answer
        if asked == self._looked_at:
            self._refused = refused
            self.form.show_earlier(found, own)
            if refused is not None or own:
                self._look()
            if own:
                self.form.notes.to_begin()

    # How it would come out

    def _preview(self) -> None:
        """Work out, in a worker, what is left out and how a split comes out; one at a time."""
        if self._previewing is not None:
            self._previewing.cancel()  # what was chosen has changed
        if self.form.problem():
            self._show_outlook(None)
            return
        if self._previewing is not None:
            return  # once that has stopped, it is worked out of what is chosen then
        split = self.form.planned_split()
        if self._facts is None or (split is not None and self._facts.like is None):
            self._show_outlook(None, self.tr("Looking at which articles belong together…") if split else "")
            self._gather(likeness=split is not None)
            return
        facts, options, target = self._facts, self.form.options(), self.form.path
        of, self._asked_of = self.form.chosen_format, self._choice()
        self._previewing = self._tasks.start_quietly(
            lambda progress: outlook(facts, options, progress, cuts=not of.uncut, record_of=of.record_of, target=target)
        )
        self._previewing.succeeded.connect(self._previewed)
        self._previewing.failed.connect(self._not_previewed)
        self._previewing.finished.connect(self._not_previewing)

    @property
    def knows(self) -> bool:
        """Whether what is said of what would be left out is of what is chosen now."""
        return self._told is not None and self._previewing is None and not self._later.isActive()

    def _choice(self) -> _Choice | None:
        """Return all that decides what is left out and how a split comes out; None where nothing can be exported."""
        if self.form.problem():
            return None
        options = replace(self.form.options(), progress=_SILENT, remove_earlier={})
        return self.form.chosen_format.name, self.form.path if options.split else None, options

    def _previewed(self, found: Outlook) -> None:
        if self._previewing is not None and not self._previewing.cancelling and self._asked_of == self._choice():
            self._show_outlook(found)
            self._told = self._asked_of

    def _not_previewed(self, error: BaseException) -> None:
        if self._previewing is not None and not self._previewing.cancelling:
            self._not_worked_out(error)

    def _not_worked_out(self, error: BaseException) -> None:
        """Say why nothing is said of how it would come out; the next change of what is chosen tries again."""
        self._show_outlook(None)
        text = self.tr("How this would come out could not be worked out: {}")
        if isinstance(error, ProjectError):
            self.say_problem(text.format(error))
        elif isinstance(error, OSError):
            where = error.filename or self.tr("the folder for temporary files")
            self.say_problem(f"{text.format(in_one_line(problem_of(error, where, 'written')))}.")
        else:
            self.say_problem(text.format(self.tr("this is a fault in Dateline.")))
            raise error

    def _not_previewing(self) -> None:
        before, self._previewing = self._previewing, None
        if before is not None and before.cancelling:
            self._preview()

    def _show_outlook(self, found: Outlook | None, waiting: str = "") -> None:
        self._told = None
        split = None if self.form.problem() else self.form.planned_split()
        left = " ".join(sentence(wording) for wording in found.left.said()) if found else ""
        self.form.notes.say(self.form.left, left)
        sizes = self._said_of(found.plan, split, found.going) if found and found.plan and split else waiting
        self.form.notes.say(self.form.sizes, sizes)

    def _said_of(self, plan: Plan, split: Split, going: Wording | None) -> str:
        text = [self.tr("Articles: {}.").format(of_parts(plan.articles))]
        if plan.largest_group > 1:
            together = self.tr(
                "Articles about one happening, or of nearly one text, stay together; the largest group has {}."
            )
            text.append(together.format(plan.largest_group))
        notes = [*([going] if going else []), *notes_of_split(plan, split, sizes=False)]
        return "\n".join([" ".join(text), *(f"• {sentence(note)}" for note in notes)])

    def _gather(self, *, likeness: bool) -> None:
        """Learn, in a worker, what is to be known of the articles; that they are compared is waited for, and shown."""
        if self._gathering is not None and not self._gathering.cancelling:
            if self._comparing or not likeness:
                return
            self._gathering.cancel()
        project = self._project

        def work(progress: Progress) -> ProjectFacts:
            with project.sibling() as own, own.snapshot():
                return gather(Bundles(own, keep_ids=False), own.articles.count(), progress, likeness=likeness)

        if likeness:
            task = self._tasks.start(self.tr("Looking through the articles"), work)
        else:
            task = self._tasks.start_quietly(work)
        self._gathering, self._comparing = task, likeness
        task.succeeded.connect(self._gathered)
        task.failed.connect(self._not_gathered)
        task.finished.connect(self._not_gathering)

    def _gathered(self, facts: ProjectFacts) -> None:
        if self._gathering is not None and not self._gathering.running:  # else more is being learned
            self._facts = facts
            self._preview()

    def _not_gathered(self, error: BaseException) -> None:
        if self._gathering is not None and not self._gathering.running:
            self._not_worked_out(error)

    def _not_gathering(self) -> None:
        if self._gathering is not None and not self._gathering.running:
            self._gathering = None

    # Running

    def _run(self) -> None:
        if self.work.running or self.form.problem() or self.form.unanswered:
            return
        options, target, name = self.form.options(), self.form.path, self.form.chosen_format.name
        if target is None:
            return
        project, total = self._project, self._project.articles.count()
        agreed, todo = self.form.replaceable, self.tr("Choose another name, or tick that it may be replaced")

        def work(progress: Progress) -> Report:
            require_exported(target, targets(target, options.split).values(), todo, agreed)
            with project.sibling() as own, own.snapshot():
                return export_project(own, target, name, replace(options, progress=progress, total=total))

        task = self._tasks.start(self.tr("Exporting"), work)
        task.succeeded.connect(self._succeeded)
        task.failed.connect(self._failed)
        task.cancelled.connect(self._cancelled)
        self.work.follow(task, self.tr("The files appear only when everything has been written."))
        self._show(self.work)

    def reject(self) -> None:
        """Esc while the work runs stops it; else it closes."""
        if self.work.running:
            self.work.cancel()
            return
        super().reject()

    def done(self, result: int) -> None:
        """Close, whichever way: what was being worked out is no longer wanted, nor heard of."""
        self._later.stop()
        for task in (self._gathering, self._previewing):
            if task is not None:
                task.cancel()
        self._gathering = self._previewing = None
        super().done(result)

    def _cancelled(self) -> None:
        self._go_back()
        self.say_problem(self.tr("Cancelled; nothing was written."))

    def _succeeded(self, report: Report) -> None:
        self._written = report.files
        keep_export(self._project, self.form.to_keep())
        self._forget_beside()  # what lies there has changed
        self.folder_used.emit(report.parts[0].path.parent)
        title = plural(report.articles, self.tr("1 article written"), self.tr("{} articles written"))
        parts = [self._part(p.path, p.articles, p.records) for p in report.parts if p.written]
        said = []
        if report.described:
            names = ", ".join(path.name for path in report.described)
            said.append(self.tr("Counts, hashes and what was chosen are in {}.").format(names))
        if report.doubled and (self.form.chosen_format.result or self.form.chosen_format.training):
            come = plural(
                report.doubled,
                self.tr("1 article comes more than once, for each of several annotators"),
                self.tr("{} articles come more than once, for each of several annotators"),
            )
            said.append(f"{come} ({', '.join(report.doubled_by)}).")
        said += [sentence(wording) for wording in report.told]
        if report.loss_file is not None:
            said.append(self.tr("What the format could not hold is listed in {}.").format(report.loss_file.name))
        lost = [Line(str(x.count), translated(x.kind), "; ".join(x.examples)) for x in report.losses]
        caption = self.tr("What the format could not hold") if lost else ""
        heads = (self.tr("How many"), self.tr("What"), self.tr("For example"))
        self.outcome.show_outcome(title, "\n".join([*parts, *(f"• {line}" for line in said)]), lost, caption, heads)
        self._show(self.outcome, written=True)

    def _part(self, path: Path, articles: int, records: int) -> str:
        many = plural(articles, self.tr("1 article"), self.tr("{} articles"))
        return self.tr("{file}: {articles}, {records}").format(
            file=path.name, articles=many, records=plural(records, self.tr("1 record"), self.tr("{} records"))
        )

    def _failed(self, error: BaseException) -> None:
        self._forget_beside()  # it may lie there since
        self._go_back()
        if isinstance(error, CannotWrite):
            self.say_problem(self.tr("Nothing was written. {}.").format(in_one_line(error.problem)))
        elif isinstance(error, ProjectError):
            self.say_problem(
                self.tr("Nothing was written. {what}: {where}. {todo}").format(
                    what=error.what, where=error.where, todo=error.todo
                )
            )
        elif isinstance(error, UnknownFormat):
            self.say_problem(f"{error}.")
        else:
            self.say_problem(self.tr("This is a fault in Dateline; nothing was written."))
            raise error

    def _show_folder(self) -> None:
        if self._written:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written[0].parent)))
