"""WebAnno TSV: the rules that INCEpTION's reader goes by, and files as INCEpTION writes them."""

import shutil
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from dateline.editing.importing import import_sources
from dateline.exchange.formats import format_named, recognised
from dateline.exchange.formats.webanno import escapes
from dateline.exchange.intake import FIELDS
from dateline.exchange.options import ReadOptions, WriteOptions
from dateline.exchange.problems import BadInput
from dateline.model.annotation import (
    Annotations,
    Annotator,
    AnnotatorKind,
    Argument,
    Layer,
    Mention,
    Relation,
    TimeSource,
    TimeValue,
)
from dateline.model.article import Article, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.registry import Entity
from dateline.model.schema import Attribute, LabelType, Schema
from dateline.model.text import Span
from dateline.store.project import Project
from tests.exchange.bundles import projects
from tests.exchange.foreign import modified_projects
from tests.exchange.rich import RICH
from tests.exchange.shapes import everything

WEBANNO = format_named("webanno")
UNHURRIED = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None, max_examples=80
)
WHO = Annotator("w", "Ada")
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
TEXT = "😀 Ministers met.\nThey  agreed\u00a0on a_plan in postwar Rome. \r\nDone."


def at(words):
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def sample():
    attributes = {"modality": "as;ser|ted", "colour": "red"}
    mentions = (
        Mention("m1", "a", "w", Layer.ENTITY, "PER", (at("Ministers"),)),
        Mention("m2", "a", "w", Layer.EVENT, "ME_ET", (at("met"),), attributes),
        Mention("m3", "a", "w", Layer.ENTITY, "GPE", (at("postwar Rome"),), {}, "e"),
        Mention("m4", "a", "w", Layer.ENTITY, "GPE", (at("Rome"),)),
        Mention("m5", "a", "w", Layer.TIME, "DATE", (at("war"),)),
        Mention("m6", "a", "w", Layer.ENTITY, "X", (at("agreed\u00a0"),)),
    )
    annotations = Annotations(
        mentions,
        (TimeValue("m5", "1939", None, "BEFORE", TimeSource.IMPORT),),
        (Argument("a1", "m2", "Agent", "m1"), Argument("a2", "m2", "Place", "m4")),
        (Relation("r1", "a", "w", "IN", "m2", "m4"), Relation("r2", "a", "w", "OF", "m4", "m3")),
    )
    return Bundle(Article("a", TEXT, origin="a.txt"), WHO, annotations=annotations)


MEET = LabelType("t", Layer.EVENT, "ME_ET", attributes=(Attribute("modality"),))
FRAME = Frame(schema=Schema(types=(MEET,)), entities=(Entity("e", "Rome", external_id="Q220"),))


def written(tmp_path, *bundles, frame=FRAME, **options):
    folder = tmp_path / "tsv"
    if folder.exists():
        for file in folder.iterdir():
            file.unlink()
    return folder, WEBANNO.write(folder, frame, bundles, WriteOptions(**options))


def rows(path):
    lines = path.read_text("utf-8").split("\n")
    return [line.split("\t") for line in lines if line[:1].isdigit()]


