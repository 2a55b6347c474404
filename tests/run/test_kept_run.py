"""A run is kept with its past while it goes on, and comes back to the byte."""

from glassbox.protocol.server_messages import Stop
from glassbox.run.answers import take_snapshot
from glassbox.run.checkpoint import pack
from glassbox.run.kept_run import come_back, keep, made_again
from glassbox.run.phase import Phase
from glassbox.settings import Speed
from tests.run.tools import bytes_of, configure, run_of, tell, train_epochs


def test_what_is_kept_is_not_touched_by_what_becomes_of_the_run(run):
    _, kept = keep(run)
    before, then = pack(take_snapshot(run)), bytes_of(run)
    tell(run, "rewind", step=20)
    configure(run, learning_rate=0.3, dataset="xor")
    train_epochs(run, 2)
    tell(run, "reset")
    come_back(run, kept, run.number + 1)
    assert (pack(take_snapshot(run)), bytes_of(run)) == (before, then)


def test_it_has_a_new_number_and_a_later_revision_so_that_old_frames_can_be_told_apart(run):
    _, kept = keep(run)
    revision = run.revision
    come_back(run, kept, 9)
    assert (run.number, run.revision) == (9, revision + 1)


def test_the_speed_of_now_stays(run):
    _, kept = keep(run)
    configure(run, speed="full")
    come_back(run, kept, 2)
    assert run.settings.speed is Speed.FULL


def test_it_rests_and_has_stopped_if_it_had(run):
    run.stop_with("criterion", "Stopped.")
    _, kept = keep(run)
    run.play()
    come_back(run, kept, 2)
    assert run.phase == Stop("criterion", "Stopped.")
    run.stop_with("unwatched", "Nobody was watching.")
    _, kept = keep(run)
    come_back(run, kept, 3)
    assert run.phase is Phase.RESTING


def test_numbers_that_blew_up_are_found_before_anything_is_kept():
    run = run_of(dataset="multi_gauss", learning_rate=10, activation="linear", optimizer="sgd")
    run.step("batch")
    run.trainer.run(5000)
    assert not run.trainer.finite()
    told, kept = keep(run)
    assert [message.stop.code for message in told] == ["not_finite"]
    assert kept.stop is not None


def test_a_lane_that_is_gone_can_be_made_again(run):
    _, kept = keep(run)
    twin = made_again(kept, run_of())
    come_back(twin, kept, 2)
    train_epochs(run, 2)
    train_epochs(twin, 2)
    assert bytes_of(run) == bytes_of(twin)
    assert twin.data_version > kept.data_version
