"""The same project gives the same files, whatever order a process keeps its sets in."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dateline import assets
from dateline.editing.importing import import_sources
from dateline.exchange.options import ReadOptions
from dateline.model.schema import Schema
from dateline.store.project import Project

EXPORT_ALL = """
import sys
from importlib.util import find_spec
from pathlib import Path
from dateline.editing.exporting import export_project
from dateline.exchange.formats import own_formats
from dateline.exchange.options import WriteOptions
from dateline.store.project import Project

needs = {"spacy": "spacy", "uima": "cassis", "uima-json": "cassis", "parquet": "pyarrow"}
with Project.open(Path(sys.argv[1])) as project:
    for name, found in own_formats().items():
        if found.can_export and (name not in needs or find_spec(needs[name])):
            path = Path(sys.argv[2]) / f"{name}{'' if found.folder else found.suffixes[0]}"
            export_project(project, path, name, WriteOptions())
"""


@pytest.mark.slow
def test_two_processes_write_the_same(tmp_path):
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        import_sources(project, [assets.seeds("gold.jsonl")], ReadOptions())
    written = []
    for seed in ("1", "2"):
        out = tmp_path / seed
        out.mkdir()
        command = [sys.executable, "-c", EXPORT_ALL, str(tmp_path / "p.dateline"), str(out)]
        subprocess.run(command, check=True, timeout=300, env=os.environ | {"PYTHONHASHSEED": seed})
        written.append({str(f.relative_to(out)): f.read_bytes() for f in _files(out)})
    assert len(written[0]) > 15
    assert [name for name in written[0] if written[0][name] != written[1].get(name)] == []


def _files(folder: Path) -> list[Path]:
    return sorted(f for f in folder.rglob("*") if f.is_file())
