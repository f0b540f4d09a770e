"""Articles out of web pages, tables, feeds and zips: their text, what is known of them, and what is refused."""

import csv
import datetime
import io
import json
import random
import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from dateline.exchange import extras, webpage
from dateline.exchange.format import UnknownOption
from dateline.exchange.formats import format_named, recognised
from dateline.exchange.formats.table import rows
from dateline.exchange.formats.table.preview import preview
from dateline.exchange.formats.table.rows import lines_of
from dateline.exchange.nearness import Nearness, telling_phrases
from dateline.exchange.options import Nearly, NearText, ReadOptions
from dateline.exchange.problems import BadInput, ProblemKind
from dateline.exchange.webpage import breaks_off

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Envoys meet | The Daily</title>
<meta property="og:site_name" content="The Daily"><meta name="author" content="Ada Quill">
<meta property="article:published_time" content="2019-03-04T10:00:00+02:00">
<link rel="canonical" href="https://example.org/envoys"></head><body>
<nav><a href="/">Home</a> <a href="/a">World</a></nav>
<article><h1>Envoys meet</h1><p>Two envoys met in the old harbour town on Monday to talk about fishing rights, officials
said after the talks.</p><p>They will meet again next week, and both sides said that an agreement was near at hand.</p>
</article><footer>All rights reserved. Subscribe to our newsletter.</footer></body></html>"""
RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Harbour Wire</title><language>en-gb</language>
<item><title>Talks &amp; tea</title><link>https://example.org/1</link><guid>n1</guid>
<pubDate>Mon, 04 Mar 2019 10:00:00 +0200</pubDate><description>Short</description>
<content:encoded><![CDATA[<p>The envoys <b>met</b>.</p><script>x()</script><p>They had tea.</p>]]></content:encoded>
</item>
<item><title>Nothing in it</title></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="tr"><title>Liman</title><entry><title>Görüşme</title>
<id>u:1</id><updated>2020-01-02T03:04:05Z</updated><content type="text">Elçiler görüştü.</content></entry></feed>"""


def read(source, name="", **options):
    reader = (format_named(name) if name else recognised(source)).read(source, ReadOptions(**options))
    return [b for b in reader if not b.repeats], reader


def refused(source, **options):
    with pytest.raises(BadInput) as caught:
        read(source, **options)
    return caught.value.problems


# Web pages


def test_a_web_page_gives_its_report_and_what_it_says_of_itself(tmp_path):
    path = tmp_path / "envoys.html"
    path.write_text(PAGE, encoding="utf-8", newline="")
    ((bundle,), _) = read(path)
    article = bundle.article
    assert article.text.startswith("Two envoys met in the old harbour town")
    assert "near at hand" in article.text
    assert not any(words in article.text for words in ("Home", "rights reserved", "newsletter"))
    said = (article.title, article.published, article.source, article.url, article.language)
    assert said == ("Envoys meet", "2019-03-04T10:00+02:00", "The Daily", "https://example.org/envoys", "en")
    assert article.meta == {"author": "Ada Quill"}
    assert bundle.original.content == PAGE
    assert (bundle.original.name, bundle.original.media_type) == ("envoys.html", "text/html")


@pytest.mark.parametrize(("cut", "told"), [("next week", True), ("</article>", True), ("</html>", False), ("", False)])
def test_a_page_that_is_cut_off_is_told(tmp_path, cut, told):
    path = tmp_path / "envoys.html"
    path.write_text(PAGE[: PAGE.index(cut) if cut else None], encoding="utf-8")
    _, reader = read(path)
    assert [n.what for n in reader.notices if n.what.startswith("ends without the end tag")] == [
        "ends without the end tag of the page: the file may be cut off, and its report with it"
    ] * told


SHORT_PAGE = """<!DOCTYPE html><html lang="en"><head><title>Envoys meet</title></head><body><nav>Home</nav>
<article><h1>Envoys meet</h1><p class="byline">By Ada Quill</p><p>The envoys met <b>in the</b> harbour on Friday.</p>
<p>They signed two agreements.</p></article><footer>All rights reserved</footer></body></html>"""


