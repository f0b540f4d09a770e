"""Rules of thumb for who and what fills the roles of an event, where nothing was learned, or little."""

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from dateline.assist.datelines import heads_the_text
from dateline.assist.nonfinite import subjects
from dateline.assist.relatives import subjects_of
from dateline.assist.role_amounts import is_of_another, time_of
from dateline.assist.role_bodies import is_part_of_a_name, is_the_body
from dateline.assist.role_cases import VERB_LAST
from dateline.assist.role_described import goes_with
from dateline.assist.role_doubles import inside_another, said_twice
from dateline.assist.role_elsewhere import in_other_clauses
from dateline.assist.role_features import joined
from dateline.assist.role_hosts import between_whom, hosts, signers
from dateline.assist.role_kinds import AGENTS, EQUALS, PACTS, TARGETS, is_mutual, of_equals
from dateline.assist.role_leads import PLACE_WORDS, WHERE_WORDS, Lead, lead_from, leads_to
from dateline.assist.role_modifiers import leads_a_name
from dateline.assist.role_times import is_now, lasts, other_times
from dateline.model.annotation import Layer, Mention
from dateline.model.language import language_of
from dateline.model.occurrence import ACTORS, PLACES
from dateline.model.page import Page
from dateline.model.schema import LabelType, Role, Schema
from dateline.model.text import Span, sentence_at

_FAIR = 0.5
_BESIDE = 30  # characters that what came of an event stands behind it at most, whatever lies between
_LISTED = 0.2  # of one who is listed with one who is fair
_HOSTS = 0.9  # of who is told as host
_LASTS = 0.3  # what a date further off has over a duration
_BELONGS = ("of", "by", "to", "from", "with", "between", "among", "against", "for", "on", "in", "at", "near")
_TOPICS = ("topic", "subject", "theme", "issue")
_AMOUNTS = ("amount", "quantity", "number", "sum", "money", "value", "price")


class Guess(Struct, frozen=True):
    """A mention that would fit a role by the rules; a greater score is a better guess."""

    role: str
    mention_id: str
    score: float


class Setting(Struct, frozen=True):
    """What there is to choose from in an event's sentence, and what is left out, by mentions' ids."""

    event: Mention
    label: LabelType
    near: Sequence[Mention]  # all of the sentence
    outer: Sequence[Mention]  # those that may fill a role
    modifiers: Collection[str]  # what only says more of another name
    leads: Mapping[str, Lead]
    heading: Collection[str]  # what stands in the dateline
    other_times: Collection[str]
    elsewhere: Collection[str]  # of another clause, as who or what
    whatever: Collection[str]  # of another clause, as when or where
    lasting: Collection[str]
    mutual: bool  # whether people do this together
    hosts: Collection[str] = ()  # who brings them together
    between: Collection[str] = ()  # between whom it is told to be, and so nobody else

    def barred(self, mention: Mention, role: str) -> bool:
        """Say whether a mention cannot fill a role of this name, for what its sentence says of it."""
        lead, i = self.leads.get(mention.id, Lead()), mention.id
        name = role.casefold()
        circumstance = mention.layer is Layer.TIME or name in PLACES
        if i in self.other_times or i in (self.whatever if circumstance else self.elsewhere):
            return True
        if i in self.heading and (mention.layer is Layer.TIME or name in ACTORS or self._has_place(mention)):
            return True
        if name in ACTORS and lead.topical and lead.verb_last:
            return True
        if name in ACTORS and (lead.within or i in self.modifiers or self._is_where(mention, lead)):
            return True
        return lead.compared and (mention.layer is Layer.TIME or name in _AMOUNTS)

    def _is_where(self, mention: Mention, lead: Lead) -> bool:
        """In "lawmakers in Ankara criticised" it is not Ankara that did."""
        return (lead.word in WHERE_WORDS or lead.beyond) and self._is_place(mention)

    def _is_place(self, mention: Mention) -> bool:
        return any(r.name.casefold() in PLACES and mention.label in r.fillers for r in self.label.roles)

    def _has_place(self, mention: Mention) -> bool:
        """Say whether another place than that of the dateline is named."""
        return any(m.id not in self.heading and self._is_place(m) for m in self.outer if m is not mention)


