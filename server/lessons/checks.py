"""Judges answers: a choice, a number, a curve or a goal, held against the facts of the reader's own run."""

import math
from collections.abc import Iterable, Sequence
from typing import Any

from glassbox.lessons import words
from glassbox.lessons.answers import Number, Verdict
from glassbox.lessons.curve import compare
from glassbox.lessons.facts import BESIDE, DONE, Facts, Kind, find, said
from glassbox.lessons.holes import filled
from glassbox.lessons.lesson import Do, Predict, PredictChoice, PredictCurve, PredictNumber, Question, Until
from glassbox.lessons.markup import inline_html
from glassbox.protocol.refusals import Refusal
from glassbox.words.current import word

FEWEST, MOST = 5, 40  # points of a curve

Answer = float | list[Any] | None


def names_needed(part: Question) -> frozenset[str]:
    """The facts that must be known to judge an answer."""
    until = Until(experiment=part.experiment) if isinstance(part, Do) else part.until
    if until.experiment:
        return part.names | {DONE}
    lanes = {"", BESIDE} if _is_of_lanes(part.names) else {""}
    return part.names | {lane + name for lane in lanes for name in ("epoch", "diverged") if until.epochs}


def _is_of_lanes(names: Iterable[str]) -> bool:
    return any(name.startswith(BESIDE) for name in names)


def check(part: Question, answer: Answer, hint: int, facts: Facts, curve: Sequence[Number] = ()) -> Verdict:
    """What an answer is told; None as an answer asks for the truth alone.

    Args:
        hint: 0 for none, 1 for the weaker, 2 for the stronger; of a goal.
        curve: how the measure went, where a curve was drawn, at the same epochs.

    Raises:
        Refusal: the answer is not of the kind that was asked for.
    """
    if isinstance(part, Do):
        return _of_goal(part, hint, facts)
    if isinstance(part, PredictChoice):
        _check_choice(part, answer)
    elif isinstance(part, PredictNumber):
        _check_number(answer)
    else:
        points_of(answer)
    if waiting := _is_waiting(part, facts):
        return Verdict(state="waiting", sentence=waiting)
    if isinstance(part, PredictChoice):
        return _of_choice(part, answer, facts)
    if isinstance(part, PredictNumber):
        return _of_number(part, answer, facts)
    return _of_curve(part, answer, curve)


def points_of(answer: Answer) -> int:
    """How many points a drawn curve has; MOST where none was drawn.

    Raises:
        Refusal: it is no curve.
    """
    if answer is None:
        return MOST
    if not isinstance(answer, list) or not FEWEST <= len(answer) <= MOST or not all(map(_is_number, answer)):
        raise Refusal(words.NO_CURVE.format(least=FEWEST, most=MOST))
    return len(answer)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _check_choice(part: PredictChoice, answer: Answer) -> None:
    is_whole = isinstance(answer, int | float) and not isinstance(answer, bool) and answer == int(answer)
    if answer is not None and not (is_whole and 0 <= answer < len(part.choice)):  # type: ignore[operator]
        raise Refusal(words.NO_CHOICE.format(count=len(part.choice)))


def _check_number(answer: Answer) -> None:
    if answer is not None and not _is_number(answer):
        raise Refusal(words.NO_GUESS)


def _is_waiting(part: Predict, facts: Facts) -> str:
    """Why the truth is not known yet; "": it is. What has diverged will not come further."""
    if part.until.experiment:
        return "" if facts.get(DONE) else words.EXPERIMENT_WAITING
    lanes = ("", BESIDE) if _is_of_lanes(part.names) else ("",)
    if BESIDE in lanes and not any(name.startswith(BESIDE) for name in facts):
        return words.NO_LANE
    is_over = all(_is_over(part.until.epochs, facts, lane) for lane in lanes)
    return "" if is_over or not part.until.epochs else words.WAITING


def _is_over(epochs: int, facts: Facts, lane: str) -> bool:
    epoch = facts.get(f"{lane}epoch", 0.0)
    return bool(facts.get(f"{lane}diverged")) or (isinstance(epoch, int | float) and epoch >= epochs)


