"""Data of one's own through the real server: drawn or uploaded, trained on, shared, taken home,
and refused in words.
"""

import csv
import io
import json
import math

import httpx2 as httpx
import pytest

from glassbox.session import words as session_words
from glassbox.settings import OWN_IS_GONE
from glassbox.tables import words as table_words
from glassbox.tables.limits import MOST_BYTES
from tests.web.live_page import LivePage

CORNERS = [[x1 * 3, x2 * 3, float(x1 * x2 > 0)] for x1 in (-1, 1, -0.5, 0.5) for x2 in (-1, 1, -0.5, 0.5)]
ROWS = [(f"{5 + k % 7}", f"{2 + k % 3},5", f"{k % 4}", "ash" if k % 2 else "oak") for k in range(24)]
TREES = "width;height;rings;kind\n" + "".join(";".join(row) + "\n" for row in ROWS)


@pytest.fixture
def http(real_server):
    with httpx.Client(base_url=f"http://127.0.0.1:{real_server.port}") as client:
        yield client


@pytest.fixture
def page(real_server):
    with LivePage(real_server) as page:
        yield page.ready()


def draw(http, points, classes=2, numbers=None):
    body = {"points": points, "classes": classes, "numbers": list(range(len(points))) if numbers is None else numbers}
    return http.post("/api/own/points", json=body)


def drawn(http, points=CORNERS, classes=2):
    return draw(http, points, classes).json()["dataset"]


def upload(http, text, **query):
    return http.post("/api/own/tables", content=text.encode() if isinstance(text, str) else text, params=query)


def chosen(http, text, **choice):
    table = upload(http, text).json()["table"]
    return http.post(f"/api/own/tables/{table}", json=choice).json()["dataset"]


def test_drawn_points_are_trained_on_while_the_network_plays_and_its_weights_stay(http, page):
    # With the product as an input and no hidden layer, the corners are learnt from wherever the weights are by then.
    page.configure(speed="full", learning_rate=0.1, hidden=[], features=["x1", "x2", "x1_x2"])
    page.play()
    page.look(lambda frame: frame.step > 100)
    dataset = drawn(http)
    assert page.configure(dataset=dataset)["settings"]["dataset"] == dataset
    frame = page.look(lambda frame: frame.data)
    assert (len(frame.data.targets), frame.data.training, frame.run) == (4 * 16, 8, 1) and frame.step > 100
    assert page.look(lambda frame: frame.train.accuracy == 1)


def test_a_third_class_gives_the_network_more_outputs(http, page):
    page.configure(dataset=drawn(http, [*CORNERS, [0, 0, 2], [0.1, 0, 2]], classes=3))
    assert page.look(lambda frame: frame.data).sizes == (2, 4, 2, 3)


def test_own_data_survive_a_reset_and_a_new_seed_and_other_people_find_them_by_their_name(http, page, real_server):
    dataset = drawn(http)
    page.configure(dataset=dataset)
    page.send(type="reset")
    page.send(type="new_seed", of="weights")
    assert page.hear("configured")["settings"]["dataset"] == dataset
    with LivePage(real_server, dataset=dataset) as other:
        assert other.welcome["settings"]["dataset"] == dataset and other.welcome["notes"] == []
        other.ready()
        assert len(other.frame.data.targets) == 4 * 16


def test_a_session_keeps_data_that_the_server_let_go_for_others(http, page, real_server):
    dataset = drawn(http)
    page.configure(dataset=dataset)
    real_server.do(lambda: real_server.registry.own_data_store._data.let_go(dataset.removeprefix("own.")))
    assert page.configure(training_share=80)["settings"]["dataset"] == dataset
    page.socket.close()
    with LivePage(real_server, session=page.session) as back:
        assert back.welcome["resumed"] and back.welcome["settings"]["dataset"] == dataset


def test_a_link_to_data_that_are_gone_falls_back_with_a_note(real_server, page):
    with LivePage(real_server, dataset="own.nowhere", noise=0.5) as late:
        assert (late.welcome["settings"]["dataset"], late.welcome["settings"]["noise"]) == ("circle", 0.5)
        assert len(late.welcome["notes"]) == 1 and OWN_IS_GONE in late.welcome["notes"][0]
    page.send(type="configure", changes={"dataset": "own.nowhere"})
    assert OWN_IS_GONE in page.hear("refused")["text"]


def test_a_table_is_shown_before_it_is_chosen_from(http):
    seen = upload(http, TREES).json()
    assert [(column["name"], column["kind"]) for column in seen["columns"]] == [
        ("width", "numbers"), ("height", "numbers"), ("rings", "numbers"), ("kind", "two values"),
    ]  # fmt: skip
    assert (seen["rows"], seen["header"], seen["delimiter"], seen["target"], seen["inputs"]) == (
        24,
        True,
        "semicolon",
        3,
        [0, 1, 2],
    )
    assert seen["head"][0] == list(ROWS[0])
    assert upload(http, TREES, wishes='{"header": false}').json()["rows"] == 25


