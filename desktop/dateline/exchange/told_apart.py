"""Which article a record of a source is of where several records have one text."""

from msgspec import Struct

from dateline.exchange.days import DaysOfTexts
from dateline.exchange.options import Nearly, ReadOptions
from dateline.exchange.provisional import Provisional
from dateline.model.annotation import Annotator
from dateline.model.article import Article
from dateline.model.occasion import Occasion
from dateline.scratch import Ledger


class Place(Struct, frozen=True, gc=False):
    """Where a record belongs."""

    id: str  # of its article
    is_further: bool = False  # it says more of a page that was begun
    joins: str = ""  # the name of the project's article of this text, said once of each text
    repeats: bool = False  # its annotator had the text before: it is an article of its own


class ToldApart:
    """Tells records of one text apart: by the ids that they name, their days, and how often each annotator had them.

    Another annotator's record of a text is of the article that was met before. Several of one annotator are several
    articles, unless near repeats are left out: then they join the first. So are those of texts that appeared on two
    days, such as reports of the weather. What a record says counts once it is kept (see `states`).
    """

    def __init__(self, options: ReadOptions) -> None:
        self._options = options
        self._texts = Provisional(Ledger())  # SHA-256 of a text with a number to the id of the so-manieth article of it
        self._times_met = Provisional(Ledger())  # the same alone to how many articles have it, with an annotator's: his
        self._first_days = Provisional(Ledger())
        self._days = DaysOfTexts(options, self._first_days)
        # Annotators with articles of which they have given no more than parts; "" afterwards.
        self._parts = Provisional(Ledger())
        self._has_parts = False

    @property
    def states(self) -> tuple[Provisional[str], ...]:
        """Return what is to be kept with a record that is there whole, or dropped with one that is not."""
        return self._texts, self._times_met, self._first_days, self._parts

    def place(
        self, article: Article, who: Annotator, named: str = "", *, held: bool = False, part: bool = False
    ) -> Place:
        """Return where the record belongs whose text is that of `article`, which is one that nobody has met yet.

        `named`: the id that the record gives for its article, if any; `held`: the project holds that one with this
        text. `part`: the record says something of a page, of which others say more: it is of the first article of its
        text, as is one whole record, before it or behind it.
        """
        occasion = self._days.of(article)
        text = self._days.text(article.sha256, occasion)
        own = f"{text} {who.id}"
        articles, his = (int(self._times_met.get(key) or "0") for key in (text, own))
        if (part or self._has_parts) and (begun := self._begun(text, named, who, part=part and his > 0)):
            return Place(begun, is_further=True)
        # A page that comes once more under one name, such as a sentence that is there twice, is told by its number.
        as_named = ""
        if named and f"{own} as {named}" not in self._texts:
            self._texts[f"{own} as {named}"], as_named = "", f"{text} as {named}"
        # What nearly repeats another one joins it.
        follows = articles > 0 and not held and self._options.nearly is Nearly.LEAVE_OUT
        number = f"{text} 0" if follows else as_named or (f"{text} {his}" if his < articles else "")
        joins = ""
        there = self._texts.get(number)  # another's record brought it: each one's first is one article, and so on
        if not there:
            there = named if as_named and held else article.id
            if not articles:
                joins = self._options.known_as(article.sha256, occasion, named) or ""
            self._texts[f"{text} {articles}"] = there
            if as_named:
                self._texts[as_named] = there
            self._times_met[text] = str(articles + 1)
        repeats = bool(his) and not (named or follows)
        self._times_met[own] = str(his + 1)
        if part:
            self._has_parts = True
            self._parts[f"{there} {who.id}"] = self._parts[there] = "open"
        return Place(there, False, joins, repeats and not self._has_come(article.sha256, occasion))

    def _has_come(self, sha256: str, occasion: Occasion) -> bool:
        """Say whether the project has a text, or a source before this one of the import had it."""
        texts = self._options.texts
        return self._options.known_as(sha256, occasion) is not None or (
            texts is not None and texts.has_come(sha256, occasion)
        )

    def is_joint(self, article: Article) -> bool:
        """Say whether a record that was part of a page said something of an article."""
        return article.id in self._parts

    def _begun(self, text: str, named: str, who: Annotator, *, part: bool) -> str:
        """Return the article that an annotator's further record is of: a part, or the whole behind its parts, or ""."""
        there = self._texts.get(f"{text} as {named}" if named else f"{text} 0") or ""
        page = f"{there} {who.id}"
        if part or not self._parts.get(page):
            return there if part else ""
        self._parts[page] = ""
        return there
