"""On which occasions the texts of a source appeared: what did on two days is two articles."""

from dateline.exchange.options import ReadOptions
from dateline.exchange.provisional import Provisional
from dateline.exchange.published import normalised_published
from dateline.model.article import Article
from dateline.model.occasion import ANY_OCCASION, Occasion
from dateline.scratch import Ledger

_SEVERAL = "*"


class DaysOfTexts:
    """Tells apart texts of two occasions among the articles it is asked about.

    One without a date is of the first occasion, unless the project has the text both with that date and without one,
    or with other dates alone: then each is of its own. An address says nothing from which other texts come, too.
    """

    def __init__(self, options: ReadOptions, known: Provisional[str] | None = None) -> None:
        # SHA-256 of a text with a sign of an occasion to what stands for it; "@" and an address to the text from there
        self._known = Provisional(Ledger()) if known is None else known
        self._options = options
        self._assumed = assumed_date(options)

    def of(self, article: Article, *, dated: bool = True) -> Occasion:
        """Return the occasion that its source says; a date that is only assumed, or not `dated` by it, is none."""
        published = article.published if dated and article.published != self._assumed else ""
        return Occasion(published, "" if self._is_shared(article.url, article.sha256) else article.url)

    def text(self, text: str, occasion: Occasion) -> str:
        """Return what stands for a text of an occasion: its hash, with the date for those after the first known."""
        signs = occasion.signs()
        known = next((found for sign in signs if (found := self._known.get(f"{text} {sign}"))), "")
        if not occasion.published:
            return known or self._undated(text)
        known = known or self._dated(text, occasion)
        for sign in signs:
            self._known.setdefault(f"{text} {sign}", known)
        return known

    def _undated(self, text: str) -> str:
        if f"{text} first" in self._known and self._has_day(text, ANY_OCCASION):
            return f"{text} undated"
        self._known[f"{text} undated"] = "came"
        return text

    def _dated(self, text: str, occasion: Occasion) -> str:
        own = f"{text} {occasion.published}"
        if f"{text} first" not in self._known and f"{text} undated" in self._known:
            others_alone = self._options.known_as(text) is not None and not self._has_day(text, ANY_OCCASION)
            if others_alone or self._has_day(text, occasion):
                return own
            self._options.known_as(text, occasion)  # one of the project without a date is of this occasion now
        first = self._known.setdefault(f"{text} first", occasion.published)
        return text if first == occasion.published else own

    def _has_day(self, text: str, occasion: Occasion) -> bool:
        return self._options.texts is not None and self._options.texts.has_day(text, occasion)

    def _is_shared(self, url: str, text: str) -> bool:
        if not url:
            return False
        key = f"@{url}"
        if self._known.setdefault(key, text) != text:
            self._known[key] = _SEVERAL
        texts = self._options.texts
        return self._known.get(key) == _SEVERAL or (texts is not None and texts.is_shared(url, text))


def assumed_date(options: ReadOptions) -> str:
    """Return the date (ISO 8601) that is meant where a source says none, "" for none."""
    try:
        return normalised_published(options.defaults.get("published", ""))
    except ValueError:
        return ""
