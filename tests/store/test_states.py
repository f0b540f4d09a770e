"""Random days of work, with failures, undo, redo and restarts, against a model that keeps whole copies."""

import sqlite3
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from msgspec.structs import replace

from dateline.model.annotation import Annotator, Argument, Comment, Layer, Mention, TimeValue
from dateline.model.article import Article
from dateline.model.changes import Changes, Kind
from dateline.model.registry import Entity
from dateline.model.text import Span
from dateline.store import images
from dateline.store.errors import RepeatedId
from dateline.store.project import Project
from dateline.store.rows import codec_of
from tests.store.dump import Content, content
from tests.store.world import SCHEMA

IDS = st.sampled_from([f"id{i}" for i in range(5)])
WORDS = st.sampled_from(["talks", "Ankara", "ışık", "🤝 deal", 'quote"s', ""])


def _records() -> st.SearchStrategy[Any]:
    spans = st.builds(lambda b, n: Span(b, b + n), st.integers(0, 20), st.integers(1, 9))
    layers = st.sampled_from([Layer.ENTITY, Layer.TIME, Layer.EVENT])
    prefixed = {p: IDS.map(lambda i, p=p: f"{p}-{i}") for p in "wamec"}
    return st.one_of(
        st.builds(Annotator, prefixed["w"], WORDS),
        st.builds(Article, prefixed["a"], st.just("Talks in Ankara: ışık, 🤝."), WORDS),
        st.builds(Entity, prefixed["e"], WORDS),
        st.builds(
            Mention, prefixed["m"], prefixed["a"], prefixed["w"], layers, WORDS, spans.map(lambda s: (s,)),
            st.dictionaries(WORDS, WORDS, max_size=2), st.none() | prefixed["e"],
        ),
        st.builds(TimeValue, prefixed["m"], WORDS),
        st.builds(Argument, prefixed["c"], prefixed["m"], WORDS, prefixed["m"]),
        st.builds(Comment, prefixed["c"], prefixed["a"], prefixed["w"], WORDS, st.none() | prefixed["m"]),
    )  # fmt: skip


PUTS = st.tuples(st.just("put"), _records())
DELETES = st.tuples(st.just("delete"), _records().map(lambda r: (codec_of(r).kind, r.id)))
ADDS = st.tuples(st.just("add"), st.lists(_records(), min_size=1, max_size=4))
REFERENCES = {  # column: the tables it may point at
    "article_id": "article", "annotator_id": "annotator", "entity_id": "entity", "event_id": "mention",
    "filler_id": "mention", "mention_id": "mention",
}  # fmt: skip


class Failed(Exception):
    """The failure that a step is made to have."""


def _applied(before: Content, operations: list[tuple[str, Any]]) -> Content:
    """What the model says the rows are after these operations; raises what the store must."""
    after = {table: dict(rows) for table, rows in before.items()}
    for op, what in operations:
        if op == "put":
            _put(after, what)
        elif op == "delete":
            kind, record_id = what
            after[kind.value].pop(record_id, None)
            if kind is Kind.ARTICLE:
                after[images.TEXT].pop(record_id, None)
        else:
            for record in what:
                if record.id in after[codec_of(record).kind.value]:
                    raise RepeatedId("record", [record.id])
                _put(after, record)
    for table, rows in after.items():
        for row in rows.values():
            for column, value in zip(images.columns(table), row, strict=True):
                target = "mention" if table == "time_value" and column == "id" else REFERENCES.get(column)
                if target and value is not None and value not in after[target]:
                    raise sqlite3.IntegrityError("FOREIGN KEY")
    return after


def _put(after: Content, record: Any) -> None:
    codec = codec_of(record)
    after[codec.kind.value][record.id] = codec.to_row(record)
    if isinstance(record, Article):
        after[images.TEXT][record.id] = (record.id, record.text)


def _is_astray(now: Content) -> bool:
    """What the model says of links between two articles: the store keeps them, and its check tells them."""

    def told(table: str, *columns: str) -> list[list[Any]]:
        places = [images.columns(table).index(column) for column in columns]
        return [[row[place] for place in places] for row in now[table].values()]

    of = dict(told("mention", "id", "article_id"))
    apart = any(of[event] != of[filler] for event, filler in told("argument", "event_id", "filler_id"))
    return apart or any(m is not None and of[m] != a for a, m in told("comment", "article_id", "mention_id"))


