"""Formats are found by name and by looks, ours and other packages'."""

import json
import os
from importlib.metadata import EntryPoint

import pytest

from dateline import assets
from dateline.exchange import formats
from dateline.exchange.archive import tree_of
from dateline.exchange.format import Format, UnknownFormat
from dateline.exchange.formats import all_formats, format_named, open_sources, recognised
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import BadInput
from dateline.model.article import Article
from dateline.model.bundle import Bundle, Frame
from dateline.model.progress import Cancelled


def read_shout(source, options):
    """The smallest format there can be."""
    yield Bundle(Article("a", source.read_text("utf-8").upper()))


SHOUT = Format("shout", "Shouted text", (".shout",), reads=read_shout, recognises=lambda p, head: p.suffix == ".shout")
NOT_A_FORMAT = "text"


@pytest.fixture
def foreign(monkeypatch):
    """Let entry points be found, and forget them afterwards."""

    def use(**points):
        found = [EntryPoint(name, f"{__name__}:{value}", formats.ENTRY_POINTS) for name, value in points.items()]
        monkeypatch.setattr(formats, "entry_points", lambda group: found if group == formats.ENTRY_POINTS else [])
        all_formats.cache_clear()

    yield use
    all_formats.cache_clear()


def test_ours_are_there_and_say_what_they_can():
    for name in ("dateline", "spans", "text"):
        found = format_named(name)
        assert found.name == name
        assert found.title
        assert found.can_import
        assert found.can_export


def test_a_name_nobody_has_is_refused_with_those_there_are():
    with pytest.raises(UnknownFormat, match=r"there is no format word; there are .*dateline, .*spans, .*text"):
        format_named("word")


def test_another_packages_format_is_found(foreign, tmp_path):
    foreign(shout="SHOUT")
    (tmp_path / "a.shout").write_text("hello")
    (reader,) = open_sources([tmp_path / "a.shout"], ReadOptions())
    assert reader.frame == Frame()
    assert [b.article.text for b in reader] == ["HELLO"]
    with pytest.raises(UnknownFormat, match="can only be imported"):
        format_named("shout").write(tmp_path / "x", Frame(), [])


def test_another_packages_format_that_breaks_is_left_out(foreign, expect_log):
    expect_log("gone could not be loaded")
    expect_log("odd is not a Format")
    foreign(gone="NOWHERE", odd="NOT_A_FORMAT", shout="SHOUT")
    assert set(all_formats()) == {*formats.own_formats(), "shout"}


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.txt", b"hello", "text"),
        ("a.jsonl", b'{"record":"project","format":"dateline","version":1}\n', "dateline"),
        ("a.jsonl", b'{"record": "article", "id": "a", "text": "x"}\n', "dateline"),
        ("a.jsonl", b'{"text":"x","spans":[]}\n', "spans"),
    ],
)
def test_files_are_recognised(tmp_path, name, content, expected):
    (tmp_path / name).write_bytes(content)
    assert recognised(tmp_path / name).name == expected


def test_a_folder_is_text(tmp_path):
    assert recognised(tmp_path).name == "text"


def test_what_nobody_knows_is_said(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"PK")
    with pytest.raises(UnknownFormat, match=r"a\.docx: is of no format known here; articles come as News feed"):
        recognised(tmp_path / "a.docx")


CUT = '[{"id": 1, "data": {"text": "Lora came."}, "annotations": [{"id": 5, "result": [{"id": "a", "type": "la'


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.json", CUT, "label-studio"),
        (
            "a.jsonl",
            '{"id": 1, "text": "Lora came.", "entities": [{"id": 0, "label": "P", "start_offset": 0,',
            "doccano",
        ),
        ("a.jsonl", '{"text": "Lora came.", "spans": [{"start": 0, "end": 4, "label": "P"}], "meta": {"so', "spans"),
        ("a.jsonl", json.dumps({"text": "Word. " * 200_000, "spans": []}) + "\n", "spans"),
        ("a.jsonl", json.dumps({"text": "Word. " * 200_000, "label": []}) + "\n", "doccano"),
    ],
)
def test_a_file_that_is_cut_off_or_one_long_record_is_still_known(tmp_path, name, content, expected):
    (tmp_path / name).write_text(content)
    assert recognised(tmp_path / name).name == expected
    (reader,) = open_sources([tmp_path / name], ReadOptions(skip_bad=True))
    found = [b.article.text for b in reader]
    told = [(p.what, p.line) for p in reader.problems]
    cut = content[-1] != "\n"
    assert (len(found), bool(told)) == (0, True) if cut else (1, False)
    assert all("ends in the middle of a record" in what and line == 1 for what, line in told)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        (
            "p1.backup",
            b"SQLite format 3\0".ljust(68, b"\0") + b"DLNE".ljust(32, b"\0"),
            "p1.backup: is a Dateline project. Export it first (dateline export PROJECT -o ALL.jsonl)",
        ),
        ("a.db", b"SQLite format 3\0".ljust(100, b"\0"), "a.db: is a database, of no format known here"),
        ("a.png", b"\x89PNG\r\n", "a.png: is a picture, of no format known here. Leave it out"),
        ("a.json", b'{"odd": 1}', "a.json: is of no format known here; files whose name ends in .json can be BioC; "),
        ("a.json", b"", "a.json: is empty. Leave it out"),
        ("a.jsonl", b" \n", "a.jsonl: holds nothing but white space. Leave it out"),
        ("a.xlsx", b"", "a.xlsx: is empty"),
        ("a.jsonl", b'{"id": 1, "text": "Lora ca', "a.jsonl, line 1: the file ends in the middle of a record"),
        ("a.jsonl", b'{"id": 1, "text": Lora}\n', "a.jsonl, line 1: not valid JSON at column 19"),
        ("gone.jsonl", None, "gone.jsonl: cannot be read: it is not there. Check the path"),
    ],
)
def test_a_source_nobody_takes_is_a_problem_like_others_and_the_rest_comes_in(tmp_path, name, content, said):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    (tmp_path / "b.txt").write_text("Words.")
    sources = [tmp_path / name, tmp_path / "b.txt"]
    readers = open_sources(sources, ReadOptions(skip_bad=True))
    assert [b.article.text for reader in readers for b in reader] == ["Words."]
    (told,) = (p for reader in readers for p in reader.problems)
    assert said in str(told)
    refusing = next(r for r in open_sources(sources, ReadOptions()) if name in str(r.source))
    with pytest.raises(BadInput):
        list(refusing)


