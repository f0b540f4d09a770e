"""What the project has of texts that stand in it more than once: on which of their articles a record is already."""

from collections.abc import Iterable, Iterator

from dateline.editing.whose import Whose
from dateline.exchange.intake import FIELDS
from dateline.exchange.tokens import without_edges
from dateline.model.annotation import Annotations
from dateline.model.article import NEWER, Article, State
from dateline.model.bundle import Bundle
from dateline.scratch import Ledger
from dateline.store.project import Project


class Standing:
    """Says on which of the articles of one text all stands that a record has to say; each page is read once."""

    def __init__(self, project: Project, whose: Whose) -> None:
        self._project, self._whose = project, whose
        self._read = Ledger()  # texts, and texts with an annotator, of which all is known
        self._found = Ledger()  # a text, an annotator or none, and something said, to the ids of the articles

    def on(self, bundle: Bundle, ids: Iterable[str]) -> list[str]:
        """Return the articles of a text that have all of what a page says, in the order of `ids`, which are all of it.

        None where it says nothing. Titles and the like count as said where there is any, whatever it is.
        """
        text, who = bundle.article.sha256, self._whose.of(bundle.annotator).id if bundle.annotator else ""
        of_article, of_page = set(_facts(bundle.article, columns=bundle.weighed)), set(_marks(bundle))
        if not (of_article or of_page):
            return []
        self._read_all(text, who, ids)
        keys = [f"{text} {said}" for said in of_article] + [f"{text} {who} {said}" for said in of_page]
        first, *others = [(self._found.get(key) or "").split() for key in keys]
        return [found for found in first if all(found in other for other in others)]

    def _read_all(self, text: str, who: str, ids: Iterable[str]) -> None:
        new_text, new_page = self._read.add(text), bool(who) and self._read.add(f"{text} {who}")
        for article_id in ids if new_text or new_page else ():
            article = self._project.articles.get(article_id)
            if new_text:
                self._note(article_id, (f"{text} {said}" for said in _facts(article, columns=True)))
            if new_page:
                known = self._project.annotations.progress_id(article_id, who)
                page = Bundle(
                    article,
                    state=known[1] if known else State.NEW,
                    annotations=self._project.annotations.of(article_id, who),
                )
                self._note(article_id, (f"{text} {who} {said}" for said in set(_marks(page))))

    def _note(self, article_id: str, keys: Iterable[str]) -> None:
        for key in keys:
            self._found[key] = f"{self._found.get(key) or ''} {article_id}"


def _facts(article: Article, *, columns: bool) -> Iterator[str]:
    """Yield what is known of an article, by name; which day it is of is another question."""
    yield from (name for name in FIELDS if name != "published" and getattr(article, name))
    if columns:
        yield from (f"column {name}" for name, value in article.meta.items() if value and name != NEWER)


def _marks(page: Bundle) -> Iterator[str]:
    """Yield what is marked on a page, and that somebody has come anywhere with it."""
    found: Annotations = page.annotations
    for mention in found.mentions:
        fragments = without_edges(page.article.text, mention).fragments
        yield f"{mention.label} {' '.join(f'{f.begin}-{f.end}' for f in fragments)}"
    for region in found.regions:
        yield f"{region.kind.value} {region.span.begin}-{region.span.end}"
    if page.state is not State.NEW:
        yield "state"
