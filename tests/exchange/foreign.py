"""What the tests of other tools' formats share: projects to write, pages to compare, files to break."""

import random

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from dateline.exchange.formats import format_named
from dateline.exchange.options import ReadOptions, WriteOptions
from dateline.exchange.problems import BadInput, Undecided
from dateline.model.annotation import Annotations, AnnotatorKind, Layer
from dateline.model.text import Span
from tests.exchange.bundles import LABELS, NAMES, projects
from tests.exchange.test_fuzz import mutated

KNOWN = {name: layer for layer, names in LABELS.items() for name in names}
THOROUGH = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
    deadline=None,
    max_examples=100,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking a whole project takes minutes
)

# Damaged files of what chance draws, whatever is read: the 2,000 that differ are counted in test_fuzz_tools.
BREAKING = settings(THOROUGH, max_examples=20)


@st.composite
def named_projects(draw, values=("2018-04-19", "P2D", "2018-W17", "PRESENT_REF", "")):
    """Projects whose annotators are persons of different names, and whose times have values that are TIMEX3."""
    frame, bundles = draw(projects().filter(lambda project: bool(project[1])))
    people = {a.id: replace(a, name=f"person {n}", kind=AnnotatorKind.PERSON) for n, a in enumerate(frame.annotators)}
    bundles = [_named(draw, b, people, values) for b in bundles]
    return replace(frame, annotators=tuple(people.values())), bundles


def _named(draw, bundle, people, values):
    found = bundle.annotations
    times = tuple(replace(t, value=draw(st.sampled_from(values)), mod="") for t in found.times)
    who = bundle.annotator and people[bundle.annotator.id]
    return replace(bundle, annotator=who, annotations=replace(found, times=times))


@st.composite
def modified_projects(draw):
    """Such projects with modifiers of times, most of which TIMEX3 has, beside a value or alone."""
    frame, bundles = draw(named_projects())
    modifiers = st.sampled_from(["", "APPROX", "BEFORE", "ABOUT"])
    out = []
    for bundle in bundles:
        times = tuple(replace(t, mod=draw(modifiers)) for t in bundle.annotations.times)
        out.append(replace(bundle, annotations=replace(bundle.annotations, times=times)))
    return frame, out


def written(name, path, project, **options):
    """Write a project; return the report."""
    return format_named(name).write(path, *project, WriteOptions(**options))


def read_back(name, path, **options):
    """Return the reader and its bundles."""
    reader = format_named(name).read(path, ReadOptions(**({"labels": KNOWN} | options)))
    return reader, list(reader)


def page(bundle, *, fragments=True, attributes=False, times=False, links=True, comments=True):
    """Return what a page says without ids: mentions in order, and links between their places in that order."""
    found: Annotations = bundle.annotations
    at = {m.id: i for i, m in enumerate(found.mentions)}
    said = {t.id: (t.value, t.mod) for t in found.times}
    mentions = [
        (
            m.layer,
            m.label,
            m.fragments if fragments else (Span(m.span.begin, m.span.end),),
            m.attributes if attributes else None,
            said.get(m.id, ("", "")) if times and m.layer is Layer.TIME else None,
        )
        for m in found.mentions
    ]
    return {
        "text": bundle.article.text,
        "mentions": mentions,
        "arguments": sorted((at[a.event_id], a.role, at[a.filler_id]) for a in found.arguments) if links else None,
        "relations": sorted((at[r.source_id], r.label, at[r.target_id]) for r in found.relations) if links else None,
        "comments": sorted(c.text for c in found.comments if c.text) if comments else None,
    }


def losses(report):
    """Return what a report lists: kind to count."""
    return {loss.kind: loss.count for loss in report.losses}


def count(bundles, what):
    """Count over all bundles."""
    return sum(what(b) for b in bundles)


def broken(name, path, data, seed, times, into=None, **options):
    """Read mutations of a valid file (`into`: one of a folder's): bundles or problems, never anything else."""
    rng = random.Random(seed)
    for _ in range(times):
        (into or path).write_bytes(mutated(data, rng))
        read_or_refused(name, path, **options)


def read_or_refused(name, path, **options):
    """Read strictly and leniently; what comes is whole, what does not is said."""
    for skip_bad in (False, True):
        reader = format_named(name).read(path, ReadOptions(skip_bad=skip_bad, labels=KNOWN, **options))
        try:
            bundles = list(reader)
        except (BadInput, Undecided):  # or it is asked what offsets count
            bundles = []
        for problem in reader.problems:
            assert problem.what
            assert problem.file
        check_whole(bundles)


def check_whole(bundles):
    """Every offset is in its text, every link between mentions of its page, every text can be stored."""
    for bundle in bundles:
        found, length = bundle.annotations, len(bundle.article.text)
        bundle.article.text.encode()
        assert all(0 <= f.begin < f.end <= length for m in found.mentions for f in m.fragments)
        assert all(0 <= r.span.begin < r.span.end <= length for r in found.regions)
        ids = {m.id for m in found.mentions}
        assert len(ids) == len(found.mentions)
        events = {m.id for m in found.mentions if m.layer is Layer.EVENT}
        assert all(a.event_id in events and a.filler_id in ids for a in found.arguments)
        assert all({r.source_id, r.target_id} <= ids for r in found.relations)
        assert all(c.mention_id is None or c.mention_id in ids for c in found.comments)
        assert {t.id for t in found.times} <= ids
        assert all(m.label for m in found.mentions)


__all__ = ["BREAKING", "KNOWN", "LABELS", "NAMES", "THOROUGH"]
