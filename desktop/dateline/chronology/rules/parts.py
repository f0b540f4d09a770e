"""What narrows, opens or blurs another expression: "early 2022", "by the end of next year", "since 2011", "c. 1923"."""

import re

from msgspec.structs import replace

from dateline.chronology import lexicon
from dateline.chronology.context import Context
from dateline.chronology.cues import Direction
from dateline.chronology.patterns import words
from dateline.chronology.reading import Reading, TimeType, refused, with_mod
from dateline.chronology.rules.rule import Rules, rule
from dateline.model.calendar import DAY
from dateline.model.when import When, when_from_value

_SEEN = (TimeType.DATE, TimeType.TIME)
_HYPHENED = r"(?P<part>early|mid|late)-(?P<to>to-late |to-mid )?"


def _part(match: re.Match[str], context: Context) -> Reading | None:
    word = match["part"]
    rest = match["rest"]
    if rest == "the quarter" and _is_current_quarter(context):
        rest = "this quarter"
    inner = context.read(rest)
    if not inner or inner.type not in _SEEN or not inner.value:
        return inner
    if word.startswith(("later", "earlier")) or word == "sometime":
        return _rest_of(inner, word, context)
    if word in ("the rest of", "the remainder of"):
        return _rest_of(inner, "later", context)
    mod = lexicon.PART_MODS[word]
    if not mod:
        return inner
    if inner.value.endswith("_REF") or inner.mod:
        return inner
    alternatives = tuple(with_mod(o, mod) for o in inner.alternatives)
    until = match.groupdict().get("to")
    if until and inner.when:  # "mid-to-late 1990s": from the one part to the other
        first, last = with_mod(inner, mod), with_mod(inner, "END" if "late" in until else "MID")
        when = (
            replace(inner.when, begin=first.when.begin, end=last.when.end) if first.when and last.when else inner.when
        )
        return replace(inner, when=when, rule=f"{word}-{until.strip()}; {inner.rule}", alternatives=())
    return replace(with_mod(inner, mod, f"{word}; {inner.rule}"), alternatives=alternatives)


def _is_current_quarter(context: Context) -> bool:
    """Say whether "the end of the quarter" is that of the quarter we are in, not of the one just reported."""
    if not any("-Q" in value for value in context.mentioned[-5:]):
        return True
    return context.clause_direction is Direction.FUTURE


def _rest_of(inner: Reading, word: str, context: Context) -> Reading:
    """Read "later this year" as what is left of it from publication on, "earlier this year" as what is over."""
    when = inner.when
    if not when or not context.published or when.begin is None or when.end is None or inner.granularity == "day":
        return replace(inner, rule=f"{word}; {inner.rule}")
    cut = context.day * DAY
    if not when.begin < cut < when.end:
        return replace(inner, rule=f"{word}; {inner.rule}")
    when = replace(when, begin=cut) if word.startswith("later") else replace(when, end=min(cut + DAY, when.end))
    side = "after" if word.startswith("later") else "before"
    return replace(inner, when=when, rule=f"{word}: the part {side} publication; {inner.rule}", alternatives=())


def _midyear(match: re.Match[str], context: Context) -> Reading | None:
    inner = context.read(f"this {match['unit']}")
    return with_mod(inner, "MID", f"the middle; {inner.rule}") if inner else None


def _year_end(match: re.Match[str], context: Context) -> Reading | None:
    """Read "year-end", "the year's end", "month-end 2018"."""
    group = match.groupdict()
    text = group.get("year") or {"year": "this year", "month": "this month"}.get(match["unit"], "this year")
    inner = context.read(text)
    return with_mod(inner, "END", f"the end; {inner.rule}") if inner else None


def _opened(match: re.Match[str], context: Context) -> Reading | None:
    word = match["opener"]
    inner = context.read_after(word, match["rest"])
    if not inner or not inner.when or inner.type not in _SEEN:
        return inner if inner and (inner.value.endswith("_REF") or refused(inner)) else None
    return opened(inner, word, match["rest"])


def _onwards(match: re.Match[str], context: Context) -> Reading | None:
    inner = context.read(match["rest"])
    return opened(inner, "from", match["rest"]) if inner and inner.when and inner.type in _SEEN else None


def opened(inner: Reading, word: str, said: str) -> Reading:
    """Return a reading opened by the word before it: "since", "by"; `said` is what that word stands before.

    TIMEX3 has room for one modifier: "by the end of next year" is any time on or before next year, so that the "end"
    is said by it; "by early 2020" keeps its "early", and the interval is open.
    """
    reading = _opened_alone(inner, lexicon.OPENERS[word], f"{word}: open; {inner.rule}", said)
    others = [_opened_alone(o, lexicon.OPENERS[word], f"{word}: open; {o.rule}", said) for o in inner.alternatives]
    if not inner.when or None in (inner.when.begin, inner.when.end):
        return replace(reading, alternatives=tuple(others))
    return replace(reading, alternatives=(*others[:1], replace(inner, alternatives=()), *others[1:]))


