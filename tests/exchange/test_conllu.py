"""CoNLL-U: the `conllu` package reads it, the text comes back to the last space, and treebanks are read."""

import pytest
from hypothesis import HealthCheck, example, given, settings

from dateline.exchange.formats import format_named, recognised
from dateline.exchange.left_out import Holds
from dateline.exchange.options import ReadOptions, Unit, WriteOptions
from dateline.exchange.problems import BadInput
from dateline.exchange.tokens import without_edges
from dateline.model.annotation import Annotations, Annotator, Layer, Mention
from dateline.model.article import Article, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.text import Span
from tests.exchange.bundles import projects
from tests.exchange.rich import RICH
from tests.exchange.shapes import everything, shape

conllu = pytest.importorskip("conllu")
CONLLU = format_named("conllu")
HOLDS = frozenset({Holds.FIELDS, Holds.ANNOTATORS, Holds.STATES})
UNHURRIED = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None, max_examples=80
)
TEXT = "\n Ann's\u00a0aide met Bob Ray.\r\nThey left  Rome. "
WHO, BLANK = Annotator("w", "Ada"), Annotator("b", " ")


def at(words):
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def sample():
    mentions = (
        Mention("m1", "a", "w", Layer.ENTITY, "PER|X", (at("Ann's"),)),
        Mention("m2", "a", "w", Layer.EVENT, "MEET", (at("met"),)),
        Mention("m3", "a", "w", Layer.ENTITY, "PER", (at("Bob Ray"),)),
        Mention("m4", "a", "w", Layer.ENTITY, "FIRST", (at("Bob"),)),
        Mention("m5", "a", "w", Layer.ENTITY, "CUT", (at("Rom"),)),
    )
    return Bundle(Article("a", TEXT, title="T"), WHO, State.DONE, Annotations(mentions))


def written(path, *bundles, **options):
    return CONLLU.write(path, Frame(), bundles, WriteOptions(**options))


def test_the_conllu_package_reads_it(tmp_path):
    path = tmp_path / "x.conllu"
    report = written(path, sample())
    one, two = conllu.parse(path.read_text("utf-8"))
    assert one.metadata["newdoc id"] == "a"
    assert one.metadata["text"] == "Ann's\u00a0aide met Bob Ray."
    assert [(t["form"], t["misc"]) for t in one] == [
        ("Ann", {"name": "B-PER\\pX", "SpacesBefore": "\\n\\s", "SpaceAfter": "No"}),
        ("'s", {"name": "I-PER\\pX", "SpacesAfter": "\u00a0", "TokenRange": "5:7"}),  # the package strips lines
        ("aide", None),
        ("met", {"event": "B-MEET"}),
        ("Bob", {"name": "B-PER"}),
        ("Ray", {"name": "I-PER", "SpaceAfter": "No"}),
        (".", {"SpacesAfter": "\\r\\n"}),
    ]
    assert [t["form"] for t in two] == ["They", "left", "Rome", "."]
    again = path.with_name("y.conllu")
    again.write_text(one.serialize() + two.serialize(), "utf-8")
    assert [b.article.text for b in CONLLU.read(again, ReadOptions())] == [TEXT]
    kinds = {str(x.kind): x.examples for x in report.losses}
    assert kinds == {
        "spans that do not begin and end with tokens": ("Rom",),
        "spans that overlap others": ("Bob",),
    }


