"""How often the followers of a network get a picture, so that one room's Wi-Fi carries it for all of them."""

from glassbox.protocol.broadcast import Most

MOST_BITS = 9.5e6  # a second, for all followers of a room together: of 10, a little is left for what else is told
HEADERS = 90  # bytes of a message on the air beside its own: WebSocket, TCP, IP, the frame of the network
MOST_PICTURES = 10.0  # a second
LONGEST_PAUSE = 1.0  # seconds after a frame …
LONGEST_AFTER_WHOLE = 2.0  # … and after everything was sent
WEIGHTS_AT_LEAST = 2.0  # a second: where all weights cannot come so often, pictures come in their place
MOST_WEIGHTS = 6000  # that a phone can make pictures of in time
LEAST_UNITS, MOST_UNITS = 40, 96  # of all hidden layers of a large network that are pictured for very many, and for few
UNITS_IN_ALL = 12_000  # … which are sent of one frame to all together
OTHER_BYTES = 120  # of a frame beside the weights
MOST_AHEAD = 3  # pictures that may be sent before their time, because the lead did something


def pause_after(followers: int, size: int, longest: float) -> float:
    """Seconds that so many bytes to each of the followers take, or as long as one waits for them at most."""
    seconds = max(followers, 1) * (size + HEADERS) * 8 / MOST_BITS
    return min(max(seconds, 1 / MOST_PICTURES), longest)


def most_for(followers: int) -> Most:
    """How much of a network so many followers get."""
    return Most(most_weights(followers), min(max(UNITS_IN_ALL // max(followers, 1), LEAST_UNITS), MOST_UNITS))


def most_weights(followers: int) -> int:
    """Of how large a network so many followers get all weights."""
    size = MOST_BITS / 8 / max(followers, 1) / WEIGHTS_AT_LEAST - HEADERS - OTHER_BYTES
    return max(min(int(size) // 4, MOST_WEIGHTS), 0)


class Pacing:
    """When the next frame is due; times are seconds of one clock."""

    def __init__(self) -> None:
        self._due = float("-inf")

    def wait(self, now: float, *, is_urgent: bool) -> float:
        """Seconds to wait before the next one. An urgent one need not wait, while few have come before their time."""
        return max(0.0, self._due - (MOST_AHEAD / MOST_PICTURES if is_urgent else 0.0) - now)

    def sent(self, now: float, pause: float) -> None:
        """One was sent: the next is due a pause after this one was."""
        self._due = max(self._due, now) + pause
