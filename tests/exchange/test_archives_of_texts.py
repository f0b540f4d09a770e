"""Texts in an archive come as those of a folder do, read where they lie; it is opened once to look and to read."""

import zipfile

import pytest

from dateline.editing.importing import import_sources
from dateline.editing.preview import preview_sources
from dateline.exchange import archive
from dateline.exchange.archive import Trees
from dateline.exchange.checks import Fault
from dateline.exchange.formats import format_named, recognised
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import BadInput
from dateline.model.schema import Schema
from dateline.store.project import Project

FILES = {
    "report10.txt": "ten",
    "report2.txt": "two",
    "page.html": "<html><body><p>Ada met Bo in the old town hall.</p></body></html>",
    "page_files/frame.html": "<p>not a page of its own</p>",
    "below/articles.csv": "file,title,published\na.txt,Ay,2018-04-19\nb,Bee,\nmore/d.txt,Dee,\npicture.png,No,\n",
    "below/a.txt": "a",
    "below/b.txt": "b",
    "below/more/d.txt": "d",
    "below/picture.png": "no text",
    ".hidden/x.txt": "no",
    "__MACOSX/y.txt": "no",
    "deep/er/and/er/z.txt": "z",
}


FACTS = "file,title\na.txt,Title {}\n"


def packed(path, files):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in files.items():
            made.writestr(name, text)
    return path


def unpacked(path, files):
    for name, text in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(text)
    return path


def came(source, **options):
    reader = format_named("text").read(source, ReadOptions(**options))
    articles = [(b.article.text, b.article.title, b.article.published, b.article.origin) for b in reader]
    return articles, reader.frame.tables, [str(n).partition(": ")[2] for n in reader.notices]


def test_an_archive_of_texts_comes_as_the_folder_of_them_does(tmp_path):
    there = came(unpacked(tmp_path / "f", {n: t for n, t in FILES.items() if "MACOSX" not in n}))
    assert came(packed(tmp_path / "f.zip", FILES)) == there
    assert [title for _, title, _, _ in there[0]][-4:-1] == ["Ay", "Bee", "Dee"]


def test_nothing_of_an_archive_is_laid_on_the_disk(tmp_path, monkeypatch):
    source = packed(tmp_path / "f.zip", FILES)
    monkeypatch.setattr("tempfile.mkdtemp", lambda *_, **__: pytest.fail("unpacked"))
    assert len(came(source)[0]) == 7


def test_a_name_no_disk_takes_is_one_in_an_archive(tmp_path):
    source = packed(tmp_path / "f.zip", {"a/" + 400 * "x" + ".txt": "long", "b": "", "b/c.txt": "below a file"})
    assert [text for text, *_ in came(source)[0]] == ["long", "below a file"]


def test_a_table_elsewhere_is_of_files_in_an_archive_too(tmp_path):
    source = packed(tmp_path / "f.zip", {"a.txt": "a", "b.txt": "b"})
    (tmp_path / "t.csv").write_text("file,title\na.txt,Ay\nb.txt,Bee\n")
    assert [title for _, title, _, _ in came(source, metadata=tmp_path / "t.csv")[0]] == ["Ay", "Bee"]


def test_what_is_wrong_with_one_text_is_said_of_it(tmp_path):
    source = packed(tmp_path / "f.zip", {"a.txt": "a", "b/bad.txt": "b" * 999, "c.txt": ""})
    data = bytearray(source.read_bytes())
    data[data.index(b"b/bad.txt") + 12] ^= 0xFF
    source.write_bytes(data)
    with pytest.raises(BadInput) as refused:
        came(source)
    assert sorted(p.file for p in refused.value.problems) == ["b/bad.txt", "c.txt"]
    assert [text for text, *_ in came(source, skip_bad=True)[0]] == ["a"]


def test_folders_without_end_in_an_archive_are_refused(tmp_path):
    source = packed(tmp_path / "f.zip", {"a.txt": "a", "x/" * 300 + "b.txt": "b"})
    with pytest.raises(BadInput, match="in 300 folders"):
        came(source)


