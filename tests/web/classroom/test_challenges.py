"""A challenge is scored while it is open, on live networks and hidden points; a place is told only to its member."""

import asyncio
import json
from collections import Counter

import pytest

from glassbox.classroom import said, told
from glassbox.classroom.challenge import Challenge
from glassbox.engine.data_choices import Dataset
from glassbox.study.challenge.contest import Outcome
from glassbox.web.classroom.challenges import Challenges
from glassbox.web.classroom.keeping import Keeping
from glassbox.web.classroom.live_room import LiveRoom
from tests.classroom.rooms import NOW, joined, lead, new_room
from tests.run.own import leaves, some_own
from tests.run.tools import MOST_PARAMETERS, configure, run_of, train_epochs
from tests.web.classroom.networks import Networks
from tests.web.classroom.people import lesson
from tests.web.live_page import LivePage

GOAL = {"goal": {"measure": "test_loss", "at": 0.5}, "by": "parameters"}
SECRET = 424_242


class Scene:
    """A room with a desk and two phones: the first has a network that is well below the goal, the other has not."""

    def __init__(self, shown=None, second=None):
        good = run_of()
        train_epochs(good, 60)
        self.networks = Networks(shown=shown or run_of(), first=good, second=second or run_of())
        self.challenges = Challenges(self.networks, MOST_PARAMETERS, lambda _: self.live.tell(), lambda: SECRET)
        self.room, self.key = new_room()
        self.live = LiveRoom(
            self.room, (self.challenges,), Keeping(None), lambda live: live.close("ended"), lambda: NOW
        )
        self.desk = self.live.admit(said.Enter(role="projector", token=self.room.projector))
        self.phones = []
        for session in ("first", "second"):
            member, token = joined(self.room)
            member.session = session
            self.phones.append(self.live.admit(said.Enter(role="member", token=token)))
        self.room.shown = "shown"

    def begin(self, **goal):
        asked = said._decoder.decode(json.dumps({"type": "challenge", "counter": 1, **GOAL, **goal}))
        lead(self.room, self.key, lambda counter: asked)
        self.live.tell()

    async def until(self, condition):
        while not condition():
            await asyncio.sleep(0.001)

    def me(self, at):
        return self.room.for_member(self.room.members[at + 1], NOW)


def play(act):
    async def whole():
        scene = Scene()
        try:
            await asyncio.wait_for(act(scene), 120)
        finally:
            scene.challenges.close()

    asyncio.run(whole())


def answers(visitor):
    return [json.loads(text) for text in visitor.slots._answers]


def test_who_reaches_the_goal_is_counted_and_only_told_its_own_place():
    async def act(scene):
        scene.begin()
        assert scene.room.for_all().challenge.reached == 0
        await scene.until(lambda: scene.room.for_all().challenge.reached == 1)
        heard = scene.room.for_all().challenge
        assert (heard.of, heard.best, heard.top, heard.phase) == (2, 25, None, "open")
        assert (scene.me(0).standing.place, scene.me(0).standing.value) == (1, 25)
        assert scene.me(1).standing is None
        assert str(SECRET) not in str(heard)

    play(act)


def test_what_is_always_locked_is_told_with_what_the_teacher_locks():
    async def act(scene):
        scene.begin(locked=["network"])
        assert scene.room.for_all().challenge.locked == ("data", "data_seed", "loss", "huber_delta", "network")

    play(act)


def test_a_closed_challenge_is_scored_no_more():
    async def act(scene):
        scene.begin()
        lead(scene.room, scene.key, said.CloseChallenge)
        scene.live.tell()
        assert scene.challenges._running == {}
        assert scene.room.for_all().challenge.phase == "closed"

    play(act)


def test_a_newer_challenge_takes_the_place_of_the_one_before():
    async def act(scene):
        scene.begin()
        first = scene.room.challenge
        scene.begin(by="loss")
        assert scene.challenges._running[scene.room][0] is scene.room.challenge is not first
        await scene.until(lambda: scene.room.for_all().challenge.reached == 1)
        assert scene.room.for_all().challenge.number == 2 and scene.room.for_all().challenge.best < 0.5

    play(act)


