"""Tests of the front desk: opening, coming back, taking over, limits, letting go;
before and after the kernels are ready.
"""

import asyncio
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from glassbox.config import Config
from glassbox.run import words as run_words
from glassbox.run.checkpoint import pack
from glassbox.run.inbox import MOST_WAITING
from glassbox.session import words
from glassbox.session.questions import NoSuchSession
from glassbox.session.registry import NotOpened
from tests.session import front
from tests.session.front import Page, ShiftedClock, front_desk, until

ROOT = Path(__file__).parents[2]
PLAYING = {"type": "state", "playing": True, "stop": None, "best": None}


@pytest.fixture(autouse=True, params=front.HOSTS)
def at_each_host(request, monkeypatch):
    """All of it holds wherever networks live."""
    monkeypatch.setattr(front, "make_host", front.HOSTS[request.param])


def test_it_is_there_without_numba():
    """Importing Numba takes a while, and the page must be there at once."""
    check = "import sys, glassbox.app; sys.exit('numba' in sys.modules or 'llvmlite' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], cwd=ROOT, check=False).returncode == 0


def test_a_page_is_welcomed_and_sees_its_network_play():
    async def journey():
        async with front_desk() as registry:
            page = Page(registry, settings={"learning_rate": 0.1})
            welcome = await page.message("welcome")
            assert welcome["settings"]["learning_rate"] == 0.1
            assert (welcome["resumed"], welcome["notes"], welcome["playing"], welcome["ready"]) == (
                False,
                [],
                False,
                True,
            )
            assert (await page.frame())["data"]
            page.tell("play")
            assert (await page.message("state")) == PLAYING
            await page.frame(lambda frame: frame["epoch"] >= 5)
            page.tell("configure", changes={"learning_rate": 0.2})
            revision = (await page.message("configured"))["revision"]
            await page.frame(lambda frame: frame["revision"] == revision)
            page.tell("pause")
            await page.frame(lambda frame: frame["epoch"] >= 5 and not frame["playing"])
            assert page.kinds()[0] == "welcome" and "refused" not in page.kinds()

    asyncio.run(journey())


def test_session_names_cannot_be_guessed():
    async def journey():
        async with front_desk() as registry:
            names = {Page(registry).viewer.session for _ in range(50)}
            assert len(names) == 50 and all(len(name) == 22 for name in names)

    asyncio.run(journey())


def test_coming_back_to_the_same_weights_and_curves():
    async def journey():
        async with front_desk() as registry:
            page = Page(registry)
            page.tell("play")
            await page.frame(lambda frame: frame["epoch"] >= 10)
            page.tell("pause")
            await page.frame(lambda frame: frame["epoch"] >= 10 and not frame["playing"])
            last = page.frames[-1]
            page.leave()
            assert page.closed and registry.counts()["watched"] == 0
            again = Page(registry, session=page.viewer.session, settings={"learning_rate": 0.5})
            welcome, frame = await again.message("welcome"), await again.frame()
            assert (welcome["resumed"], welcome["session"], welcome["notes"]) == (True, page.viewer.session, [])
            assert welcome["settings"]["learning_rate"] == 0.03
            assert welcome["history"]["x"][-1] == last["epoch"] and len(welcome["history"]["x"]) > 5
            assert (frame["weights"], frame["biases"], frame["step"]) == (last["weights"], last["biases"], last["step"])
            assert frame["data"] and frame["frame"] > last["frame"]

    asyncio.run(journey())


def test_a_network_trains_on_while_its_page_is_away():
    async def journey():
        async with front_desk() as registry:
            page = Page(registry)
            page.tell("play")
            await page.frame(lambda frame: frame["epoch"] >= 1)
            for seconds in (0.3, 1, 3, 10, 30):  # on a busy machine it takes longer
                page.leave()
                epoch = page.frames[-1]["epoch"]
                await asyncio.sleep(seconds)
                page = Page(registry, session=page.viewer.session)
                assert (await page.message("welcome"))["playing"]
                if (await page.frame())["epoch"] > epoch + 3:
                    break
            else:
                pytest.fail(f"nothing was trained in {seconds} seconds")

    asyncio.run(journey())


