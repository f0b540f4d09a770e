"""Articles of one text that have something in common, as bits: which of them is the first is one step for thousands."""

from collections.abc import Iterable, Sequence

from dateline.scratch import Ledger

BLOCK = 4096  # articles whose bits are one number
TAKEN, LATE = "taken", "late"  # articles that are taken, and such as got their date from an occasion that came


class Bits:
    """Sets of whole numbers by name, however many; the bits of a block are kept as one hexadecimal number."""

    def __init__(self) -> None:
        self._kept = Ledger()

    def of(self, name: str, block: int) -> int:
        """Return the bits of the so-manieth block of a set."""
        return int(self._kept.get(f"{name} {block}") or "0", 16)

    def put(self, name: str, block: int, bits: int) -> None:
        """Add the numbers of some bits to a set."""
        if bits:
            self._kept[f"{name} {block}"] = f"{self.of(name, block) | bits:x}"

    def add(self, name: str, number: int) -> None:
        """Add a number to a set."""
        self.put(name, number // BLOCK, 1 << number % BLOCK)

    def has(self, name: str, number: int) -> bool:
        """Say whether a number is in a set."""
        return bool(self.of(name, number // BLOCK) >> number % BLOCK & 1)


class Alike:
    """Finds the first of a group of articles of one text that has a sign (see `TextsHere`), without a list of them.

    They are numbered as those of the text are, and that is their order; but such as got a sign from an occasion that
    came after the group was made are the last with that, in the order in which they got it.
    """

    def __init__(self) -> None:
        # An article ("of") to its text and number; a text with a number to the article, with "blocks" to how many
        # blocks there are; with "late" to how many got a date, with "late" and a number to how many had before that
        # one; with "got" and a sign to how many got that, with a number as well to the so-manieth of them. A group to
        # how many had got a date when it was made.
        self._kept = Ledger()
        # Of a text: who had a sign from the first ("had") and who got it ("got"); who is LATE, and who is TAKEN. Of
        # a group: who is in it.
        self._bits = Bits()
        self._firsts = Ledger()  # groups with a sign, to the first of all with that

    def number(self, text: str, articles: Iterable[tuple[str, Iterable[str], bool]]) -> None:
        """Take in the articles of a text, before one gets a date: ids, signs, whether taken; again is nothing new."""
        if not self._kept.add(f"{text} numbered"):
            return
        found: dict[str, int] = {}
        number = -1
        for number, (article_id, signs, taken) in enumerate(articles):
            if number % BLOCK == 0:
                self._put(found, number // BLOCK - 1)
            self._kept[f"of {article_id}"] = f"{text} {number}"
            self._kept[f"{text} {number}"] = article_id
            for name in (*(f"{text} had {sign}" for sign in signs), *((f"{text} {TAKEN}",) if taken else ())):
                found[name] = found.get(name, 0) | 1 << number % BLOCK
        self._put(found, number // BLOCK)
        self._kept[f"{text} blocks"] = str(number // BLOCK + 1)

    def gather(self, text: str, group: str, blocks: Iterable[int]) -> None:
        """Make a group of some articles of a text that are numbered: by the bits of each block."""
        self._kept[group] = self._kept.get(f"{text} late") or "0"
        for block, bits in enumerate(blocks):
            self._bits.put(group, block, bits)

    def has(self, group: str, article_id: str) -> bool:
        """Say whether an article is in a group."""
        return self._bits.has(group, self._number(article_id))

    def take(self, article_id: str) -> None:
        """Take in that an article is taken."""
        if of := self._kept.get(f"of {article_id}"):
            text, number = of.split()
            self._bits.add(f"{text} {TAKEN}", int(number))

    def dated(self, text: str, article_id: str, signs: Iterable[str]) -> None:
        """Take in that an article that is numbered got a date, and with it some signs that it had not."""
        number = self._number(article_id)
        self._bits.add(f"{text} {LATE}", number)
        self._kept[f"{text} late {number}"] = str(self._counted(f"{text} late"))
        for sign in signs:
            self._bits.add(f"{text} got {sign}", number)
            self._kept[f"{text} {self._counted(f'{text} got {sign}')} got {sign}"] = str(number)

    def first(self, text: str, group: str, sign: str, gone: Sequence[str]) -> str | None:
        """Return the first of a group of a text with a sign that is none of those `gone`: TAKEN, LATE."""
        key = f"{group} {sign}"
        known = self._firsts.get(key) if not gone else None
        if known is None:
            number = self._first(text, group, sign, [f"{text} {name}" for name in gone])
            known = self._kept[f"{text} {number}"] if number is not None else None
            if known is not None and not gone:
                self._firsts[key] = known
        return known

    def _first(self, text: str, group: str, sign: str, gone: Sequence[str]) -> int | None:
        had = self._lowest(text, group, f"{text} had {sign}", gone)
        got = self._lowest(text, group, f"{text} got {sign}", gone)
        if got is None or (had is not None and had < got):
            return had
        since = int(self._kept[group])
        sooner, later = [] if had is None else [had], list[int]()
        for place in range(int(self._kept[f"{text} got {sign}"])):
            number = int(self._kept[f"{text} {place} got {sign}"])
            if self._bits.has(group, number) and not any(self._bits.has(name, number) for name in gone):
                (sooner if int(self._kept[f"{text} late {number}"]) < since else later).append(number)
        return min(sooner) if sooner else later[0]

    def _lowest(self, text: str, group: str, name: str, gone: Sequence[str]) -> int | None:
        for block in range(int(self._kept[f"{text} blocks"])):
            bits = self._bits.of(group, block)
            bits &= self._bits.of(name, block) if bits else 0
            for past in gone if bits else ():
                bits &= ~self._bits.of(past, block)
            if bits:
                return block * BLOCK + (bits & -bits).bit_length() - 1
        return None

    def _number(self, article_id: str) -> int:
        return int(self._kept[f"of {article_id}"].split()[1])

    def _counted(self, key: str) -> int:
        count = int(self._kept.get(key) or "0")
        self._kept[key] = str(count + 1)
        return count

    def _put(self, found: dict[str, int], block: int) -> None:
        for name, bits in found.items():
            self._bits.put(name, block, bits)
        found.clear()
