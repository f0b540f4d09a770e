"""An export is all there or not there at all; what was chosen is in it, what could not be held is told."""

import errno
import hashlib
import json
import os
from pathlib import Path

import pytest

from dateline.exchange.formats import format_named
from dateline.exchange.options import Unit, WriteOptions
from dateline.exchange.outbox import Outbox
from dateline.exchange.problems import CannotWrite
from dateline.exchange.split import Split
from dateline.model.annotation import (
    Annotations,
    Annotator,
    Argument,
    Comment,
    Layer,
    Mention,
    Relation,
    TimeValue,
)
from dateline.model.article import Article, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.progress import Cancelled
from dateline.model.text import Span

NATIVE, SPANS, TEXT = (format_named(name) for name in ("dateline", "spans", "text"))
ADA, BO = Annotator("w1", "Ada"), Annotator("w2", "Bo")
FRAME = Frame(annotators=(ADA, BO))


def bundle(n, who=ADA, state=State.DONE, happening=None):
    article = Article(f"a{n}", f"Ankara agreed on Thursday, report {n}.", title=f"Report {n}", position=n)
    tag = f"{n}{who.id if who else ''}"
    if who is None:
        return Bundle(article)
    mentions = (
        Mention(f"e{tag}", article.id, who.id, Layer.ENTITY, "GPE", (Span(0, 6),)),
        Mention(f"v{tag}", article.id, who.id, Layer.EVENT, "AGREE", (Span(7, 13),), happening_id=happening),
        Mention(f"t{tag}", article.id, who.id, Layer.TIME, "DATE", (Span(17, 25),)),
    )
    return Bundle(
        article,
        who,
        state,
        Annotations(
            mentions,
            (TimeValue(f"t{tag}", "2018-04-19"),),
            (Argument(f"g{tag}", f"v{tag}", "Agent", f"e{tag}"),),
            (Relation(f"r{tag}", article.id, who.id, "BEFORE", f"e{tag}", f"v{tag}"),),
            (Comment(f"c{tag}", article.id, who.id, "sure?", f"t{tag}"),),
        ),
    )