def test_many_sources_are_opened_together(tmp_path):
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(name)
    (tmp_path / "x.jsonl").write_text('{"text":"x","spans":[]}\n')
    readers = open_sources([tmp_path / n for n in ("b.txt", "x.jsonl", "a.txt")], ReadOptions())
    assert [[b.article.text for b in r] for r in readers] == [["b.txt", "a.txt"], ["x"]]


def test_progress_is_reported_and_can_stop(tmp_path):
    class Watch:
        def __init__(self):
            self.seen = []

        def step(self, done, total, what):
            self.seen.append((done, total, what))
            if done == 2:
                raise Cancelled

    for n in range(4):
        (tmp_path / f"{n}.txt").write_text(str(n))
    watch = Watch()
    with pytest.raises(Cancelled):
        list(format_named("text").read(tmp_path, ReadOptions(progress=watch)))
    finding = [(0, 1, tmp_path.name), (0, 1, "")]  # the files, and what is known of them
    assert watch.seen == [*finding, (0, 4, "0.txt"), (1, 4, "1.txt"), (2, 4, "2.txt")]


def test_a_reader_lets_go_of_its_file(tmp_path):
    closed = []

    def reads(source, options):
        try:
            yield from (Bundle(Article(str(n), "x")) for n in range(9))
        finally:
            closed.append(source)

    with Format("x", "X", reads=reads).read(tmp_path) as reader:
        next(iter(reader))
    assert closed == [tmp_path]


def test_a_format_that_is_only_written_cannot_be_read(tmp_path):
    with pytest.raises(UnknownFormat, match="can only be exported"):
        Format("x", "X").read(tmp_path)


def test_options_reach_the_format_they_are_meant_for(tmp_path):
    (tmp_path / "a.txt").write_text("Alone.")
    (tmp_path / "b.csv").write_text("body,text\nThis one,not this\n")
    options = ReadOptions(extra={"column.text": "body"})
    readers = open_sources([tmp_path / "a.txt", tmp_path / "b.csv"], options)
    assert sorted(b.article.text for reader in readers for b in reader) == ["Alone.", "This one"]
    with pytest.raises(UnknownFormat, match=r"has no option colum\.text"):
        open_sources([tmp_path / "a.txt"], ReadOptions(extra={"colum.text": "body"}))


def test_the_guides_format_of_ones_own_works(tmp_path):
    guide = assets.resources("guide", "formats.md").read_text(encoding="utf-8")
    code = guide.partition("# my_formats.py\n")[2].partition("```")[0]
    scope = {}
    exec(code, scope)
    reader = format_named("dateline").read(assets.seeds("gold.jsonl"))
    frame, bundles = reader.frame, list(reader)
    report = scope["LINES"].write(tmp_path / "x.tsv", frame, bundles)
    lines = (tmp_path / "x.tsv").read_text(encoding="utf-8").splitlines()
    assert len(lines) == sum(len(b.annotations.mentions) for b in bundles) == report.parts[0].records
    assert "GPE\tAnkara" in lines


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes")
def test_a_pipe_is_not_waited_for(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    os.mkfifo(folder / "a.txt")
    os.mkfifo(folder / "a.ann")
    (folder / "b.txt").write_text("Words.", encoding="utf-8")
    for name in ("", "text"):
        (reader,) = open_sources([folder / "a.txt"], ReadOptions(), name)
        with pytest.raises(BadInput, match=r"a.txt: is neither a file nor a folder"):
            list(reader)
    (reader,) = open_sources([folder], ReadOptions(), "text")
    assert [b.article.text for b in reader] == ["Words."]
    with tree_of(folder) as tree:
        assert tree.names == ("b.txt",)
