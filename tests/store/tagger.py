"""`python -m tests.store.tagger FILE`: for each line read, a child annotates by script until it is killed.

It says on standard output what a window would show: each edit after the function for it has returned.
"""

import os
import random
import sys
import traceback
from pathlib import Path

from dateline.editing import tagging
from dateline.model.changes import Kind
from dateline.model.page import Page
from dateline.model.text import Span
from dateline.store.bulk import BulkWriter
from dateline.store.project import Project
from tests.store.world import article

IMPORTED = 40  # articles of one import


def serve(path: Path) -> None:
    """Fork a child a line; importing everything anew for each would take longer than the work."""
    for line in sys.stdin:
        child = os.fork()
        if not child:
            try:
                work(path, line.strip())
            except BaseException:
                traceback.print_exc()
            finally:
                os._exit(1)
        say(f"pid {child}")
        _, status = os.waitpid(child, 0)
        say(f"\nend {os.WTERMSIG(status)}")


def say(words: str) -> None:
    """One write of a line is whole or not at all."""
    os.write(1, f"{words}\n".encode())


def work(path: Path, what: str) -> None:
    """Annotate, or import, for ever."""
    chance = random.Random()
    project = Project.open(path)
    if what == "import":
        while True:
            with project.step("Import", kind="import") as step:
                writer = BulkWriter(step)
                writer.add(article(f"words {chance.random()} " * 200, position=i + 1) for i in range(IMPORTED))
                writer.flush()
            say("imported")
    (who,) = project.annotations.annotators()
    page = project.annotations.page(project.articles.ids()[0], who.id)
    own = 0
    while True:
        own = edit(project, page, chance, own)


def edit(project: Project, page: Page, chance: random.Random, own: int) -> int:
    """Make one random edit and say it; `own` counts what this child may take back."""
    labels = project.schema().types
    choice = chance.random()
    if choice < 0.2 and own:
        project.undo()
        say("undo")
        if chance.random() < 0.5:
            project.redo()
            say("redo")
        else:
            own -= 1
        page.mentions = project.annotations.page(page.article.id, page.annotator_id).mentions
        return own
    if choice < 0.4 and page.mentions:
        mention_id = chance.choice(list(page.mentions))
        before = page.mentions[mention_id].label
        if choice < 0.3:
            tagging.delete(project, page, [mention_id])
            say(f"edit {mention_id} {before} -")
        else:
            words = page.mentions[mention_id].fragments
            taken = {m.label for m in page.mentions.values() if m.fragments == words}
            label = next((t for t in labels if t.name not in taken), None)
            if label is None:
                return own
            tagging.relabel(project, page, mention_id, label)
            say(f"edit {mention_id} {before} {label.name}")
    else:
        begin = chance.randrange(len(page.text) - 10)
        label = chance.choice(labels)
        span = Span(begin, begin + chance.randrange(1, 10))
        if span.of(page.text).isspace():
            span = Span(begin, begin + 10)  # white space alone is not tagged
        changes = tagging.tag(project, page, [span], label)
        if not changes:
            return own
        assert changes.place
        mention_id = str(changes.place.record_id)
        say(f"edit {mention_id} - {label.name}")
    page.mentions.pop(mention_id, None)
    page.mentions |= {m.id: m for m in project.annotations.records(Kind.MENTION, [mention_id])}
    return own + 1


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
