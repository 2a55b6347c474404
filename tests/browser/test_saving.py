"""Every picture of the page leaves it as PNG and SVG: the panels', and those of each tab of the drawer."""

import base64
import re
from xml.etree import ElementTree

import pytest
from playwright.sync_api import expect

SVG = "{http://www.w3.org/2000/svg}"
FINER = 2  # a PNG has so many pixels for one of the page
DECODE = """async text => {
  const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(text), letter => letter.charCodeAt(0))]));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height), ctx = canvas.getContext("2d");
  ctx.drawImage(bitmap, 0, 0);
  const { data } = ctx.getImageData(0, 0, bitmap.width, bitmap.height);
  return [bitmap.width, bitmap.height, new Set(new Uint32Array(data.buffer)).size];
}"""


def list_of(playground, tab):
    """The open list, once it is loaded: of the tab, or the share panel's."""
    pictures = playground.dialog("Pictures of this tab", "Save a picture of this tab") if tab else playground.share()
    expect(pictures.locator("ul.saving")).to_be_attached()
    return pictures


def names_in(pictures):
    return [
        name.removesuffix(" as SVG")
        for name in pictures.locator("[data-as=svg]").evaluate_all("all => all.map(each => each.ariaLabel)")
    ]


def save(playground, pictures, name, kind):
    with playground.page.expect_download() as download:
        pictures.get_by_role("button", name=f"{name} as {kind}", exact=True).click()
    expect(pictures).to_contain_text(f"Saved as {download.value.suggested_filename}.")
    return download.value.path().read_bytes()


def checked(playground, pictures, name):
    """The SVG of a picture, once it and its PNG are known to be sound: of one width, not blank,
    with lines and letters.
    """
    root = ElementTree.fromstring(save(playground, pictures, name, "SVG"))
    width, height, colours = playground.page.evaluate(
        DECODE, base64.b64encode(save(playground, pictures, name, "PNG")).decode()
    )
    assert width == FINER * int(root.get("width")), name  # not the height: live words may need another line in between
    assert width > 200 and height > 100 and height % FINER == 0 and colours > 8, name
    assert texts(root)[-1].startswith(("glassbox", "epoch", "2")), name  # where it comes from
    return root


def texts(root):
    return ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]


def count(root, element):
    return sum(1 for _ in root.iter(f"{SVG}{element}"))


def test_the_panels_are_vectors_around_their_heat_maps(playground):
    playground.open("?contours=1&hidden=3")
    playground.step("epoch")
    pictures = list_of(playground, "")
    playground.settles(lambda: names_in(pictures), ["Output", "Network", "Charts"])
    output, network, charts = (checked(playground, pictures, name) for name in names_in(pictures))
    assert (
        count(output, "image") == 1 and count(output, "path") > 500
    )  # the map; three outlines for each point, and the boundary
    assert {"OUTPUT", "x₁", "x₂"} <= set(texts(output))
    assert count(network, "image") == 2 + 3 + 1 and count(network, "path") > 9
    assert "3 units" in texts(network)
    assert count(charts, "image") == 0 and {"LOSS", "ACCURACY", "train", "test", "epoch"} <= set(texts(charts))


@pytest.mark.parametrize("of, wanted", [
    ("neuron", {"A unit's sum", "A nerve cell, and what was borrowed from it", "Where z = 0", "Slope φ′(z)"}),
    ("activations", {"Activations and their slopes", "Where this network's sums fall, right now"}),
    ("losses", {"Two classes", "Loss over the prediction p"}),
    ("graph", {"Computational graph", "Values and gradients", "Jacobian"}),
    ("measures", {"How well it does", "Training: which class became which", "Test: which class became which"}),
    ("penalty", {"Unit ball of the penalty", "Distribution of the weights"}),
    ("compare", {"Networks compared", "Losses compared"}),
    ("descent", {"Loss landscape", "Loss landscape with its numbers"}),
    ("diagnostics", {"Gradient norms through depth", "Distributions of every layer"}),
])  # fmt: skip
def test_each_picture_of_a_tab_is_saved(playground, of, wanted):
    playground.open(f"?tab={of}&hidden=3")
    playground.step("epoch")
    expect(playground.page.locator(".drawer-panel [data-save]:visible").last).to_be_visible()
    pictures = list_of(playground, of)
    playground.until(
        lambda: wanted <= set(names_in(pictures)), "all pictures"
    )  # what comes to the tab comes to the list
    for name in names_in(pictures):
        root = checked(playground, pictures, name)
        assert count(root, "path") + count(root, "rect") > 1 or name == "What ails it", (
            name
        )  # a healthy network has words alone
        assert name in " ".join(texts(root)) or name in ("Where z = 0",), name


