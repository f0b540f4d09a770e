"""Knowing a text that came with other white space: made of tokens by a format, or copied with other line ends."""

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from dateline.editing.known_texts import KnownTexts
from dateline.exchange.line_ends import (
    WordsOfTexts,
    copies_of,
    laid_over,
    laid_over_words,
    one_spaced,
    plain_lines,
)
from dateline.exchange.problems import ProblemKind, Tally, worded
from dateline.model.annotation import Annotations
from dateline.model.article import Article, State
from dateline.model.bundle import Bundle
from dateline.model.ids import new_id
from dateline.model.text import text_sha256
from dateline.model.wording import Wording, tr
from dateline.scratch import Ledger
from dateline.store.project import Project

_LOOKED_AT = 50  # texts of the project that differ in white space alone
_LAID = tr("is the text of {name} but for its white space; the annotations are on the same words there")
_SAME = tr("is the text of {name} but for its white space, and no article of its own")
_NO_PLACE = tr(
    "is the text of {name} but for its white space, and has an annotation on white space alone, which has no place"
    " there: it is an article of its own"
)


class Respacing:
    """Lays the pages of a source over the project's own texts, where only white space parts them.

    Formats such as CoNLL's hold tokens and no text: there may be white space where none was. Other pages with
    annotations may have other white space where there is some, as from a tool that sets paragraphs apart by blank
    lines; that is told unless it is the line ends alone. `known` says which of the project's articles a page is
    of: where that is none, as of another day, its white space stays. Articles that come while it is in use are known
    from the next `settle` on, as with texts that are the same.
    """

    def __init__(self, project: Project, notices: Tally, known: KnownTexts) -> None:
        self._project, self._notices, self._known = project, notices, known
        self._remade, self._copied = _Alike(project, _without_blanks), _Alike(project, plain_lines)
        self._spaced = _Alike(project, one_spaced, each_text_once=True)
        self._tokens = _Alike(project, _without_blanks, each_text_once=True)
        self._words = WordsOfTexts()
        self._taken = Ledger()  # the project's ids of what this source has, alone, and with its ids and texts
        self._written = Ledger()  # the project's ids of those whose very text it marks, with whose
        self._told = Ledger()  # this source's ids of articles that were told of
        self._until = project.articles.arrived()

    def settle(self) -> None:
        """Take what has arrived by now for the project's own, and begin with another source."""
        self._until = self._project.articles.arrived()
        for ledger in (self._remade, self._copied, self._taken, self._written, self._told):
            ledger.clear()

    def laid(self, bundle: Bundle, first: Article | None = None) -> Bundle:
        """Return the page over the project's text of the same characters; as it is where there is none.

        Where all that the page says stands already goes before the rest, so that what comes again brings nothing,
        whatever came between; then the text that is there to the last space, `first`, the article with which the source
        says it came, and the others. Where something stands on white space alone it has no place in the other text, and
        the page is one of an article of its own.
        """
        article = bundle.article
        is_here = bool(self._until) and self._project.articles.has_text(article.sha256, self._until)
        is_page = _is_annotated(bundle) or bool(bundle.answers)
        if self._until and is_page and (page := self._standing(bundle, is_here=is_here)):
            return page
        if is_here:
            there = "" if bundle.again else self._known.id_of(bundle, of_any_day=bundle.repeats)
            if there:
                self._takes(article, there)
                if bundle.annotations.mentions or bundle.annotations.regions:
                    self._written.add(f"{there} {_name(bundle)}")
            if there is not None or first is not None or not is_page:
                return bundle
        if first is not None:
            return self._over(bundle, first) or replace(bundle, article=replace(article, id=new_id()))
        if not self._until:
            return bundle
        if not (bundle.remade or bundle.annotator):
            return self._copied_text(bundle)
        known = (self._remade if bundle.remade else self._copied).find(article, self._until)
        if known is not None and (laid := self._over(bundle, known)):
            return laid
        return bundle if bundle.remade or not is_page else self._over_other_white_space(bundle)

    def _standing(self, bundle: Bundle, *, is_here: bool) -> Bundle | None:
        """Return a page over the text on which all of it stands already; `is_here`: its own is one of the project's."""
        alike = self._tokens if bundle.remade else self._spaced
        if alike.count(bundle.article, self._until) <= is_here:
            return None
        texts = (there.text for there in alike.others(bundle.article, self._until))
        for text in (bundle.article.text, *texts) if is_here else texts:
            page = bundle if text == bundle.article.text else laid_over_words(bundle, text, self._words.of)
            here = self._known.standing_on(page) if page else None
            if not (page and here) or (page is not bundle and f"{here} {_name(bundle)}" in self._written):
                continue
            self._known.take(page, here)
            self._takes(bundle.article, here)
            if page is not bundle:
                self._tell(_LAID, bundle.article, self._project.articles.get(here))
            return page
        return None

    def _over_other_white_space(self, bundle: Bundle) -> Bundle:
        """Return a page over a text of the project that no other text of the source is."""
        for there in self._spaced.others(bundle.article, self._until):
            page = laid_over_words(bundle, there.text, self._words.of)
            here = self._known.id_of(page or replace(bundle, article=replace(bundle.article, text=there.text)))
            if here and self._takes(bundle.article, here):
                what = _LAID if _is_annotated(bundle) else _SAME
                self._tell(what if page else _NO_PLACE, bundle.article, there)
                return page or bundle
        return bundle

    def _over(self, bundle: Bundle, there: Article) -> Bundle | None:
        """Return a page over a text of the same characters; None where it has no place, which is told."""
        own = bundle.article
        by_lines = plain_lines(own.text) == plain_lines(there.text)
        laid = laid_over(bundle, there.text) if by_lines else None
        if laid is None and (by_lines or bundle.remade or _is_annotated(bundle)):
            laid = laid_over_words(bundle, there.text)
            if laid is None or not (by_lines or bundle.remade):
                self._tell(_LAID if laid else _NO_PLACE, own, there)
        return laid

    def _takes(self, article: Article, here: str) -> bool:
        """Say whether an article of the source may be one of the project that no other text of the source is."""
        signs = (f"{here} {article.id}", f"{here} {article.sha256}")
        if not self._taken.add(here) and not any(sign in self._taken for sign in signs):
            return False
        for sign in signs:
            self._taken.add(sign)
        return True

    def _tell(self, what: str, article: Article, there: Article) -> None:
        if self._told.add(f"{article.id} {article.sha256}"):
            wording = Wording(what, {"name": there.name})
            self._notices.add(worded(wording, "", article.name, kind=ProblemKind.REPEATED_TEXT))

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

    def __init__(self, project: Project, normal: Callable[[str], str], *, each_text_once: bool = False) -> None:
        self._project, self._normal, self._once = project, normal, each_text_once
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
        normal, count = self._counted(article, until)
        number = min(self._number(normal, article.id), count - 1)
        return self._project.articles.find(self._known[f"{normal} {number}"]) if count else None

    def count(self, article: Article, until: int) -> int:
        """Return how many had arrived by `until`."""
        return self._counted(article, until)[1]

    def others(self, article: Article, until: int) -> Iterator[Article]:
        """Yield the first of all that had arrived by `until`, in list order."""
        normal, count = self._counted(article, until)
        for number in range(min(count, _LOOKED_AT)):
            yield self._project.articles.get(self._known[f"{normal} {number}"])

    def _counted(self, article: Article, until: int) -> tuple[str, int]:
        """Return what stands for the form of a text, and how many are known that have it."""
        if self._through < until:
            self._learn(until)
        normal = self._hash(article.text)
        return normal, _count(self._known, normal)

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
            if self._once and not self._known.add(f"{normal} {text_sha256(text)}"):
                continue
            number = _count(self._known, normal)
            self._known[f"{normal} {number}"], self._known[normal] = article_id, str(number + 1)
        self._through = until

    def _hash(self, text: str) -> str:
        return text_sha256(self._normal(text))


def _is_annotated(bundle: Bundle) -> bool:
    return bundle.state is not State.NEW or bundle.annotations != Annotations()


def _name(bundle: Bundle) -> str:
    return bundle.annotator.name if bundle.annotator else ""


def _count(ledger: Ledger, key: str) -> int:
    return int(ledger.get(key) or "0")


def _without_blanks(text: str) -> str:
    return "".join(text.split())
