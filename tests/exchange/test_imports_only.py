"""PubAnnotation, BioC, GATE and CAT: files as those tools write them, and clear words for those they do not."""

import json
import tracemalloc

import pytest

from dateline.exchange.formats import format_named, recognised
from dateline.exchange.formats.bioc import reader as bioc_reader
from dateline.exchange.intake import Intake
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import BadInput
from dateline.model.annotation import Layer
from tests.exchange.shapes import everything


def mentions(bundle):
    return [(m.text_of(bundle.article.text), m.label, m.layer) for m in bundle.annotations.mentions]


def relations(bundle):
    words = {m.id: m.text_of(bundle.article.text) for m in bundle.annotations.mentions}
    return [(r.label, words[r.source_id], words[r.target_id]) for r in bundle.annotations.relations]


PUBANNOTATION = {
    "text": "😀 ES and somatic cells of Ann",
    "sourcedb": "News",
    "sourceid": 7,
    "target": "https://example.org/7",
    "denotations": [
        {"id": "T1", "span": [{"begin": 2, "end": 4}, {"begin": 17, "end": 22}], "obj": "Cell"},
        {"id": "T2", "span": {"begin": 26, "end": 29}, "obj": "Person"},
    ],
    "relations": [{"id": "R1", "pred": "partOf", "subj": "T1", "obj": "T2"}, {"pred": "x", "subj": "T9", "obj": "T1"}],
    "attributes": [{"subj": "T2", "pred": "sure", "obj": True}, {"subj": "R1", "pred": "x", "obj": "y"}],
    "tracks": [{"project": "other", "denotations": [{"span": {"begin": 9, "end": 22}, "obj": "Cell"}]}],
}


def test_modifications_and_attributes_of_one_name_are_kept(tmp_path):
    path = tmp_path / "a.json"
    said = [{"subj": "T1", "pred": "db", "obj": v} for v in ("a", "b")]
    denotations = [{"id": "T1", "span": {"begin": 0, "end": 3}, "obj": "Protein"}]
    raw = {"text": "IRF", "denotations": denotations, "attributes": said}
    path.write_text(
        json.dumps(raw | {"modifications": [{"id": "M1", "pred": "Negation", "obj": o} for o in ("T1", "R1")]})
    )
    reader = format_named("pubannotation").read(path, ReadOptions(labels={}))
    (got,) = reader
    assert got.annotations.mentions[0].attributes == {"db": "a; b", "Negation": "true"}
    assert "1 modifications of what is no span were passed over" in [n.what for n in reader.notices]


def test_pubannotation_tracks_are_annotators(tmp_path):
    path = tmp_path / "a.json"
    path.write_text(json.dumps(PUBANNOTATION), "utf-8")
    assert recognised(path).name == "pubannotation"
    reader = format_named("pubannotation").read(path, ReadOptions(labels={}))
    one, two = reader
    assert mentions(one) == [("ES cells", "Cell", Layer.ENTITY), ("Ann", "Person", Layer.ENTITY)]
    assert one.annotations.mentions[1].attributes == {"sure": "true"}
    assert relations(one) == [("partOf", "ES cells", "Ann")]
    assert (one.article.url, one.article.meta) == ("https://example.org/7", {"sourcedb": "News", "sourceid": "7"})
    assert (two.annotator.name, two.article.id, mentions(two)[0][0]) == ("other", one.article.id, "somatic cells")
    assert sorted(n.what for n in reader.notices if "passed over" in n.what) == [
        "1 attributes of what is no span were passed over", "1 relations of what is no span were passed over"
    ]  # fmt: skip


BIOC = """<?xml version="1.0"?>
<!DOCTYPE collection SYSTEM "BioC.dtd">
<collection><source>News</source><date>2018</date><key>k</key>
<document><id>7</id>
<passage><infon key="type">title</infon><offset>0</offset><text>Café talk</text>
<annotation id="T1"><infon key="type">Place</infon><infon key="identifier">Q1</infon>
<location offset="0" length="{cafe}"/><text>Café</text></annotation></passage>
<passage><infon key="type">body</infon><offset>{second}</offset><text>Ann met Bob.</text>
<annotation id="T2"><infon key="type">Person</infon><location offset="{second}" length="3"/>
<text>Ann</text></annotation>
<annotation id="T3"><infon key="type">Person</infon><location offset="{bob}" length="3"/><text>Bob</text></annotation>
<relation id="R1"><infon key="type">knows</infon><node refid="T2" role="a"/><node refid="T3" role="b"/></relation>
<relation id="R2"><infon key="type">odd</infon><node refid="T2" role="a"/></relation></passage>
</document></collection>
"""


