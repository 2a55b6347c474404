"""A run's record: plain data that says at once if it cannot be one."""

import pytest

from glassbox.labbook.records import MOST_PICTURE_BYTES
from tests.labbook.conftest import a_record


def test_its_key_is_one_that_a_server_gave():
    with pytest.raises(ValueError, match="new_run_key"):
        a_record(key="my run")


def test_its_picture_fits_a_row():
    assert len(a_record(picture=bytes(MOST_PICTURE_BYTES)).picture) == MOST_PICTURE_BYTES
    with pytest.raises(ValueError, match="a row has space for"):
        a_record(picture=bytes(MOST_PICTURE_BYTES + 1))
