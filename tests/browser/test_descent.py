"""The tab on descent: the loss around the live network, seen from above and in 3-D, by pointer and keyboard."""

import re

from playwright.sync_api import expect

from tests.browser.axe import violations


def opened(playground, query=""):
    playground.open("?tab=descent" + query)
    return playground.page.get_by_role("tabpanel", name="Descent")


def choose(panel, name):
    panel.get_by_role("button", name=name, exact=True).click()


def picture(panel):
    return panel.get_by_role("img").filter(visible=True)


def test_the_loss_is_drawn_finer_and_finer_and_follows_the_run(playground):
    panel = opened(playground, "&learning_rate=0.3")
    expect(panel).to_contain_text("Step 0: training loss 0.742")
    expect(panel).to_contain_text("61 × 61 losses")
    expect(panel).to_contain_text("The network has not moved yet")
    before = playground.picture(picture(panel))
    playground.play()
    expect(panel).to_contain_text("This flat picture leaves out")
    playground.wait_for_steps(500)
    frame = playground.pause()
    expect(panel).to_contain_text(f"Step {frame.step:,}: training loss")
    expect(panel).to_contain_text("61 × 61 losses")
    playground.until(lambda: playground.picture(picture(panel)) != before, "another picture")
    expect(picture(panel)).to_have_attribute("aria-label", re.compile(f"weights of step {frame.step:,}"))


def test_the_loss_in_the_picture_is_the_one_of_the_read_out(playground):
    panel = opened(playground)
    playground.step("epoch")
    expect(panel).to_contain_text(f"training loss {playground.frame.train.loss:.3f}")


def test_directions_of_the_path_need_a_path(playground):
    panel = opened(playground, "&learning_rate=0.1")
    playground.expect_complaints("422")
    choose(panel, "Path")
    expect(panel).to_contain_text("it has one moment only; train for a few more steps")
    for _ in range(4):
        playground.step("epoch")
    expect(panel).not_to_contain_text("one moment only")
    expect(panel).to_contain_text(re.compile(r"leaves out \d\.?\d* %"))


def test_two_weights_are_chosen_by_name(playground):
    panel = opened(playground)
    choose(panel, "Two weights")
    expect(panel.locator(".landscape-x").first).to_contain_text("x₁ → unit 1 of layer 1")
    playground.menu("Layer of the weight that goes across").select_option("3")
    playground.menu("Source of the weight that goes across").select_option("bias")
    expect(panel.locator(".landscape-x").first).to_contain_text("bias of output")
    playground.expect_complaints("422")  # of a layer that has just gone
    playground.region("Network").get_by_role("button", name=re.compile("^Remove layer 2")).first.click()
    expect(panel.locator(".landscape-x").first).to_contain_text("bias of output")
    expect(panel.get_by_role("status").filter(visible=True)).to_have_count(0)


def test_the_surface_turns_by_keys_and_by_dragging(playground):
    panel = opened(playground, "&full=1")
    choose(panel, "3-D")
    expect(panel).to_contain_text("61 × 61 losses")
    plot = picture(panel)
    expect(plot).to_have_attribute("aria-label", re.compile("arrow keys"))
    step = playground.frame.step
    plot.focus()
    first = playground.still(plot)
    playground.page.keyboard.press("ArrowRight")
    playground.until(lambda: playground.picture(plot) != first, "a turned surface")
    turned = playground.still(plot)
    box = playground.place(plot)
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    playground.page.mouse.move(x, y)
    playground.page.mouse.down()
    playground.page.mouse.move(x + 80, y + 20, steps=3)
    playground.page.mouse.up()
    playground.until(lambda: playground.picture(plot) != turned, "a dragged surface")
    assert playground.frame.step == step


def test_the_penalty_can_be_added(playground):
    panel = opened(playground)
    expect(playground.box("With the penalty")).to_be_disabled()
    playground.menu("Regularization").select_option("l2")
    playground.box("With the penalty").check()
    expect(panel).to_contain_text("training loss with penalty")


def test_other_directions_and_heights_make_another_picture(playground):
    panel = opened(playground)
    expect(panel).to_contain_text("61 × 61 losses")
    first = playground.still(picture(panel))
    choose(panel, "Other random directions")
    playground.until(lambda: playground.picture(picture(panel)) != first, "another picture")
    expect(panel).to_contain_text("61 × 61 losses")
    second = playground.still(picture(panel))
    playground.box("Logarithmic heights").uncheck()
    playground.until(lambda: playground.picture(picture(panel)) != second, "other heights")


# ---- races on test functions


def race(playground, query=""):
    panel = opened(playground, query)
    choose(panel, "On test functions")
    expect(row(panel, "SGD")).to_contain_text("at a minimum since step")
    return panel


def row(panel, name):
    return panel.get_by_role("row", name=name)


def test_just_below_and_just_above_the_critical_rate(playground):
    panel = race(playground)
    choose(panel, "Just below 2/λ")
    expect(panel).to_contain_text("1 − αλ = −0.98: it shrinks")
    expect(row(panel, "SGD")).to_contain_text("at a minimum since step")
    choose(panel, "Just above 2/λ")
    expect(panel).to_contain_text("1 − αλ = −1.02: it grows")
    expect(row(panel, "SGD")).to_contain_text("outside the picture since step")
    expect(row(panel, "momentum")).to_contain_text("at a minimum since step")


