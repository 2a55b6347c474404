"""The very first start: the page is there at once, tells how far the kernels are compiled, and plays once they are."""

import time

import pytest
from playwright.sync_api import expect

from tests.process import ServerProcess

COMPILED_WITHIN = 540  # seconds; about 20 where nothing else runs, more than 200 where a dozen other programs do


@pytest.mark.timeout(COMPILED_WITHIN + 60)
def test_the_first_start(visit, tmp_path, measured):
    began = time.monotonic()
    with ServerProcess(GLASSBOX_CACHE=str(tmp_path)) as server:
        playground = visit(server.address)
        answered = time.monotonic() - began
        playground.page.goto(server.address)
        expect(playground.banner).to_contain_text("Getting ready: preparing the arithmetic")
        expect(playground.banner.get_by_role("progressbar")).to_be_visible()
        playground.button("Play").click()
        expect(playground.banner).to_contain_text("Training begins as soon as that is done.")
        playground.type("Learning rate", "0.1")
        playground.until(lambda: playground.settings["learning_rate"] == 0.1, "the change")
        expect(playground.banner).to_be_empty(timeout=COMPILED_WITHIN * 1000)
        ready = time.monotonic() - began
        playground.until(
            lambda: playground.frame and playground.frame.playing and playground.frame.step > 10, "training"
        )
        expect(playground.field("Learning rate")).to_have_value("0.1")
        playground.page.close()
    measured(f"first start: the server answered after {answered:.1f} s, and could train after {ready:.1f} s")
