"""The time of an event that was to be at another one is that at which it came about; it is no plan any more."""

import pytest
from msgspec.structs import replace

from dateline.assist.attributes import propose_attributes
from dateline.assist.roles import propose_fillers
from dateline.model.schema import Schema
from tests.assist.test_roles import page_of, schema

__all__ = ["schema"]


@pytest.mark.parametrize(
    ("language", "text", "planned", "day", "said"),
    [
        ("en", "The visit was due on 14 March but took place on 16 March.", "14 March", "16 March", set()),
        ("en", "The visit, first planned for 14 March, began on 16 March.", "14 March", "16 March", set()),
        ("en", "The visit took place on 16 March, though it was due on 14 March.", "14 March", "16 March", set()),
        ("en", "The visit was due on 14 March but will begin on 16 March.", "14 March", "16 March", {"planned"}),
        ("en", "The visit was due on 14 March but the vote was held on 16 March.", "16 March", "14 March", {"planned"}),
        ("tr", "visit 14 Mart'ta yapılacaktı ancak 16 Mart'ta yapıldı.", "14 Mart", "16 Mart", set()),
        ("ru", "Этот visit был запланирован на 14 марта, но состоялся 16 марта.", "14 марта", "16 марта", set()),
        ("kk", "visit 14 наурызда өтуі керек еді, бірақ 16 наурызда өтті.", "14 наурызда", "16 наурызда", set()),
    ],
)
def test_what_took_place_on_another_day_than_it_was_planned_for(
    schema: Schema, language: str, text: str, planned: str, day: str, said: set[str]
) -> None:
    page = page_of(schema, text, visit="CONSULT", **{planned: "DATE", day: "DATE"})
    page = replace(page, article=replace(page.article, language=language))
    found = propose_fillers(page, schema, "visit")
    assert [p.mention_id for p in found if p.role == "Time"] == [day]
    assert {a.value for a in propose_attributes(page, schema, "visit")} == said


def test_with_no_other_day_it_took_place_on_the_one_planned(schema: Schema) -> None:
    page = page_of(schema, "The visit was due on 14 March and was held.", visit="CONSULT", **{"14 March": "DATE"})
    assert [p.mention_id for p in propose_fillers(page, schema, "visit") if p.role == "Time"] == ["14 March"]
    assert propose_attributes(page, schema, "visit") == []


@pytest.mark.parametrize(
    ("text", "when", "where"),
    [
        ("Chile on Tuesday called for calm in Mali just days ahead of the meeting between the leaders.", set(), set()),
        ("Chile called for calm on Tuesday before the meeting on Friday in Oslo.", {"Friday"}, {"Oslo"}),
        ("On Tuesday, ahead of the meeting, Chile called for calm.", set(), set()),
        ("Before the meeting was held on Tuesday in Oslo, Chile called for calm.", {"Tuesday"}, {"Oslo"}),
        ("The meeting on Tuesday in Oslo came ahead of a vote.", {"Tuesday"}, {"Oslo"}),
        ("Chile spoke on Tuesday after the meeting in Oslo.", {"Tuesday"}, {"Oslo"}),
    ],
)
def test_what_is_done_ahead_of_a_meeting_has_its_own_day_and_place(
    schema: Schema, text: str, when: set[str], where: set[str]
) -> None:
    labels = {"Chile": "GPE", "Mali": "GPE", "Oslo": "GPE", "Tuesday": "DATE", "Friday": "DATE"}
    page = page_of(schema, text, meeting="CONSULT", **{w: label for w, label in labels.items() if w in text})
    found = propose_fillers(page, schema, "meeting")
    assert {p.mention_id for p in found if p.role == "Time"} == when
    assert {p.mention_id for p in found if p.role == "Place"} == where
