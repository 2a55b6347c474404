"""The ready questions: every file can be read, and every variant of it can be run in both its forms."""

import pytest

from glassbox.experiments import ready as room
from glassbox.experiments.definition import Experiment
from glassbox.experiments.plan import Plan
from glassbox.experiments.ready import offers, questions, ready, variants_of
from glassbox.experiments.verdicts import CRITERIA
from glassbox.protocol.refusals import Refusal
from glassbox.words.languages import language_of, languages

ALL = [
    (name, variant.name) for name, question in questions().items() for variant in variants_of(question.settings)
]  # fmt: skip


@pytest.mark.parametrize(("question", "variant"), ALL)
def test_every_variant_can_be_run_in_both_forms(question, variant):
    for form in ("quick", "full"):
        made = ready(question, variant, form)
        assert Plan(made.experiment).total and set(made.shown) <= set(made.experiment.measures)
    for expected in made.expect:
        assert expected.measure in made.experiment.measures
        assert expected.verdict in {*CRITERIA, "best_at"}
        assert len(expected.others) == len(made.experiment.axes) - 1


def test_offers_have_texts_and_definitions():
    for offer in offers():
        assert offer.see and offer.why and offer.fails and offer.group
        for variant in offer.variants:
            assert Experiment.model_validate(variant.definition)
            assert variant.forms["quick"].trials <= variant.forms["full"].trials


def test_the_quick_form_may_have_other_values_and_seeds():
    quick, full = (ready("width", form=form).experiment for form in ("quick", "full"))
    assert quick.seeds < full.seeds and len(quick.axes[0].values) < len(full.axes[0].values)
    assert quick.base == full.base


@pytest.mark.parametrize("asked", [("nothing",), ("width", "nothing"), ("width", "", "slow")])
def test_what_there_is_not_is_refused(asked):
    with pytest.raises(Refusal, match="expected one of"):
        ready(*asked)


QUESTION = """+++
name = "small"
title = "Small?"
group = "None"
idea = "It is small."
minutes = 1
epochs = 3
measures = ["train_loss", "test_loss"]
[base]
samples = 20
activation = "tanh"
[[axes]]
name = "width"
values = [1, 2]
[forms.quick]
seeds = 1
[forms.full]
seeds = 2
[[variants]]
name = "first"
title = "First"
idea = "As it is."
[[variants]]
name = "relu"
title = "With ReLU"
idea = "With ReLU."
measures = ["test_loss"]
epochs = 7
base = {activation = "relu"}
expect = [{measure = "test_loss", verdict = "falls"}]
+++

## What is seen
*Little*.
## Why
It is small.
## When it fails
Never.
"""


def test_a_variant_says_what_differs(tmp_path, monkeypatch):
    (tmp_path / "a.md").write_text(QUESTION, "utf-8")
    monkeypatch.setattr(room, "FOLDER", tmp_path)
    questions.cache_clear()
    try:
        first, made = ready("small"), ready("small", "relu")
    finally:
        questions.cache_clear()
    experiment = made.experiment
    assert (experiment.base["activation"], experiment.base["samples"], experiment.epochs) == ("relu", 20, 7)
    assert (experiment.measures, made.shown, made.expect[0].verdict) == (("test_loss",), ("test_loss",), "falls")
    assert (first.experiment.epochs, first.experiment.base["activation"]) == (3, "tanh")


@pytest.mark.parametrize(
    ("expected", "medians", "holds"),
    [
        ({"verdict": "u"}, [2.0, 1.0, 2.0, 3.0], True),
        ({"verdict": "u", "within": [4, 8]}, [2.0, 1.0, 2.0, 3.0], False),
        ({"verdict": "u", "is_not": True}, [2.0, 1.0, 2.0, 3.0], False),
        ({"verdict": "best_at", "within": [2, 4]}, [2.0, 1.0, 2.0, 3.0], True),
        ({"verdict": "double_descent", "within": [2, 2]}, [1.0, 2.0, 1.0, 1.0], True),
        ({"verdict": "double_descent", "within": [4, 8]}, [1.0, 2.0, 1.0, 1.0], False),
    ],
)
def test_what_is_expected_holds_or_not(expected, medians, holds):
    assert room.Expect(measure="test_loss", **expected).holds([1, 2, 4, 8], medians) is holds


def test_the_forms_are_as_short_as_they_say():
    for name, variant in ALL:
        quick, full = (Plan(ready(name, variant, form).experiment).seconds for form in ("quick", "full"))
        assert quick <= 10 and full <= 120, f"{name}/{variant} takes {quick:.0f} and {full:.0f} seconds of one core"


@pytest.mark.parametrize("language", [language_of("ar-XB"), *languages()[1:]], ids=lambda language: language.tag)
def test_in_another_language_only_the_words_are_others(language):
    there = questions(language)
    assert list(there) == list(questions())
    for name, english in questions().items():
        question = there[name]
        assert without_words(question.settings) == without_words(english.settings)
        for told, said in zip(question[1:], english[1:], strict=True):
            assert told.count("<p>") == said.count("<p>") and told.count("<strong>") == said.count("<strong>")
            assert told.count("<math") == said.count("<math")
    assert all(offer.title == there[offer.name].settings.title for offer in offers(language))


def without_words(settings):
    told = settings.model_dump(exclude={"title", "idea", "group"})
    return told | {"variants": [variant | {"title": "", "idea": ""} for variant in told["variants"]]}
