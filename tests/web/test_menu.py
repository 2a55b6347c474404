"""Every place of the page has an address and shows the one document, below any path of a site."""

import re
from urllib.parse import urljoin

import pytest

from glassbox.root_path import OWN
from glassbox.web.menu import ELSEWHERE, PLACES


@pytest.mark.parametrize("place", ELSEWHERE, ids=lambda place: place.path)
def test_a_place_shows_the_document(client, place):
    answer = client.get(f"/{place.path}")
    assert answer.status_code == 200 and answer.text == client.get("/").text
    assert answer.headers["content-security-policy"] == client.get("/").headers["content-security-policy"]
    assert client.post(f"/{place.path}").status_code == 405
    assert place.path in OWN  # no site may show the page below that path


@pytest.mark.parametrize("place", ELSEWHERE, ids=lambda place: place.path)
def test_a_slash_too_many_leads_to_it_below_any_path(client, place):
    answer = client.get(f"/{place.path}/?x=1", follow_redirects=False)
    assert answer.status_code == 307
    assert urljoin(f"/a/b/{place.path}/", answer.headers["location"]) == f"/a/b/{place.path}?x=1"


def test_the_menu_names_every_place_by_a_relative_address(client):
    page = client.get("/").text
    links = re.findall(r'<a href="([^"]*)" data-place="([^"]*)" data-title="([^"]*)"', page)
    assert links == [(place.path or "./", place.path, place.title) for place in PLACES]
    for place in ELSEWHERE:
        assert f'<h1 id="title-{place.path}" tabindex="-1">{place.label}</h1>' in page


def test_each_place_has_its_view(client):
    usual, others = (client.get(f"/static/{name}.js").text for name in ("views/places", "main"))
    tables = (
        re.search(r"const PLACES = \{(.*?)\};", usual, re.DOTALL)[1]
        + re.search(r"mountPlaces\((.*?)\);", others, re.DOTALL)[1]
    )
    assert set(re.findall(r"(\w+): \(\) => import", tables)) == {place.path for place in ELSEWHERE}


def test_there_are_no_other_places(client):
    for path in ("/Labbook", "/labbook/x", "/lessons/x"):
        assert client.get(path).status_code == 404
