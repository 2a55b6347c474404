"""Files of the page come from memory: packed ones to be kept for good, plain ones as they are now."""

import gzip

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

from glassbox.web.static_files import FOR_GOOD, TYPES, StaticFiles, files_in

SCRIPT = b"export const answer = 42;\n" * 20


def serve(folder):
    """A client of a server of the folder."""
    return TestClient(Starlette(routes=[Mount("/static", StaticFiles(files_in(folder)))]))


@pytest.fixture
def plain(tmp_path):
    (tmp_path / "draw").mkdir()
    (tmp_path / "draw" / "line.js").write_bytes(SCRIPT)
    (tmp_path / "package.json").write_text("{}")
    return tmp_path


@pytest.fixture
def packed(tmp_path):
    (tmp_path / "manifest.json").write_text("{}")
    (tmp_path / "main-1A2B.js").write_bytes(SCRIPT)
    (tmp_path / "main-1A2B.js.gz").write_bytes(gzip.compress(SCRIPT))
    (tmp_path / "main-1A2B.js.br").write_bytes(b"as brotli")
    return tmp_path


def test_a_plain_file_is_asked_for_again(plain):
    answer = serve(plain).get("/static/draw/line.js")
    assert (answer.status_code, answer.content) == (200, SCRIPT)
    assert answer.headers["cache-control"] == "no-cache"
    assert answer.headers["content-type"].startswith("text/javascript")


def test_a_plain_file_is_served_as_it_is_now(plain):
    client, file = serve(plain), plain / "draw" / "line.js"
    before = client.get("/static/draw/line.js")
    file.write_bytes(b"export const answer = 43;")
    assert client.get("/static/draw/line.js", headers={"If-None-Match": before.headers["etag"]}).content.endswith(
        b"43;"
    )
    file.unlink()
    assert client.get("/static/draw/line.js").status_code == 404


def test_a_new_plain_file_is_found(plain):
    client = serve(plain)
    assert client.get("/static/draw/new.js").status_code == 404
    (plain / "draw" / "new.js").write_bytes(SCRIPT)
    assert client.get("/static/draw/new.js").content == SCRIPT


def test_a_packed_file_may_be_kept_for_good(packed):
    answer = serve(packed).get("/static/main-1A2B.js")
    assert (answer.content, answer.headers["cache-control"]) == (SCRIPT, FOR_GOOD)


@pytest.mark.parametrize(("coding", "length"), [("br", 9), ("gzip", len(gzip.compress(SCRIPT))), ("none", len(SCRIPT))])
def test_a_packed_file_goes_out_in_the_coding_that_the_build_made(packed, coding, length):
    answer = serve(packed).head("/static/main-1A2B.js", headers={"Accept-Encoding": coding})
    assert int(answer.headers["content-length"]) == length
    assert answer.headers.get("content-encoding", "none") == coding


@pytest.mark.parametrize("name", ["main-0000.js", "main.js", "manifest.json", "main-1A2B.js.gz", "../secret.js", ""])
def test_a_page_of_another_build_finds_nothing_else_in_the_place_of_its_files(packed, name):
    (packed.parent / "secret.js").write_text("")
    assert serve(packed).get(f"/static/{name}").status_code == 404


def test_what_is_no_part_of_the_page_is_not_served(plain):
    assert serve(plain).get("/static/package.json").status_code == 404


def test_a_file_can_only_be_read(packed):
    answer = serve(packed).post("/static/main-1A2B.js")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")


def test_each_kind_of_file_has_a_type():
    assert all("/" in kind for kind in TYPES.values())
