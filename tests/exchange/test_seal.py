"""A manifest or a list of losses that somebody edited is not written over."""

import json

import pytest

from dateline.exchange.beside import MANIFEST, REPORT, beside
from dateline.exchange.formats import format_named
from dateline.exchange.options import WriteOptions
from dateline.exchange.problems import CannotWrite
from dateline.exchange.seal import is_edited, write_sealed
from dateline.exchange.split import Split
from dateline.model.annotation import Annotations, Annotator, Layer, Mention
from dateline.model.article import Article, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.text import Span

MET = Mention("m", "a", "w", Layer.EVENT, "MEET", (Span(0, 3),), {"polarity": "negative"})
FOUND = Bundle(Article("a", "met them"), Annotator("w", "Ada"), State.DONE, Annotations((MET,)))


def export(target, *, card=True, split=None):
    return format_named("spans").write(target, Frame(), [FOUND], WriteOptions(card=card, split=split))


@pytest.mark.parametrize("split", [None, Split.parse("50/50")])
@pytest.mark.parametrize("ending", [MANIFEST, REPORT])
def test_what_is_as_it_was_written_is_renewed_and_what_was_edited_stops_the_export(tmp_path, ending, split):
    target = tmp_path / "x.jsonl"
    export(target, split=split)
    path = beside(target, ending)
    written = path.read_bytes()
    assert "sealed" in json.loads(written)
    assert not is_edited(path)
    path.write_bytes(written.replace(b"\n", b"\r\n"))
    export(target, split=split)
    for edited in (
        written.replace(b"{\n", b'{\n  "manifest": "dateline",\n  "mine": 1,\n', 1)
        if ending == MANIFEST
        else written.replace(b'"count": 1', b'"count": 2'),
        json.dumps(json.loads(written), indent=2).replace("spans", "span sets").replace("x.jsonl", "y.jsonl").encode(),
    ):
        path.write_bytes(edited)
        for card in (True, False):
            with pytest.raises(CannotWrite, match="edited"):
                export(target, card=card, split=split)
        assert path.read_bytes() == edited


@pytest.mark.parametrize("edit", [
    lambda told: told | {"my note": "x" * 300},  # behind the seal
    lambda told: told | {"my note": "x" * (3 << 20)},
    lambda told: {"manifest": told.get("manifest"), "export": told.get("export"), "sealed": "0"} | told,
    lambda told: {k: v for k, v in told.items() if k != "sealed"} | {"my note": "ten hours"},
    lambda told: {k: v for k, v in told.items() if k != "sealed"},
], ids=["a key behind", "a long one", "the seal elsewhere", "a key in its place", "without it"])  # fmt: skip
@pytest.mark.parametrize("ending", [MANIFEST, REPORT])
@pytest.mark.parametrize("indent", [2, 4])
def test_wherever_the_seal_is_and_where_it_was_taken_out_the_file_is_edited(tmp_path, ending, edit, indent):
    target = tmp_path / "x.jsonl"
    export(target)
    path = beside(target, ending)
    told = edit(json.loads(path.read_bytes()))
    edited = json.dumps({k: v for k, v in told.items() if v is not None or k == "split"}, indent=indent).encode()
    path.write_bytes(edited)
    assert is_edited(path)
    with pytest.raises(CannotWrite, match="edited"):
        export(target)
    assert path.read_bytes() == edited


@pytest.mark.parametrize("size", [0, 4094, 1 << 20, (1 << 20) - 77, 70 << 20])
def test_a_seal_is_verified_however_large_the_file_and_wherever_its_line_ends_fall(tmp_path, size):
    path = tmp_path / "x.json"
    line = b'    "a": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",\n'
    lines = [line] * (size // len(line) % 1000) + [line * 1000] * (size // len(line) // 1000)
    pieces = [b'{\n  "x": "' + b"c" * (size % len(line)) + b'",\n', *lines, b'  "z": 1\n}\n']
    with path.open("wb") as file:
        write_sealed(file, pieces)
    assert not is_edited(path)
    written = path.read_bytes()
    path.write_bytes(written.replace(b"\n", b"\r\n"))
    assert not is_edited(path)
    path.write_bytes(written.replace(b'"z": 1', b'"z": 2'))
    assert is_edited(path)
    path.write_bytes(written.replace(b'"x": "', b'"y": "', 1))
    assert is_edited(path)
    path.write_bytes(written + b" " * 5000)
    assert is_edited(path)


def test_a_manifest_without_a_seal_is_of_an_older_version_and_renewed(tmp_path):
    target = tmp_path / "x.jsonl"
    export(target)
    for ending in (MANIFEST, REPORT):
        path = beside(target, ending)
        told = json.loads(path.read_bytes())
        del told["sealed"]
        if ending == MANIFEST:
            told["version"] = 1
        else:
            del told["sha256"]  # no report had it before reports were sealed
        path.write_text(json.dumps(told, indent=2), encoding="utf-8")
        assert not is_edited(path)
    export(target)
    assert "sealed" in json.loads(beside(target, MANIFEST).read_bytes())
