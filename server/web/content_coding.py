"""Which content coding a client gets, by its Accept-Encoding (RFC 9110, 12.5.3)."""

from functools import lru_cache

PREFERENCE = ("br", "gzip", "identity")  # the smallest first, for clients that do not mind
ALIASES = {"x-gzip": "gzip"}
LONGEST = 500  # characters that are read of it; a browser sends thirty


@lru_cache(256)
def chosen_coding(accept_encoding: str | None, offered: frozenset[str]) -> str:
    """The best of the `offered` codings, "identity" among them always, that the client takes."""
    if accept_encoding is None:
        return "identity"
    quality = _qualities(accept_encoding[:LONGEST])
    ranked = [(_quality(coding, quality), coding) for coding in PREFERENCE if coding in offered]
    best = max(ranked, key=lambda pair: pair[0])  # of equals the first
    return best[1] if best[0] > 0 else "identity"  # rather what it did not ask for than nothing


def _qualities(accept_encoding: str) -> dict[str, float]:
    """The weight of each coding it names, "*" for the others."""
    named = {}
    for element in accept_encoding.split(","):
        coding, _, parameters = element.partition(";")
        name = coding.strip().lower()
        if name:
            named[ALIASES.get(name, name)] = _weight(parameters)
    return named


def _weight(parameters: str) -> float:
    """Of `;q=0.5`: 1 where it says nothing, 0 where it cannot be read."""
    name, _, value = parameters.partition("=")
    if name.strip().lower() != "q":
        return 0.0 if parameters.strip() else 1.0
    try:
        return min(max(float(value), 0.0), 1.0)
    except ValueError:
        return 0.0


def _quality(coding: str, named: dict[str, float]) -> float:
    """What is not named is not taken, but for "identity", which is the last choice unless it is excluded."""
    if coding in named:
        return named[coding]
    if "*" in named:
        return named["*"]
    return 0.0001 if coding == "identity" else 0.0