@given(project=projects())
@example(project=RICH)
@example(project=(Frame(annotators=(BLANK,)), [Bundle(Article("a", "Rain."), BLANK, State.DONE, Annotations())]))
@UNHURRIED
def test_text_and_flat_spans_come_back_and_the_rest_is_reported(tmp_path, project):
    frame, bundles = project
    path = tmp_path / "x.conllu"
    report = written(path, *bundles, boilerplate=True)
    lost = {str(x.kind): x.count for x in report.losses}
    conllu.parse(path.read_text("utf-8"))
    kept = [b for b in bundles if b.article.text.strip()]
    assert len(kept) + lost.get("articles without a word", 0) == len(bundles)
    if not kept:
        return
    reader = CONLLU.read(path)
    _, got = everything(reader)
    assert reader.problems == []
    reported = sum(n for kind, n in lost.items() if kind.startswith("spans "))
    found = 0
    for before, after in zip(kept, got, strict=True):
        wanted, back = shape(before, frame, HOLDS), shape(after, frame, HOLDS)
        bare = (without_edges(before.article.text, m) for m in before.annotations.mentions)
        spans = [(m.label, m.span) for m in bare]
        assert all((m.label, m.span) in spans for m in after.annotations.mentions)
        found += len(after.annotations.mentions)
        if before.annotator is None:
            wanted.pop("who"), back.pop("who")
        assert wanted | {"mentions": 0} == back | {"mentions": 0}
    assert found + reported == sum(len(b.annotations.mentions) for b in kept)


def test_the_text_of_a_sentence_is_as_it_is_and_labels_may_have_brackets(tmp_path):
    path = tmp_path / "x.conllu"
    mention = Mention("m", "a", "w", Layer.ENTITY, "ORG (state)", (Span(0, 3),))
    written(path, Bundle(Article("a", "A|B \\ C."), WHO, State.DONE, Annotations((mention,))))
    assert "# text = A|B \\ C.\n" in path.read_text("utf-8")
    reader = CONLLU.read(path)
    _, (bundle,) = everything(reader)
    assert [(m.label, m.span) for m in bundle.annotations.mentions] == [("ORG (state)", Span(0, 3))]
    assert (bundle.article.text, reader.notices) == ("A|B \\ C.", [])


def test_a_sentence_over_wrapped_lines_has_its_text_on_one_line_and_comes_back(tmp_path):
    wrapped = (
        "The ministers of Lorvia and Sarnia met in the town\r\nof Kell on Monday, and all had to take an oath\r\nthere."
    )
    text = f"{wrapped}\r\n\r\nThen they left."
    path = tmp_path / "x.conllu"
    written(path, Bundle(Article("a", text), WHO, State.DONE, Annotations()))
    said = [line for line in path.read_text("utf-8").split("\n") if line.startswith("# text")]
    assert said == ["# text = " + " ".join(wrapped.split()), "# text = Then they left."]
    (bundle,) = CONLLU.read(path)
    assert bundle.article.text == text


def test_sentences_are_documents_of_their_own(tmp_path):
    path = tmp_path / "x.conllu"
    written(path, sample(), unit=Unit.SENTENCE)
    assert [b.article.text for b in CONLLU.read(path)] == ["Ann's\u00a0aide met Bob Ray.", "They left  Rome."]


TREEBANK = """# sent_id = 1
# text = Vámonos al mar, Ana.
1-2\tVámonos\t_\t_\t_\t_\t_\t_\t_\tname=O
1\tVamos\tir\tVERB\t_\t_\t0\troot\t_\t_
2\tnos\tnosotros\tPRON\t_\t_\t1\tobj\t_\t_
2.1\tnada\tnada\t_\t_\t_\t_\t_\t_\tname=B-X
3-4\tal\t_\t_\t_\t_\t_\t_\t_\t_
3\ta\ta\tADP\t_\t_\t5\tcase\t_\tname=B-LOC
4\tel\tel\tDET\t_\t_\t5\tdet\t_\tname=I-LOC
5\tmar\tmar\tNOUN\t_\t_\t1\tobl\t_\tname=I-LOC|SpaceAfter=No
6\t,\t,\tPUNCT\t_\t_\t7\tpunct\t_\t_
7\tAna\tAna\tPROPN\t_\t_\t1\tvocative\t_\tSpaceAfter=No|name=B-PER|Entity=(1-person)
8\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\t_

# newpar
# sent_id = 2
1\tSí\tsí\tINTJ\t_\t_\t0\troot\t_\t_
"""