class Days(RuleBasedStateMachine):
    """`past` holds the content before each done step, `future` what undone steps led to."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.project = Project.create(Path(self.folder.name) / "p.dateline", SCHEMA)
        self.now = content(self.project)
        self.past: list[Content] = []
        self.future: list[Content] = []

    def teardown(self) -> None:
        assert all("of another article" in told for told in self.project.integrity())
        assert bool(self.project.integrity()) is _is_astray(self.now)
        self.project.close()
        self.folder.cleanup()

    @initialize()
    def a_beginning(self) -> None:
        article = Article("a-id0", "Talks in Ankara: ışık, 🤝.", "talks")
        who = Annotator("w-id0", "Ana")
        mentions = [Mention(f"m-id{i}", article.id, who.id, Layer.EVENT, "x", (Span(0, 5),)) for i in range(3)]
        self._do([("add", [who]), ("add", [article]), ("add", mentions)])

    @rule(operations=st.lists(PUTS | DELETES | ADDS, min_size=1, max_size=6), fails=st.integers(-12, 5))
    def a_step(self, operations: list[tuple[str, Any]], fails: int) -> None:
        self._do(operations, fails)

    @rule(record=_records())
    def one_put(self, record: Any) -> None:
        self._do([("put", record)])

    @rule(data=st.data())
    def a_change_of_what_is_there(self, data: st.DataObject) -> None:
        ids = sorted(self.now["mention"])
        if ids:
            record_id = data.draw(st.sampled_from(ids))
            (mention,) = self.project.annotations.records(Kind.MENTION, [record_id])
            self._do([("put", replace(mention, label=data.draw(WORDS)))])

    @rule()
    def everything_goes(self) -> None:
        self._do(
            [
                ("delete", (Kind(table), record_id))
                for table in ("mention", "argument", "time_value", "comment")
                for record_id in sorted(self.now[table])
            ]
        )

    def _do(self, operations: list[tuple[str, Any]], fails: int = -1) -> None:
        expected: type[Exception] | None = Failed if 0 <= fails < len(operations) else None
        after = self.now
        try:
            after = _applied(self.now, operations)
        except (sqlite3.IntegrityError, RepeatedId) as error:
            expected = expected or type(error)
        before_redo = self.project.next_redo()
        changes = None
        if expected is None:
            changes = self._step(operations, fails)
        else:
            with suppress(Failed, sqlite3.IntegrityError, RepeatedId):
                self._step(operations, fails)
                raise AssertionError(f"should have failed with {expected}")
            after = self.now
        if changes is None:
            assert self.project.next_redo() == before_redo
            return
        if changes.size:
            _agree(changes.changes, self.now, after)
            self.past.append(self.now)
            self.future = []
        self.now = after

    def _step(self, operations: list[tuple[str, Any]], fails: int) -> Any:
        with self.project.step("step") as step:
            for i, (op, what) in enumerate(operations):
                if i == fails:
                    raise Failed
                if op == "put":
                    step.put(what)
                elif op == "delete":
                    step.delete(*what)
                else:
                    for record in what:
                        step.add_all([record])
        return step

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        before = self.now
        changes = self.project.undo()
        self.future.append(self.now)
        self.now = self.past.pop()
        _agree(changes, before, self.now)

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        before = self.now
        changes = self.project.redo()
        self.past.append(self.now)
        self.now = self.future.pop()
        _agree(changes, before, self.now)

    @rule()
    def restart(self) -> None:
        self.project.close()
        self.project = Project.open(self.project.path)

    @invariant()
    def as_the_model_says(self) -> None:
        assert content(self.project) == self.now
        assert bool(self.project.next_undo()) == bool(self.past)
        assert bool(self.project.next_redo()) == bool(self.future)
        assert self.project.search.count("Ankara") == len(self.now["article"])


def _agree(changes: Changes, before: Content, after: Content) -> None:
    """What is reported is what happened; a row changed and changed back may be reported as altered too."""
    for kind in Kind:
        old, new = before[kind.value], after[kind.value]
        assert changes.added.get(kind, frozenset()) == new.keys() - old.keys()
        assert changes.removed.get(kind, frozenset()) == old.keys() - new.keys()
        altered = {i for i in old.keys() & new.keys() if old[i] != new[i]}
        assert altered <= changes.altered.get(kind, frozenset()) <= old.keys() & new.keys()


TestDays = pytest.mark.slow(Days.TestCase)
TestDays.settings = settings(
    max_examples=60,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)
