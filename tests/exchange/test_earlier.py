"""Files of an earlier export beside a new one: they are named before, and go only as they were written and if asked."""

import hashlib
import json
import shutil

import pytest

from dateline import assets
from dateline.exchange.beside import MANIFEST, beside
from dateline.exchange.earlier import look, targets
from dateline.exchange.exported import remember
from dateline.exchange.formats import all_formats, format_named
from dateline.exchange.options import WriteOptions
from dateline.exchange.problems import CannotWrite
from dateline.exchange.split import Split
from dateline.model.annotation import Annotations, Annotator, Comment
from dateline.model.article import Article, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.progress import Cancelled, Silent
from dateline.model.schema import Schema
from dateline.store.project import Project

SPANS, BRAT = format_named("spans"), format_named("brat")
BUNDLES = [Bundle(Article(f"{n}", f"text number {n}"), Annotator("w", "Ada"), State.DONE) for n in range(9)]
THREE, TWO = Split.parse("60/20/20"), Split.parse("80/20")


def export(target, split=None, own=SPANS, *, remove_earlier=False, **more):
    if remove_earlier:  # everything that can be, as a person was shown it
        more["remove_earlier"] = found(target, split).listed
    return own.write(target, Frame(), BUNDLES, WriteOptions(split=split, card=True, **more))


SCHEMA = Schema()
NOTED = Annotations(comments=(Comment("c", "1", "w", "sure?"),), relations=())


def found(target, split=None):
    return look(target, targets(target, split).values())


def names(folder):
    return {p.name for p in folder.iterdir() if not p.name.endswith((".manifest.json", ".card.md", ".report.json"))}


def test_what_the_manifest_lists_and_is_not_written_is_named_before_and_removed(tmp_path):
    target = tmp_path / "ner.jsonl"
    export(target, THREE)
    assert (found(target, THREE).removable, list(found(target, THREE).sentences([target]))) == ([], [])
    assert found(target, TWO).removable == ["ner.dev.jsonl"]
    report = export(target, TWO, remove_earlier=True)
    assert "removed ner.dev.jsonl, of an earlier export" in report.notes
    assert names(tmp_path) == {"ner.train.jsonl", "ner.test.jsonl"}


@pytest.mark.parametrize("own", [SPANS, BRAT], ids=lambda f: f.name)
def test_what_was_left_by_the_export_before_the_last_is_known_until_it_is_gone(tmp_path, own):
    """The advice to remove it comes with the export after it, and is followed with the one after that."""
    target = tmp_path / ("ner" if own.folder else "ner.jsonl")
    export(target, THREE, own)
    dev = targets(target, THREE)["dev"]
    for _ in range(2):
        for path in targets(target, TWO).values() if own.folder else ():
            shutil.rmtree(path)  # a folder that is not empty is never written into
        export(target, TWO, own)
        assert found(target, TWO).removable == [dev.name]
    for path in targets(target, TWO).values() if own.folder else ():
        shutil.rmtree(path)
    assert f"removed {dev.name}, of an earlier export" in export(target, TWO, own, remove_earlier=True).notes
    assert names(tmp_path) == {path.name for path in targets(target, TWO).values()}
    if not own.folder:
        export(target, TWO, own)
        assert dev.name not in beside(target, MANIFEST).read_text("utf-8")


def test_what_was_changed_after_the_export_before_the_last_stays_and_is_named(tmp_path):
    target, dev = tmp_path / "ner.jsonl", tmp_path / "ner.dev.jsonl"
    export(target, THREE)
    export(target, TWO)
    dev.write_bytes(MINE)
    for _ in range(2):
        report = export(target, TWO, remove_earlier=True)
        assert "ner.dev.jsonl could not be removed: not as the earlier export wrote it" in report.notes
    assert dev.read_bytes() == MINE


