"""Plays a lesson through a real server, as a page would: sets its steps up, answers its questions, reaches its goals
by recorded ways.

A way is a file `tests/lessons/ways/NAME.toml`. For each goal, by its step and number, it has the messages of the page
that reach it (`tell`, as in `protocol.messages`), and for how many epochs to train after them (`epochs`, 0 for none):

    ["3/1"]
    tell = [
      {type = "set_weight", layer = 1, unit = 0, source = 0, value = 1.0},
      {type = "configure", changes = {learning_rate = 0.1}},
    ]
    epochs = 20

Where a goal is of an experiment, which takes too long here, it needs no way.
"""

import tomllib
from pathlib import Path
from typing import NamedTuple

import httpx2 as httpx
import numpy as np

from glassbox.lessons.lesson import Do, PredictChoice, PredictCurve, PredictNumber
from tests.web.live_page import LivePage

WAYS = Path(__file__).parent / "ways"
GATES = {"and": np.logical_and, "or": np.logical_or, "xor": np.logical_xor}
EACH, CENTRE, SPREAD, GOLDEN = 60, 2.5, 0.6, np.pi * (3 - np.sqrt(5))  # as in static/state/logic_data.js
FAR, NO_CURVE = 1e6, [0.5] * 10


class Told(NamedTuple):
    """What an answer was told, and where."""

    place: str
    answer: object
    state: str
    sentence: str


def ways_of(name, folder=WAYS):
    """The recorded ways of a lesson, by step and number; none where there is no file."""
    file = folder / f"{name}.toml"
    return tomllib.loads(file.read_text("utf-8")) if file.exists() else {}


def clouds(gate):
    """Four clouds of points, as the page draws them: x₁, x₂ and the class of each."""
    at = np.arange(EACH)
    radius, angle = SPREAD * np.sqrt(-2 * np.log(1 - (at + 0.5) / EACH)), at * GOLDEN
    rows = []
    for x, y in zip(radius * np.cos(angle), radius * np.sin(angle), strict=True):
        for one, other in ((False, False), (False, True), (True, False), (True, True)):
            sides = [CENTRE if on else -CENTRE for on in (one, other)]
            rows.append([sides[0] + x, sides[1] + y, float(GATES[gate](one, other))])
    return rows


