"""A network that was trained on one's own data opens again: on them, on others that fit with a note, or not at all."""

import json

import pytest

from glassbox.data import OWN
from glassbox.exports.reading import read_network
from glassbox.run import words
from tests.web.conversations import conversation

TREES = "width;height;rings;kind;age\n" + "".join(
    f"{5 + k % 7};{k % 3},5;{k % 4};{'ash' if k % 2 else 'oak'};{k}\n" for k in range(24)
)  # fmt: skip


def own_data(talk, inputs, text=TREES, target=3):
    table = talk.http.post("/api/own/tables", content=text.encode()).json()["table"]
    return talk.http.post(f"/api/own/tables/{table}", json={"target": target, "inputs": inputs}).json()["dataset"]


def saved(talk, inputs):
    """The file of a network trained on so many columns of the trees."""
    talk.page.configure(dataset=own_data(talk, inputs))
    talk.page.look(lambda frame: frame.data)
    talk.train()
    return talk.get("network/json").content


def without_its_data(content):
    file = json.loads(content)
    file["settings"]["dataset"] = OWN + "nowhere"
    return json.dumps(file)


@pytest.fixture
def mine(real_server):
    with conversation(real_server) as talk:
        yield talk


@pytest.fixture
def other(real_server):
    with conversation(real_server) as talk:
        yield talk


def test_where_its_data_still_are_it_opens_exactly(mine, other):
    content = saved(mine, [0, 1, 2])
    answer = other.post("network", content=content)
    assert (answer.status_code, answer.json()) == (200, {"note": ""})
    assert other.page.hear("lane")["settings"]["dataset"] == json.loads(content)["settings"]["dataset"]
    frame = other.page.look(lambda frame: frame.sizes == (3, 4, 2, 1))
    assert (frame.train, frame.test) == (mine.page.frame.train, mine.page.frame.test)


def test_without_its_data_it_is_shown_on_a_set_that_fits(mine, other):
    content = saved(mine, [0, 1])
    other.page.configure(dataset="spiral3")
    answer = other.post("network", content=without_its_data(content))
    assert answer.json() == {"note": words.OPENED_ON_OTHER_DATA.format(data="“circle”")}
    assert other.page.hear("lane")["settings"]["dataset"] == "circle"
    assert (
        read_network(other.get("network/json").content).parameters.tobytes()
        == read_network(content).parameters.tobytes()
    )


def test_the_data_on_show_come_first_where_they_fit(mine, other):
    content = saved(mine, [0, 1, 2])
    again = own_data(other, [0, 1, 2])
    other.page.configure(dataset=again)
    answer = other.post("network", content=without_its_data(content))
    assert answer.json() == {"note": words.OPENED_ON_OTHER_DATA.format(data=words.DATA_ON_SHOW)}
    assert other.page.hear("lane")["settings"]["dataset"] == again
    assert (
        read_network(other.get("network/json").content).parameters.tobytes()
        == read_network(content).parameters.tobytes()
    )


def test_where_nothing_fits_it_is_refused_and_nothing_changes(mine, other):
    content = saved(mine, [0, 1, 2, 4])
    answer = other.post("network", content=without_its_data(content))
    assert (answer.status_code, answer.text) == (422, words.NOTHING_FITS.format(inputs="4 inputs", outputs="2 classes"))
    assert other.page.step().sizes == (2, 4, 2, 1)


def test_settings_of_another_network_are_refused_on_own_data_too(mine, other):
    file = json.loads(saved(mine, [0, 1, 2]))
    file["settings"]["hidden"] = [{"units": 4, "activation": None}]
    answer = other.post("network", content=json.dumps(file))
    assert (answer.status_code, answer.text) == (
        422,
        words.OTHER_NETWORK.format(expected=[3, 4, 1], actual=[3, 4, 2, 1]),
    )
