"""A fork stands where its run does, has come the same way, and goes on by itself."""

from glassbox.protocol.server_messages import Branched
from glassbox.run.fork import fork
from tests.run.tools import bytes_of, run_of, tell, train_epochs


def test_both_go_on_alike_and_apart():
    run = run_of(optimizer="adam", dropout=0.1)
    train_epochs(run, 3)
    told, twin = fork(run, 2, 7)
    assert told == [] and (twin.lane, twin.number, twin.revision, twin.changes) == (2, 7, run.revision, run.changes)
    for each in (run, twin):
        train_epochs(each, 2)
    assert bytes_of(twin) == bytes_of(run)
    tell(twin, "configure", changes={"learning_rate": 0.5})
    train_epochs(twin, 1)
    assert run.settings.learning_rate != 0.5 and bytes_of(twin) != bytes_of(run)


def test_a_fork_of_the_past_makes_it_the_present():
    run = run_of()
    for _ in range(3):
        train_epochs(run, 1)
        run.evaluate()
    tell(run, "rewind", step=0)
    told, twin = fork(run, 2, 7)
    assert [type(message) for message in told] == [Branched] and twin.trainer.step == run.trainer.step == 0


def test_what_is_held_is_held_in_both_and_let_go_in_one():
    run = run_of()
    tell(run, "hold", action="freeze", layer=1, unit=0, source=None, on=True)
    _, twin = fork(run, 2, 7)
    tell(twin, "hold", action="freeze", layer=1, unit=0, source=None, on=False)
    assert not run.holds.is_empty and twin.holds.is_empty
