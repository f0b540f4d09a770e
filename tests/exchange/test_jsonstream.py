"""Objects come out of JSON files of any shape, one at a time, and with the line they begin on."""

import io
import json
import tracemalloc
from time import process_time

import orjson
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dateline.exchange import jsonstream
from dateline.exchange.cut_json import begun_object
from dateline.exchange.jsonl import RepeatedKey, loaded
from dateline.exchange.jsonstream import FEW, Elements, first_object, from_first_record, objects
from dateline.exchange.problems import Problem
from dateline.model.progress import Silent
from tests.exchange.test_fuzz import JSON


class Dripping(io.BytesIO):
    """Gives a few bytes at a time, however many are asked for."""

    def read(self, size=-1):
        return super().read(min(size, 7) if size >= 0 else size)


def found_in(data, **options):
    return list(objects(lambda: io.BytesIO(data), len(data), "x.json", Silent(), **options))


RECORDS = st.lists(st.dictionaries(st.text(max_size=6), JSON, max_size=4), max_size=6)


@given(RECORDS, st.sampled_from([None, 1]), st.booleans(), st.booleans())
@settings(deadline=None)
def test_lists_and_lines_give_the_same(records, indent, ascii_, dripping):
    usual = {"ensure_ascii": ascii_, "indent": indent}
    shapes = [json.dumps(records, **usual), "\n".join(json.dumps(r, **usual) for r in records)]
    for shape in shapes:
        file = (Dripping if dripping else io.BytesIO)(shape.encode())
        got = [json.loads(data) for _, data in Elements(file, 9, "x", Silent())]
        assert got == records


def test_of_a_list_of_words_it_is_said_what_to_do():
    problem = next(found for _, found in found_in(b'["talks", "envoy"]') if isinstance(found, Problem))
    assert str(problem) == (
        "x.json, line 1, element 1: expected an object {…}, found a text."
        " Leave it out, or write an object with the text for each article"
    )


def test_a_file_is_told_by_its_first_line():
    for data in (b'{"a":1}\n{"a":2}\n', b'[{"a":1},\n{"a":2}]', b'\xef\xbb\xbf [\n{"a":1},{"a":2}]\n'):
        assert [record for _, record in found_in(data)] == [{"a": 1}, {"a": 2}]
    assert found_in(b'{\n "a": {\n  "b": "}"}}') == [(1, {"a": {"b": "}"}})]
    assert [number for number, _ in found_in(b'[\n\n{"a":1},\n{"a":"\\n"},{\n"b":1},{}]')] == [3, 4, 4, 5]