def test_parts_of_any_name_are_known_by_the_manifest(tmp_path):
    target = tmp_path / "ner.jsonl"
    export(target, Split.parse("a=50/b=50"))
    assert found(target).removable == ["ner.a.jsonl", "ner.b.jsonl"]
    told = "ner.a.jsonl, ner.b.jsonl, of an earlier export, hold articles that may be in ner.jsonl, too"
    assert [str(said) for said in found(target).sentences([target])] == [told]
    assert export(target).notes == (told,), "not asked for, nothing goes"
    assert names(tmp_path) == {"ner.jsonl", "ner.a.jsonl", "ner.b.jsonl"}


def test_what_was_changed_since_stays_and_is_named(tmp_path):
    target = tmp_path / "ner.jsonl"
    export(target, THREE)
    dev = tmp_path / "ner.dev.jsonl"
    changed = dev.read_bytes().replace(b"text", b"TEXT")
    dev.write_bytes(changed)
    report = export(target, TWO, remove_earlier=True)
    assert report.notes[-2:] == (
        "ner.dev.jsonl could not be removed: not as the earlier export wrote it",
        "ner.dev.jsonl, of an earlier export, holds articles that may be in these parts, too",
    )
    assert dev.read_bytes() == changed


def test_without_a_manifest_nothing_is_removed(tmp_path):
    target = tmp_path / "ner.jsonl"
    SPANS.write(target, Frame(), BUNDLES, WriteOptions(split=THREE))
    beside(target, MANIFEST).unlink()
    assert found(target, TWO).removable == []
    assert [left.path.name for left in found(target, TWO).parts] == ["ner.dev.jsonl"]
    export(target, TWO, remove_earlier=True)
    assert (tmp_path / "ner.dev.jsonl").is_file()


def test_of_a_folder_goes_what_was_written_and_the_rest_stays(tmp_path):
    target = tmp_path / "corpus"
    export(target, THREE, BRAT)
    mine = tmp_path / "corpus.dev" / "mine.txt"
    mine.write_text("mine", "utf-8")
    for folder in ("train", "test"):
        (tmp_path / f"corpus.{folder}").rename(tmp_path / f"away.{folder}")
    assert found(target).removable == ["corpus.dev"]
    report = export(target, None, BRAT, remove_earlier=True)
    assert "corpus.dev could not be removed: not as the earlier export wrote it" in report.notes
    assert [p.name for p in mine.parent.iterdir()] == ["mine.txt"]
    mine.unlink()
    mine.parent.rmdir()
    export(tmp_path / "other", THREE, BRAT)
    assert (
        export(tmp_path / "other", None, BRAT, remove_earlier=True)
        .notes[0]
        .startswith("removed other.train, other.dev")
    )
    assert names(tmp_path) == {"corpus", "other", "away.train", "away.test"}


@pytest.mark.parametrize(
    "path",
    ["ner.x/../../precious.jsonl", "/precious.jsonl", "precious.jsonl", "ner.link/precious.jsonl", "../precious.jsonl"],
)
def test_a_manifest_that_tells_of_other_places_is_not_believed(tmp_path, path):
    """Whoever was sent a folder with a manifest loses nothing but what an export of that name could have written."""
    folder = tmp_path / "folder"
    folder.mkdir()
    target = folder / "ner.jsonl"
    export(target)
    sha256 = json.loads((folder / "ner.jsonl.manifest.json").read_bytes())["parts"][0]["files"][0]["sha256"]
    for place in (tmp_path, folder):
        (place / "precious.jsonl").write_bytes(target.read_bytes())
    (folder / "ner.x").mkdir()
    (folder / "ner.link").symlink_to(tmp_path)
    manifest = folder / "ner.jsonl.manifest.json"
    told = json.loads(manifest.read_bytes())
    del told["sealed"]
    told["version"] = 1  # as older versions wrote it, and as anybody can
    first = path.split("/")[0] or "ner.x"
    told["parts"].append({"path": first, "files": [{"path": path, "bytes": 1, "sha256": sha256}]})
    manifest.write_text(json.dumps(told, indent=2), "utf-8")
    assert found(target).removable == []
    export(target, remove_earlier=True)
    assert (tmp_path / "precious.jsonl").is_file()
    assert (folder / "precious.jsonl").is_file()


