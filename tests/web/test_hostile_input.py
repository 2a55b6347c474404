"""Whatever a client sends, no route answers 500: hostile numbers and texts in every field, in addresses and queries."""

import json

import httpx2 as httpx
import msgspec
import pytest
from msgspec.structs import fields

from glassbox.app import create_app
from glassbox.config import Config
from glassbox.study.questions import QUESTIONS, SeedsQuestion
from glassbox.web import words
from glassbox.web.classroom import bodies as classroom
from glassbox.web.classroom.network_routes import ForkWish, LookWish
from glassbox.web.experiments import Asked, Guessed, Opened
from glassbox.web.lab_book import NewName
from glassbox.web.lessons import Answered
from glassbox.web.own_data import Choice, Drawing
from tests.web.conftest import live_session

# As they stand in JSON: beyond single and double precision, beyond the machine's integers, no numbers, no texts.
ALWAYS = "1e39"
VALUES = (
    "-1e39", "1e308", "-1e308", "1e999", "NaN", "-Infinity", "1e-320", "-1", "2147483648", "9223372036854775807",
    "18446744073709551616", "9" * 5000, "null", "true", '""', '"\\ud800"', '"\\u0000"', '"nan"', "[]", "{}", "[[[]]]",
)  # fmt: skip
WHOLE = (b"", b"null", b"[]", b"{", b"\xff", b'"', b"[" * 50_000, b"1e999", b"{}" * 2)
NAMES = ("1e39", "-1", "%00", "%ff", "%F0%9F%98%80", "..%2f..%2fetc", "'%20or%201=1--", "a" * 300, "%ud800", "*")
OWNER = "hostile_owner_of_22_ab"
BODIES = {
    **{
        f"/api/sessions/{{session}}/{name}" if entry.is_of_session else f"/api/{name}": entry.question
        for name, entry in QUESTIONS.items()
        if entry.question
    },
    "/api/sessions/{session}/seeds": SeedsQuestion,
    "/api/own/tables/{name}": Choice,
    "/api/own/points": Drawing,
    "/api/sessions/{session}/lab-book/{key}/name": NewName,
    "/api/experiments/cost": Asked,
    "/api/experiments?session={session}": Asked,
    "/api/experiments/{key}/open": Opened,
    "/api/experiments/{key}/guess?session={session}": Guessed,
    "/api/sessions/{session}/lessons/{name}/{step}/{number}": Answered,
    "/api/rooms": classroom.OpenRoom,
    "/api/rooms/{code}/join": classroom.Join,
    "/api/rooms/{code}/lead": classroom.TakeLead,
    "/api/rooms/{code}/file": classroom.TakeFile,
    "/api/rooms/{code}/resume": classroom.Resume,
    "/api/rooms/{code}/answer": classroom.GiveAnswer,
    "/api/rooms/{code}/keep": classroom.Keep,
    "/api/rooms/{code}/fork": ForkWish,
    "/api/rooms/{code}/look": LookWish,
}  # fmt: skip
SOUND = {
    "layer": 1, "unit": 0, "texts": ["w·x + b"], "target": 0, "inputs": [0], "classes": 0, "name": "a",
    "points": [[0.1, 0.2, 0.3]], "numbers": [0],
}  # fmt: skip
FULL = {
    "place": [0.5, 0.5], "spans": [0, 1], "ranges": [[-6.0, 6.0], [-6.0, 6.0]], "axes": [0, 1], "kind": "weights",
    "experiment": {
        "title": "a", "base": {"learning_rate": 0.1, "hidden": [{"units": 1}]}, "seeds": 1, "first_seed": 1, "epochs": 1,
        "axes": [{"name": "width", "values": [1, 2], "budget": None}], "measures": ["test_loss"], "line": "parameters",
    },
    "guess": {"measure": "test_loss", "values": [0.1, None]}, "measure": "test_loss", "values": [0.1, None],
    "session": "a", "trials": [0], "epoch": 1,
    "token": "t" * 43, "lead": "t" * 43, "secret": "t" * 43, "owner": "o" * 22, "id": "1", "question": 1, "round": 1, "value": 1,
    "word": "apple-tree",
    "weights": [[1, 0, 0], [1, 0, None]], "start": [1.0, 1.0], "starts": {"sgd": [1.0, 1.0]},
}  # fmt: skip


@pytest.fixture(scope="module")
def of_somebody(real_server):
    """The name of a live session whose page has told whose it is."""
    with live_session(real_server, owner=OWNER, settings={"hidden": [{"units": 2}]}) as name:
        yield name


@pytest.fixture(scope="module")
def code(real_server):
    """Of a room that is open."""
    return httpx.post(f"http://127.0.0.1:{real_server.port}/api/rooms").json()["code"]


