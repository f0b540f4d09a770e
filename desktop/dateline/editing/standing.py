"""What the project has of texts that stand in it more than once: on which of their articles a record is already."""

from collections.abc import Iterable, Iterator

from dateline.editing.whose import Whose
from dateline.exchange.answers import ANSWERS, REJECTED, answers_of
from dateline.exchange.intake import FIELDS
from dateline.exchange.tokens import without_edges
from dateline.model.annotation import Annotations
from dateline.model.article import NEWER, Article, State
from dateline.model.bundle import Bundle
from dateline.scratch import Ledger
from dateline.store.project import Project

_FIELDS = tuple(name for name in FIELDS if name != "published")


class Standing:
    """Says on which of the articles of one text all stands that a record has to say; each page is read once."""

    def __init__(self, project: Project, whose: Whose) -> None:
        self._project, self._whose = project, whose
        self._read = Ledger()  # texts, and texts with an annotator, of which all is known
        self._found = Ledger()  # a text, an annotator or none, and something said, to the ids of the articles

    def says(self, bundle: Bundle) -> bool:
        """Say whether a record says anything beside a day."""
        said = (next(found, None) for found in (_facts_said(bundle), _answers_said(bundle), _marks(bundle)))
        return any(one is not None for one in said)

    def on(self, bundle: Bundle, ids: Iterable[str]) -> list[str]:
        """Return the articles of a text that have all of what a page says, in the order of `ids`, which are all of it.

        None where it says nothing. Titles and the like count as said where there is any, whatever it is.
        """
        text, who = bundle.article.sha256, self._whose.of(bundle.annotator).id if bundle.annotator else ""
        said = [[f"{text} {one}" for one in ways] for ways in {*_facts_said(bundle), *_answers_said(bundle)}]
        said += [[f"{text} {who} {mark}"] for mark in set(_marks(bundle))]
        if not said:
            return []
        self._read_all(text, who, ids)
        first, *others = [[i for key in ways for i in (self._found.get(key) or "").split()] for ways in said]
        return [found for found in dict.fromkeys(first) if all(found in other for other in others)]

    def _read_all(self, text: str, who: str, ids: Iterable[str]) -> None:
        new_text, new_page = self._read.add(text), bool(who) and self._read.add(f"{text} {who}")
        for article_id in ids if new_text or new_page else ():
            article = self._project.articles.get(article_id)
            if new_text:
                self._note(article_id, (f"{text} {said}" for said in _facts_here(article)))
            if new_page:
                known = self._project.annotations.progress_id(article_id, who)
                page = Bundle(
                    article,
                    state=known[1] if known else State.NEW,
                    annotations=self._project.annotations.of(article_id, who),
                )
                self._note(article_id, (f"{text} {who} {said}" for said in set(_marks(page))))

    def _note(self, article_id: str, keys: Iterable[str]) -> None:
        for key in keys:
            self._found[key] = f"{self._found.get(key) or ''} {article_id}"


def _facts_said(bundle: Bundle) -> Iterator[tuple[str, ...]]:
    """Yield what a record says of its article, each in the ways it may stand there; its day is another question."""
    article = bundle.article
    yield from ((name,) for name in _FIELDS if getattr(article, name))
    for name, value in article.meta.items() if bundle.weighed or bundle.joint else ():
        if value and name not in (NEWER, ANSWERS) and name not in bundle.answers:
            if not bundle.joint:
                yield (f"column {name}",)
            elif not name.startswith("_"):
                yield f"own {name}", f"beside {name} {value}"


def _answers_said(bundle: Bundle) -> Iterator[tuple[str, ...]]:
    for name, values in bundle.answers.items():
        who = bundle.annotator.name if bundle.annotator and name != REJECTED else ""
        yield from ((f"answer {name} {value} {who}",) for value in values)


def _facts_here(article: Article) -> Iterator[str]:
    """Yield what is known of an article in the words of `_facts_said`."""
    kept = answers_of(article.meta.get(ANSWERS, ""))
    yield from (name for name in _FIELDS if getattr(article, name))
    for name, value in article.meta.items():
        if value and name not in (NEWER, ANSWERS):
            yield f"column {name}"
            if name not in kept:
                yield f"own {name}"
    for name, values in kept.items():
        yield from (f"beside {name} {value}" for value in values)
        if isinstance(values, dict):
            yield from (f"answer {name} {value} {who}" for value, people in values.items() for who in ("", *people))


def _marks(page: Bundle) -> Iterator[str]:
    """Yield what is marked on a page, and that somebody has come anywhere with it."""
    found: Annotations = page.annotations
    for mention in found.mentions:
        fragments = without_edges(page.article.text, mention).fragments
        yield f"{mention.label} {' '.join(f'{f.begin}-{f.end}' for f in fragments)}"
    for region in found.regions:
        yield f"{region.kind.value} {region.span.begin}-{region.span.end}"
    if page.state is not State.NEW:
        yield "state"
