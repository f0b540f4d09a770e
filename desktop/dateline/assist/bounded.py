"""Looking for expressions that may run for ever: in a process of its own, which can be stopped.

Python's `re` holds the whole program while it matches, and "(a+)+b" on the wrong line outlasts the person.
"""

from array import array
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, Self

from dateline.assist.seeking import MOST, Seeker, Sought
from dateline.model.text import Span

if TYPE_CHECKING:  # imported with the first expression: a window does without
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

PATIENCE = 3.0  # seconds for one text
_START = 60.0  # seconds for the process to begin, on a busy machine
_LOOK = 0.1  # seconds between two looks at whether somebody wants to stop


class TooSlow(RuntimeError):
    """An expression took longer than anybody waits; the process has been stopped."""


class BoundedSeeker:
    """Seeks in another process, which is started when first needed and again after it had to be stopped.

    `ask`, then `answer` until it is there; or `find`, which waits. Close it at the end.
    """

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._text: str | None = None  # what the process has got
        self._sought: Sought | None = None
        self._since = 0.0
        self._ready = self._waiting = False

    def ask(self, sought: Sought, text: str, most: int = MOST) -> None:
        """Begin to look; what was asked before and has not been answered is dropped."""
        if self._waiting:
            self.close()
        pipe = self._started()
        new_text = None if text is self._text else text
        self._text, self._sought = text, sought
        try:
            pipe.send((sought, new_text, most))
        except OSError:  # it was killed from outside
            self.close()
            pipe = self._started()
            pipe.send((sought, text, most))
            self._text = text
        self._since, self._waiting = monotonic(), True

    def answer(self, wait: float = 0.0) -> list[Span] | None:
        """Return what was found, None while it is not known; raises TooSlow when patience is at its end."""
        if not self._waiting or self._pipe is None:
            return None
        try:
            if self._pipe.poll(wait):
                ends = array("q", self._pipe.recv_bytes())
                if not self._ready:
                    self._ready, self._since = True, monotonic()
                    return self.answer(wait)
                self._waiting = False
                return [Span(ends[i], ends[i + 1]) for i in range(0, len(ends), 2)]
        except (OSError, EOFError):
            self.close()
            raise TooSlow from None
        if monotonic() - self._since > (self._patience if self._ready else _START):
            self.close()
            raise TooSlow
        return None

    def find(
        self, sought: Sought, text: str, most: int = MOST, keep_on: Callable[[], None] = lambda: None
    ) -> list[Span]:
        """Look and wait for the answer; `keep_on` is called now and then and may raise to stop."""
        self.ask(sought, text, most)
        while (found := self.answer(_LOOK)) is None:
            keep_on()
        return found

    @property
    def waiting(self) -> bool:
        """Whether something was asked and not yet answered."""
        return self._waiting

    def close(self) -> None:
        """Stop the process, whatever it does."""
        process, pipe = self._process, self._pipe
        self._process = self._pipe = self._text = None
        self._ready = self._waiting = False
        if pipe is not None:
            pipe.close()
        if process is not None:
            process.kill()
            process.join()
            process.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _started(self) -> "Connection":
        if self._pipe is None:
            import multiprocessing

            context = multiprocessing.get_context("spawn")
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
            self._process.start()
            theirs.close()
        return self._pipe


def _serve(pipe: "Connection") -> None:
    """Say that it has begun, then answer until the other end closes."""
    text = ""
    try:
        pipe.send_bytes(b"")
        while True:
            sought, new_text, most = pipe.recv()
            text = text if new_text is None else new_text
            ends = array("q")
            for span in Seeker(sought).find(text, most=most):
                ends.extend((span.begin, span.end))
            pipe.send_bytes(ends.tobytes())
    except (EOFError, OSError, KeyboardInterrupt):
        return
