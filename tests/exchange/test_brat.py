"""brat standoff: what it can hold comes back, what it cannot is in the report, and brat would take what is written."""

import re
import shutil
import zipfile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from dateline.exchange.formats import recognised
from dateline.exchange.formats.brat.conf import conf_of
from dateline.exchange.formats.brat.config import Met, annotation_conf, names_of, storable
from dateline.exchange.problems import BadInput
from dateline.model.annotation import Annotations, Annotator, Argument, Comment, Layer, Mention, Relation, TimeValue
from dateline.model.article import Article, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.registry import Entity, Happening
from dateline.model.schema import Attribute, LabelType, Role, Schema
from dateline.model.text import Span
from tests.exchange.foreign import (
    BREAKING,
    THOROUGH,
    broken,
    losses,
    named_projects,
    page,
    read_back,
    read_or_refused,
    written,
)
from tests.exchange.rich import RICH

BREAKS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
WHO = Annotator("w", "Ada")
T_LINE = re.compile(r"T\d+\t[a-zA-Z0-9_-]+ \d+ \d+(;\d+ \d+)*\t.+")


def without_breaks(mention, text):
    """Return a mention's fragments when line ends are no part of it but may lie in it; None when nothing is left."""
    out = []
    for f in mention.fragments:
        for i in range(f.begin, f.end):
            if text[i] in BREAKS:
                continue
            gap = text[out[-1][1] : i] if out else "x"
            inside = out and out[-1][1] == i and out[-1][2] is f
            if inside or (gap and not gap.strip(BREAKS)):
                out[-1] = (out[-1][0], i + 1, f)
            else:
                out.append((i, i + 1, f))
    return tuple(Span(b, e) for b, e, _ in out) or None


def clean(words):
    return words.translate(str.maketrans(dict.fromkeys(BREAKS + "\t", " "))).strip()


def as_brat_holds(bundle):
    """Return the bundle with what brat cannot hold taken out."""
    text, found = bundle.article.text, bundle.annotations
    mentions = [
        replace(m, fragments=f, attributes={k: clean(v) for k, v in m.attributes.items() if clean(v)})
        for m in found.mentions
        if (f := without_breaks(m, text))
    ]
    mentions.sort(key=lambda m: (m.span.begin, -m.span.end))
    ids = {m.id for m in mentions}
    return replace(
        bundle,
        annotations=Annotations(
            tuple(mentions),
            tuple(t for t in found.times if t.id in ids),
            tuple(a for a in found.arguments if {a.event_id, a.filler_id} <= ids),
            tuple(r for r in found.relations if {r.source_id, r.target_id} <= ids),
            tuple(replace(c, text=clean(c.text)) for c in found.comments if c.mention_id in ids),
        ),
    )


@given(named_projects())
@example(RICH)
@THOROUGH
def test_what_is_read_back_is_what_was_written(tmp_path, project):
    shutil.rmtree(tmp_path / "x", ignore_errors=True)
    report = written("brat", tmp_path / "x", project, boilerplate=True)
    reader, got = read_back("brat", tmp_path / "x")
    assert reader.problems == []
    by_text = sorted(got, key=key)
    expected = sorted(map(as_brat_holds, project[1]), key=key)
    full = {"attributes": True, "times": True}
    assert [page(b, **full) for b in by_text] == [page(b, **full) for b in expected]
    assert [b.state for b in by_text if b.annotator] == [b.state for b in expected if b.annotator]
    assert [b.annotator and b.annotator.name for b in by_text] == [b.annotator and b.annotator.name for b in expected]
    told = losses(report)
    for bundle in project[1]:
        held = as_brat_holds(bundle).annotations
        if len(held.mentions) < len(bundle.annotations.mentions):
            assert "spans of nothing but line ends" in told
        if any(c.mention_id is None for c in bundle.annotations.comments):
            assert "comments on articles" in told
        if bundle.annotations.regions:
            assert {"verified negatives", "boilerplate"} & set(told)


