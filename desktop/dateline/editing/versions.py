"""The versions of articles while one import runs: which one is replaced, and where what comes for an older one goes."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from msgspec.structs import replace

from dateline.editing.newer_versions import NEWER, is_later, newest, parted, told_of_newer, told_of_older
from dateline.editing.rejoining import count_of
from dateline.editing.revising import Revision, carry_over
from dateline.exchange.problems import Tally
from dateline.model.annotation import Annotator, Relation
from dateline.model.article import Article, State
from dateline.model.bundle import Bundle
from dateline.model.ids import is_id
from dateline.model.revision import Alignment
from dateline.scratch import Ledger
from dateline.store.project import Project
from dateline.store.step import Step


class Versions:
    """Is asked with the pages of one import in their order; `settle` ends a source.

    `flush` writes what the import has not written yet, so that it is found in the project.
    """

    def __init__(self, project: Project, step: Step, notices: Tally, flush: Callable[[], None]) -> None:
        self._project, self._step, self._notices, self._flush = project, step, notices, flush
        self._aligned = lru_cache(128)(Alignment)  # each annotator's page of an older version asks for the same
        self._ids = Ledger()  # this source's ids of articles to the project's
        self._named: dict[str, str] = {}  # new articles to what they name as their newer version

    def came(self, source_id: str, article: Article, *, new: bool) -> None:
        """Take in which of the project's articles one of the source is."""
        self._ids.setdefault(source_id, article.id)
        if new and NEWER in article.meta:
            self._named[article.id] = article.meta[NEWER]

    def settle(self) -> None:
        """Let the new articles of a source name their newer versions as the project does; one it lacks is not named."""
        for article_id, named in self._named.items():
            there = self._ids.get(named) or named
            if not self._project.articles.exists(there):
                if not is_id(named):
                    continue  # a column of another program's
                there = ""
            if there != named:
                article = self._project.articles.get(article_id)
                meta = {key: value for key, value in article.meta.items() if key != NEWER}
                self._step.put(replace(article, meta=meta | ({NEWER: there} if there else {})))
        self._named.clear()
        self._ids.clear()

    def revising_the_newest(self, bundle: Bundle) -> Bundle:
        """Let an article stand in the place of the newest version there is, where it was published no earlier."""
        self._flush()
        newer = self._newest(bundle.revises)
        if newer is None:
            return bundle
        if is_later(newer.published, bundle.article.published):
            self._notices.add(told_of_newer(bundle.article, newer))
            return replace(bundle, revises="")
        return replace(bundle, revises=newer.id)

    def carried_over(self, old_id: str, new_id: str) -> Revision:
        """Let an article that has come replace an older version; return what became of the annotations."""
        self._flush()
        return carry_over(self._project, self._step, old_id, self._project.articles.get(new_id))

    def parted(
        self, bundle: Bundle, article_id: str, whose: Callable[[], Annotator | None]
    ) -> tuple[list[tuple[Bundle, str]], Sequence[Relation]]:
        """Part a page of an article that has a newer version: what stands in that one joins it.

        Returns the pages with the ids of their articles, none where it is not parted, and the relations left out.
        """
        newer = self._newest(article_id)
        who = whose() if newer else None
        if newer is None or who is None:
            return [], ()
        self._flush()
        old = self._project.articles.get(article_id)
        here = self._project.annotations.mentions(article_id, who.id)
        parts = parted(bundle.annotations, self._aligned(old.text, newer.text), here)
        if not parts.carried.mentions:
            return [], ()
        on_both = *here, *self._project.annotations.mentions(newer.id, who.id)
        self._notices.extend(told_of_older(old, newer, parts, on_both))
        rest = replace(bundle, annotations=parts.stays, state=State.SKIPPED)
        there = replace(bundle, article=newer, annotations=parts.carried, state=State.STARTED)
        pages = [(there, newer.id), *([(rest, article_id)] if count_of(parts.stays) else [])]
        return pages, [link for link in parts.cut if isinstance(link, Relation)]

    def _newest(self, article_id: str) -> Article | None:
        old = self._project.articles.find(article_id)
        return newest(old, self._project.articles.find) if old else None