def test_the_five_best_are_told_only_while_the_teacher_shows_them():
    async def act(scene):
        scene.begin()
        await scene.until(lambda: scene.room.for_all().challenge.reached == 1)
        scene.room.desk_is_with(scene.key, True, NOW)
        lead(scene.room, scene.key, said.ShowTop, on=True)
        assert scene.room.for_all().challenge.top == ((scene.room.members[1].name, 25),)
        lead(scene.room, scene.key, said.ShowTop, on=False)
        assert scene.room.for_all().challenge.top is None

    play(act)


@pytest.mark.parametrize(
    ("dataset", "agreed", "why", "values"),
    [
        ("teacher", True, "challenge_needs_one_rule", {}),
        ("penguins", False, "challenge_begins_anew", {}),
        (some_own(), True, "challenge_needs_more_rows", {"least": 60}),
    ],
)
def test_data_that_cannot_be_scored_on_hidden_points_are_refused_in_a_sentence_to_the_desk(
    dataset, agreed, why, values
):
    async def act(scene):
        shown = scene.networks.runs["shown"] = run_of(dataset=dataset)
        before = shown.settings
        scene.desk.role = "desk"
        scene.begin(begins_anew=agreed)
        await scene.until(lambda: scene.room.challenge is None)
        assert [(answer["id"], answer["values"]) for answer in answers(scene.desk)] == [(why, values)]
        assert not any(map(answers, scene.phones)) and shown.settings == before

    play(act)


def test_on_real_data_the_shown_network_begins_anew_on_the_rows_that_are_not_held_back():
    async def act(scene):
        shown = scene.networks.runs["shown"] = run_of(dataset="penguins")
        train_epochs(shown, 2)
        scene.begin(begins_anew=True, goal={"measure": "test_accuracy", "at": 80})
        await scene.until(lambda: shown.settings.dataset != Dataset.PENGUINS)
        assert (shown.trainer.step, len(shown.data_split.points.target)) == (0, 342 - 68)
        name = shown.settings.dataset.value
        assert scene.networks.own_data_store.about(name).title == "penguins"
        await scene.until(lambda: all(map(answers, scene.phones)))
        assert {answer["id"] for phone in scene.phones for answer in answers(phone)} == {"network_on_other_data"}
        fork = scene.networks.runs["second"] = run_of(
            **shown.settings.model_dump() | {"dataset": shown.settings.dataset}
        )
        train_epochs(fork, 60)
        await scene.until(lambda: scene.room.for_all().challenge.reached == 1)
        assert scene.me(1).standing.place == 1 and scene.me(0).standing is None

    play(act)


def test_a_network_that_went_away_before_it_could_begin_anew_begins_no_challenge():
    async def act(scene):
        scene.networks.runs["shown"] = run_of(dataset="penguins")
        scene.networks.put_in = Networks().put_in
        scene.desk.role = "desk"
        scene.begin(begins_anew=True)
        await scene.until(lambda: scene.room.challenge is None)
        assert [answer["id"] for answer in answers(scene.desk)] == ["no_network_shown"]

    play(act)


def test_a_network_that_is_away_begins_no_challenge():
    async def act(scene):
        scene.room.shown = "gone"
        scene.begin()
        await scene.until(lambda: scene.room.challenge is None)

    play(act)


def test_who_reached_the_goal_by_breaking_a_lock_is_told_why_it_does_not_count():
    async def act(scene):
        cheat = run_of()
        configure(cheat, samples=2000)
        train_epochs(cheat, 20)
        configure(cheat, samples=500)
        train_epochs(cheat, 30)
        scene.networks.runs["second"] = cheat
        scene.begin()
        await scene.until(lambda: answers(scene.phones[1]))
        assert [answer["id"] for answer in answers(scene.phones[1])] == ["record_broke_a_lock"]
        assert not answers(scene.phones[0]) and scene.me(1).standing is None

    play(act)


def test_networks_that_rest_are_not_woken_and_a_member_who_left_has_no_place():
    async def act(scene):
        scene.networks.aside = {"second"}
        scene.begin()
        await scene.until(lambda: scene.room.for_all().challenge.reached == 1)
        assert ("second", "moment") not in scene.networks.asked
        scene.room.remove(1)
        assert scene.room.for_all().challenge.reached == 0

    play(act)


def test_a_room_that_ended_is_forgotten():
    async def act(scene):
        scene.begin()
        scene.challenges.ended(scene.room)
        assert scene.challenges._running == {} and scene.challenges._visitors == {}

    play(act)