def test_a_table_is_read_as_is_asked_for_and_says_what_else_could_be(http):
    seen = upload(http, 'a,b\n"4,800",1\n"3,200",2\n').json()
    assert [(each["column"], each["about"], each["chosen"]) for each in seen["questions"]] == [(0, "way", ".")]
    wishes = {"columns": {"0": {"way": ","}}, "header": True, "first": 1, "seed": 3, "encoding": "utf-8"}
    again = upload(http, 'a,b\n"4,800",1\n"3,200",2\n', wishes=json.dumps(wishes)).json()
    assert again["questions"][0]["chosen"] == "," and again["seed"] == 3


@pytest.mark.parametrize("wishes", ["", "[]", "{", '{"first": "x"}', '{"no": 1}', '{"columns": {"0": {"odd": "?"}}}'])
def test_wishes_that_make_no_sense_are_refused_in_a_sentence(http, wishes):
    answer = upload(http, TREES, wishes=wishes)
    assert answer.status_code == 422 and answer.text.endswith(".") and "\n" not in answer.text


def test_a_table_of_three_inputs_is_trained_on_and_seen_on_any_plane(http, page):
    page.configure(dataset=chosen(http, TREES, target=3, inputs=[0, 1, 2]))
    frame = page.look(lambda frame: frame.data)
    assert frame.sizes == (3, 4, 2, 1) and [each.name for each in frame.data.inputs] == ["width", "height", "rings"]
    assert frame.data.class_names == ("ash", "oak") and len(frame.answer) == 4
    page.play()
    page.look(lambda frame: frame.epoch > 20)
    page.pause()
    shown = []
    for axes, held in (([0, 1], [0, 0, 0]), ([0, 1], [0, 0, 4]), ([2, 1], [0, 0, 4])):
        page.send(type="view", axes=axes, held=held, map_size=16 + len(shown))
        shown.append(page.look(lambda frame: frame.map.size == 16 + len(shown)))
    assert shown[0].answer != shown[1].answer == shown[2].answer
    assert len({frame.map.pixels for frame in shown}) == 3


def test_a_table_of_numbers_is_regression(http, page):
    page.configure(dataset=chosen(http, TREES, target=0, inputs=[1, 2], reading="number"))
    frame = page.look(lambda frame: frame.data)
    assert (frame.problem, frame.data.target.name, frame.sizes[-1]) == ("regression", "width", 1)


def test_a_table_of_one_input_is_a_curve(http, page):
    page.configure(dataset=chosen(http, TREES, target=0, inputs=[2], reading="number"))
    frame = page.look(lambda frame: frame.data)
    assert (frame.map.kind, frame.sizes[0], len(frame.map.values)) == ("curve", 1, 4 * frame.map.size)


@pytest.mark.parametrize("share", [10, 50, 90])
def test_a_truth_table_is_trained_on_however_it_is_split(http, page, share):
    dataset = chosen(http, "x1,x2,y\n0,0,0\n0,1,1\n1,0,1\n1,1,0\n", target=2, inputs=[0, 1])
    page.configure(dataset=dataset, training_share=share, batch_size=10, speed="full")
    data = page.look(lambda frame: frame.data).data
    assert len(data.targets) == 4 * 4 and 1 <= data.training <= 3
    page.play()
    frame = page.look(lambda frame: frame.step > 50)
    assert math.isfinite(frame.train.loss) and math.isfinite(frame.test.loss)


def test_what_is_in_a_table_is_given_back_with_its_units_and_in_the_order_of_the_run(http, page):
    page.configure(dataset=chosen(http, TREES, target=3, inputs=[0, 1]))
    page.look(lambda frame: frame.data)
    answer = http.get(f"/api/sessions/{page.session}/data.csv")
    assert (
        answer.headers["content-type"] == "text/csv; charset=utf-8"
        and "attachment" in answer.headers["content-disposition"]
    )
    header, *rows = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert header == ["width", "height", "kind"]
    assert sorted(rows) == sorted([width, height.replace(",", "."), kind] for width, height, _, kind in ROWS)


def test_the_data_of_a_made_set_can_be_taken_home(http, page):
    lines = http.get(f"/api/sessions/{page.session}/data.csv").content.decode("utf-8-sig").splitlines()
    assert lines[0] == "x₁,x₂,y" and len(lines) == 501


def test_the_data_of_nobody(http):
    answer = http.get("/api/sessions/nobody/data.csv")
    assert (answer.status_code, answer.text) == (404, session_words.NO_SUCH_SESSION)


