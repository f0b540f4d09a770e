"""Text files and folders become articles, verbatim, with what a table beside them says."""

import csv
import io
import os
import random
import sys
import tracemalloc
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dateline.exchange import decode
from dateline.exchange.boilerplate import ALL_BOILERPLATE
from dateline.exchange.checks import Fault
from dateline.exchange.decode import decoded
from dateline.exchange.formats import format_named
from dateline.exchange.intake import FIELDS
from dateline.exchange.names import FileNames
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import BadInput, ProblemKind
from dateline.exchange.tables import table_from, write_table
from dateline.model.annotation import Annotations, Annotator
from dateline.model.article import Article, Original, Region, RegionKind, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.progress import Cancelled, Silent
from dateline.model.text import Span, text_sha256
from dateline.scratch import Ledger

TEXT = format_named("text")


def put(folder, **files):
    """Write files; a double underscore in a name stands for the dot."""
    for name, content in files.items():
        path = folder / name.replace("__", ".")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def read(source, **options):
    reader = TEXT.read(source, ReadOptions(**options))
    return [b.article for b in reader if not b.repeats], reader


def refused(source, **options):
    with pytest.raises(BadInput) as caught:
        read(source, **options)
    return caught.value.problems


def test_a_folder_is_read_in_natural_order(tmp_path):
    put(tmp_path, report10__txt="ten", report2__txt="two", REPORT1__TXT="one", notes__md="no", __hidden__txt="no")
    (tmp_path / "below").mkdir()
    put(tmp_path / "below", a__txt="below")
    (tmp_path / ".git").mkdir()
    put(tmp_path / ".git", a__txt="no")
    articles, reader = read(tmp_path)
    assert [(a.text, a.origin, a.position) for a in articles] == [
        ("one", "REPORT1.TXT", 0),
        ("two", "report2.txt", 1),
        ("ten", "report10.txt", 2),
        ("below", "a.txt", 3),
    ]
    assert len({a.id for a in articles}) == 4
    (notice,) = reader.notices
    assert notice.what == "holds a file that is no text and was passed over: notes.md"


def test_tables_of_metadata_and_hidden_files_are_not_called_passed_over(tmp_path):
    put(tmp_path, a__txt="a", articles__tsv="file\ttitle\na.txt\tA\n", __hidden="no", mine__csv="file,title\na.txt,A\n")
    _, reader = read(tmp_path, metadata=tmp_path / "mine.csv")
    assert not [n for n in reader.notices if "passed over" in n.what]
    put(tmp_path, **{f"n{i}__jsonl": "{}" for i in range(7)})
    _, reader = read(tmp_path)
    (told,) = [n.what for n in reader.notices if "passed over" in n.what]
    assert told.startswith("holds 8 files that are no texts")
    assert told.endswith("and 3 more")


def test_positions_go_on_from_where_the_project_is(tmp_path):
    put(tmp_path, a__txt="a", b__txt="b")
    assert [a.position for a in read(tmp_path, first_position=7)[0]] == [7, 8]


def test_files_named_themselves_may_have_any_suffix(tmp_path):
    put(tmp_path, a__md="# a", b__txt="b")
    (reader,) = TEXT.read_all([tmp_path / "b.txt", tmp_path / "a.md", tmp_path / "b.txt"])
    assert [b.article.text for b in reader] == ["b", "# a"]


