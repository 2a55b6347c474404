"""The encoding of a table is found out from its few words, whatever the language."""

import json
import re
from pathlib import Path

import pytest

from glassbox.tables.encodings import ENCODINGS, guessed
from glassbox.tables.words import DELIMITERS

WORDS = {
    "German": ("größe;breite;art", ["Bär", "Kätzchen", "Mäuse"], "cp1252"),
    "French": ("taille;école;été", ["Noël", "garçon", "déjà"], "cp1252"),
    "Spanish": ("año;tamaño;niño", ["España", "corazón"], "cp1252"),
    "a single word": ("name;b;c", ["a", "b", "Müller"], "cp1252"),
    "only a sign of money": ("preis €;b;c", ["x", "y"], "cp1252"),
    "Russian": ("длина;ширина;вид", ["кошка", "собака", "мышь"], "cp1251"),
    "Ukrainian": ("довжина;ширина;вид", ["кіт", "собака", "їжак"], "cp1251"),
    "Russian, of Unix": ("длина;ширина;вид", ["Кошка", "Собака", "Мышь"], "koi8_r"),
    "Polish": ("długość;szerokość;gatunek", ["żółty", "źdźbło", "gęś"], "cp1250"),
    "Czech": ("délka;šířka;druh", ["kůň", "žába", "čáp"], "cp1250"),
    "Greek": ("μήκος;πλάτος;είδος", ["γάτα", "σκύλος"], "cp1253"),
    "Japanese": ("長さ;幅;種類", ["猫", "犬", "ねずみ"], "shift_jis"),
    "Chinese": ("长度;宽度;种类", ["猫", "狗", "老鼠"], "gb18030"),
    "Korean": ("길이;너비;종류", ["고양이", "개"], "euc_kr"),
    "German, of old Macs": ("größe;breite;art", ["Bär", "Kätzchen"], "mac_roman"),
    "German, of DOS": ("größe;breite;art", ["Bär", "Kätzchen"], "cp850"),
}


@pytest.mark.parametrize(("header", "words", "codec"), WORDS.values(), ids=WORDS)
def test_a_table_is_read_in_the_encoding_of_its_language(header, words, codec):
    text = header + "\n" + "".join(f"{n};{n % 3};{words[n % len(words)]}\n" for n in range(40))
    assert guessed(text.encode(codec)) == codec


def test_what_is_found_can_decode_every_byte():
    assert guessed(b"caf\xe9;1\x81\n") == "latin-1"
    data = bytes(range(32, 256)) * 10
    assert data.decode(guessed(data)) and guessed(data) in ENCODINGS


def test_the_dialog_offers_every_encoding_and_separator():
    words = (Path(__file__).parents[2] / "static" / "text" / "own_data.js").read_text()
    for codec, name in ENCODINGS.items():
        assert re.search(rf'"?{re.escape(codec)}"?: (?:say\()?"{re.escape(name)}', words)
    for mark, name in DELIMITERS.items():
        key = f"(?:{re.escape(mark)}|{re.escape(json.dumps(mark))})"
        assert re.search(rf'{key}: (?:say\()?"{re.escape(name)}', words)
