"""How many articles of an import are there already, whatever kind of file they come in."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.editing.importing import import_sources
from dateline.editing.preview import preview_sources
from dateline.exchange.options import Nearly, ReadOptions
from dateline.model.schema import Schema
from dateline.store.project import Project

TEXTS = "Ministers met in Ankara.", "Nobody came to Oslo.", "The talks were put off."


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "p.dateline", Schema()) as made:
        yield made


def _texts(folder: Path) -> Path:
    (folder / "texts").mkdir()
    for number, text in enumerate(TEXTS):
        (folder / "texts" / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder / "texts"


def _table(folder: Path) -> Path:
    path = folder / "rows.csv"
    path.write_text("text,title\n" + "".join(f"{text},{text[:6]}\n" for text in TEXTS), encoding="utf-8")
    return path


def _feed(folder: Path) -> Path:
    path = folder / "feed.xml"
    entries = "".join(f"<item><title>{t[:6]}</title><description>{t}</description></item>" for t in TEXTS)
    path.write_text(f'<rss version="2.0"><channel><title>News</title>{entries}</channel></rss>', encoding="utf-8")
    return path


def _spans(folder: Path) -> Path:
    path = folder / "spans.jsonl"
    path.write_text("".join(json.dumps({"text": text, "spans": []}) + "\n" for text in TEXTS), encoding="utf-8")
    return path


@pytest.mark.parametrize("made", [_texts, _table, _feed, _spans])
def test_a_second_import_counts_what_is_there(empty: Project, tmp_path: Path, made) -> None:
    source = made(tmp_path)
    first = import_sources(empty, [source], ReadOptions())
    assert (first.articles, first.known_articles) == (3, 0)
    for nearly in Nearly:
        options = ReadOptions(nearly=nearly)
        found = preview_sources(empty, [source], options)
        assert (found.articles, found.known_articles, found.nothing_new) == (0, 3, True)
        again = import_sources(empty, [source], options)
        assert (again.articles, again.known_articles) == (0, 3)


def test_sources_of_several_kinds_are_counted_together(empty: Project, tmp_path: Path) -> None:
    folder = _texts(tmp_path)
    lines = tmp_path / "more.jsonl"
    lines.write_text(json.dumps({"text": "Ada met Bo.", "spans": []}), encoding="utf-8")
    import_sources(empty, [folder, lines], ReadOptions())
    (folder / "3.txt").write_text("Something new.", encoding="utf-8")
    (folder / "4.txt").write_text(TEXTS[0], encoding="utf-8")  # twice in the folder, once in the project
    again = import_sources(empty, [folder, lines], ReadOptions())
    assert (again.articles, again.known_articles) == (1, 4)
