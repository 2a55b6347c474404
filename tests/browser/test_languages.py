"""Languages in the browser: chosen in the menu without losing the run, remembered, and every word told through the
catalogues, as the made-up language en-XA shows.
"""

import re

from playwright.sync_api import Error, expect

from tests.browser.classroom.desk import Desk
from tests.browser.classroom.projector import Projector
from tests.browser.classroom.student import Student
from tests.browser.playground import PHONE, READY_WITHIN
from tests.browser.untold import HEAR, MADE_UP, Untold

SESSION = "JSON.parse(sessionStorage.getItem('glassbox-session')).session"
LANGUAGE = "document.documentElement.lang"
CHINESE = "简体中文"
SOON = 250  # milliseconds in which a part that was opened is filled
OPENERS = (
    "[data-do=share]", "[data-do=guide]", "[popovertarget=methods]", "[popovertarget=formula]", "[data-do=data-sets]",
    ".goal-opener", "[data-do=upload]", ".net-unit >> nth=3",
)  # fmt: skip
DATA = ("xor", "moons", "digits", "sine", "plane", "blobs")


def choose(tab, name):
    """A language, in the menu at the page's name; by marks that are the same in all of them."""
    tab.page.locator(".name").click()
    tab.page.locator("#menu").get_by_role("link", name=name).click()


def speaks(tab, tag):
    """Until the document does."""
    expect(tab.page.locator("html")).to_have_attribute("lang", tag)


# ---- chosen


def test_choosing_a_language_keeps_the_run_and_is_remembered(playground, visit, server):
    step = playground.step("epoch").step
    session = playground.page.evaluate(SESSION)
    playground.frame = None
    choose(playground, CHINESE)
    speaks(playground, "zh-Hans")
    playground.until(lambda: playground.frame and playground.frame.step == step, "the same network")
    assert playground.page.evaluate(SESSION) == session
    assert "lang=zh-Hans" in playground.query
    assert playground.page.context.cookies() == []
    playground.page.goto(f"{server.address}/lessons")  # whose address says no language
    speaks(playground, "zh-Hans")
    expect(playground.page).to_have_url(re.compile("/lessons[?]lang=zh-Hans$"))
    playground.page.goto(f"{server.address}/?lang=en")
    speaks(playground, "en")


def test_the_present_language_is_marked_and_each_calls_itself_in_its_own(playground):
    playground.page.locator(".name").click()
    group = playground.page.get_by_role("group", name="Language")
    links = group.get_by_role("link")
    told = [[link.get_attribute(name) for name in ("lang", "aria-current")] for link in links.all()]
    assert told[:1] == [["en", "true"]] and ["zh-Hans", None] in told
    expect(group.get_by_role("link", name=CHINESE)).to_be_visible()


def test_the_address_counts_before_what_is_remembered_and_that_before_the_browser(visit, server):
    tab = visit(server.address, locale="zh-CN")
    tab.page.goto(server.address)
    speaks(tab, "zh-Hans")
    assert tab.page.evaluate("location.search") == ""
    choose(tab, "English")
    speaks(tab, "en")
    tab.page.goto(f"{server.address}/?lang=zh-Hans")
    speaks(tab, "zh-Hans")
    tab.page.goto(server.address)
    speaks(tab, "en")


def test_a_language_that_was_remembered_and_is_gone_is_nothing(tab):
    tab.page.add_init_script("localStorage.setItem('glassbox-language', 'xx')")
    tab.page.goto(tab.address)
    speaks(tab, "en")
    assert tab.page.evaluate("location.search") == ""


def test_places_and_links_keep_the_language_of_the_address(tab):
    tab.go("?lang=zh-Hans&dataset=xor")
    expect(tab.page.locator("[data-do=epoch]")).to_be_enabled(timeout=READY_WITHIN)
    tab.page.locator(".name").click()
    tab.page.locator("#menu a[data-place=lessons]").click()
    expect(tab.page).to_have_url(re.compile("/lessons[?]lang=zh-Hans$"))
    links = tab.page.locator(".lessons-title")
    expect(links.first).to_be_visible()
    assert all("lang=zh-Hans" in link.get_attribute("href") for link in links.all())
    tab.page.locator(".strip").click()
    expect(tab.page).to_have_url(re.compile("dataset=xor.*lang=zh-Hans"))
    tab.page.locator("[data-do=share]").click()
    assert "lang=zh-Hans" in tab.page.locator("#link").input_value()


