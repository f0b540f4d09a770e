"""TimeML: written by the rules of 1.2.1, read as real files are."""

import re
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from dateline.exchange.formats import format_named, recognised
from dateline.exchange.formats.timeml import terms
from dateline.exchange.options import ReadOptions, WriteOptions
from dateline.exchange.problems import BadInput, ProblemKind
from dateline.exchange.safexml import without_forbidden
from dateline.model.annotation import Annotations, Annotator, Layer, Mention, Relation, TimeSource, TimeValue
from dateline.model.article import Article
from dateline.model.bundle import Bundle, Frame
from dateline.model.text import Span
from tests.exchange.bundles import projects
from tests.exchange.foreign import modified_projects
from tests.exchange.rich import RICH

TIMEML = format_named("timeml")
UNHURRIED = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None, max_examples=80
)
WHO = Annotator("w", "Ada")
TEXT = "Ministers met on 19 April 2018 & said\r\nthey will meet again 😀."
NOT_HELD = {
    "entities (TimeML has no tag for them)", "discontinuous spans", "spans that overlap others"
}  # fmt: skip


def written(tmp_path, *bundles, **options):
    folder = tmp_path / "tml"
    if folder.exists():
        for file in folder.iterdir():
            file.unlink()
    return folder, TIMEML.write(folder, Frame(), bundles, WriteOptions(**options))


def at(words, start=0):
    return Span(TEXT.index(words, start), TEXT.index(words, start) + len(words))


def sample():
    mentions = (
        Mention("m1", "a", "w", Layer.EVENT, "OCCURRENCE", (at("met"),), {"tense": "PAST", "colour": "red"}),
        Mention("m2", "a", "w", Layer.TIME, "DATE", (at("19 April 2018"),), {"functionInDocument": "PUBLICATION_TIME"}),
        Mention("m3", "a", "w", Layer.EVENT, "SAY", (at("said"),)),
        Mention("m4", "a", "w", Layer.EVENT, "I_STATE", (at("meet again"),), {"modality": "will", "polarity": "POS"}),
        Mention("m5", "a", "w", Layer.ENTITY, "ORG", (at("Ministers"),)),
    )
    times = (TimeValue("m2", "2018-04-19", None, "APPROX", TimeSource.IMPORT),)
    relations = (
        Relation("r1", "a", "w", "IS_INCLUDED", "m1", "m2"),
        Relation("r2", "a", "w", "EVIDENTIAL", "m3", "m4"),
        Relation("r3", "a", "w", "CAUSES", "m1", "m3"),
    )
    article = Article("a", TEXT, title="T & <x>", published="2018-04-19", origin="a.txt")
    return Bundle(article, WHO, annotations=Annotations(mentions, times, relations=relations))


def assert_valid(path):
    """The rules of TimeML 1.2.1 that a schema can check: what must be there, of which values, and what points where."""
    root = ET.parse(path).getroot()
    ids = {"EVENT": set(), "TIMEX3": set(), "MAKEINSTANCE": set()}
    for element in root.iter():
        given = element.attrib
        if element.tag == "EVENT":
            assert re.fullmatch(r"e\d+", given["eid"])
            assert given["class"] in terms.CLASSES
            ids["EVENT"].add(given["eid"])
        elif element.tag == "TIMEX3":
            assert re.fullmatch(r"t\d+", given["tid"])
            assert given["type"] in terms.TYPES
            assert given["value"]
            assert given.get("mod", "APPROX") in terms.MODS
            ids["TIMEX3"].add(given["tid"])
        if element.tag in ("EVENT", "TIMEX3"):
            assert len(element) == 0, "tags lie inside each other"
            assert element.text
    for element in root.iter("MAKEINSTANCE"):
        given = element.attrib
        assert given["eventID"] in ids["EVENT"]
        assert all(given[n] in values for n, (values, _) in terms.INSTANCE.items() if values)
        ids["MAKEINSTANCE"].add(given["eiid"])
    assert len(ids["MAKEINSTANCE"]) == len(ids["EVENT"])
    links = {"TLINK": terms.TLINKS, "SLINK": terms.SLINKS, "ALINK": terms.ALINKS}
    for element in (e for e in root.iter() if e.tag in links):
        given = dict(element.attrib)
        assert given.pop("relType") in links[element.tag]
        assert re.fullmatch(r"l\d+", given.pop("lid"))
        assert len(given) == 2
        for name, value in given.items():
            assert value in ids["TIMEX3" if name in ("timeID", "relatedToTime") else "MAKEINSTANCE"]
    return root


