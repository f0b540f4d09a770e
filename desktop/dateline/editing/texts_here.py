"""The project's articles by their texts and, of those with one text, by when and where it appeared."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from dateline.model.occasion import Occasion
from dateline.scratch import Ledger
from dateline.store.articles import ArticleReader

ANY, UNDATED = "*", ""  # signs of all articles, and of those without a date


class TextsHere:
    """Finds the articles that had arrived `until` then; those with one text are looked up once."""

    def __init__(self, articles: ArticleReader, until: int) -> None:
        self._articles, self._until = articles, until
        self._by_url: Ledger | None = None  # addresses, to the SHA-256 of the text from there, "" for several
        self._found = Ledger()  # a text's hash with a sign and a number to the so-manieth article, without to how many

    def known_as(self, text: str, occasion: Occasion, article_id: str = "") -> str | None:
        """Return what the article is called that has the text of this SHA-256, None where there is none.

        `article_id`: the one that is meant, where it has the text.
        """
        if not self._until:
            return None
        if not (article_id and self._articles.holds(article_id, text)):
            article_id = next(self.ids(text, occasion), "")
            self.meant(text, article_id, occasion)
        return self._articles.get(article_id).name if article_id else None

    def has(self, text: str) -> bool:
        """Say whether there is an article with the text of this SHA-256."""
        return self.at(text, ANY, 0) is not None

    def ids(self, text: str, occasion: Occasion) -> Iterator[str]:
        """Yield the ids of the articles with this text of an occasion, in list order by its signs; some come again."""
        for sign in self.signs(text, occasion):
            yield from self.of_sign(text, sign)

    def signs(self, text: str, occasion: Occasion) -> tuple[str, ...]:
        """Return the signs by which such articles are found, the surest first."""
        signs = (*occasion.signs(), UNDATED, *(() if occasion.published else (ANY,)))
        return tuple(sign for sign in signs if next(self.of_sign(text, sign), None) is not None)

    def has_day(self, text: str, occasion: Occasion) -> bool:
        """Say whether an article with this text is of this very occasion, or without a date where this has none."""
        signs = occasion.signs() or (UNDATED,)
        return bool(self._until) and any(next(self.of_sign(text, sign), None) is not None for sign in signs)

    def is_shared(self, url: str, text: str) -> bool:
        """Say whether an article from an address has another text than that of this SHA-256."""
        if self._by_url is None:
            self._by_url = Ledger()
            for address, sha256 in self._articles.texts_of_addresses(self._until):
                self._by_url[address] = sha256
        return bool(url) and self._by_url.get(url) not in (None, text)

    def of_sign(self, text: str, sign: str) -> Iterator[str]:
        """Yield the ids of the articles with this text that have a sign, in list order."""
        number = 0
        while (found := self.at(text, sign, number)) is not None:
            if found:
                yield found
            number += 1

    def at(self, text: str, sign: str, number: int) -> str | None:
        """Return the id of the so-manieth of these, "" where it has the sign no more, None beyond the last."""
        if self._found.add(text):
            for article_id, found in self._articles.by_text(text, self._until):
                occasion = replace(found, url="") if self.is_shared(found.url, text) else found
                self._add(text, article_id, (*occasion.signs(), ANY, *(() if occasion.published else (UNDATED,))))
        return self._found.get(f"{text} {number} {sign}")

    def meant(self, text: str, article_id: str, occasion: Occasion) -> None:
        """Take in that an article is of an occasion that came: one without a date is of that alone from now on."""
        number = 0
        while occasion.published and (found := self.at(text, UNDATED, number)) is not None:
            if found and found == article_id:
                self._found[f"{text} {number} {UNDATED}"] = ""
                self._add(text, article_id, occasion.signs())
            number += 1

    def _add(self, text: str, article_id: str, signs: Iterable[str]) -> None:
        for sign in signs:
            count = int(self._found.get(f"{text} {sign}") or "0")
            self._found[f"{text} {sign}"] = str(count + 1)
            self._found[f"{text} {count} {sign}"] = article_id
