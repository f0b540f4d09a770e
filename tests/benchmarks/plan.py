"""The fewest actions that fill the roles of an event: a search over what the window would do."""

import itertools
from heapq import heappop, heappush

from msgspec.structs import replace

from dateline.assist.role_model import RoleModel
from dateline.assist.roles import fitting_roles, propose_fillers
from dateline.gui.reader.units import snap
from dateline.model.annotation import Argument, Layer
from dateline.model.page import Page
from dateline.model.records import Records
from dateline.model.schema import Schema
from dateline.model.text import Span

Filled = tuple[str, str]  # role, mention
Action = tuple[str, object]  # "enter", "click" mention, "drag" Span, "key", "add" Filled (two actions), "drop" Filled
State = tuple[Filled, ...]  # in the order in which they were filled

_FARTHEST = 400  # code points that a drag goes over
_WRONG = 2  # arguments too many on the way


class Planner:
    """Plans for one event on a page that is not changed."""

    def __init__(self, page: Page, schema: Schema, model: RoleModel, event_id: str) -> None:
        self._schema, self._model, self._event = schema, model, event_id
        mine = {i: a for i, a in page.arguments.items() if a.event_id != event_id}
        self._page = replace(page, arguments=mine)
        self._others = mine
        self._proposed: dict[tuple[frozenset[Filled], frozenset[str]], tuple[Filled, ...]] = {}
        self._roles: dict[tuple[str, frozenset[str]], list[str]] = {}

    def plan(self, there: State, wanted: frozenset[Filled]) -> list[Action]:
        """Return the cheapest way from what is filled to what is wanted."""
        ticket = itertools.count()
        queue: list[tuple[int, int, int, State, frozenset[str], list[Action]]]
        queue = [(0, 0, 0, there, frozenset(), [])]
        best: dict[tuple[frozenset[Filled], frozenset[str]], int] = {}
        while queue:
            cost, _, _, state, refused, way = heappop(queue)
            key = (frozenset(state), refused)
            if key[0] == wanted:
                return way
            if best.get(key, cost + 1) <= cost:
                continue
            best[key] = cost
            for action, after, price in self._moves(state, wanted, refused):
                if len(set(after) - wanted) <= _WRONG:
                    missing = len(wanted - set(after))
                    out = refused | ({m for _, m in state} - {m for _, m in after})  # not proposed again
                    heappush(queue, (cost + price, missing, next(ticket), after, out, [*way, action]))
        raise AssertionError(f"no way to {sorted(wanted)}")

    def _moves(
        self, state: State, wanted: frozenset[Filled], refused: frozenset[str]
    ) -> list[tuple[Action, State, int]]:
        missing = wanted - set(state)
        moves: list[tuple[Action, State, int]] = [
            (("drop", filled), tuple(f for f in state if f != filled), 1) for filled in set(state) - wanted
        ]
        for filled in missing:
            had = next((f for f in state if f[1] == filled[1]), None)
            moves.append((("key", filled), (*(f for f in state if f != had), filled), 2))
            if had:
                moves.append((("add", filled), (*state, filled), 2))
        proposed = self._proposals(state, refused)
        if set(proposed) & missing:
            moves.append((("enter", None), (*state, *(p for p in proposed if p not in state)), 1))
        ids = {mention for _, mention in missing}
        for mention in ids:
            after = self._clicked(state, mention)
            if after != state:
                moves.append((("click", mention), after, 1))
        ends = sorted((self._page.mentions[i] for i in ids), key=lambda m: m.span)
        for first, last in itertools.combinations(ends, 2):
            span = Span(first.span.begin, max(first.span.end, last.span.end))
            if len(span) <= _FARTHEST:
                moves.append((("drag", span), self._dragged(state, span), 1))
        return moves

    def _with(self, state: State) -> Page:
        self._page.arguments = Records(self._others)
        for n, (role, mention) in enumerate(state):
            self._page.arguments[f"plan{n}"] = Argument(f"plan{n}", self._event, role, mention)
        return self._page

    def _proposals(self, state: State, refused: frozenset[str]) -> tuple[Filled, ...]:
        key = (frozenset(state), refused)
        if key not in self._proposed:
            found = propose_fillers(self._with(state), self._schema, self._event, self._model, refused)
            self._proposed[key] = tuple((p.role, p.mention_id) for p in found)
        return self._proposed[key]

    def _fitting(self, state: State, mention: str, also: tuple[str, ...] = ()) -> list[str]:
        others = frozenset([*(r for r, m in state if m != mention), *also])
        key = (mention, others)
        if key not in self._roles:
            self._roles[key] = fitting_roles(
                self._with(state), self._schema, self._event, mention, self._model, list(also)
            )
        return self._roles[key]

    def _clicked(self, state: State, mention: str) -> State:
        """A mention that fills nothing goes where it fits best; one that does goes to the next role, at last out."""
        roles = self._fitting(state, mention)
        there = [f for f in state if f[1] == mention]
        if not there:
            return (*state, (roles[0], mention))
        page, last = self._page, there[-1]
        label, takes = self._schema.by_name[page.mentions[self._event].label], page.mentions[mention].label
        fit = [r for r in roles if not (role := label.role(r)) or not role.fillers or takes in role.fillers]
        at = fit.index(last[0]) + 1 if last[0] in fit else 0
        rest = tuple(f for f in state if f != last)
        return (*rest, (fit[at], mention)) if at < len(fit) else rest

    def _dragged(self, state: State, span: Span) -> State:
        snapped = snap(self._page.text, span.begin, span.end) or span
        inside = [m for m in self._page.in_order() if snapped.covers(m.span) and m.layer is not Layer.EVENT]
        outer = [m for m in inside if not any(o.span.covers(m.span) and o.span != m.span for o in inside)]
        there = {m for _, m in state}
        new: list[Filled] = []
        for mention in sorted(outer, key=lambda m: m.span.begin):
            if mention.id not in there:
                roles = self._fitting(state, mention.id, tuple(r for r, _ in new))
                new.append((roles[0], mention.id))
        return (*state, *new)
