"""Exporting the corpus of the import benchmark to the native JSONL: how fast, and that memory does not grow with it."""

import json
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import orjson

from dateline.editing.exporting import export_project
from dateline.editing.importing import import_sources
from dateline.exchange.options import ReadOptions, WriteOptions
from dateline.store.project import Project
from tests.benchmarks import material
from tests.benchmarks.figure import Figure
from tests.benchmarks.import_ import LARGE, SMALL


def figures() -> Iterator[Figure]:
    """Yield the time of an export beside orjson writing the same records from the same rows."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source, path, target = folder / "in.jsonl", folder / "p.dateline", folder / "out.jsonl"
        material.write_corpus(source, LARGE)
        with Project.create(path, material.schema()) as project:
            import_sources(project, [source], ReadOptions())
        with Project.open(path, readonly=True) as project:
            ways = {
                "ours": lambda: export_project(project, target, "dateline", WriteOptions()),
                "bare": lambda: _bare(path, folder / "bare.jsonl"),
            }
            took = {name: min(_seconds(way) for _ in range(2)) for name, way in ways.items()}
        assert target.stat().st_size > 0.9 * (folder / "bare.jsonl").stat().st_size
        grown = {articles: _in_child(folder, articles) for articles in (SMALL, LARGE)}
    yield Figure(f"export of {LARGE:,} articles, 40 spans each", took["ours"], "s", took["bare"], 2.5)
    what = f"export with a manifest: peak memory grown at {LARGE:,} articles, at {SMALL:,}"
    yield Figure(what, grown[LARGE], "MB", grown[SMALL], 1.25)


def _in_child(folder: Path, articles: int) -> float:
    """Export in a process of its own, whose memory has held nothing else; return the megabytes it grew by."""
    source, path = folder / f"{articles}.jsonl", folder / f"{articles}.dateline"
    material.write_corpus(source, articles)
    with Project.create(path, material.schema()) as project:
        import_sources(project, [source], ReadOptions())
    command = [sys.executable, "-m", "tests.benchmarks.export", str(path), str(folder / f"{articles}.out.jsonl")]
    found: float = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return found


def _export(path: Path, target: Path) -> float:
    with Project.open(path, readonly=True) as project:
        before = _peak()
        export_project(project, target, "dateline", WriteOptions(card=True))
        return _peak() - before


def _peak() -> float:
    """Return this process's peak in megabytes; what getrusage says begins with that of the process that started it."""
    said = Path("/proc/self/status").read_text(encoding="ascii")  # Linux
    return int(said.partition("VmHWM:")[2].split()[0]) / 1024


def _seconds(way: Callable[[], object]) -> float:
    began = time.perf_counter()
    way()
    return time.perf_counter() - began


def _bare(path: Path, target: Path) -> None:
    """Read the rows as sqlite3 gives them, in the order of the export, and dump plain dictionaries."""
    with closing(sqlite3.connect(path)) as conn, target.open("wb") as out:
        who = dict(
            zip(("id", "name", "kind"), conn.execute("SELECT id, name, kind FROM annotator").fetchone(), strict=True)
        )
        for row in conn.execute(
            "SELECT article.id, title, published, source, url, language, note, origin, meta, position, sha256, text, "
            "state FROM article JOIN article_text USING (id) LEFT JOIN progress ON article_id = article.id "
            "ORDER BY position, article.id"
        ):
            out.write(orjson.dumps(_record(conn, row, who)) + b"\n")


_ARTICLE = (
    "id", "title", "published", "source", "url", "language", "note", "origin", "meta", "position", "sha256", "text",
    "state",
)  # fmt: skip


def _record(conn: sqlite3.Connection, row: tuple[object, ...], who: dict[str, str]) -> dict[str, object]:
    record: dict[str, object] = {"record": "article"} | dict(zip(_ARTICLE, row, strict=True))
    record["meta"] = orjson.loads(str(record["meta"]))
    text = str(record["text"])
    arguments: dict[str, list[dict[str, object]]] = {}
    layers: dict[str, list[dict[str, object]]] = {"entity": [], "time": [], "event": []}
    mentions = conn.execute(
        "SELECT mention.id, layer, label, mention.begin, mention.end, attributes, entity_id, happening_id, value, "
        "time_value.begin, time_value.end, granularity, approximate, mod, source, rule, anchor FROM mention "
        "LEFT JOIN time_value USING (id) WHERE article_id = ? ORDER BY mention.begin, mention.end DESC, mention.id",
        (row[0],),
    ).fetchall()
    at = {m[0]: {"start": m[3], "end": m[4], "text": text[m[3] : m[4]]} for m in mentions}
    for i, event_id, role, filler in conn.execute(
        "SELECT argument.id, event_id, role, filler_id FROM mention CROSS JOIN argument ON event_id = mention.id "
        "WHERE article_id = ? AND layer = 'event'",
        (row[0],),
    ):
        arguments.setdefault(event_id, []).append({"id": i, "role": role, "mention": filler} | at[filler])
    for m in mentions:
        made: dict[str, object] = {"id": m[0], "label": m[2]}
        attributes = orjson.loads(m[5]) if m[5] else {}
        if m[1] == "event":
            made |= {"trigger": at[m[0]], "attributes": attributes, "arguments": arguments.get(m[0], [])}
        else:
            made |= at[m[0]]
        if m[1] == "time":
            when = {"begin": _iso(m[9]), "end": _iso(m[10]), "granularity": m[11], "approximate": bool(m[12])}
            made |= {"value": m[8], "when": when, "source": m[14], "rule": m[15], "anchor": m[16]}
        layers[m[1]].append(made)
    return record | {"annotator": who, "entities": layers["entity"], "times": layers["time"], "events": layers["event"]}


def _iso(moment: int) -> str:
    return time.strftime("%Y-%m-%d", time.gmtime(moment))


if __name__ == "__main__":
    print(json.dumps(_export(Path(sys.argv[1]), Path(sys.argv[2]))))
