"""One happening as it is told over time: announced, confirmed, put off, then taken place; and its date.

What counts is when each report appeared and whether it tells of something planned or past. The day on which an
announcement appeared is never the day of what it announces.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from dateline.model.calendar import DAY, publication_order
from dateline.model.interval import Granularity, When, overlaps, span_seconds
from dateline.model.moving import Move, Moving
from dateline.model.occasion import same_day


class Stage(StrEnum):
    """What a report says of an event: that it is planned, has happened, will not be, was not, or might be."""

    PLANNED = "planned"
    HAPPENED = "happened"
    OFF = "off"
    DENIED = "denied"
    POSSIBLE = "possible"


class Turn(StrEnum):
    """What a report adds to those before it."""

    ANNOUNCED = "announced"
    CONFIRMED = "confirmed"
    POSTPONED = "postponed"
    BROUGHT_FORWARD = "brought forward"
    CALLED_OFF = "called off"
    TOOK_PLACE = "took place"
    DENIED = "did not take place"
    POSSIBLE = "possible"


class Told(Struct, frozen=True):
    """One report: the ISO date of its article ("" where not known), what it says, and the date it gives.

    `article` and `at` say where it stands ("" where that is not known: then each is an article of its own), `moving`
    what its words do with a plan, `before` the day that it gives up for `when`.
    """

    published: str
    stage: Stage
    when: When | None = None
    article: str = ""
    at: int = 0
    moving: Moving | None = None
    before: When | None = None


class Line(Struct, frozen=True):
    """One report in the story: its index, what it adds, and whether the date it gives is that of a plan put off."""

    index: int
    turn: Turn
    gone: bool = False


def stage_of(attributes: Mapping[str, str]) -> Stage:
    """Return what an event mention's attributes say; without any it has happened."""
    negative = attributes.get("polarity", "positive") == "negative"
    modality = attributes.get("modality", "asserted")
    if modality == "hypothetical":
        return Stage.POSSIBLE
    if modality == "planned":
        return Stage.OFF if negative else Stage.PLANNED
    return Stage.DENIED if negative else Stage.HAPPENED


def happening_date(reports: Sequence[Told]) -> When | None:
    """Return the date of what some reports tell of, None where none gives one.

    Reports that it happened count most; without them the newest plan counts, so that a visit put off stands on its
    new day. Where another report meets that date and is more exact, it says the day; but a plan for one of several
    days does not shorten what is told to take them all.
    """
    if len(reports) == 1:  # by far the most, and tens of thousands at a time
        return reports[0].when
    story = _Story(reports)
    dated = [(line, report) for line in story.lines if (report := story.reports[line.index]).when]
    happened = [r for line, r in dated if line.turn is Turn.TOOK_PLACE]
    planned = [r for line, r in dated if r.stage is Stage.PLANNED and not line.gone]
    planned = planned or [r for _, r in dated if r.stage is Stage.PLANNED]  # put off, and nobody says until when
    base = _most_exact(happened) or (planned[-1] if planned else None) or _most_exact(r for _, r in dated)
    if base is None or base.when is None:
        return None
    unsaid = (Stage.POSSIBLE, *_AHEAD) if _several_days(base.when) else (Stage.POSSIBLE,)
    others = [r for line, r in dated if r.stage not in unsaid and not line.gone]
    plans = [r for r in reversed(others) if r.stage is Stage.PLANNED]  # of some that are as exact the newest
    others = [base, *(r for r in others if r.stage is not Stage.PLANNED), *plans]
    meeting = [r for r in others if r.when and overlaps(r.when, base.when)]
    best = _most_exact(meeting) or base
    return best.when


def life_cycle(reports: Sequence[Told]) -> list[Line]:
    """Return the reports by date of publication, each with what it adds."""
    return _Story(reports).lines


def outlook(reports: Sequence[Told]) -> tuple[bool, bool]:
    """Return whether it is only planned or possible as far as is known, and whether it is told as not to be."""
    turns = [line.turn for line in life_cycle(reports)]
    planned = all(t not in (Turn.TOOK_PLACE, Turn.DENIED) for t in turns)
    said = [t for t in turns if t is not Turn.POSSIBLE]
    return planned, bool(said) and Turn.TOOK_PLACE not in said and said[-1] in (Turn.CALLED_OFF, Turn.DENIED)


_TURNS = {
    Stage.HAPPENED: Turn.TOOK_PLACE,
    Stage.OFF: Turn.CALLED_OFF,
    Stage.DENIED: Turn.DENIED,
    Stage.POSSIBLE: Turn.POSSIBLE,
}
_MOVED = {Move.PUT_OFF: Turn.POSTPONED, Move.FORWARD: Turn.BROUGHT_FORWARD, Move.OFF: Turn.CALLED_OFF}


