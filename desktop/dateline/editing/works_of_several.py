"""What comes under one new name and is here already as several people's: their works in one, once more."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from dateline.editing.rejoining import Place, placed
from dateline.exchange.problems import Problem, ProblemKind, worded
from dateline.model.annotation import Mention
from dateline.model.wording import Advice, Wording, first_of, tr

_MOST = 0.8  # of each one's page, and of all that comes: people who work by themselves seldom agree so far
_NAMED = 5
_ECHO = tr(
    "perhaps the same work once more: all {count} annotations that come as {who}'s to texts here are those of {others}"
)
_NEARLY = tr(
    "perhaps the same work once more: {count} of {all} annotations that come as {who}'s to texts here are those of"
    " {others}"
)
_TODO = tr(
    "If it is their work, leave it; if it was corrected, go back and import each one's records by themselves, with"
    " their name as the Annotator: what is there joins it"
)
_TODO_ELSEWHERE = (
    "If it is their work, leave it; if it was corrected, import each one's records by themselves, with --annotator"
    " and their name: what is there joins it"
)


class WorksOfSeveral:
    """Counts, for each name, what comes to pages of which nearly all of somebody's, or of several people's, comes."""

    def __init__(self) -> None:
        self._count: Counter[str] = Counter()
        self._others: dict[str, Counter[str]] = {}

    def look(
        self, who: str, come: Sequence[Mention], before: Sequence[Mention], pages: Mapping[str, Counter[Place]]
    ) -> None:
        """Look at what comes to a text here as `who`'s, `before` which came already, beside others' `pages` of it."""
        layers = {m.layer for m in (*come, *before)}  # a format may not hold the others
        new = Counter(placed(m) for m in come)
        mine = new + Counter(placed(m) for m in before)
        theirs: Counter[Place] = Counter()
        for other, page in pages.items():
            held = Counter({place: count for place, count in page.items() if place[0] in layers})
            if (mine & held).total() > _MOST * held.total():
                theirs |= held
                self._others.setdefault(who, Counter())[other] += (new & held).total()
        self._count[who] += (new & theirs).total()

    def told(self, who: str, come: int) -> Iterator[Problem]:
        """Yield what there is to tell of a name under which so many annotations come to texts here."""
        others = sorted(name for name, count in self._others.get(who, Counter()).items() if count)
        if len(others) > 1 and (count := self._count[who]) > _MOST * come:
            details = {"count": f"{count}", "all": f"{come}", "who": who, "others": first_of(others, _NAMED)}
            said = Wording(_ECHO if count == come else _NEARLY, dict(details))
            yield worded(said, Advice(_TODO, _TODO_ELSEWHERE), kind=ProblemKind.NAMESAKE)