class Player:
    """One reader with a page, who takes the steps of a lesson one after the other.

    Args:
        seed: of the network, where a step's set-up names none.
    """

    def __init__(self, server, lesson, ways, seed):
        self._server, self._lesson, self._ways, self._seed = server, lesson, ways, seed
        self._address = f"http://127.0.0.1:{server.port}"
        self._page = None
        self._has_two = False
        self.told = []

    def play(self):
        """All steps; what was told on the way."""
        with LivePage(self._server, owner="o" * 22, samples=60) as page:
            self._page = page.ready()
            for number, step in enumerate(self._lesson.steps, start=1):
                if step.set_up is not None:
                    self._set_up(step.set_up)
                for part in step.parts:
                    if isinstance(part, Do):
                        self._do(f"{number}/{part.number}", part)
                    elif isinstance(part, PredictChoice | PredictNumber | PredictCurve):
                        self._predict(f"{number}/{part.number}", part)
        return self.told

    def _set_up(self, set_up):
        changes = set_up.settings.model_dump(mode="json") | {"speed": "full"}
        if set_up.own:
            changes |= {"dataset": self._own(set_up.own), "noise": 0.0, "label_noise": 0.0}
        if self._seed is not None:
            changes["seed"] = self._seed
        if self._has_two:
            self._page.send(type="remove_lane", lane=2)
            self._has_two = False
        answer = self._page.configure(**changes)
        assert answer["settings"]["hidden"] == changes["hidden"]
        self._page.reset()
        for layer, unit, source, value in set_up.weights:
            place = {"layer": layer, "unit": unit, "value": value}
            if source is None:
                self._page.carry(type="set_bias", **place)
            else:
                self._page.carry(type="set_weight", source=source, **place)
        if set_up.beside is not None:
            self._fork(set_up)

    def _fork(self, set_up):
        first, second = (each.model_dump(mode="json") for each in (set_up.settings, set_up.beside))
        self._page.send(type="fork")
        self._page.hear("lane")
        self._has_two = True
        self._page.configure(**{name: value for name, value in second.items() if value != first[name]})
        self._take(1)

    def _take(self, lane):
        self._page.send(type="take_lane", lane=lane)
        self._page.hear("lane")

    def _lanes(self):
        """Take each lane in hand, the page's own last."""
        if self._has_two:
            self._take(2)
            yield 2
            self._take(1)
        yield 1

    def _own(self, gate):
        rows = clouds(gate)
        body = {"classes": 2, "points": rows, "numbers": list(range(len(rows)))}
        answer = httpx.post(f"{self._address}/api/own/points", json=body)
        assert answer.status_code == 200, answer.text
        return answer.json()["dataset"]

    def _ask(self, place, answer=None, hint=0):
        address = f"{self._address}/api/sessions/{self._page.session}/lessons/{self._lesson.name}/{place}"
        response = httpx.post(address, json={"answer": answer, "hint": hint}, timeout=60)
        assert response.status_code == 200, (place, answer, response.text)
        verdict = response.json()
        self.told.append(Told(place, answer, verdict["state"], verdict["sentence"]))
        return verdict

    def _predict(self, place, part):
        guesses = range(len(part.choice)) if isinstance(part, PredictChoice) else (FAR,)
        guesses = [NO_CURVE] if isinstance(part, PredictCurve) else list(guesses)
        if part.until.experiment:
            assert all(self._ask(place, guess)["state"] == "waiting" for guess in guesses)
            return
        if part.until.epochs:
            self._wait_for(place, part, guesses)
        self._judge(place, part, guesses)

    def _wait_for(self, place, part, guesses):
        """Before the run has come so far, nothing is given away."""
        if self._page.frame.epoch < part.until.epochs:
            for guess in [*guesses, None]:
                early = self._ask(place, guess)
                assert (early["state"], early["truth"], early["choice"]) == ("waiting", None, None), place
        self._train(part.until.epochs)

    def _train(self, until):
        """Up to this epoch, or until it diverges; each lane has a stop of its own."""
        for _ in self._lanes():
            self._page.configure(stop_epochs=until)
        if self._page.frame.epoch < until:
            self._page.send(type="play")
            self._page.take_until(lambda message: self._has_ended(message, until))
        for _ in self._lanes():
            self._page.configure(stop_epochs=0)

    def _has_ended(self, message, until):
        frame = self._page.frame
        if message is None:
            return frame.epoch >= until and not frame.playing
        return message["type"] == "state" and (message["stop"] or {}).get("code") == "not_finite"

    def _judge(self, place, part, guesses):
        """Without an answer the truth is shown; each answer but one is wrong, and each is told something."""
        truth = self._ask(place)
        assert truth["state"] == "open", place
        if isinstance(part, PredictChoice):
            verdicts = [self._ask(place, guess) for guess in guesses]
            states = [verdict["state"] for verdict in verdicts]
            assert states.count("right") == 1 and states.count("wrong") == len(states) - 1, (place, states)
            assert states[truth["choice"]] == "right"
        else:
            assert truth["truth"] is not None, place
            right = self._ask(place, truth["truth"])
            wrong = self._ask(place, guesses[0])
            assert right["state"] == "right", (place, right)
            verdicts = [right, wrong] if isinstance(part, PredictNumber) else [right]
            assert isinstance(part, PredictCurve) or wrong["state"] == "wrong", (place, wrong)
        assert all(verdict["sentence"] for verdict in verdicts), place

    def _do(self, place, part):
        """Not reached at the start; with a hint of each strength; reached by its way."""
        start = self._ask(place)
        assert start["state"] == "open", f"the goal {place} of {self._lesson.name} holds at the step's start"
        for level in {hint.level for hint in part.hint}:
            assert self._ask(place, hint=level)["sentence"], (place, level)
        if part.experiment:
            return
        way = self._ways.get(place)
        assert way is not None, f"{self._lesson.name} has no way to its goal {place} in tests/lessons/ways"
        for message in way.get("tell", []):
            self._page.send(**message)
        if way.get("epochs"):
            self._train(way["epochs"])
        else:
            self._page.configure(stop_epochs=1)
            self._page.configure(stop_epochs=0)
        reached = self._ask(place)
        assert reached["state"] == "reached" and reached["sentence"], (place, reached)


def play(server, lesson, seed, ways=None):
    """Take all steps of a lesson; what was told on the way. A seed of None: the lesson's own."""
    return Player(server, lesson, ways_of(lesson.name) if ways is None else ways, seed).play()
