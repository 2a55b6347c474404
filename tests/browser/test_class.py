"""A class is led: a room is opened in one press, joined, paced, looked at from the back, and ended."""

import re
import signal

import pytest
from playwright.sync_api import expect

from tests.browser.axe import in_both_themes
from tests.browser.classroom.desk import Desk
from tests.browser.classroom.members import join, present
from tests.browser.classroom.projector import Projector
from tests.browser.complaints import GONE
from tests.browser.conftest import sound
from tests.browser.cut import cut_texts
from tests.browser.legible import overlaid, too_small, watch
from tests.browser.playground import PHONE


@pytest.fixture(scope="module")
def server():
    """One that a class can reach, with the page of a checkout."""
    with sound(GLASSBOX_HOST="0.0.0.0") as server:
        yield server


@pytest.fixture
def desk(visit, server):
    """A desk with a room."""
    return Desk(visit(server.address)).open_room()


@pytest.fixture
def projector(visit, server):
    """Makes a projector of a desk's room, in another browser."""

    def projector(desk, **options):
        tab = visit(server.address, **options)
        watch(tab.page)
        return Projector(tab, desk)

    return projector


def test_a_room_is_opened_in_one_press_and_says_how_it_is_joined(desk):
    expect(desk.page.get_by_text(f"/{desk.code} on any phone")).to_be_visible()
    expect(desk.page.get_by_role("img", name="QR code of")).to_be_visible()
    expect(desk.page.get_by_text("Nobody has joined yet.").filter(visible=True)).to_be_visible()
    assert in_both_themes(desk.page) == []


def test_the_wi_fis_code_is_made_on_the_page_alone(desk):
    sent = []
    desk.page.on("request", lambda request: sent.append(request.url + (request.post_data or "")))
    desk.page.get_by_text("A picture to scan for the Wi-Fi itself").click()
    desk.page.get_by_label("Name of the Wi-Fi").fill("Chalk")
    desk.page.get_by_label("Its password").fill("board and sponge")
    expect(desk.page.get_by_role("img", name="QR code that joins the Wi-Fi Chalk")).to_be_visible()
    assert not any("Chalk" in each or "sponge" in each for each in sent)
    assert "sponge" not in desk.page.evaluate("JSON.stringify(Object.entries(localStorage))")


def test_who_is_here_is_told_and_the_desk_goes_on_after_a_reload(desk, server):
    token = join(server, desk.code)
    with present(server, desk.code, token):
        expect(desk.page.get_by_text("1 here", exact=True)).to_be_visible()
        desk.to_desk()
        desk.switch("On your own")
        desk.page.reload()
        expect(desk.panel).to_be_visible()
        desk.has_pace("On your own")
        people = desk.unfold("People").get_by_role("listitem")
        expect(people).to_have_count(1)
        expect(people).not_to_contain_text("away")
    expect(people).to_contain_text("away")
    desk.panel.get_by_role("button", name=re.compile("^Remove .* from the room$")).click()
    sure = desk.panel.get_by_role("button", name=re.compile("^Really remove .* from the room"))
    expect(sure).to_be_focused()  # two presses, since it takes the student's network away
    sure.click()
    expect(people).to_have_count(0)


def test_beside_the_desk_the_settings_stand_in_one_row_with_every_optimizer(desk):
    desk.to_desk().tab.wait_until_ready()
    optimizer, more = desk.tab.menu("Optimizer"), desk.page.get_by_role("button", name=re.compile("^More methods"))
    for name in optimizer.locator("option").all_inner_texts():
        desk.tab.change(lambda name=name: optimizer.select_option(label=name)) if name != "SGD" else None
        assert abs(desk.tab.place(more)["y"] - desk.tab.place(optimizer)["y"]) < 24, name
        assert [text for text in cut_texts(desk.page) if "INPUT" in text] == [], name


def test_eyes_up_is_said_to_the_whole_room_and_taken_back(desk, projector):
    shown = projector(desk.to_desk())
    shown.says(desk.code.upper())
    shown.tab.settles(lambda: too_small(shown.page), [])
    assert overlaid(shown.page) == [] and in_both_themes(shown.page) == []
    desk.eyes_up("Look at <b>me</b>, please.")
    shown.says("Look at <b>me</b>, please.")
    assert too_small(shown.page) == [] and in_both_themes(shown.page) == []
    desk.switch("With me")
    shown.says_not("Look at")
    desk.eyes_up("Eyes up, please.")  # which each page says itself
    shown.says("Eyes up, please.")


