"""The whole journey through a real socket with real sessions: what a page can ask, and what its frames then hold."""

import threading
from dataclasses import replace

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from glassbox.config import Config
from glassbox.session import words as session_words
from glassbox.settings import Settings
from glassbox.web import words as web_words
from glassbox.web.socket_writer import CLOSE_CODES
from tests.frames import biases, numbers, read_frame, weights
from tests.web.bad_messages import BAD_MESSAGES
from tests.web.clients import hear, silent_page
from tests.web.conftest import really_running, until
from tests.web.live_page import LivePage


@pytest.fixture
def page(real_server):
    with LivePage(real_server) as page:
        yield page.ready()


def farewell(page):
    """The last message and the close code."""
    message = page.hear("bye")
    with pytest.raises(ConnectionClosed):
        while True:
            page.take()
    return message, page.socket.close_code


# ---- the journey


def test_a_new_network(page):
    assert page.welcome["settings"] == Settings().model_dump(mode="json")
    assert not page.welcome["resumed"] and page.welcome["notes"] == []
    frame = page.frame
    assert (frame.step, frame.epoch, frame.run, frame.playing, frame.sizes) == (0, 0, 1, False, (2, 4, 2, 1))
    assert frame.parameters == 25 and frame.data.training == 250 and len(frame.data.points) == 8 * 500
    assert [part.shape for part in weights(frame)] == [(4, 2), (2, 4), (1, 2)]
    assert [part.shape for part in biases(frame)] == [(4,), (2,), (1,)]


def test_playing_learns_and_pausing_stops(page):
    before = page.frame
    page.play()
    trained = page.look(lambda frame: frame.train.loss < before.train.loss / 2)
    assert trained.epoch > 0 and trained.train.accuracy > before.train.accuracy and trained.steps_per_second > 0
    assert trained.data is None  # the points come once
    rested = page.pause()
    page.send(type="view", map_size=64)
    assert page.look(lambda frame: frame.map.size == 64).step == rested.step


def test_steps(page):
    assert page.step("batch").step == 1
    assert (page.step("epoch").step, page.frame.epoch) == (25, 1)
    assert not page.frame.playing


def test_settings_act_on_the_running_network(page):
    page.play()
    for changes in (
        {"learning_rate": 0.1}, {"optimizer": "adam"}, {"activation": "relu"}, {"loss": "squared_error"},
        {"penalty": "l1"}, {"penalty_rate": 0.01}, {"batch_size": 32}, {"noise": 0.5}, {"dataset": "spiral"},
        {"features": ["x1", "x2", "sin_x1"]}, {"hidden": [{"units": 5}, {"units": 3}]}, {"speed": "full"},
    ):  # fmt: skip
        step = page.frame.step
        answer = page.configure(**changes)
        assert answer["changed"] == list(changes)
        frame = page.look(lambda frame, answer=answer: frame.revision >= answer["revision"])
        assert frame.step >= step and frame.run == 1 and frame.playing
    assert frame.sizes == (3, 5, 3, 1)


def test_what_rebuilds_the_network(page):
    page.step("epoch")
    for changes in ({"initialization": "he"}, {"gain": 2.0}, {"seed": 7}):
        run = page.frame.run
        page.configure(**changes)
        assert page.look(lambda frame, run=run: frame.run == run + 1).step == 0


def test_one_weight_and_one_bias(page):
    page.carry(type="set_weight", layer=3, unit=0, source=1, value=-2.5)
    assert weights(page.frame)[2][0, 1] == -2.5
    page.carry(type="set_bias", layer=3, unit=0, value=1.5)
    assert biases(page.frame)[2][0] == 1.5
    page.play()
    page.look(lambda frame: frame.step > 50)
    page.carry(type="set_weight", layer=1, unit=0, source=0, value=0)
    assert page.frame.playing and page.frame.run == 1


def test_the_last_layer_solved_while_it_trains(page):
    page.configure(dataset="multi_gauss")
    page.play()
    page.look(lambda frame: frame.step > 50)
    page.send(type="solve_last_layer")
    answer = page.hear("configured")
    text = answer["mark"]["text"]
    assert text.startswith("last layer solved exactly: training loss ")
    before, after = (float(each) for each in text.rsplit("loss ", 1)[1].split(" → "))
    assert after < before
    assert page.look(lambda frame: frame.revision >= answer["revision"]).playing


def test_a_reset_brings_the_same_bytes(page):
    initial, untrained = numbers(page.frame), page.frame.train.loss
    trained = numbers(page.step("epoch"))
    assert numbers(page.reset()) == initial and page.frame.train.loss == untrained
    assert numbers(page.step("epoch")) == trained