@pytest.mark.parametrize(("cafe", "second"), [(4, 10), (5, 11)])  # counted in characters, and in bytes
def test_bioc_is_read_however_it_counts(tmp_path, cafe, second):
    path = tmp_path / "a.xml"
    path.write_text(BIOC.format(cafe=cafe, second=second, bob=second + 8), "utf-8")
    assert recognised(path).name == "bioc"
    reader = format_named("bioc").read(path)
    (got,) = reader
    assert got.article.text == "Café talk\nAnn met Bob."
    assert (got.article.title, got.article.meta) == ("Café talk", {"docid": "7"})
    assert [m[:2] for m in mentions(got)] == [("Café", "Place"), ("Ann", "Person"), ("Bob", "Person")]
    assert got.annotations.mentions[0].attributes == {"identifier": "Q1"}
    assert relations(got) == [("knows", "Ann", "Bob")]
    assert [n.what for n in reader.notices] == ["1 relations of other than two annotations were passed over"]


def test_bioc_json_with_sentences(tmp_path):
    sentence = {"offset": 5, "text": "Ann left.", "annotations": [
        {"id": "1", "infons": {"type": "Person", "n": 3}, "locations": [{"offset": 5, "length": 3}], "text": "Anna"}
    ]}  # fmt: skip
    first = {"offset": 0, "text": "So?", "annotations": []}
    document = {"id": 9, "passages": [{"infons": {}, "offset": 0, "sentences": [first, sentence]}]}
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"documents": [document | {"id": "9"}]}))
    assert recognised(path).name == "bioc"
    reader = format_named("bioc").read(path)
    (got,) = reader
    assert got.article.text == "So?\nAnn left."
    assert mentions(got) == [("Ann", "Person", Layer.ENTITY)]
    assert [n.what for n in reader.notices] == ["1 annotations cover another text than they say"]


GATE = """<?xml version='1.0' encoding='UTF-8'?>
<GateDocument version="3">
<GateDocumentFeatures><Feature><Name className="java.lang.String">gate.SourceURL</Name>
<Value className="java.lang.String">http://example.org/a</Value></Feature></GateDocumentFeatures>
<TextWithNodes><Node id="0"/>Ann<Node id="3"/> &amp; <Node id="6"/>Bob<Node id="9"/> agreed<Node id="16"
/></TextWithNodes>
<AnnotationSet><Annotation Id="1" Type="Person" StartNode="0" EndNode="3"><Feature><Name>gender</Name><Value>f</Value>
</Feature></Annotation><Annotation Id="2" Type="Token" StartNode="0" EndNode="3"/>
<Annotation Id="3" Type="TalkEvent" StartNode="9" EndNode="16"/><Annotation Id="4" Type="X" StartNode="3" EndNode="3"/>
<Annotation Id="5" Type="Person" StartNode="6" EndNode="9"/>
</AnnotationSet>
<AnnotationSet Name="Original markups"><Annotation Id="9" Type="p" StartNode="0" EndNode="16"/></AnnotationSet>
<AnnotationSet Name="bea"><Annotation Id="6" Type="Pair" StartNode="0" EndNode="9"/></AnnotationSet>
<RelationSet><Relation Id="8" Type="with" Members="1;5"/></RelationSet>
</GateDocument>
"""