@pytest.mark.parametrize("name", ["G ", "G H", "Straße ", "a.", "G\u00a0"])
def test_a_name_that_ends_in_a_space_keeps_it(name):
    met = Met()
    form = met.attribute(name, "x", name)
    met.type(Layer.ENTITY, name)
    names = names_of(conf_of(annotation_conf(met, None)))
    assert names.attributes.get(form, form) == name
    assert names.types.get(form, form) == name


def key(bundle):
    """Texts may repeat, and so may annotators' pages of them: bring both lists into one order."""
    name = bundle.annotator.name if bundle.annotator else ""
    return bundle.article.text, name, str(page(bundle, attributes=True, times=True)), bundle.state.value


@given(named_projects())
@example(RICH)
@THOROUGH
def test_brat_would_take_what_is_written(tmp_path, project):
    shutil.rmtree(tmp_path / "x", ignore_errors=True)
    written("brat", tmp_path / "x", project)
    conf = (tmp_path / "x" / "annotation.conf").read_text("utf-8")
    declared = names_of(conf_of(conf))
    assert conf_of(f"\n{conf}").faults == ()  # as if another program had written it: by brat's own rules
    for file in (tmp_path / "x").rglob("*.ann"):
        text = file.with_suffix(".txt").read_bytes().decode()
        lines = file.read_bytes().decode().splitlines()  # brat's own reading ends lines as splitlines does
        spans = {line.split("\t")[0]: line for line in lines if line.startswith("T")}
        for line in spans.values():
            assert T_LINE.fullmatch(line)
            _, place, words = line.split("\t", 2)
            pieces = [tuple(map(int, p.split())) for p in place.split(" ", 1)[1].split(";")]
            assert " ".join(text[b:e] for b, e in pieces) == words
        for line in lines:
            assert line[0] in "TERAN#"
            if line.startswith("E"):
                label, trigger = line.split("\t")[1].split(" ")[0].split(":")
                assert spans[trigger].split("\t")[1].split(" ")[0] == label
                assert all(role.rstrip("0123456789") for role in re.findall(r" (\S+?):", line))
    assert set(declared.roles) >= {"Agent", "Time"} if project[0].schema else True


TEXT = "Ankara and Astana\r\nagreed on Thursday 😀 to meet."


def at(*words):
    return tuple(Span(TEXT.index(w), TEXT.index(w) + len(w)) for w in words)


def full_bundle():
    mentions = (
        Mention("m1", "a", "w", Layer.ENTITY, "Head of State", at("Ankara"), entity_id="e1"),
        Mention("m2", "a", "w", Layer.EVENT, "Sözleşme", at("Astana\r\nagreed"), {"kip": "kesin"}, None, "h1"),
        Mention("m3", "a", "w", Layer.ENTITY, "GPE", at("Astana"), entity_id="e2"),
        Mention("m4", "a", "w", Layer.EVENT, "Sözleşme", at("agreed", "meet")),
        Mention("m5", "a", "w", Layer.TIME, "DATE", at("Thursday")),
    )
    return Bundle(
        Article("a", TEXT, title="Talks", published="2018-04-19", origin="talks.txt", meta={"desk": "=1+1"}),
        WHO,
        State.DONE,
        Annotations(
            mentions,
            (TimeValue("m5", "2018-04-19", mod="APPROX"),),
            tuple(
                Argument(f"g{i}", "m2", role, filler)
                for i, (role, filler) in enumerate([("Taraf", "m1"), ("Taraf", "m3"), ("Sonuç", "m4"), ("Taraf", "m5")])
            ),
            (Relation("r", "a", "w", "ÖNCE", "m2", "m4"),),
            (Comment("c", "a", "w", "sure?", "m1"), Comment("d", "a", "w", "all fine", None)),
        ),
    )


