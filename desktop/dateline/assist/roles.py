"""Proposing who and what fills the roles of an event: by rules, weighed against what was learned from earlier ones."""

from collections.abc import Collection, Mapping, Sequence
from math import exp

from msgspec import Struct
from msgspec.structs import replace

from dateline.assist.lexicon import key_of
from dateline.assist.role_carried import carried
from dateline.assist.role_features import candidate, candidates
from dateline.assist.role_kinds import TARGETS
from dateline.assist.role_model import ENOUGH, NONE, RoleModel, best_of, roles_for
from dateline.assist.role_rules import Guess, Setting, guesses, rule_scores, setting_of
from dateline.assist.suggestions import SpanProposal
from dateline.model.annotation import Layer, Mention, TimeValue
from dateline.model.page import Page
from dateline.model.records import Records
from dateline.model.schema import LabelType, Schema
from dateline.model.text import sentence_at
from dateline.model.when import when_from_value
from dateline.model.wrapping import unwrapped_near

_LIKELY = 0.5
_PRIOR = 30  # events that what the rules say of a filler counts for
_ORDER = 4  # and of the order of the roles of one that a person has chosen: nothing is taken away there
_OF_OTHERS = 8  # events of other types that count for one of the event's own
_VERY_WORDS = 3  # what one with the very same words as trigger counts besides
_RULE = 0.8  # how likely a fair guess of the rules is right
_NOTHING = 0.8  # how likely it is right that they guess nothing


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

    What the rules of thumb say counts as much as a number of annotated events: what a model has learned from fewer
    adds to it and puts in order, what it has learned from many goes before it. What is only suggested in the event's
    sentence may fill a role as a mention of its kind would.
    """
    span = page.mentions[event_id].span
    if (text := unwrapped_near(page.text, span.begin, span.end)) is not page.text:
        page = replace(page, article=replace(page.article, text=text))
    near = _suggested_near(page, page.mentions[event_id], suggestions)
    if near:
        taken = {
            i: Mention(i, page.article.id, page.annotator_id, s.layer, s.label, (s.span,)) for i, s in near.items()
        }
        values = {i: TimeValue(i, s.says, when_from_value(s.says)) for i, s in near.items() if s.says}
        mentions, times = Records({**page.mentions, **taken}), Records({**page.times, **values})
        page = replace(page, mentions=mentions, times=times)
    setting = setting_of(page, schema, page.mentions[event_id])
    if setting is None:
        return []
    by_rule = guesses(page, schema, setting, refused)
    if before := carried(page, setting, by_rule, refused):
        order = [r.name for r in setting.label.roles]
        aimed = {g.role for g in before if g.role.casefold() in TARGETS}  # "invited him to Oslo": not Oslo
        by_rule = [*(g for g in by_rule if g.role not in aimed), *before]
        by_rule.sort(key=lambda g: order.index(g.role))
        setting = replace(setting, elsewhere={*setting.elsewhere} - {g.mention_id for g in before})
    if model is None or not model.events:
        found = [Proposal(g.role, g.mention_id, g.score) for g in by_rule]
    else:
        found = _weighed(page, setting, by_rule, model, refused)
    return [replace(p, suggestion=near.get(p.mention_id)) for p in found] if near else found


def _suggested_near(page: Page, event: Mention, suggestions: Sequence[SpanProposal]) -> dict[str, SpanProposal]:
    sentence = sentence_at(page.text, event.span.begin) if suggestions else None
    if sentence is None:
        return {}
    return {s.id: s for s in suggestions if s.layer is not Layer.EVENT and sentence.covers(s.span)}


def _weight(page: Page, model: RoleModel, event: Mention, prior: int) -> float:
    """Return how much of a chance is what was learned; the rest is what the rules say.

    Only what was learned in the same language counts: in another one words stand in another order.
    """
    own, same = model.seen_like(page, event.label), model.seen(event.label, key_of(event.text_of(page.text)))
    evidence = own + _VERY_WORDS * same + (model.seen_like(page) - own) / _OF_OTHERS
    return evidence / (evidence + prior)


def _weighed(
    page: Page, setting: Setting, by_rule: Sequence[Guess], model: RoleModel, refused: Collection[str]
) -> list[Proposal]:
    """What more likely than not fills a role, as the rules and what was learned say together."""
    event, label = setting.event, setting.label
    arguments = page.arguments_of(event.id)
    taken = {*refused, *(a.filler_id for a in arguments)}
    filled = [a.role for a in arguments]
    single = {r.name for r in label.roles if not r.repeatable}
    weight, guessed = _weight(page, model, event, _PRIOR), {g.mention_id: g.role for g in by_rule}
    out: list[Proposal] = []
    for found in candidates(page, event):
        if found.mention_id in taken or page.mentions[found.mention_id].span == event.span:
            continue
        learned = model.chances(label, found, filled)
        prior = _prior(guessed.get(found.mention_id, NONE), roles_for(label, found.label))
        chances = {role: weight * learned[role] + (1 - weight) * prior[role] for role in learned}
        role = best_of(chances)
        if role == NONE or chances[role] < _LIKELY or (role in single and role in filled):
            continue
        if not setting.barred(page.mentions[found.mention_id], role):
            out.append(Proposal(role, found.mention_id, chances[role]))
    out = _without_lengths(setting, out, filled)
    if model.seen_like(page, event.label) < ENOUGH:
        out = _with_required(label, out, by_rule)
    for role in single:
        best = max((p.score for p in out if p.role == role), default=0.0)
        out = [p for p in out if p.role != role or p.score == best]
    order = [r.name for r in label.roles]
    return sorted(out, key=lambda p: (order.index(p.role), -p.score))


def _without_lengths(setting: Setting, found: Sequence[Proposal], filled: Collection[str]) -> list[Proposal]:
    """Leave out how long something took, or how often, where a day says when: one time is enough."""
    dated = {p.role for p in found if p.mention_id not in setting.lasting} | {*filled}
    return [p for p in found if p.mention_id not in setting.lasting or p.role not in dated]


def _prior(guessed: str, roles: Sequence[str]) -> dict[str, float]:
    """Return how likely the rules hold each role of a candidate to be, and that it fills none."""
    sure = _NOTHING if guessed == NONE else _RULE
    others = [*(r for r in roles if r != guessed), *([NONE] if guessed != NONE else [])]
    return {guessed: sure, **{role: (1 - sure) / len(others) for role in others}}


def _with_required(label: LabelType, found: list[Proposal], by_rule: Sequence[Guess]) -> list[Proposal]:
    """Little that was learned leaves no role empty that must be filled where the rules have somebody for it."""
    for guess in by_rule:
        role = label.role(guess.role)
        if role and role.required and all(p.role != role.name for p in found):
            found = [p for p in found if p.mention_id != guess.mention_id]
            found.append(Proposal(role.name, guess.mention_id, _LIKELY))
    return found


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
    scores: Mapping[str, float] = rule_scores(page, schema, event, filler, filled)
    if model is not None and model.events:
        learned = model.chances(label, candidate(page, event, filler), filled, none=False)
        weight, prior = _weight(page, model, event, _ORDER), _shares(scores)
        scores = {role: weight * learned[role] + (1 - weight) * prior[role] for role in learned}
    return sorted((r.name for r in label.roles), key=lambda role: -scores.get(role, float("-inf")))


def _shares(scores: Mapping[str, float]) -> dict[str, float]:
    """Return scores as chances that sum to 1."""
    parts = {role: exp(3 * score) for role, score in scores.items()}
    total = sum(parts.values())
    return {role: part / total for role, part in parts.items()}