def test_another_tab_takes_over():
    async def journey():
        async with front_desk() as registry:
            first = Page(registry)
            first.tell("play")
            await first.frame(lambda frame: frame["playing"])
            second = Page(registry, session=first.viewer.session)
            assert first.closed == ("taken_over", words.TAKEN_OVER)
            assert (await second.message("welcome"))["resumed"]
            first.tell("pause")  # too late
            first.leave()  # and this is not the second one's leaving
            frames = len(second.frames)
            await until(lambda: len(second.frames) > frames + 5)
            assert second.frames[-1]["playing"] and second.closed is None
            assert registry.counts() == {"sessions": 1, "watched": 1, "playing": 1, "most_sessions": 200}

    asyncio.run(journey())


def test_an_unknown_session_becomes_a_new_one_with_the_same_settings_and_a_note():
    async def journey():
        async with front_desk() as registry:
            page = Page(registry, session="x" * 22, settings={"dataset": "xor", "gain": 99})
            welcome = await page.message("welcome")
            assert not welcome["resumed"] and welcome["session"] != "x" * 22
            assert welcome["settings"]["dataset"] == "xor"
            assert welcome["notes"][0] == words.LOST_WITH_SETTINGS and len(welcome["notes"]) == 2
            assert not any("This link" in note for note in welcome["notes"])
            again = Page(registry, session="x" * 22, settings={"dataset": "xor"})
            assert (await again.message("welcome"))["notes"] == [words.LOST]

    asyncio.run(journey())


def test_the_limit_on_sessions_is_said_in_a_sentence():
    async def journey():
        async with front_desk(Config(most_sessions=2)) as registry:
            first, _ = Page(registry), Page(registry)
            with pytest.raises(NotOpened) as refusal:
                Page(registry)
            assert (refusal.value.code, refusal.value.text) == (
                "too_many_sessions",
                words.TOO_MANY_SESSIONS.format(most=2),
            )
            first.tell("play")
            first.leave()
            with pytest.raises(NotOpened):  # it waits for its page to come back
                Page(registry)
            assert (await Page(registry, session=first.viewer.session).message("welcome"))["resumed"]

    asyncio.run(journey())


def test_at_the_limit_the_network_unwatched_for_longest_makes_room():
    async def journey():
        clock = ShiftedClock()
        async with front_desk(Config(most_sessions=2, pause_after=300), clock) as registry:
            first, second = Page(registry, client="a"), Page(registry, client="b")
            first.tell("play")
            second.tell("play")
            first.leave()
            clock.shift += 200
            second.leave()
            clock.shift += 150
            assert (await Page(registry).message("welcome"))["settings"]
            with pytest.raises(NotOpened):  # the second has waited for 150 seconds only
                Page(registry)
            assert (await Page(registry, session=second.viewer.session).message("welcome"))["resumed"]

    asyncio.run(journey())


def test_one_address_that_took_all_places_leaves_some_for_others_and_loses_what_nobody_watches():
    async def journey():
        clock = ShiftedClock()
        async with front_desk(Config(most_sessions=20, pause_after=300), clock) as registry:
            greedy = [Page(registry, client="greedy") for _ in range(18)]
            with pytest.raises(NotOpened) as refusal:
                Page(registry, client="greedy")
            assert refusal.value.text == words.TOO_MANY_FROM_ADDRESS.format(most=20)
            others = [Page(registry, client="other") for _ in range(2)]
            for page in greedy:
                page.tell("play")
                page.leave()
            with pytest.raises(NotOpened):  # they may come back within some seconds
                Page(registry, client="new")
            clock.shift += 10
            new = [Page(registry, client="new") for _ in range(8)]
            assert not any(page.closed for page in (*others, *new))
            assert registry.counts()["sessions"] == 20

    asyncio.run(journey())


