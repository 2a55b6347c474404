"""Short addresses open the playground itself, set up for a lesson that has a text and a network of one neuron."""

from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
from pydantic import ValidationError

from glassbox.web.lessons import LESSONS, _set_up
from glassbox.words.explanations import explanation


def asked(client, address):
    """Where it leads: the path, and what its address asks for."""
    answer = client.get(address, follow_redirects=False)
    assert answer.status_code == 307
    place = urlsplit(urljoin(address, answer.headers["location"]))
    return place.path, {name: values[-1] for name, values in parse_qs(place.query).items()}


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_opens_the_playground_and_has_a_text(client, name):
    for address in (f"/{name}", f"/{name}/"):
        path, query = asked(client, address)
        assert path == "/" and query == LESSONS[name] and query["lesson"] == name
    assert explanation(f"lesson_{name}").html.count("<h2>") > 3
    assert client.get(f"/{name}").status_code == 200


def test_it_leads_to_the_page_below_any_path_that_a_proxy_may_take_away(client):
    """By an address that is relative to the one that was asked for."""
    for address in ("/neuron", "/neuron/"):
        assert (
            urljoin(f"/a/b{address}", client.get(address, follow_redirects=False).headers["location"])[:6] == "/a/b/?"
        )


def test_what_a_teacher_adds_counts_more(client):
    _, query = asked(client, "/neuron?dataset=xor&hide=network,data")
    assert (query["dataset"], query["hide"], query["hidden"]) == ("xor", "network,data", "none")


@pytest.mark.parametrize("address", ["/neuron/x", "/Neuron", "/neurons", "/neuron%0d%0aSet-Cookie:x=1"])
def test_there_are_no_other_lessons(client, address):
    assert client.get(address, follow_redirects=False).status_code == 404


def test_an_address_cannot_lead_elsewhere(client):
    path, query = asked(client, "/neuron?lesson=%0d%0ax&x=//example.org")
    assert path == "/" and query["x"] == "//example.org"


def test_a_lesson_of_settings_that_do_not_exist_is_refused_before_the_server_starts():
    for wrong in ({"dataset": "gaus"}, {"hiden": []}, {"learning_rate": 100.0}):
        with pytest.raises(ValidationError):
            _set_up("broken", wrong)
