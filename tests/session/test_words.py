"""How the front desk says what of a link was not taken."""

from pydantic import ValidationError

from glassbox.session import words
from glassbox.settings import Settings


def test_a_setting_that_does_not_exist_is_named():
    assert "“colour”" in words.note_on_rejected("colour", None)


def test_a_wrong_value_is_told_with_what_stands_in_its_place():
    try:
        Settings().changed({"learning_rate": -1})
    except ValidationError as error:
        assert words.note_on_rejected("learning_rate", error).endswith("The default is used instead.")