def test_a_page_of_two_sentences_keeps_its_lines_and_says_that_all_was_taken(tmp_path):
    path = tmp_path / "short.html"
    path.write_text(SHORT_PAGE, encoding="utf-8")
    ((bundle,), reader) = read(path)
    wanted = "By Ada Quill\nThe envoys met in the harbour on Friday.\nThey signed two agreements."
    assert (bundle.article.title, bundle.article.text) == ("Envoys meet", wanted)
    (notice,) = reader.notices
    assert (notice.file, notice.notice) == ("short.html", True)
    assert "byline and date may be in the text" in notice.what


def test_a_table_beside_pages_knows_better(tmp_path):
    (tmp_path / "a.htm").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b.txt").write_text("Plain.", encoding="utf-8")
    (tmp_path / "articles.tsv").write_text("file\tpublished\na\t2001-02-03\nb\t2001-02-04\n", encoding="utf-8")
    beside = tmp_path / "a_files"
    beside.mkdir()
    (beside / "frame.html").write_text(PAGE, encoding="utf-8")
    bundles, _ = read(tmp_path)
    assert [(b.article.origin, b.article.published) for b in bundles] == [
        ("a.htm", "2001-02-03"),
        ("b.txt", "2001-02-04"),
    ]


@pytest.mark.parametrize("encoding", ["cp1254", "utf-8"])
def test_a_page_is_decoded_as_it_says_itself(tmp_path, encoding):
    text = PAGE.replace("utf-8", encoding).replace("harbour", "İğneada")
    (tmp_path / "a.html").write_bytes(text.encode(encoding))
    ((bundle,), _) = read(tmp_path)
    assert "İğneada" in bundle.article.text


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("<html><body><script>menu()</script></body></html>", "holds no article text"),
        ("<html><body>" + "<div>" * 3000, "nests more than 2000 elements"),
        ("", "is empty"),
    ],
)
def test_a_page_without_a_report_is_refused(tmp_path, content, what):
    (tmp_path / "a.html").write_text(content)
    (problem,) = refused(tmp_path)
    assert what in problem.what
    assert problem.file == "a.html"


@pytest.mark.parametrize("author", ["T. Quill", "Müller-Çelik, A.", "Ada Quill"])
def test_an_author_is_called_as_the_page_has_the_name(tmp_path, author):
    path = tmp_path / "page.html"
    path.write_text(PAGE.replace("Ada Quill", author), encoding="utf-8")
    ((bundle,), _) = read(path)
    assert bundle.article.meta["author"] == author


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ('<meta name="twitter:creator" content="@AdaQuill"><meta name="author" content="Ada Quill">', "Ada Quill"),
        ('<meta name="keywords" content="ada-quill"><meta name="author" content="Ada Quill">', "Ada Quill"),
        ('<meta name="twitter:creator" content="T. Quill"><meta name="author" content="T Quill">', "T Quill"),
        ('<meta name="keywords" content="t-quill"><meta content="T. Quill" property="article:author">', "T. Quill"),
        ("<META NAME=DC.creator CONTENT='  Quill, \n A. '>", "Quill, A."),
        ("<meta itemprop=author content='O&#39;Brien, P.'>", "O'Brien, P."),
    ],
)
def test_only_what_names_an_author_says_how_the_name_is_written(tmp_path, head, author):
    path = tmp_path / "page.html"
    path.write_text(PAGE.replace('<meta name="author" content="Ada Quill">', head), encoding="utf-8")
    ((bundle,), _) = read(path)
    assert bundle.article.meta["author"] == author


def test_an_account_is_not_the_author_of_a_byline(tmp_path):
    page = PAGE.replace('<meta name="author" content="Ada Quill">', '<meta name="twitter:creator" content="@AdaQuill">')
    byline = '<p class="byline">By <span class="author" rel="author">Ada Quill</span></p>'
    (tmp_path / "page.html").write_text(page.replace("</h1>", f"</h1>{byline}"), encoding="utf-8")
    ((bundle,), _) = read(tmp_path / "page.html")
    assert bundle.article.meta["author"] == "Ada Quill"


def test_a_page_of_which_only_the_lines_are_found_has_no_author(tmp_path):
    page = (
        '<!doctype h]]>p; U</title><meta property="article:published_time" content="2018-04-20"></head><body><article>'
        "<h1>T</h1><p>Ann met Bob Ray in Rome on 19 April, and they spoke for long.</p><p>They left, as was said later"
        " on.</p></article></body></html>"
    )
    (tmp_path / "a.html").write_text(page)
    (bundle,), _ = read(tmp_path)
    assert "Ann met Bob Ray in Rome" in bundle.article.text
    assert "author" not in bundle.article.meta


