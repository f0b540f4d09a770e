"""Which article of the project an article of a source is: by its text, and of several with one text which of them."""

from dateline.model.article import Article
from dateline.scratch import Ledger
from dateline.store.project import Project


class KnownTexts:
    """Says which of the project's articles the articles of one source are; `settle` before the next source.

    An article means that of its id and text, else the so-manieth of the project's list with this text, of those that
    none has meant yet; where the source has more of them than the project, the further ones join the first. Texts
    that come while it is in use are known from the next `settle` on. A text that appeared on another day, such as a
    report of the weather, is another article, unless its id says that it is the same; an `assumed` day is none.
    """

    def __init__(self, project: Project, assumed: str = "") -> None:
        self._articles = project.articles
        self._assumed = assumed
        self._until = self._articles.arrived()
        self._met = Ledger()  # a text's hash, to how many articles of this source have it, and with its id to which

    def settle(self) -> None:
        """Take what has arrived by now for the project's own, and begin with another source."""
        self._until = self._articles.arrived()
        self._met.clear()

    def id_of(self, article: Article, *, of_any_day: bool = False) -> str | None:
        """Return the id of the project's article that an article of the source is, None for a new one.

        `of_any_day`: it is one of those with this text, if none of its day is there of another.
        """
        if not self._until:
            return None
        own = f"{article.sha256} {article.id}"
        known = self._met.get(own)
        if known is None:
            known = self._met[own] = self._found(article, of_any_day=of_any_day) or ""
        return known or None

    def _found(self, article: Article, *, of_any_day: bool) -> str | None:
        if self._copy(article.sha256, "", 0) is None:
            return None
        here = self._articles.find(article.id)
        if here is not None and here.text == article.text:
            self._met.add(f"taken {here.id}")
            return here.id
        text, day = article.sha256, article.published[:10]
        if day == self._assumed or (of_any_day and self._copy(text, day, 0) is None):
            day = ""
        number = int(self._met.get(f"{text} {day}") or "0")
        while (there := self._copy(text, day, number)) is not None:
            number += 1
            if self._met.add(f"taken {there}"):
                break
        self._met[f"{text} {day}"] = str(number)
        return there or self._copy(text, day, 0)

    def _copy(self, text: str, day: str, number: int) -> str | None:
        """Return the so-manieth article with a text, None beyond the last; they are looked up once.

        With a `day` those that appeared on another do not count.
        """
        if self._met.add(f"copies {text} {day}"):
            for k, article_id in enumerate(self._articles.ids_by_text(text, self._until, day)):
                self._met[f"copy {k} {text} {day}"] = article_id
        return self._met.get(f"copy {number} {text} {day}")