def test_a_fault_ends_no_challenge(monkeypatch):
    monkeypatch.setattr("glassbox.web.classroom.challenges.EVERY", 0.01)

    async def act(scene):
        ask, faults = scene.networks.ask, ["at the first look"]

        async def broken(session, name, **arguments):
            if session == "first" and faults:
                raise RuntimeError(faults.pop())
            return await ask(session, name, **arguments)

        scene.networks.ask = broken
        scene.begin()
        await scene.until(lambda: scene.room.for_all().challenge.reached == 1)
        assert not faults

    play(act)


def own_table(room):
    """A table of leaves with a text column, uploaded as the page does."""
    table = room.http.post("/api/own/tables", content=leaves(rows=150).encode()).json()["table"]
    choice = {"target": 3, "inputs": [0, 1, 2], "title": "leaves"}
    return room.http.post(f"/api/own/tables/{table}", json=choice).json()["dataset"]


@pytest.mark.parametrize(
    ("data", "rows", "inputs", "side"),
    [(lambda _: "penguins", 342, 2, 0), (own_table, 150, 3, 0), (lambda _: "digits", 1797, 64, 8)],
    ids=["penguins", "a table with a text column", "digits"],
)
def test_held_rows_are_nowhere_in_what_pages_get_from_a_server(real_server, data, rows, inputs, side):
    left = rows - round(rows / 5)
    with lesson(real_server) as (room, desk, _):
        token = room.join()
        member = room.phone(token)
        with LivePage(real_server, dataset=data(room), samples=2000) as page:
            before = page.look(within=120)
            every = table_of(room, page.session)
            desk.order("show", session=page.session)
            member.until(lambda phone: phone.room["shown"])
            desk.order("challenge", goal={"measure": "test_loss", "at": 1e6}, by="loss", begins_anew=True)
            anew = page.look(lambda frame: frame.run > before.run and frame.data).data
            kept = table_of(room, page.session)
            assert (every.total(), kept.total(), (every - kept).total()) == (1 + rows, 1 + left, rows - left)
            forked = room.post("fork", token=token).json()["session"]
            with LivePage(real_server, forked) as own:
                theirs = own.look(lambda frame: frame.data).data
                assert own.welcome["settings"]["dataset"].startswith("own.")
                assert table_of(room, forked) == kept
                assert (theirs.points, theirs.targets) == (anew.points, anew.targets)
                assert (len(theirs.targets), len(theirs.inputs), theirs.side) == (4 * left, inputs, side)
                own.send(type="step", unit="epoch")
                member.until(lambda phone: phone.me["standing"])


def table_of(room, session):
    """The rows of a session's data as they are taken home, each as often as it is there, rounded to three decimals."""
    lines = room.http.get(f"/api/sessions/{session}/data.csv").text.strip().splitlines()
    return Counter(tuple(map(rounded, line.split(","))) for line in lines)


def rounded(cell):
    try:
        return round(float(cell), 3)
    except ValueError:
        return cell


class Slow:
    """A contest that needs a while yet: its first piece of work brings nothing, and its second ends it."""

    def __init__(self):
        self.is_busy, self.on_trial, self.outcomes = True, {1}, [None, Outcome(1, None, "record_not_repeated")]

    def work(self, budget):
        outcome = self.outcomes.pop(0)
        self.is_busy = bool(self.outcomes)
        self.on_trial = {1} if self.is_busy else set()
        return outcome


def test_where_a_look_takes_as_long_as_there_is_until_the_next_records_are_judged_all_the_same():
    async def act(scene):
        slow = Slow()
        await scene.challenges._work(scene.room, Challenge(1, GOAL, "loss", ()), slow, float("-inf"))
        assert len(slow.outcomes) == 1

    play(act)


def test_whoever_waits_for_a_verdict_is_told_so_and_nobody_else():
    async def act(scene):
        slow, challenge = Slow(), Challenge(1, told.Goal(measure="test_loss", at=0.5), "parameters", ())
        scene.room.challenge = challenge
        before = scene.room.version
        await scene.challenges._work(scene.room, challenge, slow, float("-inf"))
        assert (scene.me(0).on_trial, scene.me(1).on_trial) == (True, False)
        assert scene.room.version > before, "a page that asks by plain requests hears of it, too"
        await scene.challenges._work(scene.room, challenge, slow, float("-inf"))
        assert not scene.me(0).on_trial and answers(scene.phones[0])[-1]["id"] == "record_not_repeated"

    play(act)