def test_what_is_written_is_valid_and_says_it_all(tmp_path):
    folder, report = written(tmp_path, sample())
    root = assert_valid(folder / "a.tml")
    text = root.find("TEXT")
    assert "".join(text.itertext()) == TEXT
    assert [(e.tag, e.text, e.get("class") or e.get("value")) for e in text] == [
        ("EVENT", "met", "OCCURRENCE"), ("TIMEX3", "19 April 2018", "2018-04-19"),
        ("EVENT", "said", "OCCURRENCE"), ("EVENT", "meet again", "I_STATE"),
    ]  # fmt: skip
    assert root.find("DCT/TIMEX3").get("functionInDocument") == "CREATION_TIME"
    assert root.find("MAKEINSTANCE").attrib == {
        "eiid": "ei1", "eventID": "e1", "tense": "PAST", "aspect": "NONE", "polarity": "POS", "pos": "VERB"
    }  # fmt: skip
    assert root.find("TLINK").attrib == {
        "lid": "l1", "relType": "IS_INCLUDED", "eventInstanceID": "ei1", "relatedToTime": "t2"
    }  # fmt: skip
    assert root.find("SLINK").get("subordinatedEventInstance") == "ei4"
    assert {(x.kind, x.count) for x in report.losses} == {
        ("entities (TimeML has no tag for them)", 1), ("attributes", 1), ("states of articles", 1), ("annotators", 1),
        ("labels that TimeML does not have (written as its own)", 1), ("relations that TimeML does not have", 1),
        ("intervals that the values of times do not say", 1),
    }  # fmt: skip


def test_what_was_written_is_read_back(tmp_path):
    folder, _ = written(tmp_path, sample())
    assert recognised(folder).name == recognised(folder / "a.tml").name == "timeml"
    (got,) = TIMEML.read(folder)
    found = got.annotations
    assert (got.article.text, got.article.title, got.article.published) == (TEXT, "T & <x>", "2018-04-19")
    assert [(m.text_of(TEXT), m.label, m.attributes) for m in found.mentions] == [
        ("met", "OCCURRENCE", {"tense": "PAST"}),
        ("19 April 2018", "DATE", {"functionInDocument": "PUBLICATION_TIME"}),
        ("said", "OCCURRENCE", {}),
        ("meet again", "I_STATE", {"modality": "will"}),
    ]
    assert [(t.value, t.mod) for t in found.times] == [("2018-04-19", "APPROX")]
    assert [r.label for r in found.relations] == ["IS_INCLUDED", "EVIDENTIAL"]