def test_a_surface_in_space_is_made_of_patches(playground):
    playground.open("?tab=descent")
    playground.page.get_by_role("button", name=re.compile("3-D")).first.click()
    expect(playground.page.get_by_role("img", name=re.compile("arrow keys")).first).to_be_visible()
    root = checked(playground, list_of(playground, "descent"), "Loss landscape")
    assert count(root, "image") == 0 and count(root, "path") > 100
    assert "one direction" in texts(root)


def test_a_race_is_saved_with_its_key(playground):
    playground.open("?tab=descent")
    playground.page.get_by_role("button", name="On test functions").first.click()
    expect(playground.page.locator("[data-racer=adam]")).to_be_visible()
    root = checked(playground, list_of(playground, "descent"), "Race with its numbers")
    assert {"SGD", "Adam"} <= set(texts(root))


def test_many_seeds_are_saved_as_band_and_maps(playground):
    playground.open("?tab=seeds&dataset=xor&hidden=3")
    for name, number in (("Seeds", "3"), ("Epochs", "10")):
        playground.page.get_by_role("spinbutton", name=re.compile(f"^{name}")).fill(number)
    playground.button("Train them").click()
    expect(playground.page.get_by_role("tabpanel", name="Seeds")).to_contain_text("3 of 3 seeds are trained")
    pictures = list_of(playground, "seeds")
    playground.settles(lambda: names_in(pictures), ["Loss over the epochs", "What most say", "Where they disagree"])
    assert count(checked(playground, pictures, "Loss over the epochs"), "path") > 4
    assert count(checked(playground, pictures, "What most say"), "image") == 1


def test_the_share_panel_has_the_open_tabs_pictures_too(playground):
    playground.open("?tab=penalty")
    expect(playground.page.get_by_text("All pairs of weights")).to_be_visible()
    expect(playground.page.locator(".penalty-layers")).to_be_visible()
    pictures, own = list_of(playground, ""), ["Unit ball of the penalty", "Distribution of the weights"]
    playground.settles(lambda: names_in(pictures), ["Output", "Network", "Charts", *own])


def test_a_tab_without_pictures_says_so(playground):
    playground.open("?tab=seeds")
    expect(list_of(playground, "seeds")).to_contain_text("There is no picture in this tab yet.")


def test_nothing_one_presses_is_in_a_picture(playground):
    playground.open()
    words = texts(checked(playground, list_of(playground, ""), "Network"))
    assert "Network" in " ".join(words).title() and not {"+", "−", "×", "⋯"} & set(words)


def test_a_picture_that_comes_while_the_list_is_open_is_listed(playground):
    playground.open("?tab=seeds&dataset=xor&hidden=3")
    pictures = list_of(playground, "seeds")
    expect(pictures).to_contain_text("There is no picture in this tab yet.")
    ask = "([name, number]) => { document.querySelector(`.seeds-form [name=${name}]`).value = number; }"
    for name, number in (("seeds", "2"), ("epochs", "5")):
        playground.page.evaluate(ask, [name, number])
    playground.page.evaluate(
        "() => document.querySelector('.seeds-form').requestSubmit()"
    )  # a click would close the list
    expect(pictures.get_by_role("button", name="Loss over the epochs as SVG")).to_be_visible()
    checked(playground, pictures, "Loss over the epochs")


def test_pictures_are_in_the_language_of_the_page_and_name_fonts_that_have_its_letters(playground):
    playground.go("?lang=zh-Hans")
    expect(playground.page.locator(".net-unit").first).to_be_visible()
    playground.page.locator("[data-do=share]").click()
    buttons = playground.page.locator("ul.saving [data-as=svg]")
    expect(buttons).to_have_count(3)
    for button in buttons.all():
        with playground.page.expect_download() as download:
            button.click()
        root = ElementTree.fromstring(download.value.path().read_bytes())
        chinese = [text for text in root.iter(f"{SVG}text") if re.search("[\u4e00-\u9fff]", "".join(text.itertext()))]
        assert len(chinese) > 1 and "Noto Sans CJK SC" in chinese[-1].get("font-family")
        assert all("Noto Sans CJK SC" in text.get("font-family") for text in chinese), download.value.suggested_filename
        assert set(re.findall(r"[a-z]{4,}", " ".join(texts(root)).lower())) <= {"glassbox", "sigmoid", "tanh", "relu"}