def test_a_network_in_which_nothing_was_done_makes_room_at_once():
    async def journey():
        async with front_desk(Config(most_sessions=2)) as registry:
            used, looked_at = Page(registry, client="a"), Page(registry, client="b")
            used.tell("play")
            looked_at.tell("view", hidden=False)
            used.leave()
            looked_at.leave()
            Page(registry, client="c")
            assert registry.knows(used.viewer.session) and not registry.knows(looked_at.viewer.session)

    asyncio.run(journey())


def test_a_network_too_large_for_this_server_falls_back():
    async def journey():
        async with front_desk(Config(most_parameters=500)) as registry:
            page = Page(registry, settings={"hidden": [{"units": 30}, {"units": 30}]})
            welcome = await page.message("welcome")
            assert [layer["units"] for layer in welcome["settings"]["hidden"]] == [4, 2]
            assert "this server allows 500" in welcome["notes"][0]
            page.tell("configure", changes={"hidden": [{"units": 30}, {"units": 30}]})
            assert "this server allows 500" in (await page.message("refused"))["text"]

    asyncio.run(journey())


class TestLettingGo:
    CONFIG = Config(pause_after=60, forget_after=600, not_reading_after=30)

    def test_a_page_that_does_not_read_is_let_go_and_its_network_stays(self):
        async def journey():
            clock = ShiftedClock()
            async with front_desk(self.CONFIG, clock) as registry:
                page = Page(registry, reads=False)
                page.tell("play")
                await until(lambda: len(page.frames) == 2)
                clock.shift = 29
                registry.tidy()
                assert page.closed is None
                clock.shift = 31
                registry.tidy()
                assert page.closed == ("not_reading", words.NOT_READING.format(seconds=30))
                assert registry.counts()["watched"] == 0
                assert len(page.frames) == 2
                again = Page(registry, session=page.viewer.session)
                assert (await again.message("welcome"))["playing"]
                clock.shift = 100
                await until(lambda: len(again.frames) > 5)
                registry.tidy()
                assert again.closed is None

        asyncio.run(journey())

    def test_a_resting_page_owes_nothing(self):
        async def journey():
            clock = ShiftedClock()
            async with front_desk(self.CONFIG, clock) as registry:
                page = Page(registry)
                await page.frame()
                clock.shift = 10_000
                registry.tidy()
                assert page.closed is None and registry.counts()["sessions"] == 1

        asyncio.run(journey())

    def test_what_nobody_watches_pauses_and_is_let_go_later(self):
        async def journey():
            clock = ShiftedClock()
            async with front_desk(self.CONFIG, clock) as registry:
                page = Page(registry)
                page.tell("play")
                await page.frame(lambda frame: frame["playing"])
                page.leave()
                clock.shift = 59
                registry.tidy()
                await asyncio.sleep(0.05)
                assert registry.counts()["playing"] == 1
                clock.shift = 61
                registry.tidy()
                await until(lambda: registry.counts()["playing"] == 0)
                clock.shift = 599
                registry.tidy()
                again = Page(registry, session=page.viewer.session)
                welcome = await again.message("welcome")
                assert welcome["stop"] == {"code": "unwatched", "text": run_words.UNWATCHED} and not welcome["playing"]
                assert welcome["history"]["x"][-1] >= 1
                again.leave()
                clock.shift += 601
                registry.tidy()
                assert registry.counts()["sessions"] == 0
                assert not (await Page(registry, session=page.viewer.session).message("welcome"))["resumed"]

        asyncio.run(journey())

    def test_what_was_put_aside_is_the_same_when_its_page_comes_back(self):
        async def journey():
            clock = ShiftedClock()
            async with front_desk(self.CONFIG, clock) as registry:
                page = Page(registry, settings={"optimizer": "adam"})
                page.tell("play")
                await page.frame(lambda frame: frame["epoch"] >= 5)
                page.tell("pause")
                await until(lambda: not registry.counts()["playing"])
                name = page.viewer.session
                before = await registry.snapshot(name)
                page.leave()
                clock.shift = 61
                registry.tidy()
                meanwhile = await registry.snapshot(name)  # asked of a network that is put aside
                again = Page(registry, session=name)
                frame, after = await again.frame(), await registry.snapshot(name)
                assert (await again.message("welcome"))["resumed"] and frame["step"] == before.step
                for snapshot in (meanwhile, after):
                    assert [part.tobytes() for part in snapshot.state] == [part.tobytes() for part in before.state]
                    assert snapshot.curves.columns == before.curves.columns

        asyncio.run(journey())

    def test_memory_is_given_back_soon_after_something_was_let_go_but_not_all_the_time(self, monkeypatch):
        given_back = []

        async def journey():
            clock = ShiftedClock()
            monkeypatch.setattr("glassbox.session.registry.give_back", lambda: given_back.append(round(clock.shift)))
            async with front_desk(self.CONFIG, clock) as registry:
                for leaves_at in (100, 110):
                    page = Page(registry)
                    await page.frame()
                    clock.shift = leaves_at
                    page.leave()
                for clock.shift in range(110, 300):
                    registry.tidy()

        asyncio.run(journey())
        assert given_back == [162, 182]  # put aside at 160 and at 170

    def test_sweeping_goes_on_by_itself(self, monkeypatch):
        async def journey():
            monkeypatch.setattr("glassbox.session.registry.SWEEP_EVERY", 0.01)
            clock = ShiftedClock()
            async with front_desk(self.CONFIG, clock) as registry:
                sweeping = asyncio.create_task(registry.sweep())
                Page(registry).leave()
                clock.shift = 1000
                await until(lambda: registry.counts()["sessions"] == 0)
                sweeping.cancel()

        asyncio.run(journey())

    def test_at_the_end_all_are_told(self):
        async def journey():
            async with front_desk() as registry:
                pages = [Page(registry) for _ in range(3)]
                await pages[0].frame()
                await registry.close()
                assert {page.closed for page in pages} == {("server_stops", words.SERVER_STOPS)}
                with pytest.raises(NotOpened):
                    Page(registry)

        asyncio.run(journey())


