"""Classes that have names are called by them wherever the page speaks of them."""

import re

from playwright.sync_api import expect

PENGUINS = ["Adelie", "Chinstrap", "Gentoo"]
LEAVES = "width;length;kind\n" + "".join(f"{at % 5};{at % 7};{'oak' if at % 3 else 'ash'}\n" for at in range(40))


def test_penguins_have_their_names_in_network_key_and_measures(playground):
    page = playground.open("?dataset=penguins&tab=measures").page
    expect(page.locator(".net-class")).to_have_text(PENGUINS)
    expect(page.get_by_role("button", name="Output “Chinstrap”")).to_be_visible()
    expect(page.locator(".out-key .key-name")).to_have_text(PENGUINS)
    matrix = page.locator(".confusion[data-part=test]")
    expect(matrix.get_by_role("rowheader").first).to_have_text("Adelie")
    expect(matrix.get_by_role("columnheader")).to_have_text([*PENGUINS, "Recall"])
    page.get_by_role("button", name="Output “Gentoo”").hover()
    expect(page.locator(".out-title")).to_have_text("Probability of Gentoo")


def test_digits_are_called_by_themselves(playground):
    page = playground.open("?dataset=digits&tab=measures").page
    digits = [str(digit) for digit in range(10)]
    rows = page.locator(".confusion[data-part=test] tbody").get_by_role("rowheader")
    expect(rows).to_have_text([*digits, "Precision", "F₁"])
    expect(page.locator(".out-key .key-name")).to_have_text(digits)
    expect(page.locator(".net-class").first).to_have_text("0")


def test_two_classes_of_a_table_stand_at_the_ends_of_the_key(playground):
    page = playground.open("?tab=measures").page
    page.get_by_role("button", name="Upload").click()
    page.locator(".upload input[type=file]").set_input_files(
        {"name": "leaves.csv", "mimeType": "text/csv", "buffer": LEAVES.encode()}
    )
    page.get_by_role("button", name="Learn to predict").click()
    expect(page.locator(".out-key .key-name")).to_have_text(["ash", "oak"])
    expect(page.locator(".confusion[data-part=train] tbody").get_by_role("rowheader")).to_have_text(
        ["ash", "oak", "Precision", "F₁"]
    )
    playground.map.focus()
    playground.page.keyboard.press("ArrowLeft")
    expect(page.locator(".out-tip")).to_contain_text(re.compile(r"P\(oak\) \d"))


def test_validation_has_a_column_and_a_matrix_of_its_own_where_a_share_is_set(playground):
    page = playground.open("?dataset=penguins&tab=measures&validation_share=20").page
    heads = page.locator(".measures-overview").get_by_role("columnheader")
    expect(heads).to_have_text(["Training", "Validation", "Test", "Gap"])
    expect(page.locator(".confusion")).to_have_count(3)
    accuracy = page.locator(".measures-overview").get_by_role("row", name=re.compile("^Accuracy"))
    expect(accuracy).to_contain_text(f"{playground.frame.validation.accuracy * 100:.1f} %")