class _Story:
    """Hears some reports article by article, in the order these appeared.

    An article moves the plan where its words say so, or where it gives the day that was planned and another. The day
    that was planned is `gone` then: it confirms nothing, and who tells of it again beside the new one revives nothing.
    """

    def __init__(self, reports: Sequence[Told]) -> None:
        self.lines: list[Line] = []
        self.moving: set[str] = set()  # articles that move the plan
        self._plan: When | None = None
        self._announced = False
        self.repeats: set[int] = set()  # reports of a plan for a day that an article before has said is given up
        self._gone: list[When] = []
        self._said_gone: list[When] = []
        # "They suspended aid" puts nothing off but what was planned: a happening may be just that.
        plans = any(r.stage in _AHEAD and not (r.moving and r.moving.own) for r in reports)
        self._moves = [_move(r, plans=plans) for r in reports]
        self.reports = reports = [
            replace(r, stage=Stage.PLANNED) if move and r.stage is Stage.HAPPENED else r
            for r, move in zip(reports, self._moves, strict=True)
        ]
        later = {r.article for r, move in zip(reports, self._moves, strict=True) if move} - {""}

        def place(i: int) -> tuple[int, bool, str, bool, int, int]:
            """Of one moment, what puts off comes after what it does, in one article a plan before what came of it."""
            report = reports[i]
            past = bool(report.article) and report.stage in (Stage.HAPPENED, Stage.DENIED)
            return publication_order(report.published), report.article in later, report.article, past, report.at, i

        for _, group in groupby(sorted(range(len(reports)), key=place), key=lambda i: reports[i].article or i):
            self._hear(list(group))

    def _hear(self, article: Sequence[int]) -> None:
        """Take in what one article tells."""
        ahead = [i for i in article if self.reports[i].stage in _AHEAD]
        move = next((m for i in ahead if (m := self._moves[i])), None)
        given_up = [w for i in ahead if (w := self.reports[i].before)]
        gone = self._given_up(ahead, given_up) if given_up else self._put_off(ahead, move)
        new = [i for i in ahead if self.reports[i].when and i not in gone and not self._meets(i, gone)]
        if move or (gone and new):
            turn = self._turn_of_move([*given_up, *(w for i in sorted(gone) if (w := self.reports[i].when))], new, move)
            self.moving.add(self.reports[article[0]].article or str(article[0]))
        else:
            turn, gone = None, frozenset()
        before, known = self._plan, self._announced
        if turn is None:
            self.repeats |= {i for i in ahead if self._is_given_up(self.reports[i], before)}
        for i in article:
            said = self._turn(i, before, turn, is_new=i in new)
            if said is Turn.CONFIRMED and not known:  # who tells of it twice does not confirm it
                said = Turn.ANNOUNCED
            self.lines.append(Line(i, said, i in gone))
        self._gone += [*given_up, *(w for i in sorted(gone) if (w := self.reports[i].when))]
        if before and self._plan and not overlaps(before, self._plan):
            self._gone.append(before)
            self._said_gone += [before] if turn else []
        self._said_gone += given_up

    def _is_given_up(self, report: Told, plan: When | None) -> bool:
        when = report.when
        if report.stage is not Stage.PLANNED or when is None or plan is None or overlaps(when, plan):
            return False
        return any(overlaps(when, old) for old in self._said_gone)

    def _given_up(self, ahead: Sequence[int], days: Sequence[When]) -> frozenset[int]:
        """Return those of an article's reports that give just a day which another one of them says is given up."""
        told = [(i, r) for i in ahead if (r := self.reports[i]).stage is Stage.OFF or not r.before]
        return frozenset(
            i for i, r in told if r.stage is Stage.OFF or (r.when and any(overlaps(r.when, day) for day in days))
        )

    def _put_off(self, ahead: Sequence[int], move: Move | None) -> frozenset[int]:
        """Return those of an article's reports that give the old day."""
        off = {i for i in ahead if self.reports[i].stage is Stage.OFF}
        rest = {i: w for i in ahead if i not in off and (w := self.reports[i].when)}
        plan = self._plan
        met = {i for i, w in rest.items() if plan and overlaps(w, plan)}
        known = {i for i, w in rest.items() if i not in met and any(overlaps(w, old) for old in self._gone)}
        if move is not Move.FORWARD and known and (met or move or len(known) < len(rest)):
            off |= known
            rest = {i: w for i, w in rest.items() if i not in known}
        else:
            known = set()
        if met and (len(met) < len(rest) or (move and not known)):
            return frozenset(off | met)
        if move and not met and len(rest) > 1:
            begins = {i: _begin(w) for i, w in rest.items()}
            stays = rest[(min if move is Move.FORWARD else max)(begins, key=begins.__getitem__)]
            off |= {i for i, w in rest.items() if not overlaps(w, stays)}
        return frozenset(off)

    def _meets(self, i: int, others: Iterable[int]) -> bool:
        mine = self.reports[i].when
        return any(mine and (other := self.reports[j].when) and overlaps(mine, other) for j in others)

    def _turn_of_move(self, gone: Sequence[When], new: Sequence[int], move: Move | None) -> Turn:
        """What an article that moves the plan adds: by the old and the new day where both are known, else by words."""
        now = self.reports[new[-1]].when if new else None
        olds = (*([self._plan] if self._plan else []), *gone)
        old = next((w for w in olds if now and not overlaps(w, now)), None)
        if now and old:
            return _turn_of_plan(old, now)
        turn = _MOVED[move or Move.PUT_OFF]
        return Turn.POSTPONED if now and turn is Turn.CALLED_OFF else turn

    def _turn(self, i: int, before: When | None, moved: Turn | None, *, is_new: bool) -> Turn:
        report = self.reports[i]
        if report.stage is not Stage.PLANNED:
            return moved if moved and report.stage is Stage.OFF else _TURNS[report.stage]
        announced, self._announced = self._announced, True
        confirms = moved and is_new and before and report.when and overlaps(before, report.when)
        if moved and not confirms:
            self._plan = report.when if is_new else self._plan
            return moved
        plan, self._plan = self._plan, report.when or self._plan
        return _turn_of_plan(plan, report.when) if announced else Turn.ANNOUNCED


