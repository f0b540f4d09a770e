"""Knowing a text that a format has made of its tokens: white space apart, it may be one the project has."""

from bisect import bisect_left
from hashlib import sha256

from msgspec.structs import replace

from dateline.model.annotation import Mention
from dateline.model.article import Article, Region
from dateline.model.bundle import Bundle
from dateline.model.text import Span
from dateline.scratch import Ledger
from dateline.store.project import Project


class Respacing:
    """Lays the pages of a source over the project's own texts, where only white space parts them.

    Formats such as CoNLL's hold tokens and no text. Articles that come while it is in use are known from the next
    `settle` on, as with texts that are the same.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        # hashes of texts without white space to how many articles have them, and with a number to the so-manieth
        self._known = Ledger()
        self._met = Ledger()  # the same of this source, and with an article's id to its number
        self._through = 0  # the articles that are among them had arrived by then
        self._until = project.articles.arrived()

    def settle(self) -> None:
        """Take what has arrived by now for the project's own, and begin with another source."""
        self._until = self._project.articles.arrived()
        self._met.clear()

    def laid(self, bundle: Bundle) -> Bundle:
        """Return the page over the project's text of the same characters; as it is where there is none.

        A text that is there to the last space goes before one that is not; of several others the so-manieth of the
        source is the so-manieth of the list. Where something stands on white space alone it has no place in the other
        text, and the page stays as it is.
        """
        article = bundle.article
        if not (bundle.remade and self._until) or self._project.articles.has_text(article.sha256, self._until):
            return bundle
        self._learn()
        characters = _characters(article.text)
        count = _count(self._known, characters)
        number = min(self._number(characters, article.id), count - 1)
        known = self._project.articles.find(self._known[f"{characters} {number}"]) if count else None
        return bundle if known is None or _holds_blanks(bundle) else _moved(bundle, known)

    def _number(self, characters: str, article_id: str) -> int:
        """Return how many other articles of the source with these characters came before one."""
        own = f"{characters} {article_id}"
        if own not in self._met:
            number = _count(self._met, characters)
            self._met[own], self._met[characters] = str(number), str(number + 1)
        return int(self._met[own])

    def _learn(self) -> None:
        if self._through < self._until:
            for article_id, text in self._project.articles.texts(self._through, self._until):
                characters = _characters(text)
                number = _count(self._known, characters)
                self._known[f"{characters} {number}"], self._known[characters] = article_id, str(number + 1)
            self._through = self._until


def _count(ledger: Ledger, key: str) -> int:
    return int(ledger.get(key) or "0")


def _characters(text: str) -> str:
    return sha256("".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()


def _holds_blanks(bundle: Bundle) -> bool:
    text, found = bundle.article.text, bundle.annotations
    spans = [f for m in found.mentions for f in m.fragments] + [r.span for r in found.regions]
    return any(not span.of(text).strip() for span in spans)


def _moved(bundle: Bundle, known: Article) -> Bundle:
    here, there = _places(bundle.article.text), _places(known.text)

    def moved(span: Span) -> Span:
        first, stop = bisect_left(here, span.begin), bisect_left(here, span.end)
        return Span(there[first], there[stop - 1] + 1)

    def mention(m: Mention) -> Mention:
        return replace(m, fragments=tuple(moved(f) for f in m.fragments))

    def region(r: Region) -> Region:
        return replace(r, span=moved(r.span))

    annotations = replace(
        bundle.annotations,
        mentions=tuple(mention(m) for m in bundle.annotations.mentions),
        regions=tuple(region(r) for r in bundle.annotations.regions),
    )
    return replace(bundle, article=replace(bundle.article, text=known.text), annotations=annotations)


def _places(text: str) -> list[int]:
    return [at for at, character in enumerate(text) if not character.isspace()]
