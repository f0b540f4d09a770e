"""Records of sentences: every link is written or listed as lost, and none is counted twice."""

import pytest
from hypothesis import given
from msgspec.structs import replace

from dateline.exchange.boilerplate import ALL_BOILERPLATE
from dateline.exchange.formats import format_named
from dateline.exchange.left_out import Holds
from dateline.exchange.losses import Losses
from dateline.exchange.options import Unit, WriteOptions
from dateline.exchange.units import units
from dateline.model.annotation import Annotations, Annotator, Argument, Comment, Layer, Mention, Relation
from dateline.model.article import Article, Region, RegionKind, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.text import Span
from tests.exchange.foreign import THOROUGH, named_projects

ALL = frozenset(Holds)
LINKS = frozenset({Holds.ARGUMENTS, Holds.RELATIONS})
TEXT = "Ann met Bob. They left Rome. Ads here. Bye."
WHO = Annotator("w", "Ada")


def mention(id_, words, layer=Layer.ENTITY):
    begin = TEXT.index(words)
    return Mention(id_, "a", "w", layer, "X", (Span(begin, begin + len(words)),))


def cut(bundle, holds, **options):
    """Return the links that units have, and what is said to be lost of them."""
    losses = Losses()
    made = list(units(bundle, WriteOptions(unit=Unit.SENTENCE, **options), losses, holds))
    arguments = sum(len(u.annotations.arguments) for u in made)
    relations = sum(len(u.annotations.relations) for u in made)
    told = {str(loss.kind): loss.count for loss in losses.all()}
    return arguments, relations, {k: n for k, n in told.items() if "arguments" in k or k.startswith("relations")}


def sample():
    mentions = (
        mention("1", "Ann"), mention("2", "met", Layer.EVENT), mention("3", "Bob"), mention("4", "Bob. They"),
        mention("5", "Rome"), mention("6", "Ads"),
    )  # fmt: skip
    arguments = [Argument(f"a{n}", "2", "Role", filler) for n, filler in enumerate("13456")]
    relations = [Relation(f"r{n}", "a", "w", "R", "1", other) for n, other in enumerate("346")]
    zone = Region("z", "a", RegionKind.BOILERPLATE, Span(TEXT.index("Ads"), TEXT.index("Bye")))
    found = Annotations(mentions, (), tuple(arguments), tuple(relations), (), (zone,))
    return Bundle(Article("a", TEXT), WHO, State.DONE, found)


def test_each_link_that_is_lost_is_listed_with_its_reason():
    arguments, relations, told = cut(sample(), ALL)
    assert (arguments, relations) == (2, 1)
    assert told == {
        "arguments in another sentence than their event": 1, "arguments of spans that are in no sentence": 1,
        "arguments in boilerplate": 1, "relations of spans that are in no sentence": 1, "relations in boilerplate": 1,
    }  # fmt: skip


def test_links_a_format_has_no_place_for_are_listed_as_that_alone():
    assert cut(sample(), ALL - LINKS)[2] == {"arguments of events": 5, "relations": 3}


@given(named_projects())
@THOROUGH
@pytest.mark.parametrize("boilerplate", [False, True])
def test_links_written_and_links_lost_are_all_there_are(boilerplate, project):
    for bundle in project[1]:
        there = len(bundle.annotations.arguments) + len(bundle.annotations.relations)
        for holds in (ALL, ALL - LINKS, ALL - {Holds.RELATIONS}):
            arguments, relations, told = cut(replace(bundle), holds, boilerplate=boilerplate)
            written = (arguments if Holds.ARGUMENTS in holds else 0) + (relations if Holds.RELATIONS in holds else 0)
            assert written + sum(told.values()) == there


@pytest.mark.parametrize("unit", Unit)
def test_a_text_that_is_boilerplate_throughout_is_left_out_and_reported(unit):
    zone = Region("z", "a", RegionKind.BOILERPLATE, Span(0, len(TEXT) - 1))
    comment, about = Comment("c", "a", "w", "All of it?", None, ""), Comment("d", "a", "w", "Who?", "1", "")
    found = Annotations((mention("1", "Ann"),), comments=(comment, about), regions=(zone,))
    bundle = Bundle(Article("a", f"{TEXT[:-1]}\n", "Also"), WHO, State.DONE, found)
    losses = Losses()
    assert list(units(bundle, WriteOptions(unit=unit), losses, ALL)) == []
    assert {x.kind: x.examples for x in losses.all()} == {
        "spans in boilerplate": ("Ann",), "comments in boilerplate": (), ALL_BOILERPLATE: ("Also",),
        "comments on texts that were left out": ("All of it?",),
    }  # fmt: skip


@pytest.mark.parametrize("name", ["brat", "label-studio", "timeml", "webanno", "doccano", "conllu", "text"])
def test_no_format_writes_a_text_of_which_nothing_is_left(name, tmp_path):
    zone = Region("z", "a", RegionKind.BOILERPLATE, Span(0, len(TEXT)))
    gone = Bundle(Article("a", TEXT, "Gone"), WHO, State.DONE, Annotations(regions=(zone,)))
    own, target = format_named(name), tmp_path / f"out{format_named(name).suffixes[0]}"
    report = own.write(target, Frame(), [gone, Bundle(Article("b", "Kept."), WHO)])
    assert ALL_BOILERPLATE in {x.kind for x in report.losses}
    assert [b.article.text.strip() for b in own.read(target)] == ["Kept."]


def test_a_comment_on_an_article_that_is_left_out_is_reported():
    comment = Comment("c", "a", "w", "Who wrote this?", None, "")
    bundle = Bundle(Article("a", TEXT), WHO, State.DONE, Annotations(comments=(comment,)))
    losses = Losses()
    assert list(units(bundle, WriteOptions(empty=False), losses, ALL)) == []
    assert [(x.kind, x.examples) for x in losses.all()] == [
        ("comments on texts that were left out", ("Who wrote this?",))
    ]


def test_a_line_end_that_wraps_a_paragraph_cuts_no_argument_off():
    text = "Ministers of Lorvia and Sarnia met in the town of\nKell, where after nine hours of it they took an\noath."
    words = {"1": "Lorvia", "2": "met", "3": "Kell", "4": "town of\nKell"}
    mentions = tuple(
        Mention(i, "a", "w", Layer.EVENT if w == "met" else Layer.ENTITY, "X",
                (Span(text.index(w), text.index(w) + len(w)),))
        for i, w in sorted(words.items(), key=lambda pair: text.index(pair[1]))
    )  # fmt: skip
    arguments = tuple(Argument(f"a{n}", "2", "Role", filler) for n, filler in enumerate("134"))
    bundle = Bundle(Article("a", text), WHO, State.DONE, Annotations(mentions, (), arguments))
    assert cut(bundle, ALL) == (3, 0, {})
