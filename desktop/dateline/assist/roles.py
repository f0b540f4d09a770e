"""Proposing who and what fills the roles of an event: by what was learned, else fitting mentions near the trigger."""

import re
from collections.abc import Collection, Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from dateline.assist.role_features import candidate, candidates, lead_of
from dateline.assist.role_model import NONE, RoleModel, best_of
from dateline.assist.suggestions import SpanProposal
from dateline.model.annotation import Layer, Mention, TimeValue
from dateline.model.occurrence import ACTORS, PLACES
from dateline.model.page import Page
from dateline.model.records import Records
from dateline.model.schema import Role, Schema
from dateline.model.text import Span, sentence_at
from dateline.model.when import when_from_value


class _Lead(Struct, frozen=True):
    """What leads to a mention: the word before it or its list; whether it stands in one; whether what it is about.

    `apart` is what stands in a clause of its own behind the event: "… the talks if Denmark agrees"; `whither` is where
    somebody goes: "visit to Oslo"; `beyond` where another verb leads: "flew to Oslo after the visit".
    """

    word: str = ""
    listed: bool = False
    topical: bool = False
    apart: bool = False
    whither: bool = False
    beyond: bool = False


class Proposal(Struct, frozen=True):
    """A mention that would fit a role; a greater score is a better guess.

    Of a `suggestion`, which is no mention yet, `mention_id` is the id of that.
    """

    role: str
    mention_id: str
    score: float
    suggestion: SpanProposal | None = None


def propose_fillers(
    page: Page,
    schema: Schema,
    event_id: str,
    model: RoleModel | None = None,
    refused: Collection[str] = (),
    suggestions: Sequence[SpanProposal] = (),
) -> list[Proposal]:
    """Return the best free fillers for the roles of an event, in the order of the roles; none that was `refused`.

    A model that has seen enough events is asked; until then rules of thumb hold. What is only suggested in the event's
    sentence may fill a role as a mention of its kind would.
    """
    near = _suggested_near(page, page.mentions[event_id], suggestions)
    if near:
        taken = {
            i: Mention(i, page.article.id, page.annotator_id, s.layer, s.label, (s.span,)) for i, s in near.items()
        }
        values = {i: TimeValue(i, s.says, when_from_value(s.says)) for i, s in near.items() if s.says}
        mentions, times = Records({**page.mentions, **taken}), Records({**page.times, **values})
        page = replace(page, mentions=mentions, times=times)
    if model is not None and model.knows:
        found = _by_model(page, schema, event_id, model, refused)
    else:
        found = _by_rule(page, schema, event_id, refused)
    return [replace(p, suggestion=near.get(p.mention_id)) for p in found] if near else found


def _suggested_near(page: Page, event: Mention, suggestions: Sequence[SpanProposal]) -> dict[str, SpanProposal]:
    sentence = sentence_at(page.text, event.span.begin) if suggestions else None
    if sentence is None:
        return {}
    return {s.id: s for s in suggestions if s.layer is not Layer.EVENT and sentence.covers(s.span)}


def fitting_roles(
    page: Page,
    schema: Schema,
    event_id: str,
    filler_id: str,
    model: RoleModel | None = None,
    also: Collection[str] = (),
) -> list[str]:
    """Return all roles of an event, those that a mention most likely fills first, those not made for it last.

    `also` are roles that are about to be filled besides those that are.
    """
    return roles_fitting(page, schema, page.mentions[event_id], page.mentions[filler_id], model, also)


def roles_fitting(
    page: Page,
    schema: Schema,
    event: Mention,
    filler: Mention,
    model: RoleModel | None = None,
    also: Collection[str] = (),
) -> list[str]:
    """Return what `fitting_roles` does for a filler that need not be on the page yet."""
    label = schema.by_name.get(event.label)
    if label is None:
        return []
    if filler.id not in page.mentions:
        page = replace(page, mentions=Records({**page.mentions, filler.id: filler}))
    filled = [a.role for a in page.arguments_of(event.id) if a.filler_id != filler.id] + list(also)
    if model is not None and model.knows:
        scores = model.chances(label, candidate(page, event, filler), filled, none=False)
    else:
        led = _lead(page, event, filler)
        full = {r.name for r in label.roles if r.name in filled and not r.repeatable}
        scores = {
            r.name: _score(schema, event, filler, r, led) - (0.5 if r.name in full else 0.0)
            for r in label.roles
            if not r.fillers or filler.label in r.fillers
        }
    return sorted((r.name for r in label.roles), key=lambda role: -scores.get(role, float("-inf")))