def doctored(manifest, *paths):
    """Make a manifest list files of the folder it lies in as they are."""
    told = json.loads(manifest.read_bytes())
    del told["sealed"]
    told["version"] = 1
    for path in paths:
        sha256 = hashlib.sha256((manifest.parent / path).read_bytes()).hexdigest()
        told["parts"].append({"path": path.split("/")[0], "files": [{"path": path, "bytes": 1, "sha256": sha256}]})
    manifest.write_text(json.dumps(told, indent=2), "utf-8")


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("talks", "talks.dateline"),
        ("talks", "talks.DATELINE"),
        ("talks", "talks.dateline-wal"),
        ("talks", "talks.dateline-shm"),
        ("talks", "talks.dateline.lock"),
        ("talks.dateline", "talks.old.dateline"),
        ("talks", "talks.project"),
        ("talks", "talks.project-wal"),
        ("talks", "talks.dev/talks.dateline"),
        ("talks", "talks.dev/letters.doc"),
        ("talks.jsonl", "talks.txt"),
        ("talks.jsonl", "talks.jsonl.bak"),
        ("talks.jsonl", "talks.a.b.jsonl"),
        ("talks.jsonl", "talks..jsonl"),
        ("talks.jsonl", "talks.my notes.jsonl"),
    ],
)
def test_a_project_and_what_no_export_of_that_target_writes_is_never_removed(tmp_path, target, path):
    with Project.create(tmp_path / "talks.project", SCHEMA):
        export(tmp_path / target)
        place = tmp_path / path
        place.parent.mkdir(exist_ok=True)
        if not place.exists():
            place.write_bytes(b"mine")
        doctored(tmp_path / f"{target}.manifest.json", path)
        assert found(tmp_path / target).listed == {}
        everything = {place: hashlib.sha256(place.read_bytes()).hexdigest()}
        SPANS.write(tmp_path / target, Frame(), BUNDLES, WriteOptions(remove_earlier=everything))
        assert place.is_file()


@pytest.mark.parametrize("own", [f for f in all_formats().values() if f.can_export and f.folder], ids=lambda f: f.name)
def test_everything_that_a_format_writes_into_a_folder_can_be_removed(tmp_path, own):
    export(tmp_path / "corpus", TWO, own)
    (tmp_path / "corpus.train").rename(tmp_path / "away")
    assert set(found(tmp_path / "corpus").listed) == {p for p in (tmp_path / "corpus.test").rglob("*") if p.is_file()}
    export(tmp_path / "corpus", None, own, remove_earlier=True)
    assert names(tmp_path) == {"away", "corpus"}


def test_only_what_somebody_agreed_to_is_removed(tmp_path):
    target, other = tmp_path / "ner.jsonl", tmp_path / "other" / "ner.jsonl"
    other.parent.mkdir()
    export(target, THREE)
    export(other, THREE)
    agreed = found(target, TWO).listed
    assert list(agreed) == [tmp_path / "ner.dev.jsonl"]
    SPANS.write(other, Frame(), BUNDLES, WriteOptions(remove_earlier=agreed))
    assert names(other.parent) == {"ner.jsonl", "ner.train.jsonl", "ner.dev.jsonl", "ner.test.jsonl"}
    report = SPANS.write(target, Frame(), BUNDLES, WriteOptions(remove_earlier=agreed))
    assert names(tmp_path) == {"ner.jsonl", "ner.train.jsonl", "ner.test.jsonl", "other"}
    assert report.notes[0] == "removed ner.dev.jsonl, of an earlier export"
    assert "ner.train.jsonl, ner.test.jsonl, of an earlier export, hold articles" in report.notes[1]


def test_what_was_written_anew_since_somebody_agreed_stays(tmp_path):
    target = tmp_path / "ner.jsonl"
    export(target, THREE)
    agreed = found(target, TWO).listed
    SPANS.write(target, Frame(), BUNDLES[:5], WriteOptions(split=THREE, card=True))
    SPANS.write(target, Frame(), BUNDLES, WriteOptions(split=TWO, remove_earlier=agreed))
    assert (tmp_path / "ner.dev.jsonl").is_file()