def setting_of(page: Page, schema: Schema, event: Mention) -> Setting | None:
    """Look at an event's sentence; None where its type is unknown, it stands in none, or has no words."""
    label, sentence = schema.by_name.get(event.label), sentence_at(page.text, event.span.begin)
    if label is None or sentence is None or not event.text_of(page.text).strip():
        return None
    near = [m for m in page.mentions.values() if m.layer is not Layer.EVENT and sentence.covers(m.span)]
    near = [m for m in near if m.text_of(page.text).strip()]
    last = language_of(page.article.language, page.text) in VERB_LAST
    places = {i for r in label.roles if r.name.casefold() in PLACES for i in r.fillers}
    modifiers = {m.id for m in near if leads_a_name(page.text, m, near, places, verb_last=last)}
    outer = [m for m in near if not inside_another(m, near) and m.id not in modifiers]
    outer = [m for m in outer if not is_the_body(page.text, event, label, m)]
    outer = [m for m in outer if not said_twice(page.text, m, outer, event)]
    leads = {m.id: leads_to(page, event, m, near, sentence) for m in near}
    named = [m for m in near if is_part_of_a_name(page.text, event, m) or goes_with(page.text, event, m, near)]
    leads |= {m.id: replace(leads[m.id], within=True) for m in named}
    acting = subjects(page, event, near, sentence) | subjects_of(page, event, near, sentence)
    leads |= {i: replace(leads[i], goer=True) for i in acting}
    if PACTS.search(event.text_of(page.text)):
        leads |= {i: replace(lead, joins=True) for i, lead in leads.items() if lead.word == "with"}
    elsewhere, whatever = in_other_clauses(page, event, label, near, sentence)
    host = hosts(page, event, label, near, sentence)
    sign = signers(page, event, near, sentence) if of_equals(label) else set()
    leads |= {i: replace(leads[i], signs=True) for i in sign}
    between = {m.id for m in between_whom(page.text, event, near)}
    elsewhere -= host | sign | between
    return Setting(
        event,
        label,
        near,
        outer,
        modifiers,
        leads,
        {m.id for m in near if heads_the_text(page.text, m)},
        other_times(page, event, near, sentence),
        elsewhere,
        whatever,
        {m.id for m in outer if lasts(page, m) or is_now(page, m)},
        is_mutual(label, event, page.text),
        host,
        between if len(between) > 1 else (),
    )


def guesses(page: Page, schema: Schema, setting: Setting, refused: Collection[str]) -> list[Guess]:
    """Return the best free fillers for the empty roles, in the order of the roles.

    A filler must be of a type the role takes and stand in the trigger's sentence, near enough or in the right place
    of it to be a fair guess. A repeatable role that names equals ("A and B met") may get two, and who is listed with
    them. No mention is proposed twice.
    """
    event, label = setting.event, setting.label
    filled = page.arguments_of(event.id)
    taken = {page.mentions[a.filler_id].span for a in filled if a.filler_id in page.mentions} | {event.span}
    done = {a.role for a in filled}
    said_who = any(name.casefold() in ACTORS for name in done)
    out = _hosting(setting, refused, done)
    taken |= {page.mentions[g.mention_id].span for g in out}
    acted = {g.role for g in out}
    together = setting.mutual or any(_are_together(setting, m) for m in setting.outer)
    for role in sorted(label.roles, key=lambda r: together and r.name.casefold() not in EQUALS):
        if role.name in done or role.name in acted or not role.fillers:
            continue
        name = role.name.casefold()
        if said_who and name in ACTORS and not role.required:
            continue  # somebody said who took part: what they left open was left open
        only_given = _leaves_out(setting, role, out)
        if only_given and name not in TARGETS:
            continue
        fitting = [
            Guess(role.name, m.id, score(schema, event, m, role, setting.leads[m.id], mutual=setting.mutual))
            for m in setting.outer
            if m.label in role.fillers and m.id not in refused and not setting.barred(m, role.name)
            if not only_given or setting.leads[m.id].given
            if name not in _TOPICS or _may_be_topic(setting, m)
            if name not in EQUALS or not setting.between or m.id in setting.between
        ]
        fitting = [Guess(g.role, g.mention_id, g.score - _LASTS * (g.mention_id in setting.lasting)) for g in fitting]
        chosen = _best(page, fitting, taken, role, setting)
        out += chosen
        taken |= {page.mentions[g.mention_id].span for g in chosen}
    out = _of_one_amount(page, setting, _alone(setting, out, done))
    order = [r.name for r in label.roles]
    return sorted(out, key=lambda g: order.index(g.role))


