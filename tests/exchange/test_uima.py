"""UIMA CAS, XMI and JSON: what a CAS holds comes back, dkpro-cassis reads it, and INCEpTION's own files are taken."""

import io
import json
import shutil
import warnings
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings

from dateline.exchange import extras
from dateline.exchange.formats import format_named, recognised
from dateline.exchange.formats.uima import reader as uima_reader
from dateline.exchange.formats.uima import types
from dateline.exchange.left_out import Holds
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import BadInput, CannotWrite
from dateline.exchange.safexml import without_forbidden
from dateline.model.annotation import Annotations, Annotator, AnnotatorKind, Layer, Mention
from dateline.model.article import Article, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.text import Span
from tests.exchange.bundles import projects
from tests.exchange.rich import RICH
from tests.exchange.shapes import everything, lost, shape

cassis = pytest.importorskip("cassis")
HOLDS = frozenset(Holds) - {Holds.HAPPENINGS}
UNHURRIED = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None, max_examples=40
)
BOTH = pytest.mark.parametrize(("name", "clean"), [("uima", without_forbidden), ("uima-json", str)])
TEXT = "😀 Ankara met\r\nAstana\u00a0on Monday."
WHO = Annotator("w", "Ada")


def written(tmp_path, name, frame, bundles):
    folder = tmp_path / name
    if folder.exists():
        for file in folder.iterdir():
            file.unlink()
    return folder, format_named(name).write(folder, frame, bundles)


@BOTH
@given(project=projects())
@example(project=RICH)
@UNHURRIED
def test_what_a_cas_holds_comes_back_and_the_rest_is_reported(tmp_path, name, clean, project):
    frame, bundles = project
    folder, report = written(tmp_path, name, frame, bundles)
    assert lost(bundles, HOLDS) <= {str(loss.kind) for loss in report.losses}
    if bundles:
        reader = format_named(name).read(folder)
        got_frame, got = everything(reader)
        assert reader.problems == []
        by_order = [shape(b, frame, HOLDS, clean) for b in bundles]
        assert sorted((shape(b, got_frame, HOLDS) for b in got), key=repr) == sorted(by_order, key=repr)


def one_bundle():
    mentions = (
        Mention("m1", "a", "w", Layer.ENTITY, "GPE", (Span(2, 8),)),
        Mention("m2", "a", "w", Layer.EVENT, "MEET", (Span(9, 12), Span(23, 25)), {"modality": "asserted"}),
    )
    return Bundle(Article("a", TEXT, title="T", origin="a.txt"), WHO, State.DONE, Annotations(mentions))


def test_cassis_reads_the_xmi_with_its_type_system_in_utf16(tmp_path):
    folder, report = written(tmp_path, "uima", Frame(), [one_bundle()])
    system = cassis.load_typesystem(folder / "TypeSystem.xml")
    cas = cassis.load_cas_from_xmi(folder / "a.xmi", typesystem=system)
    assert cas.sofa_string == TEXT
    (entity,) = cas.select(types.NAMED_ENTITY)
    assert (entity.value, entity.get_covered_text()) == ("GPE", "Ankara")
    assert 'begin="3" end="9" value="GPE"' in (folder / "a.xmi").read_text("utf-8")
    assert "discontinuous" in str(report.losses)


def test_cassis_reads_the_json_with_the_types_inside(tmp_path):
    folder, _ = written(tmp_path, "uima-json", Frame(), [one_bundle()])
    with (folder / "a.json").open("rb") as file:
        cas = cassis.load_cas_from_json(file)
    assert [e.get_covered_text() for e in cas.select(types.NAMED_ENTITY)] == ["Ankara"]


