"""What is exported decides nothing about the division: no export divided alike tests on what another trains on."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.exchange.formats import format_named
from dateline.exchange.options import WriteOptions
from dateline.exchange.split import Order, Split, links_of, plan_split
from dateline.model.annotation import Annotations, Annotator, Layer, Mention
from dateline.model.article import Article, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.text import Span

ORDERS = st.sampled_from(Order)
WHO = tuple(Annotator(name, name) for name in ("Ada", "Bo", "Cy"))


def project(chance, size):
    """Articles with states and happenings of up to three annotators; of some texts there is a near copy."""
    made, texts = [], []
    for n in range(size):
        if texts and chance.random() < 0.3:
            words = chance.choice(texts).split()
            words[chance.randrange(len(words))] = "another"
        else:
            words = [f"w{chance.randrange(5000)}" for _ in range(60)]
        texts.append(" ".join(words))
        day = f"2020-01-{chance.randrange(1, 29):02}" if chance.random() < 0.8 else ""
        article = Article(f"a{n}", texts[-1], published=day)
        for who in chance.sample(WHO, chance.randint(1, 3)):
            told = f"h{chance.randrange(size)}" if chance.random() < 0.3 else None
            met = Mention(f"m{n}{who.id}", article.id, who.id, Layer.EVENT, "MEET", (Span(0, 2),), {}, None, told)
            made.append(Bundle(article, who, chance.choice(list(State)), Annotations((met,))))
    return made


def selections():
    states = st.one_of(st.none(), st.lists(st.sampled_from(State), min_size=1, max_size=2))
    names = st.one_of(st.none(), st.lists(st.sampled_from([w.name for w in WHO]), min_size=1, max_size=2))
    return st.builds(lambda s, a: WriteOptions(states=s, annotators=a), states, names)


def parts(made, options, split):
    """Return the ids of the exported articles by part, and the plan."""
    plan = plan_split(links_of(made, lambda b: options.take(b.annotator, b.state)), split)
    found = {name: set() for name, _ in split.parts}
    for b in made:
        if options.take(b.annotator, b.state):
            found[plan.part_of[b.article.id]].add(b.article.id)
    return found, plan


@given(
    st.integers(0, 10**6), st.integers(1, 40), selections(), selections(), st.integers(0, 99), st.sampled_from(Order)
)
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_two_selections_share_no_article_and_no_near_text_between_train_and_test(seed, size, one, other, lot, order):
    made = project(random.Random(seed), size)
    split = Split.parse("60/20/20", lot, order)
    (first, plan), (second, again) = parts(made, one, split), parts(made, other, split)
    assert plan.part_of == again.part_of
    like = {(x.article_id, near) for x in links_of(made) for near in x.like}
    happenings = {b.article.id: set() for b in made}
    for b in made:
        happenings[b.article.id] |= {m.happening_id for m in b.annotations.mentions if m.happening_id}
    for train, test in ((first["train"], second["test"]), (second["train"], first["test"])):
        assert not train & test
        assert not [(a, b) for a in train for b in test if (a, b) in like or (b, a) in like]
        assert not [(a, b) for a in train for b in test if happenings[a] & happenings[b]]
    for found, its in ((first, plan), (second, again)):
        assert its.articles == {name: len(ids) for name, ids in found.items()}


@pytest.mark.parametrize("done", [3, 40])
def test_the_sizes_of_a_selection_are_told_where_they_are_not_as_asked(tmp_path, done):
    """Three of forty articles are done: what they come to in each part is chance, and said."""
    made = [
        Bundle(Article(f"a{n}", f"Text {n} of its own."), WHO[0], State.DONE if n < done else State.NEW)
        for n in range(40)
    ]
    options = WriteOptions(states=[State.DONE], split=Split.parse("50/50", 1))
    report = format_named("spans").write(tmp_path / "x.jsonl", Frame(), made, options)
    sizes = [part.articles for part in report.parts]
    assert sum(sizes) == done
    told = [note for note in report.notes if "of the project were divided" in note]
    assert bool(told) == (max(sizes) - min(sizes) > 2)
    assert (sizes == [20, 20]) == (done == 40)
    if 0 in sizes:
        assert f"{done} articles of the 40 that were divided" in report.notes[-1]
