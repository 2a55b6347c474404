"""How a network came to be what it is: the settings it began with, and what was changed by hand at which step.

Whoever has it can train the same network again, to the byte (`study/challenge/replay.py`). It goes along with every
moment of a run, so what comes back to a moment of the past, by the timeline, a branch or undo, has that moment's.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from glassbox.protocol.messages import Configure
from glassbox.settings import Settings

MOST_ORDERS = 1000  # that are remembered; a network steered by more cannot be repeated


@dataclass(frozen=True)
class Order:
    """What was obeyed after so many steps: a command of the page, settings by their values."""

    step: int
    command: Any


@dataclass(frozen=True, eq=False)
class Steering:
    """Of one moment. Later ones of the same run share the list, which is only ever added to at its end.

    Attributes:
        beginning: the settings whose initial weights it began with. None: it came from elsewhere, began with units
            frozen that had learned before, or was steered by more orders than are remembered.
        count: how many orders of the list led here.
    """

    beginning: Settings | None = None
    _orders: list[Order] = field(default_factory=list)
    count: int = 0

    @property
    def orders(self) -> tuple[Order, ...]:
        """All that led here, the first one first."""
        return tuple(self._orders[: self.count])

    def then(self, step: int, command: Any) -> "Steering":
        """This was obeyed next."""
        if self.beginning is None or self.count >= MOST_ORDERS:
            return UNKNOWN
        orders = self._orders if len(self._orders) == self.count else self._orders[: self.count]
        orders.append(Order(step, command))
        return Steering(self.beginning, orders, self.count + 1)

    def before(self, step: int) -> "Steering":
        """Without what was obeyed at this step or later."""
        return Steering(self.beginning, self._orders, sum(each.step < step for each in self.orders))

    def copy(self) -> "Steering":
        """The same, for another run, which is worked on in another thread."""
        return Steering(self.beginning, list(self.orders), self.count)


UNKNOWN = Steering()


def setting(settings: Settings, names: Iterable[str]) -> Configure:
    """The command that gives these of the settings the values that they have here."""
    changes = {name: getattr(settings, name) for name in names}
    return Configure.model_construct(type="configure", changes=changes, gesture=None)
