"""Label Studio: tasks of all shapes are read, everybody's annotations stay apart, and what was written comes back."""

import json
import xml.etree.ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from dateline.exchange.formats import recognised
from dateline.exchange.formats.label_studio.config import OURS
from dateline.exchange.problems import BadInput, ProblemKind
from dateline.model.annotation import Annotations, Annotator, AnnotatorKind, Layer, Mention, TimeValue
from dateline.model.article import Article, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.schema import Attribute, LabelType, Role, Schema
from dateline.model.text import Span
from tests.exchange.foreign import BREAKING, THOROUGH, broken, count, losses, named_projects, page, read_back, written
from tests.exchange.rich import RICH

NAME = "label-studio"
TEXT = "Ankara agreed on Thursday 😀."


def covered(bundle):
    return [(m.text_of(bundle.article.text), m.label) for m in bundle.annotations.mentions]


def without_reserved(bundle):
    """Leave out attributes named like a part of the configuration, as an export does."""
    kept = (
        replace(m, attributes={k: v for k, v in m.attributes.items() if k not in OURS})
        for m in bundle.annotations.mentions
    )
    return replace(bundle, annotations=replace(bundle.annotations, mentions=tuple(kept)))


def region(id_, start, end, *labels, sort="labels", **more):
    value = {"start": start, "end": end, sort: list(labels)} | more
    return {"id": id_, "from_name": "label", "to_name": "text", "type": sort, "value": value}


def tasks(path, *found):
    path.write_text(json.dumps(found, indent=1), "utf-8")
    return path


@given(named_projects())
@example(RICH)
@THOROUGH
def test_what_is_read_back_is_what_was_written(tmp_path, project):
    path = tmp_path / "x.json"
    report = written(NAME, path, project, boilerplate=True)
    reader, got = read_back(NAME, path)
    assert reader.problems == []
    full = {"attributes": True, "times": True}
    taken = [without_reserved(b) for b in project[1]]
    assert [page(b, **full) for b in got] == [page(b, fragments=False, **full) for b in taken]
    assert [b.annotator and b.annotator.name for b in got] == [b.annotator and b.annotator.name for b in project[1]]
    assert [b.state for b in got if b.annotator] == [b.state for b in project[1] if b.annotator]
    assert [b.article.meta for b in got] == [b.article.meta for b in project[1]]
    assert [b.article.title for b in got] == [b.article.title for b in project[1]]
    told = losses(report)
    assert told.get("discontinuous spans (written as the whole stretch)", 0) == count(
        project[1], lambda b: sum(len(m.fragments) > 1 for m in b.annotations.mentions)
    )
    assert told.get("links to entities", 0) == count(
        project[1], lambda b: sum(m.entity_id is not None for m in b.annotations.mentions)
    )
    assert told.get("attributes named like a part of the configuration", 0) == count(
        project[1], lambda b: sum(name in OURS for m in b.annotations.mentions for name in m.attributes)
    )
    ET.fromstring((tmp_path / "x.xml").read_bytes())


def test_drafts_are_said_to_be_left_out(tmp_path):
    result = [region("r1", 0, 6, "GPE")]
    task = {"data": {"text": TEXT}, "drafts": [{"result": result}],
            "annotations": [{"completed_by": 1, "result": result, "drafts": [{"result": []}]}]}  # fmt: skip
    reader, (bundle,) = read_back(NAME, tasks(tmp_path / "x.json", task))
    assert covered(bundle) == [("Ankara", "GPE")]
    assert "2 drafts nobody has submitted; left out" in [n.what for n in reader.notices]