def _hosting(setting: Setting, refused: Collection[str], done: Collection[str]) -> list[Guess]:
    """Return those who act by bringing others together, where nobody has said who took part."""
    role = next((r for r in setting.label.roles if r.name.casefold() in AGENTS), None)
    if role is None or any(name.casefold() in ACTORS for name in done):
        return []
    who = (m for m in setting.outer if m.id in setting.hosts and m.id not in refused and m.label in role.fillers)
    return [Guess(role.name, m.id, _HOSTS) for m in who if not setting.barred(m, role.name)]


def _of_one_amount(page: Page, setting: Setting, found: list[Guess]) -> list[Guess]:
    """Take the time of the amount that was found instead of that of another one."""
    amounts = [page.mentions[g.mention_id] for g in found if g.role.casefold() in _AMOUNTS]
    times = [g for g in found if page.mentions[g.mention_id].layer is Layer.TIME]
    if len(amounts) != 1 or len(times) != 1 or amounts[0].layer is not Layer.ENTITY:
        return found
    guess, ahead = times[0], language_of(page.article.language, page.text) in ("ru", *VERB_LAST)
    if not is_of_another(page.text, amounts[0], page.mentions[guess.mention_id], setting.near, ahead=ahead):
        return found
    own = time_of(page.text, amounts[0], setting.near, ahead=ahead)
    return [replace(g, mention_id=own.id) if g is guess and own else g for g in found]


def _leaves_out(setting: Setting, role: Role, out: Sequence[Guess]) -> bool:
    """Say whether those who take part on equal terms are there: then nobody acts upon another one."""
    name = role.name.casefold()
    if name not in ACTORS or name in EQUALS or role.required:
        return False
    equals = sum(g.role.casefold() in EQUALS for g in out)
    return equals > 1 or (setting.mutual and equals > 0)


def _may_be_topic(setting: Setting, mention: Mention) -> bool:
    """Who could act is a topic only where the sentence says so, and an amount has a role of its own."""
    acting = any(r.name.casefold() in ACTORS and mention.label in r.fillers for r in setting.label.roles)
    amount = any(r.name.casefold() in _AMOUNTS and mention.label in r.fillers for r in setting.label.roles)
    return setting.leads[mention.id].topical or not (acting or amount)


def _best(page: Page, fitting: list[Guess], taken: set[Span], role: Role, setting: Setting) -> list[Guess]:
    """Return the best of those that are fair and free, of equals two; and whoever is listed with them."""
    equals = role.name.casefold() in EQUALS
    most = 2 if role.repeatable and equals else 1
    chosen: list[Guess] = []
    spans, more, in_lists = set(taken), 0, 0
    for guess in sorted(fitting, key=lambda g: -g.score):
        mention = page.mentions[guess.mention_id]
        if guess.score < _LISTED or mention.span in spans:
            continue
        others = [page.mentions[g.mention_id] for g in chosen]
        listed = role.repeatable and mention.layer is Layer.ENTITY
        listed = listed and (not equals or setting.mutual or _are_together(setting, mention))
        as_one = listed and any(_listed_with(page.text, mention, o, setting, equals=equals) for o in others)
        lead = setting.leads[mention.id]
        met = equals and setting.mutual and (lead.next or lead.word == "with")  # "A and B met C"
        if as_one or (guess.score >= _FAIR and len(chosen) - (in_lists if met else more) < most):
            chosen.append(guess)
            spans.add(mention.span)
            in_lists += as_one
            more += as_one and setting.mutual and setting.leads[mention.id].verb_last  # "Uslu, A ve B ile görüştü"
    return chosen