@pytest.mark.parametrize(
    ("data", "line", "what"),
    [
        (b'[{"a":1},\n{"a":', 2, "ends in the middle"),
        (b"[1, 2]", 1, "expected an object"),
        (b'[{"a":1}\n, "x", {}]', 2, "expected an object {…}, found a text"),
        (b'[{"a":1}, oops, {}]', 1, "expected an object {…} here"),
        (b'[{"a":1}, "x": 2]', 1, "expected an object {…} here"),
        (b'[{"a":1}, "x', 1, "ends in the middle"),
        (b'{"a":\n1}\n"x', 3, "ends in the middle"),
        (b"[" + b"1" * 5000 + b"x]", 1, "not valid JSON at column 1"),
        (b'[{"a":1},\n[2]]', 2, "expected an object"),
        (b'[{"a":NaN}]', 1, "not valid JSON at column 6: JSON has no number NaN"),
        (b'{"\xc3\xa4a":NaN}\n', 1, "JSON has no number NaN"),
        (b'{"a": -Infinity}\n', 1, "JSON has no number Infinity"),
        (b'{"a":1}\n{"a":"\xff"}\n', 2, "not UTF-8"),
        (b"[" * 100_000, 1, "nested more than 1000 deep"),
        (b'{"a":' * 2_000 + b"1" + b"}" * 2_000, 1, "not valid JSON"),
        (b'[{"a":' + b"[" * 2_000 + b"]" * 2_000 + b"}]", 1, "nested more than"),
        (b'[{"a":"x', 1, "ends in the middle"),
        (b'[{"a":1}', 1, "ends in the middle"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(data, line, what):
    problems = [p for _, p in found_in(data) if isinstance(p, Problem)]
    assert problems
    assert what in problems[0].what
    assert (problems[0].file, problems[0].line) == ("x.json", line)


@pytest.mark.parametrize("odd", [None, True, 7, -1.5e3, "", '"]}[{\\', [1], "x" * 50])
@pytest.mark.parametrize("dripping", [False, True])
@pytest.mark.parametrize("around", [b"[%s]", b'{"documents":[%s]}', b"%s"])
def test_what_is_no_object_between_records_is_one_of_them_and_said_with_its_number(odd, dripping, around):
    values = [{"a": 1}, odd, odd, {"b": 2}, odd]
    data = around % b",\n".join(json.dumps(value).encode() for value in values)
    made = Dripping if dripping else io.BytesIO
    # So that the first line does not end as an object does.
    found = list(objects(lambda: made(b"\n" + data), 9, "x.json", Silent(), of=["documents"]))
    assert [r for _, r in found if isinstance(r, dict) and r != {"documents": []}] == [{"a": 1}, {"b": 2}]
    told = [(p.line, p.field) for _, p in found if isinstance(p, Problem)]
    numbered = around != b"%s"
    assert told == [(n + 1, f"element {n}" if numbered else "") for n in (2, 3, 5)]


def test_numbers_of_elements_begin_anew_in_each_list():
    data = b'{"documents":[{}, 5]}{"documents":[{}, {}, null]}'
    told = [p.field for _, p in found_in(data, of=["documents"]) if isinstance(p, Problem)]
    assert told == ["element 2", "element 3"]


def test_a_record_that_is_too_large_is_refused():
    data = b'[{"a":"' + b"x" * 3_000_000 + b'"}]'
    assert "larger than" in found_in(data, longest=1 << 20)[0][1].what
    assert found_in(data)[0][1] == {"a": "x" * 3_000_000}


def test_strings_of_many_escapes_are_passed_over_whole():
    for text in ('\\"' * 5000, "\\\\" * 1500 + "[{", '\\"' * 100 + "}]", "\\n" * 999):
        data = b'[{"a":"' + text.encode() + b'","b":{}}, {"a":[' + b'"x",' * 3000 + b"1]}]"
        assert [type(record) for _, record in found_in(data)] == [dict, dict]
        assert found_in(data)[0][1]["a"] == json.loads(f'"{text}"')


@given(st.recursive(st.sampled_from(["[", "x", '"]}[{', '\\"' * 5, 1]), lambda inner: st.lists(inner, max_size=4)))
@settings(deadline=None)
def test_brackets_in_brackets_are_counted_however_many(value):
    for _ in range(6):
        value = [value, *[{"a": [value]}] * 2] if len(json.dumps(value)) < 30_000 else [value]
    data = json.dumps([{"a": value}, {"b": value}]).encode()
    assert [json.loads(d) for _, d in Elements(io.BytesIO(data), 9, "x", Silent())] == json.loads(data)


def test_brackets_that_are_not_closed_take_no_time_and_memory_of_their_own():
    escapes = b'["%s"],' % (b"\\n" * 9)
    for piece in (b"[" * 900 + b'[[["a",1],2],3],' * 40_000, b"[" + escapes * 50_000, b'{"a":{"b":[1,' * 300):
        data = b'[{"a":' + piece
        tracemalloc.start()
        ((_, problem),) = Elements(io.BytesIO(data), len(data), "x", Silent())
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert isinstance(problem, Problem)
        assert peak < 4 * len(data) + 20_000_000


def test_a_string_of_escapes_takes_no_memory_of_its_own():
    data = b'[{"a":"' + b'\\"' * 2_000_000 + b'"}]'
    tracemalloc.start()
    taken = [len(found) for _, found in Elements(io.BytesIO(data), 9, "x", Silent())]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert taken == [len(data) - 2]
    assert peak < 4 * len(data), "the buffer, what is read on, and the record"


def listed(data, dripping=False, of=("documents", "more")):
    file = (Dripping if dripping else io.BytesIO)(data)
    return [json.loads(d) if isinstance(d, bytes) else d for _, d in Elements(file, 9, "x.json", Silent(), of=of)]


@given(RECORDS, st.sampled_from([None, 1]), st.dictionaries(st.text(max_size=6), JSON), st.booleans(), st.booleans())
@settings(deadline=None)
def test_records_in_a_list_of_an_object_come_one_by_one_and_then_the_object(records, indent, others, dripping, last):
    others.pop("documents", None)
    whole = others | {"documents": records} if last else {"documents": records} | others
    data = json.dumps(whole, indent=indent).encode()
    around = whole | {"documents": []}
    assert listed(data, dripping) == [*records, around]
    assert listed(b"%s\n%s" % (data, data), dripping) == [*records, around] * 2
    assert listed(b"[%s]" % data, dripping) == [whole], "a list of such objects is one of records"


def test_only_a_list_of_that_name_right_in_the_object_holds_records():
    for whole in (
        {"other": [{}]}, {"in": {"documents": [{"a": 1}]}}, {'a"documents': [{"a": 1}]}, {"documents": {"a": [1]}},
        {"x": "documents", "y": [{"a": 1}]}, {"x": '"documents":', "y": [{}]}, {"documents": None},
    ):  # fmt: skip
        assert listed(json.dumps(whole).encode()) == [whole]
    assert listed(b'{"documents": [{"a":1}], "more": [{"b":1}]}') == [{"a": 1}, {"documents": [], "more": [{"b": 1}]}]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b'{"documents":[{"a":1},3]}', "expected an object"),
        (b'{"documents":[{"a":1}', "ends in the middle"),
        (b'{"documents":[{"a":1}]', "ends in the middle"),
        (b'{"documents":[{"a":1}}]', "not valid JSON"),
        (b'{"documents":[{"a":1}],"documents":[{"a":2}]}', "given twice"),
        (b'{oops "documents":[{"a":1}]}', "not valid JSON"),
    ],
)
def test_what_stands_around_a_list_is_looked_at_too(data, what):
    found = [p for _, p in found_in(data, of=["documents"])]
    assert found[0] == {"a": 1}
    assert what in next(p.what for p in found if isinstance(p, Problem))


