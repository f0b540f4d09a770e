"""A file whose content is of another kind than its name says what it seems to be, and what to do about it."""

import io
import json
import random
import zipfile

import openpyxl
import pytest

from dateline.exchange.formats import all_formats, format_named, open_sources, recognised
from dateline.exchange.kinds import kind_of_file
from dateline.exchange.misnamed import misnamed
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import BadInput, ProblemKind
from dateline.exchange.unknown import Unrecognised

RECORDS = [{"text": f"Ministers met {n} times, again.", "title": "T"} for n in range(6)]
SPANS = [{"text": "Ministers met.", "spans": [{"start": 0, "end": 9, "label": "PER"}]}] * 3
PAGE = "<!doctype html><html><head><title>Talks</title></head><body><p>Ministers met.</p></body></html>"
PROSE = "Ministers met in Oslo on Thursday.\n\nThey spoke, as planned, of trade.\n"
WORD = "\t".join(["_"] * 8)


def lines(records):
    return "".join(f"{json.dumps(r)}\n" for r in records).encode()


def packed(names):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


def workbook():
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["title", "text"])
    book.save(out)
    return out.getvalue()


KINDS = {
    "records": lines(RECORDS),
    "list": json.dumps(RECORDS, indent=1).encode(),
    "spans": lines(SPANS),
    "table": b'title,text,date\nT1,"Ministers met, in Oslo.",2021-01-02\n',
    "tabs": b"title\ttext\nT1\tMinisters met\n",
    "workbook": workbook(),
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "pdf": b"%PDF-1.4\n%\xe2\xe3\n" + bytes(range(256)),
    "page": PAGE.encode(),
    "prose": PROSE.encode(),
    "feed": b'<?xml version="1.0"?><rss version="2.0"><channel><title>N</title></channel></rss>',
    "timeml": b'<?xml version="1.0"?><TimeML><TEXT>Ministers met.</TEXT></TimeML>',
    "conllu": f"1\tAnn\t{WORD}\n2\tleft\t{WORD}\n\n".encode(),
    "conll": b"-DOCSTART- O\n\nAnn B-PER\nleft O\n. O\n\nBob B-PER\n",
    "archive": packed(["a.txt"]),
    "word": packed(["[Content_Types].xml", "word/document.xml"]),
    "document": packed(["mimetype", "content.xml"]).replace(b"mimetypex", b"mimetypeapplication/vnd.oasis"),
    "compressed": b"\x1f\x8b\x08\x00" + bytes(40),
    "old": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "rich": b"{\\rtf1\\ansi Ministers met in Oslo.}",
    "parquet": b"PAR1\x15\x04" + bytes(40),
}