def test_a_task_as_label_studio_exports_it(tmp_path):
    annotation = {
        "id": 9,
        "completed_by": {"id": 4, "email": "ada@example.org", "first_name": "Ada"},
        "was_cancelled": False,
        "result": [
            region("a", 0, 6, "GPE", text="Ankara") | {"meta": {"text": ["sure?"]}},
            region("b", 7, 13, "AGREE"),
            {"type": "relation", "from_id": "a", "to_id": "b", "direction": "left", "labels": ["Agent"]},
            {"type": "choices", "id": "b", "from_name": "modality", "value": {"choices": ["planned"]}},
            {"type": "choices", "from_name": "tone", "value": {"choices": ["dry", "terse"]}},
            {"type": "taxonomy", "from_name": "topic", "value": {"taxonomy": [["Trade", "Grain"], ["Visits"]]}},
        ],
    }
    other = {"completed_by": 5, "was_cancelled": True, "result": []}
    again = {"completed_by": 5, "result": [region("c", 0, 6, "GPE", "PERSON")]}
    prediction = {"model_version": "m1", "result": [region("d", 17, 25, "DATE"), {"type": "rectanglelabels"}]}
    task = {"id": 1, "data": {"text": TEXT, "title": "T", "n": 3, "x": None}, "annotations": [annotation, other, again],
            "predictions": [prediction]}  # fmt: skip
    path = tasks(tmp_path / "x.json", task)
    assert recognised(path).name == NAME
    reader, got = read_back(NAME, path)
    assert [(b.annotator.name, b.annotator.kind, b.state) for b in got] == [
        ("ada@example.org", AnnotatorKind.PERSON, State.DONE),
        ("annotator 5", AnnotatorKind.PERSON, State.SKIPPED),
        ("annotator 5 (2)", AnnotatorKind.PERSON, State.DONE),
        ("m1", AnnotatorKind.MODEL, State.STARTED),
    ]
    assert len({b.article.id for b in got}) == 1
    first = page(got[0], attributes=True)
    assert first["arguments"] == [(1, "Agent", 0)]
    assert first["comments"] == ["sure?", "tone: dry, terse", "topic: Trade > Grain, Visits"]
    assert got[0].annotations.mentions[1].attributes == {"modality": "planned"}
    assert covered(got[2]) == [("Ankara", "GPE"), ("Ankara", "PERSON")]
    assert covered(got[3]) == [("Thursday", "DATE")]
    assert (got[0].article.title, got[0].article.meta) == ("T", {"n": "3"})
    assert ["rectanglelabels" in n.what for n in reader.notices] == [True]
    assert len(read_back(NAME, path, extra={"predictions": "leave out"})[1]) == 3


def test_what_one_region_shows_of_offsets_holds_for_words_that_come_again(tmp_path):
    """Three emoji before "ha ha": the second "ha" stands where the first is in UTF-16."""
    body = "\U0001f4a9\U0001f4a9\U0001f4a9 ha ha Ankara"
    result = [region("r", 7, 9, "X", text="ha"), region("s", 13, 19, "GPE", text="Ankara")]
    _, (got,) = read_back(
        NAME, tasks(tmp_path / "x.json", {"data": {"text": body}, "annotations": [{"result": result}]})
    )
    assert [m.span.begin for m in got.annotations.mentions] == [4, 10]


def test_offsets_of_old_versions_are_told_by_the_words_they_cover(tmp_path):
    body = "\U0001f4a9 Ankara agreed."
    result = [region("r", 3, 9, "GPE", text="Ankara"), region("s", 9, 15, "AGREE", text="agreed")]
    task = {"data": {"text": body}, "annotations": [{"result": result}]}
    reader, (got,) = read_back(NAME, tasks(tmp_path / "x.json", task))
    assert covered(got) == [("Ankara", "GPE"), ("agreed", "AGREE")]
    assert ["UTF-16" in n.what for n in reader.notices if n.kind is ProblemKind.OFFSETS] == [True]
    result[0]["value"]["text"] = "Astana"
    with pytest.raises(BadInput, match="the text there is 'nkara ', not 'Astana'"):
        read_back(NAME, tasks(tmp_path / "x.json", task))


def test_the_text_is_the_one_that_holds_the_words_of_the_regions(tmp_path):
    data = {"headline": "A headline longer than its story", "story": "Ankara agreed."}
    task = {"data": data, "annotations": [{"result": [region("r", 0, 6, "GPE", text="Ankara")]}]}
    _, (got,) = read_back(NAME, tasks(tmp_path / "x.json", task))
    assert (got.article.text, got.article.title) == ("Ankara agreed.", data["headline"])
    task["data"] = {"text": "https://example.org/story.txt"}
    with pytest.raises(BadInput, match=r"line \d+, task 1, data\.text: is the address of a text, not the text"):
        read_back(NAME, tasks(tmp_path / "x.json", task))