def test_gate_sets_are_annotators(tmp_path):
    path = tmp_path / "a.xml"
    path.write_text(GATE, "utf-8")
    assert recognised(path).name == "gate"
    one, two = format_named("gate").read(path)
    assert one.article.text == "Ann & Bob agreed"
    assert one.article.url == "http://example.org/a"
    assert mentions(one) == [
        ("Ann", "Person", Layer.ENTITY), ("Bob", "Person", Layer.ENTITY), (" agreed", "TalkEvent", Layer.EVENT)
    ]  # fmt: skip
    assert one.annotations.mentions[0].attributes == {"gender": "f"}
    assert relations(one) == [("with", "Ann", "Bob")]
    assert (two.annotator.name, mentions(two)) == ("bea", [("Ann & Bob", "Pair", Layer.ENTITY)])


CAT = """<?xml version="1.0" encoding="UTF-8"?>
<Document doc_name="7_x" doc_id="1" lang="en" url="http://example.org/7">
<token t_id="1" sentence="0" number="0">Ann</token><token t_id="2" sentence="0" number="1">took</token>
<token t_id="3" sentence="0" number="2">it</token><token t_id="4" sentence="0" number="3">off</token>
<token t_id="5" sentence="1" number="0">On</token><token t_id="6" sentence="1" number="1">Monday</token>
<Markables>
<EVENT_MENTION m_id="1" pos="VERB" tense="PAST" aspect="NONE">
<token_anchor t_id="2"/><token_anchor t_id="4"/></EVENT_MENTION>
<ENTITY_MENTION m_id="2" head="Ann"><token_anchor t_id="1"/></ENTITY_MENTION>
<TIMEX3 m_id="3" type="DATE" value="2018-04-16"><token_anchor t_id="5"/><token_anchor t_id="6"/></TIMEX3>
<TIMEX3 m_id="4" type="DATE" value="2018-04-19" functionInDocument="CREATION_TIME"/>
<EVENT m_id="5" class="OTHER" TAG_DESCRIPTOR="the taking" external_ref="e:1"/>
<ENTITY m_id="6" ent_type="PER" TAG_DESCRIPTOR="Ann Bell" external_ref="Q7"/>
<SIGNAL m_id="7"><token_anchor t_id="5"/></SIGNAL>
<ACTION_OCCURRENCE m_id="8"><token_anchor t_id="3"/></ACTION_OCCURRENCE>
</Markables>
<Relations>
<REFERS_TO r_id="1"><source m_id="1"/><target m_id="5"/></REFERS_TO>
<REFERS_TO r_id="2"><source m_id="2"/><target m_id="6"/></REFERS_TO>
<HAS_PARTICIPANT r_id="3" sem_role="Arg0"><source m_id="1"/><target m_id="2"/></HAS_PARTICIPANT>
<TLINK r_id="4" reltype="IS_INCLUDED"><source m_id="1"/><target m_id="3"/></TLINK>
<TLINK r_id="5" reltype="BEFORE"><source m_id="1"/><target m_id="4"/></TLINK>
</Relations>
</Document>
"""


def test_a_cat_token_of_white_space_is_no_word(tmp_path):
    blank = '<token t_id="90" sentence="0" number="9"> </token><token t_id="1"'
    anchor = '<token_anchor t_id="1"/><token_anchor t_id="90"/>'
    path = tmp_path / "a.xml"
    path.write_text(CAT.replace('<token t_id="1"', blank, 1).replace('<token_anchor t_id="1"/>', anchor), "utf-8")
    (got,) = format_named("cat").read(path, ReadOptions(labels={}))
    path.write_text(CAT, "utf-8")
    (plain,) = format_named("cat").read(path, ReadOptions(labels={}))
    assert got.article.text == plain.article.text
    assert [m.fragments for m in got.annotations.mentions] == [m.fragments for m in plain.annotations.mentions]