def test_json_without_its_type_system_is_read(tmp_path):
    folder, _ = written(tmp_path, "uima-json", Frame(), [one_bundle()])
    path = folder / "a.json"
    raw = json.loads(path.read_bytes())
    del raw["%TYPES"]
    path.write_text(json.dumps(raw))
    assert recognised(path).name == "uima-json"
    (got,) = format_named("uima-json").read(path)
    assert shape(got, Frame(), HOLDS) == shape(one_bundle(), Frame(), HOLDS)


def inception_cas():
    """What INCEpTION writes: its metadata, tokens, layers of the project's own, slots, a relation."""
    system = cassis.TypeSystem()
    token = system.create_type("de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token")
    pos = system.create_type("de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS")
    about = system.create_type(types.METADATA, "uima.tcas.DocumentAnnotation")
    system.create_feature(about, "documentTitle", "uima.cas.String")
    noted = system.create_type(types.CAS_METADATA, "uima.tcas.Annotation")
    system.create_feature(noted, "username", "uima.cas.String")
    person = system.create_type("webanno.custom.Person")
    attack = system.create_type("webanno.custom.AttackEvent")
    system.create_feature(attack, "category", "uima.cas.String")
    system.create_feature(attack, "certainty", "uima.cas.String")
    link = system.create_type("webanno.custom.AttackEventVictimLink", "uima.cas.TOP")
    system.create_feature(link, "role", "uima.cas.String")
    system.create_feature(link, "target", "uima.tcas.Annotation")
    system.create_feature(attack, "victim", "uima.cas.FSArray", elementType=link.name)
    kin = system.create_type("webanno.custom.Kin")
    for end in ("Governor", "Dependent"):
        system.create_feature(kin, end, "uima.tcas.Annotation")
    system.create_feature(kin, "value", "uima.cas.String")
    timex = system.create_type(types.TIMEX3)
    for feature in ("timexType", "timexValue"):
        system.create_feature(timex, feature, "uima.cas.String")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        cas = cassis.Cas(system, sofa_string="Ann hit Bob on 19 April 2018.")
        bob, ann = person(begin=8, end=11), person(begin=0, end=3)
        array = system.get_type("uima.cas.FSArray")(elements=[link(role="", target=bob)])
        cas.add_all(
            [
                about(begin=0, end=29, language="en", documentTitle="report.txt"),
                noted(begin=0, end=0, username="bea"),
                *(token(begin=0, end=3), pos(begin=0, end=3), person(begin=4, end=4), bob, ann),
                attack(begin=4, end=7, category="ATTACK", certainty="high", victim=array),
                kin(begin=8, end=11, Governor=ann, Dependent=bob, value="siblings"),
                timex(begin=15, end=28, timexType="DATE", timexValue="2018-04-19"),
            ]
        )
    return system, cas


@pytest.mark.parametrize("packed", [False, True])
def test_files_of_inception_are_read(tmp_path, packed):
    system, cas = inception_cas()
    folder = tmp_path / "annotation" / "report.txt"
    folder.mkdir(parents=True)
    system.to_xml(tmp_path / "TypeSystem.xml")
    cas.to_xmi(folder / "bea.xmi")
    source = tmp_path
    if packed:
        source = tmp_path / "project.zip"
        with zipfile.ZipFile(source, "w") as archive:
            for file in ("TypeSystem.xml", "annotation/report.txt/bea.xmi"):
                archive.write(tmp_path / file, file)
    assert recognised(source).name == "uima"
    reader = format_named("uima").read(source, ReadOptions(labels={}))
    (got,) = reader
    text, found = got.article.text, got.annotations
    assert (got.annotator.name, got.annotator.kind, got.article.origin) == ("bea", AnnotatorKind.PERSON, "report.txt")
    assert (got.article.language, got.article.title) == ("en", "")
    assert [(m.text_of(text), m.label, m.layer) for m in found.mentions] == [
        ("Ann", "Person", Layer.ENTITY),
        ("hit", "ATTACK", Layer.EVENT),
        ("Bob", "Person", Layer.ENTITY),
        ("19 April 2018", "DATE", Layer.TIME),
    ]
    assert found.mentions[1].attributes == {"certainty": "high"}
    by_id = {m.id: m.text_of(text) for m in found.mentions}
    assert [(a.role, by_id[a.filler_id]) for a in found.arguments] == [("victim", "Bob")]
    assert [(r.label, by_id[r.source_id], by_id[r.target_id]) for r in found.relations] == [("siblings", "Ann", "Bob")]
    assert found.times[0].value == "2018-04-19"
    assert found.times[0].when is not None
    assert reader.unknown_labels == {
        "Person": Layer.ENTITY, "ATTACK": Layer.EVENT, "siblings": Layer.RELATION, "DATE": Layer.TIME
    }  # fmt: skip
    told = " ".join(n.what for n in reader.notices)
    assert "POS is no layer taken here" in told
    assert "they cover no text" in told