def test_columns_stacks_sub_tokens_and_utf16(tmp_path):
    folder, report = written(tmp_path, sample())
    lines = (folder / "a.tsv").read_bytes().decode().split("\n")
    assert lines[:7] == [
        "#FORMAT=WebAnno TSV 3.3",
        "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value",
        "#T_SP=webanno.custom.Time|mod|timex|value",
        "#T_SP=webanno.custom.Event|value|modality|ROLE_webanno.custom.Event:arguments_webanno.custom."
        "EventArgumentsLink|uima.tcas.Annotation",
        "#T_RL=webanno.custom.Relation|value|BT_uima.tcas.Annotation",
        "",
        "",
    ]
    assert [line for line in lines if line.startswith("#Text=")] == [
        "#Text=😀 Ministers met.",  # the line end behind it is what a reader puts there anyway
        "#Text=They  agreed\u00a0on a_plan in postwar Rome. \\r",
        "#Text=",
        "#Text=Done.",
    ]
    by_token = {row[2]: row for row in rows(folder / "a.tsv")}
    assert by_token["😀"][:2] == ["1-1", "0-2"]
    assert by_token["Ministers"][:5] == ["1-2", "3-12", "Ministers", "*[1]", "PER[1]"]
    assert by_token["met"][8:12] == ["ME\\_ET[2]", "as\\;ser\\|ted[2]", "Agent;Place[2]", "1-2[1];2-9[4]"]
    assert by_token["Rome"][3:5] == ["Q220[3]|*[4]", "GPE[3]|GPE[4]"]
    assert by_token["war"][0] == "2-8.1"
    assert by_token["war"][5:8] == ["BEFORE", "1939", "DATE"]
    assert by_token["postwar"][12:14] == ["OF", "2-9[4_3]"]
    assert by_token["Rome"][12:14] == ["IN", "1-3[2_4]"]
    assert all(row[-1] == "" for row in rows(folder / "a.tsv")), "INCEpTION ends every line with a tab"
    kinds = {str(x.kind): x.count for x in report.losses}
    assert kinds["white space at the edges of spans"] == 1
    assert kinds["attributes"] == 1
    assert kinds["names of entities"] == 1


def test_what_was_written_is_read_back(tmp_path):
    folder, _ = written(tmp_path, sample())
    assert recognised(folder).name == recognised(folder / "a.tsv").name == "webanno"
    frame, (got,) = everything(WEBANNO.read(folder))
    found = got.annotations
    assert got.article.text == TEXT
    assert [(m.text_of(TEXT), m.layer, m.label, m.attributes) for m in found.mentions] == [
        ("Ministers", Layer.ENTITY, "PER", {}),
        ("met", Layer.EVENT, "ME_ET", {"modality": "as;ser|ted"}),
        ("agreed", Layer.ENTITY, "X", {}),
        ("postwar Rome", Layer.ENTITY, "GPE", {}),
        ("war", Layer.TIME, "DATE", {}),
        ("Rome", Layer.ENTITY, "GPE", {}),
    ]
    by_id = {m.id: m.text_of(TEXT) for m in found.mentions}
    assert [(a.role, by_id[a.filler_id]) for a in found.arguments] == [("Agent", "Ministers"), ("Place", "Rome")]
    assert sorted((r.label, by_id[r.source_id], by_id[r.target_id]) for r in found.relations) == [
        ("IN", "met", "Rome"), ("OF", "Rome", "postwar Rome")
    ]  # fmt: skip
    assert [(t.value, t.mod) for t in found.times] == [("1939", "BEFORE")]
    assert [e.external_id for e in frame.entities] == ["Q220"]


@pytest.mark.parametrize("part", ["value", "mod", "role", "relation"])
def test_a_line_end_in_what_a_column_holds_is_written_as_a_space_and_listed(tmp_path, part):
    whole = sample()
    found = whole.annotations

    def broken(said, here):
        return f"A{RETURN}B" if part == here else said

    (time,) = found.times
    annotations = replace(
        found,
        times=(replace(time, value=broken(time.value, "value"), mod=broken(time.mod, "mod")),),
        arguments=tuple(replace(a, role=broken(a.role, "role")) for a in found.arguments[:1]),
        relations=tuple(replace(r, label=broken(r.label, "relation")) for r in found.relations[:1]),
    )
    folder, report = written(tmp_path, replace(whole, annotations=annotations))
    assert {str(x.kind): x.count for x in report.losses}[LINE_ENDS] == 1
    (got,) = WEBANNO.read(folder)
    assert "A B" in " ".join(values_of(got))


@pytest.mark.parametrize(("value", "mod"), [("1939", "BEFORE"), ("", "BEFORE"), ("PAST_REF", "")])
def test_a_time_is_read_with_whatever_it_says(tmp_path, value, mod):
    whole = sample()
    time = TimeValue("m5", value, None, mod, TimeSource.IMPORT)
    folder, _ = written(tmp_path, replace(whole, annotations=replace(whole.annotations, times=(time,))))
    (got,) = WEBANNO.read(folder)
    assert [(t.value, t.mod) for t in got.annotations.times] == [(value, mod)]


