"""Whatever is done, a division stays: no export tests on what one made earlier trains on."""

import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.exchange.formats import format_named
from dateline.exchange.options import WriteOptions
from dateline.exchange.split import Order, Split, links_of, plan_split
from dateline.model.annotation import Annotations, Annotator, Layer, Mention
from dateline.model.article import Article, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.text import Span

ADA, BO = Annotator("ada", "Ada"), Annotator("bo", "Bo")
DONE = WriteOptions(states=[State.DONE])


def project(size, done, *, happenings=lambda _: None, who=ADA):
    """So many articles, the last of them done; `happenings` says what one tells of."""
    made = []
    for n in range(size):
        told, article = happenings(n), Article(f"a{n}", f"Text {n} of its own.", published=f"2020-01-{n % 28 + 1:02}")
        event = Mention(f"m{n}", article.id, who.id, Layer.EVENT, "MEET", (Span(0, 4),), {}, None, told)
        found = Annotations((event,)) if told else Annotations()
        made.append(Bundle(article, who, State.DONE if n >= size - done else State.NEW, found))
    return made


def sizes(made, options, split):
    plan = plan_split(links_of(made, lambda b: options.take(b.annotator, b.state)), split)
    return list(plan.articles.values())


def test_what_cannot_be_is_said_before_anything_is_written(tmp_path):
    """All six tell of one happening: they are one group."""
    made, told, target = project(40, 6, happenings=lambda n: "talks" if n >= 34 else None), [], tmp_path / "x.jsonl"

    def foretell(note):
        told.append(str(note))
        assert not list(tmp_path.iterdir())

    options = WriteOptions(states=[State.DONE], split=Split(), foretell=foretell)
    report = format_named("spans").write(target, Frame(), made, options)
    unwritten, *rest = map(str, report.notes)
    assert "not written" in unwritten
    assert "x.dev.jsonl, x.test.jsonl" in unwritten
    assert told == rest
    assert told[-1].endswith("make 1 group, and a part needs one; choose more articles or fewer parts")
    assert told[-1].startswith("nothing is left for ")


def test_by_date_the_dates_decide_and_another_division_is_named():
    made = project(28, 6)
    made = [Bundle(b.article, b.annotator, State.DONE if n < 6 else State.NEW) for n, b in enumerate(made)]
    assert sizes(made, DONE, Split(order=Order.DATE)) == [6, 0, 0]


@given(
    st.integers(0, 10**6), st.integers(3, 60), st.integers(0, 99), st.sampled_from(["80/10/10", "60/20/20", "50/50"])
)
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_done_decides_nothing(seed, size, lot, asked):
    """As one annotator and then another finish more and more, every article stays in its part."""
    chance, split = random.Random(seed), Split.parse(asked, lot)
    told = [f"h{chance.randrange(size)}" if chance.random() < 0.2 else None for _ in range(size)]
    first = plan_split(links_of(project(size, 0, happenings=lambda n: told[n])), split)
    before = {f"a{n}": first.part_of[f"a{n}"] for n in range(size)}
    for done in sorted(chance.sample(range(1, size + 1), 3)):
        made = project(size, done, happenings=lambda n: told[n], who=chance.choice((ADA, BO)))
        plan = plan_split(links_of(made, lambda b: b.state is State.DONE), split)
        assert {article: plan.part_of[article] for article in before} == before
        assert sum(plan.articles.values()) == done
