"""Data of one's own on the page: drawn by mouse, finger and keyboard while it trains."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.playground import PHONE, TABLET


class Studio:
    """The output panel while one draws."""

    def __init__(self, playground):
        self.playground = playground
        self.output = playground.region("Output")
        self.plot = self.output.locator(".out-plot")

    def open(self):
        self.playground.button("Draw").click()
        expect(self.tools).to_be_visible()
        return self

    @property
    def tools(self):
        return self.output.get_by_role("group", name="Drawing tools")

    @property
    def count(self):
        """How many points there are, as the page says."""
        return int(re.match(r"[\d,]+", self.tools.get_by_role("status").inner_text())[0].replace(",", ""))

    def expect_count(self, count):
        self.playground.settles(lambda: self.count, count)

    def choose(self, name):
        self.output.get_by_role("radio", name=name).check(force=True)

    def place(self, x1, x2):
        box = self.playground.place(self.plot)
        return box["x"] + box["width"] * (x1 + 6) / 12, box["y"] + box["height"] * (6 - x2) / 12

    def click(self, x1, x2):
        self.playground.page.mouse.click(*self.place(x1, x2))

    def drag(self, *places):
        mouse = self.playground.page.mouse
        mouse.move(*self.place(*places[0]))
        mouse.down()
        for place in places[1:]:
            mouse.move(*self.place(*place), steps=10)
        mouse.up()

    def clear(self):
        self.playground.button("Clear").click()
        self.expect_count(0)

    def done(self):
        self.playground.button("Done").click()
        expect(self.tools).to_be_hidden()

    def wait_for_points(self, count):
        """Until the network has so many points."""
        playground = self.playground
        words = re.compile(f"with {round(count / 2)} training points?\\.")
        playground.until(lambda: playground.settings["dataset"].startswith("own."), "own data")
        expect(playground.map).to_have_attribute("aria-label", words)


@pytest.fixture
def studio(playground):
    return Studio(playground).open()


def test_points_drawn_by_mouse_are_learned_while_it_trains(studio, playground):
    studio.clear()
    for x1, name in ((-3, "negative class"), (3, "positive class")):
        studio.choose(name)
        studio.choose("Brush")
        studio.drag((x1, -3), (x1, 3))
    drawn = studio.count
    assert drawn > 60
    playground.play()
    studio.done()
    studio.wait_for_points(drawn)
    playground.until(lambda: playground.frame.train.accuracy > 0.95, "the two clouds told apart")
    assert playground.frame.run == 1 and playground.settings["noise"] == 0
    studio.open()
    studio.choose("negative class")
    studio.choose("Point")
    studio.click(0, 0)
    studio.expect_count(drawn + 1)
    playground.wait_for_steps(20)
    assert playground.frame.playing and playground.frame.run == 1


def test_training_waits_for_points_and_goes_on_with_them(studio, playground):
    playground.play()
    studio.clear()
    playground.until(lambda: not playground.frame.playing, "a pause")
    expect(studio.tools).to_contain_text("training waits for two or more")
    stood = playground.frame.step
    for act in (lambda: playground.button("Play").click(), lambda: playground.button("Step one batch").click()):
        act()
        expect(playground.page.locator("#refusal")).to_contain_text("There is nothing to train on yet")
    assert playground.settings["dataset"] == "circle" and playground.frame.step == stood
    studio.click(-2, 0)
    studio.choose("positive class")
    studio.click(2, 0)
    playground.until(lambda: playground.settings["dataset"].startswith("own."), "the points that were drawn")
    playground.until(lambda: playground.frame.playing, "training that goes on")
    playground.wait_for_steps(5)


def test_the_data_set_that_is_there_begins_the_drawing_and_undo_goes_back_to_it(studio, playground):
    studio.expect_count(500)
    studio.choose("Eraser")
    studio.drag((-5, 0), (5, 0))
    erased = studio.count
    assert erased < 480
    studio.choose("Point")
    studio.click(0, 0)
    studio.expect_count(erased + 1)
    for count in (erased, 500):
        playground.button("Undo").click()
        studio.expect_count(count)
    expect(playground.button("Undo")).to_be_disabled()
    studio.done()
    studio.wait_for_points(500)


def test_drawing_by_keyboard(studio, playground):
    studio.clear()
    keyboard = playground.page.keyboard
    studio.plot.focus()
    for _ in range(3):
        keyboard.press("Shift+ArrowLeft")
    keyboard.press("Enter")
    keyboard.press("ArrowUp")
    keyboard.press("Enter")
    studio.choose("positive class")
    studio.plot.focus()
    for _ in range(6):
        keyboard.press("Shift+ArrowRight")
    keyboard.press("Space")
    keyboard.press("ArrowDown")
    keyboard.press("Enter")
    studio.expect_count(4)
    keyboard.press("Control+z")
    studio.expect_count(3)
    keyboard.press("Enter")
    assert not playground.frame.playing and playground.frame.step == 0  # neither space nor arrows reached the training
    studio.done()
    studio.wait_for_points(4)


def test_more_classes_and_values(studio, playground):
    playground.menu("What the points are").select_option("3 classes")
    studio.choose("class 3")
    studio.choose("Brush")
    studio.drag((4, 4), (5, 4))
    playground.until(lambda: playground.frame.sizes[-1] == 3, "three outputs")
    playground.menu("What the points are").select_option("values")
    playground.until(lambda: playground.frame.problem == "regression", "regression")
    playground.slider("Value to draw").fill("-0.5")
    studio.click(5, 5)
    expect(playground.reading("scoreName")).to_have_text("Test RMSE")


def test_own_data_survive_a_reset_and_a_reload_and_can_be_shared(studio, playground, visit, server):
    studio.clear()
    studio.drag((-4, 0), (4, 0))
    count = studio.count
    studio.done()
    studio.wait_for_points(count)
    playground.reset()
    studio.wait_for_points(count)
    playground.until(lambda: "dataset=own." in playground.query, "the address")
    playground.reload()
    studio.wait_for_points(count)
    expect(playground.share()).to_contain_text("for as long as this server keeps it")
    other = visit(server.address).open(playground.query)
    Studio(other).wait_for_points(count)
    assert other.frame.step == 0
    expect(other.notes).to_be_empty()


def test_an_address_with_data_that_are_gone_says_so(tab):
    playground = tab.open("?dataset=own.nowhere&noise=0.5")
    expect(playground.notes).to_contain_text("no longer on the server")
    assert (playground.settings["dataset"], playground.settings["noise"]) == ("circle", 0.5)


def test_another_data_set_ends_the_drawing(studio, playground):
    studio.click(0, 0)
    playground.dataset("xor").check(force=True)
    expect(studio.tools).to_be_hidden()
    playground.until(lambda: playground.settings["dataset"] == "xor", "the data set that was chosen")


@pytest.mark.parametrize("size", [TABLET, PHONE], ids=["tablet", "phone"])
def test_drawing_by_finger(visit, server, size):
    playground = visit(server.address, viewport=size, has_touch=True).open()
    if size == PHONE:
        playground.sheet("Data")
    playground.button("Draw").tap()
    studio = Studio(playground)
    expect(studio.plot).to_be_in_viewport(ratio=1)
    bar = playground.place(playground.reading("test"))
    assert playground.place(studio.plot)["y"] >= bar["y"] + bar["height"]
    studio.output.get_by_text("Clear").tap()
    for x1, x2 in ((-2, 0), (2, 0), (2, 2)):
        playground.page.touchscreen.tap(*studio.place(x1, x2))
    studio.expect_count(3)
    assert not playground.is_too_wide()


TREES = "width;height;rings;kind\n" + "".join(
    f"{5 + k % 7};{2 + k % 3},{k % 10};{k % 4};{'ash' if k % 4 > 1 else 'oak'}\n" for k in range(60)
)


class Upload:
    """The dialog for a table."""

    def __init__(self, playground):
        self.playground = playground
        self.dialog = playground.page.get_by_role("dialog", name="A table of your own")

    def open(self):
        self.playground.button("Upload").click()
        expect(self.dialog).to_be_visible()
        return self

    def choose(self, text, name="trees.csv"):
        data = text if isinstance(text, bytes) else text.encode()
        self.dialog.locator("input[type=file]").set_input_files({"name": name, "mimeType": "text/csv", "buffer": data})
        return self

    def use(self, column, role):
        self.dialog.get_by_role("combobox", name=f"Use {column} as", exact=True).select_option(role)

    def train(self):
        playground = self.playground
        before = playground.settings["dataset"]
        self.dialog.get_by_role("button", name=re.compile("^Learn ")).click()
        expect(self.dialog).to_be_hidden()
        playground.until(lambda: playground.settings["dataset"] not in ("", before), "the table's data")

    @property
    def fault(self):
        return self.dialog.get_by_role("alert")


@pytest.fixture
def upload(playground):
    return Upload(playground).open()


def test_a_table_is_uploaded_and_learned_while_it_trains(upload, playground):
    upload.choose(TREES)
    expect(upload.dialog).to_contain_text("trees.csv: 60 rows, 4 columns, separated by semicolons, UTF-8.")
    expect(upload.dialog.get_by_role("columnheader")).to_have_text(["width", "height", "rings", "kind"])
    expect(upload.dialog).to_contain_text("Inputs are standardised")
    upload.train()
    expect(playground.notes).to_contain_text("standardised")
    playground.play()
    playground.until(lambda: playground.frame.sizes[0] == 3, "three inputs")
    for name in ("Width", "Height", "Rings"):
        expect(playground.region("Network").get_by_role("button", name=name, exact=True)).to_be_visible()
    expect(playground.map).to_have_attribute("aria-label", re.compile("over width from .* and height from"))
    playground.until(lambda: playground.frame.train.accuracy == 1, "all trees told apart")


def test_another_target_makes_it_regression(upload, playground):
    upload.choose(TREES)
    upload.use("width", "target")
    upload.use("rings", "unused")
    upload.dialog.get_by_role("combobox", name="Predicted as").select_option("number")
    upload.train()
    playground.until(lambda: playground.frame.problem == "regression", "regression")
    expect(playground.menu("Loss")).to_have_value("squared_error")


def test_a_table_without_names_is_pasted(upload, playground):
    rows = "".join(f"{k}\t{k % 5}\t{k % 3}\n" for k in range(30))
    playground.page.evaluate("text => navigator.clipboard.writeText(text)", rows)
    upload.dialog.get_by_role("textbox").focus()
    playground.page.keyboard.press("Control+v")
    expect(upload.dialog).to_contain_text("30 rows, 3 columns, separated by tabs")
    header = upload.dialog.get_by_role("checkbox", name="The first row holds the names")
    expect(header).not_to_be_checked()
    header.check()
    expect(upload.dialog).to_contain_text("29 rows")


def test_a_file_is_dropped_on_the_page(playground):
    drop = """(body, text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], "dropped.csv"));
      body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    }"""
    playground.page.locator("body").evaluate(drop, TREES)
    expect(Upload(playground).dialog).to_contain_text("dropped.csv: 60 rows")


def test_what_cannot_be_used_is_refused_by_column_and_row(upload, playground, subtests):
    playground.expect_complaints("422")  # the browser notes each answer that is a refusal
    for text, sentence in (
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        ("a;b\n1;2\n3;4;5\n", "Row 3 has 3 cells, but row 1 has 2"),
        ("x" * (2 * 1024 * 1024 + 1), "at most 2 MB"),
        ("a,b\n1,\n,2\n3,\n,4\n", "Only 0 of 4 rows have a value"),
    ):
        with subtests.test(sentence):
            upload.choose(text)
            if "rows have a value" in sentence:
                upload.dialog.get_by_role("button", name="Learn to predict “b”").click()
            expect(upload.fault).to_contain_text(sentence)
    assert playground.settings["dataset"] == "circle" and playground.frame.revision == 0


def test_what_cannot_be_read_by_itself_is_read_as_the_person_says(upload, playground):
    playground.expect_complaints("422")
    rows = "".join(f"{k + 1}_{k % 7}_{'ash' if k % 2 else 'oak'}\n" for k in range(30))
    upload.choose("Measured\nin May\nsize_girth_kind\n" + rows)
    expect(upload.fault).to_contain_text("Only one column was found")
    expect(upload.dialog).to_contain_text("3 size_girth_kind")
    upload.dialog.get_by_role("spinbutton", name="The table begins in line").fill("3")
    upload.dialog.get_by_role("spinbutton", name="The table begins in line").blur()
    expect(upload.dialog.get_by_role("spinbutton", name="The table begins in line")).to_have_value("3")
    upload.dialog.get_by_role("combobox", name="Separator").select_option("_")
    expect(upload.dialog).to_contain_text("30 rows, 3 columns, separated by underscores")
    expect(upload.dialog.get_by_role("combobox", name="What is to be predicted?")).to_have_value("2")


def test_an_odd_cell_is_named_and_its_number_read_where_that_is_chosen(upload, playground):
    rows = "".join(f"{150 + k % 9},{k % 2}\n" for k in range(30))
    upload.choose("height,plays\n" + rows + "158 cm,1\n")
    answer = upload.dialog.get_by_role("combobox", name="“158 cm” in row 32")
    expect(answer).to_have_value("missing")
    answer.select_option("number")
    expect(answer).to_have_value("number")
    upload.dialog.get_by_role("button", name="Learn to predict “plays”").click()
    expect(playground.notes).to_contain_text("The network learns to predict “plays” from height.")
    expect(playground.notes).to_contain_text("“158 cm” in row 32; the number in such a cell is taken.")


def test_nothing_of_a_file_is_run(upload, playground):
    evil = "<img src=x onerror=alert(1)>,b,<b>c</b>\n" + "".join(f"{k},{k % 7},<i>{k % 2}</i>\n" for k in range(20))
    upload.choose(evil)
    expect(upload.dialog.get_by_role("columnheader").first).to_have_text("<img src=x onerror=alert(1)>")
    upload.train()
    playground.until(lambda: playground.frame.data is None or playground.frame.sizes[0] == 2, "the data")
    expect(playground.region("Output").locator("img, i:not([class])")).to_have_count(0)


def test_the_data_can_be_taken_home(playground):
    with playground.page.expect_download() as download:
        playground.page.get_by_role("link", name="Download the data as CSV").click()
    text = download.value.path().read_text("utf-8-sig")
    assert download.value.suggested_filename == "glassbox-data.csv"
    assert text.splitlines()[0] == "x₁,x₂,y" and len(text.splitlines()) == 501


def test_a_curve_shows_points_and_the_fitted_function(tab):
    playground = tab.open("?dataset=sine&samples=40&hidden=8,8&learning_rate=0.1&speed=full")
    expect(playground.region("Output")).to_contain_text("what the network computes")
    expect(playground.box("Contours")).to_be_hidden()
    assert playground.frame.map.kind == "curve" and playground.frame.sizes[0] == 1
    flat = playground.still(playground.map)
    playground.play()
    playground.until(lambda: playground.frame.train.rmse < 0.2, "a fit")
    playground.pause()
    playground.until(lambda: playground.picture(playground.map) != flat, "another curve")
    box = playground.place(playground.map)
    playground.page.mouse.move(box["x"] + box["width"] * 0.63, box["y"] + 20)
    expect(playground.region("Output").get_by_text(re.compile(r"x₁ 1\.\d\d\s+value [01]\.\d\d"))).to_be_visible()
    expect(playground.box("x₂")).to_be_hidden()


class Inputs:
    """The drawer's tab on inputs."""

    def __init__(self, playground):
        playground.page.get_by_role("tab", name="Inputs").click()
        self.playground = playground
        self.panel = playground.page.get_by_role("tabpanel", name="Inputs")
        self.pad = self.panel.get_by_role("application", name=re.compile("^Pad"))
        expect(self.panel.get_by_role("listitem").first).to_contain_text(re.compile(r"\d"))

    def chances(self):
        """What the network answers, by name."""
        rows = [row.split() for row in self.panel.get_by_role("listitem").all_inner_texts()]
        return {row[0]: float(row[1]) for row in rows}

    def answer(self):
        """What it finds most likely."""
        chances = self.chances()
        return max(chances, key=chances.get)