@given(value=ANY_TEXT, text=ANY_TEXT, values=st.lists(st.text("ab\\|;[]_*->\t\n", min_size=1, max_size=4), min_size=1))
def test_escapes_come_back(value, text, values):
    assert escapes.unescaped_value(escapes.escaped_value(value)) == value
    assert escapes.unescaped_text(escapes.escaped_text(text)) == text
    assert "\n" not in escapes.escaped_text(text) + escapes.escaped_value(value)
    for separator, split in (("|", escapes.stacked), (";", escapes.slots)):
        joined = separator.join(map(escapes.escaped_value, values))
        assert [escapes.unescaped_value(v) for v in split(joined)] == values


EDGES = "control characters and white space at the edges of facts"
COLUMNS = "further columns whose names a table cannot hold"


RETURN = "\r"
LINE_ENDS = "line ends in values (written as spaces)"


def said_of(bundles):
    """Return the values and modifiers of times, roles and labels of relations, as they can be written."""
    return sorted(said.replace(RETURN, " ") for b in bundles for said in values_of(b))


def values_of(bundle):
    found = bundle.annotations
    times = (f"{t.value}|{t.mod}" for t in found.times if t.value or t.mod)
    return [*times, *(a.role for a in found.arguments), *(r.label for r in found.relations)]


def page(bundle):
    """Return what the table beside the files says of a page, as something to sort by."""
    article, who = bundle.article, bundle.annotator
    fields = [getattr(article, name) for name in FIELDS]
    return repr(
        (
            fields,
            sorted((key, value) for key, value in article.meta.items() if value),
            who and (who.name, who.kind),
            bundle.state if who else None,
        )
    )


@given(project=st.one_of(projects(), modified_projects()))
@example(project=RICH)
@UNHURRIED
def test_everything_is_held_or_reported(tmp_path, project):
    frame, bundles = project
    folder, report = written(tmp_path, *bundles, frame=frame, boilerplate=True)
    lost = {str(x.kind): x.count for x in report.losses}
    reader = WEBANNO.read(folder)
    if not list(folder.iterdir()):
        return
    _, got = everything(reader)
    assert reader.problems == []
    assert len(got) + lost.get("articles without a word", 0) == len(bundles)

    def loose(text):
        return len(text) - len(text.lstrip()), text.lstrip()

    wanted = sorted(loose(b.article.text) for b in bundles)
    back = sorted(loose(b.article.text) for b in got)
    assert all(text in wanted for text in back)
    count = sum(
        len(b.annotations.mentions) for b in bundles if any(c.isalnum() or not c.isspace() for c in b.article.text)
    )
    assert sum(len(b.annotations.mentions) for b in got) + lost.get("spans that hold no word", 0) == count
    if not lost.keys() & {"spans that hold no word", "articles without a word"}:
        for name in ("arguments", "relations"):
            everywhere = sum(len(getattr(b.annotations, name)) for b in bundles)
            assert sum(len(getattr(b.annotations, name)) for b in got) == everywhere
    if not lost.keys() & {"spans that hold no word", "articles without a word"}:
        assert said_of(got) == said_of(bundles)
        assert LINE_ENDS in lost or not any(RETURN in said for b in bundles for said in values_of(b))
        more = [v for b in bundles for m in b.annotations.mentions for v in m.attributes.values() if frame.schema]
        more += [v for b in bundles for v in values_of(b)] + [e.external_id for e in frame.entities]
        assert LINE_ENDS not in lost or any(RETURN in said for said in more)
    if not lost.keys() & {EDGES, COLUMNS, "articles without a word"}:
        assert sorted(map(page, got)) == sorted(map(page, bundles))
    trimmed = lost.get("white space at the edges of spans", 0)
    before = sorted((str(m.layer), m.label, m.span) for b in bundles for m in b.annotations.mentions)
    after = sorted((str(m.layer), m.label, m.span) for b in got for m in b.annotations.mentions)
    assert sum(a not in before for a in after) <= trimmed


THREE = (WHO, Annotator("v", "Bo/x"), Annotator("u", "drafts", AnnotatorKind.MODEL))