def lines(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def everything_below(folder):
    return sorted(p.name for p in folder.rglob("*"))


class Breaking:
    """Bundles that break off with an error."""

    def __init__(self, error, after=3):
        self.error, self.after = error, after

    def __iter__(self):
        yield from (bundle(n) for n in range(self.after))
        raise self.error


class Stop:
    """A progress whose person has said stop."""

    def step(self, done, total, what):
        if done >= 50:
            raise Cancelled


@pytest.mark.parametrize("fmt", [NATIVE, SPANS, TEXT])
@pytest.mark.parametrize("before", [None, b"what was there"])
@pytest.mark.parametrize("error", [RuntimeError("our bug"), OSError(errno.EIO, "gone"), Cancelled()])
def test_an_export_that_breaks_off_leaves_no_trace(tmp_path, fmt, before, error):
    target = tmp_path / "out.x"
    if before and not fmt.folder:
        target.write_bytes(before)
    was = everything_below(tmp_path)
    with pytest.raises((type(error), CannotWrite)):
        fmt.write(target, FRAME, Breaking(error))
    assert everything_below(tmp_path) == was
    assert not target.is_file() or target.read_bytes() == before


def test_a_cancelled_export_leaves_no_trace(tmp_path):
    options = WriteOptions(progress=Stop(), split=Split())
    with pytest.raises(Cancelled):
        NATIVE.write(tmp_path / "out.jsonl", FRAME, [bundle(n) for n in range(200)], options)
    assert everything_below(tmp_path) == []


class Steps:
    """A progress that keeps what it is told."""

    def __init__(self):
        self.told = []

    def step(self, done, total, what):
        self.told.append((done, total))


def test_a_divided_export_tells_its_progress_from_the_begin(tmp_path):
    """To divide it, all of it is looked at once before anything is written."""
    steps = Steps()
    options = WriteOptions(progress=steps, split=Split(), total=200)
    NATIVE.write(tmp_path / "out.jsonl", FRAME, [bundle(n) for n in range(200)], options)
    done = [n for n, _ in steps.told]
    assert {whole for _, whole in steps.told} == {400}
    assert done == sorted(done)
    assert done[:3] == [0, 50, 100]
    assert done[-1] == 400


def test_a_division_can_be_stopped_before_anything_is_written(tmp_path):
    options = WriteOptions(progress=Stop(), split=Split(), total=200)
    looked = []
    watched = (looked.append(n) or bundle(n) for n in range(200))

    class Once(list):
        def __iter__(self):
            return watched

    with pytest.raises(Cancelled):
        NATIVE.write(tmp_path / "out.jsonl", FRAME, Once(), options)
    assert len(looked) == 51
    assert everything_below(tmp_path) == []


def test_that_nothing_was_chosen_is_said(tmp_path):
    made = [bundle(n) for n in range(3)]
    for options, said in (
        (WriteOptions(states=frozenset({State.SKIPPED})), "no article is as was asked for"),
        (WriteOptions(labels=frozenset({"NOBODY"})), "no annotation has the labels asked for"),
        (WriteOptions(layers=frozenset({Layer.RELATION})), "relations are written with both their ends: ask for"),
    ):
        report = NATIVE.write(tmp_path / said.replace(" ", "_"), FRAME, made, options)
        assert [said in note for note in report.notes] == [True]
    assert NATIVE.write(tmp_path / "all", FRAME, made, WriteOptions()).notes == ()


def test_a_full_disk_is_said(tmp_path):
    with pytest.raises(CannotWrite, match="the disk is full"):
        NATIVE.write(tmp_path / "out.jsonl", FRAME, Breaking(OSError(errno.ENOSPC, "No space left on device")))
    assert everything_below(tmp_path) == []


def test_a_folder_that_is_gone_is_said(tmp_path):
    with pytest.raises(CannotWrite, match="there is no folder"):
        NATIVE.write(tmp_path / "gone" / "out.jsonl", FRAME, [])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_nobody_may_write_in_is_said(tmp_path):
    (tmp_path / "locked").mkdir(mode=0o500)
    with pytest.raises(CannotWrite, match="access is denied"):
        NATIVE.write(tmp_path / "locked" / "out.jsonl", FRAME, [])


def test_a_link_stays_one(tmp_path):
    (tmp_path / "real.jsonl").write_bytes(b"old")
    (tmp_path / "link.jsonl").symlink_to(tmp_path / "real.jsonl")
    NATIVE.write(tmp_path / "link.jsonl", FRAME, [bundle(1)])
    assert (tmp_path / "link.jsonl").is_symlink()
    assert len(lines(tmp_path / "real.jsonl")) == 2


def test_a_name_too_long_is_said(tmp_path):
    with pytest.raises(CannotWrite, match="its name is too long"):
        NATIVE.write(tmp_path / ("x" * 300), FRAME, [bundle(1)])
    assert everything_below(tmp_path) == []


def test_a_place_that_takes_no_file_is_said(tmp_path, monkeypatch):
    def refuse(*args, **kwargs):
        raise OSError(errno.EROFS, "Read-only file system", str(tmp_path))

    for fmt, method in ((NATIVE, "open"), (TEXT, "mkdir")):
        with monkeypatch.context() as patched:
            patched.setattr(Path, method, refuse)
            with pytest.raises(CannotWrite, match="the disk is read-only"):
                fmt.write(tmp_path / "out", FRAME, [bundle(1)])
    assert everything_below(tmp_path) == []


def test_a_folder_in_the_way_is_said(tmp_path):
    (tmp_path / "out.jsonl").mkdir()
    with pytest.raises(CannotWrite, match="it is a folder"):
        NATIVE.write(tmp_path / "out.jsonl", FRAME, [])
    assert everything_below(tmp_path) == ["out.jsonl"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes are files of POSIX")
def test_a_pipe_or_device_is_not_replaced(tmp_path):
    os.mkfifo(tmp_path / "out.jsonl")
    with pytest.raises(CannotWrite, match="a device or a pipe"):
        NATIVE.write(tmp_path / "out.jsonl", FRAME, [bundle(1)])
    assert (tmp_path / "out.jsonl").is_fifo()


def test_a_file_that_the_system_will_not_make_is_said(tmp_path, monkeypatch):
    def refuse(*args, **kwargs):
        raise FileNotFoundError(errno.ENOENT, "No such file or directory", str(tmp_path))  # as below /proc

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(CannotWrite, match="no file can be made in its folder"):
        NATIVE.write(tmp_path / "out", FRAME, [bundle(1)])


@pytest.mark.parametrize("second_names", [True, False], ids=["linked", "renamed"])
@pytest.mark.parametrize("refused", ["out.train.jsonl", "out.test.jsonl", "out.jsonl.manifest.json"])
def test_parts_take_their_places_together_or_not_at_all(tmp_path, monkeypatch, refused, second_names):
    """A file another program has open cannot be replaced on Windows: train of one division, test of another."""
    some = [bundle(i) for i in range(20)]
    NATIVE.write(tmp_path / "out.jsonl", FRAME, some, WriteOptions(split=Split.parse("50/50"), card=True))
    before = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    moved = Path.replace

    def replace(self, target):
        if Path(target).name == refused:
            raise PermissionError(errno.EACCES, "it is used by another process", str(target))
        return moved(self, target)

    def link(*_):
        raise OSError(errno.EPERM, "no second names on this drive")

    monkeypatch.setattr(Path, "replace", replace)
    if not second_names:
        monkeypatch.setattr(os, "link", link)
    with pytest.raises(CannotWrite, match=refused):
        NATIVE.write(tmp_path / "out.jsonl", FRAME, some, WriteOptions(split=Split.parse("50/50", seed=1), card=True))
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == before
    monkeypatch.undo()
    NATIVE.write(tmp_path / "out.jsonl", FRAME, some, WriteOptions(split=Split.parse("50/50", seed=1), card=True))
    assert {p.name for p in tmp_path.iterdir()} == set(before)
    assert (tmp_path / refused).read_bytes() != before[refused]


def test_a_good_file_is_replaced_only_when_that_is_allowed(tmp_path):
    target = tmp_path / "out.jsonl"
    target.write_bytes(b"good")
    with pytest.raises(CannotWrite, match="there already"):
        NATIVE.write(target, FRAME, [], WriteOptions(overwrite=False))
    assert target.read_bytes() == b"good"
    NATIVE.write(target, FRAME, [])
    assert lines(target)[0]["record"] == "project"


def test_a_folder_that_holds_something_is_not_written_over(tmp_path):
    (tmp_path / "thesis.doc").write_bytes(b"years of work")
    with pytest.raises(CannotWrite, match="not empty"):
        TEXT.write(tmp_path, FRAME, [bundle(1)])
    assert everything_below(tmp_path) == ["thesis.doc"]


def test_an_empty_folder_is_taken(tmp_path):
    (tmp_path / "out").mkdir()
    TEXT.write(tmp_path / "out", FRAME, [bundle(1)])
    assert everything_below(tmp_path / "out") == ["Report 1.txt", "articles.tsv"]


def test_two_files_of_one_name_are_refused(tmp_path):
    with Outbox() as outbox:
        outbox.file(tmp_path / "x")
        with pytest.raises(CannotWrite, match="same name"):
            outbox.file(tmp_path / "x")
    assert everything_below(tmp_path) == ["x"]


def written(path, **options):
    NATIVE.write(
        path, FRAME, [bundle(1), bundle(1, BO), bundle(2, state=State.NEW), bundle(3, None)], WriteOptions(**options)
    )
    return [(r["id"], (r["annotator"] or {}).get("name"), r) for r in lines(path)[1:]]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, [("a1", "Ada"), ("a1", "Bo"), ("a2", "Ada"), ("a3", None)]),
        ({"annotators": ["Ada"]}, [("a1", "Ada"), ("a2", "Ada")]),
        ({"annotators": {"w2"}}, [("a1", "Bo")]),
        ({"states": [State.DONE]}, [("a1", "Ada"), ("a1", "Bo")]),
        ({"states": [State.NEW]}, [("a2", "Ada"), ("a3", None)]),
    ],
)
def test_annotators_and_states_are_chosen(tmp_path, options, expected):
    assert [entry[:2] for entry in written(tmp_path / "x.jsonl", **options)] == expected