def test_a_first_visit_in_a_language_is_a_first_visit(visit, server):
    tab = visit(server.address, first_visit=True)
    tab.page.goto(f"{server.address}/?lang=zh-Hans")
    expect(tab.page.locator("html.welcoming")).to_have_count(1)


def test_plain_pages_offer_it_too_and_hand_it_on(tab):
    tab.page.goto(f"{tab.address}/check?lang=zh-Hans")
    speaks(tab, "zh-Hans")
    tab.page.locator("a[href^=privacy]").click()
    speaks(tab, "zh-Hans")
    tab.page.get_by_role("link", name="English").click()
    speaks(tab, "en")
    expect(tab.page).to_have_url(re.compile("/privacy[?]lang=en$"))


def test_an_english_phone_and_a_chinese_projector_are_in_one_room(visit, server):
    desk = Desk(visit(server.address)).open_room().to_desk()
    student = Student(visit(server.address, viewport=PHONE, has_touch=True), desk.code)
    name = student.enter()
    projector = Projector(visit(server.address, locale="zh-CN"), desk)
    speaks(projector.tab, "zh-Hans")
    expect(projector.page.locator(".projector-signs")).to_have_text(desk.code.upper())
    desk.eyes_up("Look here")
    expect(projector.page.locator(".projector-eyes")).to_have_text("Look here")
    speaks(student.tab, "en")
    assert re.fullmatch(r"[A-Z][a-z]+ [A-Z][a-z]+", name)
    projector.page.locator(".projector-languages summary").click()
    projector.page.locator(".projector-languages").get_by_role("link", name="English").click()
    speaks(projector.tab, "en")  # and it is in the room again: the address kept its secret
    expect(projector.page.locator(".projector-eyes")).to_have_text("Look here")
    desk.go_to_wall()
    desk.end()


def test_a_lessons_question_is_read_in_each_ones_language_and_answered_together(visit, server):
    desk = Desk(visit(server.address)).open_room().to_desk()
    english = Student(visit(server.address, viewport=PHONE, has_touch=True), desk.code)
    english.enter()
    chinese = visit(server.address, viewport=PHONE, has_touch=True, locale="zh-CN").page
    chinese.goto(f"{server.address}/{desk.code}", wait_until="commit")
    chinese.locator(".class-door [data-first]").click()
    expect(chinese.locator(".class-door .class-name")).to_be_visible()
    chinese.locator(".class-door [data-first]").click()  # in, with the name that was drawn
    expect(chinese.locator(".class-door")).to_be_hidden()
    projector = Projector(visit(server.address), desk)
    desk.tab.go("/first-five-minutes")
    desk.show("Question")
    desk.press("Ask the question of this lesson step")
    projector.says("It learns from half of the points")
    expect(english.question.get_by_text("More than nine in ten")).to_be_visible()
    card = chinese.locator(".class-asked:visible")
    card.get_by_text("九成以上").click()
    assert not re.search("[A-Za-z]{3}", card.inner_text())
    card.locator("button.strong").click()
    english.question.get_by_text("More than nine in ten").click()
    english.question.get_by_role("button", name="Lock my answer").click()
    desk.says("2 of 2 have answered.")
    desk.press("Lock the answers")
    desk.press("Show the guesses")
    expect(projector.page.get_by_role("listitem", name="More than nine in ten: 2 answers")).to_be_visible()
    expect(card.locator(".class-bars")).to_contain_text("九成以上")
    desk.unfold("The room")
    desk.end()


# ---- typed


def test_a_key_that_composes_a_word_is_none_of_the_pages(playground):
    press = """([key, isComposing]) => document.body.dispatchEvent(
      new KeyboardEvent("keydown", { key, isComposing, bubbles: true, cancelable: true }))"""
    steps = playground.frame.step
    for key in ("Enter", " ", "ArrowRight", "f"):
        playground.page.evaluate(press, [key, True])
    playground.step()
    assert playground.frame.step == steps + 1 and not playground.frame.playing
    expect(playground.page.locator("html.presenting")).to_have_count(0)
    playground.first(
        lambda frame: frame.playing, "a frame that plays", lambda: playground.page.evaluate(press, [" ", False])
    )


