"""A small valid file for each importer, to be damaged: damage to a small one hits what matters more often."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.exchange.formats import format_named
from dateline.model.annotation import (
    Annotations,
    Annotator,
    Argument,
    Layer,
    Mention,
    Relation,
    TimeSource,
    TimeValue,
)
from dateline.model.article import Article, Region, RegionKind
from dateline.model.bundle import Bundle, Frame
from dateline.model.registry import Entity
from dateline.model.schema import Attribute, LabelType, Schema
from dateline.model.text import Span
from tests.exchange.test_article_sources import ATOM, PAGE, RSS, workbook
from tests.exchange.test_imports_only import BIOC, CAT, GATE, PUBANNOTATION

TEXT = "😀 Ann met Bob Ray in Rome on 19 April.\r\nThey\u00a0left."
NEEDS = {"uima": "cassis", "uima-json": "cassis", "spacy": "spacy", "parquet": "pyarrow"}


def at(words):
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def sample():
    types = (
        LabelType("1", Layer.ENTITY, "PER"), LabelType("2", Layer.ENTITY, "GPE"), LabelType("3", Layer.TIME, "DATE"),
        LabelType("4", Layer.EVENT, "MEET", attributes=(Attribute("tense"),)), LabelType("5", Layer.RELATION, "BEFORE"),
    )  # fmt: skip
    who = Annotator("w", "Ada")
    mentions = (
        Mention("m1", "a", "w", Layer.ENTITY, "PER", (at("Ann"),)),
        Mention("m2", "a", "w", Layer.EVENT, "MEET", (at("met"),), {"tense": "PAST"}),
        Mention("m3", "a", "w", Layer.ENTITY, "PER", (at("Bob Ray"),)),
        Mention("m4", "a", "w", Layer.ENTITY, "GPE", (at("Rome"),), {}, "e"),
        Mention("m5", "a", "w", Layer.TIME, "DATE", (at("19 April"),)),
        Mention("m6", "a", "w", Layer.EVENT, "MEET", (at("They"), at("left"))),
    )
    found = Annotations(
        mentions,
        (TimeValue("m5", "2018-04-19", None, "", TimeSource.IMPORT),),
        (Argument("a1", "m2", "Agent", "m1"), Argument("a2", "m2", "Time", "m5")),
        (Relation("r1", "a", "w", "BEFORE", "m2", "m6"), Relation("r2", "a", "w", "BEFORE", "m2", "m5")),
        regions=(Region("z", "a", RegionKind.NEGATIVE, at("They"), "w"),),
    )
    frame = Frame(Schema("s", types=types), (who,), (Entity("e", "Rome", "GPE", (), "Q220"),))
    return frame, Bundle(Article("a", TEXT, "T", "2018-04-20", origin="a.txt"), who, annotations=found)


def exported(name: str, pattern: str = "*") -> Callable[[Path], Path]:
    """Return what writes the sample in a format and returns the file to damage, by a pattern where it is a folder."""

    def make(folder: Path) -> Path:
        if package := NEEDS.get(name):
            pytest.importorskip(package)
        frame, bundle = sample()
        made = format_named(name)
        target = folder / ("out" if made.folder else f"a{made.suffixes[0]}")
        made.write(target, frame, [bundle])
        return next(target.glob(pattern)) if made.folder else target

    return make


def given(name: str, content: str | bytes | Callable[[], bytes]) -> Callable[[Path], Path]:
    """Return what writes a file as others make it."""

    def make(folder: Path) -> Path:
        data = content() if callable(content) else content
        (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
        return folder / name

    return make


_PLACE = {"offset": 0, "length": 3}
_PASSAGE = {
    "infons": {}, "offset": 0, "text": "Anñ left",
    "annotations": [{"id": "1", "infons": {"type": "P"}, "locations": [_PLACE], "text": "Ann"}],
    "relations": [{"id": "2", "infons": {}, "nodes": [{"refid": "1", "role": ""}, {"refid": "1", "role": ""}]}],
}  # fmt: skip
_SPACY_JSON = [
    {
        "id": 0,
        "paragraphs": [
            {
                "raw": "Ada met Bo.",
                "sentences": [
                    {
                        "tokens": [
                            {"id": 0, "orth": "Ada", "ner": "U-PERSON"},
                            {"id": 1, "orth": "met", "ner": "O"},
                            {"id": 2, "orth": "Bo.", "ner": "U-PERSON"},
                        ]
                    }
                ],
                "cats": [{"label": "TRADE", "value": 1.0}],
            }
        ]
        * 3,
    }
]
_RECORDS = [
    {"title": "T", "body": "Ann met Bob. 😀\r\nThey left.", "date": "2019-03-04", "tags": ["a"], "meta": {"k": 1}},
    {"title": "U", "body": "One more. Long text here.", "date": "03/04/2019", "n": 1.5},
]
# Long enough for the first way of finding the text: the others, for short ones, take ten times as long.
_LONG_PAGE = PAGE.replace("near at hand.", "near at hand. " + "The harbour was quiet that day. " * 12)
VALID: dict[str, tuple[str, Callable[[Path], Path]]] = {  # what is damaged: the format it is read as, and what makes it
    "bioc": ("bioc", given("a.xml", BIOC.format(cafe=4, second=10, bob=18))),
    "bioc in JSON": ("bioc", given("a.json", json.dumps({"documents": [{"id": "9", "passages": [_PASSAGE]}]}))),
    "brat": ("brat", exported("brat", "*.ann")),
    "brat's texts": ("brat", exported("brat", "*.txt")),
    "brat's configuration": ("brat", exported("brat", "annotation.conf")),
    "brat's table": ("brat", exported("brat", "*.tsv")),
    "cat": ("cat", given("a.xml", CAT)),
    "conll": ("conll", exported("conll")),
    "conllu": ("conllu", exported("conllu")),
    "dateline": ("dateline", exported("dateline")),
    "doccano": ("doccano", exported("doccano")),
    "feed": ("feed", given("a.rss", RSS)),
    "feed as Atom": ("feed", given("a.xml", ATOM)),
    "gate": ("gate", given("a.xml", GATE)),
    "huggingface": ("huggingface", exported("huggingface")),
    "label-studio": ("label-studio", exported("label-studio")),
    "oneie": ("oneie", exported("oneie")),
    "parquet": ("parquet", exported("parquet")),
    "prodigy": ("prodigy", exported("prodigy")),
    "pubannotation": ("pubannotation", given("a.json", json.dumps(PUBANNOTATION))),
    "records": ("records", given("a.jsonl", "".join(f"{json.dumps(r)}\n" for r in _RECORDS))),
    "records as a list": ("records", given("a.json", json.dumps(_RECORDS, indent=1))),
    "spacy": ("spacy", exported("spacy")),
    "spacy-json": ("spacy-json", given("a.json", json.dumps(_SPACY_JSON))),
    "spacy-tuples": (
        "spacy-tuples",
        given("a.json", json.dumps([["Ada met Bo.", {"entities": [[0, 3, "PERSON"], [8, 10, "PERSON"]]}]] * 3)),
    ),
    "spans": ("spans", exported("spans")),
    "table": ("table", given("a.csv", b'title,text,date\r\nA,"One, two\r\nthree",2019-03-04\r\nB,C,\r\n')),
    "table with tabs": ("table", given("a.tsv", b"title\ttext\nA\tB\n")),
    "table as a workbook": ("table", given("a.xlsx", workbook)),
    "text": ("text", given("a.txt", "Dışişleri Bakanı görüştü.\r\n\u00a0Ankara, 3 Mart 😀\n")),
    "text of a page": ("text", given("a.html", _LONG_PAGE)),
    "timeml": ("timeml", exported("timeml")),
    "uima": ("uima", exported("uima", "*.xmi")),
    "uima-json": ("uima-json", exported("uima-json")),
    "webanno": ("webanno", exported("webanno", "a.tsv")),
}
