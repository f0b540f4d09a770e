"""What was chosen for an export is kept in the project, and what nobody chose is not taken for it."""

from pathlib import Path

import pytest

from dateline.editing.kept_export import KeptExport, keep_export, kept_export
from dateline.editing.sample import make_sample
from dateline.exchange.split import Order
from dateline.store.project import Project

CHOSEN = KeptExport("huggingface", divided=True, parts="60/20/20", order=Order.DATE, seed=7, card=True)


def test_what_was_chosen_is_found_again(tmp_path: Path) -> None:
    file = make_sample(tmp_path / "p.dateline")
    with Project.open(file) as project:
        assert kept_export(project) is None
        keep_export(project, CHOSEN)
    with Project.open(file, readonly=True) as project:
        assert kept_export(project) == CHOSEN


@pytest.mark.parametrize("broken", ["text", [], {}, {"format": "spans", "divided": "yes"}, {"order": "by moon"}])
def test_what_no_version_wrote_is_nothing(tmp_path: Path, broken: object) -> None:
    with Project.open(make_sample(tmp_path / "p.dateline")) as project:
        project.local.set("export", broken)
        assert kept_export(project) is None
