"""XML is read without expanding, fetching or nesting without end, and says the line of what is wrong."""

import io
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.exchange import safexml
from dateline.exchange.safexml import XmlFault, escaped, opening, parsed, streamed, without_forbidden

TEXTS = st.text(st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("\r\n\t<&>\"'\u00a0😀")))
BOMB = b"""<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol1 "&lol;&lol;&lol;&lol;">]>
<lolz>&lol1;</lolz>"""
FETCH = b'<!DOCTYPE x [<!ENTITY % e SYSTEM "file:///etc/passwd"> %e;]><x/>'


def test_elements_keep_order_text_and_lines():
    root = parsed(b'<a k="v">one<b>two</b>\n<c/>three</a>')
    assert [c if isinstance(c, str) else c.tag for c in root.content] == ["one", "b", "\n", "c", "three"]
    assert (root.text(), root.text_of("b"), root.text_of("z")) == ("onetwo\nthree", "two", "")
    assert [(e.tag, e.line) for e in root.walk()] == [("a", 1), ("b", 1), ("c", 2)]
    assert (root.get("x", "k"), root.get("x", default="-")) == ("v", "-")


@pytest.mark.parametrize(
    ("data", "what", "line"),
    [
        (BOMB, "declares an entity", 2),
        (FETCH, "declares an entity", 1),
        (b'<!DOCTYPE x SYSTEM "http://example.org/x.dtd"><x>\n&gone;</x>', "entity that is not declared", 2),
        (b"<a>\n<b>\n</a>", "mismatched tag", 3),
        (b"", "no element found", 1),
        (b'<?xml version="1.0" encoding="shift_jis"?><a>\x83\x41</a>', "encoding", 1),
        (b'<?xml version="1.0" encoding="klingon"?><a/>', "unknown encoding", 1),
        (b"<a>" * 300, "200 elements", 1),
        (b"<a>\xff</a>", "not valid XML", 1),
        (b"<a>\x00</a>", "not valid XML", 1),
    ],
)
def test_danger_and_damage_are_refused_with_their_line(tmp_path, data, what, line):
    path = tmp_path / "x.xml"
    path.write_bytes(data)
    for read in (lambda: parsed(data), lambda: safexml.check(data), lambda: list(streamed(io.BytesIO(data), "b"))):
        with pytest.raises(XmlFault, match=what) as caught:
            read()
        assert caught.value.here("x.xml").line == line


def test_a_doctype_is_not_fetched_and_names_of_html_are_known():
    assert parsed(b'<!DOCTYPE T SYSTEM "http://example.org/T.dtd"><T>a&nbsp;b&eacute;</T>').text() == "a\u00a0b\u00e9"


def test_elements_stream_and_are_let_go(tmp_path):
    path = tmp_path / "x.xml"
    path.write_text("<c><source>S</source>" + "<d><d2/>x</d>" * 9 + "</c>")
    with path.open("rb") as file:
        *found, root = streamed(file, "d")
    assert [e.text() for e in found] == ["x"] * 9
    assert [e.tag for e in root.walk()] == ["c", "source"]


@given(text=TEXTS, value=TEXTS)
def test_what_is_written_reads_back_to_the_last_character(text, value):
    text, value = without_forbidden(text), without_forbidden(value)
    written = f"{opening('a', {'k': value})}{escaped(text)}</a>".encode()
    for root, got in ((parsed(written), parsed(written).text()), (ET.fromstring(written), ET.fromstring(written).text)):
        assert (got or "", root.get("k") or "") == (text, value)


def test_control_characters_are_replaced_one_for_one():
    assert without_forbidden("a\x00\x0b\x1f\ufffeb\t\r\n") == "a\ufffd\ufffd\ufffd\ufffdb\t\r\n"


def test_elements_without_end_are_refused_before_they_fill_memory(monkeypatch):
    monkeypatch.setattr(safexml, "MOST", 1_000)
    data = b"<a>\n" + b"<b/>" * 2_000 + b"</a>"
    with pytest.raises(XmlFault, match="has more than 1,000 elements") as caught:
        parsed(data)
    assert caught.value.line == 2
    many = b"<c>" + b"<d><e/><e/></d>" * 2_000 + b"</c>"
    assert sum(e.tag == "d" for e in streamed(io.BytesIO(many), "d")) == 2_000  # none of them is kept
