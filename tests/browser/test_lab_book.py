"""The lab book's place: rows appear as one trains, can be sorted, named, deleted, saved, opened and run again."""

import csv
import re
import sqlite3
from contextlib import closing

import pytest
from playwright.sync_api import expect

from glassbox.config import Config
from glassbox.labbook.location import FILE
from tests.browser.axe import in_both_themes, violations
from tests.browser.playground import PHONE, SIZES
from tests.browser.test_places import go, heading


def book_of(playground, query=""):
    playground.open(query)
    return go(playground, "Lab book")


def change(playground, act):
    """In the playground, and back."""
    go(playground, "Playground")
    playground.change(act)
    go(playground, "Lab book")


def rows_of(book):
    return book.locator("tbody tr")


def sort_by(book, title, order):
    """Press a heading, and wait until it says that the rows on show are in this order."""
    book.get_by_role("button", name=title).click()
    expect(book.get_by_role("columnheader", name=title)).to_have_attribute("aria-sort", order)


def test_runs_appear_are_sorted_named_and_deleted(playground):
    book = book_of(playground, "?dataset=xor")
    expect(book).to_contain_text("Nothing is written here yet")
    playground.step("epoch")
    expect(rows_of(book)).to_have_count(1)
    playground.reset()
    playground.step("epoch")
    playground.step("epoch")
    expect(rows_of(book)).to_have_count(2)
    expect(rows_of(book).first).to_contain_text("xor")
    expect(rows_of(book).first).to_contain_text(f"{playground.frame.test.accuracy * 100:.1f} %")

    epochs = rows_of(book).locator("[data-column=epochs]")
    sort_by(book, "Epochs", "descending")
    expect(epochs).to_have_text(["2", "1"])
    sort_by(book, "Epochs", "ascending")
    expect(epochs).to_have_text(["1", "2"])

    name = rows_of(book).first.get_by_role("textbox")
    name.fill("the <b>short</b> one")
    with playground.page.expect_response(re.compile("/name$")):
        name.press("Enter")
    playground.page.reload()
    expect(rows_of(book)).to_have_count(2)
    values = "fields => fields.map((field) => field.value).sort()"
    playground.settles(lambda: rows_of(book).get_by_role("textbox").evaluate_all(values), ["", "the <b>short</b> one"])

    rows_of(book).last.get_by_role("button", name="Delete").click()
    expect(rows_of(book)).to_have_count(2)
    book.get_by_role("button", name="Really delete?").click()
    expect(rows_of(book)).to_have_count(1)


def titles_of(book):
    return [title.rstrip(" ↓↑") for title in book.get_by_role("columnheader").all_inner_texts()]


def test_a_result_is_not_overwritten_and_what_differs_is_a_column(playground):
    """Train, choose another activation for the next trial, press Reset, train."""
    book = book_of(playground, "?dataset=xor")
    first = playground.step("epoch")
    change(playground, lambda: playground.menu("Activation").select_option("relu"))
    playground.reset()
    expect(rows_of(book)).to_have_count(1)
    expect(rows_of(book)).to_contain_text(f"{first.test.accuracy * 100:.1f} %")
    expect(book.locator(".book-alike")).to_contain_text("Its settings: Features x₁, x₂; Hidden layers 4 · 2")
    playground.step("epoch")
    expect(rows_of(book)).to_have_count(2)
    playground.until(lambda: "Activation" in titles_of(book), "a column for what differs")
    assert "Seed" not in titles_of(book)
    expect(activations(book)).to_have_text(["ReLU", "tanh"])
    expect(rows_of(book).nth(1)).to_contain_text(f"{first.test.accuracy * 100:.1f} %")
    expect(book.locator(".book-alike")).to_contain_text("The same in all 2 rows: Features")

    sort_by(book, "Activation", "ascending")
    sort_by(book, "Activation", "descending")
    expect(activations(book)).to_have_text(["tanh", "ReLU"])
    change(playground, lambda: playground.type("Seed", "5"))
    playground.step("batch")
    expect(rows_of(book)).to_have_count(3)
    playground.until(lambda: {"Activation", "Seed"} <= set(titles_of(book)), "columns for what differs")


