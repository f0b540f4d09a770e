"""White space at the edges of a span, which people drag over, costs no tag and no span in formats of tokens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.exchange.formats import format_named, own_formats
from dateline.exchange.losses import EDGES
from dateline.exchange.options import Unit, WriteOptions
from dateline.exchange.tokens import without_edges
from dateline.model.annotation import Annotations, Annotator, Layer, Mention
from dateline.model.article import Article, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.schema import LabelType, Schema
from dateline.model.text import Span
from tests.exchange.bundles import TEXTS, fragments

TEXT = "Ankara hosted Lavrov. He left for\tOslo \nBerg stayed in  Rome ."
SPANS = {
    "Ankara ": "GPE",
    " Lavrov": "PERSON",
    " He": "PERSON",
    "\tOslo \n": "GPE",
    "Berg ": "PERSON",
    "  Rome ": "GPE",
}
TYPES = tuple(
    LabelType(name, Layer.ENTITY, name, name, "", "", "", "", (), (), n) for n, name in enumerate(["GPE", "PERSON"])
)
FRAME = Frame(Schema("s", "", "", False, TYPES))
NEEDS = {"conllu": "conllu", "parquet": "pyarrow", "spacy": "spacy", "uima": "cassis", "uima-json": "cassis"}


def mention(fragments, label="X"):
    return Mention("m", "a", "w", Layer.ENTITY, label, fragments)


def dragged():
    places = ((words, label, TEXT.index(words)) for words, label in SPANS.items())
    found = sorted((begin, begin + len(words), label) for words, label, begin in places)
    mentions = (
        Mention(f"m{n}", "a", "w", Layer.ENTITY, label, (Span(begin, end),))
        for n, (begin, end, label) in enumerate(found)
    )
    return Bundle(Article("a", TEXT), Annotator("w", "Ada"), State.DONE, Annotations(tuple(mentions)))


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("name", ["conll", "conllu", "huggingface", "parquet", "spacy", "oneie", "prodigy", "spans"])
def test_every_dragged_span_is_written_and_none_is_called_lost(tmp_path, name, unit):
    if name in NEEDS:
        pytest.importorskip(NEEDS[name])
    path = tmp_path / f"x{format_named(name).suffixes[0]}"
    report = format_named(name).write(path, FRAME, [dragged()], WriteOptions(unit=unit))
    assert not [loss for loss in report.losses if "span" in loss.kind and loss.kind != EDGES]
    back = [(b.article.text, m) for b in format_named(name).read(path) for m in b.annotations.mentions]
    assert [(m.text_of(text).strip(), m.label) for text, m in back] == [(w.strip(), x) for w, x in SPANS.items()]


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("name", [f.name for f in own_formats().values() if f.can_export and f.can_import])
def test_a_span_that_is_written_without_its_edges_is_told(tmp_path, name, unit):
    if name in NEEDS:
        pytest.importorskip(NEEDS[name])
    path = tmp_path / ("x" if format_named(name).folder else f"x{format_named(name).suffixes[0]}")
    report = format_named(name).write(path, FRAME, [dragged()], WriteOptions(unit=unit))
    told = {loss.kind: loss.count for loss in report.losses}.get(EDGES, 0)
    back = [m.text_of(b.article.text) for b in format_named(name).read(path) for m in b.annotations.mentions]
    assert told == sum(words.strip() == words for words in back)


@pytest.mark.parametrize("name", ["huggingface", "parquet"])
def test_tags_of_dragged_spans_are_not_outside(tmp_path, name):
    if name in NEEDS:
        pytest.importorskip(NEEDS[name])
    path = tmp_path / "x"
    format_named(name).write(path, FRAME, [dragged()], WriteOptions())
    if name == "huggingface":
        import orjson

        record = orjson.loads(path.read_bytes())
    else:
        import pyarrow.parquet

        (record,) = pyarrow.parquet.read_table(path).to_pylist()
    tagged = [token for token, tag in zip(record["tokens"], record["ner_tags"], strict=True) if tag not in ("O", 0)]
    assert tagged == [words.strip() for words in SPANS]


@given(st.data())
def test_only_white_space_is_taken_from_edges(data):
    text = data.draw(TEXTS)
    before = mention(data.draw(fragments(len(text))))
    after = without_edges(text, before)
    assert after.text_of(text).split() == before.text_of(text).split()
    whole = after.span.of(text)
    assert whole == whole.strip() or not before.text_of(text).strip()
    assert without_edges(text, after) == after


def test_parts_of_nothing_but_white_space_cover_no_word_that_stands_between_them(tmp_path):
    pytest.importorskip("conllu")
    blank = mention((Span(0, 1), Span(5, 6)), "PERSON")
    found = Bundle(Article("a", " Berg  left."), Annotator("w", "Ada"), State.DONE, Annotations((blank,)))
    report = format_named("conllu").write(tmp_path / "x.conllu", FRAME, [found], WriteOptions())
    assert [loss.count for loss in report.losses if "span" in loss.kind] == [1]
    (back,) = format_named("conllu").read(tmp_path / "x.conllu")
    assert back.annotations.mentions == ()
