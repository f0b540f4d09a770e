"""Texts that nobody has read to their end: what a format writes of the words outside their spans is to be told."""

from dateline.exchange.losses import Losses
from dateline.exchange.names import names_needed
from dateline.model.article import State
from dateline.model.bundle import Bundle, Frame


class Unread:
    """Notes each text that was written and is not done; `kind` says what its format makes of it, "" nothing wrong."""

    def __init__(self, kind: str, frame: Frame, losses: Losses) -> None:
        self._kind, self._losses = kind, losses
        self._named = names_needed(frame)

    def meet(self, bundle: Bundle) -> None:
        """Take in what was written of an article for an annotator; where several are at work, whose it is is said."""
        if self._kind and bundle.state is not State.DONE:
            whose = f" ({bundle.annotator.name})" if self._named and bundle.annotator else ""
            self._losses.add(self._kind, f"{bundle.article.name}{whose}")
