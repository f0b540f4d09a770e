"""What a format has no place for is counted, above all what changes the meaning of what is written."""

import pytest

from dateline.exchange.formats import format_named, own_formats
from dateline.exchange.left_out import Holds, note_left_out
from dateline.exchange.losses import (
    _ONE,
    _TO_DO,
    AS_OUTSIDE,
    NO_FACTS,
    NOT_IN_TAGS,
    NOT_SPACYS,
    NOT_TOKENS,
    UNREAD,
    WHOLE_WORDS,
    Losses,
)
from dateline.exchange.options import Unit, WriteOptions
from dateline.model.annotation import Annotations, Annotator, AnnotatorKind, Layer, Mention
from dateline.model.article import Article, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.registry import Entity, Happening
from dateline.model.text import Span
from dateline.model.when import Granularity, When


def bundle(layer, attributes):
    mention = Mention("m", "a", "w", layer, "CONSULT", (Span(0, 3),), attributes)
    return Bundle(Article("a", "met them"), Annotator("w", "Ada"), annotations=Annotations((mention,)))


@pytest.mark.parametrize(
    ("layer", "attributes", "holds", "spans", "count"),
    [
        (Layer.EVENT, {"polarity": "negative"}, (), True, 1),
        (Layer.EVENT, {"modality": "planned"}, (), True, 1),
        (Layer.EVENT, {"modality": "possible", "polarity": "negative"}, (), True, 1),
        (Layer.EVENT, {"modality": "asserted", "polarity": "positive"}, (), True, 0),
        (Layer.EVENT, {"polarity": "negative"}, (Holds.ATTRIBUTES,), True, 0),
        (Layer.EVENT, {"polarity": "negative"}, (), False, 0),  # the format writes no mentions at all
        (Layer.ENTITY, {"polarity": "negative"}, (), True, 0),
    ],
)
def test_events_that_are_no_facts_are_counted_on_their_own(layer, attributes, holds, spans, count):
    losses = Losses()
    note_left_out(bundle(layer, attributes), losses, frozenset(holds), spans=spans)
    found = {loss.kind: loss for loss in losses.all()}
    assert (found[NO_FACTS].count if NO_FACTS in found else 0) == count
    assert not count or found[NO_FACTS].examples == ("met",)


NEEDS = {"spacy": "spacy"}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("huggingface", NOT_IN_TAGS),
        ("conllu", NOT_TOKENS),
        ("spacy", NOT_SPACYS),
        ("conll", WHOLE_WORDS),
        ("oneie", WHOLE_WORDS),
        ("spans", None),
    ],
)
def test_gold_inside_a_word_and_events_that_are_no_facts_are_said_at_once_and_listed_first(tmp_path, name, kind):
    if name in NEEDS:
        pytest.importorskip(NEEDS[name])
    text = "Turkey met Iran."
    told = {"polarity": "negative", "one": "1", "other": "2"}
    mentions = (
        Mention("m", "a", "w", Layer.ENTITY, "GPE", (Span(0, 4),)),
        Mention("n", "a", "w", Layer.EVENT, "CONSULT", (Span(7, 10),), told),
    )
    found = Bundle(Article("a", text), Annotator("w", "Ada"), annotations=Annotations(mentions))
    report = format_named(name).write(tmp_path / "x", Frame(), [found], WriteOptions())
    grave = [k for k in (NO_FACTS, kind) if k]
    assert [loss.kind for loss in report.losses][: len(grave)] == grave
    unread = UNREAD if name == "spacy" else AS_OUTSIDE
    notes = [note.removesuffix(f". {_TO_DO[unread]}") for note in report.notes]  # told elsewhere: what to do
    assert notes == [
        f"1 {_ONE[NO_FACTS]}: “met”",
        *([f"1 {_ONE[kind]}: “Turk”"] if kind else []),
        f"1 {_ONE[unread]}: “Turkey met Iran.”",
    ]


DAY = When(0, 86_400, Granularity.DAY)
LINKED = Entity("e", "Republic of Lorvia", "COUNTRY", ("Lorvia",), "Q9", "an old name")
MET = Happening("h", "Oslo talks", "SUMMIT", DAY, "Q8", "the second ones")
ALONE = Frame(None, (), (Entity("e2", "Astana"), LINKED), (Happening("h2", "A flood"), MET))
ENTITIES, HAPPENINGS = {"entities"}, {"happenings"}
DETAILS = {"aliases, notes and kinds of entities"}
KEPT = {  # what is held of things are links; all else holds nothing of them
    "brat": DETAILS | {"dates of happenings", "notes, kinds and outside ids of happenings"},
    "events": ENTITIES | {"notes, kinds and outside ids of happenings"},
    "spacy": DETAILS | HAPPENINGS | {"names of entities"},
    "uima": DETAILS | HAPPENINGS,
    "uima-json": DETAILS | HAPPENINGS,
    "webanno": DETAILS | HAPPENINGS | {"names of entities"},
}
NEEDED = {"spacy": "spacy", "uima": "cassis", "uima-json": "cassis", "parquet": "pyarrow"}
WRITTEN = sorted(name for name, f in own_formats().items() if f.can_export and name != "dateline")


def of_things(report):
    """What a report says of the registry, and not of links with it, nor of mentions: kind to count and examples."""
    found = {str(loss.kind): (loss.count, loss.examples) for loss in report.losses}
    others = ("links to ", "entities (TimeML")
    return {k: said for k, said in found.items() if ("entities" in k or "happenings" in k) and not k.startswith(others)}


