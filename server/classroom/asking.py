"""A question to the class: its rounds, its answers, each counted once, and the cloud they make."""

from dataclasses import dataclass, field

from glassbox.classroom import said, told
from glassbox.classroom.cloud import cloud_of
from glassbox.classroom.limits import LONGEST_OPTION, LONGEST_QUESTION, MOST_OPTIONS, MOST_POINTS
from glassbox.classroom.refused import Refused

LEAST_OPTIONS = 2
ROUNDS = (1, 2)
LARGEST = 1e15  # of a number: whole ones without an end would fit no message


@dataclass(frozen=True, slots=True)
class Given:
    """A member's answer in one round, and the id under which its page sent it."""

    id: str
    value: told.Value


@dataclass(slots=True)
class Asking:
    """One question in hand, or one of before.

    Attributes:
        shown: the rounds whose cloud is shown.
        given: of each round, by the member's number; a member's later answer takes the place of the earlier one.
    """

    number: int
    asked: said.Asked
    round: int = 1
    phase: told.Phase = "open"
    truth: told.Value | None = None
    is_done: bool = False
    shown: set[int] = field(default_factory=set)
    given: dict[int, dict[int, Given]] = field(default_factory=lambda: {each: {} for each in ROUNDS})

    def take(self, member: int, answer: said.Answer) -> bool:
        """Count an answer; whether it is new, as the same one may come again until it was acknowledged.

        Raises:
            Refused: it is too late, of another question, or none of the answers that there may be.
        """
        before = self.given.get(answer.round, {}).get(member)
        if answer.question == self.number and before is not None and before.id == answer.id:
            return False
        if answer.question != self.number or self.is_done:
            raise Refused("another_question")
        if self.phase != "open" or answer.round != self.round:
            raise Refused("not_open_for_answers")
        check_value(self.asked, answer.value)
        self.given[self.round][member] = Given(answer.id, answer.value)
        return True

    def lock(self) -> None:
        """No more answers in this round."""
        if self.phase == "open":
            self.phase = "locked"

    def reveal(self, truth: told.Value | None) -> None:
        """Show the clouds of all rounds so far, and the truth once it is known.

        Raises:
            Refused: the truth is none of the answers that there may be.
        """
        if truth is not None:
            check_value(self.asked, truth)
            self.truth = truth
        self.phase = "shown"
        self.shown.update(range(1, self.round + 1))

    def again(self) -> None:
        """A second round.

        Raises:
            Refused: there was one, the first still goes on, or the truth is known.
        """
        if self.round == ROUNDS[-1]:
            raise Refused("no_third_round")
        if self.phase == "open":
            raise Refused("not_locked_yet")
        if self.truth is not None:
            raise Refused("truth_is_known")
        self.round, self.phase = ROUNDS[-1], "open"

    def forget(self, member: int) -> None:
        """A member has left, and its answers with it."""
        for given in self.given.values():
            given.pop(member, None)

    def for_all(self) -> told.Question:
        """As everybody sees it."""
        asked = self.asked
        first, second = (cloud_of(asked, self._values(each)) if each in self.shown else None for each in ROUNDS)
        return told.Question(
            number=self.number, kind=asked.kind, text=asked.text, options=asked.options, least=asked.least,
            most=asked.most, unit=asked.unit, axis=asked.axis, lesson=asked.lesson, round=self.round,
            phase=self.phase, answered=len(self.given[self.round]), truth=self.truth, clouds=(first, second),
        )  # fmt: skip

    def of(self, member: int) -> tuple[told.Answer, ...]:
        """A member's own answers, by round."""
        return tuple(
            told.Answer(question=self.number, round=each, value=given[member].value)
            for each, given in self.given.items()
            if member in given
        )

    def rows(self) -> tuple[told.AnswerRow, ...]:
        """Who answered what in this round."""
        return tuple(told.AnswerRow(member=who, value=each.value) for who, each in self.given[self.round].items())

    def _values(self, of_round: int) -> list[told.Value]:
        return [each.value for each in self.given[of_round].values()]


def check_asked(asked: said.Asked) -> said.Asked:
    """The question, if it can be asked.

    Raises:
        Refused: it is too long, has too few or too many answers to choose from, two that are alike, or bounds in the
            wrong order.
    """
    if len(asked.text) > LONGEST_QUESTION:
        raise Refused("question_is_long", most=LONGEST_QUESTION)
    if any(len(each) > LONGEST_OPTION for each in asked.options):
        raise Refused("option_is_long", most=LONGEST_OPTION)
    fewest = LEAST_OPTIONS if asked.kind == "choice" else 0
    are_good = len(set(asked.options)) == len(asked.options) and all(each.strip() for each in asked.options)
    if not fewest <= len(asked.options) <= MOST_OPTIONS or not are_good:
        raise Refused("needs_options", least=LEAST_OPTIONS, most=MOST_OPTIONS)
    if asked.least is not None and asked.most is not None and asked.least >= asked.most:
        raise Refused("bounds_in_wrong_order")
    return asked


def check_value(asked: said.Asked, value: told.Value) -> None:
    """Whether a value answers a question.

    Raises:
        Refused: it does not.
    """
    if asked.kind == "choice":
        if not isinstance(value, int) or not 0 <= value < len(asked.options):
            raise Refused("not_an_option", most=len(asked.options))
    elif asked.kind == "number":
        if isinstance(value, tuple) or abs(value) > LARGEST or not _is_within(value, asked.least, asked.most):
            raise _not_a_number(asked)
    elif not isinstance(value, tuple) or not 2 <= len(value) <= MOST_POINTS or not _is_curve(value):
        raise Refused("not_a_curve", most=MOST_POINTS)


def _not_a_number(asked: said.Asked) -> Refused:
    if asked.least is None or asked.most is None:
        return Refused("not_any_number")
    return Refused("not_a_number", least=asked.least, most=asked.most)


def _is_within(value: float, least: float | None, most: float | None) -> bool:
    return (least is None or value >= least) and (most is None or value <= most)


def _is_curve(values: tuple[float, ...]) -> bool:
    return all(0 <= value <= 1 for value in values)
