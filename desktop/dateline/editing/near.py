"""Finding what an arriving article is nearly the same text as: in the project, or earlier in the same import."""

from msgspec.structs import replace

from dateline.exchange.nearness import NEAR, Nearness, is_brief, telling_phrases, word_likeness
from dateline.exchange.options import NearText
from dateline.model.article import Article
from dateline.model.calendar import from_iso
from dateline.model.text import fold
from dateline.scratch import Ledger
from dateline.store.project import Project

_LETTERS = 2_000  # of a text that a brief one may be a newer version of
_LOOKED_AT = 12  # articles of the project compared with an arriving one


class NearTexts:
    """Is asked with each arriving article, and remembers it for those that follow.

    The project's search index names the few articles that share a phrase; only those are read and compared, so that
    the cost does not grow with the project.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self._arrived = Nearness()
        self._by_url: Ledger | None = None  # the id of the last article from each address
        self._by_name: Ledger | None = None  # the id of the last brief article of each title, or file without title

    def __call__(self, article: Article) -> NearText | None:
        """Return the nearest text, None when none is near; another text from the same address is, whatever it says."""
        near = self._nearest(article)
        if near is None or not near.article_id:
            return near
        return replace(near, newer=_is_later(self._project.articles.get(near.article_id).published, article.published))

    def _nearest(self, article: Article) -> NearText | None:
        if self._by_url is None:
            self._by_url = Ledger()
            for url, article_id in self._project.articles.addresses():
                self._by_url[url] = article_id
        if article.url and (known_id := self._by_url.get(article.url)):
            self._arrived.add(article.name, article.text)
            return NearText(self._project.articles.get(known_id).name, 1.0, known_id, same_place=True)
        here = Nearness()
        names: dict[str, str] = {}
        for article_id in self._project.search.sharing(telling_phrases(article.text), _LOOKED_AT):
            known = self._project.articles.get(article_id)
            names[known.id] = known.name
            here.add(known.id, known.text)
        found: list[NearText] = []
        if closest := here.closest(article.text):
            found.append(NearText(names[closest[0]], closest[1], closest[0]))
        if is_brief(article.text) and (brief := self._brief(article)):
            found.append(brief)
        if closest := self._arrived.closest(article.text):
            found.append(NearText(*closest))
        self._arrived.add(article.name, article.text)
        return max(found, key=lambda near: near.share, default=None)

    def _brief(self, article: Article) -> NearText | None:
        """Return the brief text of the same title, or the same file, that has most of the words."""
        if self._by_name is None:
            self._by_name = Ledger()
            for title, origin, article_id in self._project.articles.brief_ones(_LETTERS):
                self._by_name[_called(title, origin)] = article_id
        known_id = self._by_name.get(_called(article.title, article.origin))
        known = self._project.articles.find(known_id) if known_id else None
        share = word_likeness(known.text, article.text) if known else 0.0
        return NearText(known.name, share, known.id) if known and share >= NEAR else None


def _is_later(one: str, other: str) -> bool:
    return bool(one and other) and from_iso(one) > from_iso(other)


def _called(title: str, origin: str) -> str:
    return f"title {fold(title)}" if title else f"file {origin}"
