"""Finding what an arriving article is nearly the same text as: in the project, or earlier in the same import."""

from dateline.exchange.nearness import Nearness, telling_phrases
from dateline.model.article import Article
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

    def __call__(self, article: Article) -> tuple[str, float] | None:
        """Return the name of the nearest text and the share in common; None when none is near."""
        here = Nearness()
        for article_id in self._project.search.sharing(telling_phrases(article.text), _LOOKED_AT):
            known = self._project.articles.get(article_id)
            here.add(known.name, known.text)
        found = (here.closest(article.text), self._arrived.closest(article.text))
        self._arrived.add(article.name, article.text)
        return max((f for f in found if f), key=lambda f: f[1], default=None)
