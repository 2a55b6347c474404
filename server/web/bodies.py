"""Reads what a request brings along: JSON of a known shape and bounded length, or one sentence why not."""

from typing import TypeVar

from fastapi import Request
from pydantic import BaseModel, ConfigDict, ValidationError

from glassbox.protocol.refusals import Refusal, sentence
from glassbox.web import words

LONGEST_BODY = 64 * 1024  # bytes


class Body(BaseModel):
    """What may come along; each kind of question extends it by its fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)


Kind = TypeVar("Kind", bound=BaseModel)


async def read_body(request: Request, kind: type[Kind], longest: int = LONGEST_BODY) -> Kind:
    """The body as `kind`; none at all stands for an empty object.

    Raises:
        Refusal: it is too long, no JSON, or its fields are wrong.
    """
    text = await read_bytes(request, longest)
    try:
        return kind.model_validate_json(text or b"{}")
    except ValidationError as error:
        raise Refusal(sentence(error)) from None


async def read_bytes(request: Request, longest: int) -> bytes:
    """The whole body, unless it is too long: then reading stops at once.

    Raises:
        Refusal: it is too long.
    """
    parts, length = [], 0
    async for part in request.stream():
        length += len(part)
        if length > longest:
            raise Refusal(words.BODY_TOO_LONG.format(most=longest // 1024))
        parts.append(part)
    return b"".join(parts)