SCHEMA = Schema(
    types=(
        LabelType("1", Layer.ENTITY, "Head of State", "Head of state", "HoS", colour="#aabbcc"),
        LabelType("2", Layer.ENTITY, "GPE"),
        LabelType("3", Layer.EVENT, "Sözleşme", roles=(Role("Taraf", repeatable=True, required=True), Role("Sonuç")),
                  attributes=(Attribute("kip", ("kesin", "olası")),)),
        LabelType("4", Layer.TIME, "DATE"),
        LabelType("5", Layer.RELATION, "ÖNCE"),
    )
)  # fmt: skip
FRAME = Frame(
    SCHEMA,
    (WHO,),
    (Entity("e1", "Ankara", external_id="Q3640"), Entity("e2", "Astana", aliases=("Nur-Sultan",)), Entity("e3", "X")),
    (Happening("h1", "The deal"),),
)


def test_the_lines_are_brats(tmp_path):
    report = written("brat", tmp_path / "x", (FRAME, [full_bundle()]))
    assert (tmp_path / "x" / "talks.ann").read_text("utf-8").splitlines() == [
        "T1\tHead_of_State 0 6\tAnkara",
        "T2\tSozlesme 11 17;19 25\tAstana agreed",
        "T3\tGPE 11 17\tAstana",
        "T4\tSozlesme 19 25;43 47\tagreed meet",
        "T5\tDATE 29 37\tThursday",
        "E1\tSozlesme:T2 Taraf:T1 Taraf2:T3 Sonuc:E2 Taraf3:T5",
        "E2\tSozlesme:T4",
        "R1\tONCE Arg1:E1 Arg2:E2",
        "A1\tkip E1 kesin",
        "#1\tAnnotatorNotes T1\tsure?",
        "N1\tReference T1 Dateline:e1\tAnkara",
        "N2\tReference T1 Wikidata:Q3640\tAnkara",
        "N3\tReference T2 Dateline-happening:h1\tThe deal",
        "N4\tReference T3 Dateline:e2\tAstana",
        "N5\tReference T5 TIMEX3:2018-04-19\t2018-04-19 mod=APPROX",
    ]
    assert (tmp_path / "x" / "talks.txt").read_bytes().decode() == TEXT
    conf = (tmp_path / "x" / "annotation.conf").read_text("utf-8")
    for line in ("Head_of_State", '# dateline type: Head_of_State = "Head of State"',
                     "Sözleşme\tTaraf+:<ANY>, Sonuc?:<ANY>", "ÖNCE\tArg1:<ANY>, Arg2:<ANY>",
                 "kip\tArg:Sozlesme, Value:kesin|olas\u0131"):  # fmt: skip
        assert line in conf.splitlines()
    visual = (tmp_path / "x" / "visual.conf").read_text("utf-8").splitlines()
    assert "Head_of_State | Head of state | HoS" in visual
    assert "Head_of_State\tbgColor:#aabbcc" in visual
    assert {
        "comments on articles": 1,
        "aliases, notes and kinds of entities": 1,
        "entities that no mention is linked to": 1,
    }.items() <= losses(report).items()


def test_everything_comes_back(tmp_path):
    written("brat", tmp_path / "x", (FRAME, [full_bundle()]))
    labels = {t.name: t.layer for t in SCHEMA.types}
    reader, (bundle,) = read_back("brat", tmp_path / "x", labels=labels)
    full = {"attributes": True, "times": True}
    assert page(bundle, **full) == page(full_bundle(), **full) | {"comments": ["sure?"]}
    assert [m.entity_id for m in bundle.annotations.mentions] == ["e1", None, "e2", None, None]
    assert bundle.annotations.mentions[1].happening_id == "h1"
    frames = [reader.frame, *reader.further_frames()]
    assert [e for f in frames for e in f.entities] == [
        Entity("e1", "Ankara", "Head of State", external_id="Q3640"), Entity("e2", "Astana", "GPE"),
    ]  # fmt: skip
    assert [h for f in frames for h in f.happenings] == [Happening("h1", "The deal", "Sözleşme")]
    article = bundle.article
    assert (article.title, article.published, article.origin) == ("Talks", "2018-04-19", "talks.txt")
    assert article.meta == {"desk": "=1+1"}
    assert (bundle.annotator.name, bundle.state) == ("Ada", State.DONE)
    assert reader.unknown_labels == {}