def project_export(path, files, description="{}"):
    """Write what INCEpTION's project export holds, with these files of annotations and what it says of them."""
    rest = {
        "exportedproject2452.json": description,
        "event.log": "",
        "source/report.txt": "Ann hit Bob on 19 April 2018.",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {**rest, "annotation_ser/report.txt/bea.ser": b"x", **files}.items():
            archive.writestr(name, data)
    return path


def packed_xmi(system, cas, user):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{user}.xmi", cas.to_xmi())
        archive.writestr("TypeSystem.xml", system.to_xml())
    return data.getvalue()


def test_a_project_export_packs_each_annotators_work(tmp_path):
    system, cas = inception_cas()
    for fs in cas.select(types.CAS_METADATA):
        cas.remove(fs)
    files = {
        f"{folder}/report.txt/webanno{n}export.zip": packed_xmi(system, cas, user)
        for n, (folder, user) in enumerate(
            [("annotation", "ada"), ("annotation", "INITIAL_CAS"), ("annotation", "bea"), ("curation", "CURATION_USER")]
        )
    }
    source = project_export(tmp_path / "project.zip", files)
    assert recognised(source).name == "uima"
    got = list(format_named("uima").read(source, ReadOptions(labels={})))
    assert [(b.annotator.name, b.annotator.kind.value) for b in got] == [
        ("ada", "person"), ("bea", "person"), ("CURATION_USER", "adjudicator")
    ]  # fmt: skip
    assert {(b.article.id, b.article.origin) for b in got} == {(got[0].article.id, "report.txt")}
    assert [len(b.annotations.mentions) for b in got] == [4, 4, 4]
    with zipfile.ZipFile(source) as archive:
        archive.extractall(tmp_path / "unpacked")
    assert recognised(tmp_path / "unpacked").name == "uima"
    assert len(list(format_named("uima").read(tmp_path / "unpacked", ReadOptions(labels={})))) == 3


@pytest.mark.parametrize("packed", [True, False])
def test_a_project_may_lie_in_a_folder_of_its_own(tmp_path, packed):
    """As whoever unpacks an export and packs its folder again has it."""
    system, cas = inception_cas()
    for fs in cas.select(types.CAS_METADATA):
        cas.remove(fs)
    files = {f"annotation/report.txt/{user}.zip": packed_xmi(system, cas, user) for user in ("ada", "bea")}
    given = project_export(tmp_path / "p.zip", files, description("NEW", ada="FINISHED", bea="IGNORE"))
    with zipfile.ZipFile(given) as archive:
        archive.extractall(tmp_path / "above" / "talks")
    source = tmp_path / "above"
    if packed:
        source = Path(shutil.make_archive(str(tmp_path / "again"), "zip", source))
    assert recognised(source).name == "uima"
    got = list(format_named("uima").read(source, ReadOptions(labels={})))
    assert [(b.annotator.name, b.state.value) for b in got] == [("ada", "done"), ("bea", "skipped")]


def description(curation, **states):
    return json.dumps({
        "name": "P",
        "source_documents": [{"name": "report.txt", "format": "text", "state": curation}, "?"],
        "annotation_documents": [{"name": "report.txt", "user": u, "state": s} for u, s in states.items()],
    })  # fmt: skip


@pytest.mark.parametrize(("ada", "bea", "curation", "expected"), [
    ("FINISHED", "IGNORE", "CURATION_FINISHED", ["done", "skipped", "done"]),
    ("IN_PROGRESS", "INPROGRESS", "CURATION_IN_PROGRESS", ["started", "started", "started"]),
    ("NEW", "FINISHED", "ANNOTATION_FINISHED", ["started", "done", "started"]),
    ("LOCKED", "COMPLETE", None, ["skipped", "done", "started"]),
])  # fmt: skip
def test_what_a_project_says_is_finished_or_ignored_is_done_or_skipped_for_each(tmp_path, ada, bea, curation, expected):
    system, cas = inception_cas()
    for fs in cas.select(types.CAS_METADATA):
        cas.remove(fs)
    files = {
        f"{folder}/report.txt/{user}.zip": packed_xmi(system, cas, user)
        for folder, user in (("annotation", "ada"), ("annotation", "bea"), ("curation", "CURATION_USER"))
    }
    source = project_export(tmp_path / "project.zip", files, description(curation, ada=ada, bea=bea, cy="FINISHED"))
    got = list(format_named("uima").read(source, ReadOptions(labels={})))
    assert [b.state.value for b in got] == expected


def test_tables_of_a_project_have_its_states_and_one_that_cannot_be_read_is_named(tmp_path):
    mentions = (Mention("m1", "a", "w", Layer.ENTITY, "GPE", (Span(0, 3),)),)
    one = Bundle(Article("a", "Ann hit Bob."), WHO, State.DONE, Annotations(mentions))
    format_named("webanno").write(tmp_path / "x", Frame(), [one])
    (file,) = [f for f in (tmp_path / "x").iterdir() if f.suffix == ".tsv"]
    files = {f"annotation/report.txt/{user}.tsv": file.read_text() for user in ("ada", "bea")}
    source = project_export(tmp_path / "p.zip", files, description("NEW", ada="FINISHED", bea="IGNORE"))
    got = list(format_named("webanno").read(source, ReadOptions(labels={})))
    assert [(b.annotator.name, b.state.value) for b in got] == [("ada", "done"), ("bea", "skipped")]
    source = project_export(tmp_path / "q.zip", files, '{"annotation_documents": [')
    with pytest.raises(BadInput, match=r"exportedproject2452.json: is no JSON that can be read"):
        list(format_named("webanno").read(source, ReadOptions(labels={})))


@pytest.mark.parametrize(("name", "suffix"), [("uima-json", ".json"), ("webanno", ".tsv")])
def test_a_project_export_in_one_file_for_each_annotator(tmp_path, name, suffix):
    mentions = (Mention("m1", "a", "w", Layer.ENTITY, "GPE", (Span(0, 3),)),)
    one = Bundle(Article("a", "Ann hit Bob."), WHO, State.DONE, Annotations(mentions))
    format_named(name).write(tmp_path / "x", Frame(), [one])
    (file,) = [f for f in (tmp_path / "x").iterdir() if f.suffix == suffix]
    data = file.read_text().replace('"Ada"', '"ada"')
    files = {f"annotation/report.txt/{user}{suffix}": data.replace('"ada"', f'"{user}"') for user in ("ada", "bea")}
    source = project_export(tmp_path / "project.zip", files)
    assert recognised(source).name == name
    got = list(format_named(name).read(source, ReadOptions(labels={})))
    assert [b.annotator.name for b in got] == ["ada", "bea"]
    assert len({b.article.id for b in got}) == 1


def test_a_project_export_without_a_format_that_is_read_says_what_to_do(tmp_path):
    source = project_export(tmp_path / "project.zip", {})
    assert recognised(source).name == "uima", "not a folder of texts, which would come in without annotations"
    with pytest.raises(BadInput, match="Export it again there with UIMA CAS XMI"):
        list(format_named("uima").read(source, ReadOptions(labels={})))
    source = project_export(tmp_path / "other.zip", {"annotation/report.txt/webanno1export.zip": b"PK\x03\x04broken"})
    assert recognised(source).name == "uima"
    with pytest.raises(BadInput, match=r"webanno1export\.zip.* is a zip archive that was cut off or damaged"):
        list(format_named("uima").read(source, ReadOptions(labels={})))


def test_two_annotators_work_on_one_article(tmp_path):
    system, cas = inception_cas()
    folder = tmp_path / "annotation" / "report.txt"
    folder.mkdir(parents=True)
    system.to_xml(folder / "TypeSystem.xml")
    cas.to_xmi(folder / "bea.xmi")
    for noted in cas.select(types.CAS_METADATA):
        noted.username = "carl"
    cas.to_xmi(folder / "carl.xmi")
    one, two = format_named("uima").read(tmp_path)
    assert (one.article.id, one.annotator.name, two.annotator.name) == (two.article.id, "bea", "carl")


def test_control_characters_are_replaced_one_for_one_and_reported(tmp_path):
    mention = Mention("m", "a", "w", Layer.ENTITY, "X", (Span(2, 3),))
    bundle = Bundle(Article("a", "\x00\x0bX"), WHO, annotations=Annotations((mention,)))
    folder, report = written(tmp_path, "uima", Frame(), [bundle])
    (got,) = format_named("uima").read(folder)
    assert (got.article.text, got.annotations.mentions[0].span) == ("\ufffd\ufffdX", Span(2, 3))
    assert ("control characters (replaced by \ufffd)", 2) in [(x.kind, x.count) for x in report.losses]


@pytest.mark.parametrize(
    ("file", "data", "what"),
    [
        ("a.xmi", b"<x", "not valid XML"),
        ("a.xmi", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "declares an entity"),
        ("a.xmi", b"<x/>", "is no UIMA CAS XMI|holds no text"),
        ("a.json", b"{", "not valid JSON at line 1"),
        ("a.json", b"[]", "expected UIMA CAS JSON"),
        ("a.json", b'{"%FEATURE_STRUCTURES":[{}]}', "'%TYPE' is named and is not there"),
        ("a.json", b'{"%FEATURE_STRUCTURES":[],"%VIEWS":{}}', "holds no text"),
        ("a.json", b"[" * 100_000, "not valid JSON"),
    ],
)
def test_bad_files_are_named(tmp_path, file, data, what):
    cassis.TypeSystem().to_xml(tmp_path / "TypeSystem.xml")
    (tmp_path / file).write_bytes(data)
    name = "uima" if file.endswith("xmi") else "uima-json"
    with pytest.raises(BadInput, match=what) as caught:
        list(format_named(name).read(tmp_path / file))
    assert caught.value.problems[0].file == file


def test_xmi_without_a_type_system_says_what_to_put_beside_it(tmp_path):
    (tmp_path / "a.xmi").write_bytes(b"<x/>")
    with pytest.raises(BadInput, match=r"no type system beside it\. Put the TypeSystem.xml"):
        list(format_named("uima").read(tmp_path))


def test_offsets_outside_the_text_are_refused(tmp_path):
    folder, _ = written(tmp_path, "uima", Frame(), [one_bundle()])
    path = folder / "a.xmi"
    path.write_text(path.read_text("utf-8").replace('begin="3" end="9"', 'begin="3" end="999"'), "utf-8")
    with pytest.raises(BadInput, match=r"NamedEntity \d+: the span 2 to 999 is outside the text"):
        list(format_named("uima").read(folder))


@BOTH
def test_without_cassis_it_says_what_to_install(tmp_path, name, clean, monkeypatch):
    (tmp_path / "a.xmi").write_bytes(b"<x/>")

    def import_nothing(module):
        raise ImportError(module)

    monkeypatch.setattr(extras, "import_module", import_nothing)
    line = r"dkpro-cassis is not installed.*bootstrap\.py formats.*dateline\[uima\]"
    with pytest.raises(BadInput, match=line):
        list(format_named(name).read(tmp_path))
    with pytest.raises(CannotWrite, match=line):
        format_named(name).write(tmp_path / "out", Frame(), [])
    assert not (tmp_path / "out").exists()


def test_a_label_that_a_type_of_events_has_is_of_events_wherever_it_stands_first(tmp_path):
    system = cassis.TypeSystem()
    made = [system.create_type(f"webanno.custom.{n}", "uima.tcas.Annotation") for n in ("Span", "AttackEvent")]
    for one in made:
        system.create_feature(one, "value", "uima.cas.String")
    cas = cassis.Cas(system)
    cas.sofa_string = "Raids and raids."
    cas.add(made[0](begin=0, end=5, value="Raid"))
    cas.add(made[1](begin=10, end=15, value="Raid"))
    cas.to_xmi(tmp_path / "a.xmi")
    system.to_xml(tmp_path / "TypeSystem.xml")
    (bundle,) = format_named("uima").read(tmp_path, ReadOptions(labels={}))
    assert [(m.label, m.layer) for m in bundle.annotations.mentions] == [("Raid", Layer.EVENT)] * 2


def _with_features(folder):
    """A CAS of somebody's own layer, with features of every plain kind, and a second view."""
    system = cassis.TypeSystem()
    layer = system.create_type("webanno.custom.Claim", "uima.tcas.Annotation")
    for name, range_ in (("value", "String"), ("sure", "Boolean"), ("rank", "Integer"), ("weight", "Double")):
        system.create_feature(layer, name, f"uima.cas.{range_}")
    system.create_feature(layer, "tags", "uima.cas.StringArray")
    cas = cassis.Cas(system)
    cas.sofa_string = "Ann left."
    array = system.get_type("uima.cas.StringArray")
    cas.add(layer(begin=0, end=3, value="A", sure=True, rank=3, weight=0.5, tags=array(elements=["x", "y"])))
    cas.add(layer(begin=4, end=8, value="B", sure=False, rank=0, weight=0.0))
    other = cas.create_view("translation")
    other.sofa_string = "Anne est partie."
    other.add(layer(begin=0, end=4, value="A"))
    folder.mkdir()
    cas.to_xmi(folder / "a.xmi")
    system.to_xml(folder / "TypeSystem.xml")
    return folder


def test_features_of_every_plain_kind_are_attributes_and_the_rest_is_told(tmp_path):
    reader = format_named("uima").read(_with_features(tmp_path / "cas"))
    (bundle,) = reader
    assert [m.attributes for m in bundle.annotations.mentions] == [{"sure": "true", "rank": "3", "weight": "0.5"}, {}]
    told = sorted(n.what for n in reader.notices)
    assert told == [
        "1 annotations were passed over: the feature tags of webanno.custom.Claim holds several values",
        "holds 1 more texts (views), which are passed over with their annotations",
    ]


def test_the_type_system_of_a_large_folder_is_looked_for_once(tmp_path, monkeypatch):
    folder = _with_features(tmp_path / "cas")
    for n in range(30):
        (folder / f"{n}.xmi").write_bytes((folder / "a.xmi").read_bytes())
    made = 0

    class Counted(uima_reader.PurePosixPath):
        def __new__(cls, *parts):
            nonlocal made
            made += 1
            return super().__new__(cls, *parts)

    monkeypatch.setattr(uima_reader, "PurePosixPath", Counted)
    assert len(list(format_named("uima").read(folder))) == 31
    assert made < 31 * 8