def _by_model(page: Page, schema: Schema, event_id: str, model: RoleModel, refused: Collection[str]) -> list[Proposal]:
    """What more likely than not fills a role."""
    event = page.mentions[event_id]
    label = schema.by_name.get(event.label)
    if label is None:
        return []
    arguments = page.arguments_of(event_id)
    taken = {*refused, *(a.filler_id for a in arguments)}
    filled = [a.role for a in arguments]
    single = {r.name for r in label.roles if not r.repeatable}
    sentence = sentence_at(page.text, event.span.begin)
    if sentence is not None:
        taken |= _other_times(page, event, page.mentions.values(), sentence)
        taken |= _in_other_clauses(page, event, page.mentions.values(), sentence)[1]
    out: list[Proposal] = []
    for found in candidates(page, event):
        if found.mention_id in taken:
            continue
        chances = model.chances(label, found, filled)
        role = best_of(chances)
        if role.casefold() in ACTORS and _heads_the_text(page.text, page.mentions[found.mention_id]):
            continue
        if role != NONE and chances[role] >= _LIKELY and not (role in single and role in filled):
            out.append(Proposal(role, found.mention_id, chances[role]))
    for role in single:
        best = max((p.score for p in out if p.role == role), default=0.0)
        out = [p for p in out if p.role != role or p.score == best]
    order = [r.name for r in label.roles]
    return sorted(out, key=lambda p: (order.index(p.role), -p.score))


def _by_rule(page: Page, schema: Schema, event_id: str, refused: Collection[str]) -> list[Proposal]:
    """The best free fillers for the empty roles.

    A filler must be of a type the role takes and stand in the trigger's sentence, near enough or in the right place
    of it to be a fair guess. A repeatable role that names equals ("A and B met") may get two. No mention is
    proposed twice.
    """
    event = page.mentions[event_id]
    label = schema.by_name.get(event.label)
    sentence = sentence_at(page.text, event.span.begin)
    if label is None or sentence is None:
        return []
    filled = page.arguments_of(event_id)
    taken = {page.mentions[a.filler_id].span for a in filled if a.filler_id in page.mentions} | {event.span}
    done = {a.role for a in filled}
    said_who = any(name.casefold() in ACTORS for name in done)
    near = [m for m in page.mentions.values() if m.layer is not Layer.EVENT and sentence.covers(m.span)]
    outer = [m for m in near if not _inside_another(m, near) and not _leads_a_name(page.text, m, near)]
    out: list[Proposal] = []
    leads = {m.id: _led(page, event, m, lead_of(page, m, near, sentence)) for m in outer}
    lasting = {m.id for m in outer if _lasts(page, m) or _is_now(page, m)}
    heading = {m.id for m in outer if _heads_the_text(page.text, m)}
    told = _other_times(page, event, outer, sentence)
    elsewhere, whatever = _in_other_clauses(page, event, outer, sentence)
    together = any(_together(event, m, leads[m.id]) for m in outer)
    acting = {name for r in label.roles if r.name.casefold() in ACTORS for name in r.fillers}
    for role in sorted(label.roles, key=lambda r: together and r.name.casefold() not in _EQUALS):
        if role.name in done or not role.fillers:
            continue
        name = role.name.casefold()
        actor = name in ACTORS
        if said_who and actor and not role.required:
            continue  # somebody said who took part: what they left open was left open
        if actor and name not in _EQUALS and sum(p.role.casefold() in _EQUALS for p in out) > 1 and not role.required:
            continue  # those who take part on equal terms are there
        guesses = sorted(
            (
                Proposal(role.name, m.id, _score(schema, event, m, role, leads[m.id]) - _LASTS * (m.id in lasting))
                for m in outer
                if not (name in ACTORS and m.id in heading)
                if m.label in role.fillers and m.id not in refused and m.id not in told
                if m.id not in (whatever if m.layer is Layer.TIME or name in PLACES else elsewhere)
                if name not in _TOPICS or m.label not in acting or leads[m.id].topical
            ),
            key=lambda p: -p.score,
        )
        most = 2 if role.repeatable and role.name.casefold() in _EQUALS else 1
        for guess in guesses:
            span = page.mentions[guess.mention_id].span
            if guess.score >= _FAIR and most and span not in taken:
                out.append(guess)
                taken.add(span)
                most -= 1
    order = [r.name for r in label.roles]
    return sorted(out, key=lambda p: order.index(p.role))


def _together(event: Mention, mention: Mention, lead: _Lead) -> bool:
    """Say whether somebody is listed with others before the event's words, or led to by "between"."""
    listed = lead.listed and mention.span.end <= event.span.begin
    return mention.layer is Layer.ENTITY and (lead.word == "between" or listed)