def test_new_seeds(page):
    initial, seed = numbers(page.frame), page.welcome["settings"]["seed"]
    page.send(type="new_seed", of="weights")
    settings = page.hear("configured")["settings"]
    assert settings["seed"] != seed
    assert numbers(page.look(lambda frame: frame.run == 2)) != initial
    page.send(type="new_seed", of="data")
    assert page.hear("configured")["settings"]["data_seed"] != settings["data_seed"]
    assert page.look(lambda frame: frame.data is not None).run == 2


def test_editing_the_network(page):
    first, second, output = weights(page.step("epoch"))
    page.carry(type="edit_network", action="add_unit", layer=1)
    page.carry(type="edit_network", action="remove_unit", layer=1, unit=4)
    assert all((one == other).all() for one, other in zip(weights(page.frame), (first, second, output), strict=True))
    page.carry(type="edit_network", action="add_layer", layer=3)
    assert page.frame.sizes == (2, 4, 2, 2, 1) and (weights(page.frame)[0] == first).all()
    page.carry(type="edit_network", action="remove_layer", layer=1)
    assert page.frame.sizes == (2, 2, 2, 1) and page.frame.step == 25


def test_the_same_seed_gives_the_same_bytes_whatever_the_speed_the_company_and_the_pauses(real_server):
    settings = {"dataset": "xor", "optimizer": "adam", "hidden": [{"units": 6}, {"units": 3}], "seed": 5}
    with LivePage(real_server, **settings, speed="full") as company:
        company.ready().play()
        with LivePage(real_server, **settings, speed="epoch_frame") as slow:
            slow.ready().play()
            seen = slow.watch(until_step=700)
            slow.pause()
            slow.play()
            seen |= slow.watch(until_step=1400)
        with LivePage(real_server, **settings, speed="epochs_10_frame") as fast:
            fast.ready().play()
            others = fast.watch(until_step=1400)
    both = seen.keys() & others.keys()
    assert len(both) >= 2 and all(seen[step] == others[step] for step in both)


# ---- what the page looks at


def test_a_view_decides_what_frames_hold(page):
    page.configure(hidden=[{"units": 100}])
    page.send(type="view", windows=[[0, 2], [90, 10], [0, 1]], unit=[1, 95], map_size=48, unit_size=16)
    frame = page.look(lambda frame: frame.windows == ((0, 2), (90, 10), (0, 1)))
    assert (frame.map.unit, frame.map.size, frame.units.size) == ((1, 95), 48, 16)
    assert [part.shape for part in weights(frame)] == [(10, 2), (1, 10)]


def test_a_page_out_of_sight_gets_no_frames_and_its_network_trains_on(page):
    page.play()
    page.send(type="view", hidden=True)
    page.configure(learning_rate=0.1)  # its answer says that the view was obeyed
    assert page.socket.ping().wait(60)
    hidden_at = page.frame.step
    page.configure(learning_rate=0.2)
    assert page.frame.step == hidden_at
    page.send(type="view")
    assert page.look().step > hidden_at


def test_a_slow_page_gets_the_newest_frame_and_few_of_them(page):
    page.acknowledges = False
    page.play()
    first = page.frame.frame
    for rate in (0.01, 0.02, 0.05, 0.1):  # time passes
        page.configure(learning_rate=rate)
    assert page.frame.frame <= first + 2  # no more are under way than it can take
    step, page.acknowledges = page.frame.step, True
    page.send(type="ack", frame=page.frame.frame)
    newest = page.look(lambda frame: frame.revision == 4)
    assert newest.step > step


# ---- coming and going


def test_a_page_that_comes_back_finds_its_network(real_server, page):
    page.configure(learning_rate=0.1)
    page.step("epoch")
    frame = page.step("epoch")
    page.socket.close()
    with LivePage(real_server, page.session) as back:
        assert back.welcome["resumed"] and back.welcome["settings"]["learning_rate"] == 0.1
        assert back.welcome["history"]["x"][-1] == 2 and back.welcome["history"]["marks"][0]["changed"] == [
            "learning_rate"
        ]
        back.look()
        assert back.frame.data is not None and numbers(back.frame) == numbers(frame)


def test_training_goes_on_without_a_page(real_server, page):
    page.play()
    page.socket.close()
    left_at = page.frame.step
    with LivePage(real_server, page.session) as back:
        assert back.welcome["playing"]
        assert back.look(lambda frame: frame.step > left_at).run == 1


def test_another_page_takes_over(real_server, page):
    page.step("epoch")
    with LivePage(real_server, page.session) as other:
        message, code = farewell(page)
        assert (message["code"], code) == ("taken_over", CLOSE_CODES["taken_over"])
        assert other.welcome["resumed"] and other.look().step == 25