def test_every_character_is_kept(tmp_path):
    text = "One\r\ntwo\rthree\u00a0four\u2028😀\n\n\t end \n"
    (article,), _ = read(put(tmp_path, a__txt=text))
    assert article.text == text
    assert article.sha256 == text_sha256(text)


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-32-le", b"\xff\xfe\0\0"),
    ],
)
def test_a_mark_tells_the_encoding_and_is_no_text(tmp_path, encoding, mark):
    (article,), reader = read(put(tmp_path, a__txt=mark + "Türkiye 😀\r\n".encode(encoding)))
    assert article.text == "Türkiye 😀\r\n"
    assert [n.what for n in reader.notices] == (
        [] if encoding == "utf-8" else [f"is in the encoding {encoding}, as it says itself or was chosen"]
    )


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_told_by_its_zeros(tmp_path, encoding):
    (article,), reader = read(put(tmp_path, a__txt="The ministers met in Ankara.".encode(encoding)))
    assert article.text == "The ministers met in Ankara."
    assert encoding in reader.notices[0].what


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1254", "Dışişleri Bakanı Çavuşoğlu perşembe günü Astana'ya gitti. İki ülke anlaştı."),
        ("cp1254", "Mr Çavuşoğlu met his colleague in Astana, and both agreed."),
        ("cp1254", "Dışişleri Bakanı Çavuşoğlu perşembe günü gitti. " * 50),
        ("cp1251", "Reports from Astana say that Иван Петров arrived on Thursday, and Анна Иванова left."),
        ("cp1252", "“Trade will grow”, she said — Turkey’s exports rose, the café was full."),
        ("cp1252", "Der Außenminister äußerte sich über die Gespräche."),
        ("cp1250", "Minister powiedział w czwartek, że współpraca się rozwija."),
        ("cp1251", "Министр иностранных дел прибыл в Астану в четверг для переговоров о торговле."),
        ("koi8_r", "Министр иностранных дел прибыл в Астану в четверг для переговоров о торговле."),
        ("cp1253", "Ο υπουργός εξωτερικών έφτασε στην Άγκυρα την Πέμπτη για συνομιλίες."),
        ("shift_jis", "外務大臣は木曜日にアンカラを訪問し、貿易について話し合いました。"),
        ("gb18030", "外交部长星期四抵达安卡拉，就贸易与合作问题举行会谈。"),
    ],
)
def test_old_encodings_are_guessed_and_the_guess_is_told(tmp_path, encoding, text):
    (article,), reader = read(put(tmp_path, a__txt=text.encode(encoding)))
    assert article.text == text
    (notice,) = reader.notices
    assert notice.kind is ProblemKind.ENCODING
    assert notice.what.startswith("is not UTF-8; it was read as")


def test_the_language_helps_the_guess(tmp_path):
    data = "Иван и Анна".encode("cp1251")
    put(tmp_path, a__txt=data, articles__csv="file,language\na.txt,ru\n")
    assert read(tmp_path)[0][0].text == "Иван и Анна"


def test_an_encoding_can_be_forced(tmp_path):
    put(tmp_path, a__txt="ça va".encode("cp1252"))
    articles, reader = read(tmp_path, encoding="mac_roman")
    assert articles[0].text == "Áa va"
    assert "mac" in reader.notices[0].what


@pytest.mark.parametrize("encoding", ["klingon", "hex", "ascii", "rot13"])
def test_a_forced_encoding_that_does_not_fit_is_said(tmp_path, encoding):
    (problem,) = refused(put(tmp_path, a__txt="ça"), encoding=encoding)
    assert (problem.file, problem.kind) == ("a.txt", ProblemKind.ENCODING)