def test_cat_documents_bring_events_participants_times_and_things(tmp_path):
    path = tmp_path / "a.xml"
    path.write_text(CAT, "utf-8")
    assert recognised(path).name == "cat"
    reader = format_named("cat").read(path)
    bundles, entities, happenings = [], [], []
    for bundle in reader:
        bundles.append(bundle)
        for frame in reader.further_frames():
            entities += frame.entities
            happenings += frame.happenings
    (got,) = bundles
    text = got.article.text
    assert text == "Ann took it off\nOn Monday"
    assert (got.article.published, got.article.url) == ("2018-04-19", "http://example.org/7")
    assert mentions(got) == [
        ("Ann", "PER", Layer.ENTITY), ("took off", "OTHER", Layer.EVENT), ("it", "ACTION_OCCURRENCE", Layer.EVENT),
        ("On Monday", "DATE", Layer.TIME),
    ]  # fmt: skip
    assert got.annotations.mentions[1].attributes == {"pos": "VERB", "tense": "PAST"}
    assert [(a.role) for a in got.annotations.arguments] == ["Arg0"]
    assert relations(got) == [("IS_INCLUDED", "took off", "On Monday")]
    assert [t.value for t in got.annotations.times] == ["2018-04-16"]
    assert [(e.name, e.type, e.external_id) for e in entities] == [("Ann Bell", "PER", "Q7")]
    assert [(h.name, h.type, h.external_id) for h in happenings] == [("the taking", "OTHER", "e:1")]
    assert got.annotations.mentions[1].happening_id == happenings[0].id
    told = [n.what for n in reader.notices]
    assert "1 SIGNAL were passed over" in told


@pytest.mark.parametrize(
    ("name", "content", "line", "what"),
    [
        ("pubannotation", '{"denotations":[]}', 1, "missing: a text was expected"),
        ("pubannotation", '{"text":"a","denotations":[{"obj":"X"}]}', 1, "is null, not an object with begin and end"),
        ("pubannotation", '{"text":"a","denotations":[{"obj":"X","span":{"begin":0,"end":2}}]}', 1, "outside the text"),
        ("pubannotation", "", None, "holds no document"),
        ("bioc", "<html/>", 1, "expected the element collection"),
        ("bioc", "<collection/>", None, "holds no document"),
        ("bioc", "<collection>\n<document><id>7</id></document></collection>", 2, "hold no text"),
        ("gate", "<html/>", 1, "expected the element GateDocument"),
        ("gate", "<GateDocument/>", 1, "the text was expected there"),
        ("gate", GATE.replace('StartNode="6"', 'StartNode="77"'), 10, "StartNode '77' is no Node"),
        ("cat", "<html/>", 1, "expected the element Document"),
        ("cat", "<Document/>", 1, "holds no token"),
        ("cat", CAT.replace('<token_anchor t_id="1"/>', '<token_anchor t_id="99"/>'), 9, "an anchor is no token"),
    ],
)
def test_bad_files_are_named_with_their_line(tmp_path, name, content, line, what):
    path = tmp_path / ("a.xml" if name in ("bioc", "gate", "cat") else "a.json")
    path.write_text(content, "utf-8")
    with pytest.raises(BadInput, match=what) as caught:
        list(format_named(name).read(path))
    assert (caught.value.problems[0].file, caught.value.problems[0].line) == (path.name, line)


def test_a_bioc_collection_in_json_is_read_document_by_document(tmp_path):
    """Of either shape, and one after the other: what is wrong is named with its line, memory holds one document."""
    path = tmp_path / "a.json"

    def held(count):
        passage = {"offset": 0, "text": "word " * 20_000, "infons": {"type": "body"}}
        documents = ",\n".join(json.dumps({"id": str(n), "passages": [passage]}) for n in range(count))
        path.write_text(f'{{"source": "x", "infons": {{}}, "documents": [\n{documents}\n], "key": "k"}}')
        tracemalloc.start()
        try:
            assert sum(1 for _ in format_named("bioc").read(path)) == count
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    assert held(100) < held(25) + 1_000_000
    one = json.dumps({"id": "1", "passages": [{"offset": 0, "text": "Ann."}]})
    for shape in (one, f"{one}\n{one}", f"[{one},{one}]", f'{{"PubTator3": [{one}]}}', f'[{{"documents": [{one}]}}]'):
        path.write_text(shape)
        assert {b.article.text for b in format_named("bioc").read(path)} == {"Ann."}
    path.write_text(f'{{"documents": [\n{one},\n{one.replace("Ann.", "")}]}}')
    with pytest.raises(BadInput) as caught:
        list(format_named("bioc").read(path))
    assert str(caught.value.problems[0]).startswith("a.json, line 3, document 1, passages: hold no text")


