"""One tag: what it costs to make it durable, and from the key press until everything on the window has followed."""

import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from dateline.editing.sample import preset
from dateline.model.annotation import Annotator, Layer, Mention
from dateline.model.article import Article
from dateline.model.ids import new_id
from dateline.model.registry import Entity
from dateline.model.text import Span, words
from dateline.store.project import Project
from tests.benchmarks import material
from tests.benchmarks.figure import Figure

_SPANS = 500
_WORDS = 5_000
_WARM_UP, _TIMES = 50, 400
_KEYS = 120
_ENTITIES = 5_000
_SYLLABLES = (
    "ka",
    "ri",
    "ma",
    "nov",
    "tu",
    "gen",
    "bek",
    "sul",
    "dar",
    "os",
    "lan",
    "er",
    "ay",
    "gul",
    "zhan",
    "mir",
    "ta",
    "qas",
    "im",
    "bol",
)


def figures() -> Iterator[Figure]:
    """Yield the store's share of one tag beside a bare commit of the same rows, then the whole window's work."""
    yield from _store_figures()
    yield from _window_figures()


def _store_figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as name:
        path, twin = Path(name) / "tag.dateline", Path(name) / "bare.db"
        article = Article(new_id(), "words " * _WORDS, "Long")
        who = Annotator(new_id(), "Ana")
        with Project.create(path, material.schema()) as project:
            with project.step("Fill") as step:
                step.add_all([who])
                step.add_all([article])
                step.add_all([_mention(article, who, i) for i in range(_SPANS)])
            project.backup("bare").rename(twin)
            with closing(sqlite3.connect(twin, isolation_level=None)) as bare:
                for pragma in ("journal_mode = WAL", "synchronous = FULL", "cache_size = -32000", "foreign_keys = ON"):
                    bare.execute(f"PRAGMA {pragma}")

                def ours(mention: Mention) -> None:
                    with project.step("Tag “words” as PERSON", annotator_id=who.id) as step:
                        step.put(mention)

                def floor(mention: Mention) -> None:
                    _bare_commit(bare, mention)

                took = _in_turn([ours, floor], [_mention(article, who, i) for i in range(_WARM_UP + _TIMES)])
    (ours_50, ours_99), (floor_50, floor_99) = (_percentiles(t) for t in took)
    yield Figure("store: one tag durable, median", ours_50 * 1e3, "ms", floor_50 * 1e3, 3.0)
    yield Figure("store: one tag durable, 99th percentile", ours_99 * 1e3, "ms", floor_99 * 1e3)


def _mention(article: Article, who: Annotator, i: int) -> Mention:
    begin = i * 6 % (len(article.text) - 5)
    return Mention(new_id(), article.id, who.id, Layer.ENTITY, "PERSON", (Span(begin, begin + 5),))


def _in_turn(ways: list[Callable[[Mention], None]], mentions: list[Mention]) -> list[list[float]]:
    """Time each way on each mention, turn by turn, so that what else the machine does meets all alike."""
    took: list[list[float]] = [[] for _ in ways]
    for i, mention in enumerate(mentions):
        for n in range(len(ways)):
            way = (i + n) % len(ways)
            began = time.perf_counter()
            ways[way](mention)
            took[way].append(time.perf_counter() - began)
    return [t[_WARM_UP:] for t in took]


def _bare_commit(bare: sqlite3.Connection, m: Mention) -> None:
    """The mention, its change and the step, by hand."""
    bare.execute("BEGIN IMMEDIATE")
    bare.execute(
        "INSERT INTO mention VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (m.id, m.article_id, m.annotator_id, "entity", m.label, m.span.begin, m.span.end, None, None, None, None),
    )
    step_id = bare.execute(
        "INSERT INTO step (label, at, kind, annotator_id, size, state) VALUES (?, ?, 'edit', ?, 1, 'done')",
        ("Tag “words” as PERSON", datetime.now(UTC).isoformat(timespec="milliseconds"), m.annotator_id),
    ).lastrowid
    bare.execute("INSERT INTO change (step_id, tbl, row_id, op) VALUES (?, 'mention', ?, 'insert')", (step_id, m.id))
    bare.execute("COMMIT")


