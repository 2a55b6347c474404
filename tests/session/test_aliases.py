"""Other names for sessions: one for each, which leads to it and ends with it."""

from glassbox.session.aliases import Aliases


def test_a_session_keeps_its_alias_until_it_ends():
    aliases = Aliases()
    alias = aliases.of("session")
    assert alias != "session" and len(alias) == 22
    assert aliases.of("session") == aliases.known("session") == alias
    assert aliases.session(alias) == "session"
    aliases.drop("session")
    assert aliases.session(alias) == alias and aliases.known("session") is None
    assert aliases.of("session") != alias


def test_a_name_that_is_no_alias_stands_for_itself():
    aliases = Aliases()
    aliases.drop("session")
    assert aliases.session("session") == "session" and aliases.known("session") is None
