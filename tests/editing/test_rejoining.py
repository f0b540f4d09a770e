"""What comes once more stands for what is there, and nothing else does."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dateline.editing.rejoining import without_known
from dateline.model.annotation import Annotations, Argument, Comment, Layer, Mention, Relation
from dateline.model.article import Region, RegionKind
from dateline.model.text import Span

NOTHING: frozenset[str] = frozenset()


@st.composite
def pages(draw: st.DrawFn) -> Annotations:
    """Pages with few places and labels, so that much says the same."""
    count = draw(st.integers(0, 6))
    places = st.sampled_from([(Span(0, 3),), (Span(4, 7),), (Span(0, 3), Span(4, 7))])
    mentions = tuple(
        Mention(
            f"m{n}", "a", "w", draw(st.sampled_from([Layer.ENTITY, Layer.EVENT])), draw(st.sampled_from("XY")),
            draw(places), draw(st.sampled_from([{}, {"mode": "planned"}])),
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
    return Annotations(mentions, (), arguments, relations, notes, zones)


def with_other_ids(page: Annotations) -> Annotations:
    def new(i: str | None) -> str:
        return f"new {i}"

    return Annotations(
        tuple(replace(m, id=new(m.id)) for m in page.mentions),
        (),
        tuple(replace(a, id=new(a.id), event_id=new(a.event_id), filler_id=new(a.filler_id)) for a in page.arguments),
        tuple(replace(r, id=new(r.id), source_id=new(r.source_id), target_id=new(r.target_id)) for r in page.relations),
        tuple(replace(c, id=new(c.id), mention_id=new(c.mention_id) if c.mention_id else None) for c in page.comments),
        tuple(replace(r, id=new(r.id)) for r in page.regions),
    )


@given(page=pages())
def test_a_page_that_comes_again_adds_no_mention_and_no_argument(page: Annotations) -> None:
    left = without_known(with_other_ids(page), page, NOTHING)
    assert (left.mentions, left.arguments, left.regions) == ((), (), ())
    ids = {m.id for m in page.mentions}
    assert all({r.source_id, r.target_id} <= ids for r in left.relations)
    assert all(c.mention_id is None or c.mention_id in ids for c in left.comments)


@given(page=pages(), other=pages())
def test_every_link_of_what_is_left_leads_somewhere(page: Annotations, other: Annotations) -> None:
    come = with_other_ids(other)
    left = without_known(come, page, NOTHING)
    ids = {m.id for m in (*page.mentions, *left.mentions)}
    mine = {m.id for m in left.mentions}
    assert all(a.event_id in mine and a.filler_id in ids for a in left.arguments)
    assert all({r.source_id, r.target_id} <= ids for r in left.relations)
    assert len(left.mentions) >= len(come.mentions) - len(page.mentions), "one stands for one"


def test_two_events_of_one_word_are_told_by_who_fills_their_roles() -> None:
    ann, bob = (Mention(n, "a", "w", Layer.ENTITY, "X", (Span(*at),)) for n, at in (("ann", (0, 3)), ("bob", (4, 7))))
    met, met2 = (Mention(n, "a", "w", Layer.EVENT, "MEET", (Span(8, 11),)) for n in ("met", "met2"))
    there = Annotations(
        (ann, bob, met, met2), (), (Argument("1", "met", "Agent", "ann"), Argument("2", "met2", "Agent", "bob"))
    )
    turned = replace(there, arguments=(Argument("1", "met", "Agent", "bob"), Argument("2", "met2", "Agent", "ann")))
    assert without_known(with_other_ids(turned), there, NOTHING).mentions == ()
    more = replace(there, arguments=(*there.arguments, Argument("3", "met2", "Place", "ann")))
    left = without_known(with_other_ids(more), there, NOTHING)
    assert [m.id for m in left.mentions] == ["new met2"]
    assert {(a.event_id, a.role, a.filler_id) for a in left.arguments} == {
        ("new met2", "Agent", "bob"),
        ("new met2", "Place", "ann"),
    }


def test_what_is_linked_to_something_else_comes_beside() -> None:
    there = Annotations((Mention("m", "a", "w", Layer.ENTITY, "X", (Span(0, 3),), {}, "e"),))
    assert without_known(with_other_ids(there), there, NOTHING).mentions == ()
    linked = Annotations((replace(there.mentions[0], entity_id="f"),))
    assert len(without_known(with_other_ids(linked), there, NOTHING).mentions) == 1
    unlinked = Annotations((replace(there.mentions[0], entity_id=None),))
    assert without_known(with_other_ids(unlinked), there, NOTHING).mentions == ()


def test_records_of_known_ids_are_left_to_their_ids() -> None:
    there = Annotations((Mention("m", "a", "w", Layer.ENTITY, "X", (Span(0, 3),)),))
    twin = replace(there.mentions[0], id="twin")
    come = Annotations((there.mentions[0], twin))
    assert without_known(come, there, frozenset({"m"})).mentions == come.mentions