def test_labels_are_chosen_and_nothing_dangles(tmp_path):
    record = written(tmp_path / "x.jsonl", labels=["AGREE", "DATE"])[0][2]
    assert [m["label"] for m in (*record["entities"], *record["times"], *record["events"])] == ["DATE", "AGREE"]
    assert record["relations"] == []
    assert "arguments" not in record["events"][0]
    assert len(record["comments"]) == 1


def test_what_a_choice_of_labels_cuts_off_is_reported(tmp_path):
    """An event that was asked for without its filler is less than what was annotated; what nobody asked for is not."""
    report = NATIVE.write(tmp_path / "x.jsonl", FRAME, [bundle(1)], WriteOptions(labels=["AGREE"]))
    assert {loss.kind for loss in report.losses} == {"arguments whose filler has a label that was not asked for"}
    assert report.loss_file is not None
    report = NATIVE.write(tmp_path / "y.jsonl", FRAME, [bundle(1)], WriteOptions(layers=[Layer.ENTITY]))
    assert report.losses == ()


def test_layers_are_chosen(tmp_path):
    record = written(tmp_path / "x.jsonl", layers=[Layer.ENTITY])[0][2]
    assert (len(record["entities"]), record["times"], record["events"], record["comments"]) == (1, [], [], [])


def test_the_frame_names_only_the_annotators_asked_for(tmp_path):
    written(tmp_path / "x.jsonl", annotators=["Ada"])
    assert [a["name"] for a in lines(tmp_path / "x.jsonl")[0]["annotators"]] == ["Ada"]


