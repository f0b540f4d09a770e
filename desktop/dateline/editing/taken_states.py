"""How far annotators have come with articles, as the records of an import tell it."""

from collections.abc import Callable

from msgspec import Struct

from dateline.editing.rejoining import told_of_state
from dateline.exchange.problems import Tally
from dateline.model.annotation import Annotator
from dateline.model.article import Progress, State
from dateline.model.ids import new_id
from dateline.scratch import Ledger
from dateline.store.bulk import BulkWriter
from dateline.store.project import Project
from dateline.store.step import Step

_SAID = (State.DONE, State.SKIPPED)  # by a person; of others a source may only tell that something is annotated
_HERE = "here"


class TakenStates:
    """Sets each annotator's state for each article once; what was there before a source stays: `settle` behind each.

    Where several records are one annotator's page, such as the decisions on each of its spans, it is skipped only if
    all of them are, and done if all that are not skipped are. What a record of the whole page calls done stays done
    whatever records say that are but part of it, before it or behind it.
    """

    def __init__(self, project: Project, step: Step, writer: BulkWriter, notices: Tally) -> None:
        self._project, self._step, self._writer, self._notices = project, step, writer, notices
        self._empty = project.articles.count() == 0  # before the source
        # An article with an annotator to the id and state this source has set, or that it set none.
        self._met = Ledger()

    def settle(self) -> None:
        """Begin with another source; what has been written is the project's own for it."""
        self._empty = False
        self._met.clear()

    def take(
        self, article_id: str, who: Annotator, state: State, arrives: Callable[[Annotator], None], *, part: bool = False
    ) -> bool:
        """Take in what a record says; return whether that is a state for a page without one.

        `part`: the record says no more than something of the page.
        """
        key = f"{article_id}\0{who.id}"
        said = _Said(parts=state) if part else _Said(whole=state)
        if (met := self._met.get(key)) is not None:
            if met != _HERE:
                self._further(key, article_id, who, met, said)
            return False
        known = None if self._empty else self._project.annotations.progress_id(article_id, who.id)
        if known is not None:
            self._met[key] = _HERE
            if state in _SAID and state is not known[1]:
                article = self._project.articles.get(article_id)
                self._notices.add(told_of_state(article, who, state, known[1]))
            return False
        arrives(who)
        progress = Progress(new_id(), article_id, who.id, state)
        self._met[key] = f"{progress.id} {said.written}"
        self._writer.add([progress])
        return True

    def _further(self, key: str, article_id: str, who: Annotator, met: str, more: "_Said") -> None:
        id_, _, written = met.partition(" ")
        before = _Said.read(written)
        now = _Said(joined_states(before.whole, more.whole), joined_states(before.parts, more.parts))
        if now == before:
            return
        self._met[key] = f"{id_} {now.written}"
        if now.state is not before.state:
            self._writer.flush()
            self._step.put(Progress(id_, article_id, who.id, now.state))


class _Said(Struct, frozen=True):
    """What a source has said of a page: its records of the whole, and those that are but part of it."""

    whole: State | None = None
    parts: State | None = None

    @property
    def state(self) -> State:
        """What this makes of the page."""
        return State.DONE if self.whole is State.DONE else joined_states(self.whole, self.parts) or State.NEW

    @property
    def written(self) -> str:
        """The same as text."""
        return f"{self.whole or ''}/{self.parts or ''}"

    @classmethod
    def read(cls, written: str) -> "_Said":
        """Return what was `written`."""
        return cls(*(State(part) if part else None for part in written.split("/")))


def joined_states(one: State | None, other: State | None) -> State | None:
    """Return what two records of a page make of it, in either order."""
    if one is None or other is None or one is other:
        return one or other
    if State.SKIPPED in (one, other):
        return other if one is State.SKIPPED else one
    return State.STARTED
