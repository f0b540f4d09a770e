"""What comes once more stands for what is there, and nothing else does."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dateline.editing.rejoining import Difference, Rejoined, rejoin
from dateline.model.annotation import Annotations, Argument, Comment, Layer, Mention, Relation, TimeSource, TimeValue
from dateline.model.article import Region, RegionKind
from dateline.model.text import Span

NOTHING: frozenset[str] = frozenset()
TEXT = "Ada Bob Eve met and they left early."


@st.composite
def pages(draw: st.DrawFn) -> Annotations:
    """Pages with few places and labels, so that much says the same."""
    count = draw(st.integers(0, 6))
    places = st.sampled_from([(Span(0, 3),), (Span(4, 7),), (Span(0, 3), Span(4, 7))])
    mentions = tuple(
        Mention(
            f"m{n}", "a", "w", draw(st.sampled_from([Layer.ENTITY, Layer.TIME, Layer.EVENT])),
            draw(st.sampled_from("XY")), draw(places), draw(st.sampled_from([{}, {"mode": "planned"}])),
        )
        for n in range(count)
    )  # fmt: skip
    ids = st.sampled_from([m.id for m in mentions] or ["-"])
    events = st.sampled_from([m.id for m in mentions if m.layer is Layer.EVENT] or ["-"])
    some = st.integers(0, 3 if count else 0)
    has_events = any(m.layer is Layer.EVENT for m in mentions)
    arguments = tuple(Argument(f"g{n}", draw(events), "Agent", draw(ids)) for n in range(draw(some) * has_events))
    relations = tuple(Relation(f"r{n}", "a", "w", "BEFORE", draw(ids), draw(ids)) for n in range(draw(some)))
    notes = tuple(Comment(f"c{n}", "a", "w", "why", draw(st.none() | ids), "") for n in range(draw(some)))
    zones = tuple(Region(f"z{n}", "a", RegionKind.NEGATIVE, Span(0, 3), "w") for n in range(draw(some) > 1))
    values, sources = st.sampled_from(["2018-05-07", "2018-05-14"]), st.sampled_from([*TimeSource])
    times = tuple(
        TimeValue(m.id, draw(values), source=draw(sources))
        for m in mentions
        if m.layer is Layer.TIME and draw(st.booleans())
    )
    return Annotations(mentions, times, arguments, relations, notes, zones)


NOTHING_NEW = (Annotations(), (), ())


def _new_in(found: Rejoined) -> tuple[object, ...]:
    return found.new, found.linked, found.differences


def with_other_ids(page: Annotations) -> Annotations:
    def new(i: str | None) -> str:
        return f"new {i}"

    return Annotations(
        tuple(replace(m, id=new(m.id)) for m in page.mentions),
        tuple(replace(t, id=new(t.id)) for t in page.times),
        tuple(replace(a, id=new(a.id), event_id=new(a.event_id), filler_id=new(a.filler_id)) for a in page.arguments),
        tuple(replace(r, id=new(r.id), source_id=new(r.source_id), target_id=new(r.target_id)) for r in page.relations),
        tuple(replace(c, id=new(c.id), mention_id=new(c.mention_id) if c.mention_id else None) for c in page.comments),
        tuple(replace(r, id=new(r.id)) for r in page.regions),
    )


@given(page=pages())
def test_a_page_that_comes_again_adds_nothing_and_differs_in_nothing(page: Annotations) -> None:
    found = rejoin(with_other_ids(page), page, NOTHING, TEXT)
    left = found.new
    assert (left.mentions, left.times, left.arguments, left.regions) == ((), (), (), ())
    assert found.differences == ()
    ids = {m.id for m in page.mentions}
    assert all({r.source_id, r.target_id} <= ids for r in left.relations)
    assert all(c.mention_id is None or c.mention_id in ids for c in left.comments)


@given(page=pages(), other=pages())
def test_every_link_of_what_is_left_leads_somewhere(page: Annotations, other: Annotations) -> None:
    come = with_other_ids(other)
    left = rejoin(come, page, NOTHING, TEXT).new
    ids = {m.id for m in (*page.mentions, *left.mentions)}
    assert all({a.event_id, a.filler_id} <= ids for a in left.arguments)
    assert all({r.source_id, r.target_id} <= ids for r in left.relations)
    assert {t.id for t in left.times} <= ids
    dated = {t.id for t in page.times}
    assert dated.isdisjoint(t.id for t in left.times), "one date for each"
    assert len(left.mentions) >= len(come.mentions) - len(page.mentions), "one stands for one"


@given(page=pages(), other=pages())
def test_nothing_that_comes_is_passed_over_in_silence(page: Annotations, other: Annotations) -> None:
    """Every date, attribute and role is here already, joins, or is told."""
    come = with_other_ids(other)
    found = rejoin(come, page, NOTHING, TEXT)
    news = {m.id for m in found.new.mentions}

    def sayings(mine: Annotations, *, of: set[str] | None = None) -> Counter[object]:
        said: Counter[object] = Counter()
        mentions = {m.id: m for m in (*page.mentions, *come.mentions)}

        def where(i: str) -> object:
            return mentions[i].layer, mentions[i].label, mentions[i].fragments

        for time in mine.times:
            if of is None or time.id not in news:
                said[where(time.id), time.value] += 1
        for mention in mine.mentions:
            if of is None or mention.id not in news:
                said.update((where(mention.id), name, value) for name, value in mention.attributes.items())
        fills = {
            (a.event_id, a.role, mentions[a.filler_id].fragments, mentions[a.filler_id].layer)
            for a in mine.arguments
            if of is None or a.event_id not in news
        }
        said.update((where(event), *rest) for event, *rest in fills)
        return said

    by_rule = sum(t.source is TimeSource.RULE for t in come.times)
    missing = sayings(come, of=news) - sayings(page) - sayings(found.new)
    told_fillers = sum(len(x.there) for x in found.differences if not isinstance(x.there, str))
    told = sum(isinstance(x.there, str) for x in found.differences)
    assert missing.total() <= told + told_fillers + by_rule


def test_two_events_of_one_word_are_told_by_who_fills_their_roles() -> None:
    ann, bob = (Mention(n, "a", "w", Layer.ENTITY, "X", (Span(*at),)) for n, at in (("ann", (0, 3)), ("bob", (4, 7))))
    met, met2 = (Mention(n, "a", "w", Layer.EVENT, "MEET", (Span(8, 11),)) for n in ("met", "met2"))
    there = Annotations(
        (ann, bob, met, met2), (), (Argument("1", "met", "Agent", "ann"), Argument("2", "met2", "Agent", "bob"))
    )
    turned = replace(there, arguments=(Argument("1", "met", "Agent", "bob"), Argument("2", "met2", "Agent", "ann")))
    found = rejoin(with_other_ids(turned), there, NOTHING, TEXT)
    assert (found.new.mentions, found.new.arguments, found.differences) == ((), (), ())
    more = replace(there, arguments=(*there.arguments, Argument("3", "met2", "Place", "ann")))
    found = rejoin(with_other_ids(more), there, NOTHING, TEXT)
    assert (found.new.mentions, found.differences) == ((), ())
    assert [(a.event_id, a.role, a.filler_id) for a in found.new.arguments] == [("met2", "Place", "ann")]


def test_a_role_that_others_fill_here_stays_and_is_told() -> None:
    ann, bob, eve = (
        Mention(n, "a", "w", Layer.ENTITY, "X", (Span(at, at + 3),)) for n, at in (("ann", 0), ("bob", 4), ("eve", 8))
    )
    met = Mention("met", "a", "w", Layer.EVENT, "MEET", (Span(12, 15),))
    here = Annotations((ann, bob, eve, met), (), (Argument("1", "met", "Agent", "ann"),))
    other = with_other_ids(replace(here, arguments=(Argument("1", "met", "Agent", "bob"),)))
    found = rejoin(other, here, NOTHING, TEXT)
    assert (found.new.mentions, found.new.arguments) == ((), ())
    [told] = found.differences
    assert (told.mention, told.what, told.here) == (met, "Agent", (ann,))
    assert [m.span for m in told.there if isinstance(m, Mention)] == [bob.span]
    both = replace(here, arguments=(*here.arguments, Argument("2", "met", "Agent", "bob")))
    assert [a.filler_id for a in rejoin(with_other_ids(both), here, NOTHING, TEXT).new.arguments] == ["bob"]
    assert rejoin(with_other_ids(here), both, NOTHING, TEXT).differences == ()


def test_an_event_is_the_same_when_a_filler_was_corrected() -> None:
    ann = Mention("ann", "a", "w", Layer.ENTITY, "X", (Span(0, 3),))
    met = tuple(Mention(f"met{n}", "a", "w", Layer.EVENT, "MEET", (Span(n, n + 3),)) for n in (4, 8))
    was = Annotations((ann, *met), (), tuple(Argument(m.id, m.id, "Agent", "ann") for m in met))
    here = replace(was, mentions=(replace(ann, label="Y", attributes={"mode": "planned"}), *met))
    found = rejoin(with_other_ids(was), here, NOTHING, TEXT)
    assert [m.label for m in found.new.mentions] == ["X"], "the words under their other label, and no event"
    assert (found.new.arguments, found.differences) == ((), ())


def test_another_date_and_attribute_of_what_is_here_are_told_and_one_that_is_missing_joins() -> None:
    day = Mention("t", "a", "w", Layer.TIME, "DATE", (Span(0, 3),), {"mode": "planned"})
    here = Annotations((day,), (TimeValue("t", "2018-05-07", source=TimeSource.HAND),))
    other = Annotations(
        (replace(day, attributes={"mode": "done"}),), (TimeValue("t", "2018-05-14", source=TimeSource.IMPORT),)
    )
    found = rejoin(with_other_ids(other), here, NOTHING, TEXT)
    assert found.new == Annotations()
    assert found.differences == (
        Difference(day, "date", "2018-05-14", "2018-05-07"),
        Difference(day, "mode", "done", "planned"),
    )
    bare = replace(here, times=())
    assert [(t.id, t.value) for t in rejoin(with_other_ids(other), bare, NOTHING, TEXT).new.times] == [
        ("t", "2018-05-14")
    ]
    ruled = Annotations((day,), (TimeValue("t", "2018-05-21", source=TimeSource.RULE),))
    assert rejoin(with_other_ids(ruled), here, NOTHING, TEXT).differences == (), "the source gave no date"


def test_a_link_to_something_else_is_told_and_one_that_is_missing_joins() -> None:
    there = Annotations((Mention("m", "a", "w", Layer.ENTITY, "X", (Span(0, 3),), {}, "e"),))
    assert _new_in(rejoin(with_other_ids(there), there, NOTHING, TEXT)) == NOTHING_NEW
    linked = Annotations((replace(there.mentions[0], entity_id="f"),))
    found = rejoin(with_other_ids(linked), there, NOTHING, TEXT)
    assert (found.new.mentions, found.linked) == ((), ()), "the same words under one label are never there twice"
    assert found.differences == (Difference(there.mentions[0], "entity", "f", "e", thing=True),)
    unlinked = Annotations((replace(there.mentions[0], entity_id=None),))
    assert _new_in(rejoin(with_other_ids(unlinked), there, NOTHING, TEXT)) == NOTHING_NEW
    assert rejoin(with_other_ids(there), unlinked, NOTHING, TEXT).linked == there.mentions


def test_two_mentions_of_one_place_are_told_by_what_they_are_linked_to() -> None:
    one = Mention("m", "a", "w", Layer.ENTITY, "X", (Span(0, 3),), {}, "e")
    page = Annotations((one, replace(one, id="n", entity_id="f")))
    turned = Annotations(page.mentions[::-1])
    assert _new_in(rejoin(with_other_ids(turned), page, NOTHING, TEXT)) == NOTHING_NEW


def test_parts_that_come_as_one_stretch_are_told_and_not_laid_over_what_is_here() -> None:
    parts = Mention("m", "a", "w", Layer.EVENT, "X", (Span(0, 3), Span(8, 9)))
    whole = Annotations((replace(parts, fragments=(Span(0, 9),)),))
    found = rejoin(with_other_ids(whole), Annotations((parts,)), NOTHING, TEXT)
    assert found.new.mentions == ()
    [told] = found.differences
    assert (told.what, told.here) == ("words", (parts,))
    both = Annotations((parts, replace(whole.mentions[0], id="n")))
    assert _new_in(rejoin(with_other_ids(both), both, NOTHING, TEXT)) == NOTHING_NEW


def test_a_note_that_lost_its_mention_is_the_one_on_the_mention() -> None:
    one = Mention("m", "a", "w", Layer.ENTITY, "X", (Span(0, 3),))
    here = Annotations((one,), comments=(Comment("c", "a", "w", "why", "m"),))
    come = replace(here, comments=(Comment("c", "a", "w", "why", None), Comment("d", "a", "w", "else", None)))
    found = rejoin(with_other_ids(come), here, NOTHING, TEXT, notes_adrift=True)
    assert [c.text for c in found.new.comments] == ["else"]
    twice = replace(come, comments=(*come.comments, Comment("e", "a", "w", "why", None)))
    found = rejoin(with_other_ids(twice), here, NOTHING, TEXT, notes_adrift=True)
    assert [c.text for c in found.new.comments] == ["else", "why"], "each stands for one"


def test_a_note_on_the_text_is_not_the_same_one_on_a_mention() -> None:
    one = Mention("m", "a", "w", Layer.ENTITY, "X", (Span(0, 3),))
    here = Annotations((one,), comments=(Comment("c", "a", "w", "why", "m"),))
    come = replace(here, comments=(*here.comments, Comment("d", "a", "w", "why", None)))
    [joined] = rejoin(with_other_ids(come), here, NOTHING, TEXT).new.comments
    assert (joined.text, joined.mention_id) == ("why", None)


def test_records_of_known_ids_are_left_to_their_ids() -> None:
    there = Annotations((Mention("m", "a", "w", Layer.ENTITY, "X", (Span(0, 3),)),))
    twin = replace(there.mentions[0], id="twin")
    come = Annotations((there.mentions[0], twin))
    assert rejoin(come, there, frozenset({"m"}), TEXT).new.mentions == come.mentions


def test_white_space_at_edges_makes_no_other_mention() -> None:
    here = Annotations((Mention("m", "a", "w", Layer.ENTITY, "X", (Span(0, 4),)),))
    come = Annotations((Mention("n", "a", "w", Layer.ENTITY, "X", (Span(0, 3),)),))
    for one, other in ((come, here), (here, come)):
        found = rejoin(one, other, NOTHING, TEXT)
        assert (found.new, found.differences) == (Annotations(), ())
    both = Annotations((*here.mentions, *come.mentions))
    assert rejoin(with_other_ids(both), here, NOTHING, TEXT).new.mentions == with_other_ids(come).mentions


def test_the_stretch_that_stands_for_parts_may_lack_one_that_is_blank() -> None:
    here = Annotations((Mention("m", "a", "w", Layer.ENTITY, "X", (Span(3, 4), Span(8, 11))),))
    come = Annotations((Mention("n", "a", "w", Layer.ENTITY, "X", (Span(4, 11),)),))
    assert rejoin(come, here, NOTHING, TEXT).new == Annotations()
