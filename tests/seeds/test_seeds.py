"""The sample project: texts, metadata and gold annotations agree with each other and with the preset schema."""

import csv
import json
import re
import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from dateline.assets import resources, seeds
from dateline.editing.exporting import export_project
from dateline.editing.importing import import_sources
from dateline.exchange.formats import format_named
from dateline.exchange.options import ReadOptions, WriteOptions
from dateline.model.schema import Schema, schema_from_toml, schema_to_toml_data
from dateline.model.text import sentences, text_sha256
from dateline.model.timex import when_from_value
from dateline.model.when import when_from_data, when_to_data
from dateline.store.project import Project

Record = dict[str, Any]
REAL = Path(__file__).resolve().parents[3] / "shared" / "seeds"
LAYERS = {"entities": "entity", "times": "time", "events": "event"}
NOT_ON_THE_CALENDAR = re.compile(r"P[\dX].*|P\d+[YMWD]|(PAST|PRESENT|FUTURE)_REF|X.*")


@pytest.fixture(scope="module")
def lines() -> list[Record]:
    return [json.loads(line) for line in seeds("gold.jsonl").read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def project(lines: list[Record]) -> Record:
    return lines[0]


@pytest.fixture(scope="module")
def articles(lines: list[Record]) -> list[Record]:
    return lines[1:]


@pytest.fixture(scope="module")
def preset() -> Schema:
    return schema_from_toml(tomllib.loads(resources("schemas", "diplomacy.toml").read_text("utf-8")))


@pytest.fixture(scope="module")
def table() -> list[dict[str, str]]:
    with seeds("articles.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def verbatim(name: str) -> str:
    return seeds(name).read_bytes().decode("utf-8")


def mentions(article: Record) -> Iterator[tuple[str, Record, Record]]:
    """Yield (layer, record, the part of it that has the offsets)."""
    for key, layer in LAYERS.items():
        for record in article[key]:
            yield layer, record, record["trigger"] if layer == "event" else record


def words_of(text: str, place: Record) -> str:
    fragments = place.get("fragments", [[place["start"], place["end"]]])
    return " ".join(text[start:end] for start, end in fragments)


def test_the_table_lists_every_text_once_and_the_gold_repeats_it(table: list[dict[str, str]], articles: list[Record]):
    names = [row["file"] for row in table]
    assert names == sorted(path.name for path in seeds().glob("*.txt"))
    assert [a["origin"] for a in articles] == names
    for row, article in zip(table, articles, strict=True):
        assert {k: article[k] for k in row if k != "file"} == {k: v for k, v in row.items() if k != "file"}


def test_publication_dates(table: list[dict[str, str]]):
    assert [row["published"] for row in table] == ["2018-04-19", "2022-02-24", "2022-10-12", "", "2023-09-12"]


def test_texts_are_carried_verbatim(articles: list[Record]):
    for article in articles:
        assert article["text"] == verbatim(article["origin"])
        assert article["sha256"] == text_sha256(article["text"])
        assert 250 <= len(article["text"].split()) <= 700


def test_the_hard_things_are_there(articles: list[Record]):
    texts = [a["text"] for a in articles]
    for index, hard in enumerate(
        [
            ("Turkey", "Mevlut Cavusoglu", "on Thursday", "May 14 and 15", "the end of next year", "$5 billion"),
            ("Mevlüt Çavuşoğlu", "Nur-Sultan", "next week", "January 2022", "March 2, 1992", "next Wednesday"),
            ("Türkiye", "Astana", "Oct. 12-13", "$10 billion", "Last month", "the same year"),
            ("🤝", "Nazarbayev", "the other day", "Later this year", "\r\n"),
            ("Turkiye", "Türkiye", "Monday (11 September)", "$6.3\u00a0billion", "More to read", "Tayyip\u00a0Erdoğan"),
        ]
    ):
        assert [h for h in hard if h not in texts[index]] == []
    assert texts[3].index("🤝") < 80, "offsets after it differ in UTF-16"


def test_every_span_is_the_text_it_says(articles: list[Record]):
    for article in articles:
        text = article["text"]
        for _, record, place in mentions(article):
            assert words_of(text, place) == place["text"], (article["origin"], record["id"])
            assert place["text"] == place["text"].strip()
            if fragments := place.get("fragments"):
                assert (fragments[0][0], fragments[-1][1]) == (place["start"], place["end"])
                assert all(a[1] < b[0] for a, b in pairwise(fragments))
        for event in article["events"]:
            for argument in event.get("arguments", []):
                assert argument["text"]


def test_ids_are_unique(lines: list[Record]):
    ids: list[str] = []

    def collect(value: Any) -> None:
        if isinstance(value, dict):
            ids.extend(value[k] for k in ("id",) if k in value)
            for key, inner in value.items():
                if key != "annotator":
                    collect(inner)
        elif isinstance(value, list):
            for inner in value:
                collect(inner)

    collect(lines)
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", i) for i in ids)


def test_the_schema_is_the_preset(project: Record, preset: Schema):
    def without_ids(data: Record) -> Record:
        return {
            k: [{n: v for n, v in t.items() if n != "id"} for t in v] if isinstance(v, list) else v
            for k, v in data.items()
        }

    assert without_ids(project["schema"]) == without_ids(schema_to_toml_data(preset))


def test_labels_roles_and_attributes_are_in_the_schema(articles: list[Record], preset: Schema):
    for article in articles:
        for layer, record, _ in mentions(article):
            label = preset.by_name[record["label"]]
            assert label.layer == layer
            for name, value in record.get("attributes", {}).items():
                attribute = label.attribute(name)
                assert attribute is not None
                assert value in attribute.values
                assert value != attribute.default, "a default is left unsaid"
            for argument in record.get("arguments", []):
                assert label.role(argument["role"]), (record["label"], argument["role"])
        for relation in article["relations"]:
            assert preset.by_name[relation["label"]].layer == "relation"


def test_arguments_point_at_mentions_that_fit(articles: list[Record], preset: Schema):
    for article in articles:
        places = {record["id"]: (record["label"], place) for _, record, place in mentions(article)}
        for event in article["events"]:
            seen: set[tuple[str, str]] = set()
            for argument in event["arguments"]:
                label, place = places[argument["mention"]]
                assert {k: argument[k] for k in ("start", "end", "text")} == {
                    k: place[k] for k in ("start", "end", "text")
                }
                role = preset.by_name[event["label"]].role(argument["role"])
                assert role is not None
                assert label in role.fillers
                assert argument["mention"] != event["id"]
                assert (argument["role"], argument["mention"]) not in seen
                seen.add((argument["role"], argument["mention"]))
            filled = {argument["role"] for argument in event["arguments"]}
            required = {role.name for role in preset.by_name[event["label"]].roles if role.required}
            assert required <= filled, (article["origin"], event["trigger"]["text"])
        for relation in article["relations"]:
            assert relation["source"] in places
            assert relation["target"] in places
            assert relation["source"] != relation["target"]
        for comment in article["comments"]:
            assert comment["mention"] is None or comment["mention"] in places


def test_times_have_the_interval_of_their_value(articles: list[Record]):
    for article in articles:
        for time in article["times"]:
            when = when_from_value(time["value"], time.get("mod", ""))
            stored = time.get("when")
            assert stored == (when_to_data(when) if when else None), time["text"]
            if stored is None:
                assert NOT_ON_THE_CALENDAR.fullmatch(time["value"]), time["value"]
            assert time["source"] == "hand"


@pytest.mark.parametrize(
    ("article", "text", "begin", "end"),
    [
        (0, "Thursday", "2018-04-19", "2018-04-20"),
        (0, "May 14 and 15", "2018-05-14", "2018-05-16"),
        (1, "next week", "2022-02-28", "2022-03-07"),
        (1, "next Wednesday", "2022-03-02", "2022-03-03"),
        (1, "March 2, 1992", "1992-03-02", "1992-03-03"),
        (2, "Oct. 12-13", "2022-10-12", "2022-10-14"),
        (2, "Tuesday", "2022-10-11", "2022-10-12"),
        (2, "the same year", "1992-01-01", "1993-01-01"),
        (2, "June", "2023-06-01", "2023-07-01"),
        (4, "Monday (11 September)", "2023-09-11", "2023-09-12"),
        (4, "last year", "2022-01-01", "2023-01-01"),
    ],
)
def test_resolved_dates(articles: list[Record], article: int, text: str, begin: str, end: str):
    found = [t["when"] for t in articles[article]["times"] if t["text"] == text]
    assert found
    assert {(w["begin"], w["end"]) for w in found} == {(begin, end)}


def test_the_undated_report_has_no_dates(articles: list[Record]):
    assert {t["text"]: t["when"] for t in articles[3]["times"]} == {"the other day": None, "Later this year": None}


def test_entities_and_happenings_exist_and_are_used(project: Record, articles: list[Record], preset: Schema):
    entities = {e["id"]: e for e in project["entities"]}
    happenings = {h["id"]: h for h in project["happenings"]}
    used_entities: dict[str, set[str]] = {}
    used_happenings: dict[str, set[str]] = {}
    for article in articles:
        for record in article["entities"]:
            if entity := record.get("entity"):
                assert entities[entity]["type"] == record["label"]
                assert entities[entity]["name"] == record["entity_name"]
                known = {entities[entity]["name"], *entities[entity]["aliases"]}
                assert record["text"].replace("\u00a0", " ") in known
                used_entities.setdefault(entity, set()).add(article["id"])
        for record in article["events"]:
            if happening := record.get("happening"):
                assert happenings[happening]["type"] in preset.by_name
                used_happenings.setdefault(happening, set()).add(article["id"])
    assert used_entities.keys() == entities.keys()
    assert used_happenings.keys() == happenings.keys()
    assert sum(len(where) > 1 for where in used_entities.values()) >= 15
    across = {happenings[h]["name"] for h, where in used_happenings.items() if len(where) > 1}
    assert {
        "Nazarbayev visits Türkiye, September 2018",
        "Third High-Level Strategic Cooperation Council, Ankara",
        "Fourth High-Level Strategic Cooperation Council, Astana",
        "Türkiye and Kazakhstan open diplomatic relations",
    } <= across


def test_an_event_and_its_happening_are_of_one_type(project: Record, articles: list[Record]):
    types = {h["id"]: h["type"] for h in project["happenings"]}
    for article in articles:
        for event in article["events"]:
            if happening := event.get("happening"):
                assert event["label"] == types[happening], event["trigger"]["text"]


def test_happenings_set_by_hand_read_back(project: Record):
    dated = [h["when"] for h in project["happenings"] if h.get("when")]
    assert dated
    assert all(when_to_data(when_from_data(w)) == w for w in dated)
    assert any(w["end"] is None for w in dated), "something that still goes on"


def test_planned_in_one_report_and_past_in_another(project: Record, articles: list[Record]):
    names = {h["name"]: h["id"] for h in project["happenings"]}
    for name, before, after in (
        ("Nazarbayev visits Türkiye, September 2018", 0, 1),
        ("Fourth High-Level Strategic Cooperation Council, Astana", 1, 2),
    ):

        def modalities(index: int, happening: str = names[name]) -> set[str]:
            events = [e for e in articles[index]["events"] if e.get("happening") == happening]
            return {e.get("attributes", {}).get("modality", "asserted") for e in events}

        assert modalities(before) == {"planned"}
        assert modalities(after) == {"asserted"}


def test_every_article_is_done_with_events_and_negatives(project: Record, articles: list[Record]):
    assert [(a["name"], a["kind"]) for a in project["annotators"]] == [("gold", "adjudicator")]
    for article in articles:
        assert article["state"] == "done"
        assert article["annotator"] == project["annotators"][0]
        assert len(article["events"]) >= 10
        bounds = {(s.begin, s.end) for s in sentences(article["text"])}
        assert article["negatives"]
        assert all((n["start"], n["end"]) in bounds for n in article["negatives"])
        for negative in article["negatives"]:
            assert not [
                e
                for e in article["events"]
                if e["trigger"]["start"] < negative["end"] and negative["start"] < e["trigger"]["end"]
            ]


def test_boilerplate_is_one_region_without_annotations(articles: list[Record]):
    regions = [(a, r) for a in articles for r in a["regions"]]
    assert [(a["origin"], r["kind"]) for a, r in regions] == [("5_fidan_in_astana.txt", "boilerplate")]
    article, region = regions[0]
    assert article["text"][region["start"] : region["end"]].startswith("More to read")
    assert article["text"][region["end"] :].strip() == ""
    assert all(place["end"] <= region["start"] for _, _, place in mentions(article))


def test_nested_and_discontinuous_mentions_negation_and_notes(articles: list[Record]):
    places = [place for a in articles for _, _, place in mentions(a)]
    assert {p["text"] for p in places if "fragments" in p} == {
        "holds responsible",
        "Turkish foreign ministers",
        "called together",
        "called for",
    }
    nested = [
        (outer["label"], inner["label"])
        for a in articles
        for outer in a["entities"]
        for inner in a["entities"]
        if outer is not inner and outer["start"] <= inner["start"] and inner["end"] <= outer["end"]
    ]
    assert {("ORG", "GPE"), ("ORG", "NORP"), ("ORG", "LOC"), ("TITLE", "NORP"), ("TITLE", "GPE")} <= set(nested)
    attributes = [e.get("attributes", {}) for a in articles for e in a["events"]]
    assert any(x.get("polarity") == "negative" for x in attributes)
    assert {x["modality"] for x in attributes if "modality" in x} == {"planned", "hypothetical"}
    assert any("Contradicts" in c["text"] for c in articles[3]["comments"])
    event_ids = {e["id"] for a in articles for e in a["events"]}
    assert any(x["mention"] in event_ids for a in articles for e in a["events"] for x in e["arguments"])


def test_the_program_reads_it_and_writes_it_back_the_same(tmp_path: Path):
    native = format_named("dateline")
    reader = native.read(seeds("gold.jsonl"))
    bundles = list(reader)
    assert reader.problems == []
    assert reader.unknown_labels == {}
    native.write(tmp_path / "again.jsonl", reader.frame, bundles)
    assert (tmp_path / "again.jsonl").read_bytes() == seeds("gold.jsonl").read_bytes()


def test_a_project_takes_it_in_and_gives_it_back_the_same(tmp_path: Path, preset: Schema):
    with Project.create(tmp_path / "sample.dateline", preset) as project:
        report = import_sources(project, [seeds("gold.jsonl")], ReadOptions())
        export_project(project, tmp_path / "again.jsonl", "dateline", WriteOptions())
    assert report.articles == 5
    assert report.left_out == []
    assert report.labels_added == ()
    assert (tmp_path / "again.jsonl").read_bytes() == seeds("gold.jsonl").read_bytes()


@pytest.mark.real
def test_no_words_of_the_real_reports(articles: list[Record]):
    if not REAL.is_dir():
        pytest.skip("the real reports are not beside this checkout")

    def runs(text: str, length: int = 6) -> set[tuple[str, ...]]:
        found = re.findall(r"[^\W_]+|§", text.casefold())
        return {tuple(found[i : i + length]) for i in range(len(found) - length + 1)}

    real = [runs(path.read_text("utf-8")) for path in sorted(REAL.glob("*.txt"))]
    assert len(real) == 5
    for article in articles:
        text = article["text"]
        for entity in sorted(article["entities"], key=lambda e: -len(e["text"])):
            if entity["label"] == "ORG":  # the full name of a body may be as long as that, and has no other words
                text = text.replace(entity["text"], " § ")
        assert [" ".join(run) for theirs in real for run in runs(text) & theirs] == []
