"""The timeline as a picture."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from dateline.gui.theme import Theme
from dateline.gui.timeline import margins
from dateline.gui.timeline.panel import TimelinePanel
from dateline.gui.timeline.picture import render_timeline, save_timeline
from dateline.gui.timeline.snapshot import drawn_picture
from tests.gui.timeline.conftest import MARKS, PUBLICATIONS, SCHEMA, day, mark

pytestmark = pytest.mark.usefixtures("qapp")


def has(image: QImage, colour: QColor) -> bool:
    return any(
        image.pixelColor(x, y).rgb() == colour.rgb() for y in range(0, image.height(), 2) for x in range(image.width())
    )


def test_png_shows_every_types_colour_at_twice_the_size(light: Theme) -> None:
    image = render_timeline(MARKS, PUBLICATIONS, SCHEMA, light, (900, 260), 2.0)
    assert (image.width(), image.height()) == (1800, 520)
    for kind in ("CONSULT", "AGREE", "AID"):
        assert has(image, light.ink(SCHEMA, kind).colour)


def test_without_a_size_it_is_as_high_as_its_lanes_need(light: Theme) -> None:
    assert render_timeline(MARKS, PUBLICATIONS, SCHEMA, light).height() >= 200


def test_svg_says_the_labels_as_text(light: Theme, tmp_path: Path) -> None:
    path = tmp_path / "timeline.svg"
    save_timeline(path, MARKS, PUBLICATIONS, SCHEMA, light, (900, 260))
    text = path.read_text(encoding="utf-8")
    assert text.lstrip().startswith("<?xml")
    for word in ("Title of visit", "Consult", "Published"):
        assert word in text
    assert "<image" not in text


def test_the_reporting_lag_as_svg(light: Theme, tmp_path: Path) -> None:
    path = tmp_path / "lag.svg"
    save_timeline(path, MARKS, PUBLICATIONS, SCHEMA, light, (900, 260), lag=True)
    assert "reported ahead" in path.read_text(encoding="utf-8")


def test_png_file(light: Theme, tmp_path: Path) -> None:
    path = tmp_path / "timeline.png"
    save_timeline(path, (), (), SCHEMA, light, (600, 200), 1.0)
    assert QImage(str(path)).width() == 600


@pytest.mark.parametrize("name", ["timeline.png", "timeline.svg"])
def test_a_folder_that_is_not_there_is_an_error(light: Theme, tmp_path: Path, name: str) -> None:
    with pytest.raises(OSError, match="timeline"):
        save_timeline(tmp_path / "no" / name, MARKS, PUBLICATIONS, SCHEMA, light, (600, 200))


def test_svg_is_as_large_as_asked_for_in_a_browser_and_names_a_kind_of_font(light: Theme, tmp_path: Path) -> None:
    path = tmp_path / "timeline.svg"
    save_timeline(path, MARKS, PUBLICATIONS, SCHEMA, light, (960, 240))
    text = path.read_text(encoding="utf-8")
    found = re.search(r'<svg width="([\d.]+)mm" height="([\d.]+)mm"', text)
    assert found
    assert [round(float(mm) / 25.4 * 96) for mm in found.groups()] == [960, 240]
    assert all(family.endswith("serif") for family in re.findall(r'font-family="([^"]*)"', text))


def test_a_picture_saved_from_the_window_holds_all_lanes_in_its_order(panel: TimelinePanel) -> None:
    many = [mark(f"m{i}", day("2018-05-01"), participants=(f"Person {i:02d}",)) for i in range(30)]
    twice = [mark(f"n{i}", day("2018-06-01"), participants=("Person 29",)) for i in range(2)]
    panel.set_marks([*many, *twice], PUBLICATIONS, SCHEMA)
    panel.set_group("participant")
    assert panel.plot.most_scroll > 0
    document = drawn_picture(panel, vector=True)
    assert isinstance(document, bytes)
    said = re.findall(r">\s*(Person \d\d)\s*</text>", document.decode())
    assert said == ["Person 29", *(f"Person {i:02d}" for i in range(29))]
    image = drawn_picture(panel, vector=False)
    assert isinstance(image, QImage)
    assert image.width() == 2 * panel.plot.width()
    assert image.height() > 2 * panel.plot.height()


def test_a_picture_of_too_many_lanes_says_so_and_one_of_many_has_fewer_pixels(light: Theme) -> None:
    assert render_timeline(MARKS, PUBLICATIONS, SCHEMA, light, (600, 20_000), 2.0).height() == 32_000
    with pytest.raises(OSError, match="too many lanes"):
        render_timeline(MARKS, PUBLICATIONS, SCHEMA, light, (600, 60_000), 2.0)


def test_in_a_picture_no_lane_offers_to_be_folded(light: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[object] = []
    monkeypatch.setattr(margins, "_chevron", lambda *_, **__: drawn.append(1))
    both = [mark(f"m{i}", day("2018-05-01")) for i in range(5)]
    render_timeline(both, PUBLICATIONS, SCHEMA, light, (600, 400))
    assert drawn == []