@pytest.fixture
def three(playground):
    """The book with three runs of xor, which differ in their activation: 1, 2 and 3 epochs."""
    playground.open("?dataset=xor")
    for epochs, activation in enumerate(("tanh", "relu", "sigmoid"), 1):
        if activation != "tanh":
            playground.change(lambda name=activation: playground.menu("Activation").select_option(name))
        playground.reset()
        for _ in range(epochs):
            playground.step("epoch")
    playground.book = go(playground, "Lab book")
    expect(rows_of(playground.book)).to_have_count(3)
    return playground


# As when a row is added: all of the book's page is drawn anew.
DRAWN_ANEW = """new Promise((done) => {
  document.querySelector(".book-find").dispatchEvent(new Event("input", { bubbles: true }));
  requestAnimationFrame(() => requestAnimationFrame(done));
})"""


def activations(book):
    return rows_of(book).locator("[data-column=setting]")


OPENED_AND_LEFT_AT_ONCE = """(summary) => {
  summary.click();
  summary.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
}"""


def test_rows_are_found_by_words_choices_and_ranges(three):
    book, count = three.book, three.book.locator(".book-count")
    expect(count).to_have_text("3 runs")
    book.get_by_role("searchbox", name="Find in all rows").fill("RELU xor")
    expect(activations(book)).to_have_text(["ReLU"])
    expect(count).to_have_text("1 of 3 runs on show")
    book.get_by_role("searchbox").fill("nowhere")
    expect(book).to_contain_text("No run is like that")
    book.get_by_role("button", name="Clear filters").click()
    choices = book.get_by_role("group", name="Activation")
    for leave in (lambda: book.page.keyboard.press("Escape"), book.get_by_role("heading", name="Lab book").click):
        book.get_by_text("Filters").click()
        expect(choices).to_be_visible()
        leave()  # it lies over the rows
        expect(choices).to_be_hidden()
    book.get_by_text("Filters").evaluate(OPENED_AND_LEFT_AT_ONCE)
    expect(choices).to_be_hidden()
    book.get_by_text("Filters").click()
    choices.get_by_role("checkbox", name="ReLU (1)").check()
    book.get_by_role("checkbox", name="tanh (1)").check()
    expect(activations(book)).to_have_text(["ReLU", "tanh"])
    least = book.get_by_role("textbox", name="Epochs, from")
    least.fill("2")
    least.press("Enter")
    expect(activations(book)).to_have_text(["ReLU"])
    least.fill("some")
    three.page.evaluate(DRAWN_ANEW)  # what is half typed stays
    least.press("Enter")
    expect(least).to_have_attribute("aria-invalid", "true")
    book.get_by_role("button", name="Clear filters").click()
    expect(count).to_have_text("3 runs")


def choose(book, count):
    for box in rows_of(book).get_by_role("checkbox").all()[:count]:
        box.check()


def test_chosen_runs_stand_side_by_side_with_their_curves(three):
    book = three.book
    expect(book.get_by_role("button", name="Side by side")).to_be_disabled()
    choose(book, 2)
    expect(book).to_contain_text("2 runs chosen")
    book.get_by_role("button", name="Side by side").click()
    expect(book.get_by_role("heading", name="Side by side")).to_be_focused()
    table = book.get_by_role("table")
    expect(table.get_by_role("row", name="Activation")).to_have_text(re.compile("sigmoid.*ReLU", re.DOTALL))
    expect(table.get_by_role("row", name=re.compile("^Epochs"))).to_have_text(re.compile("3.*2", re.DOTALL))
    expect(table.get_by_role("row", name="Data")).to_have_count(0)  # it is the same
    chart = book.get_by_role("img", name=re.compile("^Test loss over the epochs. Curve 1"))
    expect(chart.locator("path.run-line-2")).to_have_attribute("d", re.compile("^M.*L"))
    assert len(set(chart.locator("path.run-line").evaluate_all(
        "lines => lines.map((line) => getComputedStyle(line).strokeDasharray)"))) == 2  # fmt: skip
    book.get_by_role("combobox", name="Chart of").select_option("Training loss")
    expect(book.get_by_role("img", name=re.compile("^Training loss"))).to_be_visible()
    assert violations(three.page) == []
    book.get_by_role("button", name="Back to the rows").click()
    expect(rows_of(book)).to_have_count(3)


