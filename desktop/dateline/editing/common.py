"""What every edit shares."""

from collections.abc import Iterable
from pathlib import Path

from dateline.model.annotation import Mention
from dateline.model.article import Progress, State
from dateline.model.changes import Kind, Place
from dateline.model.ids import new_id
from dateline.model.page import Page
from dateline.model.text import Span
from dateline.model.wording import cut_short
from dateline.store.journal import Step
from dateline.store.project import Project


class EditError(ValueError):
    """The person asked for something that cannot be; the message says why and what to do instead."""


def require_other_file(project: Project, path: Path, doing: str) -> None:
    """Raise EditError where `path` is the open project's own file.

    Writing there would replace it; reading it past SQLite would, on closing, take SQLite's locks on it away.
    """
    own = {project.path.resolve(), *(project.path.resolve().with_name(project.path.name + s) for s in _BESIDE)}
    if path.resolve() in own:
        raise EditError(f"{path.name} belongs to the open project and cannot be {doing}: choose another file.")


_BESIDE = ("-wal", "-shm", ".lock")


def quoted(page: Page, fragments: tuple[Span, ...], limit: int = 40) -> str:
    """Return the covered words in quotation marks, for labels of steps."""
    return quoted_name(" ".join(" ".join(f.of(page.text) for f in fragments).split()), limit)


def require_words(page: Page, fragments: tuple[Span, ...]) -> None:
    """Raise EditError where an annotation may not stand: beyond the text, on white space, in boilerplate."""
    if outside := [f for f in fragments if f.end > len(page.text)]:
        raise EditError(
            f"Characters {outside[0].begin} to {outside[0].end} are not in the text of"
            f" {quoted_name(page.article.title)}, which has {len(page.text)}. Select words that are."
        )
    if any(f.of(page.text).isspace() for f in fragments):
        raise EditError("There are no words here, only white space. Select words first.")
    if any(zone.overlaps(f) for zone in page.boilerplate() for f in fragments):
        raise EditError("This part is marked as boilerplate and is not annotated. Unmark it first.")


def quoted_name(name: str, limit: int = 40) -> str:
    """Return a name in quotation marks, cut with an ellipsis where it is long."""
    return f"“{cut_short(name, limit)}”"


def place_of(page: Page, mention: Mention) -> Place:
    """Return where a mention stands."""
    return Place(page.article.id, mention.span, mention.id)


def mention_of(page: Page, mention_id: str) -> Mention:
    """Return a mention of the page; raises EditError when it is gone."""
    try:
        return page.mentions[mention_id]
    except KeyError:
        raise EditError("This annotation is no longer there.") from None


def page_with(project: Project, mention_id: str) -> Page | None:
    """Return the page that a mention stands on, None where it is gone."""
    found: list[Mention] = project.annotations.records(Kind.MENTION, [mention_id])
    return project.annotations.page(found[0].article_id, found[0].annotator_id) if found else None


def mark_started(project: Project, page: Page, step: Step) -> None:
    """The first edit of an article moves it from new to started."""
    known = project.annotations.progress_id(page.article.id, page.annotator_id)
    if known is None:
        step.put(Progress(new_id(), page.article.id, page.annotator_id, State.STARTED))
    elif known[1] is State.NEW:
        step.put(Progress(known[0], page.article.id, page.annotator_id, State.STARTED))


def delete_with_dependants(project: Project, step: Step, mention_ids: Iterable[str]) -> None:
    """Delete mentions and everything that refers to them."""
    ids = list(mention_ids)
    for kind, found in project.annotations.dependants(ids).items():
        for record_id in found:
            step.delete(kind, record_id)
    for mention_id in ids:
        step.delete(Kind.MENTION, mention_id)
