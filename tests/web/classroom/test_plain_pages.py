"""The plain pages: each is whole, small, and runs its own script and no other."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest

LARGEST = 12_000  # bytes
RAN = re.compile(r"<(?:script|style)>(.*?)</(?:script|style)>", re.DOTALL)


@pytest.mark.parametrize("name", ["check", "privacy"])
def test_a_plain_page_is_small_and_loads_nothing(client, name):
    page = client.get(f"/{name}")
    assert page.status_code == 200
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert len(page.content) < LARGEST
    assert not re.search(r"<link|<img|src=", page.text)
    policy = page.headers["content-security-policy"]
    assert "unsafe-inline" not in policy
    for text in RAN.findall(page.text):
        assert b64encode(sha256(text.encode()).digest()).decode() in policy
    assert "ws://localhost:8000" in policy


@pytest.mark.parametrize("name", ["check", "privacy"])
def test_a_slash_too_many_leads_to_the_page(client, name):
    answer = client.get(f"/{name}/", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (307, f"../{name}")


def test_what_is_kept_is_said_in_ten_lines(client):
    said = client.get("/privacy").text
    assert said.count("<li>") == 10
    assert "answers by name" in said  # a typed one, where the teacher allows it


def test_what_the_script_says_comes_with_the_page_in_its_language(client):
    for part in ("live", "round", "cut"):
        assert re.search(rf'id="{part}"[^>]* data-\w+="[^"]+[a-z]{{4}}', client.get("/check").text)
    told = client.get("/check?lang=en-XA").text
    script = re.search(r"<script>(.*?)</script>", told, re.DOTALL)[1]
    assert "⟦Lîvé çöññéçţîöñš ğéţ ţhřöûğh." in told and "⟦" not in script
    assert not re.search(r'"[A-Z][a-z]+ [a-z]+', script)