def test_the_report_counts(tmp_path):
    report = NATIVE.write(tmp_path / "x.jsonl", FRAME, [bundle(1), bundle(1, BO), bundle(2)])
    (part,) = report.parts
    assert (part.articles, part.bundles, part.records) == (2, 3, 3)
    assert report.labels == {"GPE": 3, "AGREE": 3, "DATE": 3}
    assert report.files == (tmp_path / "x.jsonl",)


def test_what_a_format_cannot_hold_is_listed_beside_the_file(tmp_path):
    report = SPANS.write(tmp_path / "ner.jsonl", FRAME, [bundle(n, happening="H") for n in range(8)])
    assert report.loss_file == tmp_path / "ner.jsonl.report.json"
    told = {entry["kind"]: entry for entry in json.loads(report.loss_file.read_text("utf-8"))["not_held"]}
    kinds = {"arguments of events", "relations", "comments", "values of times", "links to happenings"}
    assert set(told) == kinds
    assert all(entry["count"] == 8 for entry in told.values())
    assert told["arguments of events"]["examples"] == ["agreed: Agent = Ankara"]
    assert {loss.kind for loss in report.losses} == kinds


def test_parts_and_a_manifest_of_an_export_before_this_are_named(tmp_path):
    """A part that stays beside a new division may hold what is in another part now."""
    target, bundles = tmp_path / "ner.jsonl", [bundle(n) for n in range(9)]
    assert SPANS.write(target, FRAME, bundles, WriteOptions(split=Split.parse("60/20/20"), card=True)).notes == ()
    report = SPANS.write(target, FRAME, bundles, WriteOptions(split=Split.parse("60/40")))
    old_card = "ner.jsonl.card.md is of an earlier export"
    assert report.notes == (
        "2 articles are in other parts than in the export before this one (dev → test 2): what is measured on these"
        " parts now is measured on other texts; measure anew what is compared",
        "ner.dev.jsonl, of an earlier export, holds articles that may be in these parts, too",
        old_card,
    )
    parts = "ner.train.jsonl, ner.dev.jsonl, ner.test.jsonl"
    told = f"{parts}, of an earlier export, hold articles that may be in ner.jsonl, too"
    assert SPANS.write(target, FRAME, bundles).notes == (told, old_card)
    untold, left = SPANS.write(target, FRAME, bundles, WriteOptions(split=Split.parse("60/20/20"))).notes[:2]
    assert untold.startswith("no manifest tells of the parts of an earlier export that lie here"), "but of the whole"
    assert left == "ner.jsonl, of an earlier export, holds articles that may be in these parts, too"


