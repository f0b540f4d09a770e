"""How far annotators have come with articles, as the records of one import tell it."""

from collections.abc import Callable

from msgspec.structs import replace

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
    """Sets each annotator's state for each article once; what was there before the import stays.

    Where several records are one annotator's page, such as the decisions on each of its spans, it is skipped only if
    all of them are, and done if all that are not skipped are.
    """

    def __init__(self, project: Project, step: Step, writer: BulkWriter, notices: Tally) -> None:
        self._project, self._step, self._writer, self._notices = project, step, writer, notices
        self._empty = project.articles.count() == 0  # before the import
        # An article with an annotator to the id and state this import has set, or that it set none.
        self._met = Ledger()

    def take(self, article_id: str, who: Annotator, state: State, arrives: Callable[[Annotator], None]) -> bool:
        """Take in what a record says; return whether that is a state for a page without one."""
        key = f"{article_id}\0{who.id}"
        if (met := self._met.get(key)) is not None:
            if met != _HERE:
                self._further(key, Progress(met[:-1], article_id, who.id, _STATES[int(met[-1])]), state)
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
        self._met[key] = f"{progress.id}{_STATES.index(state)}"
        self._writer.add([progress])
        return True

    def _further(self, key: str, before: Progress, state: State) -> None:
        if state in (before.state, State.SKIPPED):
            return
        self._writer.flush()
        now = state if before.state is State.SKIPPED else State.STARTED
        self._met[key] = f"{before.id}{_STATES.index(now)}"
        self._step.put(replace(before, state=now))


_STATES = tuple(State)
