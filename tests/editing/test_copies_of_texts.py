"""Texts without annotations that are the same but for their line ends are one article, whatever they come in."""

import json

import openpyxl
import pytest

from dateline.editing.importing import import_sources
from dateline.exchange.options import ReadOptions
from dateline.model.schema import Schema
from dateline.store.project import Project

LINES = "Ada left Ankara.\n\nBob stayed."
CRLF = LINES.replace("\n", "\r\n")
CR = LINES.replace("\n", "\r")  # as of old Macs


def text(folder, words):
    folder.mkdir()
    (folder / "a.txt").write_bytes(words.encode())
    return folder


def workbook(folder, words):
    folder.mkdir()
    book = openpyxl.Workbook()
    book.active.append(["text", "published"])
    book.active.append([words, "2024-03-05"])
    book.save(folder / "list.xlsx")
    return folder / "list.xlsx"


def table(folder, words):
    folder.mkdir()
    (folder / "list.csv").write_bytes(f'text,published\r\n"{words}",2024-03-05\r\n'.encode())
    return folder / "list.csv"


def records(folder, words):
    folder.mkdir()
    (folder / "list.jsonl").write_text(json.dumps({"text": words, "published": "2024-03-05"}))
    return folder / "list.jsonl"


@pytest.mark.parametrize("made", [workbook, table, records])
@pytest.mark.parametrize(
    ("here", "comes"),
    [
        (CRLF, LINES),
        (f"{CRLF}\r\n", LINES),
        (LINES, CRLF),
        (f"{LINES}\n", CRLF),
        (LINES, f"{LINES}\n"),
        (CR, LINES),
        (f"{CR}\r", CRLF),
        (LINES, CR),
    ],
)
@pytest.mark.parametrize("together", [False, True])
def test_a_copy_with_other_line_ends_is_the_same_article(tmp_path, made, here, comes, together):
    sources = [text(tmp_path / "in", here), made(tmp_path / "list", comes)]
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        for group in [sources] if together else [[source] for source in sources]:
            report = import_sources(project, group, ReadOptions())
        (article,) = project.articles.all()
        assert (article.text, article.published) == (here, "2024-03-05")
        told = [str(notice) for notice in report.notices]
        assert report.in_several == 1 if together else "has the same text" in told[0]
        assert not [said for said in told if "nearly" in said]
        assert not import_sources(project, sources, ReadOptions()).changes


def test_copies_within_one_source_are_one_article(tmp_path):
    folder = text(tmp_path / "in", LINES)
    (folder / "b.txt").write_bytes(f"{CRLF}\r\n".encode())
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        import_sources(project, [folder], ReadOptions())
        assert [a.text for a in project.articles.all()] == [LINES]
        import_sources(project, [folder], ReadOptions(keep_repeated=True))
        assert [a.text for a in project.articles.all()] == [LINES, LINES, f"{CRLF}\r\n"], "each as it stands"


@pytest.mark.parametrize("other", ["Ada left Ankara.\nBob stayed.", "Ada left Ankara. Bob stayed.", "Ada left Ankara."])
def test_other_white_space_makes_another_text(tmp_path, other):
    sources = [text(tmp_path / "in", LINES), text(tmp_path / "more", other)]
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        import_sources(project, sources, ReadOptions())
        assert [a.text for a in project.articles.all()] == [LINES, other]
