"""What is looked up is what a search through all would find, whatever came and went before."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from dateline.model.records import Records


class Thing(Struct, frozen=True):
    id: str
    colour: str
    size: int


def colour(thing: Thing) -> str:
    return thing.colour


def size(thing: Thing) -> int:
    return thing.size


_IDS, _COLOURS, _SIZES = st.sampled_from("abcdef"), st.sampled_from(("red", "blue", "")), st.integers(0, 2)
_THINGS = st.builds(Thing, _IDS, _COLOURS, _SIZES)
_STEPS = st.one_of(
    st.tuples(st.just("put"), _THINGS),
    st.tuples(st.just("pop"), _IDS),
    st.tuples(st.just("delete"), _IDS),
    st.tuples(st.just("update"), st.lists(_THINGS, max_size=4)),
    st.tuples(st.just("join"), st.lists(_THINGS, max_size=4)),
    st.tuples(st.just("default"), _THINGS),
    st.tuples(st.just("last"), st.none()),
    st.tuples(st.just("clear"), st.none()),
    st.tuples(st.just("ask"), _COLOURS),
)


def test_a_record_put_anew_keeps_its_place() -> None:
    records = Records({i: Thing(i, "red", 1) for i in "abc"})
    assert [t.id for t in records.having(colour, "red")] == ["a", "b", "c"]
    records["a"] = Thing("a", "red", 2)
    assert [t.id for t in records.having(colour, "red")] == ["a", "b", "c"]
    assert records.having(colour, "red")[0].size == 2


@given(st.lists(_STEPS, max_size=25))
def test_looking_up_finds_what_going_through_all_would(steps: list[tuple[str, object]]) -> None:
    records, plain = Records[Thing](), dict[str, Thing]()
    for what, given_ in steps:
        match what, given_:
            case "put", Thing() as thing:
                records[thing.id] = plain[thing.id] = thing
            case "pop", str() as name:
                assert records.pop(name, None) == plain.pop(name, None)
            case "delete", str() as name if name in plain:
                del records[name]
                del plain[name]
            case "update", list() as things:
                records.update((t.id, t) for t in things)
                plain.update((t.id, t) for t in things)
            case "join", list() as things:
                records |= {t.id: t for t in things}
                plain |= {t.id: t for t in things}
            case "default", Thing() as thing:
                assert records.setdefault(thing.id, thing) == plain.setdefault(thing.id, thing)
            case "last", None if plain:
                assert records.popitem() == plain.popitem()
            case "clear", None:
                records.clear()
                plain.clear()
            case "ask", str() as name:
                assert {t.id for t in records.having(colour, name)} == {
                    t.id for t in plain.values() if t.colour == name
                }
    assert records == plain
    for facet, values in ((colour, ("red", "blue", "")), (size, (0, 1, 2))):
        for value in values:
            found = records.having(facet, value)
            assert len(found) == len({t.id for t in found})
            assert {t.id: t for t in found} == {i: t for i, t in plain.items() if facet(t) == value}
        assert sum(records.counts(facet).values()) == len(plain)
        assert 0 not in records.counts(facet).values()
