"""Tests of the vocabularies about a run: their order, which the page and old links rely on."""

from glassbox.settings import AfterStop, Speed, Watched


def test_speeds_go_from_slow_to_full():
    assert [speed.value for speed in Speed] == [
        "step_1", "step_5", "step_20", "epoch_1", "epoch_5", "epoch_frame", "epochs_10_frame", "full",
    ]  # fmt: skip


def test_the_honest_choice_is_said_to_be_honest():
    assert Watched.VALIDATION.note.startswith("The honest choice")
    assert [each.value for each in Watched] == ["test", "validation", "train"]


def test_what_stopping_leaves_is_the_best_or_the_last():
    assert [each.value for each in AfterStop] == ["best", "last"]
