"""Splits by date, and the manifest and card beside an export."""

import hashlib
import json
from itertools import pairwise, permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline import assets
from dateline.exchange.beside import MANIFEST, beside
from dateline.exchange.formats import format_named
from dateline.exchange.options import WriteOptions
from dateline.exchange.problems import CannotWrite
from dateline.exchange.split import ArticleLinks, Order, Split, links_of, plan_split
from dateline.model.annotation import Annotations, Annotator, AnnotatorKind, Layer, Mention
from dateline.model.article import Article, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.text import Span
from dateline.model.wording import counted

GOLD = assets.seeds("gold.jsonl")


def link(n, published, happenings=(), like=()):
    return ArticleLinks(f"a{n}", hashlib.sha256(str(n).encode()).hexdigest(), frozenset(happenings), published, like)


def by_date(links, text="60/20/20"):
    return plan_split(links, Split.parse(text, 0, Order.DATE))


def test_by_date_it_is_told_how_many_have_none():
    links = [link(n, f"2020-01-{n + 1:02}" if n % 2 else "") for n in range(10)]
    assert sum(by_date(links).undated.values()) == 5
    assert not any(plan_split(links, Split.parse("60/20/20", 0)).undated.values())


def test_by_date_a_day_that_is_parted_is_told(tmp_path):
    def told(*days):
        made = [Bundle(Article(f"a{n}", f"Text {n}.", published=day)) for n, day in enumerate(days)]
        options = WriteOptions(split=Split.parse("50/50", 0, Order.DATE))
        report = format_named("spans").write(tmp_path / "x.jsonl", Frame(), made, options)
        return [note for note in report.notes if "within the day" in note]

    assert told("2020-01-01", "2020-01-02", "2020-01-03", "2020-01-04") == []
    ((note),) = told("2020-01-01", "2020-01-02", "2020-01-02T09:00Z", "2020-01-04")
    assert note.startswith("articles of 2020-01-02 are in two parts")
    assert told("", "", "", "") == []


def test_a_path_without_a_name_is_refused():
    with pytest.raises(CannotWrite, match="names no file"):
        beside(Path(), MANIFEST)


def test_by_date_the_latest_are_the_test():
    plan = by_date([link(n, f"2020-01-{n + 1:02}") for n in range(10)])
    assert [plan.part_of[f"a{n}"] for n in range(10)] == ["train"] * 6 + ["dev"] * 2 + ["test"] * 2


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize(("text", "groups"), [
    ("80/10/10", [1, 1, 1]),  # sizes of the groups, the earliest first
    ("80/10/10", [1, 1, 1, 1]),
    ("80/10/10", [3, 1, 1]),
    ("80/10/10", [5, 5, 2]),
    ("80/10/10", [1, 1, 8]),
    ("98/1/1", [1, 1, 1, 1, 1]),
    ("80/20", [4, 4]),
    ("90/5/5", [1] * 7),
    ("80/0/20", [1, 1, 1]),
])  # fmt: skip
def test_no_part_stays_empty_where_there_are_groups_for_all(order, text, groups):
    links = [link(n, f"2020-{m + 1:02}-01", [f"h{m}"]) for m, size in enumerate(groups) for n in _ids(groups, m, size)]
    for seed in range(20):
        split = Split.parse(text, seed, order)
        plan = plan_split(links, split)
        assert all((plan.groups[name] > 0) == (weight > 0) for name, weight in split.parts)


def _ids(groups, m, size):
    return range(sum(groups[:m]), sum(groups[:m]) + size)


def test_with_fewer_groups_than_parts_it_is_said_how_many_there_are(tmp_path):
    frame, made = bundles()
    options = WriteOptions(split=Split.parse("80/10/10", 0, Order.DATE))
    report = format_named("spans").write(tmp_path / "set.jsonl", frame, made, options)
    assert sum(p.articles > 0 for p in report.parts) == 1
    assert "4 articles that belong together make 1 group, and a part needs one" in report.notes[-1]