def test_chosen_runs_open_as_lanes_or_say_why_not(three):
    book = three.book
    choose(book, 3)
    book.get_by_role("button", name="Open as lanes").click()
    expect(heading(three, "Playground")).to_be_focused()
    expect(three.notes).to_contain_text("3 runs stand side by side")
    lanes = three.page.get_by_role("tabpanel", name="Compare").locator(".lane")
    expect(lanes).to_have_count(3)
    three.until(lambda: three.frame.lanes and [lane.step for lane in three.frame.lanes] == [75, 50, 25], "the steps")
    three.page.keyboard.press("Escape")
    three.button("Reset").click()
    three.change(lambda: three.type("Seed", "5"))
    three.step("epoch")
    go(three, "Lab book")
    expect(rows_of(book)).to_have_count(6)
    for name in ("Choose none", "Choose all on show"):
        book.get_by_role("button", name=name).click()
    for box in rows_of(book).get_by_role("checkbox").all()[4:]:
        box.uncheck()
    three.expect_complaints("422")
    book.get_by_role("button", name="Open as lanes").click()
    expect(book.locator(".book-said")).to_contain_text("Lanes share their data and their seed")


def test_the_run_on_show_is_marked_and_keeps_its_row(three):
    row = rows_of(three.book).first
    expect(row).to_contain_text("on show")
    row.get_by_role("button", name="Delete").click(force=True)
    expect(three.book.locator(".book-said")).to_contain_text("would go on without a row")
    expect(row.get_by_role("button", name="Really delete?")).to_have_count(0)
    three.reset()
    expect(three.book.locator(".book-tag")).to_have_count(0)
    row.get_by_role("button", name="Delete").click()
    three.button("Really delete?").click()
    expect(rows_of(three.book)).to_have_count(2)


def test_five_hundred_rows_are_found_and_sorted(three, measured):
    with closing(sqlite3.connect(Config().data_folder / FILE)) as file, file:
        columns = [name for _, name, *_ in file.execute("PRAGMA table_info(glassbox_runs)")]
        (pattern,) = file.execute("SELECT * FROM glassbox_runs ORDER BY updated DESC LIMIT 1").fetchall()
        row = dict(zip(columns, pattern, strict=True))
        for at in range(497):
            copy = row | {
                "key": f"copy{at:018}",
                "name": f"copy-{at}",
                "epochs": float(at),
                "created": row["created"] - at,
            }
            file.execute(f"INSERT INTO glassbox_runs VALUES ({','.join('?' * len(columns))})", list(copy.values()))
    go(three, "Playground")
    book = go(three, "Lab book")
    expect(book.locator(".book-count")).to_have_text("500 runs")
    while rows_of(book).count() < 500:  # they are made as one comes to their end
        rows_of(book).last.scroll_into_view_if_needed()
        book.locator(".book-alike").scroll_into_view_if_needed()
    slowest = three.page.evaluate(
        """async () => {
          const press = [...document.querySelectorAll(".book th button")].find((each) => each.textContent === "Epochs");
          const field = document.querySelector(".book-find"), times = [];
          for (const act of [() => press.click(), () => press.click(), () => {
            field.value = "copy-49"; field.dispatchEvent(new Event("input", { bubbles: true })); }]) {
            const began = performance.now();
            act();
            document.body.offsetHeight;
            times.push(performance.now() - began);
          }
          return Math.max(...times);
        }"""
    )
    expect(book.locator(".book-count")).to_have_text("8 of 500 runs on show")  # 49, and 490 to 496
    measured(f"{slowest:.0f} ms at most from a press to 500 sorted or found rows of the lab book")


def test_a_damaged_row_is_shown_as_such_and_can_be_deleted(playground):
    book = book_of(playground, "?dataset=xor")
    playground.step("epoch")
    playground.reset()
    playground.step("batch")
    expect(rows_of(book)).to_have_count(2)
    key = rows_of(book).nth(1).get_attribute("data-key")
    with closing(sqlite3.connect(Config().data_folder / FILE)) as file, file:
        file.execute("UPDATE glassbox_runs SET settings = substr(settings, 1, 40) WHERE key = ?", (key,))
    playground.reset()
    playground.step("batch")
    expect(rows_of(book)).to_have_count(3)
    damaged = rows_of(book).filter(has_text="damaged and cannot be read")
    expect(damaged).to_have_count(1)
    expect(damaged.get_by_role("button")).to_have_count(1)
    damaged.get_by_role("button", name="Delete").click()
    damaged.get_by_role("button", name="Really delete?").click()
    expect(rows_of(book)).to_have_count(2)


