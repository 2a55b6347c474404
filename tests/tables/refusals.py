"""For the tests of this room: the one sentence of a refusal."""

import pytest

from glassbox.tables.refused import Refused


def refusal(function, *args, **options):
    """The sentence that the function refuses with, checked for what every refusal must be."""
    with pytest.raises(Refused) as caught:
        function(*args, **options)
    check_sentence(caught.value.text)
    return caught.value.text


def check_sentence(text):
    """One line, begun with a capital or a number, ended with a full stop, nothing left to fill in,
    nothing invisible.
    """
    assert text[0].isupper() or text[0].isdigit()
    assert text.endswith(".") and text.isprintable() and "{" not in text.replace("“{", "")
    assert len(text) < 400
