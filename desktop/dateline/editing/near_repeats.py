"""What becomes of an annotated article that nearly repeats another one; of mere texts their formats see to it."""

from msgspec.structs import replace

from dateline.editing.near import NearTexts
from dateline.exchange.arrivals import choice_for, told_of_near
from dateline.exchange.options import Nearly, ReadOptions
from dateline.exchange.problems import Tally
from dateline.model.bundle import Bundle


class NearRepeats:
    """Is asked with each article that is new here, once."""

    def __init__(self, options: ReadOptions, notices: Tally) -> None:
        self._near, self._nearly, self._notices = options.near, options.nearly, notices

    @property
    def left_out(self) -> bool:
        """Whether what nearly repeats another one is left out."""
        return self._nearly is Nearly.LEAVE_OUT

    def settle(self, *, renamed: bool) -> None:
        """Begin with another source; `renamed`: titles or addresses of articles that were there have changed."""
        if isinstance(self._near, NearTexts):
            self._near.settle(renamed=renamed)

    def judged(self, bundle: Bundle) -> Bundle | None:
        """Return a page as it is to be taken in, None where it is left out; what is near is told."""
        near = self._near(bundle.article) if self._near and not bundle.weighed else None
        if near is None:
            return bundle
        choice = choice_for(near, self._nearly)
        self._notices.add(told_of_near(bundle.article.name, None, near, self._nearly))
        if choice is Nearly.LEAVE_OUT:
            return None
        return replace(bundle, revises=near.article_id) if choice is Nearly.REVISE else bundle
