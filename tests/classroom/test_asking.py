"""Answers count once, in time and in kind; the cloud is shown when the lead says so, and the truth after it."""

import pytest

from glassbox.classroom import limits, said, told
from glassbox.classroom.asking import Asking, check_asked, check_value
from glassbox.classroom.limits import MOST_POINTS
from glassbox.classroom.refused import Refused

CHOICE = said.Asked(kind="choice", text="Which?", options=("a", "b", "c"))
NUMBER = said.Asked(kind="number", text="How much?", least=0, most=1)
FREE = said.Asked(kind="number", text="How much?")
CURVE = said.Asked(kind="curve", text="Sketch it.")


def answer(value, sent="a1", question=1, of_round=1):
    return said.Answer(id=sent, question=question, round=of_round, value=value)


@pytest.fixture
def asking():
    return Asking(1, CHOICE)


def test_the_same_answer_again_counts_once_also_after_the_answers_were_locked(asking):
    assert asking.take(7, answer(2)) is True
    assert asking.take(7, answer(2)) is False
    asking.lock()
    assert asking.take(7, answer(2)) is False
    assert asking.for_all().answered == 1 and asking.rows() == (told.AnswerRow(member=7, value=2),)


def test_until_it_is_locked_one_may_think_again(asking):
    asking.take(7, answer(2))
    asking.take(7, answer(0, "a2"))
    assert asking.of(7) == (told.Answer(question=1, round=1, value=0),) and asking.for_all().answered == 1


CLOSE = {"lock": Asking.lock, "show": lambda asking: asking.reveal(None), "tell": lambda asking: asking.reveal(1)}


@pytest.mark.parametrize("close", CLOSE)
def test_once_it_is_locked_nobody_answers_any_more(asking, close):
    CLOSE[close](asking)
    with pytest.raises(Refused, match="not_open_for_answers"):
        asking.take(7, answer(2))
    assert asking.for_all().answered == 0


def test_nobody_sees_the_cloud_before_it_is_shown(asking):
    for member, value in enumerate((0, 2, 2)):
        asking.take(member, answer(value))
    assert asking.for_all().clouds == (None, None)
    asking.lock()
    assert asking.for_all().clouds == (None, None)
    asking.reveal(None)
    assert asking.for_all().clouds == (told.Cloud(counts=(1, 0, 2)), None) and asking.for_all().truth is None
    asking.reveal(2)
    assert asking.for_all().truth == 2


def test_two_rounds_are_compared(asking):
    asking.take(7, answer(0))
    with pytest.raises(Refused, match="not_locked_yet"):
        asking.again()
    asking.lock()
    asking.again()
    assert asking.for_all().phase == "open" and asking.for_all().clouds == (None, None)
    with pytest.raises(Refused, match="not_open_for_answers"):
        asking.take(7, answer(1, "a2"))  # of the first round
    assert asking.take(7, answer(0)) is False  # sent once more, and acknowledged
    asking.take(7, answer(1, "a3", of_round=2))
    asking.lock()
    asking.reveal(1)
    assert asking.for_all().clouds == (told.Cloud(counts=(1, 0, 0)), told.Cloud(counts=(0, 1, 0)))
    with pytest.raises(Refused, match="no_third_round"):
        asking.again()


def test_there_is_nothing_to_vote_on_once_the_truth_is_known(asking):
    asking.reveal(1)
    with pytest.raises(Refused, match="truth_is_known"):
        asking.again()


def test_an_answer_to_another_question_does_not_count(asking):
    with pytest.raises(Refused, match="another_question"):
        asking.take(7, answer(0, question=2))
    asking.is_done = True
    with pytest.raises(Refused, match="another_question"):
        asking.take(7, answer(0))


def test_who_has_left_has_no_answers(asking):
    asking.take(7, answer(0))
    asking.forget(7)
    assert asking.for_all().answered == 0 and asking.of(7) == ()


@pytest.mark.parametrize(
    ("asked", "value", "refused"),
    [
        (CHOICE, 3, "not_an_option"), (CHOICE, -1, "not_an_option"), (CHOICE, 0.5, "not_an_option"),
        (CHOICE, (0.5, 0.5), "not_an_option"), (NUMBER, 1.5, "not_a_number"), (NUMBER, -0.1, "not_a_number"),
        (NUMBER, (0.5, 0.5), "not_a_number"), (FREE, (0.5, 0.5), "not_any_number"),
        (FREE, 10**400, "not_any_number"), (FREE, -1e300, "not_any_number"), (CHOICE, 10**400, "not_an_option"),
        (CURVE, 1, "not_a_curve"),
        (CURVE, (0.5,), "not_a_curve"), (CURVE, (0.5, 1.5), "not_a_curve"), (CURVE, (0.5,) * 65, "not_a_curve"),
    ],
)  # fmt: skip
def test_what_is_no_answer_is_refused(asked, value, refused):
    with pytest.raises(Refused, match=refused):
        check_value(asked, value)


def test_what_is_one_is_taken():
    for asked, value in (
        (CHOICE, 2),
        (NUMBER, 1),
        (NUMBER, 0.5),
        (FREE, -1e9),
        (CURVE, (0, 1.0)),
        (CURVE, (0.5,) * MOST_POINTS),
    ):
        check_value(asked, value)


@pytest.mark.parametrize("options", [(), ("a",), ("a", "a"), ("a", " ")])
def test_a_choice_needs_two_different_answers(options):
    with pytest.raises(Refused, match="needs_options"):
        check_asked(said.Asked(kind="choice", text="Which?", options=options))


@pytest.mark.parametrize(
    ("longer", "refused"),
    [
        ({"text": "?" * (limits.LONGEST_QUESTION + 1)}, "question_is_long"),
        ({"options": ("no", "y" * (limits.LONGEST_OPTION + 1))}, "option_is_long"),
        ({"options": tuple("abcdefg")}, "needs_options"),
    ],
)
def test_what_is_too_long_is_refused_with_its_limit(longer, refused):
    asked = said.Asked(**{"kind": "choice", "text": "Which?", "options": ("this", "that"), **longer})
    with pytest.raises(Refused, match=refused) as error:
        check_asked(asked)
    assert error.value.values["most"] in (limits.LONGEST_QUESTION, limits.LONGEST_OPTION, limits.MOST_OPTIONS)


def test_the_least_answer_is_smaller_than_the_largest():
    with pytest.raises(Refused, match="bounds_in_wrong_order"):
        check_asked(said.Asked(kind="number", text="How much?", least=1, most=1))
    assert check_asked(NUMBER) is NUMBER
