"""What is proposed for the attributes of an event, whatever a schema calls them."""

import pytest
from msgspec.structs import replace

from dateline.assist.attributes import AttributeProposal, propose_attributes
from dateline.model.annotation import Annotations, Argument, Layer, Mention, TimeValue
from dateline.model.article import Article
from dateline.model.page import Page
from dateline.model.schema import Attribute, LabelType, Schema
from dateline.model.text import Span
from dateline.model.timex import when_from_value

MODALITY = Attribute("modality", ("asserted", "planned", "hypothetical"), "asserted")
POLARITY = Attribute("polarity", ("positive", "negative"), "positive")


def proposed(
    text: str, *attributes: Attribute, says: dict[str, str] | None = None, refused: tuple[str, ...] = ()
) -> list[AttributeProposal]:
    """What is proposed for the event whose trigger stands in brackets."""
    begin, end = text.index("["), text.index("]") - 1
    schema = Schema(types=(LabelType("t", Layer.EVENT, "CONSULT", attributes=attributes),))
    event = Mention("e", "a", "w", Layer.EVENT, "CONSULT", (Span(begin, end),), says or {})
    article = Article("a", text.replace("[", "").replace("]", ""), published="2018-04-19")
    return propose_attributes(Page.of(article, "w", Annotations(mentions=(event,))), schema, "e", refused)


def test_each_attribute_gets_its_value_with_the_words_that_say_it() -> None:
    assert proposed("They will not [meet].", POLARITY, MODALITY) == [
        AttributeProposal("polarity", "negative", "will not"),
        AttributeProposal("modality", "planned", "will"),
    ]
    assert proposed("They could [meet].", POLARITY, MODALITY) == [
        AttributeProposal("modality", "hypothetical", "could")
    ]
    assert proposed("They [met].", POLARITY, MODALITY) == []


@pytest.mark.parametrize(
    ("attribute", "value"),
    [
        (Attribute("Polarity", ("POS", "NEG"), "POS"), "NEG"),
        (Attribute("Negation", ("no", "Negated")), "Negated"),
        (Attribute("Realis", ("actual", "Future")), "Future"),
        (Attribute("polarity", ("yes", "no")), None),
        (Attribute("sentiment", ("positive", "negative")), None),
        (Attribute("modality"), None),
        (Attribute("modality", ("asserted", "planned"), "planned"), None),
    ],
)
def test_the_schema_says_what_it_is_called(attribute: Attribute, value: str | None) -> None:
    found = proposed("They will not [meet].", attribute)
    assert [p.value for p in found] == ([value] if value else [])


def test_nothing_is_proposed_where_somebody_has_spoken() -> None:
    assert proposed("They will [meet].", MODALITY, says={"modality": "hypothetical"}) == []
    assert proposed("They will [meet].", MODALITY, refused=("modality",)) == []


def test_english_words_are_read_in_english_only_and_a_date_ahead_in_any_language() -> None:
    text = "Görüşme 26 Nisan'da will."
    schema = Schema(types=(LabelType("t", Layer.EVENT, "CONSULT", attributes=(MODALITY,)),))
    event = Mention("e", "a", "w", Layer.EVENT, "CONSULT", (Span(0, 7),))
    day = Mention("d", "a", "w", Layer.TIME, "DATE", (Span(8, 16),))
    article = Article("a", text, published="2018-04-19", language="tr")
    value = TimeValue("d", "2018-04-26", when_from_value("2018-04-26"))
    given = Annotations(mentions=(event, day), times=(value,), arguments=(Argument("x", "e", "Time", "d"),))
    page = Page.of(article, "w", given)
    assert propose_attributes(page, schema, "e") == [AttributeProposal("modality", "planned", "26 Nisan")]
    past = TimeValue("d", "2018-04-19", when_from_value("2018-04-19"))
    assert propose_attributes(Page.of(article, "w", replace(given, times=(past,))), schema, "e") == []


@pytest.mark.parametrize("modal", ["", "will be ", "was held and then ", "made what they "])
def test_a_date_ahead_makes_no_plan_of_what_was_done(modal: str) -> None:
    text = f"It {modal}signed, valid until 26 April."
    at, day = text.index("signed"), text.index("26")
    schema = Schema(types=(LabelType("t", Layer.EVENT, "AGREE", attributes=(MODALITY,)),))
    event = Mention("e", "a", "w", Layer.EVENT, "AGREE", (Span(at, at + 6),))
    until = Mention("d", "a", "w", Layer.TIME, "DATE", (Span(day, day + 8),))
    value = TimeValue("d", "2018-04-26", when_from_value("2018-04-26"))
    given = Annotations(mentions=(event, until), times=(value,), arguments=(Argument("x", "e", "Time", "d"),))
    page = Page.of(Article("a", text, published="2018-04-19"), "w", given)
    assert [p.value for p in propose_attributes(page, schema, "e")] == (["planned"] if "will" in modal else [])


@pytest.mark.parametrize(
    ("language", "text", "trigger", "value"),
    [
        ("ru", "Стороны подписали договор до 26 апреля.", "подписали", None),
        ("ru", "Договор о визите 26 апреля подписан.", "Договор", None),
        ("ru", "Визит в Осло 26 апреля.", "Визит", "planned"),
        ("ru", "Визит не состоялся 16 апреля.", "Визит", "negative"),
        ("tr", "26 Nisan'a kadar geçerli anlaşma imzalandı.", "anlaşma", None),
        ("tr", "Görüşme 26 Nisan'da yapılacak.", "Görüşme", "planned"),
        ("kk", "26 сәуірге дейінгі келісімге қол қойылды.", "келісімге", None),
        ("kk", "Кездесу 26 сәуірде өтеді.", "Кездесу", "planned"),
    ],
)
def test_other_languages_say_it_in_their_own_words(language: str, text: str, trigger: str, value: str | None) -> None:
    schema = Schema(types=(LabelType("t", Layer.EVENT, "AGREE", attributes=(MODALITY, POLARITY)),))
    at, day = text.index(trigger), text.index("16" if "16" in text else "26")
    event = Mention("e", "a", "w", Layer.EVENT, "AGREE", (Span(at, at + len(trigger)),))
    when = Mention("d", "a", "w", Layer.TIME, "DATE", (Span(day, day + 8),))
    said = f"2018-04-{text[day : day + 2]}"
    given = Annotations(
        mentions=(event, when),
        times=(TimeValue("d", said, when_from_value(said)),),
        arguments=(Argument("x", "e", "Time", "d"),),
    )
    page = Page.of(Article("a", text, published="2018-04-19", language=language), "w", given)
    assert [p.value for p in propose_attributes(page, schema, "e")] == ([value] if value else [])
