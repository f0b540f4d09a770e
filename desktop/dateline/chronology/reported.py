"""Days on which something was said, beside the days told of: "they met on 2 March, officials said on Monday"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from dateline.chronology.context import Context

_AROUND = 300  # characters before an expression in which what it counts from is told


class Saying(Struct, frozen=True):
    """The TIMEX3 value of a day on which something was said, and those of the days told of with it.

    It is `attributed` where its clause does no more than name who said so: "…, officials said on Monday."
    """

    value: str
    attributed: bool
    told: tuple[str, ...]


_VERB = (
    r"(?:said|says|told|tells|announced|announces|reported|reports|added|confirmed|confirms|wrote|stated|warned|"
    r"declared|disclosed|revealed|claimed|acknowledged|noted|insisted|"
    r"as saying)"
)
_NO_TALE = r"(?!(?:that|he|she|they|it|we|i|who|which|when|will|would|had|has|have|was|were|is|are|after|before)\b)"
_SOME = rf"(?: {_NO_TALE}[^\s,;.:]+)"
_HEARER = (
    rf"(?: (?:this|it|so|reporters|journalists|lawmakers|parliament|state \w+|the \w+|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
    rf"|(?= (?:in|at|during|through|via|to|from|by)\b)){_SOME}{{0,8}}?"
)
_ON = r"(?:,? (?:on|late|early|earlier))*\s*$"
_SAID = re.compile(rf"(?P<verb>\b{_VERB})(?:{_HEARER})?{_ON}")
_TOLD_A = re.compile(
    rf"(?P<verb>\btold) (?:an?|his|her|their) [\w-]+(?: [\w-]+)?(?: (?:in|at|during)\b{_SOME}{{0,6}}?)?{_ON}"
)
_SAID_BY = re.compile(rf"[,\"”’»'] (?P<verb>said|says|announced|reported){_SOME}{{1,6}}{_ON}")
_ACCORDING = re.compile(rf"\b[Aa]ccording to{_SOME}{{1,12}}{_ON}")
_THEN_SAID = re.compile(r"\s+(?:said|told|announced|stated|added|warned|wrote)\b")
_DONE = re.compile(r"\b(?:was|were|been|be|being|is|are|not|never)(?: \w+ly)? $")
_GOES_ON = re.compile(  # a clause that tells on, and says nothing of who told
    r"\s*(?:and|but|then|when|while|who|which|after|before|until|а|но|и|затем|потом|когда|котор\w+|после|"
    r"ve|ama|ancak|sonra|және|бірақ|ал|сосын|кейін)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:»\"”“«—–]|\s-\s|\s(?:и|ve|және)\s")
_TAIL = re.compile(r"\s*(?:$|[.,;:!?\"”’)])")
_FOREIGN_VERB = re.compile(
    r"\b(?:(?:сообщ|заяв|объяв|рассказ|сказа|отмет|добав|подчеркн|уточн|поясн|переда|подтверд|призна|написа|"
    r"проинформирова)\w*л[аои]?|сообщает|сообщают|передают?|заявляет|по (?:словам|данным|сообщению|информации)|"
    r"(?:söyledi|açıkladı|bildirdi|duyurdu|belirtti|kaydetti|anlattı|aktardı|vurguladı|ifade etti|dedi)(?:ler|lar)?|"
    r"деді|хабарлады|мәлімдеді|айтты|жеткізді|растады|ескертті|түсіндірді|мәлім етті)\b",
    re.IGNORECASE,
)
# What was said, as Turkish and Kazakh put it into one word: "yapıldığını açıkladı", "өткенін хабарлады".
_WHAT_WAS_SAID = re.compile(
    r"(?:(?:[dt][ıiuü]|[ae]ca)[ğk](?:[ıiuü]|lar[ıi]|leri)n?[ıiuü]|m[ae]s[ıi]n[ıi]|"
    r"(?:[ғқгк][ае]н|[ае]т[ыі]н|йт[ыі]н)(?:д[ыі][ғг])?(?:[ыі]|дар[ыі]|дер[ыі])?н)\b"
)


@lru_cache(maxsize=4)  # asked several times of one expression
def sayings(context: Context) -> tuple[Saying, ...]:
    """Return the days in the sentence of an expression, and in the one before, on which something was said."""
    return tuple(_sayings(context))


def _sayings(context: Context) -> Iterator[Saying]:
    left = context.left[-_AROUND:]
    if not any(p.search(left) for p in (_ANY, _FOREIGN_VERB)):
        return
    begins = _beginnings(context, left)
    found = [(begins[-1] + span.begin, begins[-1] + span.end) for span in context.days_in(left[begins[-1] :])]
    values = context.mentioned[-len(found) :] if found else []
    found = found[len(found) - len(values) :]
    at = [next(i for i, first in enumerate(begins) if begin >= first) for begin, _ in found]  # 0: its own sentence
    ends = [len(left), *begins]
    said = [_how_said(left[begins[i] : begin], left[end : ends[i]]) for i, (begin, end) in zip(at, found, strict=True)]
    told = {value for value, how in zip(values, said, strict=True) if how is None}
    for i, value, how in zip(at, values, said, strict=True):
        if how is not None and i < 2 and value not in told:
            with_it = [v for j, v, other in zip(at, values, said, strict=True) if other is None and j in (i, i + 1)]
            yield Saying(value, how, tuple(with_it))


_ANY = re.compile(rf"\b(?:{_VERB}|[Aa]ccording to)\b")


def _beginnings(context: Context, left: str) -> list[int]:
    """Return where the sentence that breaks off begins in a text, and the two before it as far as they are there."""
    before, current = context.cues.sentences(left)
    out = [len(left) - len(current)]
    for _ in range(2):
        if not before:
            break
        out.append(left.rindex(before, 0, out[-1]))
        before = context.cues.sentences(left[: out[-1]])[0]
    return out


def _how_said(before: str, after: str) -> bool | None:
    """Return whether the clause of a day only attributes what is told; None where nothing was said on it."""
    clause = _CLAUSE.split(before)[-1]
    if _GOES_ON.match(clause):
        return None
    is_clause = clause != before
    if _ACCORDING.search(before):
        return bool(is_clause and _TAIL.match(after))
    if by := _SAID_BY.search(before) or _SAID.search(before) or _TOLD_A.search(before):
        done = _DONE.search(before[: by.start("verb")])
        return bool(is_clause and not done and _TAIL.match(after))
    if _THEN_SAID.match(after):
        return False
    return _how_said_elsewhere(clause, _CLAUSE.split(after.rstrip(" .!?\n"))[0], is_clause=is_clause)


def _how_said_elsewhere(before: str, after: str, *, is_clause: bool) -> bool | None:
    """Return the same of a clause in Turkish, Russian or Kazakh."""
    if verb := _FOREIGN_VERB.search(after):
        if _WHAT_WAS_SAID.search(after[: verb.start()]):
            return None  # "perşembe günü geleceğini açıkladı": what is to come on that day
        return is_clause or bool(_WHAT_WAS_SAID.search(before))
    return is_clause if _FOREIGN_VERB.search(before) else None
