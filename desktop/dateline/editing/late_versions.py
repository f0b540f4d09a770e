"""Newer versions that were taken in beside the older ones, and come again to take their place."""

from dateline.editing.import_report import ImportReport
from dateline.editing.near import NearTexts
from dateline.editing.revising import with_facts_of
from dateline.editing.versions import Versions
from dateline.exchange.options import Nearly, ReadOptions
from dateline.exchange.problems import Problem, ProblemKind, Tally, worded
from dateline.model.article import NEWER, Article, State
from dateline.model.changes import Kind
from dateline.model.wording import Wording, cut_short, tr
from dateline.scratch import Ledger
from dateline.store.project import Project
from dateline.store.step import Step

_NOW = tr("is in the project beside {name}, which it nearly repeats, and takes its place now, with its annotations")
_ANNOTATED = tr("is in the project beside {name}, which it nearly repeats, and is worked on there: nothing moves to it")
_REMOVE = tr("If nothing in it is worth keeping, remove it from the project and import it again")
_TOGETHER = tr(
    "is in the project beside {name}, which it nearly repeats and which this import has, too: nothing moves to it"
)
_ALONE = tr("If it is the newer version, import it alone")
_WORK = (Kind.MENTION, Kind.RELATION, Kind.COMMENT, Kind.REGION)


class LateVersions:
    """Is told of the articles of the project that an import brings again; `finish` lets them take their places.

    That is done for those whose import asks for newer versions, and on which nobody has worked; of others it is told
    why not, where somebody has worked on the older one.
    """

    def __init__(
        self, project: Project, step: Step, options: ReadOptions, report: ImportReport, versions: Versions
    ) -> None:
        self._project, self._step, self._report, self._versions = project, step, report, versions
        near = options.near if options.nearly is Nearly.REVISE else None
        self._near = near if isinstance(near, NearTexts) else None
        self._met = Ledger()  # the articles that come again
        self._older = Ledger()  # those of them that stand beside an older version, to its id

    def met(self, article_id: str) -> None:
        """Take in that an import brings an article that was there before."""
        if self._near is None or not self._met.add(article_id):
            return
        here = self._project.articles.get(article_id)
        if NEWER not in here.meta and (older := self._near.older(here)):
            self._older[article_id] = older.article_id

    def finish(self, notices: Tally) -> None:
        """Let what stands beside an older version take its place, or say why it does not."""
        for article_id, older_id in self._older.items():
            here, older = (self._project.articles.get(i) for i in (article_id, older_id))
            if NEWER not in older.meta and (told := self._takes_place(here, older)):
                notices.add(told)

    def _takes_place(self, here: Article, older: Article) -> Problem | None:
        together, annotated = older.id in self._met, self._worked_on(here)
        if (together or annotated) and not self._worked_on(older):
            return None
        text, what_to_do = (_TOGETHER, _ALONE) if together else (_ANNOTATED, _REMOVE) if annotated else (_NOW, "")
        if not (together or annotated):
            self._step.put(with_facts_of(older, here))
            self._report.revisions.append(self._versions.carried_over(older.id, here.id))
        day = f" ({older.published[:10]})" if older.published else ""
        wording = Wording(text, {"name": f"{cut_short(older.name)}{day}"})
        return worded(wording, what_to_do, here.name, kind=ProblemKind.NEAR_TEXT)

    def _worked_on(self, article: Article) -> bool:
        dependants = self._project.articles.dependants(article.id)
        if any(dependants[kind] for kind in _WORK):
            return True
        who = self._project.annotations.annotators_of(article.id) if dependants[Kind.PROGRESS] else []
        states = (self._project.annotations.progress_id(article.id, annotator.id) for annotator in who)
        return any(state is not None and state[1] is not State.NEW for state in states)