def test_the_projector_shows_the_network_that_trains(desk, projector):
    shown = projector(desk.to_desk())
    desk.show("Network")
    shown.says("Train loss")
    assert shown.number("Parameters") == "25" and shown.number("Epoch") == "0"
    desk.tab.play()
    shown.tab.settles(lambda: shown.number("Epoch") != "0", True)
    desk.tab.pause()
    shown.tab.settles(lambda: shown.number("Epoch"), desk.tab.reading("epoch").inner_text())
    assert shown.number("Test loss") == desk.tab.reading("test").inner_text()
    assert too_small(shown.page) == [] and overlaid(shown.page) == [] and in_both_themes(shown.page) == []


def test_a_question_is_asked_locked_compared_and_answered_by_the_run(desk, projector, server):
    shown = projector(desk.to_desk())
    tokens = [join(server, desk.code) for _ in range(2)]
    with present(server, desk.code, tokens[0]) as one, present(server, desk.code, tokens[1]) as other:
        desk.show("Question")
        shown.says("No question is open.")
        desk.ask_for("A number", "How low will the test loss be?", "test_loss")
        one.answer(1, 1, 0.4)
        desk.says("1 of 2 have answered.")
        shown.says("1 of 2 have answered")
        other.answer(1, 1, 0.1)
        desk.press("Lock the answers")
        desk.says("Locked, with 2 answers.")
        shown.says("The answers are locked.")
        shown.has_no_picture("2 answers")
        desk.press("Show the guesses")
        shown.has_picture("2 answers; their median is 0.250.")
        desk.press("Vote again")
        one.answer(1, 2, 0.2)
        other.answer(1, 2, 0.2)
        desk.press("Lock the answers")
        loss = desk.tab.reading("test").inner_text()
        desk.press(f"Show what came: test loss {loss} at epoch 0")
        shown.has_picture(f"What came is {loss}.")
        shown.says("Second round")
        assert too_small(shown.page) == [] and in_both_themes(shown.page) == []
        assert in_both_themes(desk.page, part=".desk") == []
        desk.press("Done with it")
        shown.says("No question is open.")


def test_a_curve_is_compared_with_what_the_run_drew(desk, projector, server):
    shown = projector(desk.to_desk())
    with present(server, desk.code, join(server, desk.code)) as member:
        desk.show("Question")
        desk.panel.get_by_role("radio", name="A drawn curve").check()
        desk.panel.get_by_label("Over how many epochs").fill("20")
        desk.ask_for("A drawn curve", "Sketch the test loss.", "test_loss")
        member.answer(1, 1, [1, 0.5, 0.2])
        desk.press("Lock the answers")
        desk.says("The run is at epoch 0 of 20: press Play.")
        desk.tab.play()
        reveal = desk.panel.get_by_role("button", name="Show what came", exact=True)
        expect(reveal).to_be_enabled()
        reveal.click()
        shown.has_picture("1 drawn curve, and the one that came.")
        shown.says("test loss, from 0 to")


def test_the_question_of_a_lessons_step_is_answered_by_its_check(desk, server):
    desk.tab.go("/first-five-minutes")
    with present(server, desk.code, join(server, desk.code)) as member:
        desk.press("Ask the question of this lesson step")
        expect(desk.panel.get_by_role("button", name="Lock the answers")).to_be_visible()
        member.answer(1, 1, 0)
        desk.press("Lock the answers")
        desk.press("Show what came")
        desk.says("The training has not come so far yet.")
        desk.page.get_by_role("button", name="Fold the desk").click()
        desk.page.get_by_role("button", name="Show me anyway").click()
        desk.tab.play()
        expect(desk.tab.button("Play")).to_be_visible()  # it stops by itself
        desk.page.get_by_role("button", name="Open the desk").click()
        desk.press("Show what came")
        expect(desk.panel.get_by_role("listitem", name="More than nine in ten: 0 answers ✓ so it was")).to_be_visible()


def test_the_truth_of_a_choice_is_chosen(desk, projector, server):
    shown = projector(desk.to_desk())
    with present(server, desk.code, join(server, desk.code)) as member:
        desk.show("Question")
        desk.ask("Which is <i>better</i>?", "The wide one", "The deep one")
        shown.says("Which is <i>better</i>?")
        member.answer(1, 1, 1)
        desk.press("Lock the answers")
        desk.panel.get_by_label("What came").select_option(label="The deep one")
        desk.press("Show what came")
        expect(shown.page.get_by_role("listitem", name="The deep one: 1 answer ✓ so it was")).to_be_visible()
        expect(desk.panel.get_by_role("button", name="Done with it")).to_be_visible()
        expect(desk.panel.get_by_role("button", name="Vote again")).to_have_count(0)  # nothing is left to vote on


def test_a_projector_without_its_secret_says_what_to_do(visit, server):
    tab = visit(server.address)
    tab.go("/projector#mm78")
    expect(tab.page.get_by_text("Open the projector from the desk")).to_be_visible()


