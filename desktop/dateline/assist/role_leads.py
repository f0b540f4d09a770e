"""What leads to a mention that may fill a role of an event: words that say where it is, what for, and with whom."""

import re
from collections.abc import Sequence

from msgspec import Struct

from dateline.assist.role_cases import case_of, is_sent_to
from dateline.assist.role_features import head_of, lead_of
from dateline.assist.role_modifiers import FUNCTION, befell, is_office, is_office_ahead, owns_who_acts, with_office
from dateline.assist.role_passive import is_by_whom, is_done_to, is_object_ahead
from dateline.assist.role_topics import is_spoken_of
from dateline.assist.told_words import BE, FIXED, HAVE, MAY, REFUSED, REPORTS, WILL, WISHED, is_finite
from dateline.model.annotation import Layer, Mention
from dateline.model.occurrence import OFFICES, PERSONS
from dateline.model.page import Page
from dateline.model.text import Span, sentence_at


class Lead(Struct, frozen=True):
    """What leads to a mention: the word before it or its list; whether it stands in one; whether what it is about.

    `apart` is what stands in a clause of its own behind the event: "… the talks if Denmark agrees"; `whither` is where
    somebody goes: "visit to Oslo"; `beyond` where another verb leads: "flew to Oslo after the visit"; `given` whom
    something is for: "agreed to send tents to Oslo"; `compared` what an amount is held against: "up from $5 billion in
    2021"; `within` what says more of another name or office: "the ministers of Norway"; `next` who stands right behind
    the event's words: "recognised Norway"; `done_to` to whom another
    verb does something: "left Oslo, met Weber";
    `goer` who goes on a visit: "visit of Weber"; `passive` that the event is done to who stands before it;
    `joins` with whom something is signed, `signs` by whom; `results` how much came of it: ", killing 12";
    `far` what stands in another sentence; where the verb comes last (`verb_last`) an ending says to whom or what it is
    `aimed`.
    """

    word: str = ""
    listed: bool = False
    topical: bool = False
    apart: bool = False
    whither: bool = False
    beyond: bool = False
    given: bool = False
    compared: bool = False
    within: bool = False
    next: bool = False
    done_to: bool = False
    goer: bool = False
    passive: bool = False
    joins: bool = False
    signs: bool = False
    results: bool = False
    far: bool = False
    aimed: bool = False
    verb_last: bool = False


PLACE_WORDS = ("in", "at", "near", "outside", "inside", "to", "from")
WHERE_WORDS = PLACE_WORDS[:5]