def test_what_belongs_together_goes_by_its_latest_article():
    links = [link(n, f"2020-01-{n + 1:02}", ["h"] if n in {0, 9} else []) for n in range(10)]
    plan = by_date(links)
    assert plan.part_of["a0"] == plan.part_of["a9"] == "test"


def test_nearly_the_same_texts_stay_together_by_lot_and_by_date():
    links = [link(n, f"2020-01-{n + 1:02}", like=("a0",) if n == 9 else ()) for n in range(10)]
    for order in Order:
        plan = plan_split(links, Split.parse("50/50", 3, order))
        assert plan.part_of["a0"] == plan.part_of["a9"]


@given(
    st.lists(st.tuples(st.dates(), st.sampled_from(["", "x", "y", "z"])), min_size=1, max_size=40),
    st.sampled_from(["80/10/10", "50/50", "1/1/1/1"]),
)
@settings(suppress_health_check=[HealthCheck.too_slow])  # drawing is slow where the machine is busy
def test_by_date_no_part_is_later_than_the_next(found, text):
    links = [link(n, day.isoformat(), [h] if h else []) for n, (day, h) in enumerate(found)]
    plan = by_date(links, text)
    assert len(plan.part_of) == len(links)
    names = [name for name, _ in Split.parse(text).parts]
    latest = {}
    for group in ["x", "y", "z"]:
        members = [x for x in links if group in x.happenings]
        assert len({plan.part_of[x.article_id] for x in members}) <= 1
        latest |= {x.article_id: max(m.published for m in members) for x in members}
    dates = [
        [latest.get(x.article_id, x.published) for x in links if plan.part_of[x.article_id] == name] for name in names
    ]
    filled = [d for d in dates if d]
    assert all(max(a) <= min(b) for a, b in pairwise(filled))


def bundles():
    text = "Ada met Bo in Rome on Monday to talk about the harbour, the fleet and the price of fish, they said there."
    who = Annotator("p", "Ana")
    judge = Annotator("j", "Judge", AnnotatorKind.ADJUDICATOR)
    made = []
    for n in range(4):
        article = Article(f"a{n}", f"{text} {n} " + "|" * n, f"Title | {n}", f"2020-0{n + 1}-01", language="en")
        for owner in (who, judge):
            mention = Mention(f"{owner.id}{n}", article.id, owner.id, Layer.ENTITY, "PERSON", (Span(0, 3),))
            made.append(Bundle(article, owner, State.DONE, Annotations(mentions=(mention,))))
    return Frame(annotators=(who, judge)), made


def test_near_texts_are_bound_when_an_export_is_divided():
    _, made = bundles()
    assert {name for x in links_of(made) for name in (x.article_id, *x.like) if x.like} == {"a0", "a1", "a2", "a3"}
    assert plan_split(links_of(made), Split.parse("1/1")).largest_group == 4


def test_hundreds_of_copies_of_one_report_stay_together():
    words = [f"w{n}" for n in range(300)]
    made = []
    for n in range(260):
        text = " ".join([*words[: n + 20], f"x{n}", *words[n + 20 :]])
        made.append(Bundle(Article(f"a{n}", text)))
    assert plan_split(links_of(made), Split.parse("80/10/10")).largest_group == 260


def test_what_is_left_out_of_the_set_still_binds(tmp_path):
    """Events that are not exported, and other annotators' links, say as well that two articles are about one thing."""
    ada, bob = Annotator("p", "Ada"), Annotator("q", "Bob")
    made = []
    for n in range(10):
        article = Article(f"a{n}", f"Text {n} is of its own words.")
        met = Mention(f"m{n}", article.id, "q", Layer.EVENT, "MEET", (Span(0, 4),), {}, None, f"h{n % 2}")
        made += [Bundle(article, ada, State.DONE), Bundle(article, bob, State.DONE, Annotations(mentions=(met,)))]
    for options in ({"annotators": ["Ada"]}, {"labels": ["PERSON"]}, {"layers": [Layer.ENTITY]}):
        chosen = WriteOptions(split=Split.parse("50/50"), **options)
        report = format_named("spans").write(tmp_path / "x.jsonl", Frame(annotators=(ada, bob)), made, chosen)
        assert [(p.articles, p.groups) for p in report.parts] == [(5, 1), (5, 1)]