class TestBeforeTheKernelsAreReady:
    def test_a_page_is_welcomed_and_hears_of_the_progress(self):
        async def journey():
            async with front_desk(ready=False) as registry:
                page = Page(registry, settings={"dataset": "xor", "nope": 1})
                registry.warming(1, 3, "training")
                late = Page(registry)
                await late.message("warming")
                registry.warming(2, 3, "maps")
                await until(lambda: len(late.messages) == 3)
                assert late.messages[1:] == [
                    {"type": "warming", "done": 1, "total": 3, "what": "training"},
                    {"type": "warming", "done": 2, "total": 3, "what": "maps"},
                ]
                welcome = page.messages[0]
                assert welcome["settings"]["dataset"] == "xor" and len(welcome["notes"]) == 1
                assert (welcome["ready"], welcome["playing"], welcome["history"]["x"]) == (False, False, [])
                assert page.frames == []
                registry.ready()
                await page.frame()
                await until(lambda: page.kinds() == ["welcome", "warming", "warming", "ready"])

        asyncio.run(journey())

    def test_play_pressed_early_plays_once_ready(self):
        async def journey():
            async with front_desk(ready=False) as registry:
                page = Page(registry)
                page.tell("play")
                await asyncio.sleep(0.02)
                registry.ready()
                await page.frame(lambda frame: frame["epoch"] >= 3)
                assert page.kinds() == ["welcome", "ready", "state"]

        asyncio.run(journey())

    def test_settings_are_changed_at_once(self):
        async def journey():
            async with front_desk(ready=False) as registry:
                page = Page(registry)
                page.tell("view", map_size=32)
                page.tell("configure", changes={"dataset": "blobs"})
                told = await page.message("configured")
                assert (told["settings"]["dataset"], told["changed"], told["mark"]) == ("blobs", ["dataset"], None)
                page.tell("configure", changes={"learning_rate": 99})
                assert (await page.message("refused"))["about"] == "configure"
                registry.ready()
                frame = await page.frame()
                assert (frame["classes"], frame["map"]["size"], frame["revision"]) == (3, 32, told["revision"])

        asyncio.run(journey())

    def test_what_waits_is_obeyed_in_order(self):
        async def journey():
            async with front_desk(ready=False) as registry:
                page = Page(registry)
                page.tell("edit_network", action="add_layer", layer=1)
                page.tell("configure", changes={"hidden": [{"units": 3}]})
                page.tell("set_bias", layer=2, unit=0, value=0.5)
                registry.ready()
                await until(lambda: page.kinds().count("configured") == 3)
                frame = await page.frame(lambda frame: frame["revision"] == 3)
                assert frame["sizes"] == [2, 3, 1]

        asyncio.run(journey())

    def test_a_page_may_come_back_before_they_are(self):
        async def journey():
            async with front_desk(ready=False) as registry:
                page = Page(registry)
                page.tell("configure", changes={"dataset": "xor"})
                page.tell("play")
                page.leave()
                again = Page(registry, session=page.viewer.session)
                welcome = await again.message("welcome")
                assert (welcome["resumed"], welcome["settings"]["dataset"]) == (True, "xor")
                registry.ready()
                await again.frame(lambda frame: frame["playing"])

        asyncio.run(journey())

    def test_too_many_commands_are_refused_but_looking_around_is_not(self):
        async def journey():
            async with front_desk(ready=False) as registry:
                page = Page(registry)
                for index in range(3 * MOST_WAITING):
                    page.tell("view", map_size=20 + index % 100)
                for _ in range(MOST_WAITING + 5):
                    page.tell("step", unit="batch")
                await asyncio.sleep(0)
                refusals = [message for message in page.messages if message["type"] == "refused"]
                await until(lambda: page.kinds().count("refused") == 5)
                registry.ready()
                await page.frame(lambda frame: frame["step"] == MOST_WAITING)
                assert all(message["text"] == words.NOT_READY for message in refusals)

        asyncio.run(journey())


