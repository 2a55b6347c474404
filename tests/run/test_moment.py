"""A moment holds what decides how a run goes on, and no arrays for what an optimizer does not remember."""

import pytest

from tests.run.tools import run_of, train_epochs


def test_it_knows_how_far_the_run_has_come():
    run = run_of()
    train_epochs(run, 2)
    run.trainer.run(3)
    moment = run.now()
    assert (moment.step, moment.epoch) == (run.trainer.step, 2)
    assert moment.epochs == pytest.approx(2 + run.trainer.progress)


def test_moments_of_an_optimizer_without_memory_share_its_zeros():
    run = run_of(optimizer="sgd")
    one, other = run.now(), run.now()
    assert one.state.first is other.state.first and not one.state.first.any()
    assert one.state.parameters is not other.state.parameters


def test_what_an_optimizer_remembers_is_counted():
    plain, heavy = run_of(optimizer="sgd"), run_of(optimizer="adam")
    for run in (plain, heavy):
        train_epochs(run, 1)
    size = heavy.trainer.parameters.nbytes
    assert heavy.now().bytes == plain.now().bytes + 2 * size


def test_it_stays_as_it_was():
    run = run_of()
    moment = run.now()
    before = moment.state.parameters.tobytes()
    train_epochs(run, 1)
    assert moment.state.parameters.tobytes() == before != run.trainer.parameters.tobytes()
