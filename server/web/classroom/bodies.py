"""What comes along with a request about a room."""

from typing import Annotated, Literal, TypeVar

import msgspec
from fastapi import Request
from msgspec import Meta

from glassbox.classroom import limits, said
from glassbox.classroom.names import Name
from glassbox.classroom.refused import Refused
from glassbox.classroom.said import Count, Key
from glassbox.classroom.told import Value
from glassbox.protocol.refusals import Refusal
from glassbox.web.bodies import read_bytes

LONGEST = 16 * 1024  # bytes

Body = TypeVar("Body", bound="OfRoom")


class OfRoom(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Any of those below."""


class OpenRoom(OfRoom, frozen=True):
    """A room, please; `key` is the operator's, where one is asked for."""

    key: Annotated[str, Meta(max_length=200)] = ""


class Join(OfRoom, frozen=True):
    """A new member; a name of one's own only where those are allowed. `further`: signs beside the code."""

    name: Annotated[str, Meta(max_length=limits.LONGEST_NAME)] | None = None
    further: Annotated[str, Meta(max_length=limits.LONGEST_NAME)] = ""


class TakeLead(OfRoom, frozen=True):
    """The lead, by the secret of an offer."""

    secret: Key


class TakeFile(OfRoom, frozen=True):
    """The class's file; `names` has what each drawn name is in the page's language, by the member's number."""

    lead: Key
    kind: Literal["csv", "page"]
    names: dict[str, Annotated[str, Meta(max_length=limits.LONGEST_DRAWN_NAME)]] = {}


class Resume(OfRoom, frozen=True):
    """A member who goes on here, by its name and the word that its other device shows."""

    name: Name  # unbounded, as msgspec 0.22 misreads a bounded text beside a pair; the body is bounded
    word: Key


class GiveAnswer(OfRoom, frozen=True):
    """An answer of the member that has this token."""

    token: Key
    id: Annotated[str, Meta(min_length=1, max_length=limits.LONGEST_KEY)]
    question: Count
    round: Count
    value: Value

    def said(self) -> said.Answer:
        """As a socket would say it."""
        return said.Answer(id=self.id, question=self.question, round=self.round, value=self.value)


class Keep(OfRoom, frozen=True):
    """The member's run into the lab book of this owner, which the room's end leaves alone."""

    token: Key
    owner: Key


async def read(request: Request, kind: type[Body]) -> Body:
    """The body as `kind`; none at all stands for an empty object.

    Raises:
        Refused: it is something else.
    """
    try:
        return msgspec.json.decode(await read_bytes(request, LONGEST) or b"{}", type=kind)
    except (Refusal, msgspec.ValidationError):
        raise Refused("not_understood") from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise Refused("not_json") from None