# ---- every word


def opened(tab, untold, selector, place):
    """Press it, look, and close what it opened; what cannot be pressed now is no part of this walk."""
    try:
        tab.page.locator(selector).first.click(timeout=3000)
    except Error:
        return
    tab.page.wait_for_timeout(SOON)
    untold.look(tab.page, f"{place} {selector}")
    tab.page.keyboard.press("Escape")


def walk_playground(tab, untold):
    tab.page.locator("[data-do=epoch]").click()
    tab.page.wait_for_timeout(SOON)
    untold.look(tab.page, "playground")
    for selector in OPENERS:
        opened(tab, untold, selector, "playground")
    for name in tab.page.locator("[data-tab]").evaluate_all("tabs => tabs.map(({ dataset }) => dataset.tab)"):
        tab.page.goto(f"{tab.address}/?lang={MADE_UP}&tab={name}{'&dataset=digits' if name == 'inputs' else ''}")
        tab.page.wait_for_timeout(2 * SOON)
        tab.page.locator(f"#panel-{name} details > summary").evaluate_all("all => all.forEach((each) => each.click())")
        tab.page.wait_for_timeout(SOON)
        untold.look(tab.page, f"tab {name}")
    opened(tab, untold, "[data-do=save-picture]", "tab")
    for dataset in DATA:
        tab.page.goto(f"{tab.address}/?lang={MADE_UP}&dataset={dataset}")
        tab.page.wait_for_timeout(SOON)
        untold.look(tab.page, f"data {dataset}")
    tab.page.goto(f"{tab.address}/?lang={MADE_UP}&present=1&dataset=nonsense&goal=test_accuracy")
    tab.page.wait_for_timeout(SOON)
    untold.look(tab.page, "presenting")


def walk_work(tab, untold):
    """What is only said once something was done."""
    page = tab.page
    page.goto(f"{tab.address}/?lang={MADE_UP}&tab=seeds&goal=train_loss&goal_value=0.5&stop_epochs=3")
    expect(page.locator("[data-do=epoch]")).to_be_enabled(timeout=READY_WITHIN)
    page.locator("[data-do=play]").click()
    page.locator(".seeds-form [type=submit]").click()
    page.wait_for_timeout(6 * SOON)
    untold.look(page, "stopped, with seeds")
    page.locator("[name=dataset][value=moons]").check(force=True)
    page.wait_for_timeout(SOON)
    untold.look(page, "another data set")
    page.goto(f"{tab.address}/?lang={MADE_UP}&tab=compare")
    page.locator("#panel-compare .button").first.click()
    page.wait_for_timeout(SOON)
    page.locator("[data-do=epoch]").click()
    page.wait_for_timeout(SOON)
    untold.look(page, "two lanes")
    page.goto(f"{tab.address}/?lang={MADE_UP}&learning_rate=-3&hidden=999&dataset=nonsense&noise=x")
    page.wait_for_timeout(SOON)
    untold.look(page, "a link that cannot be followed")
    page.locator("[data-do=upload]").click()
    page.locator("#upload [type=file]").set_input_files(
        {
            "name": "a.csv",
            "mimeType": "text/csv",
            "buffer": b"a,b,k,d\n" + b"1,2.5,r,2024-01-02\n3,,g,x\n" * 20,
        }
    )
    page.wait_for_timeout(2 * SOON)
    untold.look(page, "a table")
    page.goto(f"{tab.address}/experiments?lang={MADE_UP}&own=&axis=learning_rate&values=0.01%2C0.1&seeds=2&epochs=2")
    page.locator(".lab button.strong").last.click()
    page.wait_for_timeout(8 * SOON)
    untold.look(page, "an experiment")
    page.goto(f"{tab.address}/labbook?lang={MADE_UP}")
    page.wait_for_timeout(2 * SOON)
    untold.look(page, "the lab book with rows")