def _percentiles(took: list[float]) -> tuple[float, float]:
    took = sorted(took)
    return took[len(took) // 2], took[len(took) * 99 // 100]


def _window_figures() -> Iterator[Figure]:
    """Work of the GUI's thread on a key press, on an article of 5,000 words with 500 spans, everything shown."""
    answered, wall, followed, _ = _keys(0)
    for what, took, limit in (
        ("window: key press to stored and repainted, work", answered, 16.0),
        ("window: key press to stored and repainted, elapsed", wall, None),
        ("window: the panels that follow, work", followed, None),
    ):
        yield from _both(what, took, limit)
    longest = _keys(_ENTITIES)[3]
    yield from _both(f"window: longest single piece of work after a key, {_ENTITIES:,} entities", longest, 16.0)


def _both(what: str, took: list[float], limit: float | None) -> Iterator[Figure]:
    median, high = _percentiles(took)
    yield Figure(f"{what}, median", median * 1e3, "ms")
    yield Figure(f"{what}, 99th percentile", high * 1e3, "ms", None, limit)


def _keys(entities: int) -> tuple[list[float], ...]:
    """Tag words by keys; return seconds to the answer (work, elapsed), of what follows, and of its longest piece.

    A piece is what the window does before it looks for the next key; the whole answer to a key counts as one.
    """
    from PySide6.QtTest import QTest

    from tests.benchmarks import shown

    answered, wall, followed, longest = [], [], [], []
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "tag.dateline"
        _fill(path, entities)
        with shown.program(path) as (app, said):
            page = app.session.page
            taken = {m.span.begin for m in page.mentions.values()}
            free = [span for span in words(page.text) if span.begin not in taken][::10]
            reader = app.window.pane.reader
            reader.setFocus()
            painted = shown.Painted(reader.viewport())
            for i in range(_KEYS + 10):
                reader.set_selection((free[i],), reveal=True)
                QTest.qWait(60)  # what follows a selection is through
                mentions = len(app.session.page.mentions)
                began, began_wall = time.thread_time(), time.perf_counter()
                key = "pogl"[i % 4]  # the same twice would arm the label
                painted.after(lambda key=key: QTest.keyClick(reader, key))
                first, first_wall = time.thread_time() - began, time.perf_counter() - began_wall
                parts = shown.pieces(0.12)  # inspector, palette and timeline follow, each in a turn of its own
                if i >= 10:
                    answered.append(first)
                    wall.append(first_wall)
                    followed.append(sum(parts))
                    longest.append(max(first, *parts))
                assert len(app.session.page.mentions) == mentions + 1, (i, said)
    return answered, wall, followed, longest


def _fill(path: Path, entities: int = 0) -> None:
    """Write an article whose every tenth word is tagged, in paragraphs of a hundred words; and entities like them."""
    plain = [f"word{i:04d}" for i in range(_WORDS)]
    text = "\n\n".join(" ".join(plain[i : i + 100]) + "." for i in range(0, _WORDS, 100))
    article, who = Article(new_id(), text, "Long", published="2018-04-19"), Annotator(new_id(), "Ana")
    with Project.create(path, preset("diplomacy")) as project, project.step("Fill") as step:
        step.add_all([who])
        step.add_all([article])
        begins = [text.index(plain[i]) for i in range(5, _WORDS, _WORDS // _SPANS)]
        step.add_all([_mention_at(article, who, b, 8) for b in begins])
        step.add_all([_entity(i, plain) for i in range(entities)])


def _entity(i: int, plain: list[str]) -> Entity:
    """A name of two words and a short form; most have a word of the text, some are one spelt a little otherwise."""
    word, name = plain[i * 7 % len(plain)], "".join(_SYLLABLES[i // 20**n % 20] for n in range(4)).title()
    called = f"{word}a" if i % 50 == 0 else name if i % 4 == 0 else f"{word} {name}"
    return Entity(new_id(), called, "PERSON", (f"{name[:3]}{i}",))


def _mention_at(article: Article, who: Annotator, begin: int, length: int) -> Mention:
    return Mention(new_id(), article.id, who.id, Layer.ENTITY, "PERSON", (Span(begin, begin + length),))
