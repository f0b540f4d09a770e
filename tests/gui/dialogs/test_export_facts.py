"""How an export would come out, worked out beside the window."""

from pathlib import Path

import pytest

from dateline.exchange.options import WriteOptions
from dateline.exchange.split import Split
from dateline.gui.dialogs import export_facts
from dateline.model.progress import Cancelled, Silent
from dateline.store.project import Project


class Stopped:
    """A progress that asks to stop once the planning of a split has begun, or is over."""

    def __init__(self) -> None:
        self.stop = False

    def step(self, done: int, total: int | None, what: str) -> None:
        if self.stop:
            raise Cancelled


@pytest.mark.parametrize("when", ["at the beginning", "at the end"])
def test_planning_a_split_can_be_stopped(sample_file: Path, monkeypatch: pytest.MonkeyPatch, when: str) -> None:
    with Project.open(sample_file) as project:
        bundles, total = project.annotations.bundles(), project.articles.count()
        facts = export_facts.gather(bundles, total, Silent(), likeness=True)
    progress, plan, read = Stopped(), export_facts.plan_split, []

    def planned(links, *given):
        progress.stop = when == "at the beginning"
        found = plan((read.append(link) or link for link in links), *given)
        progress.stop = True
        return found

    monkeypatch.setattr(export_facts, "plan_split", planned)
    with pytest.raises(Cancelled):
        export_facts.outlook(facts, WriteOptions(split=Split()), progress, cuts=False)
    assert bool(read) is (when == "at the end")
