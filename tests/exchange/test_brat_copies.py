"""Copies of one text in the folders of brat's annotators, through a whole import."""

import pytest

from dateline.editing.importing import import_sources
from dateline.exchange.options import ReadOptions
from dateline.model.schema import Schema
from dateline.store.project import Project

GOOD = "T1\tGPE 13 14\t \nT2\tGPE 0 6\tAnkara\n"


@pytest.mark.parametrize(("ann", "skip_bad"), [(GOOD, False), (f"{GOOD}Z\n", True)])
def test_a_copy_that_cannot_be_laid_over_the_first_stops_nothing(tmp_path, ann, skip_bad):
    """A span of it is on a blank at the edge. What is wrong in it is said once, and what comes with it stays."""
    texts = {"ada": b"Ankara.\nBaku.", "bo": b"Ankara.\nBaku. \r\n"}
    for who, text in texts.items():
        (folder := tmp_path / "x" / who).mkdir(parents=True)
        (folder / "a.txt").write_bytes(text)
        (folder / "a.ann").write_text("T1\tGPE 0 6\tAnkara\n" if who == "ada" else ann)
        (folder / "b.txt").write_text("Baku")
        (folder / "b.ann").write_text("T1\tGPE 0 4\tBaku\n")
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        report = import_sources(project, [tmp_path / "x"], ReadOptions(skip_bad=skip_bad), "brat", add_labels=True)
        assert len(report.left_out) == skip_bad
        annotators = {a.id: a.name for a in project.annotations.annotators()}
        found = {
            (a.text, name): [m.text_of(a.text) for m in project.annotations.mentions(a.id, id_)]
            for a in project.articles.all()
            for id_, name in annotators.items()
        }
    assert {page: words for page, words in found.items() if words} == {
        ("Ankara.\nBaku.", "ada"): ["Ankara"],
        ("Ankara.\nBaku. \r\n", "bo"): ["Ankara", " "],
        ("Baku", "ada"): ["Baku"],
        ("Baku", "bo"): ["Baku"],
    }
    assert [p.file for p in report.notices if "an article of its own" in p.what] == ["bo/a.txt"]