@pytest.fixture
def opened(monkeypatch):
    """Note each time that a folder is listed or an archive is opened."""
    seen = []
    tree_of = archive.tree_of

    def noted(source, progress=None):
        seen.append(source.name)
        return tree_of(source, progress)

    monkeypatch.setattr(archive, "tree_of", noted)
    return seen


@pytest.mark.parametrize("name", ["f", "f.zip"])
def test_a_source_is_opened_once_to_see_what_it_is_and_to_read_it(tmp_path, opened, name):
    source = packed(tmp_path / name, FILES) if name == "f.zip" else unpacked(tmp_path / name, FILES)
    with Project.create(tmp_path / "p.dateline", Schema("s")) as project:
        for work in (preview_sources, import_sources):
            opened.clear()
            assert work(project, [source], ReadOptions()).new.count >= 7
            assert opened == [name]


def test_each_of_several_archives_is_read_as_what_it_is(tmp_path, opened):
    texts = packed(tmp_path / "t.zip", {"a.txt": "Ada"})
    brat = packed(tmp_path / "b.zip", {"b.txt": "Bo", "b.ann": "T1\tX 0 2\tBo\n"})
    with Project.create(tmp_path / "p.dateline", Schema("s")) as project:
        report = import_sources(project, [brat, texts], ReadOptions(), add_labels=True)
        assert (report.articles, report.labels_added) == (2, ("X",))
    assert sorted(opened) == ["b.zip", "b.zip", "t.zip"]  # the last looked into is still open when it is read


def test_of_what_is_looked_into_one_is_kept_and_none_after(tmp_path):
    first, second = (packed(tmp_path / name, {"a.txt": "a"}) for name in ("1.zip", "2.zip"))
    with Trees() as trees:
        kept = [trees.look(source) for source in (first, second)]
        with pytest.raises(Fault):
            kept[0].open("a.txt")
        with trees.read(second) as tree:
            assert tree is kept[1]
            assert trees.look(first).names == ("a.txt",)
            assert tree.open("a.txt").read() == b"a"
        with pytest.raises(Fault):
            tree.open("a.txt")
        last = trees.look(first)
    with pytest.raises(Fault):
        last.open("a.txt")


def test_of_hundreds_of_archives_the_one_that_is_read_and_the_last_looked_into_are_open(tmp_path, monkeypatch):
    sources = [packed(tmp_path / f"{n}.zip", {"a.txt": f"Text {n}", "articles.csv": FACTS.format(n)}) for n in range(9)]
    open_now, most = set(), []

    class Noted(zipfile.ZipFile):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            open_now.add(self)
            most.append(len(open_now))

        def close(self):
            open_now.discard(self)
            super().close()

    monkeypatch.setattr(archive.zipfile, "ZipFile", Noted)
    with Project.create(tmp_path / "p.dateline", Schema("s")) as project:
        assert import_sources(project, sources, ReadOptions()).articles == 9
        assert [a.title for a in project.articles.all()] == [f"Title {n}" for n in range(9)]
    assert (max(most), open_now) == (2, set())


def test_an_archive_that_became_another_one_meanwhile_is_said(tmp_path):
    sources = [packed(tmp_path / f"{n}.zip", {"a.txt": f"Text {n}"}) for n in range(2)]
    reader = format_named("text").read_all(sources, ReadOptions(skip_bad=True))[0]
    assert reader.frame.tables == ()  # all are listed by now, and the first is read
    packed(sources[1], {"b.txt": "another"})
    assert [b.article.text for b in reader] == ["Text 0"]
    assert [str(p) for p in reader.problems] == ["a.txt: is no longer in its archive. Import it again"]


def test_a_broken_archive_is_opened_once_and_said_to_be_broken(tmp_path, opened):
    whole = packed(tmp_path / "f.zip", FILES).read_bytes()
    (tmp_path / "f.zip").write_bytes(whole[:-30])
    with Trees() as trees:
        assert recognised(tmp_path / "f.zip", trees=trees).name == "text"
        assert opened == ["f.zip"]
        with pytest.raises(Fault, match="cut off or damaged"), trees.read(tmp_path / "f.zip"):
            pass
