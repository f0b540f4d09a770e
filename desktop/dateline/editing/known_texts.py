"""Which article of the project an article of a source is: by its text, and of several with one text which of them."""

from dateline.editing.standing import Standing
from dateline.editing.texts_here import ANY, UNDATED, TextsHere
from dateline.editing.whose import Whose
from dateline.model.article import Article
from dateline.model.bundle import Bundle
from dateline.model.occasion import ANY_OCCASION, Occasion
from dateline.scratch import Ledger
from dateline.store.project import Project

_LOOKED_AT = 50  # articles of one text; where there are more, records find theirs by order alone


class KnownTexts:
    """Says which of the project's articles the articles of one source are; `settle` before the next source.

    An article means that of its id and text. Else it is one with this text of its own occasion, if there is none one
    without a date, and without a date of its own any, those without one first: the one on which all that it says
    stands already, so that what comes again brings nothing; else the so-manieth of the project's list, of those that
    none has meant yet; where the source has more of them than the project, the further ones join the first. Texts that
    come while it is in use are known from the next `settle` on. A text of another occasion, such as the weather of
    another day, is another article, unless its id says that it is the same; an `assumed` date is none.
    """

    def __init__(self, project: Project, whose: Whose, assumed: str = "") -> None:
        self._project, self._articles, self._whose = project, project.articles, whose
        self._assumed = assumed
        self.settle()

    def settle(self) -> None:
        """Take what has arrived by now for the project's own, and begin with another source."""
        self._until = self._articles.arrived()
        self._texts = TextsHere(self._articles, self._until)
        self._standing = Standing(self._project, self._whose)
        self._met = Ledger()  # hash and id of a text that came, to which it is; hash and sign, to how many are taken

    def id_of(self, bundle: Bundle, *, of_any_day: bool = False) -> str | None:
        """Return the id of the project's article that an article of the source is, None for a new one.

        `of_any_day`: it is one of those with this text, if none of its day is there of another.
        """
        if not self._until:
            return None
        own = f"{bundle.article.sha256} {bundle.article.id}"
        known = self._met.get(own)
        if known is None:
            known = self._met[own] = self._found(bundle, of_any_day=of_any_day) or ""
        return known or None

    def of_further(self, bundle: Bundle, article_id: str) -> str | None:
        """Return the article that another record of an article of the source is of, which is `article_id` so far.

        Of one that was here before it is another one on which all stands already that the record says of the text,
        or of its day, where that one is of another; None for a new one.
        """
        text, occasion = bundle.article.sha256, self._occasion(bundle.article)
        if not self._until or not self._texts.has(text):
            return article_id
        signs = self._signs(text, occasion)
        there: str | None = article_id
        few = self._texts.at(text, ANY, _LOOKED_AT) is None
        if few and article_id != bundle.article.id and article_id in self._texts.of_sign(text, ANY):
            standing = self._standing_on(bundle, signs)
            if standing and article_id not in standing:
                there = self._taken(standing)
            elif not standing and occasion.published and not self._has_one_of(text, (*signs, UNDATED), article_id):
                there = self._next(text, signs) or (article_id if bundle.repeats else None)
        self._texts.meant(text, there or "", occasion)
        return there

    def _occasion(self, article: Article) -> Occasion:
        return Occasion("" if article.published == self._assumed else article.published, article.url)

    def _found(self, bundle: Bundle, *, of_any_day: bool) -> str | None:
        article = bundle.article
        text = article.sha256
        if not self._texts.has(text):
            return None
        here = self._articles.find(article.id)
        if here is not None and here.text == article.text:
            self._met.add(f"taken {here.id}")
            return here.id
        occasion = self._occasion(article)
        signs = self._signs(text, occasion)
        if of_any_day and not signs:
            signs = self._texts.signs(text, ANY_OCCASION)
        standing = self._standing_on(bundle, signs)
        there = self._taken(standing) if standing else self._next(text, signs)
        self._texts.meant(text, there or "", occasion)
        return there

    def _signs(self, text: str, occasion: Occasion) -> tuple[str, ...]:
        """Return the signs of the articles that are meant; without a date it is of the first that came with one."""
        if occasion.published:
            self._met.setdefault(f"{text} first", occasion.published)
            signs = self._texts.signs(text, occasion)
            return tuple(sign for sign in signs if sign != UNDATED) or signs
        if first := self._met.get(f"{text} first"):
            undated = self._texts.signs(text, occasion)[:-1]
            return (*undated, *self._texts.signs(text, Occasion(first)))
        return self._texts.signs(text, occasion)

    def _has_one_of(self, text: str, signs: tuple[str, ...], article_id: str) -> bool:
        return any(article_id in self._texts.of_sign(text, sign) for sign in signs)

    def _standing_on(self, bundle: Bundle, signs: tuple[str, ...]) -> list[str]:
        """Return the articles with the signs on which all stands that a record says, if there is a choice."""
        text = bundle.article.sha256
        if not self._is_choice(text):
            return []
        dated = self._occasion(bundle.article).published
        ids = {i for sign in (signs if dated else (ANY,)) for i in self._texts.of_sign(text, sign)}
        return [i for i in self._standing.on(bundle, self._texts.of_sign(text, ANY)) if i in ids]

    def _is_choice(self, text: str) -> bool:
        """Say whether the project has a text more than once, and not so often that to compare them would take long."""
        return self._texts.at(text, ANY, 1) is not None and self._texts.at(text, ANY, _LOOKED_AT) is None

    def _taken(self, ids: list[str]) -> str:
        """Return the first of some articles that none of the source is yet, else the first."""
        return next((i for i in ids if self._met.add(f"taken {i}")), ids[0])

    def _next(self, text: str, signs: tuple[str, ...]) -> str | None:
        """Return the first article with one of the signs that none of the source is yet, else the first of all."""
        return self._free(text, signs) or next((i for sign in signs for i in self._texts.of_sign(text, sign)), None)

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