@pytest.mark.parametrize("content", [b'{ "manifest": "dateline", "parts": 7}', b'{ "manifest": "dateline",', b"\xff"])
def test_a_manifest_that_cannot_be_read_lists_nothing(tmp_path, content):
    export(tmp_path / "ner.jsonl", THREE)
    (tmp_path / "ner.jsonl.manifest.json").write_bytes(content)
    assert found(tmp_path / "ner.jsonl").removable == []


def test_parts_of_other_exports_of_the_same_name_are_named_and_stay(tmp_path):
    export(tmp_path / "old.jsonl", THREE)
    export(tmp_path / "table.csv", None, format_named("events"))
    new = tmp_path / "new.jsonl"
    assert export(new).notes == (), "no pattern for parts meets a file that is none"
    new.unlink()
    told = "old.train.jsonl, old.test.jsonl, of other exports, would be read by *.train.jsonl, *.test.jsonl, too"
    assert told in export(new, TWO, remove_earlier=True).notes
    assert (tmp_path / "old.dev.jsonl").is_file()


def test_an_export_that_is_stopped_removes_nothing(tmp_path):
    class Stopped(Silent):
        def step(self, done, total, what=""):
            raise Cancelled

    target = tmp_path / "ner.jsonl"
    export(target, THREE)
    with pytest.raises(Cancelled):
        export(target, TWO, remove_earlier=True, progress=Stopped())
    assert (tmp_path / "ner.dev.jsonl").is_file()


def test_an_earlier_export_is_known_by_its_loss_report_alone(tmp_path):
    """Without --card and --split there is no manifest."""
    reader = format_named("dateline").read(assets.seeds("gold.jsonl"))
    frame, made = reader.frame, list(reader)
    format_named("brat").write(tmp_path / "set", frame, made)
    with pytest.raises(CannotWrite, match=r"of an earlier export, as set\.report\.json beside it says.*remove"):
        format_named("brat").write(tmp_path / "set", frame, made)
    format_named("spans").write(tmp_path / "other.jsonl", frame, made, WriteOptions(split=TWO))
    beside(tmp_path / "other.jsonl", MANIFEST).unlink()
    (tmp_path / "stray.train.jsonl").write_text("{}")
    report = format_named("doccano").write(tmp_path / "new.jsonl", frame, made, WriteOptions(split=TWO))
    (said,) = [n for n in report.notes if "other.train.jsonl" in n]
    assert "stray" not in said


OWN_NAMES = Split.parse("a=50/held-out=50")


@pytest.mark.parametrize("own", [SPANS, BRAT], ids=lambda f: f.name)
def test_parts_of_names_of_ones_own_are_known_by_the_loss_report(tmp_path, own):
    target = tmp_path / ("set" if own.folder else "set.jsonl")
    who = Annotator("w", "Ada")
    titled = [Bundle(Article(f"{n}", f"{n} text", f"Title {n}"), who, State.DONE, NOTED) for n in (1, 2)]
    report = own.write(target, Frame(), titled, WriteOptions(split=OWN_NAMES))
    assert report.loss_file is not None
    beside(target, MANIFEST).unlink()  # lost, or never there, as an older version wrote them
    parts = [path.name for path in targets(target, OWN_NAMES).values()]
    left = found(target)
    assert [part.path.name for part in left.parts] == parts
    assert left.removable == []
    told = f"{', '.join(parts)}, of an earlier export, hold articles that may be in {target.name}, too"
    assert told in own.write(target, Frame(), titled, WriteOptions()).notes


