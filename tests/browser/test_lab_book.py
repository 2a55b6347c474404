"""The lab book in the drawer: rows appear as one trains, can be sorted, named, deleted, saved and run again."""

import re

from playwright.sync_api import expect


def book_of(playground, query=""):
    playground.open(f"?tab=labbook{query}")
    return playground.page.get_by_role("tabpanel", name="Lab book")


def rows_of(book):
    return book.locator("tbody tr")


def test_runs_appear_are_sorted_named_and_deleted(playground):
    book = book_of(playground, "&dataset=xor")
    expect(book).to_contain_text("No run yet")
    playground.step("epoch")
    expect(rows_of(book)).to_have_count(1)
    playground.reset()
    playground.step("epoch")
    playground.step("epoch")
    expect(rows_of(book)).to_have_count(2)
    expect(rows_of(book).first).to_contain_text("xor")
    expect(rows_of(book).first).to_contain_text(f"{playground.frame.test.accuracy * 100:.1f} %")

    book.get_by_role("button", name="Epochs").click()
    expect(book.get_by_role("columnheader", name="Epochs")).to_have_attribute("aria-sort", "descending")
    epochs = rows_of(book).locator("td:nth-child(5)")
    assert epochs.all_inner_texts() == ["2", "1"]
    book.get_by_role("button", name="Epochs").click()
    playground.until(lambda: epochs.all_inner_texts() == ["1", "2"], "the other order")

    name = rows_of(book).first.get_by_role("textbox")
    name.fill("the <b>short</b> one")
    name.press("Enter")
    playground.open("?tab=labbook")
    expect(rows_of(book)).to_have_count(2)
    names = rows_of(book).get_by_role("textbox").evaluate_all("fields => fields.map((field) => field.value)")
    assert sorted(names) == ["", "the <b>short</b> one"]

    rows_of(book).first.get_by_role("button", name="Delete").click()
    expect(rows_of(book)).to_have_count(2)
    book.get_by_role("button", name="Really delete?").click()
    expect(rows_of(book)).to_have_count(1)


def test_a_row_runs_again_from_its_beginning_to_the_same_numbers(playground):
    book = book_of(playground, "&dataset=moons&seed=77&hidden=3")
    playground.step("epoch")
    first = playground.frame
    playground.change(lambda: playground.dataset("circle").check(force=True))
    expect(rows_of(book)).to_have_count(1)
    playground.reset()
    playground.change(lambda: playground.type("Seed", "5"))
    book.get_by_role("button", name="Run again").click()
    expect(book).to_contain_text("at its beginning again")
    playground.until(lambda: playground.settings["seed"] == 77 and playground.frame.step == 0, "the run again")
    assert playground.settings["dataset"] == "circle"  # as it was at the end; the row says that it was changed
    playground.change(lambda: playground.dataset("moons").check(force=True))
    assert playground.step("epoch").weights == first.weights


def test_the_table_can_be_saved(playground):
    book = book_of(playground)
    playground.step("epoch")
    with playground.page.expect_download() as download:
        book.get_by_role("button", name="Save all as CSV").click()
    assert download.value.suggested_filename == "lab-book.csv"
    assert download.value.path().read_text("utf-8").startswith("created,updated,name,")


def test_the_book_is_that_of_the_browser_and_outlives_the_page(visit, server):
    one = visit(server.address)
    book = book_of(one, "&seed=123456")
    one.step("epoch")
    expect(rows_of(book)).to_have_count(1)
    one.page.evaluate("sessionStorage.clear()")
    expect(rows_of(book_of(one))).to_have_count(1)
    other = visit(server.address)
    expect(book_of(other)).to_contain_text("No run yet")
    assert re.fullmatch(r"[\w-]{22}", one.page.evaluate("localStorage.getItem('glassbox-owner')"))
