"""Which article of the project an article of a source is: by its text, and of several with one text which of them."""

from dateline.editing.texts_here import TextsHere
from dateline.model.article import Article
from dateline.model.occasion import Occasion
from dateline.scratch import Ledger
from dateline.store.project import Project


class KnownTexts:
    """Says which of the project's articles the articles of one source are; `settle` before the next source.

    An article means that of its id and text, else the so-manieth of the project's list with this text, of those that
    none has meant yet; where the source has more of them than the project, the further ones join the first. Texts
    that come while it is in use are known from the next `settle` on. A text of another occasion, such as the weather
    of another day, is another article, unless its id says that it is the same; an `assumed` date is none.
    """

    def __init__(self, project: Project, assumed: str = "") -> None:
        self._articles = project.articles
        self._assumed = assumed
        self.settle()

    def settle(self) -> None:
        """Take what has arrived by now for the project's own, and begin with another source."""
        self._until = self._articles.arrived()
        self._texts = TextsHere(self._articles, self._until)
        self._met = Ledger()  # hash and id of a text that came, to which it is; hash and sign, to how many are taken

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
        text = article.sha256
        if not self._texts.has(text):
            return None
        here = self._articles.find(article.id)
        if here is not None and here.text == article.text:
            self._met.add(f"taken {here.id}")
            return here.id
        occasion = Occasion("" if article.published == self._assumed else article.published, article.url)
        signs = self._texts.signs(text, occasion)
        if of_any_day and not signs:
            signs = self._texts.signs(text, Occasion())
        there = self._free(text, signs) or next(self._texts.of_sign(text, signs[0]), "") if signs else ""
        self._texts.meant(text, there, occasion)
        return there or None

    def _free(self, text: str, signs: tuple[str, ...]) -> str | None:
        """Return the first article with a text and one of the signs that none of the source is yet."""
        for sign in signs:
            number = int(self._met.get(f"{text} {sign}") or "0")
            while (there := self._texts.at(text, sign, number)) is not None:
                number += 1
                if there and self._met.add(f"taken {there}"):
                    break
            self._met[f"{text} {sign}"] = str(number)
            if there:
                return there
        return None
