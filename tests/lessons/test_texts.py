"""Every lesson and problem played through the real server, from two seeds: each guess is made wrong, right and not at
all; no goal is reached at the start, each is by a recorded way, and both hints help before. Long experiments are not
run here: what they show is what their questions promise, which other tests hold them to.
"""

import html
import json
import re
from functools import partial

import httpx2 as httpx
import msgspec
import pytest

from glassbox.classroom import said
from glassbox.classroom.asking import check_asked
from glassbox.config import Config
from glassbox.experiments.ready import ready
from glassbox.labbook.book import new_owner_id
from glassbox.lessons import words
from glassbox.lessons.checks import check
from glassbox.lessons.facts import of_experiments
from glassbox.lessons.length import long_texts
from glassbox.lessons.lesson import Do, PredictChoice, PredictCurve, PredictNumber
from glassbox.lessons.shelf import Shelf
from glassbox.words.wire import worded_json
from tests.lessons.reader import Reader
from tests.lessons.ways import WAYS
from tests.web.conftest import really_running

SEEDS = ({}, {"seed": 7, "data_seed": 11})
MOST_SEEDS = 12  # that a reader has the patience for
SHOWN = Shelf().now().lessons  # lessons, and problems
LESSONS = {name: lesson for name, lesson in SHOWN.items() if lesson.group == "lesson"}
LONG = {
    *("double_descent/width", "double_descent/l2", "double_descent/samples", "width/numbers"),
    *("depth/spiral", "depth/circle", "learning_rate/numbers"),
}
OWNER = new_owner_id()
EXPERIMENTS = {}  # begun by the readers of this file, by their names


@pytest.fixture(scope="module")
def lessons_server():
    with really_running(Config()) as server:
        yield server


@pytest.fixture(params=range(len(SEEDS)), ids=["the usual seed", "another seed"])
def reader(request, lessons_server):
    with (
        httpx.Client(base_url=f"http://127.0.0.1:{lessons_server.port}") as http,
        Reader(lessons_server, http, OWNER, **SEEDS[request.param]) as reader,
    ):
        reader.begun = EXPERIMENTS
        yield reader


def test_they_are_all_there():
    assert len(LESSONS) == 16 and len(SHOWN) - len(LESSONS) == 8 and not Shelf().now().faults
    assert [lesson.order for lesson in LESSONS.values()] == sorted(lesson.order for lesson in LESSONS.values())


@pytest.mark.parametrize("name", LESSONS)
def test_none_is_longer_than_a_reader_has_patience_for(name):
    lesson = LESSONS[name]
    assert 5 <= len(lesson.steps) <= 12 and 5 <= lesson.minutes <= 12 and lesson.able
    assert list(long_texts(lesson)) == []


def untagged(markup):
    """As static/text/untagged.js."""
    return html.unescape(re.sub(r"<[^>]*>", "", re.sub(r"<annotation[^>]*>.*?</annotation>", "", markup))).strip()


@pytest.mark.parametrize("name", SHOWN)
def test_each_question_can_be_asked_in_a_class(name):
    steps = msgspec.json.decode(Shelf().now().told(name))["steps"]
    for part in (part for step in steps for part in step["parts"] if part["kind"] == "predict"):
        asked = {"kind": part["form"], "text": untagged(part["ask"]), "unit": part["unit"]}
        check_asked(msgspec.convert({**asked, "options": list(map(untagged, part["choices"]))}, said.Asked))


WORDS_A_MINUTE = 200
SECONDS = {"PredictChoice": 15, "PredictNumber": 25, "PredictCurve": 25, "Do": 60, "Why": 20}  # to think, act and run
OF_EXPERIMENT = 15  # more, to begin it and see it end


def seconds(part):
    """What a part takes who goes straight through it, beside reading."""
    needed = SECONDS.get(type(part).__name__, 0)
    return needed + OF_EXPERIMENT * bool(getattr(getattr(part, "until", None), "experiment", ""))


def words_in(value):
    """How many words a reader meets in a part, of the sentences to a guess the longest."""
    if isinstance(value, dict) and "choice" in value:
        told = max(words_in(each["right"]) for each in value["choice"])
        return words_in(value["ask"]) + told + sum(words_in(each["text"]) for each in value["choice"])
    if isinstance(value, dict):
        read = {"html", "ask", "done", "say", "answer", "shortly", "exactly"}
        return sum(words_in(text) for name, text in value.items() if name in read)
    return len(re.sub(r"<[^>]+>", " ", value).split())


@pytest.mark.parametrize("name", LESSONS)
def test_its_minutes_are_what_a_reader_needs(name):
    lesson = LESSONS[name]
    parts = [part for step in lesson.steps for part in step.parts]
    read = words_in(lesson.able) + sum(words_in(vars(part) | choices(part)) for part in parts)
    needed = read / WORDS_A_MINUTE + sum(map(seconds, parts)) / 60
    assert 2 / 3 <= lesson.minutes / needed <= 4 / 3


