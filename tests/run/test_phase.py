"""A run is in one phase at a time, and what is done to it decides which comes next."""

import pytest

from glassbox.protocol.server_messages import Stop
from glassbox.run.phase import Phase
from tests.run.tools import run_of

STOPPED = Stop("not_finite", "It blew up.")
DEEDS = {
    "play": lambda run: run.play(),
    "step": lambda run: run.step("batch"),
    "epoch": lambda run: run.step("epoch"),
    "rest": lambda run: run.rest(),
    "stop": lambda run: run.stop_with(STOPPED.code, STOPPED.text),
    "forget": lambda run: run.forget_stop(),
    "begin anew": lambda run: run.begin_anew(),
    "lead on": lambda run: run.lead(playing=True),
    "follow": lambda run: run.lead(playing=False),
}
R, S, P = Phase.RESTING, Phase.STEPPING, Phase.PLAYING
NEXT = {
    "play": (P, P, P, P),
    "step": (S, S, S, S),
    "epoch": (R, R, R, R),
    "rest": (R, S, R, STOPPED),
    "stop": (STOPPED, STOPPED, STOPPED, STOPPED),
    "forget": (R, S, P, R),
    "begin anew": (R, R, P, R),
    "lead on": (P, P, P, P),
    "follow": (R, S, R, R),
}


@pytest.mark.parametrize("deed", NEXT)
@pytest.mark.parametrize("before", [R, S, P, STOPPED], ids=["resting", "stepping", "playing", "stopped"])
def test_what_comes_next(before, deed):
    run = run_of()
    run.phase = before
    DEEDS[deed](run)
    assert run.phase == NEXT[deed][[R, S, P, STOPPED].index(before)]
    assert run.playing == (run.phase is P) and run.stop == (STOPPED if run.phase == STOPPED else None)
    assert run.has_ended == (run.phase == STOPPED)


def test_who_follows_single_steps_is_who_asked_for_them_or_plays_slowly():
    run = run_of(speed="step_1")
    assert not run.steps_singly
    run.step("batch")
    assert run.steps_singly
    run.step("epoch")
    assert not run.steps_singly
    run.play()
    assert run.steps_singly
