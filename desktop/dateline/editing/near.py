"""Finding what an arriving article is nearly the same text as: in the project, or earlier in the same import."""

from dateline.exchange.nearness import Nearness, telling_phrases
from dateline.exchange.options import NearText
from dateline.model.article import Article
from dateline.scratch import Ledger
from dateline.store.project import Project

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

    def __call__(self, article: Article) -> NearText | None:
        """Return the nearest text, None when none is near; another text from the same address is, whatever it says."""
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
        if closest := self._arrived.closest(article.text):
            found.append(NearText(*closest))
        self._arrived.add(article.name, article.text)
        return max(found, key=lambda near: near.share, default=None)
