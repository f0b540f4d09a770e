"""The gate before dateparser: what it may read, and the wrong answers that are kept out."""

import subprocess
import sys

import pytest

from dateline.chronology import resolve
from dateline.chronology.fallback import fallback

PUBLISHED = "2018-04-19"


@pytest.fixture(autouse=True)
def _installed() -> None:
    pytest.importorskip("dateparser")


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("11. September 2012", "de", "2012-09-11"),
        ("gestern", "de", "2018-04-18"),
        ("le 3 mai 2018", "fr", "2018-05-03"),
        ("septiembre de 2012", "es", "2012-09"),
        ("5 maggio", "it", "2018-05-05"),
    ],
)
def test_reads_other_languages(text: str, language: str, value: str) -> None:
    reading = resolve(text, PUBLISHED, language=language)
    assert reading.value == value
    assert "dateparser" in reading.rule


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Oct. 12-13", "en"),  # it says 2013
        ("May 14 and 15", "en"),  # it says 2015
        ("14-15 мая", "ru"),
        ("в 2012 году", "ru"),  # it says the year 6
        ("second term", "en"),
        ("the committee", "en"),
        ("12 000 Menschen", "de"),
        ("11. September 2012", ""),  # a language that is not known is not guessed
        ("x" * 60, "de"),
        ("11. September 2012", "no such language"),
        ("11. September 2012", "xx"),
    ],
)
def test_the_gate_stays_shut(text: str, language: str) -> None:
    assert fallback(text, PUBLISHED, language) is None


def test_without_publication_date_only_whole_dates_pass() -> None:
    assert fallback("gestern", "", "de") is None
    assert fallback("5. Mai", "", "de") is None
    reading = fallback("5. Mai 2018", "", "de")
    assert reading is not None
    assert reading.value == "2018-05-05"


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    code = (
        "import sys, dateline.chronology as c; assert 'dateline.chronology.rules' not in sys.modules;"
        "c.resolve('May 14 and 15', '2018-04-19'); c.find('On Thursday he left.', '2018-04-19'); c.resolve('zzz', '');"
        "print([m for m in ('dateparser', 'PySide6', 'numpy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True,
                          env={"PYTHONPATH": ":".join(sys.path)})  # fmt: skip
    assert done.stdout.strip() == "[]"