def _of_choice(part: PredictChoice, answer: Answer, facts: Facts) -> Verdict:
    truth = next((at for at, choice in enumerate(part.choice) if choice.when.holds(facts)), None)
    if truth is None:
        return Verdict(state="open", sentence=_undecided(part, facts))
    if answer is None:
        return Verdict(state="open", choice=truth)
    chosen = part.choice[int(answer)]  # type: ignore[arg-type]  # it was checked
    if answer == truth:
        return Verdict(state="right", sentence=_said([chosen.right], facts), choice=truth)
    return Verdict(state="wrong", sentence=_said([chosen.say], facts), choice=truth)


def _undecided(part: PredictChoice, facts: Facts) -> str:
    return _missing(part.names, facts) or words.UNDECIDED


def _missing(names: Iterable[str], facts: Facts) -> str:
    """What this run does not have, in a sentence; "" where it has all."""
    for name in sorted(names):
        fact = find(name)
        if name not in facts and fact is not None:
            return inline_html(word(words.MISSING.format(meaning=fact.meaning)))
    return ""


def _of_number(part: PredictNumber, answer: Answer, facts: Facts) -> Verdict:
    value = facts.get(part.measure)
    if not isinstance(value, int | float) or not math.isfinite(value):
        return Verdict(state="open", sentence=_missing({part.measure}, facts) or words.UNDECIDED)
    truth = value * _shown_times(part.measure)
    if answer is None:
        return Verdict(state="open", truth=truth)
    guess = float(answer)  # type: ignore[arg-type]  # it was checked
    is_near = abs(guess - truth) <= part.within * abs(truth) + 1e-9
    told = {"truth": said(part.measure, value), "guess": said(part.measure, guess / _shown_times(part.measure))}
    sentence = _said([part.near if is_near else part.far], facts, told)
    return Verdict(state="right" if is_near else "wrong", sentence=sentence, truth=truth)


def _shown_times(measure: str) -> float:
    """By what a value is multiplied to be shown in its unit."""
    fact = find(measure)
    return 100.0 if fact is not None and fact.kind is Kind.SHARE else 1.0


def _of_curve(part: PredictCurve, answer: Answer, curve: Sequence[Number]) -> Verdict:
    times = _shown_times(part.measure)
    truth = [None if value is None or not math.isfinite(value) else value * times for value in curve]
    known = [(at, value) for at, value in enumerate(truth) if value is not None]
    if len(known) < FEWEST:
        return Verdict(state="open", sentence=words.NO_CURVE_CAME, truth=list(truth))
    if not isinstance(answer, list):
        return Verdict(state="open", truth=list(truth))
    is_right, sentence = compare(
        [float(answer[at]) for at, _ in known], [value for _, value in known], is_log=part.scale == "log"
    )
    return Verdict(state="right" if is_right else "wrong", sentence=sentence, truth=list(truth))


def _of_goal(part: Do, hint: int, facts: Facts) -> Verdict:
    if part.goal.holds(facts):
        return Verdict(state="reached", sentence=_said([part.done, words.REACHED], facts))
    if part.experiment and not facts.get(DONE):
        return Verdict(state="open", sentence=words.EXPERIMENT_WAITING if hint else "")
    if missing := _missing(part.goal.names, facts):
        return Verdict(state="open", sentence=missing)
    helps = part.wrong if not hint else [each for each in part.hint if each.level == hint]
    texts = [each.say for each in helps if each.when.holds(facts)]
    return Verdict(state="open", sentence=_said([*texts, words.NO_HINT] if hint else texts, facts))


def _said(texts: Sequence[str], facts: Facts, told: dict[str, str] | None = None) -> str:
    """The first of these sentences whose holes can be filled, in HTML; "" where none can."""
    for text in texts:
        whole = filled(text, facts, told or {})
        if whole is not None:
            return inline_html(whole)
    return ""
