"""A challenge is scored while it is open, on live networks and hidden points; a place is told only to its member."""

import asyncio
import json

from glassbox.classroom import said
from glassbox.web.classroom.challenges import Challenges
from glassbox.web.classroom.keeping import Keeping
from glassbox.web.classroom.live_room import LiveRoom
from tests.classroom.rooms import NOW, joined, lead, new_room
from tests.run.tools import MOST_PARAMETERS, configure, run_of, train_epochs
from tests.web.classroom.networks import Networks

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


def test_data_that_cannot_be_scored_on_hidden_points_are_refused_in_a_sentence_to_the_desk():
    async def act(scene):
        scene.networks.runs["shown"] = run_of(dataset="penguins")
        scene.desk.role = "desk"
        scene.begin()
        await scene.until(lambda: scene.room.challenge is None)
        assert [answer["id"] for answer in answers(scene.desk)] == ["challenge_needs_made_data"]
        assert not any(map(answers, scene.phones))

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