def test_a_manifest_of_an_export_before_this_does_not_tell_of_what_is_there_no_more(tmp_path):
    target, bundles = tmp_path / "ner.jsonl", [bundle(n) for n in range(3)]
    SPANS.write(target, FRAME, bundles, WriteOptions(card=True))
    report = SPANS.write(target, FRAME, bundles[:1])
    told = json.loads((tmp_path / "ner.jsonl.manifest.json").read_bytes())
    (part,) = told["parts"]
    assert part["files"][0]["sha256"] == hashlib.sha256(target.read_bytes()).hexdigest()
    assert (part["articles"], report.described) == (1, (tmp_path / "ner.jsonl.manifest.json",))


def test_a_file_that_is_no_manifest_of_ours_is_left_alone(tmp_path):
    other = tmp_path / "ner.jsonl.manifest.json"
    other.write_text("mine")
    assert SPANS.write(tmp_path / "ner.jsonl", FRAME, [bundle(1)]).described == ()
    assert other.read_text() == "mine"


def test_a_report_of_an_export_before_this_is_not_left_standing(tmp_path):
    target = tmp_path / "ner.jsonl"
    first = SPANS.write(target, FRAME, [bundle(1)])
    assert first.loss_file
    second = SPANS.write(target, FRAME, [Bundle(Article("a", "Nothing."), ADA, State.DONE)])
    assert second.loss_file is None
    assert json.loads(first.loss_file.read_bytes())["not_held"] == []
    assert not (tmp_path / "other.jsonl.report.json").exists()
    SPANS.write(tmp_path / "other.jsonl", FRAME, [Bundle(Article("a", "Nothing."), ADA, State.DONE)])
    assert not (tmp_path / "other.jsonl.report.json").exists()


