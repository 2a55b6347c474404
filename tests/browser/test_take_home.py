"""What leaves the page and what comes back: files of the network and its history, links with weights, files to open."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.browser.cut import cut_texts
from tests.browser.playground import LARGE, PHONE, READY_WITHIN


def saved(playground, name):
    """The file that a button of the share panel saves: its name and its bytes."""
    with playground.page.expect_download() as download:
        playground.share().get_by_role("button", name=name, exact=True).click()
    return download.value.suggested_filename, download.value.path()


@pytest.fixture
def trained(playground):
    playground.open("?dataset=xor&hidden=5,3&seed=8&learning_rate=0.1")
    playground.step("epoch")
    return playground


@pytest.mark.parametrize("button, name, begins", [
    ("Network (JSON)", "network.json", b'{\n  "format": "glassbox-network"'),
    ("NumPy code", "network_numpy.py", b'"""'),
    ("PyTorch code", "network_torch.py", b'"""'), ("ONNX", "network.onnx", b""),
    ("History (CSV)", "history.csv", b"epoch,train_loss"),
])  # fmt: skip
def test_each_file_is_saved_under_its_name(trained, button, name, begins):
    suggested, path = saved(trained, button)
    assert suggested == name and path.stat().st_size > 50 and path.read_bytes().startswith(begins)
    expect(trained.share()).to_contain_text(f"Saved as {name}.")


def test_a_saved_network_opens_again_with_its_weights(trained, visit, server):
    _, path = saved(trained, "Network (JSON)")
    other = visit(server.address).open()
    with other.page.expect_file_chooser() as chooser:
        other.share().get_by_role("button", name="Choose a file …").click()
    chooser.value.set_files({"name": "mine.json", "mimeType": "application/json", "buffer": path.read_bytes()})
    expect(other.share()).to_contain_text("mine.json is open")
    other.until(lambda: other.frame.weights == trained.frame.weights, "the other network, all units of it")
    assert (other.frame.epoch, other.frame.step) == (
        trained.frame.epoch,
        trained.frame.step,
    ) and other.frame.train == trained.frame.train
    expect(other.dataset("xor")).to_be_checked()
    other.until(lambda: "dataset=xor" in other.query, "the address of the opened network")
    other.step()
    assert other.frame.step == trained.frame.step + 1


def test_a_file_can_be_dropped_on_the_page(trained, visit, server):
    _, path = saved(trained, "Network (JSON)")
    other = visit(server.address).open()
    drop = """text => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], "dropped.json", { type: "application/json" }));
      const drop = new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true });
      document.querySelector("#network").dispatchEvent(drop);
    }"""
    other.page.evaluate(drop, path.read_text("utf-8"))
    other.until(lambda: other.frame.weights == trained.frame.weights, "the weights of the file")
    expect(other.notes).to_contain_text("dropped.json is open")


def test_a_wrong_file_is_one_sentence_and_changes_nothing(trained):
    before = trained.frame.weights
    trained.expect_complaints("422")
    with trained.page.expect_file_chooser() as chooser:
        trained.share().get_by_role("button", name="Choose a file …").click()
    chooser.value.set_files({"name": "x.json", "mimeType": "application/json", "buffer": json.dumps({"a": 1}).encode()})
    expect(trained.share()).to_contain_text("Expected a network file")
    assert trained.frame.weights == before


def test_a_link_with_weights_opens_the_very_network(trained, visit, server):
    panel = trained.share()
    panel.get_by_role("button", name="Copy with weights").click()
    expect(panel).to_contain_text("weights included")
    link = trained.page.evaluate("navigator.clipboard.readText()")
    assert re.search(r"[?&]share=\w{10}$", link)
    as_it_arrives = link.removeprefix(server.address) + ").&utm_source=mail&fbclid=x"  # at the end of a sentence
    other = visit(server.address).open(as_it_arrives)
    other.until(lambda: other.frame.weights == trained.frame.weights, "the weights of the link")
    expect(other.notes).to_be_empty()
    assert (other.frame.step, other.frame.train) == (trained.frame.step, trained.frame.train)
    other.until(lambda: other.query and "share" not in other.query, "an address of its own")
    other.reload()
    other.until(lambda: other.frame.weights == trained.frame.weights, "the same weights again")


def test_a_link_whose_weights_are_gone_still_has_its_settings(tab):
    tab.expect_complaints("422")
    tab.open("?dataset=moons&share=AAAAAAAAAA")
    expect(tab.notes).to_contain_text("not kept here (any more)")
    expect(tab.dataset("moons")).to_be_checked()


