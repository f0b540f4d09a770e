"""The words of time in Turkish; suffixes after the stem are left open."""

from dateline.chronology.languages.words import Language

_LOWER = str.maketrans({"İ": "i", "I": "ı"})
_SUFFIXES = (
    r"(?:'?(?:l[ae]r|l[ıiuü]k|n?[dt][ae]n?|n?[ae]|y[aeıiuü]|s?[ıiuü]n?|n[ıiuü]n|y?l[ae]|k[iü]|[dt][ıiuü]r)){0,4}"
)

_FIGURE = r"(?=\s?(?:\d|[ıivx]+\.))"  # behind letters that may be a name's

TURKISH = Language(
    "tr",
    {
        "M": {
            "january": "oca[kğ]", "february": "şubat", "march": "mart", "april": "nisan", "may": "mayıs",
            "june": "haziran", "july": "temmuz", "august": "ağustos", "september": "eylül", "october": "ekim",
            "november": "kasım", "december": "aralı[kğ]",
        },
        "W": {
            "monday": "pazartesi", "tuesday": "salı", "wednesday": "çarşamba", "thursday": "perşembe",
            "friday": "cuma",
            "saturday": "cumartesi", "sunday": "pazar",
        },
        "R": {
            "today": "bugün", "yesterday": "dün(?!y)", "tomorrow": "yarın", "now": "şimdi",
            "recently": "geçenlerde|yakınlarda",
            "soon": "yakında", "new year's day": "yılbaşı",
            "annually": "yıllık", "daily": "günlük", "weekly": "haftalık", "monthly": "aylık",
        },
        "E": {"early": "baş[ıl]|başlangı[cç]", "mid": "ortas|ortal", "late": "sonu|sonl"},
        "T": {
            "last": "geçen|geçtiğimiz", "this": "bu", "next": "gelecek|önümüzdeki",
            "before last": "önceki|evvelki|evvelsi",
            "following": "sonraki|ertesi", "past": "son", "the same": "aynı|o",
        },
        "A": {"ago or earlier": "önce|evvel"},
        "L": {"later": "sonra"},
        "O": {"since": "beri|yana", "from": "itibaren"},
        "½": {"and a half": "buçuk"},
        "B": {"until": "kadar|dek|değin"},
        "K": {"every": "her"},
        "&": {"and": "ve|ile|veya"},
        "P": {"morning": "sabah", "afternoon": "öğleden", "evening": "akşam", "night": "gece"},
        "C": {"noon": "öğlen|öğleyin"},
        "S": {"spring": "(?:ilk)?bahar", "summer": "yaz(?!ıs|ıl|ıd|ıy|ıt)", "fall": "sonbahar|güz", "winter": "kış"},
        "Q": {
            "1": "bir", "2": "iki", "3": "üç", "4": "dört", "5": "beş", "6": "altı", "7": "yedi",
            "8": "sekiz", "9": "dokuz",
            "10": "on", "20": "yirmi", "30": "otuz", "40": "kırk", "50": "elli", "60": "altmış", "70": "yetmiş",
            "80": "seksen", "90": "doksan", "100": "yüz", "several": "birkaç|birçok", "half a": "yarım",
        },
        "V": {"first": "birinci|ilk", "second": "ikinci", "third": "üçüncü", "fourth": "dördüncü"},
        "z": {"times": "kez|kere|defa"},
        "t": {"time": "dönem|zaman"},
        "~": {"days": "günler", "weeks": "haftalar", "months": "aylar"},
        "c": {"century": "yüzyıl|asır"},
        "q": {"quarter": "çeyre[kğ]"},
        "f": {"half": "yarı"},
        "Z": {"years": "yıllar(?:ı|ında|da|dan|ından)?"},
        "y": {"the year": "yılın(?=da)", "year": "yıl|sene"},
        "m": {"month": "ay"},
        "w": {"week": "hafta"},
        "d": {"day": "gün"},
        "h": {"hour": "saat"},
        "n": {"minute": "dakika"},
        "s": {"second": "saniye"},
        "k": {"decade": "onyıl"},
        "a": {"about": "yaklaşık", "nearly": "neredeyse", "more than": "fazla|aşkın", "less than": "az"},
        "-": {"onto": "bağlayan", "": "tam|tarih|aras[ıi]|içi|boyunca|an|,"},
    },
    phrases={
        "bc": rf"(?:milattan|isa'?dan) (?:önce|evvel)|(?:[mi]\.\s?ö\.?|[mi]ö){_FIGURE}",
        "ad": rf"(?:milattan|isa'?dan) sonra|(?:[mi]\.\s?s\.?|ms){_FIGURE}",
        "turkish republic day": "cumhuriyet bayramı", "turkish victory day": "zafer bayramı",
        "turkish national unity day": "demokrasi ve mill[iî] birlik günü", "nowruz": "nevruz",
        "international women's day": "(?:dünya )?(?:emekçi )?kadınlar günü", "mother's day": "anneler günü",
        "father's day": "babalar günü", "may day": "işçi bayramı|(?:emek|işçi) ve dayanışma günü",
        "st valentine's day": "sevgililer günü", "christmas": "noel(?! baba)", "easter": "paskalya",
        "next week": "haftaya(?<!gelecek haftaya)(?<!önümüzdeki haftaya)(?<!bu haftaya)(?<!sonraki haftaya)(?! kadar)",
        "previous": "bir önceki", "at an early hour": "erken saatler(?:de|inde)",
        "at a late hour": "geç saatler(?:de|inde)",
        "at least": "en az(?:ından)?", "at most": "en (?:fazla|çok)",
        "halloween": "cadılar bayramı", "now": "şu (?:an|sıra|sıralar|günler)",
    },
    # the present of what is fixed beforehand: "cuma günü başlıyor"
    future=r"(?:başl|açıl|kapan|bit|yapıl|oynan|toplan|oyn|karşılaş|gel|gid|buluş|dön|ağırl)[ıiuü]yor(?:lar|uz)?"
    r"|.*(?:[ae]ca[kğ]|ece[kğ]).*|.*m[ae]l[ıi]|planlan\w*|planlıyor\w*|beklen\w*"
    r"|um(?:uyor|ut)\w*|istiyor\w*|hedefl(?:iyor|en)\w*|öngörül\w*",
    # hearths, sowing, a gull, markets, a writing, barracks
    other=r"\|(?:oca(?:ğ|kl)|ekimi|mart[ıi]|kışla)\w*\||\|yazı\||\|pazar(?:ı|ın|ına|ında|ından|lara|larda|lardan|lar[ıi]nd?\w*)\|"
    r"|(?:kurulan|semt|halk|yerel|kapalı|açık|iç|dış)\s\|pazar\||\|pazar\|\s(?:yeri|payı|tezg|fiyat|ekonomi|araştırma|esnaf|değer|hacmi|lider)",
    moved=r"(?:ertele|ötele)\w*",
    cut=r"['’](?!l[ae]r|[iıuü]?nc[iıuü])(?!(?<=\d['’])s?[ıiuü]n[dt]?[ae])[^\W\d_]+$",  # "13'ünde" of a month stays
    names=True,
    # the dative, not the locative: "cumaya", "marta", not "martta"
    onto=r"(?<!d)(?<![çfhkpsşt'’]t)[ae]$",
    away=r"[dt][ae]n$",
    during=r"(?:[dt][ae]n?|[aeıiuü]na|[yn]?[ae])$",
    then_ahead=r"[ae]c[ae][kğ]t[ıi]",
    commits=r"(?:ed|et)(?:t|iyor|il|mi)\w*|ver(?:d|di|mi)\w*|kararlaştır\w*|planla\w*|amaçla\w*|hedefle\w*|iste\w*|anlaş\w*"
    r"|bekl[ei]\w*|öner\w*|um(?:d|muş)\w*|niyet\w*|çağır\w*|uzlaş\w*",
    promised=r".{2,}m[ae](?:y[ıiea]|s[ıi]n[ıiae]|l[ae]r[ıi]n[ıiae])?|(?:.{2,})m[ae]k",
    past=r".*[a-zçğıöşü](?:[dt][ıiuü]|m[ıiuü]ş|[dt][ıiuü]l[ae]r|[dt][ıiuü]ğ[ıiuü]\w*)",
    lower=lambda text: text.translate(_LOWER).lower(),
    ending=_SUFFIXES,
)  # fmt: skip
