"""Knowing a text that came with other white space: made of tokens by a format, or copied with other line ends."""

from collections.abc import Callable

from msgspec.structs import replace

from dateline.exchange.line_ends import copies_of, laid_over, laid_over_words, plain_lines
from dateline.model.annotation import Annotations
from dateline.model.article import Article
from dateline.model.bundle import Bundle
from dateline.model.text import text_sha256
from dateline.scratch import Ledger
from dateline.store.project import Project


class Respacing:
    """Lays the pages of a source over the project's own texts, where only white space parts them.

    Formats such as CoNLL's hold tokens and no text: any white space may differ. Of other pages with annotations it may
    be the line ends alone, and what is blank at the edges, as copies of one file have them: a text with other white
    space is another article, which nearly repeats the first. Articles that come while it is in use are known from the
    next `settle` on, as with texts that are the same.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self._remade, self._copied = _Alike(project, _without_blanks), _Alike(project, plain_lines)
        self._until = project.articles.arrived()

    def settle(self) -> None:
        """Take what has arrived by now for the project's own, and begin with another source."""
        self._until = self._project.articles.arrived()
        self._remade.clear()
        self._copied.clear()

    def laid(self, bundle: Bundle) -> Bundle:
        """Return the page over the project's text of the same characters; as it is where there is none.

        A text that is there to the last space goes before one that is not; of several others the so-manieth of the
        source is the so-manieth of the list. Where something stands on white space alone it has no place in the other
        text, and the page stays as it is.
        """
        if not self._until or self._project.articles.has_text(bundle.article.sha256, self._until):
            return bundle
        if not (bundle.remade or bundle.annotator):
            return self._copied_text(bundle)
        known = (self._remade if bundle.remade else self._copied).find(bundle.article, self._until)
        if known is None:
            return bundle
        by_lines = None if bundle.remade else laid_over(bundle, known.text)
        return by_lines or laid_over_words(bundle, known.text) or bundle

    def _copied_text(self, bundle: Bundle) -> Bundle:
        """Return a text that nobody has annotated as the copy of it that is here has it."""
        if bundle.again or bundle.revises or bundle.annotations != Annotations():
            return bundle
        copies = (
            t for t in copies_of(bundle.article.text) if self._project.articles.has_text(text_sha256(t), self._until)
        )
        return replace(bundle, article=replace(bundle.article, text=next(copies, bundle.article.text)))


class _Alike:
    """Finds the project's articles whose texts have the same normal form as one that comes."""

    def __init__(self, project: Project, normal: Callable[[str], str]) -> None:
        self._project, self._normal = project, normal
        # hashes of normal forms to how many articles have them, and with a number to the so-manieth
        self._known = Ledger()
        self._met = Ledger()  # the same of this source, and with an article's id to its number
        self._through = 0  # the articles that are among them had arrived by then

    def clear(self) -> None:
        """Begin with another source."""
        self._met.clear()

    def find(self, article: Article, until: int) -> Article | None:
        """Return the article, of those that had arrived by `until`; None for none.

        Of several the so-manieth of the source is the so-manieth of the list.
        """
        if self._through < until:
            self._learn(until)
        normal = self._hash(article.text)
        count = _count(self._known, normal)
        number = min(self._number(normal, article.id), count - 1)
        return self._project.articles.find(self._known[f"{normal} {number}"]) if count else None

    def _number(self, normal: str, article_id: str) -> int:
        """Return how many other articles of the source with this form came before one."""
        own = f"{normal} {article_id}"
        if own not in self._met:
            number = _count(self._met, normal)
            self._met[own], self._met[normal] = str(number), str(number + 1)
        return int(self._met[own])

    def _learn(self, until: int) -> None:
        for article_id, text in self._project.articles.texts(self._through, until):
            normal = self._hash(text)
            number = _count(self._known, normal)
            self._known[f"{normal} {number}"], self._known[normal] = article_id, str(number + 1)
        self._through = until

    def _hash(self, text: str) -> str:
        return text_sha256(self._normal(text))


def _count(ledger: Ledger, key: str) -> int:
    return int(ledger.get(key) or "0")


def _without_blanks(text: str) -> str:
    return "".join(text.split())