def folder(path, **files):
    path.mkdir(exist_ok=True)
    for name, content in files.items():
        file = path / name.replace("__", "/").replace("_dot_", ".")
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content.encode())
    return path


GUIDE_TEXT = "Sony and Ericsson merged; Sony Ericsson was formed."
GUIDE = """T1\tOrganization 0 4\tSony
T2\tMERGE-ORG 18 24\tmerged
T3\tOrganization 9 17\tEricsson
E1\tMERGE-ORG:T2 Org1:T1 Org2:T3
T4\tOrganization 26 39\tSony Ericsson
T5\tForm 44 50\tformed
E2\tForm:T5 Theme:T4 Theme2:T1 Cause:E1
E3\tForm:T5
*\tEquiv T1 T4
R1\tPart Arg1:T1 Arg2:T4\t
A1\tNegation E1
M1\tConfidence E1 L1
A2\tSure R1
N1\tReference T3 Wikipedia:1014\tEricsson
#1\tAnnotatorNotes T1\ta note
#2\tAnnotatorNotes R1\ton the relation
"""


def test_a_file_as_brats_manual_has_it(tmp_path):
    path = folder(tmp_path / "x", a_dot_txt=GUIDE_TEXT, a_dot_ann=GUIDE)
    assert recognised(path).name == "brat"
    reader, (bundle,) = read_back("brat", path)
    found = page(bundle, attributes=True)
    words = [(m.text_of(GUIDE_TEXT), m.label, m.layer) for m in bundle.annotations.mentions]
    assert words == [
        ("Sony", "Organization", Layer.ENTITY),
        ("Ericsson", "Organization", Layer.ENTITY),
        ("merged", "MERGE-ORG", Layer.EVENT),
        ("Sony Ericsson", "Organization", Layer.ENTITY),
        ("formed", "Form", Layer.EVENT),
        ("formed", "Form", Layer.EVENT),
    ]
    assert found["arguments"] == [(2, "Org1", 0), (2, "Org2", 1), (4, "Cause", 2), (4, "Theme", 0), (4, "Theme", 3)]
    assert bundle.annotations.mentions[2].attributes == {"Negation": "true", "Confidence": "L1"}
    assert found["relations"] == [(0, "Part", 3)]
    assert found["comments"] == ["a note", "on the relation"]
    sony, ericsson, _, joint, *_ = (m.entity_id for m in bundle.annotations.mentions)
    assert sony == joint != ericsson
    names = {e.id: (e.name, e.external_id) for f in (reader.frame, *reader.further_frames()) for e in f.entities}
    assert names == {sony: ("Sony", ""), ericsson: ("Ericsson", "Wikipedia:1014")}
    assert [n.what for n in reader.notices if "attribute" in n.what]


def test_roles_that_end_in_numbers(tmp_path):
    ann = "T1\tA 0 4\tSony\nT2\tEv 18 24\tmerged\nE1\tEv:T2 Arg0:T1 Arg1:T1 Arg12:T1\n"
    conf = "[events]\n!Abstract\n\tEv\tArg0:<ANY>, Arg1*:A, Arg?:<ANY>\n"
    for files in ({}, {"annotation_dot_conf": conf}):
        path = folder(tmp_path / "x", a_dot_txt=GUIDE_TEXT, a_dot_ann=ann, **files)
        _, (bundle,) = read_back("brat", path)
        assert sorted(a.role for a in bundle.annotations.arguments) == ["Arg0", "Arg1", "Arg12"]


def test_the_file_that_cannot_be_decoded_is_the_one_named(tmp_path):
    made = folder(tmp_path, a_dot_txt="Sony")
    (made / "a.ann").write_bytes("T1\tOrg 0 4\tSony\n".encode("utf-16"))
    with pytest.raises(BadInput, match=r"^a\.ann: is not utf-8"):
        read_back("brat", made)