def told(n, happenings=(), who="p", state=State.DONE, text=""):
    """A bundle whose article tells of some happenings, in a text of its own words unless one is given."""
    article = Article(f"a{n}", text or f"Text {n} is of its own words.")
    events = [
        Mention(f"{n}{who}{h}", f"a{n}", who, Layer.EVENT, "MEET", (Span(0, 4),), {}, None, h) for h in happenings
    ]
    return Bundle(article, Annotator(who, who), state, Annotations(mentions=tuple(events)))


WORDS = [f"w{n}" for n in range(60)]


@pytest.mark.parametrize("between", [
    told(1, ["x", "y"], state=State.SKIPPED),  # an article that is not exported tells of both
    told(1, ["x", "y"], who="q"),  # nor is what this annotator did
], ids=["state", "annotator"])  # fmt: skip
@pytest.mark.parametrize("order", Order)
def test_articles_are_bound_through_one_that_is_left_out(tmp_path, between, order):
    made = [told(0, ["x"]), between, told(2, ["y"]), *(told(n) for n in range(3, 12))]
    for seed in range(8):
        chosen = WriteOptions(split=Split.parse("50/50", seed, order), states=[State.DONE], annotators=["p"])
        report = format_named("spans").write(tmp_path / "x.jsonl", Frame(), made, chosen)
        first, second = (part.path.read_text() for part in report.parts)
        assert ('"a0"' in first) == ('"a2"' in first) != ('"a0"' in second)
        assert sum(part.articles for part in report.parts) == 11
        assert sum(part.groups for part in report.parts) == 10


def test_nearly_the_same_texts_are_bound_through_one_that_is_left_out():
    """Two cuts of one report have little in common but the report, which nobody has annotated."""
    made = [
        told(0, text=" ".join(WORDS[:35])),
        told(1, text=" ".join(WORDS), state=State.NEW),
        told(2, text=" ".join(WORDS[25:])),
    ]
    for bundles_ in permutations(made):
        plan = plan_split(links_of(bundles_, lambda b: b.state is State.DONE), Split.parse("50/50"))
        assert (plan.largest_group, set(plan.part_of)) == (2, {"a0", "a1", "a2"})
        assert len(set(plan.part_of.values())) == 1


