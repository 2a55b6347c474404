"""The API tells programs how busy the server is, and pages by which address others reach it."""


def test_status_counts(client):
    assert client.get("/api/status").json() == {"sessions": 0, "watched": 0, "playing": 0, "most_sessions": 200}


def test_a_page_is_told_by_which_address_others_reach_it(client):
    assert client.get("/api/reach").json() == {"address": None}
    client.app.state.for_class = "http://192.0.2.7:8000"
    assert client.get("/api/reach").json() == {"address": "http://192.0.2.7:8000"}
