"""Mentions are found by their place, looked at all at once or little by little, whatever changes meanwhile."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.gui.reader import index as module
from dateline.gui.reader.index import WIDE, MentionIndex
from dateline.model.annotation import Layer, Mention
from dateline.model.text import Span

PAST = 0.0  # a time that is over: a turn does the least it does


@pytest.fixture(scope="module", autouse=True)
def _little_by_little() -> Iterator[None]:
    """However few the mentions are, they wait to be looked at, three a turn."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_MANY", 0)
        patch.setattr(module, "_BATCH", 3)
        patch.setattr(module, "_STRAYS", 5)
        yield


def mention(number: int, begin: int, length: int) -> Mention:
    return Mention(f"m{number}", "a", "me", Layer.ENTITY, "Person", (Span(begin, begin + length),))


def in_text_order(mentions: list[Mention]) -> list[Mention]:
    return sorted(mentions, key=lambda m: (m.span.begin, -m.span.end, m.id))


def over(mentions: list[Mention], begin: int, end: int) -> list[Mention]:
    return in_text_order([m for m in mentions if m.span.begin < end and begin < m.span.end])


places = st.tuples(st.integers(0, 300), st.integers(1, 40) | st.just(3 * WIDE))
steps = st.tuples(st.sampled_from(["put", "discard", "look"]), st.integers(0, 25), st.integers(0, 300))


@given(st.lists(places, max_size=20), st.booleans(), st.lists(steps, max_size=20), st.integers(0, 320))
def test_it_finds_what_a_look_at_all_would_find_whatever_changes_meanwhile(found, sort, changes, place):
    mentions = [mention(i, *each) for i, each in enumerate(sorted(found) if sort else found)]
    if sort:
        mentions = in_text_order(mentions)
    index, truth = MentionIndex({m.id: m for m in mentions}), {m.id: m for m in mentions}
    narrow = sort and all(length < WIDE for _, length in found)  # what may be shown at once, and never differs
    for what, number, begin in changes:
        if what == "look":
            index.advance(PAST)
        elif what == "put":
            truth[f"m{number}"] = made = mention(number, begin, 4)
            index.put(made)
        else:
            assert index.discard(f"m{number}") == truth.pop(f"m{number}", None)
        assert index.get(f"m{number}") == truth.get(f"m{number}")
        if narrow:
            assert in_text_order(index.over(place, place + 9)) == over(list(truth.values()), place, place + 9)
    surprised = index.complete()
    assert not (narrow and surprised)
    assert in_text_order(index.over(place, place + 9)) == over(list(truth.values()), place, place + 9)
    assert [index.neighbour(None, 0, 1)] == (in_text_order(list(truth.values()))[:1] or [None])
    seen, at = [], None
    for _ in truth:
        at = index.neighbour(at, 0, 1)
        seen.append(at)
        at = at.id
    assert seen == in_text_order(list(truth.values()))


def test_a_turn_does_little_and_the_turns_come_to_an_end():
    index = MentionIndex({m.id: m for m in (mention(i, i, 2) for i in range(8))})
    assert [index.advance(PAST) for _ in range(3)] == [False, False, True]
    assert index.is_complete
    assert not index.complete(), "what was shown before was right"


def test_what_was_wrong_before_all_were_looked_at_is_told_once():
    index = MentionIndex({m.id: m for m in (mention(0, 0, 2 * WIDE), mention(1, 5, 2), mention(2, WIDE + 500, 2))})
    assert [m.id for m in index.over(WIDE + 400, WIDE + 600)] == ["m2"]
    while not index.advance(PAST):
        pass
    assert index.take_surprise()
    assert not index.take_surprise()
    assert [m.id for m in index.over(WIDE + 400, WIDE + 600)] == ["m0", "m2"]


def test_a_page_that_has_changed_under_it_is_none_of_its_business():
    mentions = {m.id: m for m in (mention(i, i, 2) for i in range(8))}
    index = MentionIndex(mentions)
    gone = mentions.pop("m5")
    assert gone in index.at(5)
    index.complete()
    assert index.discard("m5") == gone