_AMONG = ("among", "amongst")
_CLAUSE = re.compile(r";|[,:–—] +(?:and|but|while|who|which|where|when|after|before|as)\b")
_OWN_CLAUSE = re.compile(r"\b(?:if|unless|because|although|though|while|whether)\b", re.IGNORECASE)
_ABOUT = ("about", "over")
# ", killing at least 12", ", leaving some 200 homeless"
_CAME_OF_IT = re.compile(
    r", (?:\w+ly |thereby |also )?(?!including|following|according|during)[a-z]+ing (?:[a-z]+ ){0,3}$"
)
_LEADS_TO_TOPIC = re.compile(r"\b(?:regarding|concerning|discuss(?:ed|es|ing)?) +(?:the +)?$", re.IGNORECASE)
_DISCUSS = re.compile(r"\b(?:discuss|debat)", re.IGNORECASE)
_ARTICLE = re.compile(r"\s+(?:(?:the|a|an|his|her|its|their)\s+)?")
# After these "on" says what it is about: "talks on Syria", but "sanctions on Iran".
_TALK = re.compile(
    r"\b(?:talk|discuss|sp[eo]+k|speech|statement|consult|negotiat|me[et]+t?ing|met\b|debat|conferenc|summit|session|"
    r"agree|deal|accord|vot|report|conversation|dialogue|view|position|said|comment|brief)",
    re.IGNORECASE,
)
_WAY = 60
_GO = (
    r"(?:visit|trip|tour(?!n)|travel|journey|voyage|pilgrimage|flight|fl(?:y|ies|ew|own)\b|go(?:es|ing|ne)?\b|went\b|"
    r"c[ao]m(?:e|es|ing)\b|arriv|return|head(?:s|ed|ing)\b|drove\b|sail|depart|moved?\b|rush|hurried|excursion|"
    r"git(?:me)?(?:ti|di|miş|mek|yecek)|gid(?:ecek|iyor|ip|en)|gel(?:me)?(?:di|ecek|yecek|iyor|miş)|"
    r"var(?:ma)?(?:dı|acak|yacak|ıyor)|ulaş|uç(?:ma)?(?:tu|dı|acak)|ziyaret|"
    r"бар(?:ма)?(?:ды|ады|йды|мақ|ған)|кел(?:ме)?(?:ді|еді|йді|мек|ген)|ұш(?:па)?(?:ты|ады|йды|ып)|сапар|аттан|"
    r"прибы|(?:при|по)е[хдз]|приле[тч]|посе[тщ]|визит|поездк|отправ|вылет)"
)
GOING = re.compile(rf"\b{_GO}", re.IGNORECASE)
_GOES_TO = re.compile(rf"\b{_GO}\w*(?: (?:back|on|home|over))? to(?: the)?\s*$", re.IGNORECASE)
JOURNEY = re.compile(r"(?:visit|trip|tour|journey|voyage|pilgrimage|flight|excursion)", re.IGNORECASE)
_JOURNEY_TO = re.compile(rf"\b{JOURNEY.pattern}s?\b[^,;:.]{{0,60}}? to (?:the )?$", re.IGNORECASE)
# "to Oslo the other day for talks", but not "to Oslo after talks"
_IN_ORDER_TO = re.compile(r"(?: \w+){0,4}? (?:for|on|to)\b(?!.*\b(?:after|before|following|since|during)\b)")
_LEAVES = re.compile(
    r"\b(?i:ayrıl|çık(?:tı|acak|ıyor)|dön(?:dü|ecek|üyor)|hareket et|uç(?:tu|acak)|"
    r"кет(?:ті|еді|пек|кен)|шық(?:ты|қан)|шығады|қайт(?:ты|ады|қан)|орал(?:ды|ады|ған)|аттан)"
)
_VISIT = re.compile(r"\b(?:visit|tour(?!n)|ziyaret|посе[тщ])", re.IGNORECASE)
# "visited the capital, Lima", "both Peru and Chile", "a tour of Peru", "посетил столицу Чили Сантьяго".
_TO_A_PLACE = re.compile(
    r"\s+(?:(?:the|an?|his|her|its|their|both|all|of|neighbou?ring|nearby|northern|southern|eastern|western|central|"
    r"war-torn|also|and|soon|briefly|сначала|соседн\w+|также|и)\s+)*"
    r"(?:(?:[\w-]+\s+){0,2}(?:capitals?|cit(?:y|ies)|towns?|villages?|ports?|islands?|regions?|provinces?|republics?)"
    r",?\s+(?:of\s+)?|(?:столиц\w+|город\w*|республик\w+)(?:\s+[А-ЯЁ]\w+)?\s+)?"
)
_A_VISIT = re.compile(r"(?:visits?|trips?|tours?|ziyaret(?!e\b)\w*|сапар\w*)", re.IGNORECASE)
_OF_ONE = re.compile(r"(?:['’]s?|\b(?:the|an?|his|her|its|their|this|that|planned|recent|first|last)) $", re.IGNORECASE)
_BY_WHOM = re.compile(
    r"(?:\s+to(?: the)?(?: [A-ZÀ-Ž][\w-]+){1,3})?\s+(?:of|by|from)\s+(?:(?:the|an?|its|their)\s+)?(?:[\w-]+['’]s?\s+)?"
)
_DONE = re.compile(
    r"(?P<be>(?:was|were|is|are|been|be|being) (?:not )?)?(?:\w+ly )?"
    r"(?!(?:concern|worri|alarm|pleas|oppos|commit|prepar|interest|involv|engag|unit|outrag|satisfi|determin|"
    r"schedul|convinc|agre|arriv|retir|disappoint|delight|angr|inclin)\w*)"
    r"(?:\w{2,}ed|given|taken|beaten|stricken|overthrown|seen|shown|hit|sent|shot|held|told|led|struck|sought|brought|"
    r"caught|bought|welcomed)(?: to| by)?"
)
_BE_DONE = re.compile(
    r"\b(?:was|were|is|are|been|be|being|gets?|got)(?: (?:not|never|also|both|all|then|later|soon|last|first|once|"
    r"again|twice|\w+ly))* $"
)
_BE_DONE_AND = re.compile(r"\b(?:was|were|is|are|been|be|being) \w+(?:ed|en|und|ught|own|eld)(?:, \w+ed)? (?:and|or) $")
_TOUR = re.compile(r"\btour", re.IGNORECASE)
_RUSSIAN_VISIT = re.compile(r"(?:визит|поездк|приезд|прибыти|турне)\w*", re.IGNORECASE)
_COMES_FROM = re.compile(rf"\b{_GO}\w*(?: (?:back|home|over))? (?:from|из)(?: the)?\s*$", re.IGNORECASE)
# What is given, or the giving of it, and then for whom it is: "promised to send doctors to", "aid for".
_GIVEN = re.compile(
    r"\b(?:sen[dt]|sends|sending|giv(?:e|es|en|ing)|gave|provid(?:e|es|ed|ing)|deliver(?:s|ed|ing|y|ies)?|"
    r"donat(?:e|es|ed|ing|ions?)|suppl(?:y|ies|ied|ying)|grant(?:s|ed|ing)?|offer(?:s|ed|ing)?|len[dt]|lends|lending|"
    r"transfer(?:s|red|ring)?|ship(?:s|ped|ping|ments?)?|pa(?:y|ys|id|ying)|allocat(?:e|es|ed|ing)|"
    r"dispatch(?:es|ed|ing)?|aid|help|assistance|relief|loans?|funds|funding|donations?|support)\b"
    r"[^,;:.!?]{0,50}? (?:to|for)(?: the)?\s*$",
    re.IGNORECASE,
)
# What an amount is held against, and the time of that.
_AGAINST = re.compile(
    r"\b(?:(?:up|down|rose|fell|rising|falling)(?: \w+)? from|compared (?:with|to)|as against|versus|против|"
    r"по сравнению с)"
    r"(?: (?:just|about|some|around|only|nearly|almost|over|under|roughly|more than|less than))?\s*$",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?:from|с)(?: (?:just|about|some|around|only|nearly|almost|over|under|roughly))?\s*$", re.IGNORECASE
)
_OF_THAT = re.compile(r"\s+(?:in|of|for|during|в)\s+(?:the )?")
_TO = re.compile(r"[^,;:.]{0,40}?\b(?:to|до)(?: (?:about|some|around|nearly|almost|over))?\s*")
_OF = re.compile(r",?\s+of\s+(?:the\s+)?")
_APPOSED = re.compile(r",\s+(?:the|a|an|his|her|its|their)\s+(?:[^\W\d_]+\s+){0,3}")
_POSSESSES = re.compile(r"['’](?:s\b)?")
_OWNED = re.compile(r"['’](?:s\b)? +(?:[\w-]+ +){0,3}")
_CALLED = re.compile(
    r"(?:[^\W\d_], +(?:(?:still|now|then|also|currently|formerly|once|himself|herself)\s+)|\bas\s+(?:the )?)$"
)
_MEANS = FIXED | WISHED | REFUSED
_TO_DO = re.compile(r"[^,;:]*?\bto (?!the\b|an?\b|his\b|her\b|its\b|their\b|this\b)[a-z]+\b")
_TO_DO_TO = re.compile(r"\bto (?!meet|see|join|the|an?\b|his|her|its|their|this)[a-z]+ (?:the )?$")
_WORD = re.compile(r"([^\W\d_]+)\s+(?:(?:the|a|an|his|her|its|their)\s+)?$")
_ACTS_NEXT = re.compile(
    r"\s*$|\s+to\b|,? +(?:who|which|whose)\b|.*\b(?:his|her|its|their)\s+(?:[\w-]+\s+){0,2}$", re.DOTALL
)
_BETWEEN_NOUNS = re.compile(r"\s+(?:[^\W\d_]+(?:-[^\W\d_]+)?\s+){1,3}")


