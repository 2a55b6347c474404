"""Downloads of a live network, files that become one again, and links that hold weights."""

import csv
import io
import json

import numpy as np
import pytest

from glassbox.exports.reading import read_network
from glassbox.run import words as run_words
from glassbox.session import words as session_words
from glassbox.web import words
from tests.frames import numbers
from tests.web.conversations import conversation

SHAPE = dict(hidden=[{"units": 5}, {"units": 3}], dataset="spiral3", normalization="batch", seed=9)


@pytest.fixture
def trained(real_server):
    with conversation(real_server, **SHAPE) as talk:
        talk.train()
        yield talk


@pytest.fixture
def other(real_server):
    """Another page, with the usual network."""
    with conversation(real_server) as talk:
        yield talk


@pytest.mark.parametrize("chosen, name", [
    ("json", "network.json"), ("numpy", "network_numpy.py"), ("torch", "network_torch.py"), ("onnx", "network.onnx"),
])  # fmt: skip
def test_each_format_is_an_attachment_with_a_name(trained, chosen, name):
    answer = trained.get(f"network/{chosen}")
    assert answer.status_code == 200 and len(answer.content) > 500
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'


def test_the_numpy_program_says_what_the_network_says(trained):
    program = {}
    exec(trained.get("network/numpy").text, program)
    copy = read_network(trained.get("network/json").content)
    x = np.random.default_rng(0).uniform(-6, 6, (50, 2)).astype(np.float32)
    chances = program["predict"](x)
    assert chances.shape == (50, 3) and np.allclose(chances.sum(axis=1), 1, atol=1e-5)
    assert program["CLASSES"] == list(copy.class_names) == ["class 1", "class 2", "class 3"]


def test_a_program_is_explained_in_the_language_of_whoever_asks(trained):
    english, other = (trained.get(f"network/numpy?lang={tag}").text for tag in ("en", "en-XA"))
    assert other.startswith('"""⟦') and english.startswith('"""A neural network')


def test_an_unknown_format_is_refused_in_one_sentence(trained):
    answer = trained.get("network/pickle")
    assert (answer.status_code, answer.text) == (422, words.NO_SUCH_FORMAT.format(formats="json, numpy, torch, onnx"))


def test_the_history_is_the_charts(trained):
    answer = trained.get("history")
    head, *rows = csv.reader(io.StringIO(answer.text))
    assert head == ["epoch", "train_loss", "test_loss", "train_score", "test_score"]
    assert float(rows[-1][0]) == 3.0 and float(rows[-1][1]) == pytest.approx(trained.page.frame.train.loss, rel=1e-5)


def test_the_history_has_validation_where_a_share_is_set(real_server):
    with conversation(real_server, validation_share=20) as talk:
        frame = talk.train(2)
        *_, last = csv.DictReader(io.StringIO(talk.get("history").text))
        assert float(last["validation_loss"]) == pytest.approx(frame.validation.loss, rel=1e-5)
        assert float(last["validation_score"]) == pytest.approx(frame.validation.accuracy, rel=1e-5)


def test_weights_set_by_hand_are_told_for_a_lesson_of_ones_own(other):
    assert other.get("by-hand").json() == {"weights": []}
    other.page.carry(type="set_bias", layer=1, unit=0, value=2)
    other.page.carry(type="set_weight", layer=1, unit=0, source=1, value=-0.5)
    assert other.get("by-hand").json() == {"weights": [[1, 0, 1, -0.5], [1, 0, None, 2.0]]}


def test_a_saved_network_opens_in_another_session_exactly(trained, other):
    content = trained.get("network/json").content
    assert other.post("network", content=content).status_code == 200
    other.page.hear("lane")
    frame = other.page.look(lambda frame: frame.sizes == (2, 5, 3, 3))
    told = trained.page.frame
    assert (frame.epoch, frame.progress, frame.step, frame.playing) == (told.epoch, told.progress, told.step, False)
    assert (frame.train, frame.test) == (trained.page.frame.train, trained.page.frame.test)
    again = read_network(other.get("network/json").content)
    assert again.parameters.tobytes() == read_network(content).parameters.tobytes()


def test_a_wrong_file_is_refused_and_changes_nothing(other):
    before = numbers(other.page.frame)
    for content, said in ((b"PK\3\4", "JSON"), (b"{}", "network file"), (b"x" * 6_000_000, "5000")):
        answer = other.post("network", content=content)
        assert answer.status_code == 422 and said.replace("5000", "4882") in answer.text, answer.text
    assert numbers(other.page.step()) != before and other.page.frame.step == 1


def test_settings_of_another_network_are_refused(trained, other):
    file = json.loads(trained.get("network/json").content)
    file["settings"]["hidden"] = [{"units": 4, "activation": None}]
    answer = other.post("network", content=json.dumps(file))
    assert answer.status_code == 422
    assert answer.text == run_words.OTHER_NETWORK.format(expected=[2, 4, 3], actual=[2, 5, 3, 3])


def test_a_shared_network_opens_with_its_weights(trained, other):
    share = trained.post("share").json()["id"]
    assert other.post(f"shared/{share}").json() == {"note": ""}
    frame, told = other.page.look(lambda frame: frame.sizes == (2, 5, 3, 3)), trained.page.frame
    assert (frame.epoch, frame.progress, frame.step) == (told.epoch, told.progress, told.step) and told.step > 0
    assert (frame.train, frame.test) == (trained.page.frame.train, trained.page.frame.test)


def test_a_link_to_nothing_is_one_sentence(other):
    for share in ("aaaaaaaaaa", "../../etc", "x"):
        answer = other.post(f"shared/{share}")
        assert answer.status_code in (404, 422) and "Traceback" not in answer.text
    assert other.post("shared/aaaaaaaaaa").text == words.NO_SUCH_SHARE


def test_a_ready_network_opens_by_its_name_and_no_other_does(other):
    assert other.post("ready/tent5").json()["note"].startswith("This network is set by hand: each of its 5 layers")
    answer = other.post("ready/tent9")
    assert answer.status_code == 422 and "expected one of tent3, tent5" in answer.text


def test_without_an_owner_nothing_is_shared(real_server):
    with conversation(real_server, owner=None) as talk:
        answer = talk.post("share")
        assert (answer.status_code, answer.text) == (422, session_words.NO_OWNER)
