"""Steps, undo, redo, what they report, and the history they leave."""

import sqlite3
from contextlib import suppress

import pytest
from msgspec.structs import replace

from dateline.model.annotation import Annotator, Argument, Layer, TimeValue
from dateline.model.article import Progress, State
from dateline.model.changes import Changes, Kind, Place
from dateline.model.ids import new_id
from dateline.model.progress import Cancelled
from dateline.model.text import Span
from dateline.store.bulk import BulkWriter
from dateline.store.errors import RepeatedId
from dateline.store.project import Project
from tests.store.dump import content
from tests.store.world import SCHEMA, World, article, mention


def _fts(project: Project, words: str) -> int:
    return project.search.count(words)


def test_a_step_says_what_it_touched(project: Project, world: World) -> None:
    with project.step("Fill", annotator_id=world.annotator.id, place=Place(world.article.id, Span(4, 9))) as step:
        for record in world.records():
            step.put(record)
    changes = step.changes
    assert changes.label == "Fill"
    assert changes.added[Kind.MENTION] == {world.place.id, world.time.id, world.event.id}
    assert changes.added[Kind.TIME_VALUE] == {world.time.id}
    assert not changes.altered
    assert not changes.removed
    assert changes.articles == {world.article.id}
    assert changes.place == Place(world.article.id, Span(4, 9))
    (last, first) = project.steps()
    assert (first.kind, last.kind, last.annotator_id, last.size) == ("create", "edit", world.annotator.id, 17)
    assert last.place == changes.place


def test_put_of_an_equal_record_is_no_change(filled: Project, world: World) -> None:
    with filled.step("Again") as step:
        for record in world.records():
            step.put(record)
    assert not step.changes
    assert [s.label for s in filled.steps()] == ["Fill", "New project"]


def test_undo_and_redo_restore_every_row(project: Project, world: World) -> None:
    empty = content(project)
    with project.step("Fill") as step:
        for record in world.records():
            step.put(record)
    full = content(project)
    for _ in range(3):
        undone = project.undo()
        assert content(project) == empty
        assert undone.removed == step.changes.added
        assert undone.articles == {world.article.id}
        redone = project.redo()
        assert content(project) == full
        assert redone.added == step.changes.added
        assert not project.redo()
    assert project.integrity() == []


def test_undo_survives_reopening(filled: Project, world: World) -> None:
    full = content(filled)
    filled.undo()
    filled.close()
    with Project.open(filled.path) as project:
        assert project.articles.count() == 0
        assert project.next_redo()
        project.redo()
        assert content(project) == full
    with Project.open(filled.path) as project:
        assert project.undo()
        assert project.next_undo() is None


def test_a_new_step_ends_redo(filled: Project, world: World) -> None:
    filled.undo()
    with filled.step("Other") as step:
        step.put(world.annotator)
    assert filled.next_redo() is None
    assert not filled.redo()
    assert [s.state for s in filled.steps()] == ["done", "dropped", "done"]
    filled.undo()
    filled.redo()
    assert content(filled)["annotator"]


def test_an_empty_step_leaves_redo_alone(filled: Project) -> None:
    filled.undo()
    with filled.step("Nothing") as step:
        pass
    assert not step.changes
    assert filled.next_redo()
    assert filled.redo()


def test_a_step_that_only_deletes(filled: Project, world: World) -> None:
    full = content(filled)
    with filled.step("Delete the event") as step:
        step.delete(Kind.MENTION, world.event.id)  # before what refers to it: checked when the step ends
        step.delete(Kind.COMMENT, world.comment.id)
        for argument in world.arguments:
            step.delete(Kind.ARGUMENT, argument.id)
        step.delete(Kind.MENTION, "never was")
    assert step.changes.removed == {
        Kind.MENTION: {world.event.id},
        Kind.COMMENT: {world.comment.id},
        Kind.ARGUMENT: {a.id for a in world.arguments},
    }
    assert step.changes.articles == {world.article.id}
    undone = filled.undo()
    assert content(filled) == full
    assert undone.added == step.changes.removed
    assert undone.articles == {world.article.id}
    redone = filled.redo()
    assert redone.removed == step.changes.removed
    assert redone.articles == {world.article.id}


@pytest.mark.parametrize("first", [True, False], ids=["before the mention", "after it"])
def test_articles_of_a_deleted_value_and_argument(filled: Project, world: World, first: bool) -> None:
    mentions = [(Kind.MENTION, world.time.id)]
    rest = [
        (Kind.TIME_VALUE, world.time.id), (Kind.ARGUMENT, world.arguments[1].id), (Kind.RELATION, world.relation.id),
    ]  # fmt: skip
    with filled.step("Delete the time") as step:
        for kind, record_id in rest + mentions if first else mentions + rest:
            step.delete(kind, record_id)
    for changes in (step.changes, filled.undo(), filled.redo()):
        assert changes.articles == {world.article.id}
        assert changes.touches(Kind.TIME_VALUE)
        assert changes.touches(Kind.ARGUMENT)