def test_a_second_filler_may_stand_before_the_first(tmp_path):
    ann = "T1\tMerge 14 20\tmerged\nT2\tOrg 0 4\tSony\nT3\tOrg 5 13\tEricsson\nE1\tMerge:T1 Org2:T3 Org:T2\n"
    _, (got,) = read_back("brat", folder(tmp_path, a_dot_txt="Sony Ericsson merged", a_dot_ann=ann))
    assert [a.role for a in got.annotations.arguments] == ["Org", "Org"]


def test_a_mark_of_an_editor_and_blank_lines_are_no_lines_and_notes_on_links_are_said(tmp_path):
    ann = "\ufeffT1\tOrg 0 4\tSony\n  \nR1\tOf Arg1:T1 Arg2:T1\n#1\tAnnotatorNotes R1\tsure\n"
    reader, (got,) = read_back("brat", folder(tmp_path, a_dot_txt="Sony", a_dot_ann=ann))
    assert [(c.text, c.mention_id) for c in got.annotations.comments] == [("sure", None)]
    assert "a.ann, line 4: a note on R1 was taken as one on the article" in str(list(reader.notices)[-1])


@pytest.mark.parametrize("role", ["Arg0", "0", "Arg_v2"])
def test_a_role_that_ends_in_a_number_may_be_filled_twice(tmp_path, role):
    event = Mention("e", "a", "w", Layer.EVENT, "MEET", (Span(0, 3),))
    others = tuple(Mention(f"m{n}", "a", "w", Layer.ENTITY, "PER", (Span(n, n + 1),)) for n in (4, 6))
    arguments = tuple(Argument(f"a{m.id}", "e", role, m.id) for m in others)
    bundle = Bundle(Article("a", "met A B"), WHO, State.DONE, Annotations((event, *others), arguments=arguments))
    written("brat", tmp_path / "x", (Frame(), [bundle]))
    _, (got,) = read_back("brat", tmp_path / "x", labels=None)
    assert [a.role for a in got.annotations.arguments] == [role, role]


def test_folders_with_the_same_files_are_annotators(tmp_path):
    pair = {"a_dot_txt": "Ankara", "a_dot_ann": "T1\tGPE 0 6\tAnkara\n"}
    for who in ("ada", "bo"):
        folder(tmp_path / who, **pair)
    root = folder(tmp_path / "x")
    for who in ("ada", "bo"):
        shutil.move(tmp_path / who, root / who)
    _, bundles = read_back("brat", root)
    assert [b.annotator.name for b in bundles] == ["ada", "bo"]
    assert len({b.article.id for b in bundles}) == 1
    folder(root / "ada", b_dot_txt="Baku", b_dot_ann="")
    shutil.rmtree(root / "bo")
    assert {b.annotator.name for b in read_back("brat", root)[1]} == {"x"}


PAIR = {"a_dot_txt": "Ankara", "a_dot_ann": "T1\tGPE 0 6\tAnkara\n"}
OTHER = {"b_dot_txt": "Baku", "b_dot_ann": ""}
LINES = {"a_dot_txt": "Ankara.\nBaku.", "a_dot_ann": "T1\tGPE 0 6\tAnkara\n"}