def leads_to(page: Page, event: Mention, mention: Mention, near: Sequence[Mention], sentence: Span) -> Lead:
    """Return what leads to a mention in the event's sentence; `near` are the mentions of that.

    Those that "between" leads to in another clause are not those between whom this takes place.
    """
    text, (word, listed) = page.text, lead_of(page, mention, near, sentence)
    case = case_of(page, mention, near, event.span.begin, "between" if word in _AMONG and listed else word)
    word = case.word
    head = head_of(text, mention, near)
    whither = _is_where_one_goes(text, event, head, word) or _is_on_a_visit(text, event, mention)
    if case.verb_last:
        goes = bool(GOING.search(event.text_of(text)) and word == "to")
        visits = whither or (case.aimed and bool(_VISIT.search(event.text_of(text))))
        within = case.owner or _is_within(text, event, mention, near) or befell(text, event, mention, near)
        passive = is_done_to(page, event)
        word = "by" if passive and is_by_whom(page, mention, word) else word
        return Lead(
            word,
            listed,
            topical=is_spoken_of(page, event, mention, case),
            whither=goes or visits,
            beyond=word == "from" and bool(_LEAVES.search(event.text_of(text))),
            aimed=case.aimed and not (not word and _goes_himself(text, event, mention)),
            within=within,
            passive=passive,
            verb_last=True,
        )
    within = _is_within(text, event, mention, near) or befell(text, event, mention, near)
    passive = _is_passive(text, event)
    if not passive and (is_done_to(page, event) or (not listed and is_object_ahead(page, event, mention))):
        passive, word = True, "by" if is_by_whom(page, mention, word) else word
    if event.span.end >= mention.span.begin:
        within = within or owns_who_acts(text, event, mention)
        beyond = word == "to" and not whither and bool(_goes_to(text, mention))
        beyond = beyond or (word == "from" and bool(_COMES_FROM.search(text, sentence.begin, mention.span.begin)))
        done_to = _is_done_to(text, event, mention)
        journey = word == "to" and bool(_JOURNEY_TO.search(text, sentence.begin, mention.span.begin))
        whither = whither or bool(passive and (journey or _VISIT.search(event.text_of(text))))
        return Lead(
            word,
            listed,
            topical=is_spoken_of(page, event, mention, case),
            whither=whither,
            beyond=beyond,
            within=within,
            done_to=done_to,
            passive=passive,
        )
    way = text[event.span.end : mention.span.begin]
    if word == "between" and _CLAUSE.search(way):
        return Lead()
    if is_sent_to(page, event, mention):
        return Lead("to", listed, given=True, within=within)
    said = _TALK.search(event.text_of(text))
    topical = word in _ABOUT or (word == "on" and bool(said)) or bool(_LEADS_TO_TOPIC.search(way))
    spoken_of = _DISCUSS.search(event.text_of(text)) and (_ARTICLE.fullmatch(way) or (listed and word == "-"))
    return Lead(
        word,
        listed,
        topical=bool(topical or spoken_of or is_spoken_of(page, event, mention, case)),
        apart=bool(_OWN_CLAUSE.search(way)),
        whither=whither,
        given=not whither
        and bool(_GIVEN.search(text, max(event.span.begin, mention.span.begin - 2 * _WAY), mention.span.begin)),
        compared=_is_compared(text, event, mention, near),
        results=bool(_CAME_OF_IT.search(way)),
        within=within,
        next=bool(_ARTICLE.fullmatch(way)),
        done_to=bool(_TO_DO_TO.search(way)) and word not in PLACE_WORDS,
        passive=passive,
        goer=not whither and _is_goer(text, event, with_office(text, head, near)),
    )