def test_a_row_runs_again_from_its_beginning_to_the_same_numbers(playground):
    playground.open("?dataset=moons&seed=77&hidden=3")
    playground.step("epoch")
    first = playground.frame
    playground.change(lambda: playground.dataset("circle").check(force=True))
    playground.reset()
    playground.change(lambda: playground.type("Seed", "5"))
    book = go(playground, "Lab book")
    expect(rows_of(book)).to_have_count(1)
    book.get_by_role("button", name="Run again").click()
    expect(playground.notes).to_contain_text("at its beginning again")
    playground.wait_until_ready()
    playground.carries("seed", 77)
    assert playground.frame.step == 0
    assert playground.settings["dataset"] == "moons"  # the row has what it was trained on, not what was chosen later
    assert playground.step("epoch").weights == first.weights


def chart_of(playground):
    """The loss over the epochs, in the playground."""
    return playground.region("Loss and accuracy").get_by_role("img").first


def as_it_is(playground):
    frame = playground.frame
    return (
        frame.step,
        frame.epoch,
        frame.progress,
        frame.weights,
        frame.biases,
        frame.train,
        frame.test,
        frame.learning_rate,
    )


def test_a_row_opens_exactly_where_it_was_and_goes_on_as_it_would_have(playground):
    playground.open("?dataset=moons&seed=77&hidden=3&optimizer=adam")
    playground.step("epoch")
    playground.change(lambda: playground.dataset("circle").check(force=True))
    losses = [playground.step("epoch").train.loss for _ in range(3)]
    then = as_it_is(playground)
    playground.reset()
    playground.step("epoch")
    playground.change(lambda: playground.type("Seed", "5"))
    playground.step("epoch")
    book = go(playground, "Lab book")
    expect(rows_of(book)).to_have_count(4)  # other data at rest began a row, a reset and a seed did

    rows_of(book).nth(2).get_by_role("button", name="Open").click()
    expect(heading(playground, "Playground")).to_be_focused()
    expect(playground.notes).to_contain_text("as it was after 4 epochs, at step 100")
    playground.until(lambda: as_it_is(playground) == then, "the very network")
    expect(playground.reading("step")).to_have_text("100")
    expect(playground.region("Loss and accuracy")).to_contain_text(f"train {then[5].loss:.3f}")
    history = next(message["history"] for message in reversed(playground.messages) if message["type"] == "lane")
    curve = dict(zip(history["x"], history["train_loss"], strict=True))
    assert [curve[epoch] for epoch in (2, 3, 4)] == pytest.approx(losses, rel=1e-5) and {0, 1} <= set(curve)
    assert [mark["text"] for mark in history["marks"]] == ["Data circle: other data from here, the network is kept"]
    assert (playground.settings["seed"], playground.settings["dataset"]) == (77, "circle")

    playground.step("epoch")
    on = as_it_is(playground)
    go(playground, "Lab book")
    expect(rows_of(book)).to_have_count(5)  # going on is a run of its own: the row stays, to be opened again
    row = rows_of(book).filter(has=playground.page.get_by_role("cell", name="1 → 4", exact=True))
    row.get_by_role("button", name="Open").click()
    playground.until(lambda: as_it_is(playground) == then, "the row, opened again")
    playground.step("epoch")
    assert as_it_is(playground) == on


def test_back_from_an_opened_row_brings_back_the_run_that_was_on_show_and_forward_the_opened(playground):
    playground.open("?dataset=xor")
    playground.step("epoch")
    earlier = as_it_is(playground)
    playground.reset()
    for _ in range(2):
        playground.step("epoch")
    on_show = as_it_is(playground)
    row = playground.until(lambda: playground.page.evaluate("history.state?.kept"), "its row")
    book = go(playground, "Lab book")
    rows_of(book).nth(1).get_by_role("button", name="Open").click()
    playground.until(lambda: as_it_is(playground) == earlier, "the opened run")
    playground.until(lambda: playground.page.evaluate("history.state?.kept") not in (None, row), "its row")
    playground.page.go_back()
    expect(heading(playground, "Lab book")).to_be_focused()
    playground.page.go_back()
    expect(heading(playground, "Playground")).to_be_focused()
    playground.until(lambda: as_it_is(playground) == on_show, "the run that was on show")
    playground.page.go_forward()
    playground.page.go_forward()
    playground.until(lambda: as_it_is(playground) == earlier, "the opened run again")
    playground.page.keyboard.press("Control+z")  # taken back like any other change
    playground.until(lambda: as_it_is(playground) == on_show, "the run before it")