def _opened_alone(inner: Reading, mod: str, rule: str, said: str) -> Reading:
    whole = with_mod(inner, "")
    if inner.mod == "END" and whole.when and _TO_THE_END.match(said):
        return with_mod(whole, _AT_AN_END[mod], rule)
    if inner.mod == "START" and whole.when and _FROM_THE_BEGIN.match(said):
        return with_mod(whole, _AT_A_BEGIN[mod], rule)
    if inner.mod and inner.when:
        return replace(inner, when=_open(inner.when, mod), rule=rule, alternatives=())
    return with_mod(inner, mod, rule)


_TO_THE_END = re.compile(r"(?:the )?(?:very |tail )?(?:end|close) of\b|.*\bend$")
_FROM_THE_BEGIN = re.compile(r"(?:the )?(?:very )?(?:beginning|start|outset|opening|dawn) of\b")
# Up to an end is up to all of it, and so on.
_AT_AN_END = {"BEFORE": "ON_OR_BEFORE", "ON_OR_BEFORE": "ON_OR_BEFORE", "AFTER": "AFTER", "ON_OR_AFTER": "AFTER"}
_AT_A_BEGIN = {"BEFORE": "BEFORE", "ON_OR_BEFORE": "BEFORE", "AFTER": "ON_OR_AFTER", "ON_OR_AFTER": "ON_OR_AFTER"}


def _open(when: When, mod: str) -> When:
    """Open an interval that a modifier has narrowed already: "since early 2016"."""
    if mod in ("ON_OR_AFTER", "AFTER"):
        begin = when.begin if mod == "ON_OR_AFTER" else when.end
        return replace(when, begin=begin, end=None) if begin is not None else when
    end = when.end if mod == "ON_OR_BEFORE" else when.begin
    return replace(when, begin=None, end=end) if end is not None else when


def _blurred(match: re.Match[str], context: Context) -> Reading | None:
    inner = context.read(match["rest"])
    if not inner or inner.type not in _SEEN or inner.mod:
        return inner
    return with_mod(inner, "APPROX", f"about; {inner.rule}") if when_from_value(inner.value) else inner


def _plain(match: re.Match[str], context: Context) -> Reading | None:
    before = match.string[: match.start("rest")].strip()
    return context.read_after(before, match["rest"])


def _half(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the first half of May": half of a stretch that has no halves of its own in TIMEX3."""
    inner = context.read(match["rest"])
    when = inner.when if inner else None
    if not inner or not when or inner.mod or inner.granularity not in ("month", "century", "decade", "week", "season"):
        return None
    if when.begin is None or when.end is None:
        return None
    middle = (when.begin + (when.end - when.begin) // 2) // DAY * DAY
    first = match["nth"] == "first"
    half = replace(when, end=middle) if first else replace(when, begin=middle)
    said = f"the {match['nth']} half of it; {inner.rule}"
    return replace(inner, mod="START" if first else "END", when=half, rule=said, alternatives=())


_OPENERS = words([o for o in lexicon.OPENERS if o != "from"])
_PARTS = words([p for p in lexicon.PART_MODS if p not in ("mid", "the mid")])

RULES: Rules = (
    rule(_half, r"(?:the )?(?P<nth>first|second) half of (?P<rest>.+)"),
    rule(_midyear, r"(?P<part>mid)-?(?P<unit>year|week|month)"),
    rule(_part, rf"(?P<part>{_PARTS}) (?:in |on )?(?P<rest>.+)"),
    rule(_part, rf"(?:the )?{_HYPHENED}(?P<rest>.+)"),
    rule(_part, r"(?:the )?(?P<part>mid) (?P<rest>.+)"),
    rule(_year_end, r"(?:the )?(?P<unit>year|month)(?:-|'s | )end(?:(?: of)? (?P<year>\d{4}))?"),
    rule(_year_end, r"(?P<year>\d{4}|this year|last year|next year)(?:'s)? (?P<unit>year)-end"),
    rule(
        _opened,
        rf"(?P<opener>{_OPENERS}|from) (?:about |around |at least |at the latest )?(?P<rest>.+?)",
        r"(?: (?:onwards?|on|forward)|,? at the latest)?",
    ),
    rule(_onwards, r"(?P<rest>.+?)(?: and)? (?:onwards?|forward)"),
    rule(_plain, r"(?:as early as|as late as|as recently as|as soon as) (?P<rest>.+)"),
    rule(_blurred, r"(?:c\.|ca\.|circa|about|around|approximately|roughly|some time around|~) ?(?P<rest>.+)"),
    rule(
        _plain,
        r"(?:at least|on|in|at|the entire|the whole|all of|",
        r"during|of|for|as of|over|throughout|within|all through|later that|the month of|the ",
        r"date of|sometime in|some time in|",
        r"just|only|also|even|exactly|precisely|effective) (?P<rest>.+)",
    ),
)
