"""What the project has of texts that stand in it more than once: on which of their articles a record is already."""

from collections.abc import Iterable, Iterator
from functools import reduce
from operator import or_

from dateline.editing.alike import BLOCK, Bits
from dateline.editing.texts_here import ANY, TextsHere
from dateline.editing.whose import Whose
from dateline.exchange.answers import ANSWERS, REJECTED, answers_of
from dateline.exchange.intake import FIELDS
from dateline.exchange.tokens import without_edges
from dateline.model.annotation import Annotations
from dateline.model.article import NEWER, Article, State
from dateline.model.bundle import Bundle
from dateline.model.text import text_sha256
from dateline.scratch import Ledger
from dateline.store.project import Project

_FIELDS = tuple(name for name in FIELDS if name != "published")
_NOTED = 5000  # numbers that are held in memory


class Standing:
    """Says on which of the articles of one text all stands that a record has to say; each page is read once.

    Of each thing that is said it knows the articles that hold it, by their numbers among those of the text: which of
    them hold all is one operation on bits for thousands of articles. What several records say alike is looked for once.
    """

    def __init__(self, project: Project, whose: Whose, texts: TextsHere) -> None:
        self._project, self._whose, self._texts = project, whose, texts
        # Texts, and texts with an annotator, of which all is known; what several say alike, to the group of that.
        self._read = Ledger()
        self._found = Bits()  # texts with something said: which of the articles hold it

    def says(self, bundle: Bundle) -> bool:
        """Say whether a record says anything beside a day."""
        said = (next(found, None) for found in (_facts_said(bundle), _answers_said(bundle), _marks(bundle)))
        return any(one is not None for one in said)

    def on(self, bundle: Bundle) -> str:
        """Return the group (see `TextsHere.gather`) of the articles that have all of what a page says.

        "" where it says nothing. Titles and the like count as said where there is any, whatever it is.
        """
        text, who = bundle.article.sha256, self._whose.of(bundle.annotator).id if bundle.annotator else ""
        said = {*_facts_said(bundle), *_answers_said(bundle), *((f"{who} {mark}",) for mark in _marks(bundle))}
        if not said:
            return ""
        group = f"{text} {text_sha256(chr(0).join(sorted(map(chr(1).join, said))))}"
        known = self._read.get(group)
        if known is None:
            self._read_all(text, who)
            known = self._read[group] = self._texts.gather(text, group, [*self._holders(text, said)])
        return known

    def _holders(self, text: str, said: Iterable[tuple[str, ...]]) -> Iterator[int]:
        """Yield by blocks, as bits, the articles that have of each thing said one of the ways it may stand there."""
        for block in range(-(-self._texts.count(text) // BLOCK)):
            bits = -1
            for ways in said:
                bits &= reduce(or_, (self._found.of(f"{text} {one}", block) for one in ways))
                if not bits:
                    break
            yield bits

    def _read_all(self, text: str, who: str) -> None:
        new_text, new_page = self._read.add(text), bool(who) and self._read.add(f"{text} {who}")
        noted: dict[tuple[str, int], int] = {}
        for number, article_id in enumerate(self._texts.of_signs(text, (ANY,)) if new_text or new_page else ()):
            article = self._project.articles.get(article_id)
            here = set(_facts_here(article)) if new_text else set()
            if new_page:
                known = self._project.annotations.progress_id(article_id, who)
                page = Bundle(
                    article,
                    state=known[1] if known else State.NEW,
                    annotations=self._project.annotations.of(article_id, who),
                )
                here.update(f"{who} {mark}" for mark in _marks(page))
            for one in here:
                key = f"{text} {one}", number // BLOCK
                noted[key] = noted.get(key, 0) | 1 << number % BLOCK
            if len(noted) > _NOTED:
                self._keep(noted)
        self._keep(noted)

    def _keep(self, noted: dict[tuple[str, int], int]) -> None:
        for (name, block), bits in noted.items():
            self._found.put(name, block, bits)
        noted.clear()


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
