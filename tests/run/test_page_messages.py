"""What a page is told of a run as a whole."""

from glassbox.protocol.server_messages import Lane, Welcome
from glassbox.run.page_messages import curves, introduction, welcome
from tests.run.tools import run_of, tell, train_epochs


def a_run():
    run = run_of(learning_rate=0.05)
    train_epochs(run, 2)
    run.evaluate()
    return run


def test_a_page_that_comes_is_told_all_that_a_frame_leaves_out():
    run = a_run()
    message = welcome(run, "a-name", resumed=True, notes=("a note",))
    assert (type(message), message.session, message.resumed, message.notes) == (
        Welcome, "a-name", True, ("a note",),
    )  # fmt: skip
    assert message.ready and not message.playing and message.settings["learning_rate"] == 0.05
    assert message.history == run.history.curves.plain(run.number) and message.branches["number"] == 1


def test_a_lane_is_introduced_by_its_number_and_its_curves():
    run = a_run()
    message = introduction(run)
    assert (type(message), message.lane) == (Lane, run.lane)
    assert message.history == run.history.curves.plain(run.number)


def test_the_curves_have_the_points_that_no_frame_showed():
    run = a_run()
    train_epochs(run, 1)
    assert {1.0, 2.0, 3.0} < set(curves(run).history["x"])


def test_a_run_that_plays_says_so():
    run = a_run()
    tell(run, "play")
    assert introduction(run).playing


def test_a_welcome_tells_everything_a_page_needs():
    run = run_of(learning_rate=0.1)
    train_epochs(run, 1)
    run.evaluate()
    tell(run, "play")
    message = welcome(run, "name", resumed=True, notes=("a note",))
    assert message.settings == run.settings.model_dump(mode="json")
    assert (message.session, message.resumed, message.notes) == ("name", True, ("a note",))
    assert (message.playing, message.stop, message.ready) == (True, None, True)
    assert message.history["x"][-1] == 1.0 and message.history["run"] == 1