_AHEAD = (Stage.PLANNED, Stage.OFF)


def _move(report: Told, *, plans: bool) -> Move | None:
    """Return what a report does with the plan; what has happened does so only where it is that act itself."""
    if report.stage is Stage.PLANNED and report.before and report.when:
        return Move.PUT_OFF if _turn_of_plan(report.before, report.when) is Turn.POSTPONED else Move.FORWARD
    if report.moving is None or (report.stage not in _AHEAD and not (plans and report.moving.own)):
        return None
    return report.moving.move if report.stage in (*_AHEAD, Stage.HAPPENED) else None


def _begin(when: When) -> float:
    return when.begin if when.begin is not None else float("-inf")


def _turn_of_plan(before: When | None, now: When | None) -> Turn:
    if before is None or now is None or overlaps(before, now):
        return Turn.CONFIRMED
    later = before.end is not None and now.begin is not None and now.begin >= before.end
    return Turn.POSTPONED if later else Turn.BROUGHT_FORWARD


def disagreeing(reports: Sequence[Told]) -> list[tuple[int, int]]:
    """Return the pairs of reports whose dates cannot both be right, the earlier published first.

    A plan that a later article changes, or that came otherwise, is no disagreement: that is how plans go. Nor are the
    old and the new day in an article that puts off; but one that afterwards tells of the old day as if nothing had been
    moved disagrees with it.
    """
    if len(reports) < 2:
        return []
    story = _Story(reports)
    lines = [line for line in story.lines if reports[line.index].when and not line.gone]
    took_place = any(line.turn is Turn.TOOK_PLACE for line in story.lines)
    pairs = []
    for place, line in enumerate(lines):
        for other in lines[place + 1 :]:
            i, j = line.index, other.index
            one, two = story.reports[i], story.reports[j]
            again = j in story.repeats and (one.article or str(i)) in story.moving  # as if nothing had been moved
            if one.when and two.when and not overlaps(one.when, two.when) and (again or _contradict(one, two)):
                plans = {one.stage, two.stage} == {Stage.PLANNED}
                moved = len({(r.article or str(k)) in story.moving for k, r in ((i, one), (j, two))}) > 1
                if not plans or not (took_place or (moved and not again)):
                    pairs.append((i, j))
    return pairs


def in_force(reports: Sequence[Told]) -> list[int]:
    """Return the reports whose dates count in the end: that it took place, without any the newest plan's."""
    story = _Story(reports)
    lines = [line for line in story.lines if reports[line.index].when and not line.gone]
    happened = [line.index for line in lines if line.turn is Turn.TOOK_PLACE]
    if happened:
        return happened
    plans = [line.index for line in lines if story.reports[line.index].stage is Stage.PLANNED]
    last = reports[plans[-1]].when if plans else None
    return [i for i in plans if last and (when := reports[i].when) and overlaps(when, last)]


def _contradict(one: Told, other: Told) -> bool:
    """`one` was published first, or on the same day, or their order is not known."""
    if not {one.stage, other.stage} <= {Stage.PLANNED, Stage.HAPPENED}:
        return False
    if one.stage is Stage.HAPPENED:
        return other.stage is Stage.HAPPENED or bool(one.published and other.published)
    if other.stage is Stage.HAPPENED:
        return False
    return not one.published or not other.published or same_day(one.published, other.published)


def _several_days(when: When) -> bool:
    """Say whether it lasts from one day to another, both told: no vague date that another one makes exact."""
    length = span_seconds(when)
    return when.granularity is Granularity.DAY and length is not None and length > DAY


def _most_exact(reports: Iterable[Told]) -> Told | None:
    """Return the report with the shortest closed date, the first published of several; an open one where all are."""
    found = [r for r in reports if r.when]
    closed = [(length, i) for i, r in enumerate(found) if r.when and (length := span_seconds(r.when)) is not None]
    if closed:
        return found[min(closed)[1]]
    return found[0] if found else None