def _listed_with(text: str, one: Mention, other: Mention, setting: Setting, *, equals: bool) -> bool:
    """Say whether two stand in one list; who comes "with" somebody is his equal, and nothing else that he is."""
    between = text[min(one.span.end, other.span.end) : max(one.span.begin, other.span.begin)]
    if setting.leads[one.id].aimed != setting.leads[other.id].aimed:
        return False  # "Norveç, İsveç'i kınadı"
    if setting.leads[one.id].verb_last and (setting.leads[one.id].word == "by") != (
        setting.leads[other.id].word == "by"
    ):
        return False  # "Norveç, İsveç tarafından kınandı"
    together = {setting.leads[m.id].word == "with" for m in (one, other)}
    if not equals and len(together) > 1 and setting.leads[one.id].verb_last:
        return False  # "Norveç, İsveç ile imzaladı"
    return joined(text, one, other, setting.near) and (equals or " with " not in between)


def _alone(setting: Setting, found: list[Guess], done: Collection[str]) -> list[Guess]:
    """Who takes part with nobody is the one who acts: in "Norway promised food" that is no Participant."""
    equals = [g for g in found if g.role.casefold() in EQUALS]
    if setting.mutual or len(equals) != 1 or any(r.casefold() in ACTORS for r in done):
        return found
    mention = next(m for m in setting.outer if m.id == equals[0].mention_id)
    acts = next((r for r in setting.label.roles if r.name.casefold() in AGENTS and mention.label in r.fillers), None)
    said = acts is None or any(g.role == acts.name for g in found)
    if said or mention.span.begin > setting.event.span.begin or setting.leads[mention.id].word in ("between", "to"):
        return found
    return [replace(g, role=acts.name) if g is equals[0] and acts else g for g in found]


def rule_scores(
    page: Page, schema: Schema, event: Mention, filler: Mention, filled: Collection[str]
) -> dict[str, float]:
    """Return how well a mention fits each role that takes it, wherever it stands; a role that is full fits less."""
    label = schema.by_name[event.label]
    led, mutual = lead_from(page, event, filler), is_mutual(label, event, page.text)
    full = {r.name for r in label.roles if r.name in filled and not r.repeatable}
    scores = {
        r.name: score(schema, event, filler, r, led, mutual=mutual) - (0.5 if r.name in full else 0.0)
        for r in label.roles
        if not r.fillers or filler.label in r.fillers
    }
    if led.far:
        at_head = heads_the_text(page.text, filler)
        scores = {role: value + _from_afar(role.casefold(), filled, at_head=at_head) for role, value in scores.items()}
    return scores


def _from_afar(role: str, filled: Collection[str], *, at_head: bool) -> float:
    """Return how much better a role fits somebody of another sentence: where he stands there says nothing of it.

    Where somebody acts already it is the one acted upon, where one takes part another one who does.
    """
    done = {name.casefold() for name in filled}
    if role in PLACES:
        return 1.6 if at_head else 0.0  # of the dateline
    if role in EQUALS:
        return 0.6 if done & {*EQUALS} else 0.0
    if role in TARGETS:
        return 0.4 if done & {*AGENTS} and role not in done else -0.4
    return 0.2 if role in AGENTS and done.isdisjoint((*AGENTS, *EQUALS)) else 0.0


