"""Whoever asks is answered in their language: by the address, else by what the browser prefers."""

from starlette.testclient import TestClient

LONGER = {"Accept-Language": "en-XA"}


def test_a_document_names_its_language_and_brings_its_catalogue(client: TestClient) -> None:
    english, longer = client.get("/").text, client.get("/?lang=en-XA").text
    assert '<html lang="en" dir="ltr">' in english and "api/words/" not in english
    assert '<html lang="en-XA" dir="ltr">' in longer and '<script defer src="api/words/en-XA.js">' in longer
    assert '<html lang="ar-XB" dir="rtl">' in client.get("/?lang=ar-XB").text


def test_an_error_is_worded_for_whoever_made_it(client: TestClient) -> None:
    english, longer = client.get("/api/nothing"), client.get("/api/nothing", headers=LONGER)
    assert english.status_code == longer.status_code == 404
    assert not english.text.startswith("⟦") and longer.text.startswith("⟦")
    assert client.get("/api/nothing?lang=en", headers=LONGER).text == english.text


def test_the_catalogue_is_a_script_that_sets_one_name(client: TestClient) -> None:
    script = client.get("/api/words/en-XA.js")
    assert script.headers["content-type"].startswith("text/javascript")
    assert script.text.startswith("globalThis.glassboxWords={") and script.text.endswith("};")
    assert client.get("/api/words/xx.js").status_code == 404


def test_a_long_or_broken_wish_is_no_wish(client: TestClient) -> None:
    for wish in ("x" * 5000, "%00", "zh;q=;;", "\t,"):
        assert client.get("/", headers={"Accept-Language": wish}).status_code == 200
    assert client.get("/?lang=" + "x" * 3000).status_code in (200, 414)


def test_every_document_offers_each_language_by_its_own_name(client: TestClient) -> None:
    for document in ("/", "/lessons", "/projector", "/check", "/privacy"):
        page = client.get(f"{document}?lang=zh-Hans").text
        assert 'href="?lang=zh-Hans" lang="zh-Hans" hreflang="zh-Hans"' in page and ">简体中文" in page
        assert page.count('aria-current="true"') == 1, document


def test_a_slash_too_many_loses_no_language(client: TestClient) -> None:
    for address in ("/privacy/", "/k7px/", "/lessons/"):
        answer = client.get(f"{address}?lang=zh-Hans", follow_redirects=False)
        assert answer.headers["location"].endswith("?lang=zh-Hans"), address


def test_plain_pages_hand_on_the_language_only_where_it_was_asked_for(client: TestClient) -> None:
    assert 'href="privacy?lang=zh-Hans"' in client.get("/check?lang=zh-Hans").text
    assert 'href="privacy"' in client.get("/check", headers={"Accept-Language": "zh-CN"}).text