@given(project=st.one_of(projects(), modified_projects()))
@example(project=RICH)
@UNHURRIED
def test_everything_is_held_or_reported(tmp_path, project):
    _, bundles = project
    folder, report = written(tmp_path, *bundles, boilerplate=True)
    lost = {str(x.kind): x.count for x in report.losses}
    if not bundles:
        return
    for path in folder.iterdir():
        assert_valid(path)
    got = {b.article.meta["docid"]: [] for b in TIMEML.read(folder)}
    for b in sorted(TIMEML.read(folder), key=lambda b: (len(b.article.origin), b.article.origin)):  # as written
        got[b.article.meta["docid"]].append(b)
    mentions = relations = unsaid = unmodified = 0
    for before in bundles:
        after = got[without_forbidden(before.article.id)].pop(0)
        held = {(m.layer, m.fragments) for m in before.annotations.mentions}
        assert {(m.layer, m.fragments) for m in after.annotations.mentions} <= held
        assert after.article.text == without_forbidden(before.article.text)
        assert after.article.title == without_forbidden(before.article.title)
        spans = [m.span for m in after.annotations.mentions]
        assert all(a.end <= b.begin for a, b in pairwise(spans))
        mentions += len(spans)
        relations += len(after.annotations.relations)
        for was, now in times_of_both(before, after):
            unsaid += now[0] != was[0]
            unmodified += now[1] != was[1]
            assert now[0] in (was[0], "")
            assert now[1] in (was[1], "")
    everything = [b.annotations for b in bundles]
    assert mentions + sum(lost.get(kind, 0) for kind in NOT_HELD) == sum(len(f.mentions) for f in everything)
    assert relations + lost.get("relations that TimeML does not have", 0) == sum(len(f.relations) for f in everything)
    assert unsaid == lost.get("values of times that TIMEX3 cannot hold", 0)
    assert unmodified == lost.get("modifiers that TIMEX3 does not have", 0)


@pytest.mark.parametrize(
    ("value", "mod", "said"),
    [
        ("2018-04-19", "APPROX", ("2018-04-19", "APPROX")),
        ("", "APPROX", ("", "APPROX")),
        ("PRESENT_REF", "", ("PRESENT_REF", "")),
        ("PAST_REF", "", ("PAST_REF", "")),
        ("XXXX-WXX-1", "", ("XXXX-WXX-1", "")),
    ],
)
def test_a_time_comes_back_with_whatever_it_says(tmp_path, value, mod, said):
    whole = sample()
    times = (TimeValue("m2", value, None, mod, TimeSource.IMPORT),)
    folder, report = written(tmp_path, replace(whole, annotations=replace(whole.annotations, times=times)))
    assert "values of times that TIMEX3 cannot hold" not in {str(x.kind) for x in report.losses}
    assert_valid(folder / "a.tml")
    (got,) = TIMEML.read(folder)
    assert [(t.value, t.mod) for t in got.annotations.times] == [said]


def times_of_both(before, after):
    """Yield value and modifier of each time that came back, as they were and as they are."""
    was, now = ({t.id: (t.value, t.mod) for t in b.annotations.times} for b in (before, after))
    for m in after.annotations.mentions:
        if m.layer is Layer.TIME:
            first = next(b for b in before.annotations.mentions if (b.layer, b.fragments) == (m.layer, m.fragments))
            yield was[first.id], now[m.id]


TIMEBANK = """<?xml version="1.0" ?>
<!DOCTYPE TimeML SYSTEM "TimeML.dtd">
<TimeML>
<DOCNO> ABC19980108 </DOCNO>
<s><TIMEX3 tid="t9" type="DATE" value="1998-01-08" functionInDocument="CREATION_TIME">01/08/1998</TIMEX3></s>
<s>They <EVENT eid="e1" class="REPORTING">said</EVENT> it <SIGNAL sid="s1">on</SIGNAL>
<TIMEX3 tid="t1" type="DATE" value="XXXX-XX-XX"><EVENT eid="e2" class="OCCURRENCE">Monday</EVENT></TIMEX3>.</s>
<EVENT eid="e3" class="STATE"/>
<MAKEINSTANCE eventID="e1" eiid="ei1" tense="PAST" aspect="NONE" polarity="NEG" pos="NOUN"/>
<MAKEINSTANCE eventID="e1" eiid="ei2" tense="NONE" aspect="NONE" polarity="POS" pos="VERB"/>
<MAKEINSTANCE eventID="e9" eiid="ei9" tense="NONE" aspect="NONE" polarity="POS" pos="VERB"/>
<TLINK lid="l1" relType="BEFORE" eventInstanceID="ei2" relatedToTime="t1" signalID="s1"/>
<TLINK lid="l2" relType="BEFORE" eventInstanceID="ei1" relatedToTime="t0"/>
<TLINK lid="l3" relType="AFTER" eventID="e1" relatedToEvent="e2"/>
</TimeML>
"""