@pytest.mark.parametrize(
    ("kind", "suffix", "what", "to_do"),
    [
        ("records", ".csv", "looks like JSON", "Rename it to x.jsonl"),
        ("list", ".csv", "looks like JSON", "Rename it to x.json"),
        ("spans", ".tsv", "looks like Spans JSONL", "Rename it to x.jsonl"),
        ("records", ".xlsx", "looks like JSON", "Rename it to x.jsonl"),
        ("records", ".conllu", "looks like JSON", "Rename it to x.jsonl"),
        ("records", ".html", "looks like JSON", "Rename it to x.jsonl"),
        ("records", ".ann", "looks like JSON", "Rename it to x.jsonl"),
        ("records", ".docx", "looks like JSON", "Rename it to x.jsonl"),
        ("table", ".json", "looks like a table", "Rename it to x.csv"),
        ("tabs", ".jsonl", "looks like a table", "Rename it to x.tsv"),
        ("table", ".xlsx", "looks like a table", "Rename it to x.csv"),
        ("table", ".conllu", "looks like a table", "Rename it to x.csv"),
        ("workbook", ".csv", "is an Excel workbook", "Rename it to x.xlsx"),
        ("workbook", ".json", "is an Excel workbook", "Rename it to x.xlsx"),
        ("workbook", ".zip", "is an Excel workbook", "Rename it to x.xlsx"),
        ("workbook", ".conllu", "is an Excel workbook", "Rename it to x.xlsx"),
        ("picture", ".jsonl", "is a picture", "Leave it out"),
        ("picture", ".csv", "is a picture", "Leave it out"),
        ("picture", ".html", "is a picture", "Leave it out"),
        ("picture", ".xmi", "is a picture", "Leave it out"),
        ("pdf", ".xlsx", "is a PDF", "Save its text as plain text"),
        ("page", ".csv", "looks like a web page", "Rename it to x.html"),
        ("page", ".json", "looks like a web page", "Rename it to x.html"),
        ("page", ".xlsx", "looks like a web page", "Rename it to x.html"),
        ("prose", ".json", "looks like plain text", "Rename it to x.txt"),
        ("prose", ".xlsx", "looks like plain text", "Rename it to x.txt"),
        ("prose", ".zip", "looks like plain text", "Rename it to x.txt"),
        ("feed", ".csv", "looks like News feed", "Rename it to x.rss"),
        ("feed", ".xyz.csv", "looks like News feed", "Rename it to x.xyz.rss"),
        ("conllu", ".json", "looks like CoNLL-U", "Rename it to x.conllu"),
        ("conllu", ".csv", "looks like CoNLL-U", "Rename it to x.conllu"),
        ("conll", ".json", "looks like CoNLL-2003 columns", "Rename it to x.conll"),
        ("conll", ".conllu", "looks like CoNLL-2003 columns", "Rename it to x.conll"),
        ("archive", ".json", "is a zip archive", "Rename it to x.zip"),
        ("archive", ".xlsx", "is a zip archive", "Rename it to x.zip"),
        ("word", ".csv", "is a Word document", "Open it and save it as plain text"),
        ("document", ".xlsx", "is an OpenDocument file", "Open it and save a table as .xlsx or CSV"),
        ("compressed", ".jsonl", "is a compressed file", "Unpack it"),
        ("old", ".xlsx", "is an old office document", "Open it and save a table as .xlsx or CSV"),
        ("rich", ".csv", "is a Word document", "Open it and save it as plain text"),
        ("parquet", ".csv", "is a parquet file", "Rename it to x.parquet"),
    ],
)
def test_what_a_file_seems_to_be_is_said(tmp_path, kind, suffix, what, to_do):
    path = tmp_path / f"x{suffix}"
    path.write_bytes(KINDS[kind])
    (reader,) = open_sources([path], ReadOptions())
    with pytest.raises(BadInput) as refused:
        list(reader)
    (problem,) = refused.value.problems
    assert problem.what.startswith(what)
    assert str(problem.what_to_do).startswith(to_do)
    if suffix != ".docx" and not problem.what.endswith("of no format known here"):
        assert problem.what.endswith(f"what its name says (.{suffix.rpartition('.')[2]})")
    assert problem.kind is ProblemKind.FORMAT
    assert problem.line is None


@pytest.mark.parametrize(
    ("kind", "suffix", "what"),
    [
        ("picture", ".txt", "is a picture, not a text. Leave it out"),
        ("workbook", ".txt", "is an Excel workbook, not a text. Rename it to end in .xlsx, and import that"),
        ("word", ".txt", "is a Word document, not a text. Open it and save it as plain text"),
        ("picture", ".png", "is a picture, of no format known here. Leave it out"),
        ("pdf", ".pdf", "is a PDF, of no format known here. Save its text as plain text"),
        ("word", ".docx", "is a Word document, of no format known here. Open it and save it as plain text"),
        ("old", ".xls", "is an old office document, of no format known here. Open it and save a table as .xlsx or CSV"),
    ],
)
def test_what_cannot_be_imported_says_what_it_is_and_what_can_be_done(tmp_path, kind, suffix, what):
    path = tmp_path / f"x{suffix}"
    path.write_bytes(KINDS[kind])
    (reader,) = open_sources([path], ReadOptions())
    with pytest.raises(BadInput) as refused:
        list(reader)
    assert f"x{suffix}: {what}" in str(refused.value)


