"""What is no step is undone and redone in its turn between those that are."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.gui.asides import Aside, Asides
from dateline.model.changes import Place


class Desk:
    """A journal of steps with asides between them, and what is done just now."""

    def __init__(self) -> None:
        self.asides = Asides()
        self.steps: list[int] = []
        self.undone: list[int] = []
        self.there: list[str] = []
        self.made = 0

    @property
    def last(self) -> int | None:
        return self.steps[-1] if self.steps else None

    def step(self) -> None:
        self.made += 1
        self.steps.append(self.made)
        self.undone.clear()
        self.there.append(f"step {self.made}")
        self.asides.forget_undone()

    def aside(self) -> None:
        self.made += 1
        name = f"aside {self.made}"
        again = lambda: self.there.append(name)  # noqa: E731
        again()
        self.asides.add(Aside(name, Place("a"), lambda: self.there.remove(name), again), self.last)

    def undo(self) -> None:
        if self.asides.next(self.last, back=True):
            self.asides.replay(back=True)
        elif self.steps:
            self.undone.append(self.steps.pop())
            self.there.remove(f"step {self.undone[-1]}")

    def redo(self) -> None:
        if self.asides.next(self.last, back=False):
            self.asides.replay(back=False)
        elif self.undone:
            self.steps.append(self.undone.pop())
            self.there.append(f"step {self.steps[-1]}")


@given(st.lists(st.sampled_from(["step", "aside", "undo", "redo"]), max_size=30))
def test_undo_takes_back_what_was_done_last_and_redo_brings_it_back(moves: list[str]) -> None:
    desk = Desk()
    for move in moves:
        before = list(desk.there)
        getattr(desk, move)()
        if move in ("step", "aside"):
            after = list(desk.there)
            desk.undo()
            assert desk.there == before
            desk.redo()
            assert desk.there == after
        elif move == "undo":
            assert desk.there == before[:-1]
            if before:
                desk.redo()
                assert desk.there == before
                desk.undo()
    while desk.there:
        last = desk.there[-1]
        desk.undo()
        assert last not in desk.there


def test_with_the_project_all_asides_go() -> None:
    desk = Desk()
    desk.aside()
    desk.undo()
    desk.aside()
    desk.asides.clear()
    assert desk.asides.next(None, back=True) is None
    assert desk.asides.next(None, back=False) is None
