"""The project's articles by their texts and, of those with one text, by when and where it appeared."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from dateline.editing.alike import LATE, TAKEN, Alike
from dateline.model.occasion import Occasion
from dateline.scratch import Ledger
from dateline.store.articles import ArticleReader

ANY, UNDATED, DATED_NOW = "*", "?", "!"  # signs of all articles, of those without a date, and of those that had none


class TextsHere:
    """Finds the articles that had arrived `until` then; those with one text are looked up once.

    Each has its signs: those of its occasion, ANY, and UNDATED where it has no date, or DATED_NOW where it had none
    until an occasion came that it is of. Which is the first with a sign takes no longer where they are many. Those of
    them that have something in common can be gathered to a group, which is asked for as a text is.
    """

    def __init__(self, articles: ArticleReader, until: int) -> None:
        self._articles, self._until = articles, until
        self._by_url: Ledger | None = None  # addresses, to the SHA-256 of the text from there, "" for several
        # A text's hash with an article ("of") to its signs. They are listed: with a number and a sign to the so-manieth
        # article that has it or had it once, with "count" and a sign to how many these are.
        self._found = Ledger()
        # A text's hash with "free", "before" or "any" and a sign, to the number before which there is none.
        self._begun = Ledger()
        self._taken = Ledger()  # articles
        self._alike = Alike()
        self._by_now: TextsHere | None = None  # the same when the sources before this one had arrived

    def go_on(self, until: int) -> None:
        """Take in what had arrived until then, of which `has_come` alone knows."""
        self._by_now = TextsHere(self._articles, until)

    def has_come(self, text: str, occasion: Occasion) -> bool:
        """Say whether an article with this text that an occasion may be of was here, or came from a source before."""
        here = self._by_now or self
        return bool(here._until and here.signs(text, occasion))

    def known_as(self, text: str, occasion: Occasion, article_id: str = "") -> str | None:
        """Return what the article is called that has the text of this SHA-256, None where there is none.

        `article_id`: the one that is meant, where it has the text.
        """
        if not self._until:
            return None
        if not (article_id and self._articles.holds(article_id, text)):
            article_id = self.first(text, self.signs(text, occasion)) or ""
            self.meant(text, article_id, occasion)
        return self._articles.get(article_id).name if article_id else None

    def has(self, text: str) -> bool:
        """Say whether there is an article with the text of this SHA-256."""
        return self.at(text, ANY, 0) is not None

    def signs(self, text: str, occasion: Occasion) -> tuple[str, ...]:
        """Return the signs by which articles with this text of an occasion are found, the surest first."""
        signs = (*occasion.signs(), UNDATED, *(() if occasion.published else (ANY,)))
        return tuple(sign for sign in signs if self.first(text, (sign,)))

    def has_day(self, text: str, occasion: Occasion) -> bool:
        """Say whether an article with this text is of this very occasion, or without a date where this has none."""
        return bool(self._until and self.first(text, occasion.signs() or (UNDATED,)))

    def is_shared(self, url: str, text: str) -> bool:
        """Say whether an article from an address has another text than that of this SHA-256."""
        if self._by_url is None:
            self._by_url = Ledger()
            for address, sha256 in self._articles.texts_of_addresses(self._until):
                self._by_url[address] = sha256
        return bool(url) and self._by_url.get(url) not in (None, text)

    def has_sign(self, text: str, article_id: str, signs: Iterable[str]) -> bool:
        """Say whether an article with this text has one of some signs."""
        of = text.partition(" ")[0]
        self._look_up(of)
        if of != text and not self._alike.has(text, article_id):
            return False
        return not self._signs_of(of, article_id).isdisjoint(signs)

    def of_signs(self, text: str, signs: Iterable[str]) -> Iterator[str]:
        """Yield the ids of the articles with this text that have one of some signs, by these, in list order.

        One with several of them comes several times.
        """
        for sign in signs:
            number = 0
            while (found := self.at(text, sign, number)) is not None:
                if self.has_sign(text, found, (sign,)):
                    yield found
                number += 1

    def first(self, text: str, signs: Iterable[str], *, free: bool = False, before: bool = False) -> str | None:
        """Return the first article with this text and the first of the signs that one has.

        `free`: one not taken; `before`: one that got its date from no occasion that came.
        """
        kind = "free" if free else "before" if before else "any"
        return next((there for sign in signs if (there := self._first(text, sign, kind))), None)

    def last(self, text: str) -> str:
        """Return the last article with a text, of which there is one."""
        return self._found[f"{text} {self.count(text) - 1} {ANY}"]

    def take(self, article_id: str) -> bool:
        """Take an article; say whether it was free."""
        self._alike.take(article_id)
        return self._taken.add(article_id)

    def at(self, text: str, sign: str, number: int) -> str | None:
        """Return the id of the so-manieth that have a sign or had it, None beyond the last."""
        self._look_up(text)
        return self._found.get(f"{text} {number} {sign}")

    def count(self, text: str) -> int:
        """Return how many articles have a text."""
        self._look_up(text)
        return int(self._found.get(f"{text} count {ANY}") or "0")

    def gather(self, text: str, group: str, blocks: Sequence[int]) -> str:
        """Make a group, which is new, of the articles of a text with some bits (see `Bits`); return its name.

        It begins with the text's hash and a blank. All of them are asked for by the text itself, unless one got its
        date from an occasion that came: such come last there, and in a group that is made after that not.
        """
        if sum(bits.bit_count() for bits in blocks) == self.count(text) and self.at(text, DATED_NOW, 0) is None:
            return text
        self._number(text)
        self._alike.gather(text, group, blocks)
        return group

    def meant(self, text: str, article_id: str, occasion: Occasion) -> None:
        """Take in that an article is of an occasion that came: one without a date is of that alone from now on."""
        if occasion.published and self.has_sign(text, article_id, (UNDATED,)):
            if self.count(text) > 1:
                self._number(text)
                self._alike.dated(text, article_id, set(occasion.signs()) - self._signs_of(text, article_id))
            self._add(text, article_id, (*occasion.signs(), DATED_NOW), without=UNDATED)

    def _number(self, text: str) -> None:
        here = (self._found[f"{text} {number} {ANY}"] for number in range(self.count(text)))
        self._alike.number(text, ((there, self._signs_of(text, there), there in self._taken) for there in here))

    def _first(self, text: str, sign: str, kind: str) -> str | None:
        """Return what `first` does of one sign; what has gone is passed over once."""
        of = text.partition(" ")[0]
        if of != text:
            gone = [*([TAKEN] if kind == "free" else []), *([LATE] if kind == "before" or sign == UNDATED else [])]
            return self._alike.first(of, text, sign, gone)
        key = f"{text} {kind} {sign}"
        number = begun = int(self._begun.get(key) or "0")
        while (there := self.at(text, sign, number)) is not None:
            if self.has_sign(text, there, (sign,)) and not self._has_gone(text, there, kind):
                break
            number += 1
        if number > begun:
            self._begun[key] = str(number)
        return there

    def _has_gone(self, text: str, article_id: str, kind: str) -> bool:
        if kind == "before":
            return self.has_sign(text, article_id, (DATED_NOW,))
        return kind == "free" and article_id in self._taken

    def _look_up(self, text: str) -> None:
        if self._found.add(text):
            for article_id, found in self._articles.by_text(text, self._until):
                occasion = replace(found, url="") if self.is_shared(found.url, text) else found
                self._add(text, article_id, (*occasion.signs(), ANY, *(() if occasion.published else (UNDATED,))))

    def _add(self, text: str, article_id: str, signs: Iterable[str], without: str = "") -> None:
        known = self._signs_of(text, article_id)
        for sign in set(signs) - known:
            count = int(self._found.get(f"{text} count {sign}") or "0")
            self._found[f"{text} count {sign}"] = str(count + 1)
            self._found[f"{text} {count} {sign}"] = article_id
        self._found[f"{text} of {article_id}"] = "\0".join((known | set(signs)) - {without})

    def _signs_of(self, text: str, article_id: str) -> set[str]:
        found = self._found.get(f"{text} of {article_id}")
        return set(found.split("\0")) if found else set()
