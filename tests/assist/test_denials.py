"""What English words deny, and what they leave as it is."""

import pytest

from tests.assist.test_told_as import told


@pytest.mark.parametrize(
    "marked",
    [
        "Azerbaijan denied that Aliyev had [met] Pashinyan.",
        "Azerbaijan denied reports that Aliyev had [met] Pashinyan.",
        "No such [meeting] took place.",
        "There was no [meeting] in Baku.",
        "No [talks] were held.",
        "Koval denies having [met] Petrov.",
        "The office dismissed claims that Koval [visited] Rome.",
        "Koval never [met] Petrov.",
        "Koval rejected claims he had [signed] the deal.",
        "Koval called false reports that he had [met] Petrov.",
        "Moscow denied it had [attacked] Kyiv.",
        "Koval ruled out a [meeting] with Petrov.",
        "No one [met] Petrov.",
        "There will be no [summit] this year.",
        "Ankara denies any [meeting] took place.",
        "Koval denied ever [meeting] Petrov.",
        "Koval denied that the deal was [signed] in secret.",
        "No agreement was [signed].",
        "Nobody was [arrested].",
        "Koval dismissed reports of a [meeting] with Petrov.",
        "Koval refuted Petrov's claim that Berlin had [attacked] first.",
    ],
)
def test_what_is_denied_is_negative(marked: str) -> None:
    assert told(marked) == {"negated"}


@pytest.mark.parametrize(
    "marked",
    [
        "Koval denied reports that the minister, who [met] Petrov in May, would resign.",
        "Koval denied the charge and [met] Petrov.",
        "Koval, who denied that he had lied, [met] Petrov.",
        "Berlin denied that it was informed before the [visit].",
        "He said no progress was made at the [meeting].",
        "No minister attended the [talks].",
        "After the [talks] Koval denied that a deal was reached.",
        "Koval did not deny that he had [met] Petrov.",
        "There was no doubt that they [met].",
        "No sooner had they [met] than they quarrelled.",
        "Koval rejected the plan after [meeting] Petrov.",
        "Koval denied wrongdoing when he [met] Petrov.",
        "Petrov denied the report and [resigned].",
        "Koval never said that they [met].",
        "No one who [met] Petrov was told.",
        "He denied that, and Berlin [protested].",
        "No other country [sanctioned] Peru.",
    ],
)
def test_what_stands_beside_a_denial_is_not_denied(marked: str) -> None:
    assert "negated" not in told(marked)
