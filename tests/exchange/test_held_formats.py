"""Files of one format are never written over in another one, and a name that ends as another format's is told."""

from itertools import product
from pathlib import Path

import pytest

from dateline.editing.exporting import export_project
from dateline.editing.sample import make_sample
from dateline.exchange import exported
from dateline.exchange.beside import MANIFEST, beside
from dateline.exchange.formats import format_named, own_formats
from dateline.exchange.held_formats import held_otherwise, require_same_format, strange_ending
from dateline.exchange.options import Unit, WriteOptions
from dateline.exchange.problems import CannotWrite
from dateline.exchange.split import Split
from dateline.store.project import Project

FILES = sorted(f.name for f in own_formats().values() if f.can_export and not f.folder)
NEEDS = {"spacy": "spacy", "parquet": "pyarrow"}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_sample(tmp_path_factory.mktemp("held") / "p.dateline")


@pytest.fixture
def project(sample: Path):
    with Project.open(sample, readonly=True) as opened:
        yield opened


@pytest.fixture(params=["remembered", "elsewhere"])
def where(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Say whether what an export wrote is known on this machine; elsewhere it is told by its manifest and content."""
    if request.param == "elsewhere":
        monkeypatch.setattr(exported, "_known", list)
    return str(request.param)


def needed(*names: str) -> None:
    for name in names:
        if name in NEEDS:
            pytest.importorskip(NEEDS[name])


@pytest.mark.parametrize(("name", "unit", "split"), list(product(FILES, Unit, [None, Split.parse("60/40")])))
def test_what_a_format_wrote_it_may_write_over(
    project: Project, tmp_path: Path, where: str, name: str, unit: Unit, split: Split | None
) -> None:
    needed(name)
    target = format_named(name).named(tmp_path / "x")
    for labels in (None, ["GPE"]):
        export_project(project, target, name, WriteOptions(unit=unit, split=split, labels=labels))


@pytest.mark.parametrize("before", FILES)
def test_what_another_format_wrote_is_named_and_stays(
    project: Project, tmp_path: Path, where: str, before: str
) -> None:
    needed(before)
    target = format_named(before).named(tmp_path / "x")
    export_project(project, target, before, WriteOptions())
    content = target.read_bytes()
    held = "Table" if (where, before) == ("elsewhere", "events") else format_named(before).title  # as any table
    for now in FILES:
        if now != before:
            with pytest.raises(CannotWrite) as caught:
                export_project(project, target, now, WriteOptions())
            told = str(caught.value)
            assert str(target) in told
            assert f"it is {held}" in told
            assert f"this export would be {format_named(now).title}" in told
            assert "Choose another name, or remove" in told
    assert target.read_bytes() == content


def test_parts_of_another_format_are_not_written_over_nor_lose_their_manifest(project: Project, tmp_path: Path) -> None:
    target = tmp_path / "x.jsonl"
    export_project(project, target, "spans", WriteOptions(split=Split.parse("60/40"), card=True))
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    for split in (Split.parse("60/40"), None):  # undivided it is another file, but its manifest is that one
        with pytest.raises(CannotWrite, match=r"x\.train\.jsonl.*Spans JSONL"):
            export_project(project, target, "huggingface", WriteOptions(split=split))
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before
    for part in tmp_path.glob("x.t*.jsonl"):
        part.unlink()
    export_project(project, target, "huggingface", WriteOptions(split=Split.parse("60/40")))
    assert b'"huggingface"' in beside(target, MANIFEST).read_bytes()


def test_what_was_written_under_another_ending_is_known_for_what_it_is(project: Project, tmp_path: Path) -> None:
    target = tmp_path / "x.spacy"
    export_project(project, target, "conll", WriteOptions())
    assert held_otherwise(target, None, format_named("conll")) == []
    assert held_otherwise(target, None, format_named("conllu")) == [(target, "CoNLL-2003 columns")]


@pytest.mark.parametrize("content", ["", "notes, and nothing else"])
def test_a_file_of_no_format_is_no_matter_of_this(tmp_path: Path, content: str) -> None:
    (tmp_path / "x.jsonl").write_text(content)
    require_same_format(tmp_path / "x.jsonl", None, format_named("spans"))


def test_a_text_is_of_another_format(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("The mayor met the minister.")
    with pytest.raises(CannotWrite, match="Texts and web pages"):
        require_same_format(tmp_path / "x.txt", None, format_named("spans"))


@pytest.mark.parametrize(
    ("file", "name", "whose"),
    [
        ("x.spacy", "conll", "spaCy DocBin"),
        ("x.SPACY", "conll", "spaCy DocBin"),
        ("x.spacy", "spacy", ""),
        ("x.bio", "conll", ""),
        ("x", "brat", ""),
        ("x.jsonl", "prodigy", ""),
        ("x.conllu", "huggingface", "CoNLL-U"),
        ("x.spacy", "brat", "spaCy DocBin"),
    ],
)
def test_an_ending_of_another_format_is_told(tmp_path: Path, file: str, name: str, whose: str) -> None:
    told = strange_ending(tmp_path / file, format_named(name))
    assert (told is not None) is bool(whose)
    assert told is None or str(told) == f"{file} ends as {whose} does, and is written as {format_named(name).title}"