def test_articles_of_a_value_or_argument_alone(filled: Project, world: World) -> None:
    with filled.step("Set the date") as step:
        step.put(replace(world.value, value="2018-04-26"))
    assert step.changes.articles == {world.article.id}
    assert filled.undo().articles == {world.article.id}
    with filled.step("Drop a role") as step:
        step.delete(Kind.ARGUMENT, world.arguments[0].id)
    assert step.changes.articles == {world.article.id}
    assert filled.undo().articles == {world.article.id}
    with filled.step("Rename") as step:
        step.put(replace(world.entity, name="Nur-Sultan"))
    assert step.changes.articles == frozenset()
    assert step.changes.altered == {Kind.ENTITY: {world.entity.id}}


def test_deleted_and_put_again_is_altered(filled: Project, world: World) -> None:
    with filled.step("Swap") as step:
        step.delete(Kind.ARGUMENT, world.arguments[0].id)
        step.put(replace(world.arguments[0], role="Target"))
    assert step.changes.altered == {Kind.ARGUMENT: {world.arguments[0].id}}
    assert not step.changes.added
    assert not step.changes.removed
    assert filled.undo().altered == {Kind.ARGUMENT: {world.arguments[0].id}}
    assert filled.annotations.records(Kind.ARGUMENT, [world.arguments[0].id]) == [world.arguments[0]]


def test_put_and_deleted_is_nothing(filled: Project, world: World) -> None:
    extra = mention(world.article, world.annotator, 0, 3)
    with filled.step("Fleeting") as step:
        step.put(extra)
        step.delete(Kind.MENTION, extra.id)
    assert not step.changes.added
    assert not step.changes.removed
    before = content(filled)
    filled.undo()
    filled.redo()
    assert content(filled) == before


def test_an_article_and_its_search_entry_come_and_go_together(filled: Project, world: World) -> None:
    assert _fts(filled, "ministers") == 1
    filled.undo()
    assert _fts(filled, "ministers") == 0
    filled.redo()
    assert _fts(filled, "ministers") == 1
    lone = article("a lone zebra")
    with filled.step("Add") as step:
        step.put(lone)
    with filled.step("Delete") as step:
        step.delete(Kind.ARTICLE, lone.id)
    assert _fts(filled, "zebra") == 0
    filled.undo()
    assert _fts(filled, "zebra") == 1
    assert filled.articles.get(lone.id) == lone
    assert filled.integrity() == []


def test_the_text_of_an_article_never_changes(filled: Project, world: World) -> None:
    before = content(filled)
    with pytest.raises(ValueError, match="never changes"), filled.step("x") as step:
        step.put(replace(world.article, text="other"))
    assert content(filled) == before
    with filled.step("x") as step:
        step.put(replace(world.article, title="Other"))
    assert filled.articles.get(world.article.id).title == "Other"


# --- failures inside a step


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit, GeneratorExit])
def test_a_failure_inside_a_step_leaves_nothing(filled: Project, world: World, error: type[BaseException]) -> None:
    before, steps = content(filled), filled.steps()

    def fail() -> None:
        with filled.step("x") as step:
            step.put(mention(world.article, world.annotator, 0, 3))
            step.delete(Kind.COMMENT, world.comment.id)
            raise error

    with pytest.raises(error):
        fail()
    assert (content(filled), filled.steps()) == (before, steps)
    with filled.step("y") as step:
        step.delete(Kind.COMMENT, world.comment.id)
    assert filled.undo()
    assert content(filled) == before


def test_a_failed_step_keeps_redo(filled: Project, world: World) -> None:
    full = content(filled)
    filled.undo()
    with pytest.raises(ZeroDivisionError), filled.step("x") as step:  # noqa: PT012
        step.put(world.annotator)
        raise ZeroDivisionError
    filled.redo()
    assert content(filled) == full


def test_a_failure_that_is_swallowed_spoils_the_step(filled: Project, world: World) -> None:
    before = content(filled)

    def swallow() -> None:
        with filled.step("x") as step:
            step.put(mention(world.article, world.annotator, 0, 3))
            with suppress(RepeatedId):
                step.add_all([world.article])

    with pytest.raises(RuntimeError, match="was not passed on"):
        swallow()
    assert content(filled) == before


def test_a_step_within_a_step_is_one_step(filled: Project, world: World) -> None:
    before = content(filled)
    with filled.step("Outer") as outer:
        outer.put(mention(world.article, world.annotator, 0, 3))
        with filled.step("Inner") as inner:
            inner.put(mention(world.article, world.annotator, 4, 9))
    assert filled.steps()[0].label == "Outer"
    assert len(outer.changes.added[Kind.MENTION]) == 2
    filled.undo()
    assert content(filled) == before


