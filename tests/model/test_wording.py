import pytest

from dateline.model.wording import counted, cut_short, reported


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0 entities"), (1, "1 entity"), (2, "2 entities"), (1200, "1200 entities")]
)
def test_a_number_comes_with_the_noun_that_fits(count: int, text: str) -> None:
    assert counted(count, "entity", "entities") == text


def test_most_nouns_take_an_s() -> None:
    assert [counted(n, "article") for n in (0, 1, 2)] == ["0 articles", "1 article", "2 articles"]


@pytest.mark.parametrize(
    ("label", "report"),
    [
        ("Mark “Talks” done", "Marked “Talks” done"),
        ("Accept “Astana” as City", "Accepted “Astana” as City"),
        ("Participant of “met”: “Fidan”", "Participant of “met”: “Fidan”"),
        ("Link of “met”: “Fidan”", "Link of “met”: “Fidan”"),  # a role of that name
        ("", ""),
    ],
)
def test_what_was_done_is_reported_as_done(label: str, report: str) -> None:
    assert reported(label) == report


@pytest.mark.parametrize(
    ("text", "shown"), [("Ankara", "Ankara"), ("Ankara talks", "Ankara…"), ("Ankara, Oslo", "Ankara,…")]
)
def test_a_text_that_is_cut_is_no_longer_than_its_room(text, shown):
    assert cut_short(text, 8) == shown
