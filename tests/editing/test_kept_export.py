"""What was chosen for an export is kept in the project, and what nobody chose is not taken for it."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from dateline.editing.kept_export import FormatChoice, KeptExport, keep_export, kept_export
from dateline.editing.sample import make_sample
from dateline.exchange.options import Unit
from dateline.exchange.split import Order
from dateline.store.project import Project

FACES = FormatChoice(
    annotators={"a": True, "b": False},
    states={"done": True, "new": False},
    labels={"PERSON": False},
    unit=Unit.SENTENCE,
    empty=False,
    boilerplate=True,
    adjudicated=True,
)
CHOSEN = KeptExport(
    "huggingface", divided=True, parts="60/20/20", order=Order.DATE, seed=7, card=True, chosen={"huggingface": FACES}
)


def test_what_was_chosen_is_found_again(tmp_path: Path) -> None:
    file = make_sample(tmp_path / "p.dateline")
    with Project.open(file) as project:
        assert kept_export(project) is None
        keep_export(project, CHOSEN)
    with Project.open(file, readonly=True) as project:
        assert kept_export(project) == CHOSEN


def test_what_was_chosen_for_one_format_stays_known_when_another_is_exported(tmp_path: Path) -> None:
    spacy = FormatChoice(extra={"unfinished": "outside"})
    with Project.open(make_sample(tmp_path / "p.dateline")) as project:
        keep_export(project, CHOSEN)
        keep_export(project, replace(CHOSEN, format="spacy", chosen={"spacy": spacy}))
        kept = kept_export(project)
        assert kept == replace(CHOSEN, format="spacy", chosen={"huggingface": FACES, "spacy": spacy})
        keep_export(project, replace(CHOSEN, chosen={"huggingface": FormatChoice()}))
        kept = kept_export(project)
        assert kept == replace(CHOSEN, chosen={"huggingface": FormatChoice(), "spacy": spacy})


def test_what_an_earlier_version_kept_is_read(tmp_path: Path) -> None:
    with Project.open(make_sample(tmp_path / "p.dateline")) as project:
        before = {"format": "huggingface", "divided": True, "parts": "60/20/20", "order": "date", "seed": 7}
        project.local.set("export", {**before, "card": True})
        assert kept_export(project) == replace(CHOSEN, chosen={})


@pytest.mark.parametrize("broken", ["text", [], {}, {"format": "spans", "divided": "yes"}, {"order": "by moon"}])
def test_what_no_version_wrote_is_nothing(tmp_path: Path, broken: object) -> None:
    with Project.open(make_sample(tmp_path / "p.dateline")) as project:
        project.local.set("export", broken)
        assert kept_export(project) is None
