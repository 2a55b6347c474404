"""Regularization: each ready question shows what its file says, on seeds of the tests' own."""

import pytest

from tests.experiments.asking import missing, variants


@pytest.mark.parametrize(("question", "variant"), variants("Regularization", "The whole table"))
def test_the_question_shows_what_its_file_expects(question: str, variant: str) -> None:
    assert missing(question, variant) == []