@pytest.mark.parametrize("session", ["long-gone", "", "x" * 64, "../../etc", "\0"])
def test_an_unknown_session_becomes_a_new_one_with_a_note(real_server, session):
    with LivePage(real_server, session, learning_rate=0.1) as page:
        assert not page.welcome["resumed"] and page.welcome["session"] != session
        assert "no longer on the server" in page.welcome["notes"][0]
        assert page.welcome["settings"]["learning_rate"] == 0.1


def test_old_and_damaged_settings_fall_back_one_by_one(real_server):
    with LivePage(real_server, learning_rate="fast", hidden=[{"units": 0}], noise=0.5, percTrainData=50) as page:
        assert len(page.welcome["notes"]) == 3
        settings = page.welcome["settings"]
        assert (settings["learning_rate"], settings["noise"], len(settings["hidden"])) == (0.03, 0.5, 2)


def test_the_limit_on_sessions_and_on_sizes():
    with really_running(Config(most_sessions=1, most_parameters=200)) as server, LivePage(server) as page:
        page.ready()
        page.send(type="configure", changes={"hidden": [{"units": 128}, {"units": 128}]})
        assert "this server allows 200" in page.hear("refused")["text"]
        late = connect(server.url).__enter__()
        late.send('{"type": "open"}')
        assert "its limit" in late.recv(timeout=60)
        with pytest.raises(ConnectionClosed):
            late.recv(timeout=60)
        assert late.close_code == CLOSE_CODES["too_many_sessions"]
        page.play()


def test_a_network_nobody_watches_pauses_and_is_let_go():
    with really_running(Config(pause_after=0.2)) as server:
        with LivePage(server) as page:
            page.ready().play()
        until(lambda: server.do(server.registry.counts)["playing"] == 0)
        with LivePage(server, page.session) as back:
            assert back.welcome["stop"]["code"] == "unwatched" and not back.welcome["playing"]
        server.registry._config = replace(server.registry._config, forget_after=0.2)
        until(lambda: server.do(server.registry.counts)["sessions"] == 0)


def test_a_page_that_never_reads_is_let_go_and_its_network_stays():
    with really_running(replace(Config(), not_reading_after=1.0)) as server:
        silent = silent_page(server)
        (session,) = until(lambda: list(server.registry._sessions))
        until(lambda: server.do(server.registry.counts)["watched"] == 0, within=60)
        silent.close()
        with LivePage(server, session) as page:
            assert page.welcome["resumed"]
            page.ready().play()


def test_before_the_kernels_are_compiled():
    compiled = threading.Event()

    def warm_up(report):
        report(1, 4, "forward")
        compiled.wait(60)

    with really_running(Config(), warm_up) as server, LivePage(server) as page:
        assert not page.welcome["ready"]
        assert page.hear("warming")["done"] == 1
        assert page.configure(learning_rate=0.1)["settings"]["learning_rate"] == 0.1
        page.send(type="configure", changes={"learning_rate": 11})
        assert "Learning rate" in page.hear("refused")["text"]
        page.send(type="play")
        page.send(type="set_bias", layer=3, unit=0, value=0.5)
        compiled.set()
        page.hear("ready")
        assert page.hear("state")["playing"]
        assert page.hear("configured")["mark"]["text"] == "weight set by hand"
        assert page.look(lambda frame: frame.step > 0, within=240).playing


# ---- bad input


OUT_OF_PLACE = {
    "no such setting": {"type": "configure", "changes": {"speed_of_light": 1}},
    "no change": {"type": "configure", "changes": {}},
    "out of bounds": {"type": "configure", "changes": {"learning_rate": 11}},
    "a negative number": {"type": "configure", "changes": {"noise": -1}},
    "text for a number": {"type": "configure", "changes": {"learning_rate": "0.1"}},
    "a number for a name": {"type": "configure", "changes": {"optimizer": 3}},
    "a fraction for a whole number": {"type": "configure", "changes": {"batch_size": 1.5}},
    "null": {"type": "configure", "changes": {"seed": None}},
    "one of two wrong": {"type": "configure", "changes": {"learning_rate": 0.1, "noise": 99}},
    "nine layers": {"type": "configure", "changes": {"hidden": [{"units": 2}] * 9}},
    "129 units": {"type": "configure", "changes": {"hidden": [{"units": 129}]}},
    "a layer with secrets": {"type": "configure", "changes": {"hidden": [{"units": 2, "secret": 1}]}},
    "no features": {"type": "configure", "changes": {"features": []}},
    "a feature twice": {"type": "configure", "changes": {"features": ["x1", "x1"]}},
    "no such layer": {"type": "set_weight", "layer": 9, "unit": 0, "source": 0, "value": 1},
    "the inputs' bias": {"type": "set_bias", "layer": 0, "unit": 0, "value": 1},
    "no such unit": {"type": "set_bias", "layer": 1, "unit": 4, "value": 1},
    "no such source": {"type": "set_weight", "layer": 1, "unit": 0, "source": 2, "value": 1},
    "classes to solve": {"type": "solve_last_layer"},
    "a layer too far": {"type": "edit_network", "action": "add_layer", "layer": 5},
    "no unit to remove": {"type": "edit_network", "action": "remove_unit", "layer": 1, "unit": 7},
    "the output removed": {"type": "edit_network", "action": "remove_layer", "layer": 3},
    "too many windows": {"type": "view", "windows": [[0, 1]] * 20},
    "a huge map": {"type": "view", "map_size": 4096},
}


