"""Which role a mention fills, as learned from the events annotated so far: a small log-linear model, trained online."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from math import exp, sqrt

from dateline.assist.lexicon import Key, key_of
from dateline.assist.role_features import Candidate, candidates
from dateline.model.annotation import Mention
from dateline.model.language import language_of
from dateline.model.page import Page
from dateline.model.schema import LabelType, Schema

NONE = ""  # the class of a mention that fills no role
ENOUGH = 12  # events from which on more is known than the rules of thumb say

_PACE = 0.1  # of AdaGrad; slow and once over the data does best with few events
_SURE = 0.01


class RoleModel:
    """Weights of features for each role; an event is learned when its annotator leaves it."""

    def __init__(self) -> None:
        self._weights: dict[tuple[str, str], float] = {}
        self._squares: defaultdict[tuple[str, str], float] = defaultdict(float)
        self._fillers: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self._types: Counter[tuple[str, Key]] = Counter()  # events of each type, also by trigger
        self._tongues: Counter[tuple[str, str]] = Counter()  # events of each language, and of each type in it
        self.events = 0  # learned from so far

    def clear(self) -> None:
        """Forget everything."""
        self._weights.clear()
        self._squares.clear()
        self._fillers.clear()
        self._types.clear()
        self._tongues.clear()
        self.events = 0

    @property
    def knows(self) -> bool:
        """Whether it has learned enough to be asked."""
        return self.events >= ENOUGH

    def learn(self, page: Page, schema: Schema, event: Mention) -> None:
        """Learn from one event; one without arguments, or of an unknown type, teaches nothing."""
        filled = {a.filler_id: a.role for a in page.arguments_of(event.id)}
        label = schema.by_name.get(event.label)
        if not filled or label is None:
            return
        self.events += 1
        self._types[event.label, ()] += 1
        self._types[event.label, key_of(event.text_of(page.text))] += 1
        self._tongues[_language(page), event.label] += 1
        self._tongues[_language(page), ""] += 1
        for filler_id, role in filled.items():
            if filler := page.mentions.get(filler_id):
                self._fillers[event.label, role][filler.label] += 1
        for found in candidates(page, event):
            roles = [*roles_for(label, found.label), NONE]
            truth = filled.get(found.mention_id, NONE)
            if len(roles) > 1 and truth in roles:
                others = [role for mention_id, role in filled.items() if mention_id != found.mention_id]
                self._learn(_features(event.label, found, ()), roles, truth)
                self._learn(_features(event.label, found, others), roles, truth)

    def seen(self, event: str, trigger: Key = ()) -> int:
        """Return how many events of a type it has learned from, or how many of those with a trigger's words."""
        return self._types[event, trigger]

    def seen_like(self, page: Page, event: str = "") -> int:
        """Return how many events, or how many of a type, it has learned from in the language of a page."""
        return self._tongues[_language(page), event]

    def fillers_of(self, event: str, role: str) -> list[str]:
        """Return the labels of those who filled a role of a type of event, the most frequent first."""
        counts = self._fillers.get((event, role))
        return [label for label, _ in counts.most_common()] if counts else []

    def _learn(self, features: Sequence[str], roles: Sequence[str], truth: str) -> None:
        for role, chance in self._chances(features, roles).items():
            error = (role == truth) - chance
            if abs(error) < _SURE:
                continue
            for feature in features:
                key = (role, feature)
                self._squares[key] += error * error
                self._weights[key] = self._weights.get(key, 0.0) + _PACE * error / sqrt(self._squares[key])

    def chances(
        self, label: LabelType, found: Candidate, filled: Collection[str], *, none: bool = True
    ) -> dict[str, float]:
        """Return how likely a candidate fills each role that takes it (and, with `none`, no role); the sum is 1.

        `filled` are the roles that others fill already.
        """
        roles = [*roles_for(label, found.label), *([NONE] if none else [])]
        return self._chances(_features(label.name, found, filled), roles)

    def _chances(self, features: Sequence[str], roles: Sequence[str]) -> dict[str, float]:
        weight = self._weights.get
        scores = {role: sum(weight((role, f), 0.0) for f in features) for role in roles}
        top = max(scores.values(), default=0.0)
        parts = {role: exp(score - top) for role, score in scores.items()}
        total = sum(parts.values())
        return {role: part / total for role, part in parts.items()}


def _language(page: Page) -> str:
    return language_of(page.article.language, page.text)


def roles_for(label: LabelType, filler: str) -> list[str]:
    """Return the roles of an event type that take a label."""
    return [r.name for r in label.roles if not r.fillers or filler in r.fillers]


def best_of(chances: Mapping[str, float]) -> str:
    """Return the likeliest class; among equals the first."""
    return max(chances, key=lambda role: chances[role])


def _features(event: str, found: Candidate, filled: Collection[str]) -> tuple[str, ...]:
    """All features of a candidate, by themselves and with the event's type or the candidate's label."""
    has = [f"has {role}" for role in sorted(set(filled))] or ["has nothing"]
    return tuple(_paired(event, found.features, has))


def _paired(event: str, seen: Sequence[str], has: Sequence[str]) -> Iterator[str]:
    label, state = seen[0], "|".join(has)
    yield from ("bias", *seen, *has, state)
    yield from (f"{event}|{feature}" for feature in (*seen, *has))
    yield from (f"{label}|{feature}" for feature in (*seen[1:], *has))
    yield f"{label}|{seen[1]}|{state}"