@pytest.mark.parametrize(
    "data",
    [
        {"audio": "/x.wav"},
        {"audio": "rec 1.mp3"},
        {"audio": "/data/local-files/?d=rec/x.wav"},
        {"audio": "https://example.org/a/x.mp3?sig=1"},
        {"image": "data:image/png;base64,iVBORw0KGgo="},
        {"image": "/data/upload/1/ab.jpg", "camera": "north"},
        {"video": "/x.wav", "poster": "https://example.org/p.png"},
        {"pdf": "Report of 3 May.PDF"},
        {"pdf": "/data/our pictures of May/with all of them/a.pdf"},
    ],
)
@pytest.mark.parametrize(
    "value",
    [None, {"x": 1, "y": 2, "rectanglelabels": ["Car"]}, {"start": 1, "end": 3.5, "channel": 0, "labels": ["Speech"]}],
    ids=["nothing", "picture", "sound"],
)
def test_a_sound_or_picture_is_no_text(tmp_path, data, value):
    result = [{"id": "r", "type": "labels", "from_name": "l", "to_name": "x", "value": value}]
    done = [{"result": result}] if value else []
    with pytest.raises(BadInput, match=r"line \d+, task 1, data\.\w+: is the name of a sound, picture or film"):
        read_back(NAME, tasks(tmp_path / "x.json", {"data": data, "annotations": done}))


@pytest.mark.parametrize(
    "text",
    [
        "The minister came on Monday and met the president there. Photo: https://example.org/a.jpg",
        "See https://example.org/report.pdf",
        "All of it was said in the report that they had given out on Monday/Tuesday.pdf",
    ],
)
def test_a_text_that_ends_with_the_address_of_a_picture_is_one(tmp_path, text):
    _, bundles = read_back(NAME, tasks(tmp_path / "x.json", {"data": {"text": text}, "annotations": []}))
    assert [b.article.text for b in bundles] == [text]


def test_a_large_picture_beside_a_text_is_looked_at_once(tmp_path):
    """Half an hour was spent on one of a megabyte."""
    picture = "data:image/png;base64," + "iVBOR/w0/" * 200_000
    task = {"data": {"image": picture, "text": "Ankara agreed with Astana."}, "annotations": []}
    _, (got,) = read_back(NAME, tasks(tmp_path / "x.json", task))
    assert got.article.text == "Ankara agreed with Astana."


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ({"audio": "s3://rec/a/very/long/address/of/a/sound.wav", "said": "Xi met Modi"}, "Xi met Modi"),
        ({"text": "See the report.pdf for what they agreed on Monday in Ankara."}, None),
        ({"text": "They sent report.pdf"}, None),
        ({"text": "Rain"}, None),
    ],
)
def test_a_text_beside_a_sound_or_about_a_picture_is_one(tmp_path, data, text):
    task = {"data": data, "annotations": []}
    if data.get("text") == "They sent report.pdf":  # so few words that end like a name: regions show what it is
        task["annotations"] = [{"result": [region("r", 0, 4, "PER", text="They")]}]
    _, (got,) = read_back(NAME, tasks(tmp_path / "x.json", task))
    assert got.article.text == (text or data["text"])


def test_regions_without_a_label_are_left_out_and_said(tmp_path):
    link = {"type": "relation", "from_id": "r", "to_id": "s", "direction": "right", "labels": ["OF"]}
    result = [region("r", 0, 6), region("s", 7, 13, "AGREE"), link]
    reader, (got,) = read_back(
        NAME, tasks(tmp_path / "x.json", {"data": {"text": TEXT}, "annotations": [{"result": result}]})
    )
    assert covered(got) == [("agreed", "AGREE")]
    assert got.annotations.relations == ()
    assert "regions without a label were left out" in " ".join(n.what for n in reader.notices)


