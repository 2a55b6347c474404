"""What comes along with a request is of a known shape and a bounded length, or is refused."""

import asyncio
import json

import pytest
from starlette.requests import Request

from glassbox.classroom.refused import Refused
from glassbox.web.classroom.bodies import LONGEST, Join, OpenRoom, Resume, TakeLead, read


def reading(body, kind):
    async def receive():
        return {"type": "http.request", "body": body, "more_body": False}

    return asyncio.run(read(Request({"type": "http", "method": "POST", "headers": []}, receive), kind))


def test_what_is_left_out_has_its_usual_value():
    assert reading(b"", OpenRoom) == reading(b"{}", OpenRoom) == OpenRoom(key="")
    assert reading(b'{"name": "Jo"}', Join) == Join(name="Jo")


@pytest.mark.parametrize("name", [(3, 4), "Jo"])
def test_a_name_is_a_pair_of_numbers_or_a_text(name):
    assert reading(json.dumps({"name": name, "word": "amber lake"}).encode(), Resume) == Resume(
        name=name, word="amber lake"
    )


@pytest.mark.parametrize(
    ("body", "kind"),
    [(b"{", Join), (b"[]", Join), (b'{"name": 1}', Join), (b'{"nome": "x"}', Join), (b"", TakeLead), (b"\xff", Join), (b'{"name": [3], "word": ""}', Resume),
     (b'{"name": "' + b"x" * 25 + b'"}', Join), (b'{"key": "' + b"x" * LONGEST + b'"}', OpenRoom)],
)  # fmt: skip
def test_anything_else_is_refused(body, kind):
    with pytest.raises(Refused, match=r"not_json|not_understood"):
        reading(body, kind)
