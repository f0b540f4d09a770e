"""On which occasions the texts of a source appeared: what did on two days is two articles."""

from dateline.exchange.options import ReadOptions
from dateline.exchange.provisional import Provisional
from dateline.exchange.published import normalised_published
from dateline.model.article import Article
from dateline.model.occasion import Occasion
from dateline.scratch import Ledger


class DaysOfTexts:
    """Tells apart texts of two occasions among the articles it is asked about; one without a date is of the first."""

    def __init__(self, options: ReadOptions, known: Provisional[str] | None = None) -> None:
        # SHA-256 of a text with a sign of an occasion to what stands for it
        self._known = Provisional(Ledger()) if known is None else known
        self._assumed = assumed_date(options)

    def of(self, article: Article, *, dated: bool = True) -> Occasion:
        """Return the occasion that its source says; a date that is only assumed, or not `dated` by it, is none."""
        published = article.published if dated and article.published != self._assumed else ""
        return Occasion(published, article.url)

    def text(self, article: Article, occasion: Occasion) -> str:
        """Return what stands for a text of an occasion: its hash, with the date for those after the first known."""
        text, signs = article.sha256, occasion.signs()
        known = next((found for sign in signs if (found := self._known.get(f"{text} {sign}"))), "")
        if not occasion.published:
            return known or text
        first = self._known.setdefault(text, occasion.published)
        known = known or (text if first == occasion.published else f"{text} {occasion.published}")
        for sign in signs:
            self._known.setdefault(f"{text} {sign}", known)
        return known


def assumed_date(options: ReadOptions) -> str:
    """Return the date (ISO 8601) that is meant where a source says none, "" for none."""
    try:
        return normalised_published(options.defaults.get("published", ""))
    except ValueError:
        return ""
