"""What every visitor asks for is small on the wire, and is not sent twice."""

import pytest

from glassbox.thumbnails import thumbnails


@pytest.mark.parametrize("path", ["/", "/static/main.js", "/static/css/page.css", "/api/thumbnails"])
def test_it_is_compressed_and_not_sent_again(client, path):
    first = client.get(path)
    assert first.headers["content-encoding"] == "gzip"
    assert int(first.headers["content-length"]) < len(first.content) / 2
    again = client.get(path, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("path", ["/", "/static/main.js", "/api/thumbnails"])
def test_it_can_only_be_read(client, path):
    assert client.head(path).status_code == 200
    answer = client.post(path)
    assert (answer.status_code, answer.text) == (405, "This address cannot be used with that method; use GET.")


def test_the_policy_goes_with_a_document_that_was_not_sent_again(client):
    first = client.get("/")
    again = client.get("/", headers={"If-None-Match": first.headers["etag"]})
    assert again.headers["content-security-policy"] == first.headers["content-security-policy"]


def test_two_names_of_the_server_get_a_policy_each(client):
    assert "ws://box.example " in client.get("/", headers={"Host": "box.example"}).headers["content-security-policy"]
    assert "ws://localhost:8000 " in client.get("/").headers["content-security-policy"]


def test_thumbnails_of_every_data_set_are_there_for_a_page_that_is_not_open_yet(client):
    assert client.get("/api/thumbnails").json() == thumbnails()


def test_the_icon_is_found_where_no_document_names_it(client):
    answer = client.get("/favicon.ico", follow_redirects=True)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/svg+xml")
