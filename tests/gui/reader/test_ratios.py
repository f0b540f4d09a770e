"""The pixel checks on screens of other ratios: Qt takes its scale once, so each runs in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
CHECKS = [
    "test_a_scrolled_view_equals_one_painted_anew[False-False-1.0-False]",
    "test_a_scrolled_view_equals_one_painted_anew[True-False-1.0-False]",
    "test_a_scrolled_view_equals_one_painted_anew[True-True-1.0-False]",
    "test_changes_applied_equal_a_page_shown_anew[False]",
    "test_changes_applied_equal_a_page_shown_anew[True]",
]


@pytest.mark.parametrize("ratio", [1.25, 1.5, 2.0])
def test_scrolled_changed_or_painted_anew_it_looks_the_same(ratio: float) -> None:
    at_ratio = os.environ | {
        "QT_SCALE_FACTOR": str(ratio),
        "QT_SCALE_FACTOR_ROUNDING_POLICY": "PassThrough",
        "QT_QPA_PLATFORM": "offscreen",
    }
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-o", "addopts="]
        + [f"tests/gui/reader/test_pixels.py::{check}" for check in CHECKS],
        cwd=ROOT,
        env=at_ratio,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-2000:]
    assert f"{len(CHECKS)} passed" in done.stdout
