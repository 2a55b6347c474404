"""A network while the kernels are being compiled: settings can be changed, and commands wait."""

from glassbox.protocol.server_messages import Configured, Refused
from glassbox.run.inbox import MOST_WAITING
from glassbox.session.pending_session import PendingSession
from glassbox.settings import Settings
from tests.run.tools import say


def test_its_page_is_welcomed_with_empty_curves_and_told_to_wait():
    welcome = PendingSession(Settings(), 1000).welcome("a-name", resumed=False, notes=())
    assert not welcome.ready and not welcome.playing and welcome.history["x"] == []


def test_settings_are_changed_at_once_until_something_waits():
    pending = PendingSession(Settings(), 1000)
    assert isinstance(pending.take(say("configure", changes={"learning_rate": 0.5})), Configured)
    assert pending.settings.learning_rate == 0.5
    assert pending.take(say("play")) is None
    assert pending.take(say("configure", changes={"learning_rate": 0.1})) is None
    assert pending.settings.learning_rate == 0.5 and [each.type for each in pending.waiting] == ["play", "configure"]


def test_a_wrong_setting_is_refused_and_changes_nothing():
    pending = PendingSession(Settings(), 1000)
    for changes in ({"learning_rate": -1}, {"hidden": [{"units": 64}, {"units": 64}]}):
        assert isinstance(pending.take(say("configure", changes=changes)), Refused)
    assert pending.settings == Settings() and not pending.waiting


def test_what_the_page_looks_at_is_remembered():
    pending = PendingSession(Settings(), 1000)
    assert pending.take(say("view", hidden=True)) is None and pending.view.hidden and not pending.waiting


def test_no_more_than_so_many_commands_wait():
    pending = PendingSession(Settings(), 1000)
    told = [pending.take(say("play")) for _ in range(MOST_WAITING + 1)]
    assert told[:-1] == [None] * MOST_WAITING and isinstance(told[-1], Refused)
