"""The address bar holds the whole set-up: a reload finds the network again, and a link makes the same one elsewhere."""

import re

import pytest
from playwright.sync_api import expect

from glassbox.engine.scheme import SCHEME
from tests.frames import numbers

STEPS = 5
RICH = (
    "?dataset=spiral&samples=300&training_share=70&noise=0.1&label_noise=0.02&data_seed=3&features=x1,x2,sin_x1"
    "&hidden=5-relu,3&activation=sine&initialization=he&gain=0.8&seed=11&loss=squared_error&optimizer=adam"
    "&learning_rate=0.01&beta1=0.8&beta2=0.99&epsilon=0.000001&penalty=l1&penalty_rate=0.0001&batch_size=16&speed=epoch_5"
)

BAD = {
    ("learning_rate", "99"): "wrong setting. “Learning rate” (learning_rate): expected 10 or less, but got 99.",
    ("optimizer", "warp"): "wrong setting. “Optimizer”",
    ("hidden", "4,500"): "wrong setting. “Hidden layers”",
    ("features", "x1,x1"): "wrong setting. “Features”",
    ("batch_size", "half"): "wrong setting. “Batch”",
    ("collectStats", "false"): "“collectStats” that does not exist here",
}
NONSENSE = ["?%00=%ff&=&seed=1e400&hidden=-", "?" + "x" * 4000, "?" + "&".join(f"no{at}=1" for at in range(100))]
HIDDEN = {
    "data": lambda page: page.slider("Noise"),
    "features": lambda page: page.box("sin x₂"),
    "seeds": lambda page: page.button("New weights"),
    "settings": lambda page: page.menu("Activation"),
    "speed": lambda page: page.menu("Speed"),
    "learning_rate": lambda page: page.slider("Learning rate"),
    "network": lambda page: page.button("Add a unit to layer 1"),
}


def test_the_address_follows_the_settings(playground):
    assert playground.query == ""
    playground.type("Learning rate", "0.1")
    playground.box("Contours").check()
    playground.button("Add a unit to layer 1").click()
    playground.until(lambda: playground.query == f"?hidden=5,2&learning_rate=0.1&v={SCHEME}&contours=1", "the address")
    playground.type("Learning rate", "0.03")
    playground.button("Remove the last unit of layer 1").click()
    playground.box("Contours").uncheck()
    playground.until(lambda: playground.query == "", "the short address")


def test_a_rich_address_is_understood_and_kept(tab):
    playground = tab.open(RICH)
    expect(playground.notes).to_be_empty()
    settings = playground.settings
    layers = [(layer["units"], layer["activation"]) for layer in settings["hidden"]]
    assert layers == [(5, "relu"), (3, None)]
    assert (settings["optimizer"], settings["epsilon"], settings["features"]) == ("adam", 1e-6, ["x1", "x2", "sin_x1"])
    playground.change(lambda: playground.type("Samples", "301"))
    playground.until(lambda: "samples=301" in playground.query, "the address")
    assert set(RICH[1:].split("&")) - set(playground.query[1:].split("&")) == {"samples=300"}


def test_the_same_link_makes_the_same_network(visit, server):
    first = visit(server.address).open()
    first.type("Learning rate", "0.1")
    first.menu("Activation").select_option("ReLU")
    first.dataset("xor").check(force=True)
    first.button("Add a unit to layer 2").click()
    first.change(first.button("New weights").click)
    first.until(lambda: "seed=" in first.query and "hidden=4,3" in first.query, "the address")
    first.reset()
    second = visit(server.address).open(first.query)
    assert second.settings == first.settings
    for _ in range(STEPS):
        assert first.step().step == second.step().step
        assert numbers(first.frame) == numbers(second.frame)


def test_a_reload_finds_the_same_network(playground):
    playground.type("Learning rate", "0.1")
    playground.until(lambda: playground.query == f"?learning_rate=0.1&v={SCHEME}", "the address")
    playground.play()
    playground.wait_for_steps(100)
    frame = playground.pause()
    playground.reload()
    assert any(message.get("resumed") for message in playground.messages)
    assert (playground.frame.step, numbers(playground.frame)) == (frame.step, numbers(frame))
    expect(playground.field("Learning rate")).to_have_value("0.1")
    expect(playground.region("Loss and accuracy").get_by_text("Press play")).to_be_hidden()


