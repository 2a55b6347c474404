"""Commands carried out on one run: each has someone who carries it out, and one that is refused changes nothing."""

from typing import get_args

import pytest

from glassbox.protocol.messages import Acknowledge, Command, Fork, Open, RemoveLane, TakeLane, View
from glassbox.protocol.server_messages import Refused
from glassbox.run.commands import _HANDLERS, obey
from glassbox.run.orders import OpenNetwork, PauseUnwatched, Resume
from glassbox.settings import Settings
from tests.run.tools import MOST_PARAMETERS, bytes_of, run_of, say, tell, train_epochs

ELSEWHERE = {Acknowledge, Fork, Open, RemoveLane, TakeLane, View}  # of the front desk, the lanes and the worker


def test_each_command_and_each_order_has_someone_who_carries_it_out():
    union = get_args(Command)
    commands = set(get_args(union[0]) or union)
    assert set(_HANDLERS) == commands - ELSEWHERE | {OpenNetwork, PauseUnwatched, Resume}


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("set_weight", {"layer": 9, "unit": 0, "source": 0, "value": 1.0}),
        ("hold", {"action": "freeze", "layer": 1, "unit": 0, "source": 0, "on": True}),
        ("configure", {"changes": {"learning_rate": -1}}),
        ("edit_network", {"action": "remove_layer", "layer": 9, "unit": None}),
        ("switch_branch", {"branch": 9}),
        ("restore_best", {}),
    ],
)
def test_a_refused_command_changes_nothing(kind, fields):
    run = run_of()
    train_epochs(run, 1)
    before, seen = (bytes_of(run), run.settings, run.revision, run.changes, run.playing), run.moment
    told = tell(run, kind, **fields)
    assert [type(message) for message in told] == [Refused] and told[0].about == kind
    assert (bytes_of(run), run.settings, run.revision, run.changes, run.playing) == before and run.moment == seen


def test_changes_are_counted_from_the_beginning_of_a_run():
    run = run_of()
    tell(run, "configure", changes={"learning_rate": 0.1})
    tell(run, "set_bias", layer=1, unit=0, value=0.5)
    assert (run.changes, run.revision) == (2, 2)
    train_epochs(run, 2)
    run.evaluate()
    tell(run, "rewind", step=0)
    assert (run.changes, run.revision) == (2, 3), "who looks back changes nothing"
    tell(run, "reset")
    assert run.changes == 0
    obey(run, OpenNetwork(Settings(), "", *_weights_of(run_of(seed=9))))
    assert run.changes == 1, "settings and seed alone would not give these weights"


def _weights_of(run):
    return run.trainer.parameters.copy(), run.trainer.statistics.copy()


def test_what_nobody_watches_pauses_only_if_it_plays():
    run = run_of()
    assert obey(run, PauseUnwatched())[-1].stop is None
    run.play()
    assert obey(run, PauseUnwatched())[-1].stop.code == "unwatched" and not run.playing


def test_a_network_too_large_for_this_server_is_not_opened():
    run = run_of(most_parameters=MOST_PARAMETERS)
    run.most_parameters = 100
    large = Settings().changed({"hidden": [{"units": 64}, {"units": 64}]})
    assert isinstance(obey(run, OpenNetwork(large, ""))[0], Refused) and run.settings.hidden != large.hidden


def test_every_command_is_read_as_the_page_sends_it():
    assert type(say("reset")) in _HANDLERS