@pytest.mark.parametrize(
    ("points", "sentence"),
    [
        ([[0, 0, 0]], table_words.TOO_FEW_POINTS.format(count=1, fewest=2)),
        ([[0, 0, 0], [7, 0, 0]], table_words.OUTSIDE_PLANE.format(number=2, edge=6)),
        ([[0, 0, 0], [1, 0, 2]], table_words.NOT_A_CLASS.format(number=2, value=2, most=1)),
    ],
)
def test_drawings_that_cannot_be_used(http, points, sentence):
    answer = draw(http, points)
    assert (answer.status_code, answer.text) == (422, sentence)


@pytest.mark.parametrize("points", [[[0, 0]], [[0, 0, "a"]], "", {"a": 1}, [[0, 0, 0]] * 100_000])
def test_drawings_that_make_no_sense(http, points):
    answer = draw(http, points, numbers=[0])
    assert answer.status_code == 422 and answer.text.endswith(".") and "\n" not in answer.text


def test_tables_that_cannot_be_used(http):
    assert upload(http, "").text == table_words.EMPTY
    assert upload(http, b"\x89PNG\r\n").text == table_words.NOT_A_TABLE.format(kind=table_words.PICTURE)
    assert upload(http, "a,b\n" + "1,2\n" * (MOST_BYTES // 4)).text == table_words.TOO_LARGE.format(size=2.0, most=2)
    assert upload(http, "a,b\n" * 3_000_000).status_code == 422


def test_choices_that_cannot_be_used(http):
    names = "".join(f"{n},oak {n},{n % 2}\n" for n in range(20))
    seen = upload(http, "size,name,kind\n" + names).json()
    table = seen["table"]
    answer = http.post(f"/api/own/tables/{table}", json={"target": 0, "inputs": [1]})
    assert (answer.status_code, answer.text) == (422, seen["columns"][1]["no_input"])
    assert http.post("/api/own/tables/nowhere", json={"target": 0, "inputs": [1]}).text == table_words.GONE
    assert http.post(f"/api/own/tables/{table}", json={"target": -1, "inputs": [1]}).status_code == 422


def test_a_drawing_keeps_the_names_of_what_it_began_with(http, page):
    table = chosen(
        http,
        "bill,weight,kind\n" + "\n".join(f"{n},{n * n},{'ab'[n % 2]}" for n in range(1, 20)),
        target=2,
        inputs=[0, 1],
    )
    for like in (table, "own.nobody-has-this", "penguins", "no such data", None):
        body = {"points": CORNERS, "classes": 2, "numbers": list(range(len(CORNERS))), "like": like}
        dataset = http.post("/api/own/points", json=body).json()["dataset"]
        page.configure(dataset=dataset)
        names = [each.name for each in page.look(lambda frame: frame.data).data.inputs]
        known = {table: ["bill", "weight"], "penguins": ["bill length", "bill depth"]}
        assert names == known.get(like, ["x₁", "x₂"])


def test_a_drawing_is_measured_as_the_data_on_the_plane_were(http, page):
    """Those of a table are measured by the rows that train, which its name alone does not tell."""
    rows = "\n".join(f"{n},{n * n},{'ab'[n % 2]}" for n in range(1, 20))
    table = chosen(http, f"bill,weight,kind\n{rows}", target=2, inputs=[0, 1])
    page.configure(dataset=table, training_share=30)
    data = page.look(lambda frame: frame.data and frame.data.inputs[0].name == "bill").data
    axes = [[each.mean, each.scale] for each in (*data.inputs, data.target)]
    body = {"points": CORNERS, "classes": 2, "numbers": list(range(len(CORNERS))), "like": table, "axes": axes}
    page.configure(dataset=http.post("/api/own/points", json=body).json()["dataset"], training_share=80)
    drawn = page.look(lambda frame: frame.data and len(frame.data.targets) == 4 * len(CORNERS)).data
    assert [[each.mean, each.scale] for each in (*drawn.inputs, drawn.target)] == axes
    assert http.post("/api/own/points", json={**body, "axes": [[0, 0]] * 3}).status_code == 422


def test_a_drawn_curve_has_one_input(http, page):
    body = {"points": [[-2, 0, 0.5], [2, 0, -0.5]], "classes": 0, "numbers": [0, 1], "inputs": 1}
    page.configure(dataset=http.post("/api/own/points", json=body).json()["dataset"])
    frame = page.look(lambda frame: frame.data)
    assert frame.sizes[0] == 1 and frame.map.kind == "curve" and len(frame.data.inputs) == 1
    refused = http.post("/api/own/points", json={**body, "classes": 2})
    assert refused.status_code == 422