@pytest.mark.parametrize(("folders", "names"), [
    ({"ada/2018": PAIR, "bo/2018": PAIR}, ["ada", "bo"]),
    ({"2018/ada": PAIR, "2018/bo": PAIR}, ["ada", "bo"]),
    ({"ada": PAIR | OTHER, "bo": PAIR}, ["ada", "ada", "bo"]),
    ({"train": PAIR, "test": {**PAIR, "a_dot_txt": "Ankara met"}}, ["x", "x"]),
    ({"train": PAIR | OTHER, "test": {**PAIR, **OTHER, "a_dot_txt": "Ankara met"}}, ["x", "x", "x", "x"]),
    ({"train": PAIR, "test": OTHER}, ["x", "x"]),
    ({"ada": LINES, "bo": {**LINES, "a_dot_txt": "Ankara.\r\nBaku.\r\n"}}, ["ada", "bo"]),
    ({"ada": LINES, "bo": {**LINES, "a_dot_txt": "Ankara.\n\nBaku."}}, ["x", "x"]),
])  # fmt: skip
def test_folders_are_annotators_where_their_texts_are_the_same(tmp_path, folders, names):
    """Collections number their texts alike, too."""
    root = tmp_path / "x"
    for name, files in folders.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        folder(root / name, **files)
    reader, bundles = read_back("brat", root)
    assert sorted(b.annotator.name for b in bundles) == names
    shared = len({name for files in folders.values() for name in files}) < sum(map(len, folders.values()))
    told = [n for n in reader.notices if "not taken for annotators" in n.what]
    assert [all(name in n.what for name in folders) for n in told] == [True] * (shared and set(names) == {"x"})


@pytest.mark.parametrize(
    "own", ["Ankara\r\nmet\r\nBaku.", "Ankara\rmet\rBaku.\r", "\ufeffAnkara\r\nmet\nBaku.\r\n\r\n"]
)
@pytest.mark.parametrize("first", ["Ankara\nmet\nBaku.\n", "\ufeffAnkara\nmet\r\nBaku."])
def test_copies_with_other_line_ends_are_one_article(tmp_path, first, own):
    """Each annotator's spans are on the words they were on, in the first one's text."""
    (root := tmp_path / "x").mkdir()
    for who, text in (("ada", first), ("bo", own)):
        met, baku = text.index("met"), text.index("Baku")
        shift = text.startswith("\ufeff")
        lines = [f"T1\tGPE {shift:d} {6 + shift}\tAnkara", f"T2\tMEET {met} {met + 3};{baku} {baku + 4}\tmet Baku",
                 "E1\tMEET:T2 Who:T1", "#1\tAnnotatorNotes T2\tyes"]  # fmt: skip
        folder(root / who)
        (root / who / "a.txt").write_bytes(text.encode())
        (root / who / "a.ann").write_text("\n".join(lines), encoding="utf-8")
    reader, bundles = read_back("brat", root)
    assert reader.problems == []
    assert [b.annotator.name for b in bundles] == ["ada", "bo"]
    assert bundles[0].article.id == bundles[1].article.id
    assert bundles[0].article.text == bundles[1].article.text
    assert bundles[0].article.text == first.removeprefix("\ufeff")
    for bundle in bundles:
        found = bundle.annotations
        assert [m.text_of(bundle.article.text).split() for m in found.mentions] == [["Ankara"], ["met", "Baku"]]
        assert {m.article_id for m in found.mentions} == {bundle.article.id}
        assert ([a.role for a in found.arguments], [c.text for c in found.comments]) == (["Who"], ["yes"])
    assert [m.fragments for m in bundles[0].annotations.mentions] == [
        m.fragments for m in bundles[1].annotations.mentions
    ]


def test_a_span_on_blanks_that_the_first_copy_has_not_leaves_the_other_by_itself(tmp_path):
    (root := tmp_path / "x").mkdir()
    folder(root / "ada", **LINES)
    folder(root / "bo", **LINES | {"a_dot_ann": "T1\tGPE 13 14\t \n"})
    (root / "bo" / "a.txt").write_bytes(b"Ankara.\nBaku. \r\n")
    reader, bundles = read_back("brat", root)
    assert [b.article.text for b in bundles] == ["Ankara.\nBaku.", "Ankara.\nBaku. \r\n"]
    assert (reader.problems, len(bundles[1].annotations.mentions)) == ([], 1)
    assert bundles[0].article.id != bundles[1].article.id
    assert [n.what for n in reader.notices if n.file == "bo/a.txt"] == [
        "has a span that has no place in ada/a.txt, which is the same text but for the blanks at its edges and its line"
        " ends: it is an article of its own"
    ]


