"""What the project has of texts that stand in it more than once: on which of their articles a record is already."""

from collections.abc import Iterable, Iterator, Set

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


class Standing:
    """Says on which of the articles of one text all stands that a record has to say; each page is read once.

    Of each thing that is said it knows the articles that hold it, by their numbers among those of the text: what all
    hold is looked for among the fewest. What several records say alike is looked for once.
    """

    def __init__(self, project: Project, whose: Whose, texts: TextsHere) -> None:
        self._project, self._whose, self._texts = project, whose, texts
        self._read = Ledger()  # texts, and texts with an annotator, of which all is known; groups that were made
        # A text with something said and a number to the so-manieth article that holds it, with "count" to how many
        # these are; a text with an annotator, or none, and the number of an article to all that it holds of that.
        self._found = Ledger()

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
        if self._read.add(group):
            self._read_all(text, who)
            self._texts.gather(text, group, self._holders(text, who, said))
        return group

    def _holders(self, text: str, who: str, said: Set[tuple[str, ...]]) -> Iterator[int]:
        """Yield the numbers of the articles that have, of each thing said, one of the ways it may stand there."""
        counts = {ways: [int(self._found.get(f"{text} count {one}") or "0") for one in ways] for ways in said}
        fewest = min(said, key=lambda ways: sum(counts[ways]))
        numbers = (
            int(self._found[f"{text} {n} {one}"])
            for one, count in zip(fewest, counts[fewest], strict=True)
            for n in range(count)
        )
        for number in sorted(set(numbers)):
            here = self._all_on(text, "", number) | self._all_on(text, who, number)
            if all(not here.isdisjoint(ways) for ways in said):
                yield number

    def _all_on(self, text: str, page: str, number: int) -> set[str]:
        return set((self._found.get(f"{text} of {number} {page}") or "").split("\0"))

    def _read_all(self, text: str, who: str) -> None:
        new_text, new_page = self._read.add(text), bool(who) and self._read.add(f"{text} {who}")
        for number, article_id in enumerate(self._texts.of_signs(text, (ANY,)) if new_text or new_page else ()):
            article = self._project.articles.get(article_id)
            if new_text:
                self._note(text, "", number, _facts_here(article))
            if new_page:
                known = self._project.annotations.progress_id(article_id, who)
                page = Bundle(
                    article,
                    state=known[1] if known else State.NEW,
                    annotations=self._project.annotations.of(article_id, who),
                )
                self._note(text, who, number, (f"{who} {mark}" for mark in _marks(page)))

    def _note(self, text: str, page: str, number: int, found: Iterable[str]) -> None:
        here = set(found)
        if here:
            self._found[f"{text} of {number} {page}"] = "\0".join(here)
        for one in here:
            count = self._found.get(f"{text} count {one}") or "0"
            self._found[f"{text} {count} {one}"] = str(number)
            self._found[f"{text} count {one}"] = str(int(count) + 1)


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