@pytest.mark.parametrize("said", ["2019-03-04 10:00 EDT", "Mon, 4 Mar 2019 10:00:00 W"])
def test_a_date_with_the_name_of_a_time_zone_is_read_without_a_warning_of_pythons(tmp_path, said):
    (tmp_path / "a.html").write_text(PAGE.replace("2019-03-04T10:00:00+02:00", said))
    (bundle,), _ = read(tmp_path / "a.html")
    assert bundle.article.published == "2019-03-04"


def workbook():
    import openpyxl

    book = openpyxl.Workbook()
    book.active.append(["Title", "Text"])
    book.active.append(["One", "Body"])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_workbook_whose_parts_are_not_as_listed_is_refused(tmp_path):
    path = tmp_path / "a.xlsx"
    before, name, after = workbook().rpartition(b"xl/worksheets/sheet1.xml")  # in the list at the end
    path.write_bytes(before + name.replace(b"sheet1", b"sheetD") + after)
    (problem,) = refused(path)
    assert (problem.file, problem.what) == ("a.xlsx", "cannot be read as an Excel workbook")


def test_a_workbook_that_was_cut_off_is_said_to_be(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook()[:-400])
    (problem,) = refused(path)
    assert str(problem) == (
        "a.xlsx: is an Excel workbook that was cut off or damaged: its end is not there. Copy or download it again"
    )


def test_a_workbook_inside_one_that_was_cut_off_is_not_taken_for_it(tmp_path):
    outer = io.BytesIO()
    with zipfile.ZipFile(outer, "w") as archive:
        archive.writestr("xl/embeddings/Workbook1.xlsx", workbook())
    path = tmp_path / "a.xlsx"
    path.write_bytes(outer.getvalue()[:-60])
    assert "cut off or damaged" in str(refused(path)[0])


def test_without_trafilatura_it_is_said_how_to_get_it(tmp_path, monkeypatch):
    def gone(name):
        raise ImportError(name)

    monkeypatch.setattr(extras, "import_module", gone)
    (tmp_path / "a.html").write_text(PAGE)
    (problem,) = refused(tmp_path)
    assert "trafilatura is not installed" in problem.what
    assert "dateline[articles]" in f"{problem}"


# Tables