@given(st.randoms(use_true_random=False), st.integers(0, 10_000))
@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
def test_groups_do_not_depend_on_the_order_of_the_articles(chance, seed):
    """Sketches of long texts find each other from one side only, and of many copies each finds a few."""
    made = []
    for n in range(24):
        if made and chance.random() < 0.6:
            words = chance.choice(made).article.text.split()
            at, cut = chance.randrange(len(words)), chance.randrange(len(words) // 2 + 1)
            text = " ".join(words[:at] + words[at + cut :]) + " " + " ".join(chance.choices(WORDS, k=12))
        else:
            text = " ".join(f"w{chance.randrange(900)}" for _ in range(chance.randrange(10, 200)))
        made.append(told(n, [f"h{chance.randrange(30)}"], state=chance.choice(list(State)), text=text))
    shuffled = chance.sample(made, len(made))
    one, other = (
        plan_split(links_of(found, lambda b: b.state is State.DONE), Split.parse("50/50", seed))
        for found in (made, shuffled)
    )
    assert (one.part_of, one.groups, one.largest_group) == (other.part_of, other.groups, other.largest_group)


def test_the_manifest_says_what_every_file_and_text_is(tmp_path):
    frame, made = bundles()
    target = tmp_path / "set.jsonl"
    options = WriteOptions(split=Split.parse("50/50", 1), card=True, adjudicated=True)
    report = format_named("spans").write(target, frame, made, options)
    told = json.loads((tmp_path / "set.jsonl.manifest.json").read_text())
    assert told["format"] == "spans"
    assert told["chosen"]["adjudicated"] is True
    assert told["split"]["kept_together"][0] == "happening"
    assert sum(p["articles"] for p in told["parts"]) == 4 == report.articles
    for part in told["parts"]:
        for file in part["files"]:
            data = (tmp_path / file["path"]).read_bytes()
            assert (file["bytes"], file["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
        assert all(made[2 * int(i[1:])].article.sha256 == sha for i, sha in part["texts"].items())
    assert {"Judge"} == {name for p in told["parts"] for name in p["annotators"]}
    assert set(report.described) == {tmp_path / "set.jsonl.manifest.json", tmp_path / "set.jsonl.card.md"}
    assert set(report.described) <= set(report.files)


def test_the_same_export_gives_the_same_manifest(tmp_path):
    texts = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        frame, made = bundles()
        format_named("dateline").write(tmp_path / name / "x.jsonl", frame, made, WriteOptions(card=True))
        texts.append((tmp_path / name / "x.jsonl.manifest.json").read_bytes())
    assert texts[0] == texts[1]


def test_the_card_describes_the_sample(tmp_path):
    reader = format_named("dateline").read(GOLD)
    frame, made = reader.frame, list(reader)
    target = tmp_path / "talks.jsonl"
    options = WriteOptions(split=Split.parse("60/20/20", 0, Order.DATE), card=True)
    format_named("spans").write(target, frame, made, options)
    card = (tmp_path / "talks.jsonl.card.md").read_text()
    assert card.startswith('---\npretty_name: "talks"\nlanguage:\n  - "en"\n')
    assert "# talks" in card
    assert "by publication date, the latest last" in card
    assert "| CONSULT | event |" in card
    assert f"| PERSON | entity | {sum(m.label == 'PERSON' for b in made for m in b.annotations.mentions)} |" in card
    assert counted(len(made), "article") in card
    assert "attributes:" in card  # what spans cannot hold
    assert "To be filled in" in card


def test_layers_that_a_format_leaves_out_whole_are_not_counted(tmp_path):
    reader = format_named("dateline").read(GOLD)
    frame, made = reader.frame, list(reader)
    layers = {}
    for name in ("dateline", "spans", "text"):
        target = tmp_path / name
        format_named(name).write(target, frame, made, WriteOptions(card=True))
        (part,) = json.loads((tmp_path / f"{name}.manifest.json").read_text())["parts"]
        layers[name] = sorted(part["labels"])
    assert layers == {
        "dateline": ["entity", "event", "relation", "time"],
        "spans": ["entity", "event", "time"],
        "text": [],
    }
    assert "The format holds none." in (tmp_path / "text.card.md").read_text()
    assert "| HOLDS |" not in (tmp_path / "spans.card.md").read_text()


def test_the_card_does_not_call_norwegian_false(tmp_path):
    article = Article("a", "Statsministeren dro.", language="no")
    format_named("spans").write(tmp_path / "x.jsonl", Frame(), [Bundle(article)], WriteOptions(card=True))
    front = (tmp_path / "x.jsonl.card.md").read_text().split("---")[1]
    assert 'language:\n  - "no"\n' in front


def test_a_folder_is_described_file_by_file(tmp_path):
    frame, made = bundles()
    format_named("text").write(tmp_path / "out", frame, made, WriteOptions(card=True))
    told = json.loads((tmp_path / "out.manifest.json").read_text())
    paths = [f["path"] for f in told["parts"][0]["files"]]
    assert "out/articles.tsv" in paths
    assert len(paths) == 5