@pytest.mark.parametrize(
    ("content", "kind", "words"),
    [
        (b"", ProblemKind.EMPTY, "is empty"),
        (b" \r\n\t\xc2\xa0", ProblemKind.EMPTY, "white space"),
        (b"\xef\xbb\xbf", ProblemKind.EMPTY, "is empty"),
        (b"%PDF-1.7\n...", ProblemKind.BINARY, "a PDF"),
        (b"PK\x03\x04....", ProblemKind.BINARY, "zip"),
        (b"\x7fELF\x02\x01\x01\0\0\0\0", ProblemKind.BINARY, "binary"),
        (bytes(range(256)) * 8, ProblemKind.BINARY, "binary"),
        (b"\x01\x02\x03\x04\x05\x06text", ProblemKind.BINARY, "binary"),
        (b"text\x00with a zero, and a good deal more after it", ProblemKind.BINARY, "binary"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path, content, kind, words):
    put(tmp_path, bad__txt=content, good__txt="good")
    (problem,) = refused(tmp_path)
    assert (problem.file, problem.kind) == ("bad.txt", kind)
    assert words in problem.what
    assert problem.what_to_do
    articles, reader = read(tmp_path, skip_bad=True)
    assert [a.text for a in articles] == ["good"]
    assert reader.problems == [problem]


def test_half_characters_of_a_lenient_codec_are_refused(tmp_path):
    (problem,) = refused(put(tmp_path, a__txt=rb"\ud800"), encoding="unicode_escape")
    assert problem.kind is ProblemKind.ENCODING


@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes only there")
def test_a_file_name_that_is_no_unicode_can_be_stored(tmp_path):
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_bytes(b"x")
    (article,), _ = read(tmp_path)
    assert article.origin == "caf\ufffd.txt"


def test_an_enormous_file_is_refused_unread(tmp_path):
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(decode.LARGEST + 1)
    (problem,) = refused(tmp_path)
    assert problem.kind is ProblemKind.TOO_LARGE
    assert problem.what == "is 50.1 MB; the largest article taken is 50 MB"


def test_what_is_not_there_is_said(tmp_path):
    assert refused(tmp_path / "gone")[0].what == "is not there"
    (tmp_path / "empty").mkdir()
    assert refused(tmp_path / "empty")[0].what == "holds no .txt or .html file"


def test_what_cannot_be_opened_is_said(tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    put(tmp_path, b__txt="b")
    (problem,) = refused(tmp_path)
    assert (problem.file, problem.kind) == ("a.txt", ProblemKind.UNREADABLE)
    assert refused(tmp_path / "b.txt", metadata=tmp_path / "no.csv")[0].file == "no.csv"


def test_the_same_text_twice_is_told_and_left_out(tmp_path):
    put(tmp_path, a__txt="same", b__txt="same", c__txt="known")
    known = {text_sha256("known"): "The known one"}
    articles, reader = read(tmp_path, known=known)
    assert [a.origin for a in articles] == ["a.txt"]
    assert [(n.file, n.kind) for n in reader.notices] == [
        ("b.txt", ProblemKind.REPEATED_TEXT),
        ("c.txt", ProblemKind.REPEATED_TEXT),
    ]
    assert "a.txt" in reader.notices[0].what
    assert "The known one" in reader.notices[1].what
    assert len(read(tmp_path, known=known, keep_repeated=True)[0]) == 3


def test_a_table_beside_the_files_is_used(tmp_path):
    table = '\ufefffile;Title;Date;source;desk\na.txt;"One; two";19.04.2018;AA;foreign\nb;Bee;;;\n'
    put(tmp_path, a__txt="a", b__txt="b", metadata__csv=table)
    (a, b), reader = read(tmp_path, defaults={"published": "2020-01-01", "language": "en", "source": "Wire"})
    assert (a.title, a.published, a.source, a.language, a.meta) == (
        "One; two",
        "2018-04-19",
        "AA",
        "en",
        {"desk": "foreign"},
    )
    assert (b.title, b.published, b.source, b.meta) == ("Bee", "2020-01-01", "Wire", {})
    assert reader.notices == []


def test_a_tab_separated_table_may_have_loose_quotes(tmp_path):
    put(tmp_path, a__txt="a", articles__tsv='file\tnote\na.txt\t"on Thursday" is the day\n')
    assert read(tmp_path)[0][0].note == '"on Thursday" is the day'


def test_a_table_elsewhere_can_be_given(tmp_path):
    (tmp_path / "texts").mkdir()
    put(tmp_path / "texts", a__txt="a", articles__csv="file,title\na.txt,beside\n")
    put(tmp_path, table__csv="file,title\ntexts/a.txt,given\n")
    assert read(tmp_path / "texts", metadata=tmp_path / "table.csv")[0][0].title == "given"


def test_each_folder_may_have_its_table(tmp_path):
    for name in ("x", "y"):
        (tmp_path / name).mkdir()
        put(tmp_path / name, a__txt=name, articles__csv=f"file,title\na.txt,in {name}\n")
    assert [a.title for a in read(tmp_path)[0]] == ["in x", "in y"]


def test_a_row_may_name_its_file_in_many_ways(tmp_path):
    (tmp_path / "below").mkdir()
    put(tmp_path / "below", Cafe__txt="x")
    (tmp_path / "below" / "Cafe.txt").rename(tmp_path / "below" / "Cafe\u0301.txt")
    for named in ("below/Café.txt", "below\\Café.txt", "Café.txt", "below/Café", "Café"):
        put(tmp_path, articles__csv=f"file,title\n{named},found\n")
        articles, reader = read(tmp_path)
        assert (articles[0].title, reader.notices) == ("found", [])


@pytest.mark.parametrize(
    ("table", "line", "field", "kind", "words"),
    [
        ("title,published\nx,2018\n", 1, "", ProblemKind.TABLE, "no column file"),
        ("file,title,Title\na.txt,x,y\n", 1, "", ProblemKind.TABLE, "two columns"),
        ("file,title\na.txt,x,y\n", 2, "", ProblemKind.TABLE, "3 cells"),
        ("file,title\n\na.txt,x\nnone.txt,y\n", 4, "file", ProblemKind.TABLE, "no file none.txt"),
        ("file,title\na.txt,x\n/,y\n", 3, "file", ProblemKind.TABLE, "no file /"),
        (f"file,title\na.txt,x\n{'n' * 300},y\n", 3, "file", ProblemKind.TABLE, "no file nnn"),
        ("file,title\na.txt,x\na.txt,y\n", 3, "file", ProblemKind.TABLE, "line 2"),
        ("file,title\n,x\n", 2, "file", ProblemKind.TABLE, "names no file"),
        ("File,Date\na.txt,05/04/2018\n", 2, "Date", ProblemKind.DATE, "two ways"),
        ("file,published\na.txt,2018-02-30\n", 2, "published", ProblemKind.DATE, "calendar"),
        ("file,published\na.txt,soon\n", 2, "published", ProblemKind.DATE, "2018-04-19"),
        ('file,title\na.txt,"x\ny"\nb.txt,"open\n', 4, "", ProblemKind.TABLE, "table row"),
        ('file,title,published\na.txt,"x\ny",2018-04-19\nb.txt,y,32.01.2018\n', 4, "published", ProblemKind.DATE, ""),
    ],
)
def test_what_is_wrong_with_a_table_is_named_by_line_and_column(tmp_path, table, line, field, kind, words):
    put(tmp_path, a__txt="a", b__txt="b", articles__csv=table)
    (problem,) = refused(tmp_path)
    assert (problem.file, problem.line, problem.field, problem.kind) == ("articles.csv", line, field, kind)
    assert words in problem.what
    articles, _ = read(tmp_path, skip_bad=True)
    assert [a.text for a in articles] == ["a", "b"]


def test_a_row_about_a_file_that_is_not_imported_is_no_fault(tmp_path):
    put(tmp_path, a__txt="a", b__txt="b", articles__csv="file,title\na.txt,A\nb.txt,B\n")
    articles, reader = read(tmp_path / "a.txt")
    assert (articles[0].title, reader.problems) == ("A", [])


def test_a_file_without_a_row_is_told(tmp_path):
    put(tmp_path, a__txt="a", b__txt="b", articles__csv="file,title\na.txt,A\n")
    articles, reader = read(tmp_path)
    assert len(articles) == 2
    assert [(n.file, n.kind) for n in reader.notices] == [("b.txt", ProblemKind.TABLE)]


def test_a_bad_date_for_all_is_said(tmp_path):
    (problem,) = refused(put(tmp_path, a__txt="a"), defaults={"published": "Thursday"})
    assert problem.kind is ProblemKind.DATE


def test_articles_are_written_and_read_back(tmp_path):
    first = Article(
        "1",
        "One\r\n😀\u00a0",
        "=SUM(A1)",
        "2018-04-19T10:00",
        "AA",
        "http://x",
        "en",
        '"q"\t\n-',
        "a.txt",
        {"k": "'=v"},
    )
    articles = [
        first,
        Article("2", "two", title="A/b: c?", position=1),
        Article("3", "three", origin="A.TXT", position=2),
    ]
    report = TEXT.write(tmp_path / "out", Frame(), [Bundle(a) for a in articles])
    assert report.losses == ()
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["A 2.txt", "A b c.txt", "a.txt", "articles.tsv"]
    back = {a.text: a for a in read(tmp_path / "out")[0]}
    for article in articles:
        got = back[article.text]
        names = ("title", "published", "source", "url", "language", "note", "meta")
        assert [getattr(got, n) for n in names] == [getattr(article, n) for n in names]


def test_an_article_of_two_annotators_is_written_once(tmp_path):
    bundle = Bundle(Article("1", "x", origin="con.txt"))
    report = TEXT.write(tmp_path / "out", Frame(), [bundle, bundle])
    assert [p.name for p in sorted((tmp_path / "out").iterdir())] == ["articles.tsv", "con_.txt"]
    assert (report.articles, report.parts[0].records) == (1, 1)


def test_a_spreadsheet_finds_no_formula_in_the_table(tmp_path):
    TEXT.write(tmp_path / "out", Frame(), [Bundle(Article("1", "x", title="=cmd|'/c calc'!A0"))])
    assert "\t'=cmd" in (tmp_path / "out" / "articles.tsv").read_text("utf-8")


def test_boilerplate_is_left_out_of_the_text(tmp_path):
    found = Annotations(regions=(Region("r", "1", RegionKind.BOILERPLATE, Span(4, 20)),))
    TEXT.write(tmp_path / "out", Frame(), [Bundle(Article("1", "Good read also: more", title="t"), annotations=found)])
    assert (tmp_path / "out" / "t.txt").read_text("utf-8") == "Good"


def test_an_article_that_is_boilerplate_throughout_makes_no_empty_file(tmp_path):
    zone = Region("r", "1", RegionKind.BOILERPLATE, Span(0, 8))
    bundle = Bundle(Article("1", "See also", title="t"), annotations=Annotations(regions=(zone,)))
    report = TEXT.write(tmp_path / "out", Frame(), [bundle])
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["articles.tsv"]
    assert {x.kind: x.examples for x in report.losses}[ALL_BOILERPLATE] == ("t",)
    report = TEXT.write(tmp_path / "both", Frame(), [bundle, Bundle(bundle.article, Annotator("w", "Ada"))])
    assert (tmp_path / "both" / "t.txt").read_text("utf-8") == "See also"
    assert ALL_BOILERPLATE not in {x.kind for x in report.losses}


@given(st.lists(st.sampled_from([*" '=+-@\t\n\"x", "\u00a0"]), max_size=8).map("".join))
@example("'-")
@example(" '=")
@example("\t")
def test_apostrophes_and_what_looks_like_a_formula_come_back(cell):
    """An apostrophe before what a spreadsheet would run is put there and taken away, and no other one is."""
    out = io.StringIO(newline="")
    write_table(out, ("file", *FIELDS, cell or "x"), [("a", *FIELDS, cell)])
    table = table_from(out.getvalue().encode(), Path("articles.tsv"))
    assert table.columns[-1] == (cell.strip() or ("" if cell else "x"))
    if name := table.columns[-1]:
        assert table.rows[0].cells[name] == cell.strip()


@given(st.lists(st.sampled_from([*"'=+-@x", " "]), min_size=1, max_size=6).map("".join), st.sampled_from(",;\t"))
@example("'-", ",")
def test_an_apostrophe_in_the_table_of_another_program_is_kept(cell, delimiter):
    """What looks like our escape may be a quotation, or a name: only in a table with all our columns it is ours."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerows([("file", *FIELDS[:-1], "more"), ("a", *FIELDS[:-1], cell)])
    table = table_from(out.getvalue().encode(), Path("articles.csv"))
    assert table.rows[0].cells["more"] == cell.strip()


def test_memory_does_not_grow_with_the_articles_written(tmp_path):
    """The articles written lie on the disk, also those whose table comes last."""

    def peak(count):
        made = (Bundle(Article(f"{n:036}", f"{n} " + "word " * 4000, meta={"n": str(n)})) for n in range(count))
        tracemalloc.start()
        try:
            TEXT.write(tmp_path / f"out{count}", Frame(), made)
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    assert peak(300) < peak(30) + 500_000


def test_unpacking_an_archive_can_be_stopped(tmp_path):
    class Stopped(Silent):
        def step(self, done, total, what=""):
            if what == "a.zip":
                raise Cancelled

    with ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.txt", "Words.")
    with pytest.raises(Cancelled):
        list(TEXT.read(tmp_path / "a.zip", ReadOptions(progress=Stopped())))


def test_columns_called_as_the_tables_own_are_left_out_and_said(tmp_path):
    """Two columns of one name, and the table could not be read at all."""
    one = Article("1", "one", note="a\rb", origin="a.txt", meta={"file": "x.pdf", "Author": "A", "=cmd": "z"})
    two = Article("2", "two", origin="b.txt", meta={"author": "B"})
    report = TEXT.write(tmp_path / "out", Frame(), [Bundle(one), Bundle(two)])
    assert [(x.kind, x.examples) for x in report.losses] == [
        ("further columns whose names a table cannot hold", ("file", "author"))
    ]
    assert "\t'=cmd\t" in (tmp_path / "out" / "articles.tsv").read_text("utf-8")
    back, _ = read(tmp_path / "out")
    assert [(a.note, a.meta) for a in back] == [("a\nb", {"Author": "A", "=cmd": "z"}), ("", {})]


def test_thousands_of_articles_of_one_file_get_names_without_trying_all_before(tmp_path, monkeypatch):
    tried = []
    add = Ledger.add
    monkeypatch.setattr(Ledger, "add", lambda self, key: tried.append(key) or add(self, key))
    names = FileNames(".txt")
    given = [names.of(Article(str(n), "x", origin="List.csv" if n % 2 else "list.csv")) for n in range(50)]
    assert given[:3] == ["list.txt", "List 2.txt", "list 3.txt"]
    assert len({name.casefold() for name in given}) == 50
    assert len(tried) < 110


@given(st.text(st.sampled_from("aш😀語. "), min_size=60, max_size=400), st.sampled_from([".txt", ".jsonl"]))
def test_long_names_fit_every_system_and_stay_apart(title, suffix):
    names = FileNames(suffix)
    made = [names.named(wished) for wished in (title, f"{title} x", title)]
    assert len({name.casefold() for name in made}) == 3
    assert max(len(name.encode()) for name in made) <= 220
    assert all(name.endswith(suffix) for name in made)
    again = FileNames(suffix)
    assert [again.named(wished) for wished in (f"{title} x", title)] == [made[1], made[0]], "whatever came before"


def test_an_article_of_a_long_name_is_written(tmp_path):
    report = TEXT.write(tmp_path / ("語" * 80), Frame(), [Bundle(Article("1", "x", title="😀" * 100))])
    assert report.articles == 1
    assert [a.title for a in read(tmp_path / ("語" * 80))[0]] == ["😀" * 100]


def test_what_a_folder_of_texts_has_no_place_for_is_reported(tmp_path):
    regions = (Region("r", "1", RegionKind.NEGATIVE, Span(0, 4), "w"),)
    original = Original("o", "1", "page.html", "text/html", "<p>Good")
    bundle = Bundle(Article("1", "Good."), Annotator("w", "Ada"), State.DONE, Annotations(regions=regions), original)
    report = TEXT.write(tmp_path / "out", Frame(), [bundle])
    assert {x.kind: x.examples for x in report.losses} == {
        "verified negatives": ("Good",),
        "files that texts were taken out of": ("page.html",),
        "annotators": ("Ada",),
        "states of articles": ("done",),
    }


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("times", [1, 200])
@pytest.mark.parametrize(
    "text",
    [
        "Ministers met in Ankara on Thursday to talk.\n",
        "Dışişleri Bakanı perşembe günü Ankara'da görüştü.\n",
        "Министр прибыл в Анкару в четверг, чтобы обсудить торговлю.\n",
        "Министр бейсенбіде Анкараға келді.\n",
        "部长星期四在安卡拉会面，讨论贸易。\n",
        "장관들이 목요일 앙카라에서 만났다.\n",
        "التقى الوزير في أنقرة يوم الخميس.\n",
        "השר נפגש באנקרה ביום חמישי.\n",
        "Ο υπουργός συναντήθηκε στην Άγκυρα την Πέμπτη.\n",
    ],
)
def test_wide_encodings_without_a_mark_are_told_in_every_script(text, times, encoding):
    got = decoded((text * times).encode(encoding))
    assert (got.text, got.encoding, got.guessed) == (text * times, encoding, True)


def test_bytes_that_are_no_text_are_not_taken_for_a_wide_encoding():
    with pytest.raises(Fault) as refused:
        decoded(b"\x00\x01\x02\x03" * 50)
    assert "name its encoding" in refused.value.what_to_do
    for data in (bytes(range(256)) * 8, b"text\0with a zero, and more after it.", b"GIF\0" + bytes(range(60)) * 9):
        with pytest.raises(Fault):
            decoded(data)
    chance = random.Random(7)
    for length in (8, 40, 400, 4000):
        for _ in range(50):
            data = chance.randbytes(length) + b"\0\0\0\0"
            with pytest.raises(Fault):
                decoded(data)
