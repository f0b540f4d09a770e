"""Newer versions that were taken in beside the older ones, and come again to take their place."""

from collections.abc import Iterable
from enum import StrEnum

from dateline.editing.import_report import ImportReport
from dateline.editing.near import NearTexts
from dateline.editing.revising import with_facts_of
from dateline.editing.versions import Versions
from dateline.editing.worked_on import is_worked_on
from dateline.exchange.options import Nearly, ReadOptions
from dateline.exchange.problems import Problem, ProblemKind, Tally, worded
from dateline.model.article import NEWER, Article
from dateline.model.calendar import instant
from dateline.model.wording import Wording, cut_short, tr
from dateline.scratch import Ledger
from dateline.store.project import Project
from dateline.store.step import Step


class _Fate(StrEnum):
    """What becomes of an article that stands beside an older version."""

    WITH_WORK = "with work"  # it takes its place
    WITHOUT = "without"  # likewise, and nobody had worked on that one
    OUTRUN = "outrun"  # a newer one of the same import does
    ANNOTATED = "annotated"
    TOGETHER = "together"  # the import has the older one, too
    BOUND = "bound"  # it has another's place, or lost its own


_REMOVE = tr("If nothing in it is worth keeping, remove it from the project and import it again")
_TOLD = {
    _Fate.WITH_WORK: (
        tr("is in the project beside {name}, which it nearly repeats, and takes its place now, with its annotations"),
        "",
    ),
    _Fate.WITHOUT: (tr("is in the project beside {name}, which it nearly repeats, and takes its place now"), ""),
    _Fate.OUTRUN: (
        tr(
            "is in the project beside {name}, which it nearly repeats, and so is {newer}, which is newer and takes its"
            " place: nothing moves to this one"
        ),
        "",
    ),
    _Fate.ANNOTATED: (
        tr("is in the project beside {name}, which it nearly repeats, and is worked on there: nothing moves to it"),
        _REMOVE,
    ),
    _Fate.TOGETHER: (
        tr(
            "is in the project beside {name}, which it nearly repeats and which this import has, too: nothing moves to"
            " it"
        ),
        tr("If it is the newer version, import it alone"),
    ),
    _Fate.BOUND: (
        tr(
            "is in the project beside {name}, which it nearly repeats, and is a version of another article already:"
            " nothing moves to it"
        ),
        _REMOVE,
    ),
}


class LateVersions:
    """Is told of the articles of the project that an import brings again; `finish` lets them take their places.

    That is done for those whose import asks for newer versions, and on which nobody has worked; of others it is told
    why not, where somebody has worked on the older one. All is decided by what there is when the import ends, so that
    the order of what it brings does not matter. None takes a second place.
    """

    def __init__(
        self, project: Project, step: Step, options: ReadOptions, report: ImportReport, versions: Versions
    ) -> None:
        self._project, self._step, self._report, self._versions = project, step, report, versions
        near = options.near if options.nearly is Nearly.REVISE else None
        self._near = near if isinstance(near, NearTexts) else None
        self._met = Ledger()  # the articles that come again
        self._older = Ledger()  # those of them that stand beside an older version, to its id
        self._asking = Ledger()  # older versions to the ids of those that may take their place

    def met(self, article_id: str) -> None:
        """Take in that an import brings an article that was there before."""
        if self._near is not None:
            self._met.add(article_id)

    def finish(self, notices: Tally) -> None:
        """Let what stands beside an older version take its place, or say why it does not."""
        fates = self._fates()
        getting = Ledger()  # those to which work moves now
        for article_id, fate in fates.items():
            if fate == _Fate.WITH_WORK:
                getting.add(article_id)
        for article_id, fate in fates.items():
            older_id = self._older[article_id]
            if fate == _Fate.WITHOUT or older_id in getting or is_worked_on(self._project, older_id):
                notices.add(self._told(article_id, older_id, _Fate(fate)))
        for article_id, fate in fates.items():
            if fate in (_Fate.WITH_WORK, _Fate.WITHOUT):
                here, older = (self._project.articles.get(i) for i in (article_id, self._older[article_id]))
                self._step.put(with_facts_of(older, here))
                self._report.revisions.append(self._versions.carried_over(older.id, here.id))

    def _fates(self) -> Ledger:
        """Return what becomes of each article that stands beside an older version."""
        fates, bound = Ledger(), Ledger()
        if self._near is None or not self._met:
            return fates
        for newer_id in self._project.articles.newer_versions():
            bound.add(newer_id)
        for article_id in self._met:
            here = self._project.articles.get(article_id)
            if older := self._near.older(here):
                self._older[article_id] = older.article_id
                if older.article_id in self._met:
                    fates[article_id] = _Fate.TOGETHER
                elif is_worked_on(self._project, article_id):
                    fates[article_id] = _Fate.ANNOTATED
                elif NEWER in here.meta or article_id in bound:
                    fates[article_id] = _Fate.BOUND
                else:
                    asking = self._asking.get(older.article_id) or ""
                    self._asking[older.article_id] = f"{asking} {article_id}".strip()
        for older_id, asking in self._asking.items():
            newest = self._newest(asking.split())
            for article_id in asking.split():
                fates[article_id] = _Fate.OUTRUN
            fates[newest] = _Fate.WITH_WORK if is_worked_on(self._project, older_id) else _Fate.WITHOUT
        return fates

    def _newest(self, ids: Iterable[str]) -> str:
        """Return which of some versions appeared last or, where that is not known of each, stands last."""
        articles = [self._project.articles.get(article_id) for article_id in ids]
        dated = all(article.published for article in articles)
        return max(articles, key=lambda a: (instant(a.published) if dated else 0, a.position)).id

    def _told(self, article_id: str, older_id: str, fate: _Fate) -> Problem:
        here, older = (self._project.articles.get(i) for i in (article_id, older_id))
        text, what_to_do = _TOLD[fate]
        details = {"name": _shown(older)}
        if fate is _Fate.OUTRUN:
            newest = self._newest(self._asking[older_id].split())
            details["newer"] = cut_short(self._project.articles.get(newest).name)
        return worded(Wording(text, details), what_to_do, here.name, kind=ProblemKind.NEAR_TEXT)


def _shown(article: Article) -> str:
    day = f" ({article.published[:10]})" if article.published else ""
    return f"{cut_short(article.name)}{day}"