def test_a_step_within_a_step_may_fail_by_itself(filled: Project, world: World) -> None:
    kept, lost = (mention(world.article, world.annotator, b, b + 3) for b in (0, 4))
    with filled.step("Outer") as outer:
        outer.put(kept)
        for _ in range(2):
            with pytest.raises(RepeatedId), filled.step("Inner") as inner:  # noqa: PT012
                inner.put(lost)
                inner.add_all([world.article])
        outer.put(replace(kept, label="LOC"))
    assert outer.changes.added == {Kind.MENTION: {kept.id}}
    assert filled.steps()[0].size == 2
    assert set(content(filled)["mention"]) == {world.place.id, world.time.id, world.event.id, kept.id}
    filled.undo()
    filled.redo()
    assert filled.integrity() == []


def test_a_failure_within_a_step_within_a_step_passes_through(filled: Project, world: World) -> None:
    before = content(filled)
    with pytest.raises(ZeroDivisionError), filled.step("Outer") as outer:  # noqa: PT012
        outer.put(mention(world.article, world.annotator, 0, 3))
        with filled.step("Inner"):
            raise ZeroDivisionError
    assert content(filled) == before


def test_a_step_that_has_ended_takes_nothing_more(filled: Project, world: World) -> None:
    with filled.step("x") as step:
        step.delete(Kind.COMMENT, world.comment.id)
    for late in (
        lambda: step.put(world.comment),
        lambda: step.delete(Kind.MENTION, "x"),
        lambda: step.add_all([world.comment]),
    ):
        with pytest.raises(RuntimeError, match="has ended"):
            late()


def test_no_undo_inside_a_step(filled: Project) -> None:
    before = content(filled)
    with pytest.raises(sqlite3.OperationalError, match="within a transaction"), filled.step("x"):
        filled.undo()
    assert content(filled) == before


def test_references_are_checked_when_the_step_ends(filled: Project, world: World) -> None:
    with filled.step("Children first") as step:
        other = Annotator(new_id(), "Bo")
        step.put(Progress(new_id(), world.article.id, other.id, State.DONE))
        step.put(other)
    with pytest.raises(sqlite3.IntegrityError), filled.step("x") as step:
        step.put(Argument(new_id(), world.event.id, "Place", "no such mention"))
    with pytest.raises(sqlite3.IntegrityError), filled.step("x") as step:
        step.put(TimeValue("no such mention", "2018"))


# --- many rows


def _many(project: Project, count: int = 1500, text: str = "one two three four five") -> World:
    world = World.make("Bulk")
    with project.step("Import", kind="import") as step:
        writer = BulkWriter(step)
        writer.add(world.records())
        for i in range(count):
            a = article(f"{text} number{i}", position=i)
            writer.add([mention(a, world.annotator, 0, 3, layer=Layer.EVENT, label="MEET"), a])
        writer.flush()
    assert step.changes.articles is None
    assert step.changes.touches(Kind.RELATION)
    assert step.changes.touches_article("any")
    assert step.changes
    return world


def test_undo_and_redo_of_thousands(project: Project) -> None:
    empty = content(project)
    world = _many(project)
    full = content(project)
    assert len(full["article"]) == len(full["article_text"]) == 1501
    assert _fts(project, "number1499") == 1
    assert [e.op for e in project.history(Kind.MENTION, world.place.id)] == ["insert"]
    for _ in range(2):
        assert project.undo().articles is None
        assert content(project) == empty
        assert _fts(project, "three") == 0
        assert project.history(Kind.MENTION, world.place.id) == []
        assert project.redo().articles is None
        assert content(project) == full
        assert _fts(project, "three") == 1500
    assert project.integrity() == []


def test_steps_upon_what_was_imported(project: Project) -> None:
    empty = content(project)
    world = _many(project)
    full = content(project)
    with project.step("Relabel") as step:
        step.put(replace(world.place, label="LOC"))
        step.delete(Kind.COMMENT, world.comment.id)
    history = project.history(Kind.MENTION, world.place.id)
    assert [(e.step.label, e.op, e.fields) for e in history] == [
        ("Import", "insert", {}),
        ("Relabel", "update", {"label": ("GPE", "LOC")}),
    ]
    assert [e.op for e in project.history(Kind.COMMENT, world.comment.id)] == ["insert", "delete"]
    changed = content(project)
    project.undo()
    assert content(project) == full
    project.undo()
    assert content(project) == empty
    project.redo()
    project.redo()
    assert content(project) == changed


