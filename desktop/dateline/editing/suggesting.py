"""Suggestions: learning from what was tagged, accepting what is proposed, remembering what was rejected."""

from collections.abc import Iterable, Sequence
from contextlib import suppress

from msgspec.structs import replace

from dateline.assist.lexicon import Key, Lexicon, key_of
from dateline.assist.suggestions import Rejections, SpanProposal, Times
from dateline.chronology import Found
from dateline.editing.common import EditError, place_of, quoted
from dateline.editing.dates_above import CONTEXT
from dateline.editing.tagging import new_mention, put_mentions
from dateline.model.annotation import Mention
from dateline.model.article import Article, State
from dateline.model.changes import Changes
from dateline.model.page import Page
from dateline.model.schema import Schema
from dateline.model.text import Span
from dateline.store.errors import ProjectError
from dateline.store.project import Project

_LONGEST_LESSON = 50_000  # code points: a longer article would hold the window up while it is read


def times_in(article: Article) -> Times:
    """Return what finds the time expressions of an article, a stretch at a time."""
    from dateline.chronology import find  # its rules take a while to compile

    def times(text: str) -> Iterable[tuple[Span, str, str]]:
        found = find(text, article.published, article.language)
        return [(f.span, f.reading.type.value, _says(f, found, article.published)) for f in found]

    return times


def _says(one: Found, found: Sequence[Found], published: str) -> str:
    """Return a reading's value if it tells a person something, and if tagging will give the same.

    "XXXX-WXX-4" and "PAST_REF" tell nothing; what is counted from a date far above depends on what is tagged there.
    """
    reading = one.reading
    vague = "X" in reading.value or reading.value.endswith("_REF")
    if vague or not reading.anchor or published.startswith(reading.anchor):
        return "" if vague else reading.value
    near = (f.reading.value for f in found if one.span.begin - CONTEXT <= f.span.begin < one.span.begin)
    return reading.value if reading.anchor in near else ""


def learn(project: Project, lexicon: Lexicon, article_id: str, annotator_id: str) -> Page | None:
    """Let a lexicon learn what an annotator tagged in one article; return it for what else it teaches.

    None where it is gone or too long to be read in passing.
    """
    article = project.articles.find(article_id)
    if article is None or len(article.text) > _LONGEST_LESSON:
        return None
    page = Page.of(article, annotator_id, project.annotations.of(article_id, annotator_id))
    learn_page(project, lexicon, page)
    return page


def learn_page(project: Project, lexicon: Lexicon, page: Page) -> None:
    """Let a lexicon learn from a page that is being left; of one that is not done only as far as it was worked on."""
    if len(page.text) <= _LONGEST_LESSON:
        known = project.annotations.progress_id(page.article.id, page.annotator_id)
        done = known is not None and known[1] is State.DONE
        lexicon.put(page.article.id, page.text, page.mentions.values(), whole=done)


def accept(project: Project, page: Page, schema: Schema, proposals: Sequence[SpanProposal]) -> Changes:
    """Tag what is proposed, in one step; names that always stood for one entity are linked to it.

    With one proposal the new mention's id is the `record_id` of the Changes' place.
    """
    mentions = [m for p in proposals if (m := accepted(project, page, schema, p))]
    if not mentions:
        raise EditError("Nothing is left of what was proposed here.")
    first = mentions[0]
    label = schema.by_name[first.label].shown
    one = f"Accept {quoted(page, first.fragments)} as {label}"
    with project.step(
        one if len(mentions) == 1 else f"Accept {len(mentions)} suggestions",
        annotator_id=page.annotator_id,
        place=place_of(page, first),
    ) as step:
        put_mentions(project, page, step, mentions)
    return step.changes


def accepted(project: Project, page: Page, schema: Schema, proposal: SpanProposal) -> Mention | None:
    """Return the mention that a proposal becomes; None where the schema lost its label, or it is there already."""
    label = schema.by_name.get(proposal.label)
    if label is None or any(m.label == proposal.label for m in page.exactly((proposal.span,))):
        return None
    mention = new_mention(page, (proposal.span,), label)
    entity = project.registry.entity(proposal.entity_id) if proposal.entity_id else None
    return replace(mention, entity_id=entity.id) if entity else mention


def rejections(project: Project, article_id: str, annotator_id: str) -> Rejections:
    """Return what an annotator rejected in an article, and which words anywhere."""
    words = project.local.get(_anywhere(annotator_id), {})
    return Rejections(
        _rejected_here(project, article_id, annotator_id),
        {_key(name): n for name, n in words.items() if isinstance(n, int)} if isinstance(words, dict) else {},
    )


def reject(project: Project, page: Page, proposals: Iterable[SpanProposal], *, back: bool = False) -> None:
    """Remember what was rejected: there it is not proposed again, elsewhere only if it was tagged more often.

    `back`: forget that it was.
    """
    here = _here(page.article.id, page.annotator_id)
    rejected = rejections(project, page.article.id, page.annotator_id)
    words = dict(rejected.words)
    ids = set(rejected.here)
    for proposal in proposals:
        (ids.discard if back else ids.add)(proposal.id)
        key = (proposal.label, key_of(proposal.span.of(page.text)))
        words[key] = words.get(key, 0) + (-1 if back else 1)
    named = {f"{label}\t{' '.join(key)}": n for (label, key), n in words.items() if n > 0}
    project.local.set_all({here: sorted(ids), _anywhere(page.annotator_id): named})


def leave_mentions_alone(project: Project, mentions: Iterable[Mention], *, again: bool = False) -> None:
    """Propose nothing of a mention's label where it stood, as it was deleted; `again`: do, that was undone.

    The step is done: what cannot be remembered of it is let go, as a write is, and not told as if the step had failed.
    """
    by_page: dict[tuple[str, str], set[str]] = {}
    for mention in mentions:
        ids = by_page.setdefault((mention.article_id, mention.annotator_id), set())
        ids.update(SpanProposal(mention.label, mention.layer, piece).id for piece in mention.fragments)
    kept: dict[str, list[str]] = {}
    with suppress(ProjectError):
        for page, ids in by_page.items():
            known = _rejected_here(project, *page)
            kept[_here(*page)] = sorted(known - ids if again else known | ids)
        project.local.set_all(kept)


def _rejected_here(project: Project, article_id: str, annotator_id: str) -> frozenset[str]:
    here = project.local.get(_here(article_id, annotator_id), [])
    return frozenset(i for i in here if isinstance(i, str)) if isinstance(here, list) else frozenset()


def _key(name: str) -> tuple[str, Key]:
    label, _, key = name.partition("\t")
    return label, tuple(key.split(" "))


def _here(article_id: str, annotator_id: str) -> str:
    return f"rejected:{article_id}:{annotator_id}"


def _anywhere(annotator_id: str) -> str:
    return f"rejected-words:{annotator_id}"
