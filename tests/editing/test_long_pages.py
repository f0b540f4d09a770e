"""A page of thousands of mentions that comes again: twice as many are twice the work, whatever became of them."""

import random
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from dateline.editing.redelivery import Redelivery
from dateline.editing.rejoining import rejoin
from dateline.model.annotation import Annotations, Annotator, Layer, Mention, Relation
from dateline.model.article import Article
from dateline.model.schema import Schema
from dateline.model.text import Span
from dateline.store.project import Project

Change = Callable[[int], tuple[str, int, int]]  # of a number: a label, "" for none, and where it stands in its word
NUMBER = 60
WORD = 10  # characters


def _instructions(run: Callable[[], object]) -> int:
    """Return how many instructions of Python are run: the same on every machine, where a time is not."""
    count = 0

    def counted(frame: FrameType, event: str, arg: object) -> Any:
        nonlocal count
        frame.f_trace_opcodes = True
        count += event == "opcode"
        return counted

    before = sys.gettrace()
    sys.settrace(counted)
    try:
        run()
    finally:
        sys.settrace(before)
    return count


def _page(name: str, number: int, change: Change, relation: str) -> Annotations:
    """Return mentions of so many words, each related with the next, in an order of their own."""
    mentions = []
    for n in range(number):
        label, begin, end = change(n)
        if label:
            span = Span(WORD * n + begin, WORD * n + end)
            mentions.append(Mention(f"{name}{n}", "a", "ada", Layer.ENTITY, label, (span,)))
    ids = [m.id for m in mentions]
    relations = [Relation(f"{name}r{n}", "a", "ada", relation, *ends) for n, ends in enumerate(pairwise(ids))]
    if name == "come":
        for records in (mentions, relations):
            random.Random(0).shuffle(records)
    return Annotations(mentions=tuple(mentions), relations=tuple(relations))


def _whole(label: str) -> tuple[str, int, int]:
    return label, 0, WORD - 1


@pytest.mark.parametrize(
    ("change", "relation"),
    [
        (lambda n: _whole("A"), "near"),
        (lambda n: _whole("A" if n % 2 else "B"), "near"),
        (lambda n: _whole("A" if n % 2 else ""), "near"),
        (lambda n: ("A", 0, WORD - 1 - n % 2), "near"),
        (lambda n: ("A", 0, WORD - 1 if n else WORD * NUMBER), "near"),
        (lambda n: _whole("A"), "far"),
    ],
    ids=["the same", "relabelled", "absent", "shortened", "one over many", "relations renamed"],
)
def test_twice_as_many_mentions_are_twice_the_work(tmp_path: Path, change: Change, relation: str) -> None:
    who = Annotator("ada", "ada")
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        with project.step("Article") as step:
            step.put(article := Article("a", "word word " * NUMBER * 4))

        def again(number: int) -> int:
            here = _page("here", number, lambda n: _whole("A"), "near")
            come = _page("come", number, change, relation)
            found = rejoin(come, here, set(), article.text)
            redelivery = Redelivery(project)
            return _instructions(lambda: redelivery.look_again(who, article.id, come, here, found))

        again(1)  # what is made ready once
        assert again(4 * NUMBER) < 4.6 * again(NUMBER)
