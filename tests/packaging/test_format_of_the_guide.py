"""What the guide shows as a format of one's own is installed and used as it stands there."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_format_in_the_guide_is_installed_and_exports(tmp_path: Path) -> None:
    guide = (ROOT / "resources" / "guide" / "formats.md").read_text(encoding="utf-8")
    section = guide.split("## A format of your own")[1].split("\n## ")[0]
    blocks = re.findall(r"```(?:python|toml)\n(.*?)```", section, re.DOTALL)
    assert len(blocks) == 2
    package, site = tmp_path / "package", tmp_path / "site"
    package.mkdir()
    for block in blocks:
        (package / block.split()[1]).write_text(block, encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--no-build-isolation"]
    run([*pip, "--disable-pip-version-check", "--target", str(site), str(package)], dict(os.environ))
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT / "desktop"), str(site)])}
    dateline, project = [sys.executable, "-m", "dateline"], tmp_path / "talks.dateline"
    marked = '{"text": "Ada met Bo.", "spans": [{"start": 0, "end": 3, "label": "PERSON"}]}'
    (tmp_path / "talks.jsonl").write_text(marked, encoding="utf-8")
    run([*dateline, "new", str(project)], environment)
    run([*dateline, "import", str(project), str(tmp_path / "talks.jsonl")], environment)
    run([*dateline, "export", str(project), "-o", str(tmp_path / "talks.tsv"), "--format", "lines"], environment)
    assert (tmp_path / "talks.tsv").read_text(encoding="utf-8") == "PERSON\tAda\n"


def run(command: list[str], environment: dict[str, str]) -> None:
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stderr
