"""What a network has won in a challenge of a class: between those who measure it and those who put them in order."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Record:
    """A member's best network so far, measured and repeated by the server.

    Attributes:
        value: what makes the order: parameters, epochs or loss. Less is better.
        parameters, epochs, loss: of the network, the loss on hidden points.
        reached, tried: of so many other seeds so many reach the goal with the same settings; none were tried of a
            network that was steered by hand.
    """

    value: float
    parameters: int
    epochs: float
    loss: float
    reached: int = 0
    tried: int = 0

    def with_luck(self, reached: int, tried: int) -> "Record":
        """The same, now that other seeds were tried."""
        return replace(self, reached=reached, tried=tried)

    @property
    def rank(self) -> tuple[float, float]:
        """Less is better; among equals, whose settings reach the goal from more seeds."""
        return self.value, -(self.reached / self.tried if self.tried else 0.0)
