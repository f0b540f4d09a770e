"""What a format has no place for is counted, above all what changes the meaning of what is written."""

import pytest

from dateline.exchange.formats import format_named
from dateline.exchange.left_out import Holds, note_left_out
from dateline.exchange.losses import (
    _ONE,
    _TO_DO,
    NO_FACTS,
    NOT_IN_TAGS,
    NOT_SPACYS,
    NOT_TOKENS,
    UNREAD,
    WHOLE_WORDS,
    Losses,
)
from dateline.exchange.options import WriteOptions
from dateline.model.annotation import Annotations, Annotator, Layer, Mention
from dateline.model.article import Article
from dateline.model.bundle import Bundle, Frame
from dateline.model.text import Span


def bundle(layer, attributes):
    mention = Mention("m", "a", "w", layer, "CONSULT", (Span(0, 3),), attributes)
    return Bundle(Article("a", "met them"), Annotator("w", "Ada"), annotations=Annotations((mention,)))


@pytest.mark.parametrize(
    ("layer", "attributes", "holds", "spans", "count"),
    [
        (Layer.EVENT, {"polarity": "negative"}, (), True, 1),
        (Layer.EVENT, {"modality": "planned"}, (), True, 1),
        (Layer.EVENT, {"modality": "possible", "polarity": "negative"}, (), True, 1),
        (Layer.EVENT, {"modality": "asserted", "polarity": "positive"}, (), True, 0),
        (Layer.EVENT, {"polarity": "negative"}, (Holds.ATTRIBUTES,), True, 0),
        (Layer.EVENT, {"polarity": "negative"}, (), False, 0),  # the format writes no mentions at all
        (Layer.ENTITY, {"polarity": "negative"}, (), True, 0),
    ],
)
def test_events_that_are_no_facts_are_counted_on_their_own(layer, attributes, holds, spans, count):
    losses = Losses()
    note_left_out(bundle(layer, attributes), losses, frozenset(holds), spans=spans)
    found = {loss.kind: loss for loss in losses.all()}
    assert (found[NO_FACTS].count if NO_FACTS in found else 0) == count
    assert not count or found[NO_FACTS].examples == ("met",)


NEEDS = {"spacy": "spacy"}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("huggingface", NOT_IN_TAGS),
        ("conllu", NOT_TOKENS),
        ("spacy", NOT_SPACYS),
        ("conll", WHOLE_WORDS),
        ("oneie", WHOLE_WORDS),
        ("spans", None),
    ],
)
def test_gold_inside_a_word_and_events_that_are_no_facts_are_said_at_once_and_listed_first(tmp_path, name, kind):
    if name in NEEDS:
        pytest.importorskip(NEEDS[name])
    text = "Turkey met Iran."
    told = {"polarity": "negative", "one": "1", "other": "2"}
    mentions = (
        Mention("m", "a", "w", Layer.ENTITY, "GPE", (Span(0, 4),)),
        Mention("n", "a", "w", Layer.EVENT, "CONSULT", (Span(7, 10),), told),
    )
    found = Bundle(Article("a", text), Annotator("w", "Ada"), annotations=Annotations(mentions))
    report = format_named(name).write(tmp_path / "x", Frame(), [found], WriteOptions())
    grave = [k for k in (NO_FACTS, kind) if k]
    assert [loss.kind for loss in report.losses][: len(grave)] == grave
    unread = [f"1 {_ONE[UNREAD]}: “Turkey met Iran.”"] if name == "spacy" else []
    notes = [note.removesuffix(f". {_TO_DO[UNREAD]}") for note in report.notes]  # told elsewhere: what to do
    assert notes == [f"1 {_ONE[NO_FACTS]}: “met”", *([f"1 {_ONE[kind]}: “Turk”"] if kind else []), *unread]
