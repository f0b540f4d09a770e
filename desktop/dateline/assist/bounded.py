"""Looking for expressions that may run for ever: in a process of its own, which can be stopped.

Python's `re` holds the whole program while it matches, and "(a+)+b" on the wrong line outlasts the person.
"""

from array import array
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from threading import Event, Thread
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
        self._helper: _Helper | None = None
        self._since = 0.0
        self._ready = self._waiting = False

    def ask(self, sought: Sought, text: str, most: int = MOST) -> None:
        """Begin to look, which takes no time; what was asked before and has not been answered is dropped."""
        if self._waiting or (self._helper is not None and self._helper.has_said(0.0)):
            self.close()  # who says something unasked was stopped from outside
        if self._helper is None:
            self._helper = _Helper()
        self._helper.ask(sought, text, most)
        self._since, self._waiting = monotonic(), True

    def answer(self, wait: float = 0.0) -> list[Span] | None:
        """Return what was found, None while it is not known; raises TooSlow when patience is at its end."""
        if not self._waiting or self._helper is None:
            return None
        try:
            if self._helper.has_said(wait):
                ends = self._helper.said()
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
        if self._helper is not None:
            self._helper.stop()
        self._helper = None
        self._ready = self._waiting = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class _Helper:
    """The process, with a thread that starts it, hands it what is asked, and sees it off.

    Starting it takes a while, and a long text is taken only once it has begun: whoever asks waits for neither.
    """

    def __init__(self) -> None:
        self._begun = Event()  # it has, or will not
        self._answers: Connection | None = None
        self._process: SpawnProcess | None = None
        self._text: str | None = None  # what it has got
        self._stopped = False
        self._asked: SimpleQueue[tuple[Sought, str | None, int] | None] = SimpleQueue()
        Thread(target=self._run, name="seeking", daemon=True).start()

    def ask(self, sought: Sought, text: str, most: int) -> None:
        """Hand on a question; a text is sent once."""
        self._asked.put((sought, None if text is self._text else text, most))
        self._text = text

    def has_said(self, wait: float) -> bool:
        """Say whether there is something to be read, or nothing more will come; wait so long for it."""
        if not self._begun.wait(wait):
            return False
        return self._answers is None or self._answers.poll(wait)

    def said(self) -> "array[int]":
        """Read what it said: that it has begun, and then begins and ends. Raises EOFError when it is gone."""
        if self._answers is None:
            raise EOFError
        return array("q", self._answers.recv_bytes())

    def stop(self) -> None:
        """Stop it, whatever it does; the thread sees it off. Nothing may be asked of it any more."""
        self._stopped = True
        self._asked.put(None)
        if self._process is not None:
            with suppress(ValueError):  # it is gone already
                self._process.kill()

    def _run(self) -> None:
        try:
            import multiprocessing

            context = multiprocessing.get_context("spawn")
            theirs, questions = context.Pipe(duplex=False)
            answers, their_answers = context.Pipe(duplex=False)
            process = context.Process(target=_serve, args=(theirs, their_answers), daemon=True)
            process.start()
        except OSError:
            self._begun.set()
            return
        theirs.close()
        their_answers.close()
        self._process, self._answers = process, answers
        self._begun.set()
        with questions, suppress(OSError):  # it may be gone
            while not self._stopped and (question := self._asked.get()) is not None:
                questions.send(question)
        process.kill()
        process.join()
        with suppress(ValueError):  # another start of a process, which sees off all that ended, is just at this one
            process.close()


def _serve(questions: "Connection", answers: "Connection") -> None:
    """Say that it has begun, then answer until the other end closes."""
    text = ""
    try:
        answers.send_bytes(b"")
        while True:
            sought, new_text, most = questions.recv()
            text = text if new_text is None else new_text
            ends = array("q")
            for span in Seeker(sought).find(text, most=most):
                ends.extend((span.begin, span.end))
            answers.send_bytes(ends.tobytes())
    except (EOFError, OSError, KeyboardInterrupt):
        return