def test_a_race_plays_pauses_and_steps(playground):
    panel = race(playground)
    step = playground.slider("Step")
    choose(panel, "To the start")
    expect(step).to_have_attribute("aria-valuetext", "0 of 300")
    expect(row(panel, "Adam")).to_contain_text("at the start")
    choose(panel, "One step")
    expect(step).to_have_attribute("aria-valuetext", "1 of 300")
    choose(panel, "Race")
    expect(step).not_to_have_attribute("aria-valuetext", "1 of 300")
    choose(panel, "Pause")
    expect(panel.get_by_role("button", name="Race", exact=True)).to_be_visible()
    step.focus()
    playground.page.keyboard.press("End")
    expect(row(panel, "Adam")).to_contain_text("at a minimum since step")
    assert playground.frame.step == 0


def test_without_motion_the_end_is_shown_at_once(visit, server):
    tab = visit(server.address, reduced_motion="reduce")
    panel = race(tab)
    choose(panel, "To the start")
    choose(panel, "Race")
    expect(tab.slider("Step")).to_have_attribute("aria-valuetext", "300 of 300")
    expect(panel.get_by_role("button", name="Pause")).to_have_count(0)


def test_starts_are_dragged_and_moved_by_keys(playground):
    panel = race(playground, "&full=1")
    handle = panel.get_by_role("button", name=re.compile("^Start of all optimizers: x −3.5, y 1.2"))
    box, side = playground.place(handle), playground.place(picture(panel))["width"]
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    playground.page.mouse.move(x, y)
    playground.page.mouse.down()
    playground.page.mouse.move(x + 0.25 * side, y + 0.1 * side, steps=4)  # a quarter of 8 to the right
    playground.page.mouse.up()
    moved = panel.get_by_role("button", name=re.compile("^Start of all optimizers: x −1"))
    expect(moved).to_be_visible()
    before, value = moved.get_attribute("aria-label"), row(panel, "SGD").inner_text()
    moved.focus()
    playground.page.keyboard.press("Shift+ArrowRight")
    expect(panel.get_by_role("button", name=re.compile("^Start of all"))).not_to_have_attribute("aria-label", before)
    expect(row(panel, "SGD")).not_to_have_text(value)
    playground.box("Own starts").check()
    expect(panel.get_by_role("button", name=re.compile("^Start of"))).to_have_count(5)
    playground.box("Adam").uncheck()
    expect(panel.get_by_role("button", name=re.compile("^Start of"))).to_have_count(4)
    assert playground.frame.step == 0


def test_every_function_has_a_race(playground):
    panel = race(playground)
    for name, told in {
        "Bowl": "λ = 1,",
        "Saddle": "λ = 2 ",
        "Rosenbrock": "λ = 1000 ",
        "Himmelblau": "four minima",
    }.items():
        choose(panel, name)
        expect(panel).to_contain_text(told)
        expect(panel.get_by_role("row")).to_have_count(5)
    choose(panel, "3-D")
    expect(picture(panel)).to_have_attribute("aria-label", re.compile("Himmelblau.*arrow keys"))
    panel.get_by_text("Coefficients").click()
    before = row(panel, "momentum").inner_text()
    playground.slider("Momentum μ").fill("0.3")
    expect(row(panel, "momentum")).not_to_have_text(before)


def test_axe_finds_nothing_serious_in_either_part(playground):
    panel = race(playground)
    panel.get_by_text("Coefficients").click()
    assert violations(playground.page) == []
    choose(panel, "On this network")
    choose(panel, "Two weights")
    expect(panel).to_contain_text("61 × 61 losses")
    assert violations(playground.page) == []


# ---- the address


def test_what_is_chosen_is_in_the_address_and_survives_a_reload(playground):
    panel = race(playground)
    choose(panel, "Rosenbrock")
    expect(panel).to_contain_text("λ = 1000 ")
    choose(panel, "Just above 2/λ")
    choose(panel, "3-D")
    playground.box("Adam").uncheck()
    told = ("descent=functions", "rosenbrock", "rate:", "without:adam,3d")
    playground.until(lambda: all(part in playground.query for part in told), "the address")
    rate = re.search(r"rate:([\d.]+)", playground.query)[1]
    playground.reload()
    expect(panel.get_by_role("button", name="Rosenbrock")).to_have_attribute("aria-pressed", "true")
    expect(panel.get_by_role("button", name="3-D").filter(visible=True)).to_have_attribute("aria-pressed", "true")
    expect(playground.box("Adam")).not_to_be_checked()
    playground.until(lambda: f"rate:{rate}" in playground.query, "the rate in the address")
    choose(panel, "On this network")
    choose(panel, "Other random directions")
    playground.until(
        lambda: "surface=seed:2" in playground.query and "descent" not in playground.query.split("tab=descent")[1],
        "the address",
    )


def test_a_teachers_link_opens_a_race_as_it_was(tab):
    panel = opened(tab, "&descent=functions&race=bowl,rate:1.98,start:3/1,without:adam/rmsprop,linear")
    expect(panel).to_contain_text("1 − αλ = −0.98: it shrinks")
    expect(panel.get_by_role("button", name=re.compile("^Start of all optimizers: x 3, y 1"))).to_be_visible()
    expect(tab.box("RMSprop")).not_to_be_checked()
    expect(tab.box("Logarithmic heights").filter(visible=True)).not_to_be_checked()