def lead_from(page: Page, event: Mention, mention: Mention) -> Lead:
    """Return what leads to a mention, wherever it stands."""
    sentence = sentence_at(page.text, mention.span.begin)
    if sentence is None:
        return Lead()
    near = [m for m in page.mentions.values() if m.id != event.id and sentence.covers(m.span)]
    if sentence.covers(event.span):
        return leads_to(page, event, mention, near, sentence)
    word, listed = lead_of(page, mention, near, sentence)
    return Lead(word, listed, far=True)


def _goes_himself(text: str, event: Mention, mention: Mention) -> bool:
    """Say whether a person goes, which nobody does to another: an end of a name like a case's is his own, "Сәтті"."""
    words = event.text_of(text)
    goes = (GOING.search(words) or _LEAVES.search(words)) and not _VISIT.search(words)
    return bool(goes) and mention.label.upper() in PERSONS


def is_of_what_is_meant(text: str, event: Mention, mention: Mention) -> bool:
    """Say whether a time or place is that of what somebody agrees, plans or is asked to do: "agreed to meet in May"."""
    words = event.text_of(text).split()
    if not words or words[-1] not in _MEANS or mention.span.begin < event.span.end:
        return False
    return bool(_TO_DO.match(text[event.span.end : mention.span.begin]))