class TestManyAndFaults:
    def test_a_thousand_messages_at_once_harm_nobody(self):
        async def journey():
            async with front_desk() as registry:
                page, other = Page(registry), Page(registry)
                other.tell("play")
                await page.frame()
                for index in range(1000):
                    page.tell("configure", changes={"learning_rate": 0.001 * (1 + index % 1000)})
                before = len(other.frames)
                await until(lambda: len(other.frames) > before + 5)
                await until(lambda: page.kinds().count("configured") >= MOST_WAITING)
                refusals = [message["text"] for message in page.messages if message["type"] == "refused"]
                assert set(refusals) == {words.INBOX_FULL}
                assert len(refusals) <= 1000 // (MOST_WAITING // 2)  # a flood ends once half of it is obeyed
                page.tell("configure", changes={"learning_rate": 0.5})
                await until(lambda: page.last("configured")["settings"]["learning_rate"] == 0.5)

        asyncio.run(journey())

    def test_a_fault_ends_one_session_and_no_other(self, monkeypatch, caplog):
        def fail(run):
            raise RuntimeError("a fault in the house")

        async def journey():
            monkeypatch.setattr("glassbox.run.run.Run.begin_anew", fail)
            async with front_desk() as registry:
                page, other = Page(registry, settings={"dataset": "xor"}), Page(registry)
                other.tell("play")
                await page.frame()
                page.tell("reset")
                await until(lambda: page.closed)
                assert page.closed == ("crashed", words.CRASHED)
                before = len(other.frames)
                await until(lambda: len(other.frames) > before + 5)
                assert registry.counts()["sessions"] == 1
                again = Page(registry, session=page.viewer.session, settings={"dataset": "xor"})
                welcome = await again.message("welcome")
                assert not welcome["resumed"] and welcome["settings"]["dataset"] == "xor"
                page.leave()
                page.tell("play")

        asyncio.run(journey())
        faults = [record for record in caplog.records if record.exc_info]
        assert len(faults) == 1 and "a fault in the house" in str(faults[0].exc_info[1])

    def test_a_fault_while_building_is_told_too(self, monkeypatch, caplog):
        async def journey():
            async with front_desk() as registry:
                monkeypatch.setattr("glassbox.run.run.split_data", None)
                page = Page(registry)
                await until(lambda: page.closed)
                assert page.closed[0] == "crashed" and registry.counts()["sessions"] == 0

        asyncio.run(journey())
        assert len([record for record in caplog.records if record.exc_info]) == 1

    def test_many_sessions_share_the_threads_evenly(self):
        async def journey():
            async with front_desk() as registry:
                pages = [Page(registry, settings={"speed": "full"}) for _ in range(4)]
                for page in pages:
                    page.tell("play")
                for page in pages:
                    await page.frame(lambda frame: frame["playing"])
                before = [len(page.frames) for page in pages]
                await until(lambda: len(pages[0].frames) >= before[0] + 10)
                made = [len(page.frames) - count for page, count in zip(pages, before, strict=True)]
                assert min(made) >= 0.5 * max(made)

        asyncio.run(journey())

    def test_a_slow_reader_gets_young_frames_and_holds_up_nobody(self):
        async def journey():
            async with front_desk() as registry:
                slow, quick = Page(registry, reads=False), Page(registry)
                for page in (slow, quick):
                    page.tell("play")
                await until(lambda: len(slow.frames) == 2)
                await until(lambda: len(quick.frames) > 20)
                assert len(slow.frames) == 2
                slow.acknowledge(slow.frames[-1]["frame"])
                await until(lambda: len(slow.frames) >= 3)
                assert slow.frames[2]["epoch"] >= slow.frames[1]["epoch"] + 10

        asyncio.run(journey())


