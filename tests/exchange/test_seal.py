"""A manifest or a list of losses that somebody edited is not written over."""

import json

import pytest

from dateline.exchange.beside import MANIFEST, REPORT, beside
from dateline.exchange.formats import format_named
from dateline.exchange.options import WriteOptions
from dateline.exchange.problems import CannotWrite
from dateline.exchange.seal import is_edited
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


def test_a_manifest_without_a_seal_is_of_an_older_version_and_renewed(tmp_path):
    target = tmp_path / "x.jsonl"
    export(target)
    for ending in (MANIFEST, REPORT):
        path = beside(target, ending)
        told = json.loads(path.read_bytes())
        del told["sealed"]
        path.write_text(json.dumps(told, indent=2), encoding="utf-8")
        assert not is_edited(path)
    export(target)
    assert "sealed" in json.loads(beside(target, MANIFEST).read_bytes())