@given(RECORDS.filter(bool), st.data(), st.booleans())
@settings(deadline=None)
def test_an_object_cut_off_anywhere_says_what_it_said_up_to_there(records, data, listed):
    try:
        record = orjson.loads(json.dumps(records[0]))
        whole = orjson.dumps(records if listed else record)
    except (orjson.JSONDecodeError, orjson.JSONEncodeError):  # NaN, half characters
        assume(False)
    begun = begun_object(whole[: data.draw(st.integers(0, len(whole)))])
    assert list(begun) == list(record)[: len(begun)]
    assert all(begun[key] == record[key] for key in list(begun)[:-1])
    assert begun_object(whole) == record


@given(st.binary(max_size=60) | st.text(alphabet='[]{},:" \\1a', max_size=40).map(str.encode))
@settings(deadline=None)
def test_what_is_no_json_begins_no_object_that_cannot_be_read(data):
    assert isinstance(begun_object(data), dict)


def test_a_string_without_its_end_is_no_bracket():
    assert begun_object(b'[{"a": [1, {"b": "x [1, {2"') == {"a": [1, {}]}
    assert begun_object(b'{"a": 1, "b": "two", "c": "thr') == {"a": 1, "b": "two"}
    assert begun_object(b'{"a": 1,, "b": 2}') == {"a": 1}