def test_ecb_happenings_are_one_over_documents(tmp_path):
    for n in (1, 2):
        (tmp_path / f"{n}.xml").write_text(
            f'<Document doc_name="{n}"><token t_id="1" sentence="0" number="0">quake{n}</token><Markables>'
            '<ACTION_OCCURRENCE m_id="1"><token_anchor t_id="1"/></ACTION_OCCURRENCE>'
            '<ACTION_OCCURRENCE m_id="9" TAG_DESCRIPTOR="the quake" instance_id="ACT7"/></Markables>'
            '<Relations><CROSS_DOC_COREF r_id="1" note="ACT7"><source m_id="1"/><target m_id="9"/></CROSS_DOC_COREF>'
            "</Relations></Document>"
        )
    _, bundles = everything(format_named("cat").read(tmp_path))
    ids = {m.happening_id for b in bundles for m in b.annotations.mentions}
    assert len(bundles) == 2
    assert len(ids) == 1
    assert ids != {None}


def test_bioc_of_very_many_passages_is_not_walked_for_each_annotation(tmp_path):
    number = 4_000
    passages = [
        {
            "offset": i * 10, "text": "Ann ä left", "infons": {},
            "annotations": [
                {"id": str(i), "infons": {"type": "P"}, "locations": [{"offset": i * 10, "length": 3}], "text": "Ann"}
            ],
        }
        for i in range(number)
    ]  # fmt: skip
    (tmp_path / "a.json").write_text(json.dumps({"PubTator3": [{"id": "1", "passages": passages}]}))
    looked_at = 0

    class Counted(int):
        def __lt__(self, other):
            nonlocal looked_at
            looked_at += 1
            return int(self) < other

    (got,) = format_named("bioc").read(tmp_path / "a.json")
    assert {m.text_of(got.article.text) for m in got.annotations.mentions} == {"Ann"}
    assert len(got.annotations.mentions) == number
    reader = bioc_reader._DocumentReader({"passages": passages}, Intake("a", ReadOptions()), None, "a")
    reader.bundle()
    reader._offsets = [Counted(o) for o in reader._offsets]
    for i in range(number):
        reader._unit_of(i * 10)
    assert looked_at < 20 * number


@pytest.mark.parametrize("counting", ["points", "utf16", "bytes"])
def test_bioc_places_are_found_whatever_they_count(tmp_path, counting):
    body = "😀 Café 😀 Ann"
    begin = body.index("Ann")
    at = {"points": begin, "utf16": len(body[:begin].encode("utf-16-le")) // 2, "bytes": len(body[:begin].encode())}
    annotation = {
        "id": "1", "infons": {"type": "P"}, "locations": [{"offset": at[counting] + 7, "length": 3}], "text": "Ann"
    }  # fmt: skip
    passage = {"offset": 7, "text": body, "infons": {}, "annotations": [annotation]}
    (tmp_path / "a.json").write_text(json.dumps({"documents": [{"id": "1", "passages": [passage]}]}))
    reader = format_named("bioc").read(tmp_path / "a.json")
    assert [mentions(b)[0][0] for b in reader] == ["Ann"]
    assert reader.notices == []


def test_a_gate_set_named_as_the_one_without_a_name_belongs_is_on_the_same_page(tmp_path):
    path = tmp_path / "bea.xml"
    path.write_text(GATE, "utf-8")
    (got,) = format_named("gate").read(path)
    assert [m[1] for m in mentions(got)] == ["Pair", "Person", "Person", "TalkEvent"]


@pytest.mark.parametrize(
    ("name", "content", "there"), [("gate", GATE, "<Relation "), ("cat", CAT.replace("IS_INCLUDED", "PER"), "<TLINK ")]
)
def test_a_label_of_another_layer_is_told_with_its_line(tmp_path, name, content, there):
    path = tmp_path / "a.xml"
    path.write_text(content, "utf-8")
    labels = {"Person": Layer.ENTITY, "PER": Layer.ENTITY, "with": Layer.ENTITY}
    with pytest.raises(BadInput, match="in the schema, not for relation") as caught:
        list(format_named(name).read(path, ReadOptions(labels=labels)))
    line = caught.value.problems[0].line
    assert line is not None
    assert there in content.splitlines()[line - 1]
