"""Headlines: lines that write nearly all their words with a capital, and what they say of what is to come."""

import re

from dateline.chronology.lexicon import listed
from dateline.chronology.past import is_past

_WORD = re.compile(r"[A-Za-z][\w’']+")
_REACH = 90  # characters of a line by which it is told whether it is a headline
_TO = re.compile(r"(?P<before>[\w’'-]+) to (?P<verb>[a-z]+)\b", re.IGNORECASE)
_VERBS = listed(
    "accept address aid announce appeal appear approve arrive ask attend auction back ban battle be become begin block "
    "boost boycott brief bring build buy call campaign cancel celebrate challenge change choose close combat compete "
    "consider continue convene cut debate decide declare defend deliver demand depart deploy discuss drop elect end "
    "enter examine expand expel extend face fight file fly form free gather get give go hand hear help hike hold honor "
    "honour host impose increase inspect introduce investigate join keep kick launch lead leave lift listen lose lower "
    "make march mark meet merge move name negotiate observe offer open outline pay perform play present press probe "
    "propose protest publish pull quit raise receive recognise recognize reduce release reopen replace report require "
    "resign restart restore resume retire return reveal review rule run scrap see seek sell send set shut sign slash "
    "speak spend stage stand start stay step stop strike submit suspend swear take talk tell testify tour trade travel "
    "try unite unveil urge use visit vote weigh welcome withdraw"
)
_SETTLED = listed("votes decides fails refuses manages moves rushes returns flies travels goes")
# What may be followed by an infinitive that is not the headline's own verb: "Plan to Close Plant Draws Anger".
_TAKES_VERB = listed(
    "ability able agreement anxious attempt attempts bid bill call calls chance claim deal decision decisions "
    "desire due eager easy effort efforts failure fight first free freedom happy hard how impossible intent "
    "intention invitation keen last law liberty license likely measure move moves need offer offers only "
    "opportunity option order orders permission plan plans pledge pledges poised possible power pressure "
    "promise promises proposal proposals push race ready reason refusal reluctant request right rights road "
    "second set slow struggle third threat threats time unable unlikely unwilling urge urges vote vow vows "
    "wait want wants way ways what when where who willing willingness "
)


def is_headline(words: str, left: str, right: str, least: int = 4) -> bool:
    """Say whether a line, with at `least` so many longer words, writes nearly all of them with a capital."""
    line = right.partition("\n")[0][:_REACH]
    if line.rstrip().endswith((".", "!", "?")) or re.search(r"[.!?]\s", line):
        return False
    before = re.split(r"[.!?]\s", left.rpartition("\n")[2][-_REACH:])[-1]
    said = [w for w in _WORD.findall(f"{before}{words}{line}") if len(w) > 3]
    return len(said) >= least and sum(w[0].isupper() for w in said) >= 0.8 * len(said)


def looks_ahead(left: str, right: str) -> bool:
    """Say whether a headline tells of what is to come: "Senate to Vote on Bill", "PRESIDENT TO ADDRESS NATION"."""
    line = left.rpartition("\n")[2][-_REACH:]
    for to in _TO.finditer(line):
        before, verb = to["before"].lower(), to["verb"]
        if verb[0].isupper() and verb.lower() in _VERBS and before not in _SETTLED and not is_past(before):
            return before not in _TAKES_VERB and not _has_turned(right) and is_headline("", left, right, least=2)
    return False


def _has_turned(right: str) -> bool:
    """Say whether the end of a headline tells what was so: ", Minutes Showed"."""
    words = _WORD.findall(right.partition("\n")[0])
    return bool(words) and is_past(words[-1].lower())
