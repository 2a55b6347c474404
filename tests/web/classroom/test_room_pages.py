"""Every code shows the one document, whether there is such a room or not."""

from urllib.parse import urljoin

import pytest

from glassbox.classroom.codes import PATTERN


@pytest.mark.parametrize("code", ["k7px", "K7PX", "2222"])
def test_a_code_shows_the_document(client, code):
    answer, usual = client.get(f"/{code}"), client.get("/")
    assert answer.status_code == 200 and answer.text == usual.text
    assert {**answer.headers, "date": ""} == {**usual.headers, "date": ""}
    assert client.post(f"/{code}").status_code == 405


def test_a_slash_too_many_leads_to_it_below_any_path(client):
    answer = client.get("/k7px/", follow_redirects=False)
    assert answer.status_code == 307 and urljoin("/a/b/k7px/", answer.headers["location"]) == "/a/b/k7px"


def test_the_documents_first_script_takes_codes_for_addresses_of_its_own(client):
    assert f"!/^{PATTERN}$/.test(last)" in client.get("/").text


@pytest.mark.parametrize("path", ["/k7p", "/k7pxx", "/k7p0", "/lead", "/k7px/x"])
def test_what_is_no_code_is_not_there(client, path):
    assert client.get(path).status_code == 404
