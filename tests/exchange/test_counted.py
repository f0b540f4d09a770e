"""The manifest counts what is in the files: what each format's own reader finds there."""

import json
from collections import Counter

import pytest
from msgspec.structs import replace

from dateline import assets
from dateline.exchange.formats import format_named, own_formats
from dateline.exchange.options import ReadOptions, Unit, WriteOptions
from dateline.exchange.split import Split
from dateline.model.annotation import Annotations, Annotator, Layer, Mention
from dateline.model.article import Article, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.schema import LabelType, Schema
from dateline.model.text import Span

BOTH_WAYS = sorted(f.name for f in own_formats().values() if f.can_export and f.can_import)
_NEEDS = {"spacy": "spacy", "parquet": "pyarrow", "uima": "cassis", "uima-json": "cassis"}
SPLIT = Split.parse("60/20/20", 1)


def sample():
    """Return the sample, its happenings forgotten: they would keep all of it together."""
    reader = format_named("dateline").read(assets.seeds("gold.jsonl"))
    return reader.frame, [replace(b, annotations=_unbound(b.annotations)) for b in reader]


def _unbound(found):
    return replace(found, mentions=tuple(replace(m, happening_id=None) for m in found.mentions))


def counted_in(found, target, labels):
    """Return by (layer, label) how many a format's reader finds in a file or folder."""
    extra = {"offsets": "utf16"} if found.name == "doccano" else {}
    counts = Counter()
    for bundle in found.read(target, ReadOptions(labels=labels, extra=extra)):
        counts.update((m.layer.value, m.label) for m in bundle.annotations.mentions)
        counts.update((Layer.RELATION.value, r.label) for r in bundle.annotations.relations)
    return counts


def told(target):
    """Return the same by the manifest, of each part by its file."""
    manifest = json.loads(target.with_name(f"{target.name}.manifest.json").read_text())
    return {
        part["path"]: Counter({(layer, label): n for layer, of in part["labels"].items() for label, n in of.items()})
        for part in manifest["parts"]
    }


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("split", [None, SPLIT])
@pytest.mark.parametrize("name", BOTH_WAYS)
def test_the_manifest_counts_what_the_formats_reader_finds(tmp_path, name, unit, split):
    if name in _NEEDS:
        pytest.importorskip(_NEEDS[name])
    found = format_named(name)
    frame, made = sample()
    target = tmp_path / ("set" if found.folder else f"set{found.suffixes[0]}")
    found.write(target, frame, made, WriteOptions(card=True, unit=unit, split=split))
    labels = {label: t.layer for label, t in frame.schema.by_name.items()}
    if name == "timeml":  # it has no words for kinds of events but its own
        labels["OCCURRENCE"] = Layer.EVENT
    for path, counts in told(target).items():
        assert counts == counted_in(found, tmp_path / path, labels), path


def test_labels_of_one_layer_do_not_hide_another(tmp_path):
    """A file of times and events only: the entities that TimeML leaves out are not counted with them."""
    frame, made = sample()
    format_named("timeml").write(tmp_path / "set", frame, made, WriteOptions(card=True))
    (counts,) = told(tmp_path / "set").values()
    assert {layer for layer, _ in counts} == {"event", "relation", "time"}
    assert "| GPE |" not in (tmp_path / "set.card.md").read_text()


def test_nested_spans_are_counted_once_and_told(tmp_path):
    text = "The Ankara office met on Monday."
    who = Annotator("p", "Ada")
    spans = [("ORG", Layer.ENTITY, 4, 17), ("GPE", Layer.ENTITY, 4, 10), ("MEET", Layer.EVENT, 18, 21),
             ("DATE", Layer.TIME, 25, 31)]  # fmt: skip
    mentions = tuple(
        Mention(f"m{n}", "a", "p", layer, label, (Span(begin, end),))
        for n, (label, layer, begin, end) in enumerate(spans)
    )
    made = [Bundle(Article("a", text), who, State.DONE, Annotations(mentions=mentions))]
    schema = Schema("s", types=tuple(LabelType(label, layer, label) for label, layer, *_ in spans))
    for name, suffix in (("conll", ".conll"), ("conllu", ".conllu")):
        target = tmp_path / f"set{suffix}"
        report = format_named(name).write(
            target, Frame(schema=schema, annotators=(who,)), made, WriteOptions(card=True)
        )
        (counts,) = told(target).values()
        assert counts == {("entity", "ORG"): 1, ("event", "MEET"): 1, ("time", "DATE"): 1}
        assert [x.count for x in report.losses if "overlap" in x.kind] == [1]
        assert report.labels == {"ORG": 1, "GPE": 1, "MEET": 1, "DATE": 1}