def choices(part):
    return {"choice": [vars(each) for each in part.choice]} if isinstance(part, PredictChoice) else {}


@pytest.mark.parametrize("name", SHOWN)
def test_it_ends_in_something_predicted_or_built(name):
    assert SHOWN[name].steps[-1].question(1) is not None


@pytest.mark.parametrize("name", SHOWN)
def test_every_goal_has_two_hints_that_always_help(name):
    for step in SHOWN[name].steps:
        for part in step.parts:
            if isinstance(part, Do):
                assert {hint.level for hint in part.hint if hint.when.is_always} == {1, 2}


@pytest.mark.parametrize("name", SHOWN)
def test_it_can_be_played_to_its_end(reader, name):
    for number, step in enumerate(SHOWN[name].steps, 1):
        if step.set_up is not None:
            reader.set_up(step.set_up)
        for part in step.parts:
            if isinstance(part, Do):
                _reach(reader, name, number, part)
            elif isinstance(part, PredictChoice | PredictNumber | PredictCurve):
                _guess(reader, name, number, part)


# ---- a guess


def _guess(reader, name, number, part):
    """Wait for the truth, then guess in every way."""
    if part.until.experiment in LONG:
        _choose(lambda answer: _judged_as_promised(part, answer), part)
        return
    _let_it_come(reader, name, number, part)
    guess = partial(reader.ask, name, number, part.number)
    {PredictChoice: _choose, PredictNumber: _name_number, PredictCurve: _draw}[type(part)](guess, part)


def _let_it_come(reader, name, number, part):
    if part.until.experiment:
        reader.experiment(part.until.experiment)
    elif part.until.epochs:
        told = reader.ask(name, number, part.number, [0.5] * 10 if isinstance(part, PredictCurve) else 0)
        assert (told["state"], told["sentence"]) == ("waiting", words.WAITING)
        reader.play_to(part.until.epochs)


def _judged_as_promised(part, answer):
    """By what the question says that its experiment shows."""
    asked = ready(*part.until.experiment.split("/"))
    axis = asked.experiment.axes[0].values
    facts = {
        fact: float(axis[len(axis) // 2]) if fact.startswith(("lowest", "peak")) else 0.0 for fact in of_experiments()
    }
    for expect in asked.expect:
        place = "peak" if expect.verdict == "double_descent" else "lowest"
        facts[f"{expect.verdict}.{expect.measure}"] = float(not expect.is_not)
        if expect.within is not None:
            facts[f"{place}.{expect.measure}"] = sum(expect.within) / 2
    return json.loads(worded_json(check(part, answer, 0, facts | {"done": 1.0})))


def _choose(guess, part):
    truth = guess(None)["choice"]
    assert truth is not None, part.ask
    for at, choice in enumerate(part.choice):
        told = guess(at)
        assert told["choice"] == truth and told["state"] == ("right" if at == truth else "wrong")
        assert told["sentence"], choice.text


def _name_number(guess, part):
    truth = guess(None)["truth"]
    assert guess(truth)["state"] == "right"
    off = guess(3 * truth + 5)
    assert off["state"] == "wrong" and off["sentence"], part.ask


def _draw(guess, part):
    assert guess(guess(None)["truth"])["state"] == "right"
    off = guess([1 + at for at in range(20)])
    assert off["state"] == "wrong" and off["sentence"], part.ask


# ---- a goal


def _reach(reader, name, number, part):
    told = reader.ask(name, number, part.number)
    assert told["state"] == "open", (name, number, "is reached at the start")
    for hint in (1, 2):
        assert reader.ask(name, number, part.number, hint=hint)["sentence"] not in ("", words.NO_HINT)
    for act, *of in WAYS[name, number]:
        ACTS[act](reader, name, number, part, *of)
    told = reader.ask(name, number, part.number)
    assert told["state"] == "reached", (name, number, told, _where(reader))
    assert told["sentence"]


def _where(reader):
    frame = reader.page.frame
    return frame.step, frame.train, frame.test


def _try_seeds(reader, name, number, part, epoch):
    for _ in range(MOST_SEEDS):
        reader.reset()
        reader.play_to(epoch)
        if reader.ask(name, number, part.number)["state"] == "reached":
            return
        reader.page.send(type="new_seed", of="weights")
        reader.page.hear("configured")


ACTS = {
    "change": lambda reader, _name, _step, _part, changes: reader.change(**changes),
    "weight": lambda reader, _name, _step, _part, place: reader.weight(*place),
    "reset": lambda reader, *_: reader.reset(),
    "play": lambda reader, _name, _step, _part, epoch: reader.play() if epoch is None else reader.play_to(epoch),
    "seed": _try_seeds,
}


def test_no_way_is_recorded_that_leads_nowhere():
    goals = {
        (name, number)
        for name, lesson in SHOWN.items()
        for number, step in enumerate(lesson.steps, 1)
        if any(isinstance(part, Do) for part in step.parts)
    }
    assert set(WAYS) == goals
