"""The page carries its catalogue, and a policy under which its own scripts, and no others, run."""

import json
import re
from base64 import b64encode
from hashlib import sha256

from websockets.sync.client import connect

from glassbox.catalogue import catalogue
from glassbox.web.pages import content_security_policy, fingerprints

EMBEDDED = re.compile(r'<script type="application/json" id="catalogue">(.*?)</script>', re.DOTALL)


def test_the_page_carries_the_catalogue(client):
    page = client.get("/")
    assert page.status_code == 200
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    embedded = EMBEDDED.search(page.text)[1]
    assert json.loads(embedded) == json.loads(json.dumps(catalogue()))
    assert "<" not in embedded  # nothing in it can end the script


def test_the_page_and_its_socket_name_the_same_build(client, real_server):
    told = re.search(r'<meta name="glassbox-build" content="(\w+)">', client.get("/").text)[1]
    with connect(real_server.url) as socket:
        socket.send('{"type": "open"}')
        assert json.loads(socket.recv(timeout=60))["build"] == told


def test_answers_are_neither_guessed_nor_kept(client):
    for path in ("/", "/static/main.js", "/api/thumbnails", "/nowhere"):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-cache"


def test_unchanged_files_are_not_sent_again(client):
    first = client.get("/static/main.js")
    again = client.get("/static/main.js", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_the_policy_knows_the_import_map_and_the_socket(client):
    page = client.get("/")
    policy = page.headers["content-security-policy"]
    for script in re.findall(r"<script(?: type=\"importmap\")?>(.*?)</script>", page.text, re.DOTALL):
        assert b64encode(sha256(script.encode()).digest()).decode() in policy
    assert "ws://localhost:8000" in policy
    assert "unsafe-inline" not in policy.split("style-src")[0]


def test_a_policy_for_a_page_without_import_map():
    assert "script-src 'self';" in content_security_policy(fingerprints("<p>"), "localhost")


def test_scripts_are_served_as_scripts(client):
    assert client.get("/static/main.js").headers["content-type"].startswith("text/javascript")
    assert client.get("/static/icon.svg").headers["content-type"].startswith("image/svg+xml")


def test_the_page_can_only_be_read(client):
    answer = client.post("/")
    assert (answer.status_code, answer.text) == (405, "This address cannot be used with that method; use GET.")
    assert client.head("/").status_code == 200


def test_an_address_that_only_takes_something_says_so(client):
    answer = client.get("/api/own/points")
    assert (answer.status_code, answer.text) == (405, "This address cannot be used with that method; use POST.")


def test_short_labels_say_what_they_mean(client):
    """Readings, switches, buttons of a sign or two, tabs, thumbnails, and the lines of the network."""
    page = client.get("/").text
    for place in (r'<div class="reading\b[^>]*>', r'<label class="(?:out-toggle|thumbnail)"[^>]*>',
                  r'<button[^>]*role="tab"[^>]*>', r'<button[^>]*data-do="(?:reset|batch|epoch)"[^>]*>'):  # fmt: skip
        found = re.findall(place, page)
        assert found and all(re.search(r'title="[^"]{3,}"', each) for each in found), place
    assert "orange and dashed pulls it down" in page and "its bias" in page