def test_fields_of_the_whole_have_ids_once_somebody_has_edited_there(tmp_path):
    def field(name, sort, said, id_):
        key = "text" if sort == "textarea" else sort
        return {"id": id_, "from_name": name, "to_name": "text", "type": sort, "value": {key: [said]}}

    result = [
        region("r", 0, 6, "GPE"),
        field("annotator", "choices", "machine", "r"),
        field("state", "choices", "Ankara", "q"),
        field("annotator", "textarea", "Ada", "x"),
        field("state", "choices", "started", "y"),
    ]
    task = {"data": {"text": TEXT}, "annotations": [{"completed_by": 3, "result": result}]}
    _, (got,) = read_back(NAME, tasks(tmp_path / "x.json", task))
    assert (got.annotator.name, got.annotations.mentions[0].attributes) == ("Ada", {"annotator": "machine"})
    assert [c.text for c in got.annotations.comments] == ["state: Ankara"], "a field of theirs that is called like ours"
    task["annotations"][0]["result"] = [r for r in result if r["id"] != "q"]
    _, (got,) = read_back(NAME, tasks(tmp_path / "x.json", task))
    assert got.state is State.STARTED


def test_regions_of_web_pages(tmp_path):
    html = "<head><title>no</title></head><body><p>Ankara &amp; <b>Astana</b></p><script>x()</script> met</body>"
    place = {"start": "/p[1]/text()[1]", "startOffset": 0, "end": "/p[1]/b[1]/text()[1]", "endOffset": 6}
    spot = region("a", 0, 0, "GPE", sort="hypertextlabels")
    spot["value"] |= place | {"globalOffsets": {"start": 9, "end": 15}, "text": "Astana"}
    path = tasks(tmp_path / "x.json", {"data": {"html": html}, "annotations": [{"result": [spot]}]})
    _, (bundle,) = read_back(NAME, path)
    assert bundle.article.text == "Ankara & Astana met"
    assert covered(bundle) == [("Astana", "GPE")]
    del spot["value"]["globalOffsets"]
    with pytest.raises(BadInput, match="globalOffsets: missing: the place is only told as an XPath"):
        read_back(NAME, tasks(path, {"data": {"html": html}, "annotations": [{"result": [spot]}]}))


def test_json_min(tmp_path):
    record = {
        "id": 1, "text": TEXT, "label": [{"start": 0, "end": 6, "text": "Ankara", "labels": ["GPE"]}], "tone": "dry",
        "annotator": 2, "annotation_id": 7, "created_at": "…", "updated_at": "…", "lead_time": 3.5,
    }  # fmt: skip
    path = tasks(tmp_path / "x.json", record, {k: v for k, v in record.items() if k != "label"} | {"text": "x"})
    assert recognised(path).name == NAME
    _, got = read_back(NAME, path)
    assert [(b.annotator.name, covered(b), b.state) for b in got] == [
        ("annotator 2", [("Ankara", "GPE")], State.DONE),
        ("annotator 2", [], State.DONE),
    ]
    assert got[0].article.meta == {"id": "1", "tone": "dry"}


def test_the_configuration_goes_with_the_labels(tmp_path):
    schema = Schema(
        types=(
            LabelType("1", Layer.ENTITY, "GPE", "Country & city", key="g", colour="#aabbcc"),
            LabelType("2", Layer.TIME, "DATE"),
            LabelType("3", Layer.EVENT, "AGREE", roles=(Role("Agent"),),
                      attributes=(Attribute("modality", ("asserted", "planned")), Attribute("free"))),
            LabelType("4", Layer.RELATION, "BEFORE"),
        )
    )  # fmt: skip
    who, model = Annotator("w", "Ada"), Annotator("m", "m1", AnnotatorKind.MODEL)
    found = Annotations(
        (
            Mention("1", "a", "w", Layer.EVENT, "AGREE", (Span(7, 13),), {"modality": "planned", "free": "x\ny"}),
            Mention("2", "a", "w", Layer.TIME, "DATE", (Span(17, 25),)),
        ),
        (TimeValue("2", "2018-04-19", mod="APPROX"),),
    )
    article = Article("a", TEXT)
    bundles = [Bundle(article, who, State.DONE, found), Bundle(article, model, State.STARTED, found)]
    written(NAME, tmp_path / "x.json", (Frame(schema, (who, model)), bundles))
    view = ET.fromstring((tmp_path / "x.xml").read_bytes())
    first = view.find("Labels/Label").attrib
    assert first == {"value": "Country & city", "alias": "GPE", "background": "#aabbcc", "hotkey": "g"}
    assert [r.get("value") for r in view.findall("Relations/Relation")] == ["BEFORE", "Agent"]
    names = {e.get("name") for e in view.iter() if e.get("name")}
    (task,) = json.loads((tmp_path / "x.json").read_bytes())
    results = task["annotations"][0]["result"] + task["predictions"][0]["result"]
    assert {r["from_name"] for r in results} <= names
    assert {r["to_name"] for r in results} == {"text"}
    labels = {e.get("alias") or e.get("value") for e in view.findall("Labels/Label")}
    assert {label for r in results if r["type"] == "labels" for label in r["value"]["labels"]} <= labels
    assert task["predictions"][0]["model_version"] == "m1"
    _, got = read_back(NAME, tmp_path / "x.json", labels={t.name: t.layer for t in schema.types})
    assert [page(b, attributes=True, times=True) for b in got] == [
        page(b, attributes=True, times=True) for b in bundles
    ]
    assert [(b.annotator.name, b.annotator.kind) for b in got] == [(a.name, a.kind) for a in (who, model)]


