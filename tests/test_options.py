"""The options: worded, bounded, and by default what the configuration is by default."""

import inspect

import pytest
import typer

from glassbox import options
from glassbox.__main__ import glassbox
from glassbox.config import Config
from glassbox.options import DEFAULTS, LogForm, WhoOpens, WhoReads, checked_room_key


def test_the_defaults_are_those_of_the_configuration():
    given = {name: each.default for name, each in inspect.signature(glassbox).parameters.items()}
    assert Config() == DEFAULTS
    for name in ("host", "port", "most_sessions", "threads", "rooms", "most_rooms", "metrics", "log"):
        assert given[name] == getattr(DEFAULTS, name)


def test_what_can_be_chosen_is_what_the_configuration_knows():
    hints = inspect.get_annotations(Config)
    for name, choices in (("rooms", WhoOpens), ("metrics", WhoReads), ("log", LogForm)):
        assert set(hints[name].__args__) == {each.value for each in choices}


def test_a_key_that_one_could_guess_is_refused():
    assert checked_room_key(WhoOpens.KEY, "long enough") == "long enough"
    assert checked_room_key(WhoOpens.ANYONE, "") == ""
    with pytest.raises(typer.BadParameter, match="8 signs"):
        checked_room_key(WhoOpens.KEY, "short")


def test_every_option_says_what_it_is():
    said = [each.__metadata__[0].help for each in vars(options).values() if hasattr(each, "__metadata__")]
    assert len(said) > 20 and all(text and text.endswith(".") for text in said)
