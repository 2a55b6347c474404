"""What is said of HTTP errors: for each status one sentence, which says what to do about it."""

import pytest

from glassbox.web import words
from glassbox.web.words import HTTP_ERRORS, http_error


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (404, "There is no page at this address; the playground is at /."),
        (405, "This address cannot be used with that method; use GET."),
        (429, words.TOO_MANY_UPLOADS),
        (418, "The server could not answer this request (HTTP 418)."),
    ],
)
def test_each_status_has_its_sentence(status, sentence):
    assert http_error(status) == sentence


def test_the_method_that_an_address_takes_is_told():
    assert http_error(405, "POST") == "This address cannot be used with that method; use POST."


@pytest.mark.parametrize("status", [*HTTP_ERRORS, 400, 503])
def test_nothing_is_left_to_be_filled_in(status):
    text = http_error(status)
    assert text.endswith(".") and "{" not in text and text.isprintable()
