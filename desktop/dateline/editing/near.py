"""Finding what an arriving article is nearly the same text as: in the project, or earlier in the same import."""

import sys
from collections.abc import Iterator

from msgspec.structs import replace

from dateline.editing.newer_versions import is_later
from dateline.editing.texts_here import ANY, TextsHere
from dateline.editing.worked_on import is_worked_on
from dateline.exchange.line_ends import copies_of
from dateline.exchange.nearness import (
    NEAR,
    Nearness,
    Sketch,
    is_brief,
    likeness,
    sketch_of,
    telling_phrases,
    title_or_file,
    word_likeness,
)
from dateline.exchange.options import Nearly, NearText, NotOlder
from dateline.model.article import NEWER, Article
from dateline.model.occasion import Occasion, is_of_a_site, same_day
from dateline.model.text import text_sha256
from dateline.scratch import Ledger
from dateline.store.project import Project

_LETTERS = 2_000  # of a text that a brief one may be a newer version of
_ALIKE = 0.3  # what a page has of the last one from an address that many share, to be its newer version
_SURE, _SURELY = 0.75, 0.9  # of a brief text and one of its title, where no day is told, and where it is another
_LAST = sys.maxsize  # the place in the list of what arrives
_LOOKED_AT = 12  # articles of the project compared with an arriving one