def test_another_address_in_the_same_tab_is_another_network(playground):
    playground.step("epoch")
    playground.frame = None
    playground.open("?seed=5")
    assert playground.frame.step == 0 and playground.settings["seed"] == 5


def test_a_bad_address_falls_back_setting_by_setting_with_notes(tab, subtests):
    playground = tab.open("?" + "&".join(f"{name}={value}" for name, value in BAD) + "&noise=0.5&samples=400")
    for (name, _), note in BAD.items():
        with subtests.test(name):
            expect(playground.notes).to_contain_text(note)
    settings = playground.settings
    assert (settings["noise"], settings["samples"], settings["learning_rate"]) == (
        0.5,
        400,
        0.03,
    )  # what is right counts
    playground.until(lambda: playground.query == f"?samples=400&noise=0.5&v={SCHEME}", "the address of what there is")
    dismiss = playground.notes.get_by_role("button", name="Dismiss")
    while dismiss.count():
        dismiss.first.click()
    expect(playground.notes).to_have_text("")


@pytest.mark.parametrize("query", NONSENSE, ids=["bytes", "long", "many"])
def test_a_nonsensical_address_is_survived(tab, query):
    playground = tab.open(query)
    expect(playground.notes).to_contain_text("does not exist here")
    assert playground.settings["seed"] == 42
    playground.until(lambda: playground.query == "", "the short address")


@pytest.mark.parametrize("hidden", [["data", "settings"], ["features", "seeds", "speed"], ["learning_rate", "network"]])
def test_a_teachers_link_hides_controls(tab, hidden):
    playground = tab.open(f"?hide={','.join(hidden)}&noise=0.1")
    gone = {*hidden, *(["learning_rate"] if "settings" in hidden else [])}
    for name, control in HIDDEN.items():
        expect(control(playground)).to_be_visible(visible=name not in gone)
    playground.play()
    playground.wait_for_steps(5)
    playground.until(lambda: f"hide={','.join(sorted(hidden))}" in playground.query, "the address to keep it")


def test_a_link_without_editing_shows_numbers_and_opens_no_editor(tab):
    playground = tab.open("?hide=network")
    network = playground.region("Network")
    network.locator("button[data-layer='1'][data-unit='0']").click()
    expect(network.get_by_role("dialog")).to_be_hidden()
    expect(network.get_by_role("tooltip")).to_contain_text("unit 1 of layer 1")


def test_copying_a_link_that_hides_controls(visit, playground):
    playground.type("Learning rate", "0.1")
    dialog = playground.share()
    dialog.get_by_label("Settings strip").check()
    dialog.get_by_label("Seeds", exact=True).check()
    dialog.get_by_role("button", name="Copy link").click()
    expect(dialog.get_by_text("Copied.")).to_be_visible()
    link = playground.page.evaluate("navigator.clipboard.readText()")
    assert link == dialog.get_by_label("Link", exact=True).input_value()
    assert re.fullmatch(rf"http://127.0.0.1:\d+/\?learning_rate=0.1&v={SCHEME}&hide=seeds,settings", link)
    expect(playground.menu("Activation")).to_be_visible()  # it hides nothing here
    pupil = visit(link).open()
    expect(pupil.menu("Activation")).to_be_hidden()
    assert pupil.settings["learning_rate"] == 0.1
    playground.page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def test_a_page_reloaded_at_once_finds_its_network(tab):
    """The order of the address is not the page's own, so that it is about to be rewritten."""
    playground = tab.open("?tab=measures&dataset=blobs")
    playground.step()
    playground.reload()
    assert playground.frame.step == 1


def test_a_link_from_before_says_what_has_changed_since_and_is_one_of_today_from_then_on(tab):
    tab.page.goto(f"{tab.address}?dataset=xor")
    playground = tab.wait_until_ready()
    expect(playground.notes).to_contain_text("This link is from an earlier version of Glassbox")
    playground.until(lambda: f"v={SCHEME}" in playground.page.url, "an address of today")
    playground.reload()
    expect(playground.notes).to_have_text("")