def test_what_is_named_like_a_part_is_named_where_nothing_tells_of_it(tmp_path):
    target = tmp_path / "set.jsonl"
    bare = [Bundle(Article(f"{n}", f"text {n}")) for n in range(4)]
    format_named("dateline").write(target, Frame(), bare, WriteOptions(split=OWN_NAMES))
    beside(target, MANIFEST).unlink()
    for name in ("set.my notes.jsonl", "set.a.b.jsonl", "other.a.jsonl", "set.a.csv", "set..jsonl"):
        (tmp_path / name).write_text("mine")
    (tmp_path / "set.folder.jsonl").mkdir()
    assert [path.name for path in found(target).alike] == ["set.a.jsonl", "set.held-out.jsonl"]
    assert found(target, OWN_NAMES).alike == ()
    told = "set.a.jsonl, set.held-out.jsonl, named like its parts, would be read by set.*.jsonl, too"
    assert [str(said) for said in found(target).sentences([target])] == [told]
    assert told in format_named("dateline").write(target, Frame(), bare).notes


@pytest.mark.parametrize("name", sorted(n for n, own in all_formats().items() if own.can_export))
def test_a_part_without_a_record_is_not_written_and_an_earlier_one_is_not_left_to_be_taken_for_it(tmp_path, name):
    """Trainers that are given an empty file stop, some with words that help nobody."""
    own, target = format_named(name), tmp_path / "ner.x"
    part = target.with_name("ner.test.x")
    if not own.folder:
        part.write_bytes(b"of an earlier export")
        remember([part])
    report = own.write(target, Frame(), BUNDLES[:1], WriteOptions(split=TWO, card=True))
    empty = next(p for p in report.parts if p.name == "test")
    assert not empty.written
    assert not empty.path.exists()
    assert [p for p in tmp_path.iterdir() if p.name.startswith(".")] == []
    assert any("ner.test.x" in note and "not written" in note for note in report.notes)
    assert empty.path not in report.files
    told = json.loads((tmp_path / "ner.x.manifest.json").read_bytes())
    assert [(p["records"], bool(p["files"])) for p in told["parts"]] == [(p.records, p.written) for p in report.parts]
    assert "not written" in (tmp_path / "ner.x.card.md").read_text("utf-8")
    if (tmp_path / "ner.x.report.json").exists():
        assert json.loads((tmp_path / "ner.x.report.json").read_bytes())["parts"] == [
            p.path.name for p in report.parts if p.written
        ]


MINE = b"MY OWN NOTES"
FEW = [Bundle(b.article, b.annotator, State.DONE if b.article.id == "0" else State.NEW) for b in BUNDLES]


@pytest.mark.parametrize("own", ["spans", "label-studio", "conll"])
@pytest.mark.parametrize("card", [True, False])
@pytest.mark.parametrize("before", [None, THREE])
def test_a_file_that_no_export_wrote_stays_where_a_part_has_no_record(tmp_path, own, card, before):
    """As with --replace, which lets what is written over be anything."""
    target = tmp_path / "ner.jsonl"
    chosen = format_named(own)
    if before:
        chosen.write(target, Frame(), BUNDLES, WriteOptions(split=before, card=card))
    for name in ("train", "dev", "test"):
        (tmp_path / f"ner.{name}.jsonl").write_bytes(MINE)
    report = chosen.write(target, Frame(), FEW, WriteOptions(split=THREE, states=[State.DONE], card=card))
    (there,) = [part for part in report.parts if part.written]
    kept = [part.path for part in report.parts if not part.written]
    assert there.path.read_bytes() != MINE
    assert {path.read_bytes() for path in kept} == {MINE}
    names = ", ".join(path.name for path in kept)
    assert f"left as it is, since no export wrote it so: {names}; who reads all parts reads it, too" in report.notes
    assert not any(note.startswith("removed") for note in report.notes)


@pytest.mark.parametrize("own", ["spans", "label-studio"])
@pytest.mark.parametrize("card", [True, False])
def test_a_part_of_an_earlier_export_goes_where_it_has_no_record_now(tmp_path, own, card):
    target = tmp_path / "ner.jsonl"
    chosen = format_named(own)
    chosen.write(target, Frame(), BUNDLES, WriteOptions(split=THREE, card=card))
    report = chosen.write(target, Frame(), FEW, WriteOptions(split=THREE, states=[State.DONE], card=card))
    assert [part.path.exists() for part in report.parts] == [part.written for part in report.parts]
    assert any(note.startswith("removed") for note in report.notes)
    assert not any("no export wrote" in note for note in report.notes)
