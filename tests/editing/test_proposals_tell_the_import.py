"""Whatever labels are proposed for those of a source, the preview counts what the import then brings."""

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.editing.importing import import_sources
from dateline.editing.preview import preview_sources
from dateline.exchange.options import ReadOptions
from dateline.model.annotation import Layer
from dateline.model.ids import new_id
from dateline.model.schema import LabelType, Role, Schema
from dateline.store.project import Project

TEXT = "Ada met Bo in Oslo on Friday. Eva is from Rome."
WORDS = ("Ada", "met", "Oslo", "Eva", "Rome", "Friday")
HERE = {
    Layer.EVENT: ("Meeting", "LOC"),
    Layer.ENTITY: ("PERSON", "LOC", "place"),
    Layer.TIME: ("DATE",),
    Layer.RELATION: ("Place", "per"),
}
LABELS = ("meet", "Meeting", "PER", "loc", "timex3", "MISC")
LINKS = ("place", "PER", "kin")
TYPES = st.lists(
    st.sampled_from([(layer, name) for layer, names in HERE.items() for name in names]), unique_by=lambda t: t[1]
)
SPAN = st.tuples(st.sampled_from(WORDS), st.sampled_from(LABELS))
RECORD = st.tuples(
    st.lists(SPAN, min_size=1, max_size=4, unique_by=lambda s: s[0]),
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.sampled_from(LINKS)), max_size=3),
    st.booleans(),
)  # fmt: skip


def _record(spans, links, other):
    text = f"{TEXT} Then?" if other else TEXT
    entities = [
        {"id": n, "label": label, "start_offset": text.index(w), "end_offset": text.index(w) + len(w)}
        for n, (w, label) in enumerate(spans)
    ]
    relations = [
        {"id": n, "from_id": a % len(spans), "to_id": b % len(spans), "type": label}
        for n, (a, b, label) in enumerate(links)
    ]
    return {"text": text, "entities": entities, "relations": relations, "annotator": "w"}


def _counts(found):
    return found.articles, found.known_articles, found.annotations_there, found.repeated, found.passed_over


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(
    types=TYPES,
    before=st.lists(RECORD, max_size=1),
    records=st.lists(RECORD, min_size=1, max_size=3),
    chosen=st.dictionaries(st.sampled_from((*LABELS, *LINKS)), st.just(""), max_size=2),
)
def test_the_preview_with_proposals_counts_what_the_import_brings(tmp_path_factory, types, before, records, chosen):
    folder = tmp_path_factory.mktemp("p")
    made = [
        LabelType(new_id(), layer, name, position=n, roles=(Role("place"),) if layer is Layer.EVENT else ())
        for n, (layer, name) in enumerate(types)
    ]
    with Project.create(folder / "p.dateline", Schema(types=tuple(made))) as project:
        paths = []
        for name, some in (("before", before), ("now", records)):
            paths.append(folder / f"{name}.jsonl")
            paths[-1].write_text("".join(json.dumps(_record(*r)) + "\n" for r in some), encoding="utf-8")
        options = ReadOptions(skip_bad=True)
        if before:
            import_sources(project, paths[:1], options, "doccano", add_labels=True)
        found = preview_sources(project, paths[1:], options, "doccano", chosen, propose=True)
        report = import_sources(project, paths[1:], options, "doccano", add_labels=True, mapping=found.mapping)
        assert _counts(found) == _counts(report)
        assert (found.new_annotations, found.annotations, found.adds) == (
            report.annotations,
            report.come,
            report.records,
        )
        assert tuple(found.lacking) == report.labels_added
        assert before or not report.annotations_there
        assert report.annotations + report.annotations_there + report.repeated + report.passed_over == report.come
        assert sum(group.count for group in found.problems) == sum(p.count for p in report.left_out)


def test_a_link_that_is_proposed_to_be_a_relation_is_none_of_an_events_roles(tmp_path):
    """It was counted as a role of the event, and came in as a relation."""
    types = (
        LabelType(new_id(), Layer.EVENT, "Meeting", roles=(Role("place"),)),
        LabelType(new_id(), Layer.ENTITY, "PERSON", position=1),
        LabelType(new_id(), Layer.ENTITY, "LOC", position=2),
        LabelType(new_id(), Layer.RELATION, "Place", position=3),
    )
    spans = [("met", "Meeting"), ("Oslo", "LOC"), ("Eva", "PER"), ("Rome", "LOC")]
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps(_record(spans, [(0, 1, "place"), (2, 3, "place")], other=False)), encoding="utf-8")
    with Project.create(tmp_path / "p.dateline", Schema(types=types)) as project:
        found = preview_sources(project, [path], ReadOptions(), "doccano", propose=True)
        assert found.mapping == {"PER": "PERSON", "place": "Place"}
        report = import_sources(project, [path], ReadOptions(), "doccano", mapping=found.mapping)
        assert (found.new_annotations, found.adds) == (report.annotations, report.records) == (6, 6)