@pytest.fixture(scope="module")
def playing(real_server):
    with LivePage(real_server) as page:
        page.ready().play()
        yield page


@pytest.mark.parametrize("message", OUT_OF_PLACE.values(), ids=OUT_OF_PLACE)
def test_what_does_not_fit_gets_one_sentence_and_the_run_goes_on(playing, message):
    playing.send(**message)
    is_one_sentence_and_the_run_goes_on(playing)


@pytest.mark.parametrize("message", BAD_MESSAGES.values(), ids=BAD_MESSAGES)
def test_bad_messages_get_one_sentence_and_the_run_goes_on(playing, message):
    playing.socket.send(message)
    is_one_sentence_and_the_run_goes_on(playing)


def is_one_sentence_and_the_run_goes_on(page):
    message = page.hear("refused")
    assert 10 < len(message["text"]) < 300 and message["text"][-1] in ".”" and "\n" not in message["text"]
    step = page.frame.step
    page.send(type="play")
    assert page.take_message()["type"] == "state"  # the next answer is to the next message: it was one sentence
    frame = page.look(lambda frame: frame.step > step)
    assert (frame.run, frame.revision, frame.playing) == (1, 0, True)


def test_a_thousand_messages_in_a_burst(real_server, page, caplog):
    page.play()
    with LivePage(real_server) as other:
        other.ready().play()
        before = other.frame.step
        for number in range(1000):
            page.send(type="configure", changes={"learning_rate": 0.01 + 0.0001 * (number % 100)})
        other.look(lambda frame: frame.step > before + 25)  # others never notice
        refused = page.hear("refused")["text"]  # by whichever of the two was full first, which depends on the machine
        assert "Too many messages at once" in refused or refused == session_words.INBOX_FULL
        step = page.frame.step
        assert page.look(lambda frame: frame.step > step).run == 1
    assert len(caplog.records) < 10


def test_two_thousand_acknowledgements_in_a_burst(page):
    page.play()
    for number in range(2000):
        page.send(type="ack", frame=number * 1000)
    step = page.frame.step
    page.look(lambda frame: frame.step > step + 100)


@pytest.mark.parametrize(
    ("origin", "sentence"),
    [
        ("https://127.0.0.1:{port}", web_words.ORIGIN_FOREIGN),
        ("http://localhost:{port}", web_words.ORIGIN_FOREIGN),
        ("http://127.0.0.1:1", web_words.ORIGIN_FOREIGN),
        ("http://127.0.0.1:{port}0", web_words.ORIGIN_FOREIGN),
        ("http://127.0.0.1.evil.example:{port}", web_words.ORIGIN_FOREIGN),
        ("http://evil.example", web_words.ORIGIN_FOREIGN),
        ("http://127.0.0.1:{port}.evil.example", web_words.ORIGIN_FOREIGN),
        ("null", web_words.ORIGIN_OPAQUE),
    ],
)
def test_foreign_origins_open_no_network(real_server, origin, sentence):
    sessions = real_server.do(real_server.registry.counts)["sessions"]
    with pytest.raises(InvalidStatus) as refusal, connect(real_server.url, origin=origin.format(port=real_server.port)):
        pass
    assert (refusal.value.response.status_code, refusal.value.response.body.decode()) == (403, sentence)
    assert real_server.do(real_server.registry.counts)["sessions"] == sessions


def test_the_own_origin_opens_one(real_server):
    with connect(real_server.url, origin=f"http://127.0.0.1:{real_server.port}") as socket:
        socket.send('{"type": "open"}')
        assert hear(socket)["type"] == "welcome"
        assert read_frame(next(message for message in socket if isinstance(message, bytes))).step == 0
