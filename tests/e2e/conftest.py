"""A private screen for every test, skipped only on a person's machine that lacks the tools."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.screen import Screen, missing_tools


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    """An Xvfb of this test's own."""
    if sys.platform != "linux":
        pytest.skip("real windows are driven on Linux only")
    if missing := missing_tools():
        why = f"a real window cannot be driven: {', '.join(missing)} not installed"
        if os.environ.get("CI"):
            pytest.fail(why)
        pytest.skip(why)
    folder = tmp_path / "screen"
    folder.mkdir()
    with Screen(folder) as screen:
        yield screen