@pytest.mark.parametrize(
    ("kind", "suffix", "name"),
    [
        ("records", ".json", "records"),
        ("list", ".jsonl", "records"),
        ("spans", ".ndjson", "spans"),
        ("table", ".tsv", "table"),
        ("tabs", ".csv", "table"),
        ("workbook", ".xlsm", "table"),
        ("page", ".xhtml", "text"),
        ("page", ".txt", "text"),
        ("prose", ".html", "text"),
        ("timeml", ".xml", "timeml"),
        ("timeml", ".naf", "timeml"),
        ("conll", ".iob2", "conll"),
        ("records", ".txt", "records"),
        ("archive", ".zip", "text"),
    ],
)
def test_a_name_that_goes_with_the_content_is_taken(tmp_path, kind, suffix, name):
    path = tmp_path / f"x{suffix}"
    path.write_bytes(KINDS[kind])
    assert recognised(path).name == name


@pytest.mark.parametrize(
    "content",
    [
        "text\n[1] Ada left.\n[2] Bob came.\n",
        "{name},text\nx,Ada left.\n",
        "<b>text</b>,title\nAda left.,A\n",
        "# text\nAda left.\n",
        "word\ttag\nAda B-PER\nleft O\nBob B-PER\ncame O\nlate O\nagain O\n",
        "1,2,3\n4,5,6\n",
    ],
)
def test_a_table_is_not_taken_for_something_else(tmp_path, content):
    path = tmp_path / "x.csv"
    path.write_text(content)
    assert recognised(path).name == "table"


def test_whoever_names_the_format_is_believed(tmp_path):
    path = tmp_path / "x.csv"
    path.write_bytes(KINDS["records"])
    with pytest.raises(Unrecognised):
        recognised(path)
    (reader,) = open_sources([path], ReadOptions(), "records")
    assert len(list(reader)) == len(RECORDS)


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.9])
def test_a_workbook_that_was_cut_off_is_no_archive_to_rename(tmp_path, cut):
    """What tells it from another archive is at its end in those of many libraries."""
    path, whole = tmp_path / "list.xlsx", workbook()
    path.write_bytes(whole[: int(cut * len(whole))])
    with pytest.raises(BadInput) as caught, recognised(path).read(path, ReadOptions()) as reader:
        list(reader)
    (problem,) = caught.value.problems
    assert problem.what == "is an Excel workbook that was cut off or damaged: its end is not there"


@pytest.mark.parametrize("write_only", [True, False])
def test_a_workbook_of_more_than_what_is_looked_at_is_one(tmp_path, write_only):
    """Libraries write what tells it from another archive behind all sheets."""
    path = tmp_path / "list.xlsx"
    book = openpyxl.Workbook(write_only=write_only)
    sheet = book.create_sheet("One") if write_only else book.active
    sheet.append(["title", "text"])
    chance = random.Random(1)
    for n in range(20):  # what hardly packs
        sheet.append([f"t{n}", f"Report {n}: " + chance.randbytes(15_000).hex()])
    book.save(path)
    head = path.read_bytes()[: path.stat().st_size // 2]
    assert misnamed(path, head, format_named("table"), all_formats().values()) is None
    assert kind_of_file(path, head).suffixes == (".xlsx", ".xlsm")


@pytest.mark.parametrize("inner", ["workbook", "word"])
def test_an_archive_in_which_an_office_document_lies_unpacked_is_one(tmp_path, inner):
    path = tmp_path / "reports.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", PROSE)
        archive.writestr("list.xlsx", KINDS[inner])
    assert recognised(path).name == "text"
    cut = path.read_bytes()[:-60]
    assert kind_of_file(tmp_path / "none.zip", cut).suffixes == (".zip",)


@pytest.mark.parametrize("begin", ["%PDF-1 O", "GIF89a\tO", "BZh91AY&SY O"])
def test_words_with_which_files_of_bytes_begin_make_no_text_one(tmp_path, begin):
    path = tmp_path / "x.conll"
    path.write_text(f"{begin}\nAnn{begin[-2]}B-PER\nleft{begin[-2]}O\n\n", encoding="utf-8")
    assert recognised(path).name == "conll"