def test_a_failure_in_the_middle_of_thousands(project: Project) -> None:
    empty = content(project)
    clash = article()

    def fail() -> None:
        with project.step("Import") as step:
            writer = BulkWriter(step)
            writer.add(article(f"text {i}") for i in range(6_000))
            writer.add([clash, clash])
            writer.flush()

    with pytest.raises(RepeatedId, match=clash.id):
        fail()
    assert content(project) == empty
    assert _fts(project, "text") == 0
    assert len(project.steps()) == 1


def test_undo_of_thousands_can_be_cancelled(project: Project) -> None:
    _many(project)
    full = content(project)

    class Impatient:
        def step(self, done: int, total: int | None, what: str) -> None:
            if done >= 3:
                raise Cancelled

    for stopped in (project.undo, project.undo):
        with pytest.raises(Cancelled):
            stopped(Impatient())
        assert content(project) == full
    project.undo()
    with pytest.raises(Cancelled):
        project.redo(Impatient())
    project.redo()
    assert content(project) == full


def test_long_texts_are_journalled_in_parts(project: Project) -> None:
    with project.step("Import") as step:
        step.add_all([article(f"{i} " + "x" * 3_000_000) for i in range(4)])
    before = content(project)
    project.undo()
    longest = project._conn.execute("SELECT max(length(after)) FROM change").fetchone()[0]
    assert longest < 8_000_000
    project.redo()
    assert content(project) == before


def test_few_records_at_once_are_listed(filled: Project, world: World) -> None:
    new = [mention(world.article, world.annotator, i, i + 2) for i in range(30)]
    with filled.step("Every occurrence") as step:
        step.add_all(new)
        step.add_all([Argument(new_id(), world.event.id, "Place", m.id) for m in new])
        step.add_all([])
    assert step.changes.added[Kind.MENTION] == {m.id for m in new}
    assert len(step.changes.added[Kind.ARGUMENT]) == 30
    assert step.changes.articles == {world.article.id}
    undone = filled.undo()
    assert undone.removed == step.changes.added
    assert undone.articles == {world.article.id}


# --- history


def test_history_is_readable(filled: Project, world: World) -> None:
    with filled.step("Link", annotator_id=world.annotator.id) as step:
        step.put(replace(world.place, entity_id=None, attributes={"a": "b"}))
    with filled.step("Gone again") as step:
        step.put(world.place)
    filled.undo()
    entries = filled.history(Kind.MENTION, world.place.id)
    assert [e.step.label for e in entries] == ["Fill", "Link"]
    assert entries[1].fields == {"entity_id": (world.entity.id, None), "attributes": (None, '{"a":"b"}')}
    assert entries[1].step.annotator_id == world.annotator.id
    assert filled.history(Kind.MENTION, "no such") == []
    assert filled.history(Kind.TIME_VALUE, world.time.id)[0].op == "insert", "the mention's id, another table"


def test_history_of_an_imported_record_with_an_odd_id(project: Project) -> None:
    odd = Annotator('a "quoted"\\ id\n', "Odd")
    with project.step("Import") as step:
        step.add_all([odd])
    assert [e.op for e in project.history(Kind.ANNOTATOR, odd.id)] == ["insert"]
    assert project.history(Kind.ANNOTATOR, "quoted") == []


def test_steps_can_be_paged(project: Project, world: World) -> None:
    for i in range(7):
        with project.step(f"s{i}") as step:
            step.put(replace(world.annotator, name=str(i)))
    first = project.steps(3)
    second = project.steps(3, before=first[-1].id)
    assert [s.label for s in first + second] == ["s6", "s5", "s4", "s3", "s2", "s1"]


def test_a_changes_value_is_false_only_when_nothing_changed() -> None:
    assert not Changes()
    assert Changes(articles=None)
    assert Changes(added={Kind.ENTITY: frozenset({"e"})})


def test_the_schema_is_journalled_like_the_rest(project: Project) -> None:
    with project.step("Rename a type") as step:
        step.put(replace(SCHEMA.types[0], title="Place"))
    assert project.schema().types[0].title == "Place"
    assert step.changes.altered == {Kind.LABEL_TYPE: {"t-gpe"}}
    project.undo()
    assert project.schema() == SCHEMA


def test_undo_and_redo_say_what_share_of_the_rows_they_have_written(project: Project) -> None:
    with project.step("Import") as step:
        step.add_all([article(f"text {i}") for i in range(3_000)])
    info = project.next_undo()
    assert info is not None

    class Watching:
        def __init__(self) -> None:
            self.told: list[tuple[int, int | None]] = []

        def step(self, done: int, total: int | None, what: str) -> None:
            self.told.append((done, total))

    for work in (project.undo, project.redo):
        watching = Watching()
        work(watching)
        shares = [done for done, _ in watching.told]
        assert {total for _, total in watching.told} == {info.size}
        assert shares == sorted(shares)
        assert shares[0] == 0
        assert info.size * 0.8 < shares[-1] < info.size
