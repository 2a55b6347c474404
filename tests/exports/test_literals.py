"""Numbers are written short, and read back as the very same float32."""

import ast
import json

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from glassbox.exports.literals import LINE, array_text, numbers

finite = st.floats(width=32, allow_nan=False, allow_infinity=False)
vectors = arrays.arrays(np.float32, st.integers(0, 40), elements=finite)
matrices = arrays.arrays(np.float32, arrays.array_shapes(min_dims=2, max_dims=2, max_side=40), elements=finite)


@given(vectors)
def test_json_gives_the_same_bytes(values):
    assert np.array(json.loads(json.dumps(numbers(values))), np.float32).tobytes() == values.tobytes()


@given(st.one_of(vectors, matrices))
def test_source_text_gives_the_same_bytes(values):
    text = array_text(values)
    assert np.array(ast.literal_eval(text), np.float32).tobytes() == values.tobytes()
    assert max(map(len, text.splitlines())) <= LINE + 2


def test_numbers_are_short():
    assert array_text(np.float32([0.1, -0.0, 1e20, 1 / 3])) == "[0.1, -0.0, 1e+20, 0.33333334]"


def test_a_matrix_is_read_row_by_row():
    assert array_text(np.float32([[1, 2], [3, 4]])) == "[\n    [1.0, 2.0],\n    [3.0, 4.0],\n]"