def test_files_of_timebank_are_read(tmp_path):
    (tmp_path / "a.xml").write_text(TIMEBANK)
    reader = TIMEML.read(tmp_path / "a.xml", ReadOptions(labels={}))
    (got,) = reader
    text, found = got.article.text, got.annotations
    assert text.startswith("ABC19980108")
    assert text.endswith("Monday.")
    assert got.article.published == "1998-01-08"
    assert [(m.text_of(text), m.label, m.attributes) for m in found.mentions] == [
        ("01/08/1998", "DATE", {"functionInDocument": "CREATION_TIME"}),
        ("said", "REPORTING", {"tense": "PAST", "polarity": "NEG", "pos": "NOUN"}),
        ("Monday", "DATE", {}),
        ("Monday", "OCCURRENCE", {}),
    ]
    assert [r.label for r in found.relations] == ["BEFORE", "AFTER"]
    assert [t.value for t in found.times] == ["1998-01-08", ""]
    told = [n.what for n in reader.notices]
    assert "1 TLINK without a type or an end in the text were passed over" in told
    assert "1 further instances of one event were joined to its first" in told
    assert "1 EVENT tags without text were passed over" in told


@pytest.mark.parametrize(
    ("content", "line", "what"),
    [
        ("<TimeML><TEXT>a<EVENT></TEXT></TimeML>", 1, "mismatched tag"),
        ("<html>\n</html>", 1, "expected the element TimeML"),
        ("<TimeML><TEXT></TEXT></TimeML>", None, "holds no text"),
        ('<!DOCTYPE TimeML [\n<!ENTITY a "aa">]><TimeML>&a;</TimeML>', 2, "declares an entity"),
        ("<TimeML>" + "<s>" * 5000, 1, "200 elements lie inside"),
    ],
)
def test_bad_files_are_named_with_their_line(tmp_path, content, line, what):
    (tmp_path / "bad.tml").write_text(content)
    with pytest.raises(BadInput, match=what) as caught:
        list(TIMEML.read(tmp_path))
    (problem,) = caught.value.problems
    assert (problem.file, problem.line) == (f"{tmp_path.name}/bad.tml", line)


def test_a_label_of_another_layer_is_refused(tmp_path):
    folder, _ = written(tmp_path, sample())
    with pytest.raises(BadInput, match="the label DATE is for entity in the schema, not for time") as caught:
        list(TIMEML.read(folder, ReadOptions(labels={"DATE": Layer.ENTITY})))
    assert caught.value.problems[0].kind is ProblemKind.UNKNOWN_LABEL


def test_signals_are_told(tmp_path):
    path = tmp_path / "a.tml"
    path.write_text("<TimeML><TEXT>Met <SIGNAL sid='s1'>on</SIGNAL> Monday.</TEXT></TimeML>")
    reader = TIMEML.read(path)
    assert [b.article.text for b in reader] == ["Met on Monday."]
    assert [n.what for n in reader.notices] == ["1 SIGNAL tags were passed over"]


def test_tags_outside_of_the_text_are_told(tmp_path):
    path = tmp_path / "x.tml"
    path.write_text(
        '<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2018-04-19" functionInDocument="CREATION_TIME">x</TIMEX3>'
        '</DCT><TITLE>Envoys <EVENT eid="e9" class="OCCURRENCE">met</EVENT></TITLE><TEXT>They spoke.</TEXT></TimeML>',
        "utf-8",
    )
    reader = TIMEML.read(path)
    assert [b.article.title for b in reader] == ["Envoys met"]
    assert [n.what for n in reader.notices] == ["1 EVENT tags outside of TEXT, in TITLE, were passed over"]
