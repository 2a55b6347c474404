"""A whole hour's plan in one room: one desk, one projector and three phones at once, in real browsers."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.classroom.desk import Desk
from tests.browser.classroom.projector import Projector
from tests.browser.classroom.student import Student
from tests.browser.playground import PHONE

PHONES = 3


@pytest.fixture
def desk(visit, server):
    """With a room that is open."""
    return Desk(visit(server.address)).open_room()


@pytest.fixture
def phones(visit, server, desk):
    """Each a browser of its own."""
    return [
        Student(visit(server.address, viewport=PHONE, has_touch=True, is_mobile=True), desk.code) for _ in range(PHONES)
    ]


def test_an_hour(desk, phones, visit, server):
    projector = Projector(visit(server.address), desk.to_desk())
    names = join(desk, phones, projector)
    follow(desk, phones, projector)
    fork(desk, phones)
    challenge(desk, phones, projector)
    wall(desk, phones, projector, names)
    eyes_up(desk, phones, projector)
    ask(desk, phones, projector)
    steps(desk, phones)
    tabs = [desk.tab, projector.tab, *(phone.tab for phone in phones)]
    assert [complaint for tab in tabs for complaint in tab.complaints()] == []
    end(desk, phones, projector)
    assert len(set(names)) == PHONES


def join(desk, phones, projector):
    """By the code that the projector shows."""
    projector.says(desk.code.upper())
    names = [phone.enter() for phone in phones]
    projector.says("3 in the room")
    return names


def follow(desk, phones, projector):
    """All see the teacher's network while it trains, at the very moment that the desk has when it stops."""
    desk.switch("With me")
    desk.show("Network")
    for phone in phones:
        phone.says("You look at the teacher’s network.")
    desk.tab.play()
    for phone in phones:
        phone.tab.settles(lambda phone=phone: phone.tab.reading("epoch").inner_text() != "0", True)
    desk.tab.pause()
    for reading in ("epoch", "train", "test"):
        wanted = desk.tab.reading(reading).inner_text()
        for phone in phones:
            phone.tab.settles(lambda phone=phone, reading=reading: phone.tab.reading(reading).inner_text(), wanted)
    assert projector.number("Test loss") == desk.tab.reading("test").inner_text()
    look_around(phones[0])


def look_around(phone):
    """In a tab of the drawer, which is about the teacher's network."""
    phone.page.get_by_role("button", name="Inside").tap()
    phone.page.get_by_role("tab", name="Losses").tap()
    expect(phone.page.get_by_role("tabpanel", name="Losses")).to_be_visible()
    phone.page.get_by_role("button", name="Network", exact=True).tap()


def fork(desk, phones):
    """Each has a network of its own, at the teacher's very step; the teacher's is one tap away."""
    desk.switch("On your own")
    at = desk.tab.reading("epoch").inner_text()
    for phone in phones:
        phone.says("This is your own network")
        phone.tab.settles(lambda phone=phone: phone.tab.reading("epoch").inner_text(), at)
    first = phones[0]
    first.button("Show the teacher’s").tap()
    first.says("You look at the teacher’s network.")
    first.button("Back to my network").tap()
    first.says("This is your own network")


def challenge(desk, phones, projector):
    """One that every network reaches by training on; the class's headline is for all to see."""
    part = desk.unfold("Challenge")
    part.get_by_label("Goal").fill("0.9")
    part.get_by_role("button", name="Begin the challenge").click()
    desk.show("Challenge")
    for phone in phones:
        expect(phone.bar).to_contain_text("0.9")
        phone.button("Play").tap()
    projector.says("3 of 3 are at or below 0.9")
    for phone in phones:
        phone.button("Pause").tap()
    part.get_by_role("button", name="End the challenge").click()
    projector.says("The challenge is over.")


