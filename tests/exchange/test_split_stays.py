"""What is new moves itself: a link, an article or a day's work divides no other articles anew."""

import hashlib
import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.exchange.beside import CARD, MANIFEST, beside
from dateline.exchange.divided_before import divided_before
from dateline.exchange.formats import format_named
from dateline.exchange.options import WriteOptions
from dateline.exchange.split import ArticleLinks, Split, plan_split
from dateline.model.annotation import Annotations, Annotator, Layer, Mention
from dateline.model.article import Article, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.text import Span

WAYS = st.sampled_from(["80/10/10", "80/20", "60/20/20", "40/30/20/10"])


def divided(size, told, seed=1, text="80/10/10", day=lambda _: ""):
    """The part of each of so many articles; `told` gives the happenings an article tells of, by number."""
    links = [
        ArticleLinks(f"a{n}", hashlib.sha256(b"%d" % n).hexdigest(), frozenset(told.get(n, ())), day(n))
        for n in range(size)
    ]
    return dict(plan_split(links, Split.parse(text, seed)).part_of.items())


def moved(one, other, among=None):
    return sum(one[a] != other[a] for a in (one if among is None else among))


@given(st.integers(30, 400), st.integers(0, 10**6), WAYS)
@settings(deadline=None, max_examples=40)
def test_of_others_hardly_more_move_than_were_linked(size, seed, text):
    """As many as the linked articles leave room for, at each border between two parts."""
    one, other = random.Random(seed).sample(range(size), 2)
    before, after = (divided(size, told, seed, text) for told in ({}, {one: "h", other: "h"}))
    others = [a for a in before if a not in {f"a{one}", f"a{other}"}]
    assert moved(before, after, others) <= 2 * text.count("/")
    assert len({after[f"a{one}"], after[f"a{other}"]}) == 1


@given(st.integers(30, 400), st.integers(0, 10**6), WAYS)
@settings(deadline=None, max_examples=40)
def test_an_article_more_moves_one_beside_each_border_at_most(size, seed, text):
    before, after = divided(size, {}, seed, text), divided(size + 1, {}, seed, text)
    assert moved(before, after, before) <= text.count("/")


@pytest.mark.parametrize("text", ["80/10/10", "60/20/20"])
def test_more_articles_bring_nothing_from_train_to_test(text):
    for seed in range(6):
        before, after = divided(300, {}, seed, text), divided(600, {}, seed, text)
        went = [(before[a], after[a]) for a in before if before[a] != after[a]]
        assert ("train", "test") not in went
        assert len(went) < 300 * 0.12  # of chance: the share of the first 300 that is not exactly that of all


def test_a_thousand_articles_keep_their_parts_over_a_hundred_happenings():
    chance, told = random.Random(3), {}
    for happening in range(100):
        for n in chance.sample(range(1000), 3):
            told.setdefault(n, set()).add(f"h{happening}")
    before, after = divided(1000, {}), divided(1000, told)
    assert sum(before[a] == "train" != after[a] for a in before) < 50  # all the 290 linked ones could


def test_a_story_keeps_its_part_as_later_reports_join_it():
    def day(n):
        return f"2020-01-{n % 28 + 1:02}"

    for seed in range(10):
        stories = [{n: {"h"} for n in (*range(4), *range(50, 50 + joined))} for joined in range(3)]
        assert len({divided(200, told, seed, day=day)["a0"] for told in stories}) == 1


@pytest.mark.parametrize("size", [100, 300, 1000])
@pytest.mark.parametrize("text", ["80/10/10", "60/20/20"])
def test_sizes_are_those_asked_for_with_ordinary_links(size, text):
    for seed in range(5):
        chance, told = random.Random(seed), {}
        for happening in range(size // 10):
            for n in chance.sample(range(size), 3):
                told.setdefault(n, set()).add(f"h{happening}")
        parts = list(divided(size, told, seed, text).values())
        split = Split.parse(text)
        assert {name: parts.count(name) for name, _ in split.parts} == {n: size * w / 100 for n, w in split.parts}


@given(st.lists(st.integers(2, 9), min_size=12, max_size=60), st.integers(0, 99))
@settings(deadline=None, max_examples=60)
def test_where_all_are_bound_no_part_is_further_from_its_size_than_a_group_is_large(sizes, seed):
    told = [h for h, size in enumerate(sizes) for _ in range(size)]
    parts = list(divided(len(told), {n: {f"h{h}"} for n, h in enumerate(told)}, seed, "60/20/20").values())
    for name, weight in Split.parse("60/20/20").parts:
        assert abs(parts.count(name) - len(told) * weight / 100) <= max(sizes) + 1


# What the export before had in another part


def made(size, linked=()):
    who, found = Annotator("w", "Ada"), []
    for n in range(size):
        event = Mention(f"m{n}", f"a{n}", "w", Layer.EVENT, "MEET", (Span(0, 4),), {}, None, "h")
        article = Article(f"a{n}", f"Text {n} of its own.")
        found.append(Bundle(article, who, State.DONE, Annotations((event,)) if n in linked else Annotations()))
    return found


def export(target, bundles, seed=1, split="50/50", card=True, **chosen):
    """Export; return what was said beforehand of the export before, by what it is about."""
    told = []
    options = WriteOptions(split=Split.parse(split, seed), card=card, foretell=lambda n: told.append(str(n)), **chosen)
    format_named("spans").write(target, Frame(), bundles, options)
    kinds = {
        "had in": "into",
        "had is": "out",
        "had are": "out",
        "than in the": "others",
        "no manifest": "untold",
    }
    return {kinds[words]: note for note in told for words in kinds if words in note}


def texts(path):
    return {json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()}


def test_what_was_trained_on_and_is_in_the_test_now_is_told_before_anything_is_written(tmp_path):
    target = tmp_path / "x.jsonl"
    assert export(target, made(40)) == {}
    train = texts(tmp_path / "x.train.jsonl")
    assert export(target, made(40)) == {}
    path = beside(target, MANIFEST)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))  # as a checkout of git on Windows has it
    told = export(target, made(40), seed=2)
    seen, measured = len(train & texts(tmp_path / "x.test.jsonl")), len(texts(tmp_path / "x.train.jsonl") - train)
    assert seen > 1
    assert told.pop("out").startswith(
        f"{seen} articles that train of the export before this one had are in other parts now (test {seen})"
    )
    assert told.pop("into").startswith(
        f"{measured} articles that the export before this one had in other parts (test {measured}) are in train now"
    )
    assert not told
    assert export(tmp_path / "y.jsonl", made(40), seed=3) == {}