class NearTexts:
    """Is asked with each arriving article, and remembers it for those that follow.

    The project's search index names the few articles that share a phrase; only those are read and compared, so that
    the cost does not grow with the project. `settle` before the next source: what the one before it brought is the
    project's by then. Only where newer versions are looked for, it is none of what that may be a newer version of.
    """

    def __init__(self, project: Project, nearly: Nearly = Nearly.BESIDE) -> None:
        self._project = project
        self._leaves_out = nearly is Nearly.LEAVE_OUT  # then what is near what is left out is near nothing that is here
        self._settles = nearly is not Nearly.REVISE
        self._arrived = Nearness()  # by their dates and names, behind the id of the project's article each is near to
        self._texts = Ledger()  # SHA-256 of what arrives, with its signs and without, to its date and name
        self._before = project.articles.arrived()  # none: then only what arrives is looked at
        self._texts_here = TextsHere(project.articles, self._before)
        self._by_url: Ledger | None = None  # the ids of the last two articles from each address
        self._shared = Ledger()  # addresses of more than one
        self._by_name: Ledger | None = None  # ids of the last brief articles of each title, or file without title

    def settle(self, *, renamed: bool) -> None:
        """Take what has arrived by now for the project's own; `renamed`: titles or addresses have changed, too."""
        if not self._settles:
            return
        after, self._before = self._before, self._project.articles.arrived()
        self._texts_here = TextsHere(self._project.articles, self._before)
        self._arrived = Nearness()
        if renamed:
            self._by_url = self._by_name = None
            self._shared.clear()
        if self._by_url is not None:
            self._learn_addresses(self._by_url, after)
        if self._by_name is not None:
            self._learn_names(self._by_name, after)

    def __call__(self, article: Article) -> NearText | None:
        """Return the nearest text, None when none is near; another text from the same address is.

        An address that says no more than a site's, or that several articles share, proves nothing by itself. The same
        text of another day is the nearest; of one that is there with this day nobody need ask.
        """
        again = self._has_arrived(article)
        near = self._on_another_day(article) or self._nearest(replace(article, position=_LAST))
        if near is None or not self._leaves_out:
            self._note_text(article)
        if near is not None and again:
            return replace(near, again=True)
        if near is None or not near.article_id:
            return near
        published = self._project.articles.get(near.article_id).published
        return replace(near, not_older=NotOlder.LATER) if is_later(published, article.published) else near

    def older(self, here: Article) -> NearText | None:
        """Return what an article of the project may be a newer version of, among those that came before it.

        One whose text stands before it is that text of another day, and none of what it has replaced. One that has
        been replaced itself is no version by that.
        """
        if any(self._project.articles.get(i).position < here.position for i in self._first_ones(here.text)):
            return None
        found = self._from_its_address(here)
        near = self._to_replace(here, [found] if found else self._in_project(here))
        return near if near is not None and self._is_free(near, here) else None

    def _to_replace(self, article: Article, near: list[NearText]) -> NearText | None:
        """Return the nearest text; where newer versions are looked for, rather one with work that may be the older.

        That is so where nobody has worked on the nearest, which may be a version between the two.
        """
        if not self._settles:
            near = [one for one in near if self._newer_than(one) != article.id]
        nearest = max(near, key=lambda one: one.share, default=None)
        if nearest is None or self._settles or not self._is_free(nearest, article) or self._has_work(nearest):
            return nearest
        worked = (one for one in near if self._is_free(one, article) and self._has_work(one))
        return max(worked, key=lambda one: one.share, default=nearest)

    def _is_free(self, near: NearText, article: Article) -> bool:
        """Say whether a near text may be an older version of an article, and has no newer one yet."""
        older = near.not_older is None and not is_later(near.published, article.published)
        return older and not self._newer_than(near)

    def _newer_than(self, near: NearText) -> str:
        """Return the id of the article that has taken the place of one, "" for none."""
        newer = self._project.articles.get(near.article_id).meta.get(NEWER, "")
        return newer if newer and self._project.articles.exists(newer) else ""

    def _has_work(self, near: NearText) -> bool:
        return is_worked_on(self._project, near.article_id)

    def _on_another_day(self, article: Article) -> NearText | None:
        """Return the article with the same text that appeared on another day, if none did on this one."""
        occasion = Occasion(article.published, article.url)
        if not occasion.published:
            return None
        near = None if self._has_arrived(article) else self._arrived_on_another_day(article.text)
        known = [sha256 for sha256 in _hashes(article.text) if self._before and self._texts_here.has(sha256)]
        if known and not any(self._texts_here.signs(sha256, occasion) for sha256 in known):
            there = self._project.articles.get(self._texts_here.last(known[0]))
            near = replace(_near(there, 1.0), same_text=True, not_older=NotOlder.OTHER_DAY)
        if near is not None and not self._leaves_out:
            self._remember(article, sketch_of(article.text), near)
        return near

    def _has_arrived(self, article: Article) -> bool:
        """Say whether the same text has, or a copy with other line ends, of the same day as far as both are known."""
        return any(self._has_come(sha256, article) for sha256 in _hashes(article.text))

    def _has_come(self, sha256: str, article: Article) -> bool:
        last = self._texts.get(sha256)
        if last is None or not article.published or last.startswith("\0"):
            return last is not None
        signs = Occasion(article.published, article.url).signs()
        return any(f"{sha256} {sign}" in self._texts for sign in signs)

    def _note_text(self, article: Article) -> None:
        if article.published or article.sha256 not in self._texts:
            self._texts[article.sha256] = f"{article.published}\0{article.name}"
        for sign in Occasion(article.published, article.url).signs():
            self._texts.add(f"{article.sha256} {sign}")

    def _first_ones(self, text: str) -> Iterator[str]:
        """Yield the ids of the project's first articles with a text, and with copies of it with other line ends."""
        found = (self._texts_here.first(sha256, (ANY,)) for sha256 in _hashes(text) if self._before)
        return (article_id for article_id in found if article_id)

    def _arrived_on_another_day(self, text: str) -> NearText | None:
        last = next((found for sha256 in _hashes(text) if (found := self._texts.get(sha256)) is not None), None)
        if last is None:
            return None
        published, _, name = last.partition("\0")
        return NearText(name, 1.0, published=published, not_older=NotOlder.OTHER_DAY, same_text=True)

    def _nearest(self, article: Article) -> NearText | None:
        if self._before and (found := self._from_its_address(article)):
            if not self._leaves_out:
                self._remember(article, sketch_of(article.text), found)
            return found
        near = self._in_project(article) if self._before else []
        own = self._to_replace(article, near)
        sketch = sketch_of(article.text)
        closest = next(iter(self._arrived.near_sketch(sketch)), None) if sketch else None
        if not self._leaves_out or (own is None and closest is None):
            self._remember(article, sketch, own)
        if closest is None or (own is not None and own.share >= closest[1]):
            return own
        of, published, name = closest[0].split("\0", 2)
        if own is None:
            return NearText(name, closest[1], published=published)
        # Another version of the same may have come just before; one of something else is not what this replaces.
        return replace(own, name=name, published=published, share=closest[1]) if of == own.article_id else own

    def _in_project(self, article: Article) -> list[NearText]:
        """Return what of the project is near by its runs of words, and by its title or file."""
        here = Nearness()
        found: dict[str, Article] = {}
        for article_id in self._project.search.sharing(telling_phrases(article.text), _LOOKED_AT, self._before):
            known = self._project.articles.get(article_id)
            if _stands_before(known, article):
                found[known.id] = known
                here.add(known.id, known.text)
        near = [_near(found[known_id], share) for known_id, share in here.near(article.text)] if found else []
        if is_brief(article.text) and (brief := self._brief(article)):
            near.append(brief)
        return near

    def _remember(self, article: Article, sketch: Sketch | None, own: NearText | None) -> None:
        if sketch is not None:
            self._arrived.add_sketch(f"{own.article_id if own else ''}\0{article.published}\0{article.name}", sketch)

    def _from_its_address(self, article: Article) -> NearText | None:
        if self._by_url is None:
            self._by_url = Ledger()
            self._learn_addresses(self._by_url)
        ids = (self._by_url.get(article.url) or "") if article.url else ""
        all_known = (self._project.articles.get(known_id) for known_id in reversed(ids.split()))
        known = next((one for one in all_known if _stands_before(one, article)), None)
        if known is None:
            return None
        share = likeness(known.text, article.text)
        if share < _ALIKE and (article.url in self._shared or is_of_a_site(article.url)):
            return None
        return replace(_near(known, share), same_place=True)

    def _learn_addresses(self, by_url: Ledger, after: int = 0) -> None:
        """Take in the addresses of the articles that arrived `after` then."""
        for url, article_id in self._project.articles.addresses(after, self._before):
            before = by_url.get(url) or ""
            if before:
                self._shared.add(url)
            by_url[url] = f"{before.rpartition(' ')[2]} {article_id}".strip()

    def _learn_names(self, by_name: Ledger, after: int = 0) -> None:
        """Take in the brief articles that arrived `after` then."""
        for title, origin, article_id in self._project.articles.brief_ones(_LETTERS, after, self._before):
            name = title_or_file(title, origin)
            ids = (by_name.get(name) or "").split("\0")
            by_name[name] = "\0".join([*filter(None, ids), article_id][-_LOOKED_AT:])

    def _brief(self, article: Article) -> NearText | None:
        """Return the brief text of the same title, or the same file, that has most of the words."""
        if self._by_name is None:
            self._by_name = Ledger()
            self._learn_names(self._by_name)
        ids = (self._by_name.get(title_or_file(article.title, article.origin)) or "").split("\0")
        known = [
            found for i in reversed(ids) if (found := self._project.articles.find(i)) and _stands_before(found, article)
        ]
        shares = [(word_likeness(one.text, article.text), one) for one in known]
        share, nearest = max(shares, key=lambda pair: pair[0], default=(0.0, None))
        if nearest is None or share < NEAR:
            return None
        return replace(_near(nearest, share), not_older=None if share >= _enough(nearest, article) else NotOlder.SERIES)


def _hashes(text: str) -> list[str]:
    """Return the SHA-256 of a text and of its copies with other line ends, each once, its own first."""
    return [text_sha256(one) for one in dict.fromkeys((text, *copies_of(text)))]


def _stands_before(known: Article, article: Article) -> bool:
    """Say whether an article of the project may be what another one repeats: it stands before it, with another text."""
    return known.id != article.id and known.position <= article.position and known.text != article.text


def _near(known: Article, share: float) -> NearText:
    return NearText(known.name, share, known.id, published=known.published)


def _enough(known: Article, article: Article) -> float:
    """Return how alike two brief texts of one title, or file, are if one is a version of the other.

    Reports of a series have one title, too: the day's weather. They differ in their days.
    """
    if not article.title:
        return NEAR
    if not known.published or not article.published:
        return _SURE
    return NEAR if same_day(known.published, article.published) else _SURELY