def test_the_desk_is_accessible_and_folds(desk):
    desk.to_desk()
    assert in_both_themes(desk.page, part=".desk") == []
    desk.page.get_by_role("button", name="Fold the desk").click()
    expect(desk.panel).to_be_hidden()
    assert not desk.tab.is_too_wide()
    desk.page.get_by_role("button", name="Open the desk").press("Enter")
    expect(desk.panel).to_be_visible()
    desk.pace("On your own").press("Enter")
    desk.has_pace("On your own")
    desk.go_to_wall()
    desk.page.get_by_role("button", name="Open the desk").click()
    expect(desk.panel).to_be_visible()


def test_a_phone_is_a_desk_too(visit, server):
    desk = Desk(visit(server.address, viewport=PHONE, has_touch=True)).open_room()
    assert not desk.tab.is_too_wide()
    desk.to_desk()
    desk.switch("On your own")
    assert not desk.tab.is_too_wide() and in_both_themes(desk.page, part=".desk") == []
    desk.page.get_by_role("button", name="Fold the desk").click()
    expect(desk.page.get_by_role("region", name="Network", exact=True)).to_be_visible()
    assert not desk.tab.is_too_wide()


def test_another_tab_of_the_browser_leads_only_when_it_takes_the_lead(desk, server):
    desk.to_desk()
    other = desk.page.context.new_page()
    other.goto(server.address)
    expect(other.get_by_text("Another tab or device leads this room.")).to_be_visible()
    other.get_by_role("button", name="Take the lead back").click()
    expect(other.get_by_role("group", name="What students see")).to_be_visible()
    expect(desk.page.get_by_text("Another tab or device leads this room.")).to_be_visible()
    other.close()


def test_the_lead_is_handed_over_by_a_link_and_taken_back(desk, visit, server):
    desk.to_desk().unfold("The room").get_by_role("button", name="Hand over the lead").click()
    link = desk.panel.get_by_label("Link that takes the lead")
    expect(link).to_have_value(re.compile(rf"^http://(?!127\.)[^/]+/class#{desk.code}\.[\w-]+$"))
    expect(desk.panel.get_by_text("could read the link")).to_be_visible()
    second = Desk(visit(server.address))
    second.tab.go("/class#" + link.input_value().partition("#")[2])
    second.is_open().to_desk()
    assert "#" not in second.page.url
    second.switch("On your own")
    expect(desk.page.get_by_text("Another tab or device leads this room.")).to_be_visible()
    desk.page.get_by_role("button", name="Take the lead back").click()
    desk.switch("With me")
    expect(second.page.get_by_text("Another tab or device leads this room.")).to_be_visible()


def test_where_nobody_else_can_come_it_is_said_before_a_room_is_opened_and_on_the_projector(visit):
    with sound() as server:
        desk = Desk(visit(server.address)).go_to_class()
        expect(desk.page.get_by_text("start it with “glassbox --host 0.0.0.0”, then open the room.")).to_be_visible()
        desk.page.get_by_role("button", name="Open a room").click()
        here = f"127.0.0.1:{server.port}/{desk.is_open().code}"
        expect(desk.page.get_by_text(f"Only this machine can join, at {here}:")).to_be_visible()
        shown = Projector(visit(server.address), desk.to_desk())
        shown.says(here)
        shown.says("Only this machine can join: nobody else can reach this server.")
        shown.has_no_picture("QR code")
        desk.go_to_wall().end()
        shown.says("The room has ended.")


def test_the_room_goes_on_after_the_server_was_killed(visit, tmp_path):
    """With its code, its lead and its pace; the desk shows its network again, the projector comes back by itself."""
    with sound(GLASSBOX_DATA_FOLDER=str(tmp_path)) as server:
        desk = Desk(visit(server.address)).open_room().to_desk()
        shown = Projector(visit(server.address), desk)
        for tab in (desk.tab, shown.tab):
            tab.expect_complaints(GONE)
        desk.switch("On your own")
        desk.show("Network")
        desk.tab.settles(lambda: shown.number("Epoch"), "0")
        join(server, desk.code)  # answered once all that was changed before is on the disk
        server.end(signal.SIGKILL)
        shown.says("Connecting again")
        server.start()
        shown.says_not("Connecting again")
        desk.has_pace("On your own")
        desk.tab.notes.get_by_role("button", name="Dismiss").click()
        desk.tab.wait_until_ready()
        desk.tab.play()
        shown.tab.settles(lambda: shown.number("Epoch") != "0", True)


def test_the_room_ends_once_asked_and_nothing_of_it_is_kept(desk, projector):
    shown = projector(desk.to_desk())
    shown.says(desk.code.upper())
    desk.unfold("The room")
    desk.end()
    expect(desk.panel).to_be_hidden()
    shown.says("The room has ended.")
    assert desk.keys() is None
    desk.go_to_class()
    expect(desk.page.get_by_role("button", name="Open a room")).to_be_visible()