def _led(page: Page, event: Mention, mention: Mention, lead: tuple[str, bool]) -> _Lead:
    """Those that "between" leads to in another clause are not those between whom this takes place."""
    word, listed = lead
    whither = _is_where_one_goes(page.text, event, mention, word)
    if event.span.end >= mention.span.begin:
        beyond = word == "to" and not whither and bool(_goes_to(page.text, mention))
        return _Lead(word, listed, whither=whither, beyond=beyond)
    way = page.text[event.span.end : mention.span.begin]
    if word == "between" and _CLAUSE.search(way):
        return _Lead()
    said = _TALK.search(event.text_of(page.text))
    topical = word in _ABOUT or (word == "on" and bool(said)) or bool(_LEADS_TO_TOPIC.search(way))
    spoken_of = _DISCUSS.search(event.text_of(page.text)) and (_ARTICLE.fullmatch(way) or (listed and word == "-"))
    return _Lead(word, listed, topical=bool(topical or spoken_of), apart=bool(_OWN_CLAUSE.search(way)), whither=whither)


def _is_where_one_goes(text: str, event: Mention, mention: Mention, lead: str) -> bool:
    """Say whether words of going lead to a place: "a visit by A to Oslo", "flew to Oslo for talks", "toured Oslo"."""
    goes = bool(_GOING.search(event.text_of(text)))
    if lead == "to":
        verb = _goes_to(text, mention)
        if event.span.end <= mention.span.begin:
            return goes and (verb is None or verb.start() < event.span.end or bool(_JOURNEY.match(verb[0])))
        return verb is not None and bool(_IN_ORDER_TO.match(text, mention.span.end, event.span.begin))
    return (
        goes
        and bool(_VISIT.search(event.text_of(text)))
        and bool(_ARTICLE.fullmatch(text, event.span.end, mention.span.begin))
    )


def _goes_to(text: str, mention: Mention) -> re.Match[str] | None:
    return _GOES_TO.search(text, max(mention.span.begin - _WAY, 0), mention.span.begin)


def _other_times(page: Page, event: Mention, mentions: Iterable[Mention], sentence: Span) -> set[str]:
    """Return the times of a sentence that are not the event's: of an announcement, or what it was put off from.

    Nor is what is still ahead that of what has happened.
    """
    from dateline.assist.ahead import is_told_as_past, lies_ahead  # their patterns take a while to compile
    from dateline.assist.telling import is_another_time

    times = [m for m in mentions if m.layer is Layer.TIME and sentence.covers(m.span)]
    ahead = {m.id for m in times if (value := page.times.get(m.id)) and lies_ahead(page, value)}
    if ahead and not is_told_as_past(page, event):
        ahead = set()
    return ahead | {m.id for m in times if is_another_time(page.text, sentence, m.span, event.span)}


def _in_other_clauses(
    page: Page, event: Mention, mentions: Iterable[Mention], sentence: Span
) -> tuple[set[str], set[str]]:
    """Return what is told of in other clauses of the event's sentence: as who or what, and as when or where."""
    from dateline.assist.clauses import Clauses  # its patterns take a while to compile

    triggers = [m.span for m in page.mentions.values() if m.layer is Layer.EVENT and sentence.covers(m.span)]
    names = [m.span for m in page.mentions.values() if m.layer is not Layer.EVENT and sentence.covers(m.span)]
    clauses = Clauses(page.text, sentence, triggers, names, page.article.language)
    near = [m for m in mentions if m.layer is not Layer.EVENT and sentence.covers(m.span)]
    who = {m.id for m in near if clauses.apart(event.span, m.span)}
    return who, {m.id for m in near if m.id in who and clauses.apart(event.span, m.span, circumstance=True)}


def _is_now(page: Page, mention: Mention) -> bool:
    """Say whether a time gives no date of its own: beside one that does, "now" is rarely when it was."""
    value = page.times.get(mention.id)
    return value.value.endswith("_REF") if value else mention.text_of(page.text).casefold() in _NOW


def _heads_the_text(text: str, mention: Mention) -> bool:
    """Say whether a place stands in the dateline, "ROME, Italy (Agency) - ": it takes part in nothing."""
    begin = text.rfind("\n", 0, mention.span.begin) + 1
    return not text[begin : mention.span.begin].strip() and bool(_DATELINE.match(text, mention.span.end))


def _lasts(page: Page, mention: Mention) -> bool:
    """Say whether a time tells how long or how often: in "came on Tuesday for a two-day visit" it is not when."""
    value = page.times.get(mention.id)
    return mention.label in _LASTING or (value is not None and value.value.startswith("P") and value.when is None)


