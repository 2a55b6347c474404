"""The playground in a notebook: one server for a process, opened by its token, framed by notebooks,
and closed again.
"""

import html
import json
import os
import re
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx2 as httpx
import pytest
from pydantic import ValidationError
from websockets.sync.client import connect

import glassbox
from glassbox import notebook

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module", autouse=True)
def own_folder(tmp_path_factory):
    """The lab book of these tests, and no server that outlives them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        yield
        glassbox.close()


@pytest.fixture
def page():
    return glassbox.show()


def opened(page):
    """A visitor who came with the page's address, and what the server answered."""
    visitor = httpx.Client(base_url=page.address.partition("/?")[0])
    answer = visitor.get(page.address)
    # Clients that are no browsers take no address for secure without TLS: so they are handed the cookie.
    visitor.headers["Cookie"] = answer.headers["set-cookie"].partition(";")[0]
    return visitor, answer


def test_the_settings_are_in_the_pages_address():
    page = glassbox.show(dataset="spiral", hidden=[{"units": 8}], learning_rate=0.1)
    query = {name: value for name, (value,) in parse_qs(urlsplit(page.address).query).items()}
    assert query.pop("token")
    assert query == {"dataset": "spiral", "hidden": "8", "learning_rate": "0.1", "v": "2"}


def test_a_cell_shows_the_page_in_a_frame():
    page = glassbox.show(height=640)
    (source,) = re.findall(r'<iframe src="([^"]+)"', page._repr_html_())
    assert html.unescape(source) == page.address and 'height="640"' in page._repr_html_()
    assert page.address in repr(page)


def test_a_second_page_is_one_of_the_same_server(page):
    other = glassbox.show(dataset="xor")
    assert urlsplit(other.address).netloc == urlsplit(page.address).netloc


def test_a_wrong_setting_is_refused_before_anything_starts(page):
    page.close()
    for wrong in ({"dataset": "spirall"}, {"dataste": "spiral"}, {"learning_rate": -1.0}):
        with pytest.raises(ValidationError):
            glassbox.show(**wrong)
    assert notebook._running is None


def test_the_token_opens_the_page_and_leaves_the_address(page):
    visitor, answer = opened(glassbox.show(dataset="spiral"))
    assert answer.status_code == 303 and answer.headers["location"] == "./?dataset=spiral&v=2"
    assert "SameSite=None" in answer.headers["set-cookie"] and "Secure" in answer.headers["set-cookie"]
    assert visitor.get("/?dataset=spiral&v=2").status_code == 200
    assert visitor.get("/static/main.js").status_code == 200


@pytest.mark.parametrize("path", ["/", "/?token=guessed", "/?token=", "/static/main.js", "/health", "/neuron"])
def test_without_the_token_nothing_is_told(page, path):
    answer = httpx.get(page.address.partition("/?")[0] + path, headers={"Cookie": "glassbox_1=x; a=b"})
    assert answer.status_code == 403 and "belongs to a notebook" in answer.text
    assert "set-cookie" not in answer.headers


def test_the_socket_asks_for_it_too(page):
    visitor, _ = opened(page)
    address = f"ws://{urlsplit(page.address).netloc}/ws"
    with pytest.raises(Exception, match="403"), connect(address):
        pass
    with connect(address, additional_headers={"Cookie": visitor.headers["Cookie"]}) as live:
        live.send(json.dumps({"type": "hello"}))
        assert live.recv(30)


def test_only_notebooks_on_this_machine_may_frame_it_unless_others_are_named(page):
    def policy_of(shown):
        visitor, _ = opened(shown)
        return visitor.get("/").headers["content-security-policy"]

    assert policy_of(page).endswith("; frame-ancestors http://127.0.0.1:* http://localhost:*")
    assert "script-src" in policy_of(page)
    other = glassbox.show(origins=["https://notebooks.example"])
    assert policy_of(other).endswith("; frame-ancestors https://notebooks.example")


HUB = "https://hub.example:8443/user/me/proxy/{port}/"


def test_in_a_hub_it_is_shown_at_the_hubs_address_and_takes_what_comes_from_there():
    """The hub takes the path away, as jupyter-server-proxy does, and passes on how it was reached."""
    shown = glassbox.show(hub=HUB, dataset="xor")
    port, told = re.match(re.escape(HUB).replace(r"\{port\}", r"(\d+)") + r"\?(token=.*)", shown.address).groups()
    passed = {"X-Forwarded-Proto": "https", "Origin": "https://hub.example:8443"}
    host = {"Host": "hub.example:8443"}
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", headers=passed | host) as visitor:
        answer = visitor.get(f"/?{told}")
        assert answer.headers["location"] == "./?dataset=xor&v=2"  # relative, so it stays below the hub's path
        cookie = {"Cookie": answer.headers["set-cookie"].partition(";")[0]}
        page = visitor.get("/", headers=cookie)
        assert page.status_code == 200
        assert page.headers["content-security-policy"].endswith("http://localhost:* https://hub.example:8443")
    line = socket.create_connection(("127.0.0.1", port))
    with connect("ws://hub.example:8443/ws", sock=line, additional_headers=passed | cookie) as live:
        live.send('{"type": "open"}')
        assert json.loads(live.recv(30))["type"] == "welcome"


@pytest.mark.parametrize(
    "hub",
    [
        "",
        "hub.example/proxy/{port}/",
        "https://hub.example/",
        "ftp://hub/{port}",
        "https:///{port}",
        "https://a;b/{port}",
    ],
)
def test_an_address_that_is_no_hubs_is_refused_and_what_is_shown_stays(page, hub):
    with pytest.raises(ValueError, match="Expected where the hub shows a port"):
        glassbox.show(hub=hub)
    assert httpx.get(page.address).status_code == 303


def test_closed_it_answers_no_more_and_can_be_shown_anew(page):
    page.close()
    with pytest.raises(httpx.ConnectError):
        httpx.get(page.address)
    page.close()  # once more does no harm
    anew = glassbox.show()
    assert anew.address != page.address and opened(anew)[1].status_code == 303


def test_a_notebook_that_ends_takes_its_server_along(tmp_path):
    code = "import glassbox; print(glassbox.show().address)"
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=280,
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path)},
    )  # fmt: skip
    assert ended.returncode == 0 and "http://127.0.0.1:" in ended.stdout, ended.stderr
