"""Who leads: a lease with a counter, held by a key in one browser, which others with a key can take over."""

from glassbox.classroom import told
from glassbox.classroom.keys import digest, is_same, narrower, new_key
from glassbox.classroom.refused import Refused

HAND_OVER_SECONDS = 600.0
LOOK = "look at one member's network"


class Lead:
    """The keys that may lead a room, by their SHA-256, and which of them does; times in seconds.

    Attributes: `counter` grows whenever the lease changes hands.
    """

    def __init__(self, keys: list[bytes], holder: bytes, counter: int = 1) -> None:
        self.keys = keys
        self.holder = holder
        self.counter = counter
        self._offer: tuple[str, float] | None = None

    def knows(self, key: bytes) -> bool:
        """Whether this key may lead; all are compared, so that the time does not tell which."""
        return sum(is_same(known, key) for known in self.keys) > 0

    def leads(self, key: bytes) -> bool:
        """Whether it does."""
        return is_same(self.holder, key)

    def look_token(self, key: bytes) -> str:
        """By which a window of this key's looks at a member's network, and does nothing else."""
        return narrower(key, LOOK)

    def looks_with(self, token: str) -> bytes | None:
        """Whose window a token is, by its key; all are compared, as above."""
        of = [key for key in self.keys if is_same(digest(self.look_token(key)), digest(token))]
        return of[0] if of else None

    def check(self, key: bytes, counter: int) -> None:
        """Whether a command may be obeyed.

        Raises:
            Refused: it is of one who does not lead (any more).
        """
        if not self.leads(key) or counter != self.counter:
            raise Refused("not_leading")

    def hand_over(self, now: float) -> None:
        """Offer the lead to whoever brings the secret that this draws; an older offer ends."""
        self._offer = new_key(), now + HAND_OVER_SECONDS

    def offer(self, now: float) -> told.HandOver | None:
        """The offer that is open."""
        if self._offer is None or now >= self._offer[1]:
            return None
        return told.HandOver(secret=self._offer[0], seconds=self._offer[1] - now)

    def take(self, secret: str, now: float) -> str:
        """A new key that leads from now on, for the secret of the offer.

        Raises:
            Refused: there is no such offer (any more).
        """
        offer = self.offer(now)
        if offer is None or not is_same(digest(offer.secret), digest(secret)):
            raise Refused("hand_over_is_over")
        self._offer = None
        key = new_key()
        self.keys.append(digest(key))
        self._pass_to(self.keys[-1])
        return key

    def take_back(self, key: bytes) -> None:
        """The lease goes to one of the keys that may have it.

        Raises:
            Refused: this key may not.
        """
        if not self.knows(key):
            raise Refused("only_the_lead")
        if not self.leads(key):
            self._pass_to(key)

    def _pass_to(self, key: bytes) -> None:
        self.holder = key
        self.counter += 1