def score(schema: Schema, event: Mention, mention: Mention, role: Role, led: Lead, *, mutual: bool = False) -> float:
    """Near is better; an actor stands before its verb and a target behind it; "in" announces a place, "about" a topic.

    Who is listed side by side ("A and B met", "between A and B") takes part on equal terms, as all do at a meeting.
    """
    before = mention.span.begin < event.span.begin
    gap = max(mention.span.begin - event.span.end, event.span.begin - mention.span.end, 0)
    rank = role.fillers.index(mention.label) if mention.label in role.fillers else 0
    lead = led.word
    gap = min(gap, _BESIDE) if led.results else gap
    value = 1.0 / (1.0 + gap / 60) - 0.05 * rank
    name = role.name.casefold()
    if mention.layer is Layer.TIME:
        return value + 0.4
    takes_place = any(r.name.casefold() in PLACES and mention.label in r.fillers for r in _roles(schema, event))
    if led.done_to and name in ACTORS and name not in TARGETS:
        value -= 0.8
    if led.joins and name in TARGETS and any(r.name.casefold() in EQUALS for r in _roles(schema, event)):
        value -= 0.4  # "signed a contract with China"
    if led.topical and name in ACTORS:
        value -= 0.4
    if led.apart and (name in ACTORS or name in _TOPICS):
        value -= 0.6
    if name not in (*PLACES, *_AMOUNTS) and (lead in WHERE_WORDS or ((led.whither or led.beyond) and takes_place)):
        value -= 0.6
    if name in EQUALS:
        if led.signs:
            return value + 0.6
        value -= 0.6 if led.topical or led.given or led.aimed or (led.next and not mutual) else 0.0
        value += 0.4 if mutual and (before or lead in ("with", "to")) else 0.0
        return value + (0.6 if lead == "between" else 0.4 if led.listed and before and not led.whither else 0.0)
    if name in ACTORS and (lead == "between" or led.topical or (mutual and not led.given)):
        value -= 0.6
    if name in AGENTS or name in TARGETS:
        return value + (0.0 if led.far else _by_side(led, before, takes_place=takes_place, acts=name in AGENTS))
    if name in PLACES:
        leads = led.whither if lead == "to" else lead in PLACE_WORDS or led.whither
        return value + 0.4 if leads else value - 1.0
    return value + 0.3 if name in _TOPICS and led.topical else value


def _by_side(led: Lead, before: bool, *, takes_place: bool, acts: bool) -> float:
    """Return how much better a role of one who `acts`, or is acted upon, fits for the side that somebody stands on."""
    if led.verb_last and led.passive:
        if acts:
            return 0.3 if led.word == "by" else -1.0
        return -1.0 if led.word or led.aimed else 0.4
    if led.verb_last:
        if acts:
            return -1.0 if led.aimed else 0.0 if led.word == "with" else 0.3
        return 0.4 if led.aimed and not (led.whither and takes_place) else -1.0
    if led.goer:
        return 0.3 if acts else -1.0
    if led.passive:
        if acts:
            return 0.3 if not before and led.word == "by" else -1.0
        if before and led.word in _BELONGS:
            return -1.0  # of "the visit of Weber to Oslo was postponed" it is the visit that was
        return 0.0 if before else 0.4 if led.given else -1.0
    if acts:
        if before and led.word == "to" and not led.listed:
            return -1.0  # "exports to Peru fell"
        return 0.3 if before else -0.2 if led.word == "by" else -1.0
    return -1.0 if before else 0.4 if led.given else 0.0


def _roles(schema: Schema, event: Mention) -> Sequence[Role]:
    label = schema.by_name.get(event.label)
    return label.roles if label else ()


def _are_together(setting: Setting, mention: Mention) -> bool:
    """Say whether somebody takes part together with others: not who is told of in another clause.

    Where they do something to another one, "A and B recognised C", they act, as in what mostly one does alone.
    """
    lead = setting.leads[mention.id]
    if lead.signs:
        return True
    if not _together(setting.event, mention, lead) or any(setting.barred(mention, name) for name in EQUALS):
        return False
    if lead.word == "between":
        return True
    return of_equals(setting.label) and not any(_is_object(setting, m) for m in setting.outer)


def _is_object(setting: Setting, mention: Mention) -> bool:
    """Say whether somebody stands right behind the event's words, as whom they are aimed at."""
    targets = [r for r in setting.label.roles if r.name.casefold() in TARGETS and mention.label in r.fillers]
    return bool(targets) and setting.leads[mention.id].next


def _together(event: Mention, mention: Mention, lead: Lead) -> bool:
    """Say whether somebody is listed with others before the event's words, or led to by "between" or "with"."""
    listed = lead.listed and mention.span.end <= event.span.begin
    return mention.layer is Layer.ENTITY and (lead.word == "between" or listed or (lead.word == "with" and lead.listed))
