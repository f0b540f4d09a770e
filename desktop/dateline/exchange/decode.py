"""Bytes of a text file to text, verbatim, with the encoding found out when nobody says it."""

import codecs
import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from dateline.exchange.checks import Fault
from dateline.exchange.kinds import kind_of
from dateline.exchange.problems import Problem, ProblemKind, worded
from dateline.model.wording import Wording, tr

LARGEST = 50 * 1024 * 1024  # bytes

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The single-byte and East Asian encodings news text is found in; the guess is among these.
_CANDIDATES = (
    *("cp1252", "cp1254", "cp1251", "cp1250", "cp1253", "cp1255", "cp1256", "cp1257", "iso8859_2", "iso8859_9"),
    *("koi8_r", "koi8_u", "cp866", "big5", "gb18030", "shift_jis", "euc_jp", "euc_kr"),
)
_USUAL = {
    **dict.fromkeys(("tr", "az"), "cp1254"),
    **dict.fromkeys(("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky"), "cp1251"),
    **dict.fromkeys(("pl", "cs", "sk", "hu", "ro", "hr", "sl"), "cp1250"),
    **dict.fromkeys(("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi"), "cp1252"),
    "el": "cp1253",
    "he": "cp1255",
    "ar": "cp1256",
    "fa": "cp1256",
    "lt": "cp1257",
    "lv": "cp1257",
}
# Latin code pages differ in a few letters, too few for statistics on a short text: the alphabets tell them apart.
_ALPHABETS = (
    ("cp1252", "àâäáãåæçèéêëìíîïñòóôöõøùúûüßÿœ"),
    ("cp1254", "çğıİöşüâîûé"),
    ("cp1250", "ąćęłńóśźż"),
    ("cp1250", "áčďéěíňóřšťúůýžĺľŕôä"),
    ("cp1250", "áéíóöőúüű"),
    ("cp1250", "ăâîşţ"),
    ("cp1250", "čćđšž"),
    ("cp1257", "ąčęėįšųūž"),
    ("cp1257", "āčēģīķļņšūž"),
)
_LETTER_RUNS = re.compile(rb"[\xc0-\xff]+")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f]")  # but for those that old texts have, such as form feeds
_LOOKED_AT = 4_000  # bytes by which an encoding without a mark is told
_ASCII = 0.7  # share of the bytes that are printable ASCII, beyond which they are no wide encoding
_CHINESE, _KOREAN = -1, -2  # blocks that go over many times 256 signs
_GAPS = frozenset(" \n\r\t.,。，、．")
_PUNCTUATION = frozenset("“”„‘’‚–—…€£§°«»‹›·•™®©\xa0\xad½¼¾²×")


class Decoded(Struct, frozen=True):
    """A text and the encoding it was in; `guessed` where the bytes do not prove it."""

    text: str
    encoding: str
    guessed: bool = False


_DIVIDE = tr(
    "Such a file is one article, all of which the window holds: divide it into its articles, or make them lines of "
    "JSON or rows of a table, of which a file may have any number"
)
_BINARY, _AS_TEXT = tr("is a binary file, not a text"), tr("Save it as plain text (UTF-8)")
_NOT_IN = tr("is not {encoding}: byte {byte} does not fit")
_READ_AS = tr("is not UTF-8; it was read as {encoding}")
_KNOWN_AS = tr("is in the encoding {encoding}, as it says itself or was chosen")
_LOOK = tr("If letters look wrong, name its encoding; where it is imported already, undo that first")


def encoding_notice(encoding: str, name: str, *, guessed: bool) -> Problem | None:
    """Say what a file was read as, unless that is what everybody expects."""
    if guessed:
        return worded(Wording(_READ_AS, {"encoding": encoding}), _LOOK, name, kind=ProblemKind.ENCODING)
    if encoding in ("utf-8", "utf-8-sig"):
        return None
    return worded(Wording(_KNOWN_AS, {"encoding": encoding}), "", name, kind=ProblemKind.ENCODING)


def read_bytes(path: Path, largest: int = LARGEST) -> bytes:
    """Return the content of a file that is neither empty nor too large; raises Fault and OSError."""
    return read_within(path.stat().st_size, path.read_bytes, largest)


