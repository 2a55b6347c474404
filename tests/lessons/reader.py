"""A reader of lessons without a browser: sets steps up as the page does, acts, and asks the server what comes of it."""

import time
from contextlib import suppress

from tests.lessons.clouds import clouds_of
from tests.web.live_page import LivePage

PATIENCE = 120.0  # seconds until a training or an experiment that never ends fails the test


class Reader:
    """One reader with a network of their own.

    Attributes:
        begun: the experiments begun so far; they stay for all steps that are about them.
    """

    def __init__(self, server, http, owner, **seeds):
        self._server, self._http, self._owner, self._seeds = server, http, owner, seeds
        self.begun = {}
        self.page = None
        self._has_two = False

    def __enter__(self):
        self.page = LivePage(self._server, owner=self._owner).ready()
        return self

    def __exit__(self, *_):
        self.page.__exit__()

    # ---- what a reader asks

    def ask(self, lesson, step, number, answer=None, hint=0):
        """The verdict."""
        address = f"/api/sessions/{self.page.session}/lessons/{lesson}/{step}/{number}"
        told = self._http.post(address, json={"answer": answer, "hint": hint}, timeout=PATIENCE)
        assert told.status_code == 200, (address, told.text)
        return told.json()

    # ---- what a reader does

    def set_up(self, part):
        """A step's whole start: settings, data, weights, and the lane beside."""
        if part.experiment:
            return
        self._one_lane()
        settings = part.settings.changed(self._seeds).model_dump(mode="json") | {"speed": "full"}
        if part.own:
            kept = self._http.post("/api/own/points", json=clouds_of(part.own), timeout=PATIENCE)
            settings["dataset"] = kept.json()["dataset"]
        self.page.carry(type="configure", changes=settings)
        self.page.reset()
        for layer, unit, source, value in part.weights:
            self.weight(layer, unit, source, value)
        if part.beside is not None:
            self._has_two = True
            changed = part.beside.changed({**self._seeds, "speed": "full"}).model_dump(mode="json")
            self.page.send(type="fork")
            self.page.hear("lane")
            self.page.carry(type="configure", changes=changed)
            self.page.send(type="take_lane", lane=1)
            self.page.hear("lane")

    def _one_lane(self):
        if self._has_two:
            self.page.send(type="remove_lane", lane=2)
        self._has_two = False

    def change(self, **changes):
        self.page.carry(type="configure", changes=changes)

    def weight(self, layer, unit, source, value):
        """Set one by hand; from no source: the bias."""
        if source is None:
            self.page.carry(type="set_bias", layer=layer, unit=unit, value=value)
        else:
            self.page.carry(type="set_weight", layer=layer, unit=unit, source=source, value=value)

    def reset(self):
        self.page.reset()

    def play_to(self, epoch):
        """Train at full speed until that epoch, or until it stops by itself; both lanes stop where the lesson says."""
        if not self._has_two:
            self.change(stop_epochs=epoch)
        self.play()

    def play(self):
        """Train until it stops by itself."""
        self.page.send(type="play")
        while not self.page.hear("state", PATIENCE)["playing"]:
            pass
        while self.page.hear("state", PATIENCE)["playing"]:
            pass

    def experiment(self, name):
        """A ready question in its quick form, to its end."""
        question, _, variant = name.partition("/")
        of = {"session": self.page.session}
        if name not in self.begun:
            asked = {"question": question, "variant": variant, "form": "quick"}
            told = self._http.post("/api/experiments", params=of, json=asked, timeout=PATIENCE)
            assert told.status_code == 200, told.text
            self.begun[name] = told.json()["id"]
        deadline = time.monotonic() + PATIENCE
        while self._http.get(f"/api/experiments/{self.begun[name]}").json()["state"] != "done":
            assert time.monotonic() < deadline, f"{name} does not end"
            with suppress(TimeoutError):
                self.page.take(0.1)
