"""Feeds are read entry by entry, whatever stands around them and wherever the file is cut."""

import codecs
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.exchange.formats import format_named
from dateline.exchange.formats.feed import pieces
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import BadInput
from dateline.model.progress import Silent

RSS = (
    '<?xml version="1.0" encoding="{encoding}"?><rss version="2.0"><channel><title>Wire</title>'
    "<!-- <item>no</item> -->{items}<language>tr</language></channel></rss>"
)
ITEM = "<item><title>N {n}</title><description><![CDATA[Çok iyi </item> <item> {n} & more]]></description></item>"
RDF = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
    '<channel rdf:about="x"><title>Desk</title><items><rdf:Seq/></items></channel>'
    "<item rdf:about='1'><title>A</title><description>One.</description></item>"
    "<item rdf:about='2'><title>B</title><description>Two.</description></item></rdf:RDF>"
)


def read(path, **options):
    return [(b.article.title, b.article.text, b.article.source) for b in format_named("feed").read(path, **options)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-9", "utf-16-le"])
def test_entries_come_one_by_one_whatever_the_encoding(tmp_path, encoding):
    path = tmp_path / "a.rss"
    items = "".join(ITEM.format(n=n) for n in range(3))
    path.write_bytes(RSS.format(items=items, encoding=encoding).encode(encoding))
    got = [(title, " ".join(text.split()), source) for title, text, source in read(path)]
    assert got == [(f"N {n}", f"Çok iyi {n} & more", "Wire") for n in range(3)]


def test_entries_beside_the_channel(tmp_path):
    (tmp_path / "a.xml").write_text(RDF)
    assert read(tmp_path / "a.xml") == [("A", "One.", "Desk"), ("B", "Two.", "Desk")]


def test_no_more_than_an_entry_is_held(tmp_path, monkeypatch):
    path = tmp_path / "a.rss"
    items = "".join(ITEM.format(n=f"{n} " + "word " * 200) for n in range(3_000))
    path.write_text(RSS.format(items=items, encoding="utf-8"), encoding="utf-8")
    assert path.stat().st_size > 10 * pieces._CHUNK
    sizes = [len(data) for data in pieces.entries(path, Silent())]
    assert len(sizes) == 3_000
    assert max(sizes) < 3_000
    cutter = pieces._Cutter()
    with path.open("rb") as file:
        while data := file.read(50_000):
            list(cutter.cut(data, last=False))
            assert len(cutter._buffer) < 60_000


def test_an_entry_or_a_frame_without_end_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(pieces, "LARGEST", 1_000_000)
    monkeypatch.setattr(pieces, "LARGEST_FRAME", 1_000_000)
    path = tmp_path / "a.rss"
    path.write_text("<rss><channel><item>" + "x" * 3_000_000)
    with pytest.raises(BadInput, match=r"a\.rss: an entry is larger than"):
        read(path)
    path.write_text("<rss><channel>" + "x" * 3_000_000)
    with pytest.raises(BadInput, match=r"a\.rss: holds more than .* MB that is in no entry"):
        read(path)
    path.write_text("<rss><![CDATA[" + "x" * 3_000_000)
    with pytest.raises(BadInput, match=r"a\.rss: an entry is larger than"):
        read(path)


def test_an_entry_that_was_not_closed_ends_where_the_next_begins(tmp_path):
    path = tmp_path / "a.rss"
    path.write_text("<rss version='2.0'><channel><item><title>A</title><description>One.</description>"
                    "<item><title>B</title><description>Two.</description></item></channel></rss>")  # fmt: skip
    assert [title for title, *_ in read(path)] == ["A", "B"]


PARTS = st.lists(
    st.sampled_from(
        [
            "<item>",
            "</item>",
            "<item/>",
            "<entry a='>'>",
            "</entry>",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "x",
            "<",
            "é",
            ">",
        ]
    ),
    max_size=40,
)


@given(PARTS, st.integers(1, 40))
def test_where_the_file_is_cut_changes_nothing(parts, size):
    data = "".join(parts).encode()

    def cut_by(step):
        cutter = pieces._Cutter()
        for at in range(0, len(data), step):
            yield from cutter.cut(data[at : at + step], last=False)
        yield from cutter.cut(b"", last=True)

    cut, whole = list(cut_by(size)), list(cut_by(len(data) + 1))
    assert b"".join(p for p, _ in cut) == data
    assert [p for p, entry in cut if entry] == [p for p, entry in whole if entry]
    assert all(re.match(rb"<(item|entry)", p) for p, entry in cut if entry)


def test_bad_feeds_are_named(tmp_path):
    path = tmp_path / "a.rss"
    for content, what in (
        (b"", "is empty"),
        (b"<html></html>", "is no RSS or Atom feed"),
        (b"<rss version='2.0'><channel></channel></rss>", "holds no entry"),
        (b"<!DOCTYPE x [<!ENTITY a 'b'>]><rss version='2.0'><channel><item/></channel></rss>", "declares entities"),
        (codecs.BOM_UTF16_LE + "<!DOCTYPE x [<!ENTITY a 'b'>]><rss/>".encode("utf-16-le"), "declares entities"),
    ):
        path.write_bytes(content)
        with pytest.raises(BadInput, match=what) as caught:
            list(format_named("feed").read(path, ReadOptions()))
        assert caught.value.problems[0].file == "a.rss"


def test_what_parts_the_entries_is_not_read_again_with_each(tmp_path):
    path = tmp_path / "a.rss"
    items = "\n    \n".join(ITEM.format(n=n) for n in range(40))
    path.write_text(RSS.format(items=items, encoding="utf-8"), "utf-8")
    sizes = [len(data) for data in pieces.entries(path, Silent())]
    assert max(sizes) - min(sizes) < 10  # the digits of the numbers
    assert len(read(path)) == 40
    assert sizes[0] < len(RSS) + len(ITEM) + 20


def test_a_declaration_that_is_only_words_is_taken(tmp_path):
    path = tmp_path / "a.rss"
    words = "<!-- <!ENTITY b 'c'> --><item><title>N</title><description><![CDATA[Write &lt;!ENTITY, not <!ENTITY a>]]>"
    path.write_text(RSS.format(items=f"{words}</description></item>", encoding="utf-8"), "utf-8")
    ((title, text, _),) = read(path)
    assert (title, text[:17]) == ("N", "Write <!ENTITY, n")
    path.write_text(RSS.format(items=f"{words} </item>", encoding="utf-8"), "utf-8")
    with pytest.raises(BadInput, match="cannot be checked"):
        read(path)
    hidden = "<?p <!-- ?><!DOCTYPE rss [<!ENTITY a 'b'>]><?p --> ?>"
    path.write_text(hidden + RSS.format(items=ITEM, encoding="utf-8").partition("?>")[2], "utf-8")
    with pytest.raises(BadInput, match="declares entities"):
        read(path)


@pytest.mark.parametrize(
    ("said", "published"),
    [
        ("<pubDate>Mon, 05 Jun 2023 01:30:00 +0300</pubDate>", "2023-06-05T01:30+03:00"),
        ("<pubDate>Sun, 04 Jun 2023 22:30:00 EST</pubDate>", "2023-06-04T22:30-05:00"),
        ("<pubDate>Mon, 05 Jun 2023 01:30 GMT</pubDate>", "2023-06-05T01:30+00:00"),
        ("<dc:date>2023-06-05T01:30:20+03:00</dc:date>", "2023-06-05T01:30+03:00"),
        ("<pubDate>Mon, 05 Jun 23 01:30:00 +0300</pubDate>", "2023-06-05T01:30+03:00"),
        ("<pubDate>Mon Jun  5 01:30:00 2023</pubDate>", "2023-06-05T01:30+00:00"),  # which feedparser alone reads
        ("<pubDate>one of these days</pubDate>", ""),
        ("<pubDate>0000-01-01T00:00:00Z</pubDate>", ""),
        ("<pubDate>9999-12-31T23:59:59-05:00</pubDate>", ""),
    ],
)
def test_the_day_stays_the_one_the_publisher_wrote(tmp_path, said, published):
    path = tmp_path / "a.rss"
    path.write_text(
        "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><item><title>A</title>"
        f"<description>The vote is on Monday.</description>{said}</item></channel></rss>"
    )
    (bundle,) = format_named("feed").read(path)
    assert bundle.article.published == published


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    ("cut", "problems", "notices", "taken"),
    [
        ("</description></item>", ["ends in the middle of an entry"], [], 1),
        ("</item>", ["ends in the middle of an entry"], [], 1),
        ("<language>", [], ["ends without the end tag of the feed"], 2),
        ("</rss>", [], ["ends without the end tag of the feed"], 2),
        (None, [], [], 2),
    ],
)
def test_a_feed_that_is_cut_off_is_told(tmp_path, encoding, cut, problems, notices, taken):
    path = tmp_path / "a.rss"
    whole = RSS.format(items="\n".join(ITEM.format(n=n) for n in range(2)), encoding=encoding)
    path.write_bytes(whole[: whole.rindex(cut) if cut else None].encode(encoding))
    reader = format_named("feed").read(path, ReadOptions(skip_bad=True))
    assert len(list(reader)) == taken
    assert [p.what.partition(":")[0] for p in reader.problems] == problems
    assert [p.what.partition(":")[0] for p in reader.notices] == notices
    assert {p.line for p in (*reader.problems, *reader.notices)} <= {2}