def routes():
    """Each address of the API, with its methods."""
    paths = create_app(Config(), warm_up=lambda report: None).openapi()["paths"]
    return [(path, method.upper()) for path, methods in paths.items() for method in methods]


def places_in(value, way=()):
    """The way to each part of a value, to the whole of it first."""
    yield way
    if isinstance(value, dict | list):
        parts = value.items() if isinstance(value, dict) else enumerate(value)
        for key, part in parts:
            yield from places_in(part, (*way, key))


def with_value(sound, way, hostile):
    """As JSON: what is sound, with something hostile in one place."""
    mark, copy = "«hostile»", json.loads(json.dumps(sound))
    part = copy
    for key in way[:-1]:
        part = part[key]
    part[way[-1]] = mark
    return json.dumps(copy, ensure_ascii=False).replace(f'"{mark}"', hostile).encode()


def some(choices, number, many):
    """Other ones for each number, so that all have their turn."""
    return [choices[(number * many + each) % len(choices)] for each in range(many)]


def defaults(model):
    """Each field of a body, with what it is where it is left out."""
    if issubclass(model, msgspec.Struct):
        return {field.name: None if field.default is msgspec.NODEFAULT else field.default for field in fields(model)}
    return {name: field.get_default(call_default_factory=True) for name, field in model.model_fields.items()}


def bodies(model):
    """Every sound body with something hostile in one place."""
    sound = {name: SOUND.get(name, FULL.get(name, default)) for name, default in defaults(model).items()}
    sound = json.loads(json.dumps(sound, default=str))
    for number, way in enumerate(each for each in places_in(sound) if each):
        yield from (with_value(sound, way, hostile) for hostile in {ALWAYS, *some(VALUES, number, 3)})


def no_fault(answer, sent):
    assert answer.status_code != 500, (answer.request.url, sent[:200])
    assert words.SERVER_FAULT not in answer.text


@pytest.mark.parametrize("path", BODIES)
def test_hostile_values_in_every_field(real_server, of_somebody, code, http, path):
    address = path.format(session=of_somebody, name="neuron", key="any", step=2, number=1, code=code)
    for body in (*bodies(BODIES[path]), *WHOLE):
        no_fault(http.post(address, content=body), body)


@pytest.mark.parametrize("asked", ['"place": [1e39, 0]', '"ranges": [[-1e308, 1e308], [0, 1]]'])
def test_a_place_beyond_all_numbers_is_not_blamed_on_the_weights(real_server, of_somebody, http, asked):
    answer = http.post(f"/api/sessions/{of_somebody}/neuron", content=f'{{"layer": 1, "unit": 0, {asked}}}')
    assert answer.status_code == 422
    assert "expected" in answer.text and "1e+18" in answer.text and "weights" not in answer.text


def test_every_route_with_a_body_is_walked():
    taking = {path for path, method in routes() if method == "POST"}
    raw = {"/api/own/tables", "/api/sessions/{session}/network", "/api/sessions/{session}/seeds/cancel"}
    bare = {path for path in taking if "lab-book" in path or "/share" in path}
    bare |= {"/api/sessions/{session}/ready/{name}"}
    bare |= {f"/api/experiments/{{key}}/{change}" for change in ("pause", "resume", "cancel")}
    assert taking <= {path.partition("?")[0] for path in BODIES} | raw | bare


def test_hostile_names_and_bodies_on_every_route(real_server, of_somebody, code, http):
    found = routes()
    assert len(found) > 20
    for number, (path, method) in enumerate(found):
        for name in ("a" * 300, NAMES[number % len(NAMES)]):
            rest = dict.fromkeys(("name", "key", "file", "chosen", "share_id", "table", "step", "number", "code"), name)
            for session in (of_somebody, name):
                address = path.format(**rest | {"session": session})
                no_fault(http.request(method, address, content=b"null" if method == "POST" else None), name.encode())
        for body in some(WHOLE, number, 2) if method == "POST" else ():
            some_one = dict.fromkeys(("name", "key", "share_id"), "x") | {"step": 1, "number": 1, "code": code}
            no_fault(http.post(path.format(session=of_somebody, **some_one), content=body), body)


QUERIES = (
    "/api/own/tables?wishes={}", "/api/sessions/{session}/lab-book?by={}", "/api/sessions/{session}/lab-book?offset={}",
    "/api/sessions/{session}/lab-book?descending={}", "/neuron?dataset={}", "/api/experiments?session={}", "/api/experiments/x?since={}",
     "/neuron?{}", "/?{}", "/?learning_rate={}",
)  # fmt: skip


@pytest.mark.parametrize("query", QUERIES)
def test_hostile_queries(real_server, of_somebody, http, query):
    method = "POST" if "tables" in query else "GET"
    for value in (*NAMES, "1e39", "9" * 400, "-9223372036854775809"):
        no_fault(http.request(method, query.replace("{session}", of_somebody).format(value)), value.encode())