@pytest.mark.parametrize("name", WRITTEN)
def test_what_stands_in_the_registry_is_said_to_be_left_out(tmp_path, name):
    """Each thing once, however many mentions are linked; what none is, where all of the project is written."""
    if name in NEEDED:
        pytest.importorskip(NEEDED[name])
    mentions = (
        Mention("m", "a", "w", Layer.ENTITY, "GPE", (Span(0, 6),), {}, "e"),
        Mention("n", "a", "w", Layer.ENTITY, "GPE", (Span(11, 15),), {}, "e"),
        Mention("o", "a", "w", Layer.EVENT, "CONSULT", (Span(7, 10),), {}, None, "h"),
    )
    found = Bundle(Article("a", "Lorvia met Iran."), Annotator("w", "Ada"), annotations=Annotations(mentions))
    write = format_named(name).write
    told = of_things(write(tmp_path / "x", ALONE, [found, found], WriteOptions()))
    bare = {"entities that no mention is linked to": "Astana", "happenings that no mention is linked to": "A flood"}
    assert {kind: told.pop(kind) for kind in bare} == {kind: (1, (said,)) for kind, said in bare.items()}
    assert told.keys() == KEPT.get(name, ENTITIES | HAPPENINGS)
    for kind, (count, examples) in told.items():
        assert count == (4 if kind == "names of entities" else 1)  # those are of mentions
        assert examples == (MET.name if "happenings" in kind else LINKED.name,)
    some = of_things(write(tmp_path / "y", ALONE, [found], WriteOptions(states=[State.NEW])))
    assert some.keys() & bare.keys() == set()
    assert told.keys() <= some.keys()


@pytest.mark.parametrize("name", WRITTEN)
def test_what_nothing_is_linked_with_is_told_where_nothing_is_linked_at_all(tmp_path, name):
    if name in NEEDED:
        pytest.importorskip(NEEDED[name])
    bare = Bundle(Article("a", "Lorvia met Iran."), Annotator("w", "Ada"))
    told = of_things(format_named(name).write(tmp_path / "x", ALONE, [bare], WriteOptions()))
    assert {kind: count for kind, (count, _) in told.items()} == {
        "entities that no mention is linked to": len(ALONE.entities),
        "happenings that no mention is linked to": len(ALONE.happenings),
    }


@pytest.mark.parametrize("name", ["brat", "uima", "webanno"])
def test_a_thing_of_which_a_link_says_all_is_no_loss(tmp_path, name):
    if name in NEEDED:
        pytest.importorskip(NEEDED[name])
    mention = Mention("m", "a", "w", Layer.ENTITY, "GPE", (Span(0, 6),), {}, "e")
    found = Bundle(Article("a", "Lorvia met Iran."), Annotator("w", "Ada"), annotations=Annotations((mention,)))
    frame = Frame(None, (), (Entity("e", "Lorvia", "GPE", (), "Q9"),))
    assert of_things(format_named(name).write(tmp_path / "x", frame, [found], WriteOptions())) == {}


TRAINED_ON = {"spans", "conll", "conllu", "huggingface", "parquet", "oneie", "spacy"}


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize(("name", "extra"), [*((name, {}) for name in WRITTEN), ("spacy", {"unfinished": "outside"})])
def test_texts_that_nobody_has_read_to_the_end_are_told_by_all_that_is_trained_on(tmp_path, name, extra, unit):
    if name in NEEDED:
        pytest.importorskip(NEEDED[name])
    ada, bo = Annotator("w", "Ada"), Annotator("v", "Bo")
    found = []
    for number, (who, state) in enumerate([(ada, State.STARTED), (bo, State.DONE), (bo, State.NEW), (bo, State.DONE)]):
        article = Article(f"a{number}", f"Turkey met Iran.\nThey spoke {number} times.", f"Talks {number}")
        gpe = Mention(f"m{number}", article.id, who.id, Layer.ENTITY, "GPE", (Span(0, 6),))
        found.append(Bundle(article, who, state, Annotations((gpe,))))
    options = WriteOptions(unit=unit, extra=extra)
    report = format_named(name).write(tmp_path / "x", Frame(None, (ada, bo)), found, options)
    told = [note for note in report.notes if "texts that are not done" in note]
    assert len(told) == (name in TRAINED_ON)
    for note in told:
        assert note.startswith("2 texts that are not done")
        assert "“Talks 0 (Ada)”, “Talks 2 (Bo)”. Mark as done what was read to its end" in note
    lost = [loss.count for loss in report.losses if "not done" in loss.kind]
    assert lost == [2] * len(told)


def test_annotators_are_counted_and_not_their_articles(tmp_path):
    found, people = [], [Annotator("w", "Ada"), Annotator("v", "Bo", AnnotatorKind.IMPORT)]
    for number in range(6):
        article = Article(f"a{number}", f"Turkey met Iran {number} times.")
        found += [Bundle(article, who, State.DONE, Annotations()) for who in people]
    options = WriteOptions(extra={"columns": "2"})  # which have no place for either
    report = format_named("conll").write(tmp_path / "x", Frame(None, tuple(people)), found, options)
    counts = {loss.kind: (loss.count, loss.examples) for loss in report.losses}
    assert counts["annotators"] == (2, ("Ada", "Bo"))
    assert counts["kinds of annotators"] == (1, ("Bo: import",))
