"""The time expressions of the real reports: every value a careful reader gives, in order; their words stay outside."""

from pathlib import Path

import pytest

from dateline.chronology import find

REPORTS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
pytestmark = [pytest.mark.real, pytest.mark.skipif(not REPORTS.is_dir(), reason="no real reports here")]

TAIL = ["2025-08-31/2025-09-01", "2035", "2025-07-03", "2025-08", "PRESENT_REF", "FUTURE_REF"]  # the site's own, twice
EXPECTED = {
    ("000", "2018-04-19"): ["2018-04-19", "FUTURE_REF", "2016-12", "FUTURE_REF", "2018-05-14/2018-05-15", "2011",
                            "2016", "2016-07-15", "2018-04-19"],
    ("001", "2022-02-24"): ["2022-02-24", "2022-01-11", "2022-01", "PXY", "PXD", "2022-01", "2022-03-02", "2022",
                            "2022", "2022", "2021", "2022-W09", "1991"],
    ("002", "2022-10-12"): ["2022-10-12", "2022-10-12/2022-10-13", "2022-05", "2017", "2022", "P70Y", "1992-03", "P2M",
                            "1992-03", "1992", "2009", "2022-10-13", "P2D", "2022-10-10", "1992", "2022-10-13",
                            "2022-10-11", "2022-10-11", "PXD", "2022-10-13", "2022-02", "2022-03", "2022-10-13",
                            "2022-09", "2023-06", "2022-10-11"],
    ("003", ""): ["PXY", "", ""],
    ("004", "2023-09-12"): ["2023-09-11", "2023-11", "PRESENT_REF", "2023-09-11", "2023", "P100Y", "2022", "FUTURE_REF",
                            "2023-11", "2023-09-11", *TAIL, *TAIL],
}  # fmt: skip


@pytest.mark.parametrize(("number", "published"), EXPECTED)
def test_values_of_a_real_report(number: str, published: str) -> None:
    (path,) = REPORTS.glob(f"{number}_*.txt")
    text = path.read_bytes().decode("utf-8")
    assert [f.reading.value for f in find(text, published)] == EXPECTED[number, published]
