"""Which article of the project an article of a source is: by its text, and of several with one text which of them."""

from dateline.editing.standing import Standing
from dateline.editing.texts_here import ANY, DATED_NOW, UNDATED, TextsHere
from dateline.editing.whose import Whose
from dateline.model.article import Article
from dateline.model.bundle import Bundle
from dateline.model.occasion import ANY_OCCASION, Occasion
from dateline.scratch import Ledger
from dateline.store.project import Project


class KnownTexts:
    """Says which of the project's articles the articles of one source are; `settle` before the next source.

    An article means that of its id and text. Else it is one with this text of its own occasion, if there is none one
    that none has meant yet without a date, and without a date of its own any, those without one first: the one on which
    all that it says stands already, so that what comes again brings nothing; else the so-manieth of the project's list,
    of those that none has meant yet; where the source has more of them than the project, the further ones join the
    first. Texts that come while it is in use are known from the next `settle` on. A text of another occasion, such as
    the weather of another day, is another article, unless its id says that it is the same; an `assumed` date is none.
    """

    def __init__(self, project: Project, whose: Whose, assumed: str = "") -> None:
        self._project, self._articles, self._whose = project, project.articles, whose
        self._assumed = assumed
        self.settle()

    def settle(self) -> None:
        """Take what has arrived by now for the project's own, and begin with another source."""
        self._until = self._articles.arrived()
        self._texts = TextsHere(self._articles, self._until)
        self._standing = Standing(self._project, self._whose, self._texts)
        self._met = Ledger()  # hash and id of a text that came, to which it is; hash, to the first date it came with

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
        there: str | None = article_id
        if article_id != bundle.article.id and self._texts.has_sign(text, article_id, (ANY,)):
            signs = self._signs(bundle, occasion)
            group, of = self._standing_on(bundle, signs, article_id)
            if group and not self._texts.has_sign(group, article_id, of):
                there = self._next(group, of)
            elif not group and occasion.published and not self._texts.has_sign(text, article_id, (*signs, UNDATED)):
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
            self._texts.take(here.id)
            return here.id
        occasion = self._occasion(article)
        signs = self._signs(bundle, occasion)
        if of_any_day and not signs:
            signs = self._texts.signs(text, ANY_OCCASION)
        group, of = self._standing_on(bundle, signs, self._texts.first(text, _own(signs), free=True))
        there = self._next(group, of) if group else self._next(text, signs)
        self._texts.meant(text, there or "", occasion)
        return there

    def _signs(self, bundle: Bundle, occasion: Occasion) -> tuple[str, ...]:
        """Return the signs of the articles that are meant; without a date it is of the first that came with one.

        Of a record that says no more than a day, all stands on what is here of that day.
        """
        text = bundle.article.sha256
        if occasion.published:
            self._met.setdefault(f"{text} first", occasion.published)
            signs = self._texts.signs(text, occasion)
            own = _own(signs)
            is_here = self._came_with(text, self._texts.first(text, own), own)
            return own if is_here and not self._standing.says(bundle) else signs
        if first := self._met.get(f"{text} first"):
            undated = self._texts.signs(text, occasion)[:-1]
            return (*undated, *self._texts.signs(text, Occasion(first)))
        return self._texts.signs(text, occasion)

    def _standing_on(self, bundle: Bundle, signs: tuple[str, ...], so_far: str | None) -> tuple[str, tuple[str, ...]]:
        """Return the group of the articles on which all stands that a record says, and by which signs one is meant.

        "" where there is no choice, or none of them. `so_far`: the article that is meant without that. Articles that
        came to the project with the record's day go before those without one.
        """
        text = bundle.article.sha256
        group = self._standing.on(bundle) if self._texts.at(text, ANY, 1) else ""
        if not group:
            return "", ()
        if self._occasion(bundle.article).published:
            own = _own(signs)
            of = own if self._came_with(text, so_far, own) or self._texts.first(group, own, before=True) else signs
        else:
            of = *signs, ANY
        return (group, of) if self._texts.first(group, of) else ("", ())

    def _came_with(self, text: str, article_id: str | None, signs: tuple[str, ...]) -> bool:
        """Say whether an article had one of some signs before this source."""
        if article_id is None or self._texts.has_sign(text, article_id, (DATED_NOW,)):
            return False
        return self._texts.has_sign(text, article_id, signs)

    def _next(self, text: str, signs: tuple[str, ...]) -> str | None:
        """Return the first of a text or group with one of the signs that none of the source is yet, else the first."""
        there = self._texts.first(text, signs, free=True)
        if there:
            self._texts.take(there)
        return there or self._texts.first(text, signs)


def _own(signs: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of the signs that say when or where a text appeared."""
    return tuple(sign for sign in signs if sign not in (ANY, UNDATED))