def test_rows_become_articles_whatever_the_columns_are_called(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text(
        'Headline;Body;Date;Desk\nA;"First;\r\nline";2019-03-04;Ω\nB;Second;04.05.2020;\n', encoding="utf-8", newline=""
    )
    bundles, _ = read(path)
    assert [(b.article.title, b.article.text, b.article.published) for b in bundles] == [
        ("A", "First;\r\nline", "2019-03-04"),
        ("B", "Second", "2020-05-04"),
    ]
    assert bundles[0].article.meta == {"Desk": "Ω"}
    assert [b.article.position for b in bundles] == [0, 1]


def test_columns_left_where_none_holds_a_date_are_named(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("Nr,Body,Day\n1,First,2019-03-04\n", encoding="utf-8")
    _, reader = read(path)
    (notice,) = reader.notices
    assert "no column was taken for the publication date (not used: Nr, Day)" in str(notice)
    assert "--option column.published=NAME" in str(notice)
    (bundle,), reader = read(path, extra={"column.published": "Day"})
    assert (bundle.article.published, list(reader.notices)) == ("2019-03-04", [])
    path.write_text("Body\nFirst\n", encoding="utf-8")
    assert list(read(path)[1].notices) == []


@given(st.lists(st.sampled_from([*"'=+-@xy"]), min_size=1, max_size=5).map("".join))
def test_apostrophes_in_a_foreign_table_stand_for_themselves(tmp_path_factory, words):
    path = tmp_path_factory.mktemp("foreign") / "list.csv"
    path.write_text(f"title,text,'-\n{words},{words} said the envoy,{words}\n", "utf-8")
    (article,) = (item.article for item in read(path, "table")[0])
    assert (article.title, article.text, article.meta) == (words, f"{words} said the envoy", {"'-": words})


@pytest.mark.parametrize("spans", [
    [{"start": 0, "end": 3, "text": "Ada", "labels": ["PER"]}],
    [{"labels": ["PER"], "text": "Ada", "start": 0, "end": 3}],
    [{"start_offset": 0, "end_offset": 3, "label": "PER"}],
])  # fmt: skip
def test_a_column_of_annotations_is_told(tmp_path, spans):
    """As Label Studio's CSV has them: whoever imports that would miss them without a word."""
    path, day = tmp_path / "a.csv", "2024-01-02"
    rows = (["Ada came.", day, json.dumps(spans)], ["Ada left.", day, json.dumps(spans)], ["Bo came.", day, "[1]"])
    with path.open("w", newline="") as file:
        csv.writer(file).writerows((["text", "published", "label"], *rows))
    reader = format_named("table").read(path)
    assert len(list(reader)) == 3
    said = [n.what for n in reader.notices if "annotations" in n.what]
    assert said == ["the column label holds annotations, which do not come with a table; it is kept as a text"]
    assert reader.notices[0].line == 2


def test_columns_can_be_named(tmp_path):
    path = tmp_path / "list.tsv"
    path.write_text('what\twhen\thead\nShe said "no.\t2019-03-04\tx\n', encoding="utf-8")
    with pytest.raises(BadInput, match="has no column text"):
        read(path, "table")
    extra = {"column.text": "what", "column.published": "when", "column.title": ""}
    ((bundle,), _) = read(path, "table", extra=extra)
    article = bundle.article
    assert (article.text, article.published, article.title) == ('She said "no.', "2019-03-04", "")
    assert article.meta == {"head": "x"}
    with pytest.raises(BadInput, match="has no column gone"):
        read(path, "table", extra={"column.text": "gone"})
    with pytest.raises(UnknownOption, match=r"has no option column\.texts"):
        read(path, "table", extra={"column.texts": "what"})


def test_the_head_of_a_table_can_be_looked_at(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("Title,Content\n" + "".join(f"t{i},c{i}\n" for i in range(9)), encoding="utf-8")
    seen = preview(path, ReadOptions(), rows=2)
    assert seen.columns == ("Title", "Content")
    assert seen.fields == {"title": "Title", "text": "Content"}
    assert seen.rows == (("t0", "c0"), ("t1", "c1"))


def test_a_workbook_is_read_and_no_formula_run(tmp_path):
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Title", "Text", "Date", "Number"])
    sheet.append(["One", "Body\none", datetime.datetime(2020, 1, 2), 3.0])
    sheet.append([None, None, None, None])
    sheet.append(["Two", '=HYPERLINK("https://example.org")', datetime.datetime(2020, 1, 3, 4, 5), 4.5])
    other = book.create_sheet("Other")
    other.append(["text"])
    other.append(["Elsewhere"])
    path = tmp_path / "list.xlsx"
    book.save(path)
    bundles, reader = read(path, skip_bad=True)
    assert [(b.article.text, b.article.published, b.article.meta) for b in bundles] == [
        ("Body\none", "2020-01-02", {"Number": "3"}),
        ("Elsewhere", "", {}),
    ]
    (problem,) = reader.problems
    assert (problem.line, problem.what) == (4, "a formula whose result is not stored is in B4")
    assert [b.article.text for b in read(path, extra={"sheet": "Other"})[0]] == ["Elsewhere"]
    with pytest.raises(BadInput, match="has no sheet None; there are Sheet, Other"):
        read(path, extra={"sheet": "None"})


@pytest.mark.parametrize(
    ("content", "line", "what"),
    [
        ("title,date\na,b\n", 1, "has no column text"),
        ("text,text\na,b\n", 1, "two columns are called text"),
        ("text,date\na,soon\n", 2, "'soon' is not a date"),
        ("text,date\na,2019-03-04,and,more\n", 2, "has 4 cells, the header 2"),
        ('text\n"open\n', 2, "cannot be read as a table row"),
        ("text\n   \nb\n\t\n", None, None),
        ("", None, "is empty"),
    ],
)
def test_a_bad_table_is_refused_at_its_line(tmp_path, content, line, what):
    path = tmp_path / "list.csv"
    path.write_text(content, encoding="utf-8")
    if what is None:
        assert [b.article.text for b in read(path)[0]] == ["b"]
        return
    with pytest.raises(BadInput) as caught:
        read(path, "table")
    problem = caught.value.problems[0]
    assert what in problem.what
    assert problem.line == line


def test_a_text_longer_than_the_csv_module_likes_is_taken(tmp_path):
    text = "word " * 60_000
    path = tmp_path / "list.csv"
    path.write_text(f'text\n"{text}"\n', encoding="utf-8")
    assert read(path)[0][0].article.text == text


def test_a_mark_before_a_quoted_header_is_none_of_its_name(tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes('\ufeff"text","date"\r\n"Hello, you","2020-01-02"\r\n'.encode())
    assert [(b.article.text, b.article.published) for b in read(path)[0]] == [("Hello, you", "2020-01-02")]


@pytest.mark.parametrize("loose", ["", '"Loose" quotes\tb\n'])
def test_quotes_are_quotes_in_a_long_table_of_tabs_with_line_ends_in_its_cells(tmp_path, monkeypatch, loose):
    """What is looked at to tell may end inside a cell; a row that quotes nothing still shows that none is."""
    monkeypatch.setattr(rows, "_HEAD", 100)
    path = tmp_path / "list.tsv"
    texts = [f"Article {n}.\n\nIt goes on\nand on.\n" for n in range(9)]
    path.write_text("title\ttext\n" + loose + "".join(f'{n}\t"{text}"\n' for n, text in enumerate(texts)), "utf-8")
    if loose:
        assert '"Loose" quotes' in _titles_taken(path)
    else:
        assert [b.article.text for b in read(path, "table")[0]] == texts


def _titles_taken(path):
    found = format_named("table").read(path, ReadOptions(skip_bad=True))
    return [b.article.title for b in found]


def test_a_table_in_another_encoding_says_what_it_was_read_as(tmp_path):
    path = tmp_path / "list.csv"
    rows = "text,title\nМинистр прибыл в Астану в понедельник вечером,Визит\nПрезидент уехал домой,Отъезд\n"
    path.write_bytes(rows.encode("cp1251"))
    bundles, reader = read(path, "table")
    assert [b.article.title for b in bundles] == ["Визит", "Отъезд"]
    [told] = [p for p in reader.notices if p.kind is ProblemKind.ENCODING]
    assert told.what == "is not UTF-8; it was read as cp1251"
    assert preview(path, ReadOptions()).guessed == "cp1251"
    _, named = read(path, "table", encoding="cp1251")
    assert "was read as" not in "".join(p.what for p in named.notices), "nothing was guessed"
    [told] = [p for p in named.notices if p.kind is ProblemKind.ENCODING]
    assert told.what == "is in the encoding cp1251, as it says itself or was chosen"
    assert preview(path, ReadOptions(encoding="cp1251")).guessed == ""
    path.write_text(rows, encoding="utf-8-sig")
    assert ProblemKind.ENCODING not in {p.kind for p in read(path, "table")[1].notices}


def test_a_table_beside_texts_says_what_it_was_read_as(tmp_path):
    (tmp_path / "a.txt").write_text("They met.")
    (tmp_path / "articles.csv").write_bytes("file,title\na.txt,Визит министра в столицу\n".encode("cp1251"))
    [bundle], reader = read(tmp_path, "text")
    assert bundle.article.title == "Визит министра в столицу"
    [told] = [p for p in reader.notices if p.kind is ProblemKind.ENCODING]
    assert (told.file, told.what) == ("articles.csv", "is not UTF-8; it was read as cp1251")


def test_a_title_of_two_lines_in_a_cell_is_one(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text('text,title,note\nThey met.,"Envoys\nmeet","one\ntwo"\n', newline="")
    [bundle], _ = read(path, "table")
    assert (bundle.article.title, bundle.article.note) == ("Envoys meet", "one\ntwo")
    assert replace(bundle.article, title="Envoys\r\n meet").name == "Envoys meet"


# Feeds


def test_a_feed_gives_an_article_an_entry(tmp_path):
    path = tmp_path / "wire.rss"
    path.write_text(RSS, encoding="utf-8")
    ((bundle,), reader) = read(path)
    article = bundle.article
    assert article.text == "The envoys met.\nThey had tea."
    said = (article.title, article.published, article.source, article.url, article.language, article.meta)
    assert said == (
        "Talks & tea",
        "2019-03-04T10:00+02:00",
        "Harbour Wire",
        "https://example.org/1",
        "en",
        {"id": "n1"},
    )
    assert "<b>met</b>" in bundle.original.content
    assert [(p.field, p.what) for p in reader.notices] == [("entry 2", "has no text; it is left out")]


def test_an_atom_feed(tmp_path):
    path = tmp_path / "wire.xml"
    path.write_text(ATOM, encoding="utf-8")
    ((bundle,), _) = read(path)
    assert (bundle.article.text, bundle.article.title, bundle.article.language) == ("Elçiler görüştü.", "Görüşme", "tr")
    assert bundle.original is None


def test_a_feed_that_declares_entities_is_refused(tmp_path):
    path = tmp_path / "wire.rss"
    path.write_text('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + RSS.partition("?>")[2], encoding="utf-8")
    assert "declares entities" in refused(path)[0].what


# Zips


def test_a_zip_of_texts_and_pages_is_a_folder(tmp_path):
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("news/2.html", PAGE)
        archive.writestr("news/1.txt", "One.")
        archive.writestr("news/articles.tsv", "file\ttitle\n1.txt\tFirst\n2.html\tSecond\n")
        archive.writestr("news/x.bin", b"\x00")
    bundles, _ = read(path)
    assert [(b.article.title, b.article.origin) for b in bundles] == [("First", "1.txt"), ("Second", "2.html")]


def test_a_zip_that_reaches_outside_is_refused(tmp_path):
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../evil.txt", "One.")
    assert "outside itself" in refused(path)[0].what
    assert not (tmp_path.parent / "evil.txt").exists()


# Texts that are there already


STORY = " ".join(f"word{i * 7919 % 1009}" for i in range(400))


def test_repeats_and_near_repeats_are_told_and_left_to_choose(tmp_path):
    near = Nearness()
    near.add("The first", STORY)
    (tmp_path / "a.txt").write_text("Updated headline. " + STORY[:2000])
    (tmp_path / "b.txt").write_text("Something else altogether, of other words.")
    (tmp_path / "c.txt").write_text("Something else altogether, of other words.")

    def asked(article):
        return next((NearText(*found) for found in near.near(article.text)), None)

    bundles, reader = read(tmp_path, near=asked)
    assert [b.article.origin for b in bundles] == ["a.txt", "b.txt"]
    first, second = reader.notices
    assert (first.kind, first.file) == (ProblemKind.NEAR_TEXT, "a.txt")
    assert "nearly the same text as The first" in first.what
    assert "taken in beside it" in first.what
    assert (second.kind, second.file) == (ProblemKind.REPEATED_TEXT, "c.txt")
    assert [b.article.origin for b in read(tmp_path, near=asked, nearly=Nearly.LEAVE_OUT)[0]] == ["b.txt"]


@given(seed=st.integers(0, 10**6), kept=st.floats(0.4, 1.0), changed=st.floats(0, 0.04))
@settings(deadline=None, max_examples=60)
def test_a_cut_or_slightly_edited_copy_is_near_and_another_text_is_not(seed, kept, changed):
    rng = random.Random(seed)
    words = [f"w{rng.randrange(2000)}" for _ in range(300)]
    near = Nearness()
    near.add("it", " ".join(words))
    copy = [w if rng.random() >= changed else "other" for w in words[: int(len(words) * kept)]]
    assert [name for name, _ in near.near(" ".join(copy))] == ["it"]
    assert near.near(" ".join(f"w{rng.randrange(2000)}" for _ in range(300))) == []
    assert all(phrase in " ".join(words) for phrase in telling_phrases(" ".join(words)))


def test_a_fragment_keeps_every_word():
    html = "<p>One <b>two</b> three</p>four<ul><li>five<li>six</ul><br>seven&nbsp;eight<style>no</style>"
    assert webpage.fragment_text(html).split() == ["One", "two", "three", "four", "five", "six", "seven", "eight"]


def test_a_table_is_known_for_one_whatever_its_columns_are_called(tmp_path):
    import openpyxl

    book = openpyxl.Workbook()
    book.active.append(["Meldung", "Wann"])
    book.active.append(["Two envoys met.", "2019-03-04"])
    book.save(tmp_path / "coding.xlsx")
    (tmp_path / "coding.tsv").write_text("Meldung\tWann\nTwo envoys met.\t2019-03-04\n")
    for name in ("coding.xlsx", "coding.tsv"):
        assert recognised(tmp_path / name).name == "table"
        (problem,) = refused(tmp_path / name)
        assert "has no column text (its columns: Meldung, Wann)" in problem.what
        assert "--option column.text=NAME" in str(problem.what_to_do)
        ((bundle,), _) = read(tmp_path / name, extra={"column.text": "Meldung", "column.published": "Wann"})
        assert (bundle.article.text, bundle.article.published) == ("Two envoys met.", "2019-03-04")


def test_a_workbook_whose_texts_would_fill_the_memory_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook())
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", "<sst>" + "<si><t>a</t></si>" * 10_000 + "</sst>")
    monkeypatch.setattr("dateline.exchange.formats.table.workbook._HELD", 100_000)
    with pytest.raises(BadInput, match="unpacks to") as caught:
        list(format_named("table").read(path))
    assert caught.value.problems[0].kind is ProblemKind.TOO_LARGE


def test_articles_below_thousands_of_blank_rows_come_in(tmp_path):
    import openpyxl

    book = openpyxl.Workbook()
    book.active.append(["text"])
    book.active.append(["First."])
    book.active.cell(row=4000, column=1, value="Last.")
    book.save(tmp_path / "list.xlsx")
    assert [b.article.text for b in read(tmp_path / "list.xlsx")[0]] == ["First.", "Last."]


def test_of_a_sheet_as_wide_as_can_be_only_named_columns_are_gone_through(tmp_path, monkeypatch):
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["title", None, "text"])
    for n in range(40):
        sheet.append([f"T{n}", "passed over", f"Text {n}."])
    sheet.cell(row=1, column=16_384, value="desk")
    sheet.cell(row=5, column=16_384, value="East")
    sheet.cell(row=43, column=2, value="nothing under a name")
    for number in range(60):
        book.create_sheet(f"more {number}").append(["text"])
    book.save(tmp_path / "wide.xlsx")
    asked = 0
    plain = rows._cell

    def counted(value):
        nonlocal asked
        asked += 1
        return plain(value)

    monkeypatch.setattr(rows, "_cell", counted)
    options = ReadOptions(skip_bad=True, extra={"sheet": "Sheet"})
    reader = format_named("table").read(tmp_path / "wide.xlsx", options)
    found = list(reader)
    assert [b.article.text for b in found] == [f"Text {n}." for n in range(40)]
    assert [b.article.meta for b in found if b.article.meta] == [{"desk": "East"}]
    assert [(p.line, p.what) for p in reader.problems] == [(43, "the text is empty")]
    assert asked <= 43 * 3


SHEETS = {
    "README": [["made by the desk"], ["ask Ada"]],
    "2019": [["title", "text"], ["One", "The first text."], ["Empty", ""]],
    "Blank": [],
    "2020": [["Body", "Day"], ["The second text.", "2020-01-02"], ["The first text.", "2020-01-03"]],
    "Meldungen": [["Meldung", "Wann"], ["The third text.", "2021-01-02"]],
}


@pytest.mark.parametrize(
    ("extra", "texts", "told"),
    [
        ({}, ["The first text.", "The second text."], ["2019, 2020", "README", "Meldungen"]),
        ({"sheet": "2020"}, ["The second text.", "The first text."], []),
        ({"column.text": "Meldung"}, ["The first text.", "The second text.", "The third text."], ["README"]),
        ({"sheet": "Meldungen", "column.text": "Meldung"}, ["The third text."], []),
    ],
)
def test_all_sheets_with_texts_are_read_and_the_others_named(tmp_path, extra, texts, told):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, lines in SHEETS.items():
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append(line)
    path = tmp_path / "list.xlsx"
    book.save(path)
    assert recognised(path).name == "table"
    bundles, reader = read(path, skip_bad=True, extra=extra)
    assert [b.article.text for b in bundles] == texts
    assert {b.article.origin for b in bundles} == {"list.xlsx"}
    if "sheet" not in extra:
        (problem,) = reader.problems
        assert (problem.file, problem.line) == ("list.xlsx, sheet 2019", 3)
        assert preview(path, ReadOptions()).columns == ("title", "text")
    said = " ".join(f"{n.what}. {n.what_to_do}" for n in reader.notices)
    for name in told:
        assert name in said
    assert ("--option sheet=NAME" in said) == bool(told)
    with pytest.raises(BadInput, match="has no column Nothing"):
        read(path, extra={"column.text": "Nothing"})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1254"])
@pytest.mark.parametrize("delimiter", [";", "\t", ","])
def test_a_line_that_says_what_parts_the_cells_is_no_header(tmp_path, delimiter, encoding):
    """Excel reads such a first line, and other programs write it for Excel."""
    path = tmp_path / "list.csv"
    rows = (("Başlık", "Metin"), ("Görüşme", '"Şırnak, İstanbul; ığüş."'), ("İkinci", "Ğ."))
    lines = [f"sep={delimiter}", *(delimiter.join(row) for row in rows)]
    path.write_bytes("\r\n".join(lines).encode(encoding))
    assert recognised(path).name == "table"
    got = [(b.article.title, b.article.text) for b in format_named("table").read(path, ReadOptions())]
    assert got == [("Görüşme", "Şırnak, İstanbul; ığüş."), ("İkinci", "Ğ.")]
    assert [line.number for line in lines_of(path)] == [2, 3, 4]


def test_cells_of_a_web_page_table_are_words_apart():
    html = "<p>Won:</p><table><tr><th>Gold</th><th>Silver</th></tr><tr><td>1</td><td>2</td></tr></table>"
    assert webpage.fragment_text(html).splitlines() == ["Won:", "Gold Silver", "1 2"]


def test_a_table_in_a_page_is_lines_of_plain_words():
    said = "".join(f"<p>The envoys spoke for {n} hours about ports, grain and the price of both.</p>" for n in range(9))
    table = "<table><tr><th>Year</th><th>Trade</th></tr><tr><td>2021</td><td></td><td>5 bn | so far</td></tr></table>"
    html = f"<html><body><article><h1>Talks</h1>{said}{table}{said}</article></body></html>"
    lines = webpage.web_page(html.encode()).text.splitlines()
    assert lines[9:11] == ["Year Trade", "2021 5 bn | so far"]
    assert len(lines) == 20


def test_a_formula_without_a_stored_result_is_named_and_not_taken_for_nothing(tmp_path):
    """A program wrote the workbook: only a spreadsheet program works formulas out and stores what they come to."""
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    formulas = ('=CONCATENATE("A","B")', '="They " & "met."', "=1+1")
    rows = [
        ("text", "title"),
        ("Ministers met.", formulas[0]),
        (formulas[1], "Second"),
        ("Again.", "Third", formulas[2]),
    ]
    for row in rows:
        book.active.append(row)
    book.save(tmp_path / "list.xlsx")
    reader = format_named("table").read(tmp_path / "list.xlsx", ReadOptions(skip_bad=True))
    assert [b.article.title for b in reader] == ["Third"]
    assert [(p.line, p.what.rpartition(" ")[2]) for p in reader.problems] == [(2, "B2"), (3, "A3")]
    assert all("save it" in p.what_to_do for p in reader.problems)


def test_a_formula_without_a_stored_result_in_a_column_that_is_no_field_refuses_no_row(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (("text", "memo", "title"), ("Ministers met.", "=1+1", "One")):
        book.active.append(row)
    book.save(tmp_path / "list.xlsx")
    reader = format_named("table").read(tmp_path / "list.xlsx", ReadOptions())
    assert [(b.article.title, b.article.meta) for b in reader] == [("One", {})]
    told = [(n.line, n.what) for n in reader.notices]
    assert (2, "a formula whose result is not stored is in B2") in told


@pytest.mark.parametrize(
    ("page", "cut"),
    [
        ("<!doctype html><html lang=en><title>T</title><p>Ministers met.<p>They left.", False),
        ("<!doctype html><html lang=en><title>T</title><p>Ministers met.<p>They left.<a hre", True),
        ("<html><head><title>T</title></head><body><p>Ministers met.</p><p>They le", True),
        ("<html><head><title>T</title></head><body>Ministers me", True),
    ],
)
def test_a_page_that_leaves_out_end_tags_as_html_lets_it_is_not_cut_off(page, cut):
    assert breaks_off(page) is cut
