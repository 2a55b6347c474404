"""The ready questions: every file can be read, and every variant of it can be run in both its forms."""

import pytest

from glassbox.experiments import ready as room
from glassbox.experiments.definition import Experiment
from glassbox.experiments.plan import Plan
from glassbox.experiments.ready import offers, questions, ready, variants_of
from glassbox.experiments.verdicts import CRITERIA
from glassbox.protocol.refusals import Refusal

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


def test_a_variant_says_what_differs(tmp_path, monkeypatch):
    text = (room.FOLDER / "10_width.md").read_text("utf-8")
    variant = (
        '[[variants]]\nname = "relu"\ntitle = "With ReLU"\nidea = "x"\nmeasures = ["test_loss"]\nepochs = 7\n'
        '[variants.base]\nactivation = "relu"\n[[variants.expect]]\nmeasure = "test_loss"\nverdict = "falls"\n'
    )
    (tmp_path / "a.md").write_text(text.replace("+++\n\n## What", variant + "+++\n\n## What"), "utf-8")
    monkeypatch.setattr(room, "FOLDER", tmp_path)
    questions.cache_clear()
    try:
        made = ready("width", "relu")
    finally:
        questions.cache_clear()
    experiment = made.experiment
    assert (experiment.base["activation"], experiment.base["training_samples"], experiment.epochs) == ("relu", 100, 7)
    assert (experiment.measures, made.shown, made.expect[0].verdict) == (("test_loss",), ("test_loss",), "falls")
