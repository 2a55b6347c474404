"""Finds out in which encoding a text is that is not UTF-8: charset-normalizer judges the words that are not ASCII.

A table is mostly digits, which are alike in all encodings, so it is given those words only. Where several encodings
make equally good words, the one in which they look more like words, and then the more common one.
"""

import re
from functools import partial
from itertools import pairwise

from charset_normalizer import from_bytes

ENCODINGS = {  # by Python's names, as they are called, the more common first
    "utf-8": "UTF-8",
    "cp1252": "Windows-1252",
    "latin-1": "Latin-1",
    "cp1251": "Windows-1251",
    "cp1254": "Windows-1254",
    "cp1250": "Windows-1250",
    "cp1253": "Windows-1253",
    "cp1257": "Windows-1257",
    "gb18030": "GB 18030",
    "shift_jis": "Shift JIS",
    "euc_jp": "EUC-JP",
    "euc_kr": "EUC-KR",
    "big5": "Big5",
    "koi8_r": "KOI8-R",
    "mac_roman": "Mac Roman",
    "cp850": "CP 850",
    "cp866": "CP 866",
    "utf-16": "UTF-16",
}
_GUESSED = [codec for codec in ENCODINGS if not codec.startswith("utf")]
_WORD = re.compile(rb"[A-Za-z]*[\x80-\xff][A-Za-z\x80-\xff]*")
_ENOUGH = 2000  # bytes of words
_HALF_WIDTH = re.compile("[\uff61-\uff9f]")  # katakana that no one writes any more


def guessed(data: bytes) -> str:
    """The codec that makes the best words of the bytes; it can decode them all."""
    able = [codec for codec in _GUESSED if _can_decode(data, codec)]
    words = list(dict.fromkeys(word for word in _WORD.findall(data) if len(word) > 1))
    sample = b" ".join(words)[:_ENOUGH]
    return min(able, key=partial(_fault, sample)) if sample else able[0]


def _fault(sample: bytes, codec: str) -> tuple[float, int]:
    """How little a sample looks like words in an encoding."""
    best = from_bytes(sample, cp_isolation=[codec], threshold=1.0).best()
    text = sample.decode(codec, "replace")
    return best.chaos if best else 1.0, sum(map(_oddities, text.split()))


def _oddities(word: str) -> int:
    """Signs within a word, capitals after small letters, and what hardly anyone writes."""
    signs = sum(not letter.isalpha() for letter in word)
    capitals = sum(one.islower() and other.isupper() for one, other in pairwise(word))
    return signs + capitals + len(_HALF_WIDTH.findall(word))


def _can_decode(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        return False
    return True