def _is_where_one_goes(text: str, event: Mention, mention: Mention, lead: str) -> bool:
    """Say whether words of going lead to a place: "a visit by A to Oslo", "flew to Oslo for talks", "toured Oslo"."""
    goes = bool(GOING.search(event.text_of(text)))
    if lead == "to":
        verb = _goes_to(text, mention)
        if event.span.end <= mention.span.begin:
            return goes and (verb is None or verb.start() < event.span.end or bool(JOURNEY.match(verb[0])))
        return verb is not None and bool(_IN_ORDER_TO.match(text, mention.span.end, event.span.begin))
    words, way = event.text_of(text), text[event.span.end : max(event.span.end, mention.span.begin)]
    if not goes or not _VISIT.search(words) or (_OF.match(way) and not _TOUR.search(words)):
        return False
    return bool(_TO_A_PLACE.fullmatch(way))


def _is_passive(text: str, event: Mention) -> bool:
    """Say whether the event's verb tells what is done to who stands before it: "Oslo was visited by Weber"."""
    words = event.text_of(text)
    said = _DONE.fullmatch(words)
    if said is None:
        return False
    begin = max(0, event.span.begin - _WAY)
    if said["be"] or _BE_DONE.search(text, begin, event.span.begin):
        return True
    by = text.startswith(" by ", event.span.end)
    return by and bool(_BE_DONE_AND.search(text, begin, event.span.begin))  # "was found and detained by"


def _is_on_a_visit(text: str, event: Mention, mention: Mention) -> bool:
    """Say whether a place leads to the noun at once: "his Lima visit", "Oslo ziyareti"."""
    if text[mention.span.end : event.span.begin] != " " or not _A_VISIT.fullmatch(event.text_of(text)):
        return False
    return (
        not text[event.span.begin].isascii()
        or "ziyaret" in event.text_of(text)
        or bool(_OF_ONE.search(text, max(0, mention.span.begin - 20), mention.span.begin))
    )


def _is_goer(text: str, event: Mention, begin: int) -> bool:
    """Say whether a visit is somebody's, by what stands behind it up to him: "visit of Weber", "визит Вебера".

    An office, with whose it is, may lead to his name: "visit of the Norwegian minister Weber".
    """
    if begin < event.span.end:
        return False
    words, way = event.text_of(text), text[event.span.end : begin]
    if _RUSSIAN_VISIT.fullmatch(words):
        return way.isspace() or is_office_ahead(way)
    by_whom = _BY_WHOM.match(way) if _A_VISIT.fullmatch(words) else None
    return by_whom is not None and (by_whom.end() == len(way) or is_office(f" {way[by_whom.end() :].replace(',', '')}"))


def _goes_to(text: str, mention: Mention) -> re.Match[str] | None:
    return _GOES_TO.search(text, max(mention.span.begin - _WAY, 0), mention.span.begin)


def _is_done_to(text: str, event: Mention, mention: Mention) -> bool:
    """Say whether a verb stands right before a name ahead of the event: then that is no one who acts in it.

    But "said Weber, who met", "urged Weber to resign", "saw Weber leave" and "thanked Norway for its help".
    """
    before = _WORD.search(text, max(mention.span.begin - _WAY, 0), mention.span.begin)
    if before is None or mention.layer is not Layer.ENTITY or _POSSESSES.match(text, mention.span.end):
        return False  # "discussed Weber's visit"
    word = before[1]
    if not is_finite(word) or word in BE | HAVE or (word in REPORTS and word != "told"):
        return False
    return not _ACTS_NEXT.match(text[mention.span.end : event.span.begin])


