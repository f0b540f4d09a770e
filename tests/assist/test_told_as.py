"""How the words around a trigger tell of an event: the trigger stands in brackets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.assist.told_as import has_happened, told_as
from dateline.model.text import Span


def told(marked: str) -> set[str]:
    begin, end = marked.index("["), marked.index("]") - 1
    return {m.value for m in told_as(marked.replace("[", "").replace("]", ""), Span(begin, end))}


@pytest.mark.parametrize(
    "marked",
    [
        "The next round of negotiations will be [held] in Oslo on May 3.",
        "The [talks] will be held in Oslo.",
        "The minister is due to [visit] Oslo next week.",
        "Norway plans to [host] a summit.",
        "Norway plans a [summit].",
        "The two are expected to [sign] a treaty.",
        "Solberg to [visit] Reykjavik next week",
        "Nordic ministers to [meet] in Oslo",
        "They announced that they would [open] an embassy.",
        "The ministers are to [see] each other on Friday.",
        "He'll [meet] the king.",
        "Oslo will hold a two-day [summit] in June.",
        "She prepared for the [visit].",
        "Ahead of the [summit], prices rose.",
        "The [meeting], scheduled for Friday, worries many.",
        "He spoke of the upcoming [talks].",
        "They agreed to [open] an embassy.",
        "She will travel to Oslo and [meet] the king.",
        "The [visit] was postponed.",
        "He tries to calm the market in the run-up to [elections].",
        "Solberg is going to [visit] Oslo.",
        "The king said the [meeting] was being prepared and is to be long.",
        # What stands between the helping verb and its own.
        "The two states will even [double] their trade in future.",
        "They will once again [meet] in Oslo.",
        "They will in future [meet] in Oslo.",
        "They will next week [meet] in Oslo.",
        "They will, however, [meet] in Oslo.",
        "They will, in all likelihood, [meet] in Oslo.",
        "Norway will even hold a [summit].",
        "They are due to again [meet] in Oslo.",
    ],
)
def test_ahead(marked: str) -> None:
    assert told(marked) == {"planned"}


@pytest.mark.parametrize(
    "marked",
    [
        "The two could [meet] in Oslo.",
        "They might [sign] it.",
        "If they [meet], prices will fall.",
        "He called for a [cease-fire].",
        "She asked Norway to [send] help.",
        "Nobody knows whether the [talks] succeed.",
        "They discussed a possible [visit].",
        "Norway wants to [join] the bank.",
        "He would [meet] them.",
        "Norway could even [join] it.",
        "Norway could, of course, [join] it.",
        "They threatened to [leave].",
    ],
)
def test_possible(marked: str) -> None:
    assert told(marked) == {"possible"}


@pytest.mark.parametrize(
    "marked",
    [
        "The ministers did not [meet].",
        "Norway has not [signed] the treaty.",
        "Norway hasn't [signed] the treaty.",
        "They left without a [deal].",
        "She refused to [meet] him.",
        "The [summit] did not take place.",
        "He ruled out a [meeting].",
        "There were no [talks].",
        "The treaty was never [signed].",
    ],
)
def test_denied(marked: str) -> None:
    assert told(marked) == {"negated"}


@pytest.mark.parametrize(
    "marked",
    [
        "The two will not [meet].",
        "They won't [sign] it.",
        "He is not expected to [visit] Oslo.",
        "Norway cancelled the [visit].",
        "The [visit] was cancelled.",
    ],
)
def test_ahead_and_denied(marked: str) -> None:
    assert told(marked) == {"planned", "negated"}


@pytest.mark.parametrize(
    "marked",
    [
        "The ministers [met] in Oslo.",
        "They met to discuss the [visit].",
        "Norway has [signed] the treaty.",
        "After the [talks] both left, and will return.",
        "The treaty was [signed] in 2010.",
        "He [said] that he will come.",
        "The [agreement] will cut tariffs.",
        "The treaty, which did not name Oslo, was [signed].",
        "He had not [come] since 2017.",
        "The shops were [closed] due to a holiday.",
        "The king did not attend the [summit].",
        "She will speak about the [coup].",
        "The minister, who will retire, [praised] Norway.",
        "He came to Oslo to see the [king].",
        "Norway not only [signed] it.",
        "He had been due to [visit] Oslo.",
        "[Met] again.",
        "They did even [meet].",
        "The will of the king even [moved] them.",
        "They will once more speak about the [coup].",
        "The man who will, like others, retire [praised] Norway.",
        "There is potential for [cooperation].",
        "He tries to please them, according to [reports].",
        "Министр встретится с королём на [переговорах].",
    ],
)
def test_told_as_it_is(marked: str) -> None:
    assert told(marked) == set()


@given(
    st.lists(st.sampled_from([*"abc .,;'’-\n\r\u2028🤝Ğß", "will ", "not ", " to ", "the ", "if "]), min_size=1),
    st.data(),
)
def test_any_words_are_read(pieces: list[str], data: st.DataObject) -> None:
    text = "".join(pieces)
    begin = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(begin + 1, len(text)))
    assert all(cue for cue in told_as(text, Span(begin, end)).values())


@pytest.mark.parametrize(
    ("marked", "how"),
    [
        ("He did not rule out a [visit].", set()),
        ("They did not deny the [attack].", set()),
        ("She never denied the [strike].", set()),
        ("They denied the [attack].", {"negated"}),
        ("No fewer than 20 people [died].", set()),
        ("No fewer than 20 people [fled].", set()),
        ("The planned [summit] took place on Friday.", set()),
        ("The postponed [summit] was held in Oslo.", set()),
        ("The scheduled [talks] were held.", set()),
        ("The proposed [law] was adopted.", set()),
        ("The planned [summit] in Oslo was cancelled.", {"planned", "negated"}),
        ("The planned [summit] in Helsinki, Finland, took place on Friday.", set()),
        ("He flew to Ankara to [meet] Solberg.", set()),
        ("They may have [met].", {"possible"}),
        ("He might have been [killed].", {"possible"}),
        ("She has not yet [arrived].", {"negated"}),
        ("They have not yet [begun].", {"negated"}),
    ],
)
def test_two_negations_what_came_about_and_what_may_have_been(marked: str, how: set[str]) -> None:
    assert told(marked) == how


@pytest.mark.parametrize(
    ("marked", "how"),
    [
        ("Weber's [visit] to Oslo, planned for 12 May, has been postponed.", {"planned"}),
        ("The [visit] to Oslo, which was planned for 12 May, has been put off.", {"planned"}),
        ("The [talks] in Oslo, which had been due on Monday, have been put off to June.", {"planned"}),
        ("The [visit], originally scheduled for 12 May, was moved to June.", {"planned"}),
        ("The [visit] planned for 12 May was cancelled.", {"planned", "negated"}),
        ("The [visit], expected in May, will not take place.", {"planned", "negated"}),
        ("The planned [visit] was called off.", {"planned", "negated"}),
        ("Norway cancelled a planned [visit] to Oslo.", {"planned", "negated"}),
        ("The [meeting] planned for Monday took place on Tuesday.", set()),
        ("The visit, planned for 12 May, has been [postponed].", set()),
        ("The visit planned for 12 May was [cancelled] on 3 May.", set()),
    ],
)
def test_what_was_planned_for_a_day_and_then_put_off(marked: str, how: set[str]) -> None:
    assert told(marked) == how


@pytest.mark.parametrize(
    ("marked", "past"),
    [
        ("Koval [signed] a treaty valid until 12 May.", True),
        ("On 2 May Koval [signed] a treaty.", True),
        ("Koval and Petrov [signed] a treaty.", True),
        ("Koval, who will leave on 12 May, [signed] a treaty.", True),
        ("The ministry said Koval [signed] a treaty.", True),
        ("Koval [met] envoys who will leave on 12 May.", True),
        ("Koval [said] Petrov will leave on 12 May.", True),
        ("Koval wants the treaty [signed] by 12 May.", False),
        ("Koval will have the treaty [signed] on 12 May.", False),
        ("Koval hopes to see it [signed] on 12 May.", False),
        ("Koval wanted the treaty [signed] by 12 May.", False),
        ("The treaty enters into force once [signed] on 12 May.", False),
        ("A treaty [signed] by 12 May would avert it.", False),
        ("If Koval [signed] it by 12 May, all is well.", False),
    ],
)
def test_a_participle_is_no_past(marked: str, *, past: bool) -> None:
    begin, end = marked.index("["), marked.index("]") - 1
    assert has_happened(marked.replace("[", "").replace("]", ""), Span(begin, end)) is past
