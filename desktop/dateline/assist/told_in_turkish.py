"""How Turkish words tell of an event."""

from dateline.assist.told_around import Around
from dateline.assist.told_as import Told
from dateline.assist.verb_last import VerbLast, told_verb_last, words

_PAST = r"(?:d[ıiuü]|(?<=[pçtksşhf])t[ıiuü]|m[ıiuü]ş(?:t[ıiuü]r?)?)(?:l[ae]r)?"
_AHEAD = r"y?[ae]c[ae](?:k|kt[ıi]r|kl[ae]r)"
_MAYBE = r"y?[ae]bil(?:ir|irl[ae]r|ece[kğ]\w*)"
_ENDS = rf"(?P<no>m[ae](?=[dmy]))?(?:(?P<past>{_PAST})|(?P<planned>{_AHEAD})|(?P<possible>{_MAYBE}))"
_STEMS = (
    r"yapıl|gerçekleş|gerçekleştiril|düzenlen|başla|imzalan|tamamlan|sona er|sür|toplan|açıl|kabul edil|onaylan|"
    r"devam e[td]|yürürlüğe gir"
)
_TO_BE = r"(?:yapılması|gerçekleşmesi|gerçekleştirilmesi|düzenlenmesi|başlaması|imzalanması)(?:n?[ıi]n)?"
_MEETINGS = (
    r"(?:görüşme|ziyaret|zirve|toplantı|seçim|konferans|tören|tatbikat|müzakere|imza|maç|konser|gezi|seyahat|"
    r"referandum|kongre|forum|miting|festival|sefer|temas)\w*"
)

TURKISH = VerbLast(
    ends=words(rf"\w{{2,}}?{_ENDS}"),
    no_verb=words(r"\w*(?:testi|protesti)|şimdi|kendi|ordu|yurdu|ciddi|maddi|adı|geçmiş|hadi|ebedi|yedi|tekrardı"),
    own=words(rf"(?:{_STEMS}){_ENDS}"),
    own_else={
        "planned": words(
            rf"planlan(?:ıyor|dı|mış(?:tır)?|maktadır)|bekleniyor|beklenmektedir|öngörülüyor|öngörüldü|"
            rf"{_TO_BE} (?:planlan\w+|beklen\w+|öngörül\w+)"
        ),
        "possible": words(rf"{_TO_BE} (?:mümkün|olası|muhtemel|bekleniyor olabilir)"),
        "off": words(r"iptal (?:edildi|edilmiştir|edilmiş|edilecek|oldu)"),
        "put_off": words(r"ertelen(?:di|miştir|miş|ecek)"),
    },
    light=words(rf"(?:et|ed|yap|gerçekleştir|düzenle|imzala){_ENDS}"),
    does={
        "planned": words(
            r"(?:(?:et|yap|gerçekleştir|düzenle|imzala)(?:meyi|mayı) )?planl(?:ıyor|adı|uyor)(?:lar)?|"
            r"(?:(?:et|yap|gerçekleştir|düzenle)(?:meye|maya) )?hazırlanıyor(?:lar)?"
        ),
        "possible": words(
            r"(?:(?:et|yap|gerçekleştir|düzenle|imzala)m[ae]k )?ist(?:iyor|edi)(?:lar|ler)?|"
            r"(?:(?:et|yap|gerçekleştir|düzenle|imzala)m(?:eyi|ayı) )?öner(?:di|iyor)(?:ler)?|"
            r"(?:çağrı|teklif|tale[pb]|öneri)\w* \w+|(?:çağrısı|teklifi|talebi|önerisi)"
        ),
        "negated": words(r"(?:(?:et|yap|gerçekleştir|imzala)m(?:eyi|ayı) )?reddet(?:ti|tiler)|olmadan"),
        "off": words(r"iptal et(?:ti|tiler|miştir)"),
        "put_off": words(r"ertele(?:di|diler|miştir)"),
    },
    toward={
        "planned": words(r"hazırlanıyor(?:lar)?"),
        "possible": words(r"çağır(?:dı|ıyor)\w*|davet e(?:tti|diyor)\w*"),
    },
    away={"negated": words(r"kaçındı(?:lar)?"), "off": words(r"vazgeç(?:ti|tiler)")},
    locative=words(r"\w{2,}(?:n?d[ae]|[çfhkpsşt]t[ae])(?:ki)?"),
    dative=words(r"\w{2,}(?:y[ae]|n[ae]|[^aeıioöuü\W][ae])"),
    ablative=words(r"\w{2,}[dt][ae]n"),
    setting=words(r"sonrası|sonrasında|sırasında|esnasında|boyunca|kapsamında|çerçevesinde|ardından|sonra|sonunda"),
    attributes={
        "planned": words(
            r"planlanan|beklenen|öngörülen|önümüzdeki|yaklaşan|(?:yapıl|düzenlen|gerçekleş|gerçekleştiril|imzalan|"
            r"başla)y?[ae]c[ae]k"
        ),
        "possible": words(r"olası|muhtemel"),
        "off": words(r"iptal edilen"),
        "put_off": words(r"ertelenen"),
        "past": words(r"yapılan|düzenlenen|gerçekleşen|gerçekleştirilen|imzalanan"),
    },
    heads=words(r"\w+(?:[ıiuü]|[ıiuü]n[ıiuüae]|[ıiuü]n[dt][ae]n?|[ıiuü]yl[ae]|l[ae]r[ıi]\w*|için|önce|öncesi\w*)"),
    between=words(
        r"\w+[dt][ae]n?|\w+ki|\d\S*|ileri|bir|iki|üç|tarihe|kez|kere|yeniden|resmen|bugün|yarın|dün|pazartesi|salı|çarşamba|"
        r"perşembe|cuma|cumartesi|pazar|günü|ayı|yılı|saat|gün|hafta|ay|yıl|gelecek|geçen|bu|süresiz|olarak|tekrar|"
        r"nihayet|başarıyla|da|de|sabah|akşam|öğleden|yine|bile|dahi|hatta|mutlaka|kesinlikle|elbette|belki|muhtemelen|"
        r"hemen|artık|sonunda|yakın"
    ),
    even=words(r"da|de|ta|te|bile|dahi"),
    if_words=words(r"eğer"),
    meetings=words(_MEETINGS),
)


def told_in_turkish(given: Around) -> tuple[Told, bool]:
    """Return how a clause tells of an event, and whether as of what is past."""
    return told_verb_last(given, TURKISH)