def test_a_split_writes_its_parts_and_keeps_what_belongs_together(tmp_path):
    bundles = [bundle(n, happening=f"h{n // 3}") for n in range(30)]
    options = WriteOptions(split=Split.parse("80/10/10", seed=7), unit=Unit.DOCUMENT)
    report = SPANS.write(tmp_path / "ner.jsonl", FRAME, bundles, options)
    assert [p.path.name for p in report.parts] == ["ner.train.jsonl", "ner.dev.jsonl", "ner.test.jsonl"]
    assert [p.articles for p in report.parts] == [24, 3, 3]
    assert [p.groups for p in report.parts] == [8, 1, 1]
    for part in report.parts:
        groups = [int(r["meta"]["article"][1:]) // 3 for r in lines(part.path)]
        assert all(groups.count(g) == 3 for g in groups)
    kept = "articles about one happening, or of nearly one text, were kept together"
    assert report.notes == (f"{kept}; groups: train 8, dev 1, test 1",)


@pytest.mark.parametrize(
    ("split", "told"),
    [
        ("80/10/10", []),
        ("0.8/0.1/0.1", []),
        ("70/10/20/", None),
        ("2/1", ["2/1 are parts of 3, not of 100: train 67%"]),
    ],
)
def test_parts_of_another_whole_are_told_as_shares(tmp_path, split, told):
    if told is None:
        with pytest.raises(ValueError, match="a split is written like"):
            Split.parse(split)
        return
    report = SPANS.write(
        tmp_path / "ner.jsonl", FRAME, [bundle(n) for n in range(9)], WriteOptions(split=Split.parse(split))
    )
    assert [n.partition(",  ")[0].partition("%")[0] + "%" for n in report.notes if "parts of" in n] == told


def test_a_split_says_when_nothing_is_left_for_a_part(tmp_path):
    bundles = [bundle(n, happening="h") for n in range(10)]
    report = NATIVE.write(tmp_path / "x.jsonl", FRAME, bundles, WriteOptions(split=Split()))
    assert [p.articles for p in report.parts] == [10, 0, 0]
    assert "nothing is left for dev, test" in report.notes[-1]
    assert [p.written for p in report.parts] == [True, False, False]
    assert everything_below(tmp_path) == ["x.jsonl.manifest.json", "x.train.jsonl"], "no file of a part that is empty"


def test_articles_by_themselves_are_not_called_bound(tmp_path):
    report = NATIVE.write(tmp_path / "x.jsonl", FRAME, [bundle(n) for n in range(5)], WriteOptions(split=Split()))
    assert ([part.articles for part in report.parts], report.notes) == ([3, 1, 1], ())
    (other := tmp_path / "other").mkdir()
    report = NATIVE.write(other / "y.jsonl", FRAME, [bundle(n) for n in range(2)], WriteOptions(split=Split()))
    assert sorted(part.articles for part in report.parts) == [0, 1, 1]
    assert (
        report.notes[-1]
        == "nothing is left for test: there are too few, 2 articles; choose more articles or fewer parts"
    )


def test_a_split_of_bundles_that_come_once_needs_their_links(tmp_path):
    with pytest.raises(ValueError, match="twice"):
        NATIVE.write(tmp_path / "x.jsonl", FRAME, iter([bundle(1)]), WriteOptions(split=Split()))
    assert everything_below(tmp_path) == []


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="asks Linux what a handle is of")
def test_what_a_library_writes_to_ends_as_its_target_and_is_on_the_disk_before_it_takes_its_place(
    tmp_path, monkeypatch
):
    synced = []
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append(str(Path(f"/proc/self/fd/{handle}").readlink())))
    with Outbox() as outbox:
        staged = outbox.path(tmp_path / ("ö" * 100 + ".svg"))
        assert staged.suffix == ".svg"
        staged.write_text("<svg/>")
    assert str(staged) in synced


def test_a_folder_of_another_kind_that_has_the_name_is_no_export_before_this(tmp_path):
    target, bundles = tmp_path / "out", [bundle(n) for n in range(9)]
    target.mkdir()
    (target / "mine.txt").write_text("mine", "utf-8")
    options = WriteOptions(split=Split.parse("80/20"))
    assert not [n for n in format_named("brat").write(target, FRAME, bundles, options).notes if "earlier" in n]
    other = tmp_path / "whole"
    format_named("brat").write(other, FRAME, bundles)
    left = [n for n in format_named("brat").write(other, FRAME, bundles, options).notes if "earlier" in n]
    assert left == ["whole, of an earlier export, holds articles that may be in these parts, too"]


def test_no_project_is_replaced_by_an_export(tmp_path):
    for name in ("q.dateline", "plain.jsonl"):
        (tmp_path / name).write_bytes(b"SQLite format 3\0rest")
        with pytest.raises(CannotWrite, match="Dateline project"):
            format_named("doccano").write(tmp_path / name, FRAME, [bundle(1)])
        assert (tmp_path / name).read_bytes() == b"SQLite format 3\0rest"