def wall(desk, phones, projector, names):
    """All of them in the place; one is picked for the projector, without its name, and then shown to everybody."""
    desk.go_to_wall()
    expect(desk.page.locator(".wall-tile")).to_have_count(PHONES)
    desk.page.get_by_label(f"Pick the network of {names[1]} for the projector").check()
    desk.page.get_by_role("button", name="Show on the projector").click()
    expect(projector.page.locator(".projector-tiles li")).to_have_count(1)
    projector.says_not(names[1])
    desk.page.get_by_role("button", name=f"Everybody looks at the network of {names[2]}").click()
    phones[0].button("Show the class’s").tap()
    phones[0].says(f"You look at the network of {names[2]}.")
    phones[2].says("Everybody looks at your network.")
    desk.to_desk().press("Show mine again")
    phones[0].says("You look at the teacher’s network.")
    phones[0].button("Back to my network").tap()
    phones[0].says("This is your own network")


def eyes_up(desk, phones, projector):
    """The sentence is on every screen, and goes."""
    desk.eyes_up("Look at the board, please.")
    projector.says("Look at the board, please.")
    for phone in phones:
        expect(phone.page.get_by_role("dialog", name="Look at the board, please.")).to_be_visible()
    desk.switch("On your own")
    for phone in phones:
        expect(phone.page.get_by_role("dialog")).to_have_count(0)


def ask(desk, phones, projector):
    """A guess, the truth by the run, and both rounds beside each other."""
    desk.show("Question")
    desk.ask_for("A number", "How low is the test loss by now?", "test_loss")
    answer(phones, ["0.5", "0.1", "0,3"])
    desk.says("3 of 3 have answered.")
    desk.press("Lock the answers")
    desk.press("Show the guesses")
    projector.has_picture("3 answers; their median is 0.300.")
    desk.press("Vote again")
    for phone in phones:
        expect(phone.question.get_by_text("Second round")).to_be_visible()
    answer(phones, ["0.2", "0.1", "0.2"])
    desk.says("3 of 3 have answered.")
    desk.press("Lock the answers")
    loss = desk.tab.reading("test").inner_text()
    desk.panel.get_by_role("button", name=f"Show what came: test loss {loss}").click()
    projector.has_picture(f"What came is {loss}.")
    projector.says("Second round")
    for phone in phones:
        expect(phone.question.get_by_role("img", name=f"What came is {loss}.").first).to_be_visible()
    first, second = phones[0].question.locator(".lesson-guessed").all()
    assert first.get_attribute("d") != second.get_attribute("d"), "each round marks the answer of that round"
    desk.press("Done with it")
    for phone in phones:
        expect(phone.question).to_have_count(0)


def answer(phones, numbers):
    """Each types its own, and locks it."""
    for phone, number in zip(phones, numbers, strict=True):
        phone.question.get_by_role("textbox", name="Your answer").fill(number)
        phone.question.get_by_role("button", name="Lock my answer").tap()
    for phone in phones:
        expect(phone.question.get_by_text("Your answer is locked.")).to_be_visible()


def steps(desk, phones):
    """Steps 2 to 4 of a lesson, each on one's own network."""
    desk.steps("One neuron", 2, 4)
    for phone in phones:
        expect(phone.bar).to_contain_text("Steps 2 to 4 of the lesson.")
        expect(phone.page.get_by_role("heading", name="Lesson: One neuron")).to_be_visible()
        phone.says("This is your own network.")  # which differs, as the step wants it
        expect(phone.tab.notes).to_contain_text("Your network is not lost: Undo")
        expect(phone.tab.notes).not_to_contain_text("lab book")


def end(desk, phones, projector):
    """Once asked, for everybody; what a phone was just asking its network is answered by nobody any more."""
    for phone in phones:
        phone.tab.expect_complaints("404")
    desk.unfold("The room")
    desk.end()
    projector.says("The room has ended.")
    for phone in phones:
        expect(phone.page.get_by_role("dialog", name=re.compile("The room has ended"))).to_be_visible()