def several(tmp_path):
    """Export two articles by one name, of which three annotators tagged one word each; return the folder."""
    bundles = [
        Bundle(
            Article(n, f"Ada met Bo in {n}.", "The talks", "2018-04-19", origin="talks.txt", meta={"desk": n}),
            who,
            State.SKIPPED if i else State.DONE,
            Annotations((Mention(f"{n}{i}", n, who.id, Layer.ENTITY, "PER", (Span(4 * i, 4 * i + 2),)),)),
        )
        for n in ("Oslo", "Rome")
        for i, who in enumerate(THREE)
    ]
    folder, _ = written(tmp_path, *bundles, frame=Frame(annotators=THREE))
    return folder, sorted((*told(b), [m.span for m in b.annotations.mentions]) for b in bundles)


def told(bundle):
    return bundle.article.text, page(bundle)


@pytest.mark.parametrize("packed", ["", ".", "tsv"])
def test_what_several_annotators_did_comes_back_as_theirs(tmp_path, packed):
    source, expected = several(tmp_path)
    if packed:
        source = Path(shutil.make_archive(str(tmp_path / "sent"), "zip", source if packed == "." else tmp_path, "."))
    assert recognised(source).name == "webanno"
    got = list(WEBANNO.read(source))
    assert sorted((*told(b), [m.span for m in b.annotations.mentions]) for b in got) == expected
    assert {b.article.origin for b in got} == {"talks.txt"}
    assert len({b.article.id for b in got}) == 2


def test_a_name_in_brackets_makes_no_annotator(tmp_path):
    folder, _ = several(tmp_path)
    (folder / "articles.csv").unlink()
    assert {b.annotator.name for b in WEBANNO.read(folder)} == {"tsv"}


def test_a_file_that_the_table_does_not_have_is_the_imports(tmp_path):
    folder, _ = several(tmp_path)
    (folder / "talks (Ada).tsv").rename(folder / "talks (Eve).tsv")
    assert [b.annotator.name for b in WEBANNO.read(folder)].count("tsv") == 1


def test_a_name_in_another_form_of_unicode_is_the_same(tmp_path):
    """Macs take letters and their accents apart in names of files."""
    who = (Annotator("w", "Çağla"), Annotator("v", "Bo"))
    bundles = [Bundle(Article("a", "Ada met Bo.", origin="Görüşme.txt"), one, State.DONE) for one in who]
    folder, _ = written(tmp_path, *bundles, frame=Frame(annotators=who))
    for file in folder.glob("*.tsv"):
        file.rename(folder / unicodedata.normalize("NFD", file.name))
    assert sorted(b.annotator.name for b in WEBANNO.read(folder)) == ["Bo", "Çağla"]


def test_a_table_that_is_none_is_told_and_passed_over(tmp_path):
    folder, _ = several(tmp_path)
    (folder / "articles.csv").write_text("name,annotator\ntalks (Ada).tsv,Ada\n")
    reader = WEBANNO.read(folder)
    assert {b.annotator.name for b in reader} == {"tsv"}
    assert next((n.file, n.what) for n in reader.notices) == ("articles.csv", "is passed over: has no column file")


