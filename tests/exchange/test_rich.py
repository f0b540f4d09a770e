"""Every two-way format is written the rich project: its texts and spans come back, or the report says what does not."""

from itertools import permutations

import pytest

from dateline.exchange.formats import all_formats, format_named
from dateline.exchange.options import WriteOptions
from dateline.model.annotation import Layer
from tests.exchange.foreign import losses, read_back
from tests.exchange.rich import BUNDLES, EMOJI, FAMILY, LINE_END, NO_BREAK, RICH, RIGHT_TO_LEFT, TEXT

TWO_WAY = sorted(name for name, f in all_formats().items() if f.can_import and f.can_export)
NEEDS = {"spacy": "spacy", "uima": "cassis", "uima-json": "cassis", "parquet": "pyarrow"}
NESTED = "nested and overlapping spans (the longest is written)"
BEYOND = "spans that go beyond a sentence"
STRETCH = "discontinuous spans (written as the whole stretch)"
# What has no place, by format: the kinds under which the report counts spans that are not written, and what becomes of
# those in parts, which is listed too. Nothing: every span comes back as it was.
NOT_WRITTEN = {
    "conll": (NESTED, BEYOND),
    "conllu": ("spans that overlap others", BEYOND),
    "oneie": (BEYOND,),
    "text": ("mentions",),
    "timeml": ("entities (TimeML has no tag for them)", "discontinuous spans"),
}
IN_PARTS = {
    "brat": None,  # holds them, and pieces at line ends as brat does
    "dateline": None,
    "huggingface": None,
    "parquet": None,
    "spans": "discontinuous spans (written as the whole stretch, with their fragments)",
    "text": None,
    "timeml": "discontinuous spans",
    "uima": "discontinuous spans (other tools see the whole stretch; the parts are in a feature)",
    "uima-json": "discontinuous spans (other tools see the whole stretch; the parts are in a feature)",
}
HOLD_PARTS = {"brat", "dateline", "huggingface", "parquet", "spans", "uima", "uima-json"}
BY_TOKENS = {"conll", "oneie"}  # the text is made of the tokens when it is read
RELABELLED = {"timeml"}


def test_the_project_has_what_formats_get_wrong():
    for bundle in BUNDLES:
        found, text = bundle.annotations, bundle.article.text
        words = [m.text_of(text) for m in found.mentions]
        for sign in (EMOJI, FAMILY, NO_BREAK, RIGHT_TO_LEFT, LINE_END):
            assert any(sign in text[m.span.begin : m.span.end] for m in found.mentions), sign
        assert len(words) == len(found.mentions) == 10
        pairs = [(a.span, b.span) for a, b in permutations(found.mentions, 2)]
        assert any(a.begin <= b.begin and b.end <= a.end and a != b for a, b in pairs), "nested"
        assert any(a.begin < b.begin < a.end < b.end for a, b in pairs), "overlapping"
        assert sum(len(m.fragments) > 1 for m in found.mentions) == 2
        assert {m.layer for m in found.mentions} == set(Layer) - {Layer.RELATION}
        assert all((found.times, found.arguments, found.relations, found.comments, found.regions))


@pytest.mark.parametrize("name", TWO_WAY)
def test_texts_and_spans_come_back_or_are_listed(tmp_path, name):
    if name in NEEDS:
        pytest.importorskip(NEEDS[name])
    made = format_named(name)
    path = tmp_path / ("x" if made.folder else f"x{made.suffixes[0]}")
    report = made.write(path, *RICH, WriteOptions(boilerplate=True))
    told = losses(report)
    reader, got = read_back(name, path)
    assert reader.problems == []
    assert len(got) == (1 if name == "text" else len(BUNDLES))  # it has no annotators

    for bundle in got:
        assert bare(bundle.article.text) == bare(TEXT)
        assert bundle.article.text == TEXT or name in BY_TOKENS
    read = [m for b in got for m in b.annotations.mentions]
    gone = [told.pop(kind) for kind in NOT_WRITTEN.get(name, ())]
    assert all(gone)
    assert len(read) + sum(gone) == sum(len(b.annotations.mentions) for b in BUNDLES)

    parts = sum(len(m.fragments) > 1 for m in read)
    kind = IN_PARTS.get(name, STRETCH)
    assert parts == (4 if name in HOLD_PARTS else 0)
    if kind and kind not in NOT_WRITTEN.get(name, ()):
        went = 2 if BEYOND in NOT_WRITTEN.get(name, ()) else 0  # one of each page is over a sentence's end
        assert told[kind] == 4 - went

    whole = name not in HOLD_PARTS
    wanted = {said(b, m, whole, name) for b in BUNDLES for m in b.annotations.mentions}
    back = {said(b, m, whole, name) for b in got for m in b.annotations.mentions}
    assert back <= wanted
    assert back == wanted or gone


def said(bundle, mention, whole, name):
    """Return layer, label and words without white space, of the whole stretch or of each part."""
    text, places = bundle.article.text, [mention.span] if whole else mention.fragments
    label = "" if name in RELABELLED else mention.label
    return mention.layer, label, tuple(bare(text[p.begin : p.end]) for p in places)


def bare(text):
    return "".join(text.split())
