"""A text's language is what somebody wrote, however, or what its letters tell."""

import pytest

from dateline.model.language import code_of, language_of


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("ru", "ru"),
        ("rus", "ru"),
        ("ru_RU", "ru"),
        ("RU-ru", "ru"),
        ("Russian", "ru"),
        ("tur", "tr"),
        ("tr-TR", "tr"),
        ("kaz", "kk"),
        ("kk_Cyrl_KZ", "kk"),
        ("eng", "en"),
        ("en-GB", "en"),
        ("fr", "fr"),
        (" ", ""),
        ("", ""),
    ],
)
def test_however_a_language_is_written(written: str, code: str) -> None:
    assert code_of(written) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Министры встретятся в Осло.", "ru"),
        ("Кездесу Ослода өтеді, деп хабарлады министрлік.", "kk"),
        ("Görüşme Oslo'da yapılacak.", "tr"),
        ("Bakan Oslo'da Petrov ile bir araya geldi.", "tr"),
        ("Erdoğan will meet Çavuşoğlu in Oslo.", "en"),
        ("La réunion aura lieu à Oslo.", "en"),
        ("", "en"),
    ],
)
def test_where_nobody_wrote_it_the_letters_tell(text: str, code: str) -> None:
    assert language_of("", text) == code
    assert language_of("fr-FR", text) == "fr"