@pytest.mark.parametrize(
    "element",
    [b"1", b"-2.5e+3", b"null", b'"a {\\"b\\": 1}"', b"[]", b'["x]", 1, null]', b"\n", b'"' + b"\\\\" * 50 + b'"'],
)
@pytest.mark.parametrize("record", [b'{"a":1}', b'{"a":1}, {"a":2}', b'{"a":1, "b": "cut o'])
def test_the_first_object_is_found_behind_many_elements_that_are_none(element, record):
    """What is left out at a person's wish may be much, and what is behind it is of the same format."""
    assert first_object(b"[" + (element + b", ") * 5_000 + record + b"]") == {"a": 1}
    assert first_object((element + b"\n") * 5_000 + record.replace(b", {", b"\n{")) == {"a": 1}
    assert first_object(b"\xef\xbb\xbf [" + (element + b",\n") * 3 + record + b"]") == {"a": 1}


@pytest.mark.parametrize("wrong", [b"word", b"12a", b'"open', b"[1, 2", b"nul", b"]] x"])
def test_behind_a_mistake_no_object_is_sought(wrong):
    assert first_object(b"[1, " + wrong + b', {"a":1}]') == {}


@pytest.mark.parametrize(
    "data",
    [b"1," * 4_000_000, b'"w",' * 250_000, b"[]" * 500_000, b"[" * 1_000_000, b'"' + b"a" * 1_000_000],
    ids=["numbers", "words", "lists", "openings", "text"],
)
@pytest.mark.parametrize("begin", [b"", b"["])
def test_a_long_list_of_no_records_is_gone_through_in_no_time(data, begin):
    jsonstream._behind_no_records.cache_clear()
    began = process_time()
    from_first_record(begin + data)
    assert process_time() - began < 0.5  # element by element it is two seconds, and each format looks


@pytest.mark.parametrize(("element", "between"), [(b"1", b","), (b'"a"', b","), (b"[1]", b",\n"), (b"1", b"\n")])
def test_of_a_long_list_without_an_object_a_few_elements_are_looked_at(monkeypatch, element, between):
    """A list of words may be recognised by twenty formats, each of which looks at it."""
    seen = []
    noted = jsonstream.parse
    monkeypatch.setattr(jsonstream, "parse", lambda *given: seen.append(1) or noted(*given))
    head = between.join([element] * 10_000)
    assert first_object(head if between == b"\n" else b"[" + head + b"]") == {}
    assert len(seen) <= FEW


def test_the_first_object_of_a_head():
    assert first_object(b'[{"a":1},{"b":') == {"a": 1}
    assert first_object(b'{"a":1}\n{"a"') == {"a": 1}
    assert first_object(b'[null, {"a":1}]') == {"a": 1}
    assert first_object(b'[{"b":1, "a"') == {"b": 1}
    assert first_object(b"[" + b"1, " * (FEW - 1) + b'{"a":1}]') == {"a": 1}
    assert first_object(b"[" + b"[{}], " * FEW + b'{"a":1}]') == {}  # so far nobody looks
    assert first_object(b"no JSON") == {}
    assert first_object(b"") == {}


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=4)
NUMBERS = st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.recursive(
    NUMBERS | WORDS | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
)


@given(VALUES, st.booleans())
@settings(deadline=None)
def test_what_is_written_as_most_programs_do_is_taken_at_once_and_all_else_looked_at(value, spaced):
    separators = None if spaced else (",", ":")
    data = json.dumps({"k": value}, ensure_ascii=False, separators=separators).encode()
    assert loaded(b" %s\n" % data) == {"k": value}
    for twice in (b'{"k":1,"k":%s}', b'{"k":{"a":1e2,"a":100.0},"b":%s}', b'{"b":[{"":0, "":0}],"k":%s}'):
        with pytest.raises(RepeatedKey):
            loaded(twice % data)


def test_keys_are_looked_at_as_deep_as_anything_is_read():
    deep = b'{"k":' * 400 + b'{"a":1,"a":1}' + b"}" * 400
    with pytest.raises(RepeatedKey):
        loaded(deep)