def test_a_digit_drawn_on_the_pad_is_recognised_while_it_trains(tab):
    playground = tab.open("?dataset=digits&hidden=16&learning_rate=0.1&activation=relu&samples=1500&speed=full")
    playground.play()
    playground.until(lambda: playground.frame.test.accuracy and playground.frame.test.accuracy > 0.9, "most digits")
    inputs = Inputs(playground)
    inputs.panel.get_by_role("button", name="Clear").click()
    blank = inputs.chances()
    box, mouse = playground.place(inputs.pad), playground.page.mouse

    def line(*places):
        for at, (x, y) in enumerate(places):
            mouse.move(box["x"] + box["width"] * x, box["y"] + box["height"] * y, steps=8)
            if at == 0:
                mouse.down()
        mouse.up()

    line((0.34, 0.14), (0.68, 0.14), (0.45, 0.85))
    playground.until(lambda: inputs.answer() == "7", "a seven")
    assert inputs.chances() != blank and len(blank) == 10
    seven = inputs.chances()

    def shows_another():
        inputs.panel.get_by_role("button", name="A test picture").click()  # it may be a seven, too
        return inputs.chances() != seven

    playground.until(shows_another, "another answer")
    assert playground.frame.playing


def test_the_pad_by_keyboard(tab):
    playground = tab.open("?dataset=digits&hidden=4")
    inputs = Inputs(playground)
    inputs.panel.get_by_role("button", name="Clear").click()
    inputs.pad.focus()
    before = playground.still(inputs.pad)
    for key in ("ArrowRight", "ArrowRight", "ArrowDown", "Enter", "ArrowDown", "Space"):
        playground.page.keyboard.press(key)
    playground.until(lambda: playground.picture(inputs.pad) != before, "another picture")
    assert playground.frame.step == 0 and not playground.frame.playing