def test_a_reload_keeps_what_was_opened(playground):
    playground.open("?dataset=xor")
    for _ in range(4):
        playground.step("epoch")
    then = as_it_is(playground)
    playground.reset()
    playground.step("batch")
    empty = playground.still(chart_of(playground))
    book = go(playground, "Lab book")
    expect(rows_of(book)).to_have_count(2)
    rows_of(book).nth(1).get_by_role("button", name="Open").click()
    playground.until(
        lambda: as_it_is(playground) == then and playground.picture(chart_of(playground)) != empty,
        "the opened run and its curve",
    )
    playground.reload()
    assert as_it_is(playground) == then
    playground.until(lambda: playground.picture(chart_of(playground)) != empty, "its curve")
    curve = playground.still(chart_of(playground))
    go(playground, "Lab book")
    rows_of(book).nth(1).get_by_role("button", name="Open").click()
    playground.until(lambda: playground.picture(chart_of(playground)) == curve, "the same curve")


@pytest.mark.parametrize("size", SIZES)
def test_buttons_cover_nothing(visit, server, size):
    """Where there is no room for a table each run is a card."""
    page = visit(server.address, viewport=SIZES[size])
    page.open("?dataset=xor")
    page.step("epoch")
    book = go(page, "Lab book")
    row = rows_of(book).first
    row.scroll_into_view_if_needed()
    assert not page.is_too_wide()
    expect(row.get_by_role("cell")).to_have_count(10)  # one row has nothing in which it differs
    cells = [page.place(cell) for cell in row.get_by_role("cell").all()]
    for number, one in enumerate(cells):
        for other in cells[number + 1 :]:
            apart_x = one["x"] + one["width"] <= other["x"] + 1 or other["x"] + other["width"] <= one["x"] + 1
            apart_y = one["y"] + one["height"] <= other["y"] + 1 or other["y"] + other["height"] <= one["y"] + 1
            assert apart_x or apart_y


def test_on_a_phone_a_run_is_opened_with_a_finger(visit, server):
    phone = visit(server.address, viewport=PHONE, has_touch=True, is_mobile=True, device_scale_factor=2)
    phone.open("?dataset=xor")
    phone.step("epoch")
    step = phone.frame.step
    phone.reset()
    phone.step("batch")
    book = go(phone, "Lab book")
    expect(rows_of(book)).to_have_count(2)
    for button in [*rows_of(book).first.get_by_role("button").all(), rows_of(book).first.locator("label")]:
        assert button.bounding_box()["height"] >= 44
    book.get_by_role("button", name="Epochs").tap()
    expect(book.get_by_role("columnheader", name="Epochs")).to_have_attribute("aria-sort", "descending")
    expect(rows_of(book).first.locator("[data-column=epochs]")).to_have_text("1")
    rows_of(book).first.get_by_role("button", name="Open").tap()
    phone.until(lambda: phone.frame.step == step, "the opened run")


def test_the_table_can_be_saved(playground):
    book = book_of(playground)
    playground.step("epoch")
    expect(rows_of(book)).to_have_count(1)
    with playground.page.expect_download() as download:
        book.get_by_role("button", name="Save as CSV").click()
    assert download.value.suggested_filename == "lab-book.csv"
    head, row = csv.reader(download.value.path().read_text("utf-8-sig").splitlines())
    assert head == ["Name", "When", "Data", "Epochs", "Train loss", "Test loss", "Test accuracy"]
    assert row[2:4] == ["circle", "1"] and float(row[5]) == pytest.approx(playground.frame.test.loss)


def test_the_book_is_that_of_the_browser_and_outlives_the_page(visit, server):
    one = visit(server.address)
    book = book_of(one, "?seed=123456")
    one.step("epoch")
    expect(rows_of(book)).to_have_count(1)
    one.page.evaluate("sessionStorage.clear()")
    expect(rows_of(book_of(one))).to_have_count(1)
    other = visit(server.address)
    expect(book_of(other)).to_contain_text("Nothing is written here yet")
    assert re.fullmatch(r"[\w-]{22}", one.page.evaluate("localStorage.getItem('glassbox-owner')"))


@pytest.mark.parametrize("size", ["projector", "phone"])
def test_axe_finds_nothing_serious(visit, server, size):
    """As a table and as cards, in both themes."""
    playground = visit(server.address, viewport=SIZES[size])
    playground.open("?dataset=xor")
    playground.step("epoch")
    book = go(playground, "Lab book")
    expect(rows_of(book)).to_have_count(1)
    assert in_both_themes(playground.page) == []