def _is_compared(text: str, event: Mention, mention: Mention, near: Sequence[Mention]) -> bool:
    """Say whether an amount, or its time, is what the event's own is held against: "up from $5 billion in 2021"."""
    if _AGAINST.search(text, event.span.end, mention.span.begin):
        return True
    amounts = [m for m in near if m.layer is Layer.ENTITY and any(c.isdigit() for c in m.text_of(text))]
    if mention.layer is Layer.TIME:
        return any(
            _OF_THAT.fullmatch(text, a.span.end, mention.span.begin) and _is_compared(text, event, a, near)
            for a in amounts
            if event.span.end <= a.span.begin and a.span.end < mention.span.begin
        )
    if mention not in amounts or not _FROM.search(text, event.span.end, mention.span.begin):
        return False
    return any(
        event.span.end <= a.span.begin < mention.span.begin or _TO.fullmatch(text, mention.span.end, a.span.begin)
        for a in amounts
        if a.span.end <= mention.span.begin or mention.span.end < a.span.begin
    )


def _is_within(text: str, event: Mention, mention: Mention, near: Sequence[Mention]) -> bool:
    """Say whether a name says more of another one: "ministers of Norway", "her Norwegian colleague Koval"."""
    if mention.layer is not Layer.ENTITY:
        return False
    if _is_on_a_visit(text, event, mention):
        return True
    others = [m for m in near if m.layer is Layer.ENTITY and m.id != mention.id and not m.span.overlaps(mention.span)]
    if any(o.span.end < mention.span.begin and _OF.fullmatch(text, o.span.end, mention.span.begin) for o in others):
        return True
    if mention.label.upper() in OFFICES and any(
        o.label.upper() in PERSONS and text[o.span.end : mention.span.begin] == ", " for o in others
    ):
        return True  # "Koval, Foreign Minister of Norway, met"
    if text[mention.span.begin].islower() and _CALLED.search(text, 0, mention.span.begin):
        return True  # "Koval, still president, met", "he came as president"
    if text[mention.span.end : mention.span.end + 1] in (",", ".") and any(
        o.label != mention.label and _APPOSED.fullmatch(text, o.span.end, mention.span.begin)
        for o in others
        if o.span.end < mention.span.begin
    ):
        return True  # "Koval, the Norwegian minister, met"
    if _POSSESSES.match(text, mention.span.end) and any(
        _OWNED.fullmatch(text, mention.span.end, o.span.begin)
        and (o.span.begin < event.span.begin or _is_owned_person(text, mention, o))
        for o in others
        if mention.span.end < o.span.begin and not _is_on_a_visit(text, event, o)
    ):
        return True  # "Norway's minister Koval met"
    if mention.label.upper() in PERSONS or mention.text_of(text).endswith("s"):
        return False  # "Kurds praise Koval"
    people = (o for o in others if o.label.upper() in PERSONS and o.span.begin > mention.span.end)
    return any(_is_noun_before(text, Span(mention.span.end, p.span.begin), event) for p in people)


def _is_owned_person(text: str, mention: Mention, other: Mention) -> bool:
    """Say whether nothing but his office stands between: "met NATO's Dahl", "met Norway's foreign minister Dahl"."""
    way = text[mention.span.end : other.span.begin].lstrip("'’s")
    return other.label.upper() in PERSONS and (way.isspace() or is_office(way))


def _is_noun_before(text: str, way: Span, event: Mention) -> bool:
    """Say whether nothing but a noun stands between: no verb, and nothing that would lead to a noun of its own."""
    if way.overlaps(event.span) or not _BETWEEN_NOUNS.fullmatch(text, way.begin, way.end):
        return False
    words = way.of(text).split()
    return all(
        w.islower() and not FUNCTION.fullmatch(w) and w not in WILL | MAY and not is_finite(w) for w in words
    ) and not (words[-1].endswith("s"))
