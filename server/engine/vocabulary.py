"""What a vocabulary is made of: choices, and the facts that may be known of them. For `choices.py` and other menus."""

from enum import Enum, StrEnum
from typing import NamedTuple, Self

# Of an activation's largest slope; below, it is flat: learned there is twenty times as slowly (tanh: |z| above 2.2).
FLAT_SHARE = 0.05


class Flat(Enum):
    """Where a curve has flat parts, on which hardly any gradient gets through."""

    NOWHERE = 0
    ONE_SIDE = 1  # a unit that lies there for every sample is dead
    BOTH_SIDES = 2  # a unit that lies there is saturated


class ActivationFacts(NamedTuple):
    """What is known of an activation beside its formula.

    Attributes:
        bounded: whether its outputs have an upper limit.
        steepest: about the largest slope, which a slope is compared with to be called flat.
        straight_through: whether training uses another slope than the true one, because that is 0 everywhere.
        kinks: at which sums it bends or jumps, if it is straight everywhere else; None where it is curved.
    """

    bounded: bool
    flat: Flat
    steepest: float = 1.0
    straight_through: bool = False
    kinks: tuple[float, ...] | None = None


class OptimizerFacts(NamedTuple):
    """What is known of an optimizer beside its formula.

    Attributes:
        large_rate: a learning rate from which on training that blew up did so because of it.
        adaptive: whether it divides each step by the gradient's own size.
        uses: the settings that it reads beside the learning rate.
    """

    large_rate: float
    adaptive: bool = False
    uses: tuple[str, ...] = ()


class Choice(StrEnum):
    """A named option of a menu.

    Attributes:
        code: position in its vocabulary; what compiled kernels are given (a plain int).
        label: the name a person reads.
        formula: the defining formula in plain Unicode, or "" where there is none.
        note: one or two sentences: what it is for, and its caveat.

    What is known of a member beyond that becomes attributes of its own, by the names of the facts.
    """

    code: int
    label: str
    formula: str
    note: str

    def __new__(
        cls,
        value: str,
        label: str,
        formula: str = "",
        note: str = "",
        facts: ActivationFacts | OptimizerFacts | None = None,
    ) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.code = len(cls.__members__)
        member.label = label
        member.formula = formula
        member.note = note
        for name, fact in facts._asdict().items() if facts else ():
            setattr(member, name, fact)
        return member
