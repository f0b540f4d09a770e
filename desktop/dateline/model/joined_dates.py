"""Whether "and" between two dates makes one list of them, or joins two clauses."""

from dateline.model import moving_words as words
from dateline.model.regex import lazy
from dateline.model.text import Span

_AND = lazy(r"(?i)(,?) (?:and|or|&|и|или|ve|veya|ile|және|немесе|мен|бен|пен) (?:(on|в|на) )?")
_NUMBER = lazy(r"\d+(?:st|nd|rd|th)?")  # a day whose month stands behind the other: "14 and 16 March"
_OTHER_WISE = lazy(r"(?i)\b(for|from|to|until|till|by|в|на|с|до|от|к)\s*$")  # than on a day
_CLAUSE = lazy(r"(?i)[,;:—–()]|\bthat (?!(?:is|was|are|were|has|had|have|will|would|could|should|may|might)\b)|\bчто\b")
_RELATIVE = lazy(r"(?i)\b(?:which|that|who|котор\w+)\b")
_ONE = "is|was|has|will|would|could|should|may|might|can|must|shall"
_RU_VERB = (
    r"(?:[а-яё]+(?:л[аои]?|л(?:ся|ась|ось|ись)|[ёеи]т(?:ся)?|[юуя]т(?:ся)?|[ае]н[оаы]|[её]н)|"
    r"назначен|намечен|стан[еу]т)"
)
_RU_PREPOSITION = r"(?:в|во|на|с|со|до|от|из|по|о|об|к|при|для|за|из-за|у)"
_EN_VERB = (  # of what a day does
    rf"(?:{_ONE}|did|became|becomes|remain(?:s|ed)|stay(?:s|ed)|came|comes|went|goes|saw|sees|brought|brings|"
    r"mark(?:s|ed)|fell|falls|turn(?:s|ed)|pass(?:es|ed)|proved|seems|seemed)"
)
_ADVERB = r"(?:(?:now|then|instead|thus|also|теперь|уже|тогда) )?"
_VERB_BEHIND = lazy(  # at once, or in Russian behind its subject
    rf" {_ADVERB}(?:{_EN_VERB}\b|{_RU_VERB}\b|(?!{_RU_PREPOSITION} )[а-яё-]+ {_ADVERB}{_RU_VERB}\b)"
)
_SEVERAL_BEHIND = lazy(r" (?:(?:now|then|also) )?(?:are|were|have)\b")  # no verb of the last day alone
_SUBJECT_BEHIND = lazy(
    r"(?i) (?!(?:and|or|but|at|in|on|for|of|from|to|by|with|because|when|while|after|before|as|if|until|till|"
    r"respectively|this|next|last|too|both|only|is|was|are|were|has|had|have|will|would|и|или|но|в|на|с|до|от|из|по|к|"
    r"при|для|за|из-за|у|года|соответственно)\b)[^\W\d_]"
)
_FINITE = lazy(
    rf"\b(?:{_ONE}|are|were|have|had|{words.FORWARD}|{words.SHIFTED}|"
    rf"(?<!\bto )(?!(?:postponement|delays?\b|перенос(?:а|у|ом|е|ы)?\b|отсроч))(?:{words.LATER})|{_RU_VERB})\b"
)
_REACH = 160


def are_joined(text: str, one: Span, other: Span) -> bool:
    """Say whether a date and the one behind it are of one list: no more than "and" between, no clause begun with it."""
    found = _AND().fullmatch(text, one.end, other.begin)
    if found is None:
        return False
    if _NUMBER().fullmatch(one.of(text)):
        return True
    before = text[max(0, one.begin - _REACH) : one.begin]
    if found[2]:
        first = _OTHER_WISE().search(before)
        alike = first is None or first[1].casefold() == found[2].casefold()
        return alike and not _SUBJECT_BEHIND().match(text, other.end)
    if found[1]:
        return not (_VERB_BEHIND().match(text, other.end) or _SEVERAL_BEHIND().match(text, other.end))
    return not (_VERB_BEHIND().match(text, other.end) and _has_verb(before))


def _has_verb(before: str) -> bool:
    """Say whether the clause that leads to a date has its own verb: what stands behind the date is of another one."""
    clause = _CLAUSE().split(before)[-1]
    return not _RELATIVE().search(clause) and bool(_FINITE().search(clause))
