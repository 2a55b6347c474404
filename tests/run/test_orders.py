"""Networks from outside that become a session's: with their weights, as a new run, or not at all."""

import asyncio
from dataclasses import replace

import numpy as np
import pytest

from glassbox.engine.kernel_args import Counter
from glassbox.protocol.refusals import Refusal
from glassbox.protocol.server_messages import Refused
from glassbox.run import words
from glassbox.run.commands import obey
from glassbox.run.lanes import Lanes
from glassbox.run.orders import Age, OpenNetwork, flattened, unflattened, weights_to_take
from glassbox.run.page_messages import welcome
from glassbox.session.questions import NoSuchSession, TooEarly
from glassbox.settings import Settings
from tests.run.tools import run_of, say, tell, train_epochs
from tests.session.front import Page, front_desk

OTHER = dict(
    dataset="xor", hidden=[{"units": 6}, {"units": 3}, {"units": 2}], normalization="batch", optimizer="adam", seed=7
)


def trained(**settings):
    run = run_of(**settings)
    train_epochs(run, 5)
    return run


def open_of(run):
    return OpenNetwork(run.settings, "network opened", run.trainer.parameters.copy(), run.trainer.statistics.copy())


def test_a_run_becomes_the_network_from_outside():
    other, run = trained(**OTHER), trained()
    number, revision = run.number, run.revision
    (told,) = obey(run, open_of(other))
    assert told.settings == other.settings.model_dump(mode="json") and told.history["run"] == run.number
    assert [(mark.x, mark.text) for mark in told.history["marks"]] == [(0.0, "network opened")]
    assert (told.playing, run.number, run.trainer.step) == (False, number + 1, 0) and run.revision > revision
    assert run.trainer.parameters.tobytes() == other.trainer.parameters.tobytes()
    assert run.trainer.statistics.tobytes() == other.trainer.statistics.tobytes()
    assert run.evaluate()[0] == other.evaluate()[0]
    train_epochs(run, 2)
    assert run.trainer.finite()


def test_it_goes_on_from_the_age_of_its_weights():
    """Epoch, step and place in the epoch, so the same order of samples and the same rate; but for its optimizer."""
    other, run = trained(dataset="xor", schedule="step", schedule_epochs=4), trained()
    other.trainer.run(7)
    age = Age(other.trainer.epoch, int(other.trainer.state().where[Counter.DONE]), other.trainer.step)
    (told,) = obey(run, replace(open_of(other), age=age))
    assert (run.epochs, run.trainer.step) == (other.epochs, other.trainer.step) == (5.28, 132)
    assert [(mark.x, mark.text) for mark in told.history["marks"]] == [(5.28, "network opened")]
    assert run.evaluate()[0] == other.evaluate()[0] and run.history.curves.plain(1)["x"] == [5.28]
    assert run.history.start.step == 132
    for each in (run, other):
        train_epochs(each, 2)
    np.testing.assert_array_equal(run.trainer.parameters, other.trainer.parameters)


def test_a_network_of_some_age_ends_comparing_as_it_stands_at_another_step():
    lanes, other = Lanes(run_of()), trained()
    lanes.obey(say("fork"))
    lanes.obey(open_of(other))
    assert len(lanes.in_hand.fellows) == 2  # all begin where it does
    told = lanes.obey(replace(open_of(other), age=Age(5, 0, 125)))
    assert told[-1] == Refused(words.LANES_CLOSED, None) and len(lanes.in_hand.fellows) == 1
    assert (lanes.in_hand.trainer.epoch, lanes.in_hand.trainer.step) == (5, 125)


def test_without_weights_it_is_the_run_of_these_settings_from_its_beginning():
    run = trained()
    obey(run, OpenNetwork(Settings().changed(OTHER), "run opened again"))
    train_epochs(run, 5)
    assert run.trainer.parameters.tobytes() == trained(**OTHER).trainer.parameters.tobytes()


def test_a_page_that_comes_back_is_welcomed_to_the_opened_network():
    other, run = trained(**OTHER), run_of()
    obey(run, open_of(other))
    message = welcome(run, "a-session", resumed=True, notes=())
    assert message.settings == other.settings.model_dump(mode="json")
    assert [mark.text for mark in message.history["marks"]] == ["network opened"]


@pytest.mark.parametrize("broken", ["short", "nan"])
def test_wrong_weights_change_nothing(broken):
    other, run = trained(**OTHER), trained()
    order, before = open_of(other), run.trainer.parameters.tobytes()
    parameters = order.parameters[:-1] if broken == "short" else np.full_like(order.parameters, np.nan)
    messages = obey(run, OpenNetwork(order.settings, "", parameters, order.statistics))
    assert [(type(message), message.about) for message in messages] == [(Refused, "open_network")]
    assert run.settings == Settings() and run.trainer.parameters.tobytes() == before


def test_a_network_too_large_for_this_server_is_refused():
    run = run_of(most_parameters=100)
    (message,) = obey(run, OpenNetwork(Settings().changed(dict(hidden=[{"units": 90}, {"units": 90}])), ""))
    assert isinstance(message, Refused) and "100" in message.text


def test_weights_and_statistics_go_through_bytes():
    other = trained(**OTHER)
    sizes = other.trainer.recipe.architecture.sizes
    found = unflattened(flattened(other.trainer.parameters, other.trainer.statistics), sum(sizes))
    state = weights_to_take(OpenNetwork(other.settings, "", **found), other.trainer.recipe, 250)
    assert state.parameters.tobytes() == other.trainer.parameters.tobytes()
    assert state.statistics.tobytes() == other.trainer.statistics.tobytes()
    with pytest.raises(Refusal):
        weights_to_take(
            OpenNetwork(other.settings, "", **unflattened(b"\0" * 12, sum(sizes))), other.trainer.recipe, 250
        )


def test_a_session_opens_a_network_while_it_plays():
    async def journey():
        async with front_desk() as registry:
            page = Page(registry)
            page.tell("play")
            await page.frame(lambda frame: frame["epoch"] >= 2)
            other = trained(**OTHER)
            registry.put_in(page.viewer.session, open_of(other))
            frame = await page.frame(lambda frame: frame["sizes"] == [2, 6, 3, 2, 1])
            assert (frame["step"], frame["playing"]) == (0, False)
            with pytest.raises(NoSuchSession):
                registry.put_in("nobody", open_of(other))

    asyncio.run(journey())


def test_before_there_is_a_network_none_is_opened():
    async def journey():
        async with front_desk(ready=False) as registry:
            page = Page(registry)
            with pytest.raises(TooEarly, match="compiled"):
                registry.put_in(page.viewer.session, OpenNetwork(Settings(), ""))

    asyncio.run(journey())


def test_a_reset_gives_the_initial_weights_of_the_settings():
    other, run = trained(**OTHER), run_of()
    obey(run, open_of(other))
    tell(run, "reset")
    assert run.trainer.parameters.tobytes() == run_of(**OTHER).trainer.parameters.tobytes()
    assert words.OPENED == "network opened"
