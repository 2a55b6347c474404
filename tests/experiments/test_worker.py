"""What a worker makes of a call; that it gives way, ends with its starter and keeps its output clean is tested with
`test_executors.py`, in real processes.
"""

import io
import pickle

from glassbox.experiments.worker import outcome, write


def test_a_call_brings_something_or_an_error():
    assert outcome(max, (1, 3), {}) == (True, 3)
    is_sound, error = outcome(int, ("x",), {})
    assert not is_sound and isinstance(error, ValueError)


def test_what_is_written_can_be_read_one_by_one():
    stream = io.BytesIO()
    write(stream, (True, 1))
    write(stream, (False, None))
    stream.seek(0)
    assert [pickle.load(stream), pickle.load(stream)] == [(True, 1), (False, None)]
