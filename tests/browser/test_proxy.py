"""Behind nginx and Caddy, set up as the README says, the page does all it does without: at a site of its own or below a
path, with TLS or without; and where a proxy stands in the way, the page says so.
"""

import json
import re
import urllib.request
from urllib.parse import urljoin

import pytest
from playwright.sync_api import expect
from websockets.sync.client import connect

from glassbox.engine.scheme import SCHEME
from glassbox.web import heartbeat
from tests.browser import proxies
from tests.browser.playground import PATIENCE
from tests.browser.test_experiments import FIRST_START
from tests.browser.test_own_data import Upload
from tests.process import ServerProcess

LARGE = "height,kind,note\n" + "".join(f"{k % 9},{'ab'[k % 2]},{'lorem ' * 1400}\n" for k in range(200))  # 1.7 MB


@pytest.fixture(scope="module")
def behind():
    """The server that the proxies stand before."""
    with ServerProcess("--root-path", proxies.PATH) as server:
        yield server
        assert "Traceback" not in server.errors()


@pytest.mark.parametrize("proxy", ["nginx", "caddy"])
def test_at_every_site_the_files_of_the_page_come_and_its_socket_opens(proxy, request):
    """Asked for as the page does, by addresses relative to it, and saying where it is from."""
    for name, site in request.getfixturevalue(proxy).items():
        if name == "bare":
            continue
        secure = {"context": proxies.trusting()} if site.startswith("https") else {}
        document = urllib.request.urlopen(site, **secure).read().decode()
        for script in re.findall(r'<script [^>]*src="([^"]+)"', document):
            assert urllib.request.urlopen(urljoin(site, script), **secure).status == 200
        lesson = urllib.request.urlopen(urljoin(site, "neuron/"), **secure)
        assert lesson.url.startswith(f"{site}?") and "lesson=neuron" in lesson.url
        if site.endswith(f"{proxies.PATH}/"):  # a link without the slash keeps what it asks for
            assert urllib.request.urlopen(f"{site.rstrip('/')}?hidden=2", **secure).url == f"{site}?hidden=2"
        tls = {"ssl": proxies.trusting()} if secure else {}
        origin = re.match(r"\w+://[^/]+", site)[0]
        with connect(urljoin(site, "ws").replace("http", "ws", 1), origin=origin, **tls) as socket:
            socket.send('{"type": "open"}')
            assert json.loads(socket.recv(timeout=PATIENCE))["type"] == "welcome"


def test_below_a_path_with_tls_in_front_the_page_trains_and_its_links_open(nginx, visit):
    sockets = []
    playground = visit(nginx["below"], ignore_https_errors=True)
    playground.page.on("websocket", lambda socket: sockets.append(socket.url))
    playground.open("?hidden=3,2")
    assert sockets == [nginx["below"].replace("https", "wss", 1) + "ws"]
    playground.play()
    playground.wait_for_steps(20)
    stood = playground.pause()
    panel = playground.share()
    panel.get_by_role("button", name="Copy with weights").click()
    expect(panel).to_contain_text("weights included")
    link = playground.page.evaluate("navigator.clipboard.readText()")
    assert link.startswith(f"{nginx['below']}?hidden=3,2")
    other = visit(nginx["below"], ignore_https_errors=True)
    other.page.goto(link)
    other.wait_until_ready()
    other.until(lambda: other.frame.weights == stood.weights, "the weights of the link")


def test_behind_a_proxy_that_takes_the_path_away_a_large_table_is_learned(caddy, visit):
    playground = visit(caddy["below"]).open()
    Upload(playground).open().choose(LARGE, "large.csv").train()
    playground.play()
    playground.wait_for_steps(5)


@pytest.mark.parametrize("proxy", ["nginx", "caddy"])
def test_below_a_path_an_experiment_runs_is_found_again_opens_and_goes_home(proxy, request, visit):
    site = request.getfixturevalue(proxy)["below"]
    tab = visit(f"{site}experiments", ignore_https_errors=True)
    tab.open("?own=&axis=width&values=1,2&seeds=2&epochs=5")
    place = tab.page.get_by_role("main")
    place.get_by_role("button", name="Run it").click()
    done = place.get_by_role("progressbar", name="4 of 4 trainings done")
    expect(done).to_be_visible(timeout=FIRST_START)
    assert tab.page.url.startswith(f"{site}experiments?id=")
    with tab.page.expect_download() as table:
        place.get_by_role("link", name="Trainings (CSV)", exact=True).click()
    assert table.value.path().read_text("utf-8").count("\n") == 1 + 4
    place.get_by_role("button", name="Copy the link").click()
    expect(place.get_by_text("The link is copied")).to_be_visible()
    tab.page.goto(tab.page.evaluate("navigator.clipboard.readText()"))
    expect(done).to_be_visible()
    place.get_by_role("group", name="Training error, Test error").get_by_role("button").nth(1).click()
    place.get_by_role("button", name="Open the network of seed 2 in the playground").click()
    expect(tab.page).to_have_url(re.compile(f"^{re.escape(site)}[?]"))
    tab.until(lambda: tab.frame.epoch == 5 and tab.frame.sizes[1] == 2, "the network of the dot")


def test_a_page_without_the_slash_that_its_addresses_need_adds_it(behind, visit):
    """Where a proxy takes the path away, neither it nor the server sees that there was none."""
    tab = visit(behind.page.rstrip("/"))
    tab.open("?hidden=2")
    assert tab.page.url == f"{behind.page}?hidden=2&v={SCHEME}" and tab.frame.windows[1][1] == 2


def test_a_table_that_the_proxy_does_not_let_through_is_told_and_an_idle_page_is_not_cut(nginx, visit):
    playground = visit(nginx["small"]).open()
    playground.expect_complaints("413")
    upload = Upload(playground).open().choose(LARGE, "large.csv")
    expect(upload.fault).to_contain_text("answered in its place (413): it lets nothing so large through")
    expect(upload.fault).not_to_contain_text("<")
    heard = len(playground.messages)
    longer = int(proxies.SILENCE / heartbeat.EVERY) + 2
    playground.until(lambda: len(playground.messages) >= heard + longer, "signs of life for longer than it waits")
    assert {message["type"] for message in playground.messages[heard:]} == {"alive"}
    assert [message["type"] for message in playground.messages].count("welcome") == 1


def test_a_proxy_that_passes_on_neither_name_nor_socket_is_told_with_what_to_do(nginx, visit):
    tab = visit(nginx["bare"])
    tab.expect_complaints("WebSocket connection to .* failed|403")
    tab.go()
    expect(tab.banner).to_contain_text("if this is it, let the proxy in between pass on Host and X-Forwarded-Proto")
