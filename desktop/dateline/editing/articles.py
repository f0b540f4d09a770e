"""What is done to an article as a whole: its state, its zones, its notes, what is known of it."""

from datetime import UTC, datetime

from msgspec.structs import replace

from dateline.editing.common import delete_with_dependants, mark_started, mention_of, quoted, quoted_name
from dateline.editing.times import counted_anew
from dateline.model.annotation import Annotator, AnnotatorKind, Comment, Mention, TimeValue
from dateline.model.article import Article, Progress, Region, RegionKind, State
from dateline.model.changes import Changes, Kind, Place
from dateline.model.ids import new_id
from dateline.model.page import Page
from dateline.model.text import Span
from dateline.model.wording import counted
from dateline.store.project import Project


def ensure_annotator(
    project: Project, name: str, kind: AnnotatorKind = AnnotatorKind.PERSON
) -> tuple[Annotator, Changes]:
    """Return the annotator of this name, making one where there is none."""
    known = project.annotations.annotator(name)
    if known is not None:
        return known, Changes()
    annotator = Annotator(new_id(), name, kind)
    with project.step(f"Annotator {name}", kind="create") as step:
        step.put(annotator)
    return annotator, step.changes


def set_state(project: Project, article_id: str, annotator_id: str, state: State) -> Changes:
    """Set how far an annotator has come with an article."""
    known = project.annotations.progress_id(article_id, annotator_id)
    name = project.articles.summaries(annotator_id, only=article_id)[0].name
    with project.step(
        f"Mark {quoted_name(name)} {state.value}", annotator_id=annotator_id, place=Place(article_id)
    ) as step:
        step.put(Progress(known[0] if known else new_id(), article_id, annotator_id, state))
    return step.changes


def mark_region(project: Project, page: Page, span: Span, kind: RegionKind) -> Changes:
    """Mark a zone; marking one that is marked already unmarks it. Boilerplate that overlaps becomes one zone."""
    if kind is RegionKind.BOILERPLATE:
        span = _with_signs(page.text, span)
    mine = [r for r in page.regions.values() if r.kind is kind]
    owner = page.annotator_id if kind is RegionKind.NEGATIVE else None
    inside = [r for r in mine if r.span.covers(span)]
    place = Place(page.article.id, span)
    what = "boilerplate" if kind is RegionKind.BOILERPLATE else "read, no event"
    if inside:
        with project.step(f"Unmark {what}", annotator_id=page.annotator_id, place=place) as step:
            for region in inside:
                step.delete(Kind.REGION, region.id)
        return step.changes
    joined = [r for r in mine if kind is RegionKind.BOILERPLATE and r.span.overlaps(span)]
    whole = Span(min([span.begin, *(r.span.begin for r in joined)]), max([span.end, *(r.span.end for r in joined)]))
    with project.step(f"Mark as {what}: {quoted(page, (span,))}", annotator_id=page.annotator_id, place=place) as step:
        for region in joined:
            step.delete(Kind.REGION, region.id)
        step.put(Region(new_id(), page.article.id, kind, whole, owner))
        mark_started(project, page, step)
    return step.changes


def _with_signs(text: str, span: Span) -> Span:
    """A selection of words leaves out the quotation marks and full stops round it; a zone takes them in."""
    begin, end = span.begin, span.end
    while begin > 0 and not text[begin - 1].isspace() and not text[begin - 1].isalnum():
        begin -= 1
    while end < len(text) and not text[end].isspace() and not text[end].isalnum():
        end += 1
    return Span(begin, end)


def set_note(project: Project, page: Page, text: str, mention_id: str | None = None) -> Changes:
    """Write the note on an article or a mention; an empty text takes it away."""
    old = page.comment_on(mention_id)
    if (old.text if old else "") == text.strip():
        return Changes()
    about = quoted(page, mention_of(page, mention_id).fragments) if mention_id else "the article"
    place = Place(page.article.id, page.mentions[mention_id].span if mention_id else None, mention_id)
    with project.step(f"Note on {about}", annotator_id=page.annotator_id, place=place) as step:
        if old and not text.strip():
            step.delete(Kind.COMMENT, old.id)
        else:
            now = datetime.now(UTC).isoformat(timespec="seconds")
            made = old or Comment(new_id(), page.article.id, page.annotator_id, "", mention_id)
            step.put(replace(made, text=text.strip(), at=now))
    return step.changes


def set_properties(project: Project, page: Page, article: Article) -> Changes:
    """Change what is known of an article; a new publication date or language re-resolves the dates found by rule.

    The text is never changed; dates set by hand stay. Annotations of other annotators are re-resolved too.
    """
    old = page.article
    new = replace(article, id=old.id, text=old.text, position=old.position)
    if new == old:
        return Changes()
    moved: list[TimeValue] = []
    relabelled: list[Mention] = []
    if (new.published, new.language) != (old.published, old.language):
        moved, relabelled = counted_anew(project, old, new, page)
    text = f"Properties of {quoted_name(new.name)}"
    if new.published != old.published:
        text += f": published {old.published or 'not known'} → {new.published or 'not known'}"
    if moved:
        text += f", {counted(len(moved), 'date')} counted anew"
    with project.step(text, place=Place(old.id)) as step:
        step.put(new)
        for value in moved:
            step.put(value)
        for mention in relabelled:
            step.put(mention)
    return step.changes


def remove_articles(project: Project, article_ids: list[str]) -> Changes:
    """Remove articles with everything annotated in them."""
    name = project.articles.summaries(None, only=article_ids[0])[0].name
    what = quoted_name(name) if len(article_ids) == 1 else counted(len(article_ids), "article")
    with project.step(f"Remove {what}", place=Place(article_ids[0])) as step:
        for article_id in article_ids:
            for kind, ids in project.articles.dependants(article_id).items():
                if kind is Kind.MENTION:
                    delete_with_dependants(project, step, ids)
                else:
                    for record_id in ids:
                        step.delete(kind, record_id)
            step.delete(Kind.ARTICLE, article_id)
    return step.changes