@pytest.mark.parametrize(
    ("task", "said"),
    [
        ({"data": {"text": TEXT}, "annotations": [{"result": [region("a", 0, 99, "X")]}]},
         "annotations[0].result[0].value: the span 0 to 99 is outside the text"),
        ({"data": {"text": TEXT}, "annotations": [{"result": [region("a", 0, 6, "X", text="Astana")]}]},
         "annotations[0].result[0].value.text: the text there is 'Ankara', not 'Astana'"),
        ({"data": {"text": TEXT}, "annotations": [{"result": [region("a", 0, 6, "")]}]},
         "annotations[0].result[0].value.labels: expected a list of labels"),
        ({"data": {"text": ["a", "b"]}, "annotations": []}, "data.text: is a dialogue"),
        ({"data": {"talk": [{"author": "A", "text": "Hi"}]}, "annotations": []}, "data.talk: is a dialogue"),
        ({"data": {"image": 5}, "annotations": []}, "data: holds no text"),
        ({"data": {"text": TEXT}, "annotations": [{"result": [{"type": "relation", "from_id": "q", "to_id": "q"}]}]},
         "annotations[0].result[0].from_id: 'q' is the id of no region"),
        ({"data": {"text": TEXT}, "annotations": [5]}, "annotations[0]: is a number, not an object"),
        ({"data": {"text": TEXT}, "annotations": [{"result": [region("a", 0, 6, "X"), region("a", 0, 6, "X")]}]},
         "annotations[0].result[1].id: the id a is there twice"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(tmp_path, task, said):
    with pytest.raises(BadInput) as refused:
        read_back(NAME, tasks(tmp_path / "x.json", {"data": {"text": "ok"}, "annotations": []}, task))
    assert ", line " in str(refused.value)
    assert said in str(refused.value)


def test_what_is_wrong_is_told_by_task_and_region_where_all_is_on_one_line(tmp_path):
    wrong = [{"result": [region("r1", 0, 99, "X")]}]
    path = tmp_path / "x.json"
    content = [{"data": {"text": "ok"}, "annotations": []}, {"id": 41, "data": {"text": TEXT}, "annotations": wrong}]
    path.write_text(json.dumps([*content, {"data": {"text": "okay"}, "drafts": [{}], "annotations": []}]))
    reader, _ = read_back(NAME, path, skip_bad=True)
    (problem,) = reader.problems
    assert problem.where == "x.json, line 1, task 2 (id 41), region r1, annotations[0].result[0].value"
    (notice,) = reader.notices
    assert notice.where == "x.json, line 1, task 3"


def test_a_file_that_breaks_off(tmp_path):
    path = tasks(tmp_path / "x.json", {"data": {"text": "ok"}, "annotations": []})
    path.write_bytes(path.read_bytes()[:-4])
    with pytest.raises(BadInput, match="ends in the middle of a record"):
        read_back(NAME, path)


@given(named_projects(), st.integers(0, 2**32))
@BREAKING
def test_mutated_files_are_read_or_refused(tmp_path, project, seed):
    path = tmp_path / "x.json"
    written(NAME, path, project)
    broken(NAME, path, path.read_bytes(), seed, 50)
