"""Records of `text` and `spans` whose offsets may count UTF-16 units: asked about, counted anew, or refused."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from dateline.exchange.counting import LOOKING_FIRST, SAID, Readings, counting, has_astral, may_be_astral, other_than
from dateline.exchange.format import Choice, tr
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import Problem, ProblemKind
from dateline.exchange.tokens import located
from dateline.model.ids import is_id
from dateline.model.progress import Part, Progress
from dateline.model.wording import Advice, Wording

Numbered = Iterator[tuple[int, dict[str, Any] | Problem]]
Opens = Callable[[Progress, Callable[[bytes], bool]], Numbered]  # the records whose bytes are wanted, from the first

ASKED = Choice("offsets", tr("Offsets count"), ("ask", "codepoints", "utf16"), importing=True)
_CHOOSE = tr("Choose {unit} under Offsets count")
_USUAL = "codepoints"
_MADE_BY = "a program in JavaScript"
_EDGES = ("start", "end")
_LISTS = ("spans", "tokens", "negatives")  # fields of a record that hold what has a start and an end
_ENDS = ("head_span", "child_span")  # the same in Prodigy's relations


def counted_records(opens: Opens, file: str, options: ReadOptions, *, again: bool = False) -> Numbered:
    """Yield a file's records, their offsets in code points; one whose tokens contradict what was chosen is a problem.

    Raises Undecided where nobody said what offsets count and it is not code points, as it is in such files; not where
    they are read `again`, of which that is known.
    """
    unit = options.extra.get(ASKED.key, ASKED.values[0])
    asks = unit == ASKED.values[0]  # then spans that cut tokens are no sign: exports of ours may have such
    if asks:
        unit = _USUAL
    if asks and not again:
        _require_usual(opens(Part(options.progress, 0, LOOKING_FIRST), may_be_astral), file)
    for number, record in opens(Part(options.progress, LOOKING_FIRST if asks else 0, 1), bool):
        if isinstance(record, Problem):
            yield number, record
        elif not asks and (seen := _belied(record, unit)):
            other = other_than(unit)
            what_to_do = Advice(Wording(_CHOOSE, {"unit": other}), f"Import it with --offsets {other}")
            yield number, Problem(seen, what_to_do, file, number, "tokens", ProblemKind.OFFSETS)
        else:
            yield number, recounted(record, unit)


def _require_usual(records: Numbered, file: str) -> None:
    readings = Readings()
    for number, record in records:
        body = _astral_text(record)
        if body and isinstance(record, dict) and not _is_ours(record):
            readings.look_at(number, body, _unproved(record.get("spans"), body), _USUAL)
            if readings.enough:
                break
    readings.require_one(file, _MADE_BY)


def _is_ours(record: dict[str, Any]) -> bool:
    """Say whether an export of ours made a record: it counts code points, also where a span cuts a word."""
    meta = record.get("meta")
    named = meta.get("article") if isinstance(meta, dict) else None
    return "annotator_kind" in record or (isinstance(named, str) and is_id(named))


def _astral_text(record: dict[str, Any] | Problem) -> str:
    """Return the text of a record where it matters how it is counted, else ""."""
    body = record.get("text") if isinstance(record, dict) else None
    return body if isinstance(body, str) and has_astral(body) else ""


def _unproved(found: Any, text: str) -> list[tuple[int, int]]:
    """Return the spans of a record but for those whose own words stand where they are, counted in code points."""
    return [(begin, end) for begin, end, words in _places(found) if text[begin:end] != words]


def _places(found: Any) -> list[tuple[int, int, Any]]:
    """Return the start, end and text of what has a start and an end, as far as these are offsets."""
    places = []
    for item in found if isinstance(found, list) else ():
        if isinstance(item, dict):
            begin, end = (item.get(key) for key in _EDGES)
            if begin.__class__ is int and end.__class__ is int and 0 <= begin < end:
                places.append((begin, end, item.get("text")))
    return places


def _belied(raw: dict[str, Any], unit: str) -> str:
    """Return what to tell of a record whose tokens say that its offsets do not count `unit`; "" for any other."""
    body, tokens = _astral_text(raw), raw.get("tokens")
    if not body or not isinstance(tokens, list):
        return ""
    here, there = (counting(way)(body) for way in (unit, other_than(unit)))
    if tokens and all(isinstance(token, str) for token in tokens):
        edges = {at for place in located(body, tokens) or () for at in (place.begin, place.end)}
        places = [(b, e) for b, e, _ in _places(raw.get("spans")) if (here(b), here(e)) != (there(b), there(e))]
        stand = [all(count(at) in edges for place in places for at in place) for count in (here, there)]
    else:
        said = [(b, e, words) for b, e, words in _places(tokens) if isinstance(words, str)]
        places = [(b, e) for b, e, words in said if body[here(b) : here(e)] != words]
        stand = [not places, all(body[there(b) : there(e)] == words for b, e, words in said)]
    if stand != [False, True]:
        return ""
    begin, end = places[0]
    words = [f"“{body[count(begin) : count(end)][:40]}”" for count in (here, there)]
    told = f"read as {SAID[unit]}, {begin} to {end} is {words[0]}; as {SAID[other_than(unit)]}, {words[1]}"
    return f"contradict how offsets are read: {told}, as they have it"


def recounted(raw: dict[str, Any], unit: str) -> dict[str, Any]:
    """Return a record with its own offsets in code points: those of spans, tokens, relations and negatives."""
    body = raw.get("text")
    if unit != "utf16" or not isinstance(body, str) or not has_astral(body):
        return raw
    count = counting(unit)(body)
    new = raw | {key: _recounted(raw[key], count) for key in _LISTS if key in raw}
    if isinstance(relations := raw.get("relations"), list):
        new["relations"] = [_with(item, _ENDS, count) for item in relations]
    if isinstance(meta := raw.get("meta"), dict):
        new["meta"] = _with(meta, ("negatives",), count)
    return new


def _with(item: Any, keys: Sequence[str], count: Callable[[int], int]) -> Any:
    if not isinstance(item, dict):
        return item
    return item | {key: _recounted(item[key], count) for key in keys if key in item}


def _recounted(value: Any, count: Callable[[int], int]) -> Any:
    """Return what has a start and an end, or is a pair of them, or a list of such, counted anew."""
    if isinstance(value, list):
        return [_recounted(v, count) for v in value]
    if isinstance(value, dict):
        return _with(value, (*_EDGES, "fragments"), count)
    return count(value) if value.__class__ is int and value >= 0 else value