INCEPTION = (
    "#FORMAT=WebAnno TSV 3.3\n"
    "#T_CH=de.tudarmstadt.ukp.dkpro.core.api.coref.type.CoreferenceLink|referenceType|referenceRelation\n"
    "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|PosValue\n"
    "#T_SP=webanno.custom.Person|\n"
    "#T_SP=webanno.custom.AttackEvent|category|ROLE_webanno.custom.AttackEvent:victim_webanno.custom.VictimLink"
    "|webanno.custom.Person\n"
    "#T_RL=webanno.custom.Kin|degree|BT_webanno.custom.Person\n"
    "\n\n"
    "#Sentence.id=s1\n"
    "#Text=Ann hit\n"
    "#Text=Bob Ray.\n"
    "1-1\t0-3\tAnn\t*[1]\t*->1-1\tNNP\t*\t_\t_\t_\t_\t_\t\n"
    "1-2\t4-7\thit\t_\t_\tVBD\t_\tATTACK\t*\t1-3[2]\t_\t_\t\n"
    "1-3\t8-11\tBob\t_\t_\tNNP\t*[2]\t_\t_\t_\tsiblings\t1-1[0_2]\t\n"
    "1-4\t12-15\tRay\t_\t_\tNNP\t*[2]\t_\t_\t_\t_\t_\t\n"
    "1-5\t15-16\t.\t_\t_\t.\t_\t_\t_\t_\t_\t_\t\n"
    "\n"
    "#Text=  So what?\n"
    "2-1\t19-21\tSo\t_\t_\tRB\t_\t_\t_\t_\t_\t_\t\n"
)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_files_of_inception_are_read(tmp_path, line_end):
    path = tmp_path / "report.tsv"
    path.write_bytes(INCEPTION.replace("\n", line_end).encode())
    reader = WEBANNO.read(path, ReadOptions(labels={}))
    (got,) = reader
    text, found = got.article.text, got.annotations
    assert text == "Ann hit\nBob Ray.\n  So what?"
    assert [(m.text_of(text), m.label, m.layer) for m in found.mentions] == [
        ("Ann", "Person", Layer.ENTITY), ("hit", "ATTACK", Layer.EVENT), ("Bob Ray", "Person", Layer.ENTITY)
    ]  # fmt: skip
    by_id = {m.id: m.text_of(text) for m in found.mentions}
    assert [(a.role, by_id[a.filler_id]) for a in found.arguments] == [("victim", "Bob Ray")]
    assert [(by_id[r.source_id], by_id[r.target_id]) for r in found.relations] == [("Ann", "Bob Ray")]
    told = " ".join(n.what for n in reader.notices)
    assert "POS is no layer taken here" in told
    assert "CoreferenceLink is no layer taken here" in told


@pytest.mark.parametrize(
    ("content", "line", "what"),
    [
        ("#FORMAT=CoNLL\n", 1, "expected #FORMAT=WebAnno TSV 3.3"),
        ("#FORMAT=WebAnno TSV 3.3\n#T_SP=\n", 2, "names no layer"),
        ("#FORMAT=WebAnno TSV 3.3\n#T_SP=x.Y|value\n\n\n1-1\t0-1\ta\t_\t\n", 5, "before any #Text="),
        ("#FORMAT=WebAnno TSV 3.3\n#T_SP=x.Y|value\n\n#Text=a\n1-1\t0-1\ta\n", 5, "has 3 columns, expected 4"),
        ("#FORMAT=WebAnno TSV 3.3\n#T_SP=x.Y|value\n\n#Text=a\n1-1\t0:1\ta\t_\n", 5, "is no place in the text"),
        ("#FORMAT=WebAnno TSV 3.3\n#T_SP=x.Y|value\n\n#Text=a\n1-1\t0-9\ta\tB\n", 5, "outside the text"),
        ("#FORMAT=WebAnno TSV 3.3\n#T_SP=x.Y|value\n\n#Text=a\n1-1\t9999999-9999999\ta\tB\n", 5, "begins at 9999999"),
        ("#FORMAT=WebAnno TSV 3.3\n\n", None, "holds no text"),
    ],
)
def test_bad_files_are_named_with_their_line(tmp_path, content, line, what):
    path = tmp_path / "bad.tsv"
    path.write_text(content)
    with pytest.raises(BadInput, match=what) as caught:
        list(WEBANNO.read(path))
    assert (caught.value.problems[0].file, caught.value.problems[0].line) == ("bad.tsv", line)


STACKED_LAYERS = """#FORMAT=WebAnno TSV 3.3
#T_SP=webanno.custom.Topic|value
#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value
#T_SP=webanno.custom.Event|value|ROLE_webanno.custom.Event:arguments_webanno.custom.EventArgumentsLink|{base}
#T_RL=webanno.custom.Relation|value|BT_{base}


#Text=Ann met Bob
1-1\t0-3\tAnn\tpeople\t_\tPERSON\t_\t_\t_\t_\t_\t
1-2\t4-7\tmet\ttalks\t_\t_\tMEET\tAgent;Other\t1-1;1-3\t_\t_\t
1-3\t8-11\tBob\tmen\t_\tPERSON\t_\t_\t_\tKNOWS\t1-1\t
"""