def read_within(size: int, read: Callable[[], bytes], largest: int = LARGEST) -> bytes:
    """Return what is read, of `size` bytes, that is neither empty nor too large; raises Fault, and what `read` does."""
    if size > largest:
        tenths = -(-size * 10 // 1_048_576)  # rounded up, lest both numbers be the same
        sizes = {"size": f"{tenths / 10:.1f}", "largest": f"{largest // 1_048_576}"}
        what = Wording(tr("is {size} MB; the largest article taken is {largest} MB"), sizes)
        raise Fault("", what, _DIVIDE, ProblemKind.TOO_LARGE)
    data = read()
    if not data:
        raise Fault("", tr("is empty"), tr("Leave it out"), ProblemKind.EMPTY)
    return data


def decoded(data: bytes, encoding: str = "", language: str = "") -> Decoded:
    """Decode without changing a character: line ends and no-break spaces stay; a byte order mark is no text.

    `encoding` forces one; `language` (ISO 639-1) helps the guess. Raises Fault for what is no text, or not in
    the encoding that was named. What UTF-8's mark says to be a text is one, whatever characters it has.
    """
    if encoding:
        return _forced(data, encoding)
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _strictly(data[len(bom) :], name, marked=name == "utf-8")
    if kind := kind_of(data):
        what = Wording(tr("is {what}, not a text"), {"what": Wording(kind.what)})
        raise Fault("", what, kind.advice, ProblemKind.BINARY)
    if b"\x00" in data:
        return _without_mark(data)
    try:
        return _checked(data.decode(), "utf-8")
    except UnicodeDecodeError:
        return _guessed(data, language)


def encoded(text: str) -> bytes:
    """Return a text in UTF-8 such that `decoded` gives it back: with a mark where it would pass for something else."""
    data = text.encode("utf-8", "surrogatepass")
    return codecs.BOM_UTF8 + data if text.startswith("\ufeff") or kind_of(data) or _is_binary(text) else data


def no_encoding(name: str) -> str:
    """Say that there is no encoding of a name, and which there are."""
    return f"there is no encoding {name}; there are utf-8, utf-16, {', '.join(_CANDIDATES)} and further ones of Python"


def text_codec(encoding: str) -> str:
    """Return Python's name of an encoding; raises LookupError where there is none, or it is none of texts ("hex")."""
    try:
        "a".encode(encoding)
    except ValueError as error:  # "undefined" raises it for any text, and a name with a NUL
        raise LookupError(encoding) from error
    return codecs.lookup(encoding).name


def _forced(data: bytes, encoding: str) -> Decoded:
    try:
        name = text_codec(encoding)
    except LookupError:
        raise Fault("", no_encoding(encoding), "", ProblemKind.ENCODING) from None
    marks = [bom for bom, of in _BOMS if data.startswith(bom) and of.startswith(name.removesuffix("-sig"))]
    return _strictly(data[len(marks[0]) :] if marks and name not in ("utf-16", "utf-32") else data, name)


def _strictly(data: bytes, encoding: str, *, marked: bool = False) -> Decoded:
    try:
        text = data.decode(encoding)
        text.encode()  # some codecs let half surrogate pairs through
        return _checked(text, encoding, marked=marked)
    except UnicodeEncodeError:
        raise Fault(
            "",
            Wording(tr("is not {encoding}: it holds halves of characters"), {"encoding": f"{encoding}"}),
            "",
            ProblemKind.ENCODING,
        ) from None
    except UnicodeDecodeError as error:
        what = Wording(_NOT_IN, {"encoding": encoding, "byte": f"{error.start + 1}"})
        raise Fault("", what, tr("Name its encoding, or save it as UTF-8"), ProblemKind.ENCODING) from None
    except (LookupError, ValueError) as error:  # codecs that are not for text, such as "hex"
        raise Fault(
            "",
            Wording(tr("cannot be read as {encoding}: {error}"), {"encoding": f"{encoding}", "error": f"{error}"}),
            "",
            ProblemKind.ENCODING,
        ) from None


def _without_mark(data: bytes) -> Decoded:
    """Text with zero bytes is UTF-16 or UTF-32 without its mark, where it then reads as text; else it is none."""
    head = data[:_LOOKED_AT]
    for name, width in (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2)):
        if len(data) % width == 0 and _reads_as_text(head[: len(head) // width * width], name):
            return Decoded(_strictly(data, name).text, name, guessed=True)
    what_to_do = tr("Save it as plain text (UTF-8), or name its encoding if it is a text, such as utf-16-le")
    raise Fault("", _BINARY, what_to_do, ProblemKind.BINARY)


def _reads_as_text(head: bytes, encoding: str) -> bool:
    """Say whether bytes of a wide encoding make letters of one or two scripts, with spaces, line ends or full stops.

    Read the wrong way round, or if they are no text, they make signs of many blocks of 256, and such as do not exist.
    """
    try:
        text = head.decode(encoding)
    except UnicodeDecodeError as error:
        if error.start < len(head) - 4:  # else only a character is cut
            return False
        text = head[: error.start].decode(encoding)
    plain = sum(0x20 <= byte < 0x7F for byte in head)
    if plain > _ASCII * len(head) or any(c < " " and c not in "\t\n\r\f" for c in text):
        return False  # each byte is a letter by itself, or it holds control characters
    if any(unicodedata.category(c) in ("Cn", "Co") for c in text):
        return False
    blocks = Counter(_CHINESE if "\u4e00" <= c < "\ua000" else _KOREAN if "\uac00" <= c < "\ud7b0" else ord(c) >> 8
                     for c in text)  # fmt: skip
    usual = sum(count for _, count in blocks.most_common(4))
    letters, gaps = sum(c.isalnum() for c in text), sum(c in _GAPS for c in text)
    return len(text) > 3 and usual > 0.97 * len(text) and letters > len(text) / 2 and gaps > len(text) / 100


def _guessed(data: bytes, language: str) -> Decoded:
    """Guess among the usual encodings; the language decides where it is known and fits."""
    usual = _USUAL.get(language.lower().split("-")[0].split("_")[0], "")
    for name in (usual, _latin(data)):
        if name and (got := _tried(data, name)):
            return got
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=list(_CANDIDATES), threshold=0.5).best()
    if got := _tried(data, best.encoding if best else "cp1252"):
        return got
    raise Fault("", tr("is in an encoding that cannot be told"), tr("Name its encoding"), ProblemKind.ENCODING)


def _tried(data: bytes, encoding: str) -> Decoded | None:
    """Return the text if every byte fits the encoding; raises Fault when it then is no text."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return Decoded(_checked(text, encoding).text, encoding, guessed=True)


def _latin(data: bytes) -> str:
    """Return the Latin code page one of whose alphabets has all signs of a text, or ""."""
    signs = {bytes([b]): n for b, n in Counter(data).items() if b >= 0x80}
    runs = _LETTER_RUNS.findall(data)
    # Latin letters beyond ASCII stand alone or in twos; in other scripts whole words are beyond it.
    if sum(signs.values()) > 0.4 * len(data) or sum(map(len, runs)) > 1.8 * len(runs):
        return ""
    best, missed_least = "", 0.1 * sum(signs.values())
    for page, alphabet in _ALPHABETS:
        fits = _PUNCTUATION.union(alphabet)
        decoded_signs = ((b.decode(page, "replace"), n) for b, n in signs.items())
        missed = sum(n for c, n in decoded_signs if c not in fits and c.lower() not in fits)
        if missed < missed_least or (not best and missed <= missed_least):
            best, missed_least = page, missed
    return best


def _checked(text: str, encoding: str, *, marked: bool = False) -> Decoded:
    """Refuse what decodes to nothing but white space or, unless it is `marked` as a text, to control characters."""
    if not text or text.isspace():
        raise Fault(
            "", tr("holds nothing but white space") if text else tr("is empty"), tr("Leave it out"), ProblemKind.EMPTY
        )
    if not marked and _is_binary(text):
        raise Fault("", _BINARY, _AS_TEXT, ProblemKind.BINARY)
    return Decoded(text, encoding)


def _is_binary(text: str) -> bool:
    """Say whether what was decoded has control characters that hardly any text has, or many of them."""
    head = text[:20_000]
    return "\x00" in text or len(_CONTROLS.findall(head)) > 2 + len(head) * 0.01