def test_acknowledging_too_much_is_harmless():
    async def journey():
        async with front_desk() as registry:
            page = Page(registry)
            page.acknowledge(10**9)
            page.tell("play")
            await until(lambda: len(page.frames) > 5)
            page.acknowledge(0)
            await until(lambda: len(page.frames) > 10)

    asyncio.run(journey())


def test_an_alias_answers_questions_and_takes_no_orders():
    async def journey():
        async with front_desk() as registry:
            page = Page(registry)
            await page.frame()
            alias = registry.alias(page.viewer.session)
            assert (await registry.snapshot(alias)).step == 0
            assert registry.alias(page.viewer.session) == alias and not registry.knows(alias)
            for refused in (
                lambda: registry.owner(alias),
                lambda: registry.put_in(alias, None),
                lambda: registry.alias(alias),
            ):
                with pytest.raises(NoSuchSession):
                    refused()
            other = Page(registry, session=alias)  # has a network of its own
            assert other.viewer.session not in (alias, page.viewer.session)
            assert (await page.message("welcome")) and page.closed is None
            registry.let_go(page.viewer.session)
            with pytest.raises(NoSuchSession):
                await registry.ask(alias, "presence")

    asyncio.run(journey())


def test_what_is_kept_of_an_alias_goes_with_its_session():
    async def journey():
        async with front_desk() as registry:
            gone = []
            registry.tell_when_gone(gone.append)
            name = Page(registry).viewer.session
            alias = registry.alias(name)
            registry.let_go(name)
            registry.let_go(name)
            assert gone == [name, alias]

    asyncio.run(journey())


