"""Versions, near texts and texts of another day that come in a second time: what came of them stands, whole."""

import csv
import json
from pathlib import Path

import pytest

from dateline.editing.importing import import_sources
from dateline.editing.preview import preview_sources
from dateline.exchange.options import Nearly, ReadOptions
from dateline.model.article import NEWER
from dateline.model.schema import Schema
from dateline.store.project import Project
from tests.store.dump import content

OLD = (
    "Ankara said on Monday that the ministers met in Berlin with Ada Bo of Norway and that the talks would go on for"
    " three more days\nin a quiet hotel near the lake while reporters waited outside the gates of the compound"
)
NEW = OLD.replace("three more", "four more").replace("quiet hotel", "small house")
BRIEF = "Snow fell in Kell on Monday and the roads are open again."
Row = tuple[str, str, str]  # text, title, day


def _table(path: Path, *rows: Row) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("text", "title", "published"), *rows])
    return path


def _spans(path: Path, *rows: Row, word: str = "") -> Path:
    lines = [{"text": text, "title": title, "published": day, "spans": _marks(text, word)} for text, title, day in rows]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def _marks(text: str, word: str) -> list[dict[str, object]]:
    return [{"start": text.index(word), "end": text.index(word) + len(word), "label": "PER"}] if word else []


def _superseded(project: Project) -> dict[str, str]:
    """Return the articles that have a newer version, with the days of both."""
    days = {a.id: a.published for a in project.articles.all()}
    return {a.published: days[a.meta[NEWER]] for a in project.articles.all() if NEWER in a.meta}


@pytest.mark.parametrize("nearly", Nearly)
@pytest.mark.parametrize("made", [_table, _spans])
@pytest.mark.parametrize(
    "come",
    [
        [(NEW, "Talks", "2018-04-18")],  # the text of 13 April, of another day
        [(NEW.replace("\n", "\r\n"), "Talks", "2018-04-18")],
        [(NEW, "Talks", "2018-04-18"), (OLD, "Talks", "2018-04-19")],
        [(OLD.replace("Berlin", "Bern"), "Talks", "2018-04-20"), (NEW.replace("Berlin", "Bern"), "", "2018-04-21")],
        [(OLD.replace("Berlin", "Bern"), "Talks", "")],
        [(BRIEF.replace("Monday", "Friday"), "Weather", "2018-04-22"), (BRIEF, "Weather", "2018-04-23")],
    ],
)
def test_what_comes_again_does_nothing(tmp_path: Path, come: list[Row], nearly: Nearly, made) -> None:
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        import_sources(project, [_table(tmp_path / "b.csv", (NEW, "Talks", "2018-04-13"))], ReadOptions())
        done = _spans(tmp_path / "a.jsonl", (OLD, "Talks", "2018-04-17"), word="Ada Bo")
        import_sources(project, [done], ReadOptions(), add_labels=True)
        done = _spans(tmp_path / "w.jsonl", (BRIEF, "Weather", "2018-04-17"), word="Kell")
        import_sources(project, [done], ReadOptions())
        source = made(tmp_path / f"come.{'csv' if made is _table else 'jsonl'}", *come)
        options = ReadOptions(nearly=nearly)
        import_sources(project, [source], options)
        before = content(project)
        for _ in range(2):
            found = preview_sources(project, [source], options)
            again = import_sources(project, [source], options)
            assert (again.articles, again.revisions) == (found.articles, found.revisions) == (0, [])
            assert not again.changes
            assert content(project) == before


@pytest.mark.parametrize("text", [NEW, NEW.replace("\n", "\r\n")])
@pytest.mark.parametrize("made", [_table, _spans])
def test_a_text_of_another_day_takes_the_place_of_nothing(tmp_path: Path, text: str, made) -> None:
    """Neither of the text of the first day nor of what that nearly repeats."""
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        import_sources(project, [_table(tmp_path / "b.csv", (NEW, "Talks", "2018-04-13"))], ReadOptions())
        done = _spans(tmp_path / "a.jsonl", (OLD, "Talks", "2018-04-17"), word="Ada Bo")
        import_sources(project, [done], ReadOptions(), add_labels=True)
        source = made(tmp_path / f"come.{'csv' if made is _table else 'jsonl'}", (text, "Talks", "2018-04-18"))
        report = import_sources(project, [source], ReadOptions(nearly=Nearly.REVISE))
        assert (report.articles, report.revisions, _superseded(project)) == (1, [], {})