def test_whose_folders_are_is_not_told_where_it_was_said(tmp_path):
    for name, text in (("ada", "Ankara"), ("bo", "Ankara met")):
        (tmp_path / "x").mkdir(exist_ok=True)
        folder(tmp_path / "x" / name, **PAIR | {"a_dot_txt": text})
    reader, _ = read_back("brat", tmp_path / "x", annotator=WHO)
    assert reader.notices == []


def test_several_annotators_have_a_folder_each(tmp_path):
    other = Annotator("v", "Bo: B")
    first = full_bundle()
    second = replace(first, annotator=other, state=State.STARTED, annotations=Annotations())
    written("brat", tmp_path / "x", (replace(FRAME, annotators=(WHO, other)), [first, second]))
    assert (tmp_path / "x" / "Ada" / "talks.ann").exists()
    assert (tmp_path / "x" / "Bo B" / "talks.ann").exists()
    _, bundles = read_back("brat", tmp_path / "x", labels=None)
    assert [(b.annotator.name, b.state) for b in bundles] == [("Ada", State.DONE), ("Bo: B", State.STARTED)]


def test_archives_pairs_and_old_endings(tmp_path):
    path = folder(tmp_path / "x", a_dot_txt="Ankara met", a_dot_a1="T1\tGPE 0 6\tAnkara\n",
                  a_dot_a2="T2\tAGREE 7 10\tmet\nE1\tAGREE:T2 Agent:T1\n")  # fmt: skip
    assert len(read_back("brat", path)[1][0].annotations.arguments) == 1
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("c/a.txt", "Ankara")
        archive.writestr("c/a.ann", "T1\tGPE 0 6\tAnkara\n")
    assert recognised(tmp_path / "x.zip").name == "brat"
    assert len(read_back("brat", tmp_path / "x.zip")[1]) == 1
    folder(tmp_path / "y", a_dot_txt="Ankara", a_dot_ann="T1\tGPE 0 6\tAnkara\n", b_dot_txt="x", b_dot_ann="")
    for name in ("a.ann", "a.txt"):
        assert recognised(tmp_path / "y" / name).name == "brat"
        assert len(read_back("brat", tmp_path / "y" / name)[1]) == 1


def test_a_byte_order_mark_is_no_text(tmp_path):
    path = folder(tmp_path / "x", a_dot_txt="\ufeffAnkara met", a_dot_ann="T1\tGPE 1 7\tAnkara\n")
    _, (bundle,) = read_back("brat", path)
    assert bundle.article.text == "Ankara met"
    assert bundle.annotations.mentions[0].fragments == (Span(0, 6),)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("T1\tGPE 0 6\tAnkar", "T1: the text there is 'Ankara', not 'Ankar'"),
        ("T1\tGPE 0 60\tAnkara", "T1: the span 0 to 60 is outside the text"),
        ("T1\tGPE 6 0\tAnkara", "T1: the span 6 to 0 is reversed"),
        ("T1\tGPE 0 4;2 6\tAnkara", "T1: the parts of the span overlap"),
        ("T1 GPE 0 6 Ankara", "cannot be read: expected T1<tab>Label 0 5<tab>words"),
        ("T1\tGPE -1 6\tAnkara", "cannot be read: expected T1"),
        ("E1\tAGREE", "cannot be read: expected E1<tab>Label:T1"),
        ("E1\tAGREE:T9", "E1: its trigger T9 is the id of no span"),
        ("E1\tAGREE:T8", "E1: is of type AGREE, its trigger T8 of type GPE"),
        ("E1\tGPE:T8", "E1: the label GPE is for entity in the schema, not for event"),
        ("R1\tBEFORE Arg1:T8 Arg2:T9", "R1: T9 is the id of no span"),
        ("A1\tSure T9", "A1: T9 is the id of no span"),
        ("T8\tGPE 0 6\tAnkara", "T8: the id is there twice"),
        ("Z", "cannot be read: begins with none of"),
    ],
)
def test_what_is_wrong_is_said(tmp_path, line, said):
    path = folder(tmp_path / "x", a_dot_txt="Ankara met", a_dot_ann=f"T8\tGPE 0 6\tAnkara\n\n{line}\n")
    with pytest.raises(BadInput) as refused:
        read_back("brat", path)
    assert str(refused.value).startswith(f"a.ann, line 3, {said}" if said[2] == ":" else f"a.ann, line 3: {said}")
    reader, (bundle,) = read_back("brat", path, skip_bad=True)
    assert bundle.annotations.mentions[0].label == "GPE"
    assert len(reader.problems) == 1


