"""Records that are part of a page, such as answers about single spans, held until many of a page are taken at once."""

from collections.abc import Callable
from itertools import chain

from msgspec.structs import replace

from dateline.editing.import_report import ImportReport
from dateline.editing.rejoining import marks_of
from dateline.editing.taken_states import joined_states
from dateline.editing.twins import without_twins
from dateline.model.annotation import Annotations
from dateline.model.article import State
from dateline.model.bundle import Bundle
from dateline.store.annotations import FIELDS

_MOST = 2_000  # records held
_LONGEST = 1_000_000  # characters of their texts


class HeldParts:
    """Puts the parts of each page together: one record a span, each looked up on its page, would take square time.

    `take` is given what there is of a page, on which nothing is twice, with its article's id.
    """

    def __init__(self, take: Callable[[Bundle, str], None], report: ImportReport) -> None:
        self._take_in, self._report = take, report
        self._held: dict[str, dict[str, list[Bundle]]] = {}  # by article and annotator
        self._count = self._length = 0

    def take(self, bundle: Bundle, article_id: str) -> None:
        """Hold a part of a page, and pass on at once what is none, behind what is held of its article."""
        if bundle.part:
            self._hold(bundle, article_id)
            return
        if article_id in self._held:
            self.let_go()
        self._take_in(bundle, article_id)

    def _hold(self, part: Bundle, article_id: str) -> None:
        pages = self._held.setdefault(article_id, {})
        of_page = pages.setdefault(part.annotator.id if part.annotator else "", [])
        if of_page:
            part = replace(part, article=of_page[0].article)  # one text in memory
        else:
            self._length += len(part.article.text)
        of_page.append(part)
        self._count += 1
        if self._count >= _MOST or self._length >= _LONGEST:
            self.let_go()

    def let_go(self) -> None:
        """Pass on what is held."""
        held, self._held, self._count, self._length = self._held, {}, 0, 0
        for article_id, pages in held.items():
            for parts in pages.values():
                together = _together(parts)
                page, _ = without_twins(together, events=True)
                self._report.repeated += marks_of(together.annotations) - marks_of(page.annotations)
                self._take_in(page, article_id)


def _together(parts: list[Bundle]) -> Bundle:
    """Return the parts of a page as one; what is new and empty says nothing of how far the page is."""
    if len(parts) == 1:
        return parts[0]
    annotations = [part.annotations for part in parts]
    fields = {name: tuple(chain.from_iterable(getattr(a, name) for a in annotations)) for name in FIELDS.values()}
    state: State | None = None
    for part in parts:
        if part.state is not State.NEW or part.annotations.mentions:
            state = joined_states(state, part.state)
    return replace(parts[0], annotations=Annotations(**fields), state=state or State.NEW)