_FAIR = 0.5
_LASTS = 0.3  # what a date further off has over a duration
_NOW = ("now", "currently", "at present", "recently", "soon", "later")
_DATELINE = re.compile(r"(?:, [^\n–—-]{1,40})?(?: \([^)\n]{1,40}\))? *(?: -{1,2}|[–—]) ")
_LASTING = ("DURATION", "SET")
_CLAUSE = re.compile(r";|[,:–—] +(?:and|but|while|who|which|where|when|after|before|as)\b")
_OWN_CLAUSE = re.compile(r"\b(?:if|unless|because|although|though|while|whether)\b", re.IGNORECASE)
_LIKELY = 0.5
_EQUALS = ("participant", "party")
_TOPICS = ("topic", "subject", "theme", "issue")
_ABOUT = ("about", "over")
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
    r"c[ao]m(?:e|es|ing)\b|arriv|return|head(?:s|ed|ing)\b|drove\b|sail|depart|moved?\b|rush|hurried|excursion)"
)
_GOING = re.compile(rf"\b{_GO}", re.IGNORECASE)
_GOES_TO = re.compile(rf"\b{_GO}\w*(?: (?:back|on|home|over))? to(?: the)?\s*$", re.IGNORECASE)
_JOURNEY = re.compile(r"(?:visit|trip|tour|journey|voyage|pilgrimage|flight|excursion)", re.IGNORECASE)
# "to Oslo the other day for talks", but not "to Oslo after talks"
_IN_ORDER_TO = re.compile(r"(?: \w+){0,4}? (?:for|on|to)\b(?!.*\b(?:after|before|following|since|during)\b)")
_VISIT = re.compile(r"\b(?:visit|tour(?!n))", re.IGNORECASE)
_PLACE_WORDS = ("in", "at", "near", "outside", "inside", "to", "from")


def _inside_another(mention: Mention, others: list[Mention]) -> bool:
    """The outer of nested names is the better guess: "Turkish Foreign Ministry" rather than "Turkish"."""
    return any(o.span.covers(mention.span) and len(o.span) > len(mention.span) for o in others)


def _leads_a_name(text: str, mention: Mention, others: list[Mention]) -> bool:
    """In "Foreign Minister Dačić met" the name fills the role, not the office before it."""
    return mention.layer is Layer.ENTITY and any(
        o.layer is Layer.ENTITY
        and o.label != mention.label
        and o.span.begin > mention.span.end
        and text[mention.span.end : o.span.begin].isspace()
        for o in others
    )


def _score(schema: Schema, event: Mention, mention: Mention, role: Role, led: _Lead) -> float:
    """Near is better; an actor stands before its verb and a target behind it; "in" announces a place, "about" a topic.

    Who is listed side by side ("A and B met", "between A and B") takes part on equal terms.
    """
    before = mention.span.begin < event.span.begin
    gap = max(mention.span.begin - event.span.end, event.span.begin - mention.span.end, 0)
    rank = role.fillers.index(mention.label) if mention.label in role.fillers else 0
    lead = led.word
    score = 1.0 / (1.0 + gap / 60) - 0.05 * rank
    name = role.name.casefold()
    takes_place = any(r.name.casefold() in PLACES and mention.label in r.fillers for r in _roles(schema, event))
    if led.apart and (name in ACTORS or name in _TOPICS):
        score -= 0.6
    if name not in PLACES and (lead in _PLACE_WORDS[:5] or ((led.whither or led.beyond) and takes_place)):
        score -= 0.6
    if name in _EQUALS:
        score -= 0.6 if led.topical else 0.0
        return score + (0.6 if lead == "between" else 0.4 if led.listed and before else 0.0)
    if name in ACTORS and (lead == "between" or led.topical):
        score -= 0.6
    if name in ("agent", "actor", "source"):
        return score + 0.3 if before else score - (0.2 if lead == "by" else 1.0)
    if name in ("target", "recipient"):
        return score - 1.0 if before else score
    if name in PLACES:
        leads = led.whither if lead == "to" else lead in _PLACE_WORDS or led.whither
        return score + 0.4 if leads else score - 1.0
    if name in _TOPICS and led.topical:
        return score + 0.3
    label = schema.by_name.get(mention.label)
    return score + 0.4 if label and label.layer is Layer.TIME else score


def _roles(schema: Schema, event: Mention) -> Sequence[Role]:
    label = schema.by_name.get(event.label)
    return label.roles if label else ()


def _lead(page: Page, event: Mention, mention: Mention) -> _Lead:
    sentence = sentence_at(page.text, mention.span.begin)
    if sentence is None:
        return _Lead()
    near = [m for m in page.mentions.values() if m.id != event.id and sentence.covers(m.span)]
    word, listed = lead_of(page, mention, near, sentence)
    return _led(page, event, mention, (word, listed)) if sentence.covers(event.span) else _Lead(word, listed)
