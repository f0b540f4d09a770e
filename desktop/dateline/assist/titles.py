"""Words with a capital that stand before a last name and are no first name: titles, and what begins a sentence."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words(
    """
    ambassador archbishop bakan bakanı bay bayan başbakan başkan başkanı bishop büyükelçi captain cardinal chairman
    chairperson chairwoman chancellor chief colonel commander commissioner congressman congresswoman coordinator
    councillor cumhurbaşkanı deputy director doctor dr emir envoy genel general governor imam inspector judge
    justice king lady leader lieutenant lord madam major marshal mayor minister miss mr mrs ms negotiator officer
    patriarch pope premier president prince princess prof professor prosecutor queen rabbi rep representative saint
    sayın secretary sekreter sekreteri sen senator sergeant sheikh sir speaker spokesman spokesperson spokeswoman
    sultan sözcü sözcüsü басшы вице генерал глава господин госпожа губернатор депутат директор елші канцлер королева
    король министр мырза мэр папа посланник посол президент премьер премьер-министр секретарь сенатор спикер судья
    төраға әкім
    """
)
# With what is no title but an office all the same, before a name or between a country and a name.
OFFICE_WORDS = TITLES | _words(
    """
    adviser advisor attaché boss chair chief coach counterpart executive founder head manager nuncio ombudsman state
    bakanı başbakanı büyükelçisi elçisi lideri mevkidaşı müdürü valisi şefi
    басшысы елшісі министрі президенті премьері төрағасы хатшысы әкімі
    главой главы коллегой коллегу министра министром посла послом премьера премьером президента президентом
    """
)
OPENERS = _words(
    """
    after also although ama ancak and as at ayrıca because before both bugün but by daha despite during dün earlier
    even eğer fakat for from he her his how however if ile in instead ise later like meanwhile neither nor now on
    once only or over she since so sonra still that their then they this though through to today together under
    unlike until ve we what when where whether which while who why will with without yesterday yet çünkü а бірақ
    бүгін в вчера для если және и кеше когда мен на накануне но однако от по после при с сегодня сондай также что
    """
)
ARTICLES = _words("a an the")  # "the Hilton" is nobody
