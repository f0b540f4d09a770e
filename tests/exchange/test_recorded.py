"""Which articles surely make no record is known before an export writes anything."""

import pytest

from dateline.exchange.not_taken import Taggings
from dateline.exchange.options import WriteOptions
from dateline.exchange.passed_over import Why
from dateline.exchange.recorded import Recorded
from dateline.exchange.split import Plan
from dateline.model.annotation import Annotator, Layer
from dateline.model.article import State
from dateline.scratch import Ledger

ADA = Annotator("w", "Ada")
GPE, MEET, LINK = ("GPE", Layer.ENTITY), ("MEET", Layer.EVENT), ("LINK", Layer.RELATION)


def counted(one: Taggings, options: WriteOptions, *, cuts: bool = True, record_of: Layer | None = None) -> int:
    recorded = Recorded(options, cuts=cuts, record_of=record_of)
    recorded.meet(one)
    part_of = Ledger()
    part_of["a"] = "train"
    return recorded.counts(Plan(part_of, {"train": 1}, {"train": 1})).get("train", 0)


@pytest.mark.parametrize(
    ("labels", "cut", "negative", "more", "makes"),
    [
        ({}, {}, False, {"empty": True}, 1),
        ({}, {}, False, {}, 0),
        ({}, {}, True, {}, 1),
        ({GPE: 2}, {GPE: 1}, False, {}, 1),
        ({GPE: 2}, {GPE: 2}, False, {}, 0),
        ({GPE: 2}, {GPE: 2}, False, {"boilerplate": True}, 1),
        ({GPE: 1}, {}, False, {"labels": ["LOC"]}, 0),
        ({LINK: 1}, {}, False, {}, 0),
        ({GPE: 1}, {}, False, {"annotators": ["Bo"]}, 0),
        ({GPE: 1}, {}, False, {"states": [State.NEW]}, 0),
    ],
)
def test_a_text_makes_one_where_it_is_taken_and_says_something(labels, cut, negative, more, makes):
    one = Taggings("a", ADA, State.DONE, Why.SKIPPED, labels, cut, negative)
    assert counted(one, WriteOptions(**{"empty": False} | more)) == makes


@pytest.mark.parametrize(("labels", "makes"), [({GPE: 1}, 0), ({MEET: 1}, 1), ({}, 0)])
def test_a_table_of_events_has_records_of_events_alone(labels, makes):
    one = Taggings("a", ADA, State.DONE, Why.SKIPPED, labels, {}, negative=True)
    assert counted(one, WriteOptions(), cuts=False, record_of=Layer.EVENT) == makes