def test_multiword_tokens_and_empty_nodes_of_a_treebank(tmp_path):
    path = tmp_path / "es.conllu"
    path.write_text(TREEBANK, "utf-8")
    assert recognised(path).name == "conllu"
    reader = CONLLU.read(path, ReadOptions(labels={"PER": Layer.ENTITY}))
    (got,) = reader
    text = got.article.text
    assert text == "Vámonos al mar, Ana.\n\nSí"
    assert [(m.text_of(text), m.label) for m in got.annotations.mentions] == [("al mar", "LOC"), ("Ana", "PER")]
    assert reader.unknown_labels == {"LOC": Layer.ENTITY}
    assert ["brackets of coreference" in n.what for n in reader.notices].count(True) == 1


@pytest.mark.parametrize(
    ("content", "line", "what"),
    [
        ("# text = a\n1\ta\n", 2, "has 2 columns, expected 10"),
        ("x" + "\t_" * 9, 1, "'x' is no id of a word, expected 1, 1-2 or 1.1"),
        ("1\ta" + "\t_" * 8 + "\n3\tb" + "\t_" * 8, 2, "the word 3 does not follow the word 1"),
        ("2-1\ta" + "\t_" * 8, 1, "does not follow|is no range"),
        ("1\t" + "\t_" * 8, 1, "is empty"),
        ("# only a comment\n", None, "holds no word"),
    ],
)
def test_bad_lines_are_named(tmp_path, content, line, what):
    path = tmp_path / "bad.conllu"
    path.write_text(content)
    with pytest.raises(BadInput, match=what) as caught:
        list(CONLLU.read(path))
    assert (caught.value.problems[0].file, caught.value.problems[0].line) == ("bad.conllu", line)


def test_bytes_that_are_not_utf8_are_named(tmp_path):
    path = tmp_path / "bad.conllu"
    path.write_bytes(b"1\t\xff" + b"\t_" * 8)
    with pytest.raises(BadInput, match=r"byte 3 .* is not UTF-8"):
        list(CONLLU.read(path))


def test_a_document_with_a_wrong_line_is_left_out_and_the_others_stay(tmp_path):
    path = tmp_path / "x.conllu"
    good = "1\ta" + "\t_" * 8
    path.write_text(f"# newdoc\n{good}\n\n# newdoc\n1\tb\n2\tc\n\n# newdoc\n{good}\n")
    reader = CONLLU.read(path, ReadOptions(skip_bad=True))
    assert [b.article.text for b in reader] == ["a", "a"]
    assert [p.line for p in reader.problems] == [5]


OTHER = "a sentence names another annotator than those before it in its document: all are taken for {}’s"


@pytest.mark.parametrize(
    ("named", "found", "told"),
    [
        (["zoe", "bo", "cy"], [("zoe", 3)], [(5, "zoe")]),
        (["", "bo"], [("bo", 2)], []),
        (["", "bo", "zoe"], [("bo", 3)], [(7, "bo")]),
        ([" ", "bo"], [("bo", 2)], []),
        (["zoe", "", "zoe", " "], [("zoe", 4)], []),
        (["zoe ", "zoe", " zoe"], [("zoe ", 3)], []),
        (["zoe", "# newdoc id = d", "bo"], [("zoe", 1), ("bo", 1)], []),
    ],
)
def test_sentences_of_one_document_that_name_several_annotators_are_told(tmp_path, named, found, told):
    path = tmp_path / "x.conllu"
    word = "\t".join(("1", "Rain", *["_"] * 7, "name=B-X"))
    said = [who if who[:1] == "#" else (f"# annotator = {who}\n" if who else "") + f"{word}\n" for who in named]
    path.write_text("# newdoc id = d\n" + "\n".join(said) + "\n", "utf-8")
    reader = CONLLU.read(path, ReadOptions(labels={"X": Layer.ENTITY}))
    _, got = everything(reader)
    assert [(b.annotator.name, len(b.annotations.mentions)) for b in got] == found
    assert [(n.line, n.what) for n in reader.notices] == [(line, OTHER.format(who)) for line, who in told]
    assert all("# newdoc" in n.what_to_do for n in reader.notices)
