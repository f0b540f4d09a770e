"""What a format has no place for is counted, above all what changes the meaning of what is written."""

import pytest

from dateline.exchange.left_out import NO_FACTS, Holds, note_left_out
from dateline.exchange.losses import Losses
from dateline.model.annotation import Annotations, Annotator, Layer, Mention
from dateline.model.article import Article
from dateline.model.bundle import Bundle
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
