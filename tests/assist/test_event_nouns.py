"""Who and when of a noun that stands beside another verb."""

import pytest

from dateline.assist.role_model import NONE, RoleModel
from dateline.assist.roles import propose_fillers
from dateline.model.schema import Schema
from tests.assist.test_roles import page_of, proposed, schema

__all__ = ["schema"]


@pytest.mark.parametrize(
    ("text", "labels", "event", "found"),
    [
        (
            "Two days after the vote, Ada met Bo in Oslo on Friday.",
            {"Two days": "DURATION", "vote": "SUPPORT", "Ada": "PERSON", "Bo": "PERSON", "Oslo": "GPE",
             "Friday": "DATE"},
            "vote", set(),
        ),
        ("Ada resigned before the vote.", {"Ada": "PERSON", "vote": "SUPPORT"}, "vote", set()),
        ("After the vote Ada resigned.", {"Ada": "PERSON", "vote": "SUPPORT"}, "vote", set()),
        (
            "After the vote by Norway in Oslo on Friday, Ada left.",
            {"vote": "SUPPORT", "Norway": "GPE", "Oslo": "GPE", "Friday": "DATE", "Ada": "PERSON"},
            "vote", {("Agent", "Norway"), ("Place", "Oslo"), ("Time", "Friday")},
        ),
        (
            "Before Norway's vote on Friday, Ada left Rome.",
            {"Norway": "GPE", "vote": "SUPPORT", "Friday": "DATE", "Ada": "PERSON", "Rome": "GPE"},
            "vote", {("Agent", "Norway"), ("Time", "Friday")},
        ),
        (
            "Ada said the vote would be held on Monday.",
            {"Ada": "PERSON", "vote": "SUPPORT", "Monday": "DATE"},
            "vote", {("Time", "Monday")},
        ),
        ("The vote was welcomed by Ada.", {"vote": "SUPPORT", "Ada": "PERSON"}, "vote", set()),
        ("The vote was held by Norway and welcomed by Ada.", {"vote": "SUPPORT", "Ada": "PERSON"}, "vote", set()),
        ("The vote was sharply criticised by Ada.", {"vote": "SUPPORT", "Ada": "PERSON"}, "vote", set()),
        ("The attack was ordered by Putin.", {"attack": "ASSAULT", "Putin": "PERSON"}, "attack", {("Agent", "Putin")}),
        ("The protest was attended by Ada.", {"protest": "PROTEST", "Ada": "PERSON"}, "protest", {("Agent", "Ada")}),
        ("The attack was claimed by ISIS.", {"attack": "ASSAULT", "ISIS": "ORG"}, "attack", {("Agent", "ISIS")}),
        ("The request was filed by Norway.", {"request": "REQUEST", "Norway": "GPE"}, "request", {("Agent", "Norway")}),
        ("The aid was sent by Norway.", {"aid": "AID", "Norway": "GPE"}, "aid", {("Agent", "Norway")}),
        ("They met two days later.", {"met": "CONSULT", "two days": "DURATION"}, "met", {("Time", "two days")}),
        ("They met two days after.", {"met": "CONSULT", "two days": "DURATION"}, "met", {("Time", "two days")}),
        ("They met two days earlier.", {"met": "CONSULT", "two days": "DURATION"}, "met", {("Time", "two days")}),
        (
            "They met two days later than planned.", {"met": "CONSULT", "two days": "DURATION"}, "met", set(),
        ),
        ("Ada won the vote.", {"Ada": "PERSON", "vote": "SUPPORT"}, "vote", {("Agent", "Ada")}),
        (
            "The talks took place on Friday, two days after the vote.",
            {"talks": "CONSULT", "Friday": "DATE", "two days": "DURATION", "vote": "SUPPORT"},
            "talks", {("Time", "Friday")},
        ),
        (
            "Two days after the vote the talks began.",
            {"Two days": "DURATION", "vote": "SUPPORT", "talks": "CONSULT"},
            "talks", set(),
        ),
        (
            "For two days after the vote the talks went on.",
            {"two days": "DURATION", "vote": "SUPPORT", "talks": "CONSULT"},
            "talks", {("Time", "two days")},
        ),
        (
            "The summit on 3 May was cancelled, and the talks moved to 5 May.",
            {"summit": "CONSULT", "3 May": "DATE", "talks": "CONSULT", "5 May": "DATE"},
            "summit", {("Time", "3 May")},
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value else "",
)  # fmt: skip
def test_what_is_told_of_another_verb_is_not_proposed(
    schema: Schema, text: str, labels: dict[str, str], event: str, found: set[tuple[str, str]]
) -> None:
    assert proposed(schema, page_of(schema, text, **labels), event) == found


def test_what_was_learned_adds_no_length_of_time_to_a_day(schema: Schema) -> None:
    class Sure(RoleModel):
        """Takes every time for when it was."""

        events = 10_000

        def seen(self, event, trigger=()):  # type: ignore[no-untyped-def]
            return self.events

        def chances(self, label, found, filled, *, none=True):  # type: ignore[no-untyped-def]
            return {"Time" if found.label in ("DATE", "DURATION") else NONE: 1.0}

    page = page_of(
        schema, "The talks on Friday went on for two days.", talks="CONSULT", Friday="DATE", **{"two days": "DURATION"}
    )
    assert [(p.role, p.mention_id) for p in propose_fillers(page, schema, "talks", Sure())] == [("Time", "Friday")]