def walk_places(tab, untold):
    for place in ("lessons", "experiments", "labbook", "class", "check", "privacy"):
        tab.page.goto(f"{tab.address}/{place}?lang={MADE_UP}")
        tab.page.wait_for_timeout(2 * SOON)
        untold.look(tab.page, place)
    tab.page.goto(f"{tab.address}/experiments?lang={MADE_UP}")
    links = tab.page.locator("a.lab-card")
    expect(links.first).to_be_visible()
    for address in [link.get_attribute("href") for link in links.all()]:
        tab.page.goto(f"{tab.address}/{address}")
        expect(tab.page.locator(".lab-title")).to_be_visible()
        tab.page.wait_for_timeout(SOON)
        untold.look(tab.page, address)
    tab.page.goto(f"{tab.address}/?lang={MADE_UP}&lesson=neuron-2")
    tab.page.wait_for_timeout(2 * SOON)
    untold.look(tab.page, "a lesson")


def walk_answers(tab, untold):
    page = tab.page
    lessons = page.evaluate("async () => (await (await fetch('api/lessons')).json()).lessons")
    for name in (lesson["name"] for lesson in lessons if not lesson["is_own"]):  # those are in their teacher's language
        untold.ask(page, f"api/lessons/{name}")
    for address in ("api/lessons/writing", "api/experiments/catalogue", "api/activations"):
        untold.ask(page, address)


def walk_class(tab, phone, untold):
    tab.page.goto(f"{tab.address}/class?lang={MADE_UP}")
    tab.page.locator(".class-open").click()
    signs = tab.page.locator(".class-signs")
    expect(signs).to_be_visible()
    code = signs.inner_text().lower()
    untold.look(tab.page, "room")
    phone.page.goto(f"{tab.address}/{code}?lang={MADE_UP}")
    phone.page.wait_for_timeout(2 * SOON)
    untold.look(phone.page, "door")
    phone.page.locator(".class-door .strong").first.click()
    phone.page.wait_for_timeout(2 * SOON)
    untold.look(phone.page, "a name")
    phone.page.locator(".class-door .strong").first.click()
    phone.page.wait_for_timeout(2 * SOON)
    untold.look(phone.page, "a phone in the room")
    tab.page.locator(".class-buttons a[data-place]").click()
    tab.page.wait_for_timeout(SOON)
    tab.page.locator("#desk details > summary").evaluate_all("all => all.forEach((each) => each.click())")
    tab.page.wait_for_timeout(SOON)
    untold.look(tab.page, "desk")
    phone.page.goto(f"{tab.address}/{tab.page.locator('#desk a[href^=projector]').get_attribute('href')}")
    phone.page.wait_for_timeout(SOON)
    untold.look(phone.page, "projector")


def test_every_word_is_told_through_the_catalogues(visit, server):
    tab, untold = visit(server.address, first_visit=True, locale=MADE_UP), Untold()
    tab.page.add_init_script(HEAR)
    tab.expect_complaints("404|403|409")
    tab.page.goto(f"{server.address}/?lang={MADE_UP}")
    expect(tab.page.locator("[data-do=epoch]")).to_be_enabled(timeout=READY_WITHIN)
    walk_playground(tab, untold)
    walk_work(tab, untold)
    walk_places(tab, untold)
    walk_answers(tab, untold)
    walk_class(tab, visit(server.address, viewport=PHONE, locale=MADE_UP), untold)
    assert not untold, str(untold)


def test_arrow_keys_follow_what_is_seen_from_right_to_left(tab, server):
    """In the row of tabs; sliders and pictures run from left to right in every language."""
    page = tab.page
    page.goto(f"{server.address}/?tab=graph&lang=ar-XB")
    expect(page.locator("#tab-graph")).to_have_attribute("aria-selected", "true")
    page.locator("#tab-graph").focus()
    for key, name in (
        ("ArrowLeft", "activations"),
        ("ArrowRight", "graph"),
        ("ArrowRight", "neuron"),
        ("Home", "neuron"),
    ):
        here = page.evaluate("document.activeElement.getBoundingClientRect().x")
        page.keyboard.press(key)
        expect(page.locator(f"#tab-{name}")).to_be_focused()
        expect(page.locator(f"#tab-{name}")).to_have_attribute("aria-selected", "true")
        there = page.evaluate("document.activeElement.getBoundingClientRect().x")
        assert (there < here) == (key == "ArrowLeft")
    noise = page.locator("[data-setting=noise] input[type=range]")
    noise.press("ArrowRight")
    expect(noise).to_have_value("0.05")
    expect(noise).to_have_css("direction", "ltr")
