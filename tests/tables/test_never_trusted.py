"""Fuzzing: whatever the bytes, there is a preview or one clear sentence, and what is shown of them is harmless."""

import dataclasses
import json

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from glassbox.engine.dataset import points_of
from glassbox.tables.chosen import make_points
from glassbox.tables.download import points_as_csv
from glassbox.tables.preview import preview
from glassbox.tables.reading import read_table
from glassbox.tables.refused import Refused
from glassbox.tables.wishes import NO_WISHES, Absent, Alike, ColumnWish, Odd, Wishes
from tests.tables.refusals import check_sentence

CELLS = st.one_of(
    st.integers(-9, 99).map(str),
    st.floats(width=32).map(str),
    st.floats(-99, 99).map(lambda value: f"{value:.2f}".replace(".", ",")),
    st.sampled_from(["", "NA", "cat", "dog", "=1+1", '"', '"a;b"', '"x\ny"', "\x1b[0m", "‮", "1e400", "’", " 1 ", "é"]),
)
ROWS = st.lists(st.lists(CELLS, min_size=2, max_size=4), max_size=30)
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]


@st.composite
def tables(draw):
    """Something like a table: rows of cells, sometimes even, joined and encoded as people do."""
    rows = draw(ROWS)
    if draw(st.booleans()):
        rows = [(row * 2)[:3] for row in rows] * 4
    delimiter, end = draw(st.sampled_from(",;\t")), draw(st.sampled_from(["\n", "\r\n", "\r"]))
    return end.join(delimiter.join(row) for row in rows).encode(draw(st.sampled_from(ENCODINGS)), "replace")


COLUMN_WISHES = st.builds(
    ColumnWish,
    odd=st.sampled_from([None, *Odd]),
    way=st.sampled_from(["", ".", ",", "%m/%d/%Y", "x"]),
    alike=st.sampled_from(Alike),
    absent=st.sampled_from(Absent),
)
WISHES = st.builds(
    Wishes,
    header=st.sampled_from([None, True, False]),
    delimiter=st.sampled_from([None, *",; #x", "", "ab"]),
    first=st.sampled_from([None, -1, 0, 1, 2, 3, 10**30]),
    encoding=st.sampled_from([None, "cp1251", "utf-16", "x"]),
    seed=st.integers(),
    columns=st.dictionaries(st.integers(-1, 4), COLUMN_WISHES, max_size=3),
)


def all_the_way(data, wishes=NO_WISHES):
    """As far as it goes: table, preview, the suggested data, a run's points, a download."""
    table = read_table(data, wishes)
    shown = preview(table)
    check_preview(shown, table)
    for question in shown.questions:
        check_sentence(question.text)
        assert question.chosen in {option.value for option in question.options}
    if shown.target is None or not shown.inputs:
        return
    own = make_points(table, shown.target, shown.inputs)
    assert np.isfinite(own.observations.x).all() and np.isfinite(own.observations.target).all()
    assert len(own.observations.target) + len(own.left_out) == shown.rows
    points = points_of(own.observations, 50, 0.0, 0.0, 1)
    assert points_as_csv(points, own.observations.about).decode("utf-8-sig").count("\n") >= len(points.target)


def check_preview(shown, table):
    """It is plain data, as large as promised, and everything in it is visible."""
    json.dumps(dataclasses.asdict(shown))
    texts = [column.name for column in shown.columns] + [cell for row in shown.head for cell in row]
    assert all(text.isprintable() and len(text) <= 50 for text in texts)
    assert len({column.name for column in shown.columns}) == len(shown.columns)
    assert {len(row) for row in shown.head} == {len(shown.columns)}
    assert 1 <= shown.rows <= min(shown.total, 5000) and len(table.rows) == shown.rows
    for note in shown.notes:
        check_sentence(note)


def taken_or_refused(data, wishes=NO_WISHES):
    try:
        all_the_way(data, wishes)
    except Refused as refused:
        check_sentence(refused.text)


@settings(max_examples=300)
@given(st.binary(max_size=400))
@example(b"a,b\n1,2\n" + b"\xff" * 20)
@example(b"\xff\xfe\x00\x00a\x00\x00\x00")
@example(b'"')
@example(b",")
@example(b"\n,\n1,2")
@example(b"\xef\xbb\xbf")
def test_any_bytes_give_a_preview_or_a_sentence(data):
    taken_or_refused(data)


@settings(max_examples=300)
@given(st.text(st.sampled_from('ab1,;\t\n\r" .-"\0\x85\u2028'), max_size=200), WISHES)
def test_any_text_gives_a_preview_or_a_sentence(text, wishes):
    taken_or_refused(text.encode(), wishes)


@settings(max_examples=300)
@given(tables(), WISHES)
def test_anything_like_a_table_gives_a_preview_or_a_sentence(data, wishes):
    taken_or_refused(data, wishes)


HOSTILE = {
    "only delimiters": b"," * 1_000_000,
    "only line ends": b"\n" * 1_000_000 + b"a,b\n1,2\n",
    "one endless quotation": b'a,b\n"' + b"x,1\n" * 300_000,
    "quotation marks": b'"' * 1_000_001,
    "many columns": b",".join([b"1"] * 500_000) + b"\n",
    "many narrow rows": b"1,2\n" * 500_000,
    "as wide and as long as can be": (b",".join([b"1"] * 200) + b"\n") * 5000,
    "one name, repeated": b",".join([b"a"] * 200) + b"\n" + (b",".join([b"1"] * 200) + b"\n") * 20,
    "numbers of many digits": (b"1" * 9_000 + b",2\n") * 200,
    "exponents": b"1e999999999,2\n" * 1000,
    "nearly numbers": (b"1" * 9_000 + b"x,2\n") * 200,
}


@pytest.mark.timeout(240)
@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_hostile_files_are_dealt_with_in_time(data):
    taken_or_refused(data)