def test_an_article_of_another_id_is_known_by_its_text_and_one_that_is_not_exported_is_not_told(tmp_path):
    target, again = tmp_path / "x.jsonl", []
    export(target, made(40))
    train = texts(tmp_path / "x.train.jsonl")
    for bundle in made(40):
        other = Article(f"of another import {bundle.article.id}", bundle.article.text)
        again.append(Bundle(other, bundle.annotator, State.NEW if other.text in train else State.DONE))
    assert export(target, again, seed=2, states=[State.DONE]).get("out") is None
    export(target, made(40))
    done = [Bundle(b.article, b.annotator, State.DONE) for b in again]
    assert "out" in export(target, done, seed=2)


def test_one_is_told_as_one_and_other_names_of_parts_are_known(tmp_path):
    target = tmp_path / "x.jsonl"
    export(target, made(30), split="fit=80/hold=20")
    assert divided_before(target, Split()).names == ("fit", "hold")
    fitted, seed = texts(tmp_path / "x.fit.jsonl"), 1
    part = {n: "fit" if f"Text {n} of its own." in fitted else "hold" for n in range(30)}
    first = next(n for n in range(30) if part[n] == "fit")
    for other in (n for n in range(30) if part[n] == "hold"):
        if note := export(target, made(30, {first, other}), seed, "fit=80/hold=20").get("out"):
            assert note.startswith(
                "1 article that fit of the export before this one had is in another part now (hold 1)"
            )
            return
        export(target, made(30), seed, "fit=80/hold=20")
    raise AssertionError("none of them moved")


def test_what_went_from_one_part_to_another_is_told_by_what_it_does_to_scores(tmp_path):
    target = tmp_path / "x.jsonl"
    export(target, made(60), split="40/30/30")
    before = {name: texts(tmp_path / f"x.{name}.jsonl") for name in ("train", "dev", "test")}
    told = export(target, made(60), seed=2, split="40/30/30")
    now = {name: texts(tmp_path / f"x.{name}.jsonl") for name in before}
    went = {(one, other): len(before[one] & now[other]) for one in before for other in now if one != other}
    assert min(went.values()) > 0
    assert f"(dev {went['dev', 'train']}, test {went['test', 'train']}) are in train now" in told["into"]
    assert f"(dev {went['train', 'dev']}, test {went['train', 'test']})" in told["out"]
    assert f"(dev → test {went['dev', 'test']}, test → dev {went['test', 'dev']})" in told["others"]
    assert list(told) == ["into", "out", "others"]


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        ("80/20", "fit=80/hold=20", 0),  # the same parts under other names
        ("fit=80/hold=20", "80/20", 0),
        ("fit=80/hold=20", "hold=80/fit=20", 30),
        ("60/20/20", "60/40", 6),  # what was dev is test
        ("60/40", "60/20/20", 6),
        ("60/20/20", "fit=60/choose=20/hold=20", 0),
        ("60/20/20", "60/40/0", 6),
    ],
)
def test_parts_of_other_names_are_the_same_parts_where_that_is_clear(tmp_path, before, after, moved):
    export(tmp_path / "x.jsonl", made(30), split=before)
    told = export(tmp_path / "x.jsonl", made(30), split=after)
    assert sum(int(note.split()[0]) for note in told.values()) == moved, told


def test_a_division_has_its_manifest_without_being_asked_and_what_moves_is_told(tmp_path):
    target = tmp_path / "x.jsonl"
    assert export(target, made(40), card=False) == {}
    assert beside(target, MANIFEST).is_file()
    assert not beside(target, CARD).exists()
    assert {"into", "out"} <= set(export(target, made(40), seed=2, card=False))


def test_parts_without_a_manifest_are_said_to_tell_nothing(tmp_path):
    target = tmp_path / "x.jsonl"
    assert export(target, made(10), card=False) == {}
    beside(target, MANIFEST).unlink()  # lost, or never there, as an older version wrote them
    assert export(target, made(10), card=False)["untold"].endswith("writes one, so that the next can tell it")
    assert export(target, made(10), card=False) == {}


def test_parts_whose_manifest_gave_way_to_that_of_the_whole_are_said_to_tell_nothing(tmp_path):
    target = tmp_path / "x.jsonl"
    export(target, made(10))
    format_named("spans").write(target, Frame(), made(10), WriteOptions(card=True))
    assert "untold" in export(target, made(10), seed=2)


def test_where_nothing_was_divided_or_is_ours_nothing_is_told(tmp_path):
    target = tmp_path / "x.jsonl"
    format_named("spans").write(target, Frame(), made(5), WriteOptions(card=True))
    assert divided_before(target, Split()).names == ()
    beside(target, MANIFEST).write_bytes(b'{"manifest": "dateline", "split": 3, "parts": [\xff')
    assert divided_before(target, Split()).names == ()
    assert not divided_before(tmp_path / "none.jsonl", Split()).part_of("a0", "")