def test_held_inputs_move_the_plane_through_a_table(upload, playground):
    upload.choose(TREES)
    upload.train()
    playground.until(lambda: playground.frame.sizes[0] == 3, "three inputs")
    inputs = Inputs(playground)
    for row in ("ash", "oak"):
        expect(inputs.panel.get_by_role("listitem").filter(has_text=row)).to_be_visible()
    plane, answer = playground.frame.map.pixels, playground.frame.answer
    inputs.panel.get_by_role("slider", name="rings").fill("4")
    playground.until(lambda: playground.frame.answer != answer, "another answer")
    assert playground.frame.map.pixels != plane
    inputs.panel.get_by_role("combobox", name="Across").select_option("rings")
    expect(playground.map).to_have_attribute("aria-label", re.compile("over rings from .* and height from"))
    inputs.panel.get_by_role("combobox", name="Up").select_option("rings")
    expect(playground.map).to_have_attribute("aria-label", re.compile("over height from .* and rings from"))


def test_changing_among_data_of_any_number_of_inputs_while_it_trains(playground):
    playground.play()
    for name, inputs in [("handwritten digits", 64), ("sine", 1), ("penguins", 2), ("spiral", 2)]:
        playground.change(lambda name=name: playground.dataset(name).first.check(force=True))
        playground.until(lambda inputs=inputs: playground.frame.sizes[0] == inputs, "its inputs")
        playground.wait_for_steps(20)
        assert playground.frame.playing
    assert playground.frame.run == 5  # begun anew each time, because the inputs are others


