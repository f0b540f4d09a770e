"""Fields and columns of articles of which several records say something, brought up to date as the records come."""

from collections.abc import Callable

import orjson
from msgspec.structs import replace

from dateline.editing.times import counted_anew
from dateline.exchange.intake import FIELDS
from dateline.exchange.joint import joined_values
from dateline.model.article import Article
from dateline.scratch import Ledger
from dateline.store.project import Project
from dateline.store.step import Step


class JointArticles:
    """Writes what a source's records say of an article together.

    An article that was there before keeps its fields; its empty ones are filled, and its columns get the values they
    lack. One that came with the source says what its records say.
    """

    def __init__(self, project: Project, step: Step, flush: Callable[[], None]) -> None:
        self._project, self._step, self._flush = project, step, flush
        self._before = Ledger()  # columns of articles as they were before this source, as JSON

    def settle(self) -> None:
        """Begin with another source."""
        self._before.clear()

    def take(self, said: Article, article_id: str, *, new: bool) -> None:
        """Write what the records of an article say so far; `new`: it came with this source."""
        self._flush()
        here = self._project.articles.get(article_id)
        own = {} if new else orjson.loads(self._before.setdefault(article_id, orjson.dumps(here.meta).decode()))
        meta = dict(own)
        for column, value in said.meta.items():
            kept = column in own and column.startswith("_")  # a program's own, which say something of one record
            meta[column] = own[column] if kept else joined_values((own.get(column, ""), value))
        fields = {f: (new and getattr(said, f)) or getattr(here, f) or getattr(said, f) for f in FIELDS}
        now = replace(here, meta=meta, **fields)
        if now == here:
            return
        self._step.put(now)
        if (now.published, now.language) != (here.published, here.language):
            for values in counted_anew(self._project, here, now):
                for record in values:
                    self._step.put(record)
