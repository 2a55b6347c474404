"""A student in a room of the class, on a phone and on a laptop: the door, the name, eyes up, and the way out."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import in_both_themes
from tests.browser.classroom.scripted_desk import ScriptedDesk
from tests.browser.classroom.student import Student
from tests.browser.cut import cut_texts
from tests.browser.playground import LARGE, PHONE

SESSION = "JSON.parse(sessionStorage.getItem('glassbox-session')).session"
ACROSS = {"width": 844, "height": 390}
SMALL = {"width": 360, "height": 640}
SIZES = {"phone": PHONE, "small phone": SMALL, "phone across": ACROSS, "laptop": LARGE}


@pytest.fixture(scope="module")
def desk(server):
    with ScriptedDesk(server.address) as desk:
        yield desk


@pytest.fixture
def student(visit, server, desk):
    desk.say("pace", mode="with_me")
    tab = visit(server.address, viewport=PHONE, has_touch=True)
    return Student(tab, desk.code)


def test_a_phone_joins_gets_another_name_and_goes_in(student, desk):
    first = student.join()
    assert re.fullmatch(r"[A-Z][a-z]+ [A-Z][a-z]+", first)
    student.button("Another name").click()
    expect(student.page.locator(".class-name")).not_to_have_text(first)
    expect(student.door("You are").get_by_text("2 more can be drawn.")).to_be_visible()
    name = student.name
    student.button("Go in").click()
    student.says("The teacher shows no network yet.")
    expect(student.button(f"{name}: your seat")).to_be_visible()
    desk.until(lambda: any(member["here"] for member in desk.members()))
    student.page.reload()
    student.says("The teacher shows no network yet.")  # no door: the browser has its seat
    expect(student.button(f"{name}: your seat")).to_be_visible()


def test_where_somebody_near_guesses_codes_the_door_asks_for_further_signs(student, desk):
    student.tab.expect_complaints("status of 429")
    sent = []

    def refuse(route):
        sent.append(route.request.post_data_json)
        route.fulfill(status=429, json={"id": "too_many_misses", "values": {"seconds": 1}})

    student.page.route("**/join", refuse)
    student.tab.go(f"/{desk.code}")
    student.button("Join").click()
    field = student.page.get_by_role("textbox", name="Or the further signs")
    field.fill(" 4H2M ")
    field.press("Enter")
    student.tab.until(lambda: sent == [{"further": ""}, {"further": "4H2M"}], "both ways")
    student.tab.go(f"/{desk.code}#7k7k")  # as the QR code has it
    student.page.reload()
    student.button("Join").click()
    student.tab.until(lambda: sent[2:] == [{"further": "7k7k"}], "the third")


def test_a_name_of_ones_own_is_text_and_only_where_it_is_allowed(student, desk):
    student.join()
    field = student.page.get_by_role("textbox", name="Or a name of your own")
    expect(field).to_be_hidden()
    desk.say("free_names", on=True)
    field.fill("<b>Jo</b>")
    student.button("Take this name").click()
    expect(student.page.locator(".class-name")).to_have_text("<b>Jo</b>")
    desk.say("free_names", on=False)
    expect(field).to_be_hidden()


def test_eyes_up_dims_the_page_and_gives_everything_back(student, desk):
    name = student.enter()
    button = student.button(f"{name}: your seat")
    button.focus()
    desk.say("pace", mode="eyes_up", text="Look at the <i>board</i>, please.", trains=False)
    up = student.page.get_by_role("dialog", name="Look at the <i>board</i>, please.")
    expect(up.get_by_role("heading")).to_be_focused()
    expect(up.get_by_text("Nothing is lost.", exact=True)).to_be_visible()  # what is looked at trains as its owner says
    student.page.keyboard.press("Escape")
    student.page.keyboard.press("Escape")
    expect(up).to_be_visible()
    desk.say("pace", mode="with_me")
    expect(up).to_be_hidden()
    expect(button).to_be_focused()


def test_the_newest_of_two_tabs_takes_part_and_the_older_says_so(student, desk):
    name = student.enter()
    other = student.page.context.new_page()
    other.goto(student.page.url)
    expect(other.get_by_role("button", name=f"{name}: your seat")).to_be_visible()
    gone = student.door("The class is open in another tab")
    expect(gone).to_be_visible()
    student.button("Bring it back here").click()
    expect(student.button(f"{name}: your seat")).to_be_visible()
    expect(other.get_by_role("dialog", name="The class is open in another tab")).to_be_visible()
    other.close()


def test_a_code_without_a_room_says_so_only_when_it_is_asked(visit, server, desk):
    student = Student(visit(server.address, viewport=PHONE, has_touch=True), "2222")
    student.tab.expect_complaints("status of 404")  # by which the browser itself tells it
    student.come()
    student.button("Join").click()
    expect(student.page.get_by_role("alert").filter(visible=True)).to_contain_text("There is no such room")
    expect(student.button("Join")).to_be_enabled()


def test_one_who_is_taken_out_can_join_again_and_the_end_is_told(visit, server):
    tab = visit(server.address, viewport=PHONE, has_touch=True)
    with ScriptedDesk(server.address) as desk:
        student = Student(tab, desk.code)
        student.enter()
        desk.until(lambda: desk.members())
        desk.say("remove", member=desk.members()[0]["number"])
        expect(student.door("You are no longer in the room")).to_be_visible()
        student.button("Join again").click()
        student.button("Join").click()
        student.button("Go in").click()
        expect(student.bar).to_be_visible()
    expect(student.door("The room has ended")).to_be_visible()
    expect(student.page.get_by_role("link", name="Open the playground")).to_be_focused()
    assert student.page.evaluate("localStorage.getItem('glassbox-class')") == "{}"
    student.page.get_by_role("link", name="Open the playground").click()
    tab.wait_until_ready()  # one's own network, as ever


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_door_bar_and_eyes_up_can_be_read_by_everybody_at_any_size(visit, server, desk, size):
    desk.say("pace", mode="with_me")
    tab = visit(server.address, viewport=size, has_touch=size["width"] < 900)
    student = Student(tab, desk.code).come()
    assert in_both_themes(student.page, ".class-door") == []
    student.button("Join").click()
    expect(student.door("You are")).to_be_visible()
    assert in_both_themes(student.page, ".class-door") == []
    student.button("Go in").click()
    expect(student.bar).to_be_visible()
    assert not tab.is_too_wide()
    assert [text for text in cut_texts(student.page) if "class-" in text] == []
    assert in_both_themes(student.page) == []
    desk.say("pace", mode="eyes_up", text="Eyes up.", trains=True)
    expect(student.page.get_by_role("dialog", name="Eyes up.")).to_be_visible()
    assert in_both_themes(student.page, ".class-eyes") == []
    desk.say("pace", mode="with_me")
    expect(student.page.get_by_role("dialog", name="Eyes up.")).to_be_hidden()


# ---- looking at the teacher's network


@pytest.fixture
def teacher(playground, desk):
    """The tab whose network the class looks at."""
    desk.say("show", session=playground.page.evaluate(SESSION))
    yield playground
    desk.say("show", session=None)


def test_a_follower_sees_the_very_network_and_looks_around_in_it(student, teacher):
    student.enter()
    student.says("You look at the teacher’s network.")
    teacher.step("epoch")
    frame = teacher.step("epoch")
    for name, value in (("epoch", "2"), ("train", f"{frame.train.loss:.3f}"), ("test", f"{frame.test.loss:.3f}")):
        expect(student.tab.reading(name)).to_have_text(value)
    teacher.change(lambda: teacher.menu("Activation").select_option("relu"))
    student.tab.sheet("Training")
    expect(student.tab.menu("Activation")).to_have_value("relu")
    student.tab.sheet("Inside")
    expect(student.page.locator(".panel-neuron").get_by_text("The sum")).to_be_visible()


def test_whatever_would_change_it_offers_to_take_it_from_there(student, teacher):
    student.enter()
    student.says("You look at the teacher’s network.")
    student.tab.sheet("Training")
    offer = student.page.get_by_role("dialog", name="This is the teacher’s network")
    rate = student.tab.slider("Learning rate")
    before = rate.input_value()
    rate.focus()
    student.page.keyboard.press("ArrowRight")
    expect(offer.get_by_role("button", name="Take it from here")).to_be_focused()
    student.page.keyboard.press("Escape")
    expect(offer).to_be_hidden()
    expect(rate).to_be_focused()
    expect(rate).to_have_value(before)
    for act in (
        lambda: student.tab.menu("Activation").select_option("relu"),
        lambda: student.tab.button("Play").tap(),
        lambda: student.page.keyboard.press("r"),
    ):
        act()
        expect(offer).to_be_visible()
        offer.get_by_role("button", name="Go on looking").click()
        expect(offer).to_be_hidden()
    expect(student.tab.menu("Activation")).to_have_value("tanh")
    assert teacher.settings["activation"] == "tanh" and not teacher.frame.playing


# ---- a network of one's own


def test_one_takes_it_from_the_very_step_and_both_ways_are_one_tap(student, teacher):
    teacher.step("epoch")
    frame = teacher.step("epoch")
    student.enter()
    student.says("You look at the teacher’s network.")
    expect(student.tab.reading("epoch")).to_have_text("2")
    student.button("Take it from here").click()
    student.says("This is your own network.")
    own = student.tab.until(lambda: student.tab.frame, "its first frame")
    assert (own.epoch, own.step, own.train.loss) == (2, frame.step, frame.train.loss)
    student.tab.sheet("Training")
    student.tab.menu("Activation").select_option("relu")
    student.says("This is your own network; it differs in activation.")
    student.button("Show the teacher’s").click()
    student.says("You look at the teacher’s network.")
    expect(student.tab.menu("Activation")).to_have_value("tanh")
    student.button("Back to my network").click()
    expect(student.tab.menu("Activation")).to_have_value("relu")
    student.says("This is your own network; it differs in activation.")
    student.page.reload()
    student.says("This is your own network; it differs in activation.")  # where one was, and what is known of it
    assert teacher.settings["activation"] == "tanh"


def test_the_page_turns_with_the_pace_and_training_rests_while_eyes_are_up(student, teacher, desk):
    student.enter()
    student.says("You look at the teacher’s network.")
    desk.say("pace", mode="own")
    student.says("This is your own network.")
    expect(student.button("Play")).to_be_enabled()
    student.button("Play").click()
    expect(student.button("Pause")).to_be_visible()
    desk.say("pace", mode="eyes_up", text="Eyes up.", trains=False)
    expect(student.page.get_by_role("dialog", name="Eyes up.")).to_be_visible()
    student.tab.until(lambda: student.tab.frame and not student.tab.frame.playing, "a network that rests")
    desk.say("pace", mode="own")
    student.tab.until(lambda: student.tab.frame.playing, "a network that goes on")
    desk.say("pace", mode="with_me")
    student.says("You look at the teacher’s network.")


def test_steps_of_a_lesson_are_open_and_no_others(student, teacher, desk):
    student.enter()
    student.says("You look at the teacher’s network.")
    desk.say("pace", mode="steps", lesson="neuron", first=2, last=3)
    lesson = student.page.get_by_role("region", name="Lesson: One neuron")
    expect(lesson.get_by_role("heading", level=3)).to_be_visible()
    expect(lesson.get_by_role("button", name="Back", exact=True)).to_be_disabled()
    lesson.get_by_role("button", name="Next", exact=True).click()
    expect(lesson.get_by_role("button", name="Next", exact=True)).to_be_disabled()
    lesson.get_by_role("button", name="Back", exact=True).click()
    desk.say("pace", mode="with_me")
    student.says("You look at the teacher’s network.")
    expect(lesson).to_be_hidden()


def test_a_seat_moves_to_another_device_by_a_word(student, visit, server, desk):
    name = student.enter()
    seat = student.seat(name)
    seat.get_by_role("button", name="Move to another device").click()
    word = seat.locator(".class-word").text_content()
    other = Student(visit(server.address, viewport=SMALL, has_touch=True), desk.code).come()
    other.tab.expect_complaints("status of 403")  # by which the browser itself tells of the wrong word
    other.button("I was here before, on another device").click()
    other.page.get_by_label("Your name there").fill(name.lower())
    other.page.get_by_label("The word").fill("nonsense")
    other.button("Go on here").click()
    expect(other.page.get_by_role("alert").filter(visible=True)).to_contain_text("do not belong together")
    other.page.get_by_label("The word").fill(word.upper())
    other.button("Go on here").click()
    expect(other.button(f"{name}: your seat")).to_be_visible()
    expect(student.door("You went on with another device")).to_be_visible()


def test_where_sockets_are_blocked_pictures_come_by_plain_requests(visit, server, desk, teacher):
    tab = visit(server.address, viewport=PHONE, has_touch=True)
    tab.block_sockets(re.compile("/ws/rooms/"))
    student = Student(tab, desk.code)
    student.enter()
    student.says("so a picture comes every second")
    teacher.step("epoch")
    expect(tab.reading("epoch")).to_have_text("1")
    expect(student.button("Take it from here")).to_be_disabled()
    tab.button("Play").tap()
    offer = student.page.get_by_role("dialog", name="This is the teacher’s network")
    expect(offer).to_contain_text("a network of your own needs one")
    offer.get_by_role("button", name="Go on looking").click()
    desk.say("pace", mode="own")
    desk.until(lambda: desk.told["room"]["pace"]["mode"] == "own")
    teacher.step("epoch")
    expect(tab.reading("epoch")).to_have_text("2")  # it goes on looking, where the others go on alone
    student.says("You look at the teacher’s network.")
    asked(desk, kind="choice", text="Ready?", options=["Yes", "No"])
    student.question.get_by_role("radio", name="Yes").check()
    said = tab.record(student.question)
    student.question.get_by_role("button", name="Lock my answer").click()
    desk.until(lambda: desk.told["room"]["question"]["answered"] == 1)
    desk.say("lock")
    desk.say("reveal", truth=None)
    expect(student.question.get_by_role("listitem").filter(has_text="Yes")).to_contain_text("(your answer)")
    locked = next(at for at, text in enumerate(said()) if "Lock my answer" not in text)
    assert not any("Lock my answer" in text for text in said()[locked:])  # it was not opened again on the way
    desk.say("done")


# ---- questions


def asked(desk, **question):
    desk.say("ask", question=question)


def test_a_choice_is_locked_and_lies_under_what_came(student, desk):
    student.enter()
    asked(desk, kind="choice", text="Which is <b>better</b>?", options=["The wide one", "The deep one"])
    card = student.question
    expect(card).to_contain_text("Which is <b>better</b>?")
    lock = card.get_by_role("button", name="Lock my answer")
    expect(lock).to_be_disabled()
    card.get_by_role("radio", name="The deep one").check()
    lock.click()
    expect(card.get_by_role("status")).to_have_text("Your answer is locked. Wait for what comes.")
    expect(card.get_by_role("radio", name="The deep one")).to_be_disabled()
    student.page.reload()
    expect(card.get_by_role("radio", name="The deep one")).to_be_checked()
    desk.say("lock")
    desk.say("reveal", truth=0)
    expect(card.get_by_role("listitem").filter(has_text="The deep one")).to_contain_text("(your answer)")
    expect(card.get_by_role("listitem").filter(has_text="The wide one")).to_contain_text("so it was")
    card.get_by_role("button", name="Put the question aside").click()
    card.get_by_role("button", name="Question").click()
    expect(card.get_by_role("listitem").first).to_be_visible()
    desk.say("done")
    expect(card).to_be_hidden()


def test_a_number_out_of_bounds_is_none_and_a_second_round_is_answered_anew(student, desk):
    student.enter()
    asked(desk, kind="number", text="How many epochs?", unit="epochs", least=1, most=500)
    card = student.question
    field = card.get_by_role("textbox", name="Your answer")
    field.fill("501")
    expect(card.get_by_text("Type a number from 1 to 500.")).to_be_visible()
    expect(card.get_by_role("button", name="Lock my answer")).to_be_disabled()
    field.fill("120")
    card.get_by_role("button", name="Lock my answer").click()
    expect(card.get_by_text("You said 120 epochs.")).to_be_visible()
    desk.until(lambda: desk.told["room"]["question"]["answered"] == 1)
    desk.say("lock")
    desk.say("reveal", truth=None)
    desk.say("again")
    expect(card.get_by_text("Second round")).to_be_visible()
    expect(field).to_have_value("")
    field.fill("90")
    card.get_by_role("button", name="Lock my answer").click()
    expect(card.get_by_text("You said 90 epochs.")).to_be_visible()
    desk.until(lambda: desk.told["room"]["question"]["answered"] == 1)
    desk.say("done")


def test_a_curve_is_drawn_by_finger_and_by_keys(student, desk):
    student.enter()
    asked(desk, kind="curve", text="Sketch the test loss.", axis={"x": "epochs", "y": "test loss"})
    card = student.question
    pad = card.get_by_role("group", name="Your curve")
    box = student.tab.place(pad)
    student.page.mouse.move(box["x"] + 20, box["y"] + 40)
    student.page.mouse.down()
    student.page.mouse.move(box["x"] + box["width"] - 20, box["y"] + box["height"] - 60, steps=4)
    student.page.mouse.up()
    first = card.get_by_role("slider", name="Point 1 of 24")
    first.focus()
    student.page.keyboard.press("ArrowUp")
    expect(first).to_have_attribute("aria-valuetext", re.compile("percent of the height"))
    card.get_by_role("button", name="Lock my answer").click()
    expect(card.get_by_role("status")).to_have_text("Your answer is locked. Wait for what comes.")
    desk.until(lambda: desk.told["room"]["question"]["answered"] == 1)
    assert in_both_themes(student.page, ".class-card") == []
    desk.say("done")


def test_a_question_is_answered_while_eyes_are_up(student, desk):
    student.enter()
    desk.say("pace", mode="eyes_up", text="Eyes up.", trains=True)
    asked(desk, kind="choice", text="Ready?", options=["Yes", "No"])
    up = student.page.get_by_role("dialog", name="Eyes up.")
    up.get_by_role("radio", name="Yes").check()
    up.get_by_role("button", name="Lock my answer").click()
    expect(up.get_by_role("status")).to_have_text("Your answer is locked. Wait for what comes.")
    desk.until(lambda: desk.told["room"]["question"]["answered"] == 1)
    desk.say("done")
    desk.say("pace", mode="with_me")
    expect(up).to_be_hidden()


@pytest.mark.parametrize("address", ["check", "privacy"])
def test_the_plain_pages_can_be_read_by_everybody(visit, server, address):
    page = visit(server.address, viewport=SMALL, has_touch=True).page
    page.goto(f"{server.address}/{address}")
    if address == "check":
        expect(page.get_by_text("Live connections get through.")).to_be_visible()
        expect(page.get_by_text("Not so far.")).to_be_visible()
    assert in_both_themes(page) == []
