"""A file that is named alone is read with what lies beside it, and nobody walks through what else its folder holds."""

import os

import pytest

from dateline.editing.importing import import_sources
from dateline.exchange import archive
from dateline.exchange.archive import Trees, read_whole
from dateline.exchange.options import ReadOptions
from dateline.model.schema import Schema
from dateline.store.project import Project

FILES = {
    ".tml": '<?xml version="1.0"?><TimeML><TEXT>Ada met {n} in <TIMEX3 tid="t" type="DATE" value="2018">2018</TIMEX3>.'
    "</TEXT></TimeML>",
    ".conllu": "1\tAda\t_\tPROPN\t_\t_\t0\troot\t_\t_\n2\t{n}\t_\tNUM\t_\t_\t1\tdep\t_\t_\n\n",
    ".tsv": "#FORMAT=WebAnno TSV 3.3\n\n\n#Text=Ada {n}\n1-1\t0-3\tAda\t\n",
}


@pytest.fixture
def listed(monkeypatch):
    """Note which folders are listed or walked through."""
    seen, scandir = [], os.scandir
    monkeypatch.setattr(archive.os, "walk", lambda *_: pytest.fail("walked"))
    monkeypatch.setattr(archive.os, "scandir", lambda folder: (seen.append(folder), scandir(folder))[1])
    return seen


@pytest.mark.parametrize(("suffix", "times"), [(".tml", 0), (".conllu", 0), (".tsv", 1)])  # which has a table beside
def test_many_files_of_a_folder_list_it_once_if_at_all(tmp_path, listed, suffix, times):
    paths = [tmp_path / f"{n}{suffix}" for n in range(20)]
    for n, path in enumerate(paths):
        path.write_text(FILES[suffix].format(n=n))
    (tmp_path / "below").mkdir()
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        assert import_sources(project, paths, ReadOptions(), add_labels=True).articles == 20
    assert listed.count(tmp_path) == times


def test_beside_a_file_are_the_files_of_its_folder_in_natural_order(tmp_path):
    for name in ("b10.xmi", "b2.xmi", ".hidden", "a.csv"):
        (tmp_path / name).write_text(name)
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "x.csv").write_text("")
    with Trees() as trees:
        beside = trees.beside(tmp_path / "b2.xmi")
        assert beside.names == ("a.csv", "b2.xmi", "b10.xmi")
        assert (beside.size("a.csv"), read_whole(beside, "a.csv")) == (5, b"a.csv")
        assert trees.beside(tmp_path / "b10.xmi") is beside
        assert trees.beside(tmp_path / "gone" / "x.xmi").names == ()