def test_without_a_number_the_layer_that_is_meant_is_found(tmp_path):
    """INCEpTION numbers only what is stacked in its own layer or longer than a token."""
    path = tmp_path / "a.tsv"
    base = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
    path.write_text(STACKED_LAYERS.format(base=base), "utf-8")
    (bundle,) = WEBANNO.read(path)
    found = {m.id: m.label for m in bundle.annotations.mentions}
    assert [(a.role, found[a.filler_id]) for a in bundle.annotations.arguments] == [
        ("Agent", "PERSON"), ("Other", "PERSON")
    ]  # fmt: skip
    assert [(found[r.source_id], r.label, found[r.target_id]) for r in bundle.annotations.relations] == [
        ("PERSON", "KNOWS", "PERSON")
    ]


@pytest.mark.parametrize("head", ["", "# de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity | value \n"])
def test_an_older_version_is_told_and_no_table(tmp_path, head):
    path = tmp_path / "a.tsv"
    path.write_text(f"{head}#id=1\n#text=Ann met Bob.\n1-1\tAnn\tB-PER\n")
    assert recognised(path).name == "webanno"
    with pytest.raises(BadInput, match="export it in that version"):
        list(format_named("webanno").read(path, ReadOptions()))


HEAD = "#FORMAT=WebAnno TSV 3.3\n#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|value\n\n\n"
TWO = (
    HEAD
    + "#Text=The U.N.\n1-1\t0-3\tThe\t_\n1-2\t4-8\tU.N.\tORG[1]\n\n#Text=Council 😀 met.\n2-1\t9-16\tCouncil\tORG[1]\n"
)
PLAIN = "The U.N. Council 😀 met."


def _project(folder, source, files=("ada", "bo")):
    for name, content in {"exportedproject.json": b"{}", "source/t.txt": source}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (folder / "annotation" / "t.txt").mkdir(parents=True)
    for name in files:
        (folder / "annotation" / "t.txt" / f"{name}.tsv").write_text(TWO, "utf-8")
    return folder


@pytest.mark.parametrize(
    ("source", "taken"),
    [
        (PLAIN, True),
        (PLAIN + "\r\n", True),
        (PLAIN.replace("Council ", "Council\n"), True),
        ("\ufeff" + PLAIN, True),
        (PLAIN.replace(" 😀", "  😀"), False),  # the offsets would lead elsewhere
        (PLAIN + " And more.", False),
        (PLAIN[:-3], False),
        ("", False),
        (b"\xff\xfe" + PLAIN.encode("utf-16-le"), False),
    ],
)
def test_the_text_is_that_of_the_projects_document_where_the_tokens_stand_in_it(tmp_path, source, taken):
    data = source if isinstance(source, bytes) else source.encode()
    reader = WEBANNO.read(_project(tmp_path / "p", data), ReadOptions())
    got = list(reader)
    text = source.removeprefix("\ufeff") if taken else PLAIN.replace("N. ", "N.\n")
    assert {b.article.text for b in got} == {text}
    assert {m.text_of(text) for b in got for m in b.annotations.mentions} == {text[4:16]}
    assert [n.file for n in reader.notices] == ([] if taken else ["p/annotation/t.txt/ada.tsv"])  # once


def test_a_text_that_is_there_is_joined_by_one_made_of_sentences(tmp_path):
    (tmp_path / "t.txt").write_text(PLAIN, "utf-8")
    (tmp_path / "ada.tsv").write_text(TWO, "utf-8")
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        for name in ("t.txt", "ada.tsv"):
            import_sources(project, [tmp_path / name], ReadOptions(), add_labels=True)
        (got,) = project.annotations.bundles()
        assert [m.text_of(got.article.text) for m in got.annotations.mentions] == ["U.N. Council"]


def test_files_named_for_annotators_without_folders_that_say_so_are_told_what_keeps_the_names(tmp_path):
    for name in ("ada", "bo"):
        (tmp_path / f"{name}.tsv").write_text(TWO, "utf-8")
    reader = WEBANNO.read(tmp_path, ReadOptions())
    assert len({b.annotator.name for b in reader}) == 1
    (told,) = [n for n in reader.notices if "article of its own" in n.what]
    assert "annotation/TEXT/ANNOTATOR" in str(told.what_to_do)
    assert "--annotator NAME" in str(told.what_to_do)