def test_the_tent_map_opens_by_its_address(tab):
    tab.open("?start=tent5")
    expect(tab.notes).to_contain_text("with 31 parameters it has 32 straight pieces")
    tab.until(lambda: tab.frame.sizes == (1, 2, 2, 2, 2, 2, 1), "the network that is ready")
    assert tab.frame.train.loss < 1e-9
    expect(tab.page).to_have_url(re.compile("dataset=triangle16"))
    expect(tab.page).not_to_have_url(re.compile("start="))


def test_a_network_whose_data_are_gone_says_what_it_is_shown_on(trained):
    name, path = saved(trained, "Network (JSON)")
    file = json.loads(path.read_bytes())
    file["settings"]["dataset"] = "own.nowhere"
    with trained.page.expect_file_chooser() as chooser:
        trained.share().get_by_role("button", name="Choose a file …").click()
    chooser.value.set_files({"name": name, "mimeType": "application/json", "buffer": json.dumps(file).encode()})
    expect(trained.share()).to_contain_text("no longer on this server, so it is shown on the data that were on show")
    expect(trained.dataset("xor")).to_be_checked()


PAPERS = {"upright": {"width": 702, "height": 1031}, "lying": {"width": 1031, "height": 702}}  # A4 between its margins
PAGE = re.compile(rb"/Type\s*/Page\b")
PARTS = ("Network", "Output", "Loss and accuracy")


@pytest.mark.parametrize("size", [LARGE, PHONE], ids=["projector", "phone"])
def test_it_prints_on_one_page_with_network_map_curves_and_settings_whole(visit, server, subtests, size):
    playground = visit(server.address, viewport=size, color_scheme="dark").open(
        "?dataset=multi_gauss&hidden=8,8,4&penalty=l2&validation_share=20&dropout=0.1&tab=losses"
    )
    playground.step("epoch")
    page = playground.page
    for way in PAPERS:
        with subtests.test(f"pages, {way}"):
            assert len(PAGE.findall(page.pdf(format="A4", landscape=way == "lying"))) == 1
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    for way, paper in PAPERS.items():
        with subtests.test(way):
            page.set_viewport_size(paper)
            playground.settles(lambda: cut_texts(page), [])
            assert not playground.is_too_wide()
            for part in PARTS:
                box = playground.place(playground.region(part).locator("canvas").first)
                assert box["x"] >= 0 and box["x"] + box["width"] <= paper["width"], part
            expect(page.locator("#paper")).to_contain_text(
                re.compile("Learning rate.*0.03.*Dropout.*0.1.*hidden=8,8,4")
            )
            for control in ("Play", "Share", "Draw", "Reset"):
                expect(playground.button(control)).to_be_hidden()
            assert page.evaluate("getComputedStyle(document.body).color") == "rgb(26, 29, 39)"  # light paper's ink
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("document.documentElement.dataset.theme") is None
    page.emulate_media(media="screen")


CLASS_ADDRESS = "http://192.0.2.7:8000"


def reached_by_a_class(tab):
    """As if the server had been started for a class."""
    tab.page.route("**/api/reach", lambda route: route.fulfill(json={"address": CLASS_ADDRESS}))
    return tab


@pytest.mark.parametrize("query", ["?lesson=neuron&hidden=none", "?present=1&hidden=8,8", "?hide=settings,data"])
def test_a_lesson_a_presentation_and_a_teachers_page_are_printed_on_one_page_with_a_code_to_scan(tab, query):
    page = reached_by_a_class(tab).page
    tab.go(query)
    expect(page.locator(".net-wait")).to_be_hidden(timeout=READY_WITHIN)
    page.keyboard.press("ArrowRight")
    tab.until(lambda: tab.frame.step == 1, "a step")
    paper = page.locator("#paper")
    tab.until(
        lambda: page.evaluate("dispatchEvent(new Event('beforeprint'))") and paper.locator(".qr").count(), "a code"
    )
    expect(paper).to_contain_text(f"{CLASS_ADDRESS}/?")
    expect(paper).not_to_contain_text("present=1")
    for way in PAPERS:
        assert len(PAGE.findall(page.pdf(format="A4", landscape=way == "lying"))) == 1, way
    page.evaluate("dispatchEvent(new Event('afterprint'))")


def test_a_class_scans_the_link_where_it_can_reach_it(tab):
    playground = reached_by_a_class(tab).open("?seed=7")
    panel = playground.share()
    expect(panel.get_by_role("img", name="QR code of the link")).to_be_visible()
    expect(panel.get_by_role("textbox", name="Link")).to_have_value(re.compile(f"^{CLASS_ADDRESS}/\\?seed=7"))


def test_a_link_that_opens_here_alone_says_so(playground):
    expect(playground.share()).to_contain_text("Only this computer opens this link")
    expect(playground.page.locator("#share .qr")).to_have_count(0)
