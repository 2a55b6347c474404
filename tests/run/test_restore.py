"""A trainer is made what it was at a moment, whatever it is now."""

import pytest

from glassbox.run.restore import restore, trainer_at
from tests.run.tools import bytes_of, run_of, tell, train_epochs

CHANGES = [{"learning_rate": 0.3}, {"hidden": [{"units": 2}]}, {"dataset": "xor"}, {"optimizer": "adam"}]


@pytest.mark.parametrize("changes", CHANGES, ids=lambda changes: next(iter(changes)))
def test_after_any_change_it_stands_there_again_and_goes_on_as_it_did(changes):
    run = run_of(optimizer="momentum")
    train_epochs(run, 2)
    moment, before = run.now(), bytes_of(run)
    trainer = run.trainer
    trainer.run(30)
    after = bytes_of(run)
    tell(run, "configure", changes=changes)
    restore(trainer, moment)
    assert bytes_of(run) == before
    trainer.run(30)
    assert bytes_of(run) == after


def test_a_trainer_of_ones_own_holds_what_is_held():
    run = run_of()
    tell(run, "hold", action="freeze", layer=1, unit=0, source=None, on=True)
    trainer = trainer_at(run.now())
    trainer.run(20)
    run.trainer.run(20)
    assert trainer.parameters.tobytes() == run.trainer.parameters.tobytes()
    assert sorted(trainer.held.at) == sorted(run.holds.places)