def test_a_curve_is_drawn_on_while_it_trains(tab):
    playground = tab.open("?dataset=sine&samples=40&noise=0")
    studio = Studio(playground).open()
    studio.expect_count(40)
    expect(studio.tools.get_by_role("combobox", name="What the points are")).to_have_value("curve")
    playground.play()
    studio.choose("Eraser")
    studio.drag((-5, 5), (-5, -5))
    erased = studio.count
    assert erased < 40
    studio.choose("Point")
    studio.drag((-5.5, 2), (-4, 2))
    drawn = studio.count
    assert drawn > erased + 3
    playground.until(lambda: playground.settings["dataset"].startswith("own."), "own data")
    playground.until(lambda: playground.frame.map.kind == "curve", "still a curve")
    assert playground.frame.sizes[0] == 1 and playground.frame.playing
    studio.tools.get_by_role("combobox", name="What the points are").select_option("2")
    playground.until(
        lambda: playground.frame.problem == "binary" and playground.frame.sizes[0] == 2, "two classes on a plane"
    )
    studio.expect_count(drawn)


def test_drawing_over_a_table_keeps_its_names(upload, playground):
    upload.choose(TREES)
    upload.use("rings", "unused")
    upload.train()
    playground.until(lambda: playground.frame.sizes[0] == 2, "two inputs")
    studio = Studio(playground).open()
    expect(studio.output.get_by_role("radio", name="oak")).to_be_visible()
    before = playground.settings["dataset"]
    studio.choose("oak")
    studio.click(0, 0)
    playground.until(lambda: playground.settings["dataset"] != before, "the drawing")
    studio.done()
    expect(playground.map).to_have_attribute("aria-label", re.compile("over width from .* and height from"))


def test_data_of_many_inputs_say_that_they_cannot_be_drawn_over(upload, playground):
    upload.choose(TREES)
    upload.train()
    playground.until(lambda: playground.frame.sizes[0] == 3, "three inputs")
    studio = Studio(playground).open()
    expect(studio.tools.get_by_role("status")).to_contain_text("These data have 3 inputs")
