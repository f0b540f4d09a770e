"""On which day a text appeared: one that did on two, such as a report of the weather, is two articles."""

from dateline.exchange.options import ReadOptions
from dateline.exchange.provisional import Provisional
from dateline.exchange.published import normalised_published
from dateline.model.article import Article
from dateline.scratch import Ledger


class DaysOfTexts:
    """Tells apart texts of two days among the articles it is asked about; one without a day is of the first."""

    def __init__(self, options: ReadOptions, first: Provisional[str] | None = None) -> None:
        self._first = Ledger() if first is None else first  # SHA-256 of a text to the first day that is known of it
        self._assumed = assumed_day(options)

    def of(self, article: Article) -> str:
        """Return the day (ISO 8601) that its source says, "" where it says none and one is only assumed."""
        day = article.published[:10]
        return "" if day == self._assumed else day

    def text(self, article: Article, day: str) -> str:
        """Return what stands for a text of a day: its hash, with the day for those after the first that is known."""
        first = self._first.setdefault(article.sha256, day) if day else day
        return article.sha256 if day == first else f"{article.sha256} {day}"


def assumed_day(options: ReadOptions) -> str:
    """Return the day (ISO 8601) that is meant where a source says none, "" for none."""
    try:
        return normalised_published(options.defaults.get("published", ""))[:10]
    except ValueError:
        return ""
