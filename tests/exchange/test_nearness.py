"""Nearness gives the same answers wherever its sketches lie, in memory or put away."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.exchange.nearness import NEAR, Nearness, sketch_of


def _texts(seed: int, number: int) -> list[str]:
    """Texts of which some are cut copies of earlier ones."""
    chance = random.Random(seed)
    texts: list[str] = []
    for _ in range(number):
        if texts and chance.random() < 0.5:
            words = chance.choice(texts).split()
            texts.append(" ".join(words[: int(len(words) * chance.uniform(0.5, 1))]))
        else:
            texts.append(" ".join(f"w{chance.randrange(300)}" for _ in range(chance.randrange(10, 120))))
    return texts


@given(st.integers(0, 10_000), st.integers(1, 7))
@settings(deadline=None, max_examples=40)
def test_what_is_put_away_is_found_like_what_is_held(seed: int, held: int) -> None:
    near, plain = Nearness(held), Nearness(10**6)
    for i, text in enumerate(_texts(seed, 25)):
        found, expected = near.near(text), plain.near(text)
        assert sorted(found) == sorted(expected)
        near.add(str(i), text)
        plain.add(str(i), text)


def test_of_one_report_in_hundreds_of_papers_a_few_are_found() -> None:
    near = Nearness(50)
    text = " ".join(f"w{i}" for i in range(200))
    for i in range(600):
        near.add(str(i), f"{text} v{i}")
    found = near.near(text)
    assert 0 < len(found) <= 20
    assert found[0][1] > 0.9


@given(st.integers(0, 10_000), st.integers(40, 400), st.floats(0.3, 1), st.floats(0, 0.2))
@settings(deadline=None, max_examples=100)
def test_no_pair_that_is_near_is_passed_by(seed: int, length: int, kept: float, changed: float) -> None:
    """The estimate as its paper has it, of a text and of a copy that is cut and edited."""
    chance = random.Random(seed)
    words = [f"w{chance.randrange(3000)}" for _ in range(length)]
    copy = [w if chance.random() >= changed else "other" for w in words[: max(15, int(length * kept))]]
    near = Nearness()
    near.add("it", " ".join(words))
    found = near.near(" ".join(copy))
    one, other = sketch_of(" ".join(words)), sketch_of(" ".join(copy))
    assert one
    if other is None:
        assert found == []
        return
    union = sorted({*one.hashes, *other.hashes})[:96]
    common = len({*one.hashes} & {*other.hashes} & {*union}) / len(union)
    share = min(1.0, common / (1 + common) * (one.runs + other.runs) / min(one.runs, other.runs))
    assert found == ([("it", share)] if share >= NEAR else [])
