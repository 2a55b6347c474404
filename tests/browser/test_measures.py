"""Measures: the drawer's tab follows the run, and mistakes are marked on the output map."""

import re

from playwright.sync_api import expect


def panel_of(playground):
    return playground.page.get_by_role("tabpanel", name="Measures")


def test_the_measures_follow_the_run(playground):
    playground.open("?tab=measures&dataset=xor")
    panel = panel_of(playground)
    accuracy = panel.get_by_role("row", name=re.compile("^Accuracy"))
    untrained = accuracy.inner_text()
    playground.play()
    expect(accuracy).not_to_have_text(untrained)
    playground.pause()
    expect(accuracy).to_contain_text(f"{playground.frame.train.accuracy * 100:.1f} %")
    expect(accuracy).to_contain_text(f"{playground.frame.test.accuracy * 100:.1f} %")
    cells = panel.locator("[data-part=test] td:is(.right, .wrong, .none)")
    expect(cells).to_have_count(4)
    playground.settles(lambda: sum(map(int, cells.all_inner_texts())), 250)
    expect(panel.locator("[data-measure=gap]")).not_to_be_empty()
    expect(panel).to_contain_text(f"{playground.frame.parameters} parameters")


def test_numbers_have_errors_instead_of_a_matrix(playground):
    panel = panel_of(playground.open("?tab=measures&dataset=plane"))
    for name in ("RMSE", "MAE", "R²"):
        expect(panel.get_by_role("row", name=re.compile(f"^{name}"))).to_be_visible()
    expect(panel.locator(".confusion")).to_have_count(0)
    expect(playground.box("Mistakes")).to_have_count(0)


def test_mistakes_are_marked_and_counted_in_words(playground):
    playground.open("?dataset=xor&label_noise=0.2")
    before = playground.still(playground.map)
    playground.box("Mistakes").check()
    playground.until(lambda: playground.frame.wrong is not None, "a frame that tells the mistakes")
    playground.until(lambda: playground.picture(playground.map) != before, "marks on the map")
    wrong = round((1 - playground.frame.train.accuracy) * 250)
    expect(playground.map).to_have_attribute("aria-label", re.compile(f", {wrong} of them in the wrong class"))
    expect(playground.page).to_have_url(re.compile("wrong=1"))
    playground.box("Mistakes").uncheck()
    playground.until(lambda: playground.picture(playground.map) == before, "the first picture again")


def test_a_link_can_ask_for_the_marks(playground):
    playground.open("?wrong=1")
    expect(playground.box("Mistakes")).to_be_checked()
    playground.until(lambda: playground.frame.wrong, "a frame that tells the mistakes")


# In each animation frame: what the bar says, what the tab says, and of which epoch the tab says it is.
SAMPLED = """([count, epochs, matches]) => new Promise(done => {
  const text = (selector) => document.querySelector(selector).textContent.trim(),
    accuracy = () => [...document.querySelectorAll(".measures-overview tr")]
      .find((row) => row.textContent.startsWith("Accuracy")).querySelectorAll("td")[1].textContent.trim();
  const samples = [];
  const isEnough = () => {
    const said = new Set(samples.map(({ epoch }) => epoch)), older = samples.filter(({ of }) => of !== null);
    return samples.length >= count && new Set(older.map(({ of }) => of)).size > epochs
      && older.filter(({ of }) => said.has(of)).length > matches;
  };
  const look = () => {
    const clock = document.querySelector(".drawer-clock"), isSaid = getComputedStyle(clock).visibility === "visible";
    samples.push({epoch: text("[data-reading=epoch]"), bar: text("[data-reading=score]"), tab: accuracy(),
      of: isSaid ? clock.textContent.replace("of epoch ", "") : null});
    if (isEnough()) done(samples); else requestAnimationFrame(look);
  };
  look();
})"""


def test_numbers_that_are_older_than_the_bars_say_of_which_epoch_they_are(playground):
    playground.open("?tab=measures&dataset=spiral&units=8,8&optimizer=adam")
    accuracy = playground.page.get_by_role("row", name=re.compile("^Accuracy"))
    expect(accuracy).to_be_visible()
    playground.play()
    samples = playground.page.evaluate(SAMPLED, [240, 3, 20])  # until the tab was behind often enough to be tried
    said = {sample["epoch"]: sample["bar"] for sample in samples}
    for sample in samples:
        of = sample["of"] or sample["epoch"]
        assert said.get(of, sample["tab"]) == sample["tab"]
    playground.pause()
    expect(accuracy).to_contain_text(f"{playground.frame.test.accuracy * 100:.1f} %")
    expect(playground.page.locator(".drawer-clock")).not_to_be_visible()


def test_a_matrix_of_ten_classes_is_in_view_with_all_its_columns(playground):
    playground.open("?dataset=digits&hidden=16&learning_rate=0.1&speed=full&stop_epochs=60&tab=measures")
    matrix = playground.page.locator(".confusion")
    expect(matrix.get_by_role("columnheader", name="Recall")).to_be_in_viewport(ratio=1)
    playground.until(lambda: matrix.evaluate("part => part.scrollWidth <= part.clientWidth"), "a matrix with room")
    playground.button("Play").click()
    expect(playground.banner).to_contain_text("Stopped after 60 epochs")
    expect(matrix.get_by_role("row", name="Precision")).to_contain_text("1.00")  # the widest that a share can be
    playground.until(lambda: matrix.evaluate("part => part.scrollWidth <= part.clientWidth"), "room for it as well")


def test_of_ten_classes_one_matrix_is_shown_whole_and_the_others_are_a_press_away(playground):
    playground.open("?dataset=digits&hidden=8&validation_share=20&tab=measures")
    panel = panel_of(playground)
    matrix, choice = panel.locator(".confusion"), panel.get_by_role("group", name="Confusion matrix")
    for name in ("Training", "Validation", "Test"):
        choice.get_by_role("radio", name=name).check()
        expect(matrix).to_have_count(1)
        expect(matrix.get_by_role("heading")).to_contain_text(name)
        samples = panel.get_by_role("row", name=re.compile("^Samples")).inner_text().split("\t")
        assert int(samples[1 + ["Training", "Validation", "Test"].index(name)]) == sum(
            map(int, matrix.locator("td:is(.right, .wrong, .none)").all_inner_texts())
        )
        expect(matrix).to_be_in_viewport(ratio=1)
