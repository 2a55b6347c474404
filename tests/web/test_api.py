"""The API tells programs how busy the server is."""


def test_status_counts(client):
    assert client.get("/api/status").json() == {"sessions": 0, "watched": 0, "playing": 0, "most_sessions": 200}