def test_a_network_that_others_look_into_is_held_as_if_its_page_were_there():
    async def journey():
        clock = ShiftedClock()
        async with front_desk(Config(most_sessions=1), clock) as registry:
            page, heard = Page(registry), []
            await page.frame()
            page.tell("play")
            await page.frame(lambda frame: frame["playing"])
            name = page.viewer.session
            registry.attend(name, heard.append)
            page.leave()
            clock.shift += Config().forget_after + 1
            registry.tidy()
            before = (await registry.snapshot(name)).step
            await until(lambda: len(heard) > 20)
            assert (await registry.snapshot(name)).step > before
            with pytest.raises(NotOpened):
                Page(registry)
            registry.leave_alone(name, heard.append)
            assert registry.knows(name)
            registry.tidy()  # its time begins when the last one has left
            assert registry.knows(name)
            clock.shift += Config().forget_after + 1
            registry.tidy()
            assert not registry.knows(name)
            registry.leave_alone(name, heard.append)

    asyncio.run(journey())


def test_commands_of_its_page_are_told_apart_from_other_work():
    async def journey():
        async with front_desk() as registry:
            page, heard = Page(registry), []
            page.tell("play")
            await page.frame(lambda frame: frame["epoch"] >= 1)
            registry.attend(page.viewer.session, heard.append)
            await until(lambda: heard)
            assert not any(heard)
            page.tell("configure", changes={"learning_rate": 0.2})
            await until(lambda: any(heard))

    asyncio.run(journey())


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"optimizer": "adam", "normalization": "batch", "dropout": 0.2, "patience": 3, "validation_share": 20},
        {"dataset": "digits", "hidden": [{"units": 8}]},
    ],
)
def test_a_fork_goes_on_from_the_very_step_to_the_byte(settings):
    async def journey():
        async with front_desk() as registry:
            page = Page(registry, settings=settings)
            page.tell("play")
            await page.frame(lambda frame: frame["epoch"] >= 2)
            page.tell("pause")
            await page.frame(lambda frame: not frame["playing"])
            alias, owner = registry.alias(page.viewer.session), "o" * 22
            name = await registry.fork(alias, owner)
            assert registry.owner(name) == owner
            assert pack(await registry.snapshot(name)) == pack(await registry.snapshot(alias))
            own = Page(registry, session=name)
            assert (await own.message("welcome"))["resumed"]
            before = (await registry.snapshot(alias)).epoch
            for each in (page, own):
                each.tell("step", unit="epoch")
                each.tell("step", unit="batch")
            forked, source = await stepped(registry, name, before), await stepped(registry, alias, before)
            assert forked.step == source.step
            assert [each.tobytes() for each in forked.state] == [each.tobytes() for each in source.state]

    asyncio.run(journey())


async def stepped(registry, name, before):
    """The run once it has trained to the end of the epoch and a step beyond."""
    while True:
        snapshot = await registry.snapshot(name)
        if snapshot.epoch == before + 1 and snapshot.samples:
            return snapshot


def test_all_sessions_of_a_room_that_is_over_are_let_go_and_no_others():
    async def journey():
        async with front_desk() as registry:
            page = Page(registry)
            forks = [await registry.fork(page.viewer.session, owner * 22) for owner in "abc"]
            assert registry.newest_of("b" * 22) == forks[1] and registry.newest_of("d" * 22) is None
            registry.let_go_of({"a" * 22, "b" * 22})
            assert [registry.knows(name) for name in (*forks, page.viewer.session)] == [False, False, True, True]

    asyncio.run(journey())


def test_a_record_that_comes_after_its_session_was_let_go_is_written_down_and_remembered_nowhere():
    async def journey():
        async with front_desk() as registry:
            told, tell = [], []
            registry._host.record_to = tell.append  # as a thread of the host does
            registry.record_to(lambda owner, record: told.append((owner, record.key)))
            name, record = Page(registry).viewer.session, SimpleNamespace(key="row", lanes=())
            tell[0](name, "an owner", record)
            assert registry._found(name).kept == ("an owner", ("row",))
            registry.let_go(name)
            tell[0](name, "an owner", record)
            assert told == [("an owner", "row")] * 2
            assert not any(name in known for known in vars(registry).values() if isinstance(known, dict))

    asyncio.run(journey())