def test_files_that_do_not_fit(tmp_path):
    path = folder(tmp_path / "x", a_dot_ann="", b_dot_txt="x")
    with pytest.raises(BadInput, match=r"a\.ann: has no \.txt of its name"):
        read_back("brat", path)
    (tmp_path / "x" / "a.txt").write_bytes(b"\xff\xfeA\x00")
    with pytest.raises(BadInput, match=r"a\.txt: is not utf-8"):
        read_back("brat", path)


@pytest.mark.parametrize(
    ("name", "form"), [("Head of State", "Head_of_State"), ("Kişi", "Kisi"), ("A.B", "A_B"), ("Лицо", "X____")]
)
def test_names_as_brat_stores_them(name, form):
    assert storable(name) == form


def test_names_that_would_be_stored_alike_stay_apart(tmp_path):
    names = ["A b", "A_b", "A-b", "Лицо", "Дата", "a\tb", "a|b", "#x", "[x]"]
    mentions = tuple(Mention(f"m{i}", "a", "w", Layer.ENTITY, n, (Span(0, 6),)) for i, n in enumerate(names))
    bundle = Bundle(Article("a", "Ankara"), WHO, State.DONE, Annotations(mentions))
    written("brat", tmp_path / "x", (Frame(), [bundle]))
    _, (got,) = read_back("brat", tmp_path / "x", labels=None)
    assert [m.label for m in got.annotations.mentions] == names


@pytest.mark.slow
@given(named_projects(), st.integers(0, 2**32))
@BREAKING
def test_mutated_files_are_read_or_refused(tmp_path, project, seed):
    shutil.rmtree(tmp_path / "x", ignore_errors=True)
    written("brat", tmp_path / "x", project)
    files = sorted(f for f in (tmp_path / "x").rglob("*") if f.suffix in (".ann", ".txt", ".tsv", ".conf"))
    chosen = files[seed % len(files)]
    whole = chosen.read_bytes()
    broken("brat", tmp_path / "x", whole, seed, 50, into=chosen)


@given(st.text(st.sampled_from("TER#*NAM1 2\t:;-\nAnkara"), max_size=60))
@THOROUGH
def test_any_lines_at_all(tmp_path, ann):
    path = folder(tmp_path / "x", a_dot_txt="Ankara met", a_dot_ann=ann)
    read_or_refused("brat", path)


def test_a_text_without_annotations_file_is_named(tmp_path):
    for name, content in {"a.txt": "Ann left.", "b.txt": "Bob left.", "b.ann": ""}.items():
        (tmp_path / name).write_text(content)
    reader, bundles = read_back("brat", tmp_path)
    assert [b.article.text for b in bundles] == ["Bob left."]
    [told] = reader.notices
    assert str(told) == "a.txt: has no .ann beside it and is left out. An empty .ann beside it takes it in"


def test_files_beside_that_are_no_brat_are_named(tmp_path):
    names = ("b.txt", "b.ann", "annotation.conf", "articles.tsv", "c.html", "old/d.pdf")
    (tmp_path / "old").mkdir()
    for name in names:
        (tmp_path / name).write_text("Bob left." if name == "b.txt" else "file\n" if name.endswith("tsv") else "")
    reader, bundles = read_back("brat", tmp_path)
    [told] = reader.notices
    assert (len(bundles), told.what) == (1, "holds 2 files without annotations of brat, left out: c.html, old/d.pdf")
