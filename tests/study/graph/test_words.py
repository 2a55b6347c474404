"""Formulas of the graph, as they are written."""

from glassbox.engine.choices import Loss, Normalization, OutputActivation
from glassbox.study.graph.words import WITH_SIGNS, at, by, loss_formulas, parameter, standardize_formulas, up


def test_layers_are_raised_in_brackets_and_places_are_lowered():
    assert (up("W", 12), at("x", 1), at("w", 2, 1), by("z")) == ("W⁽¹²⁾", "x₁", "w₂₁", "∂L/∂z")
    assert parameter("W", 1, 2, 3) == "w⁽¹⁾₂₃" and parameter("b", 1, 2) == "b⁽¹⁾₂"


def test_places_of_two_digits_are_kept_apart():
    assert at("w", 2, 11) == "w₂,₁₁"


def test_a_loss_of_several_samples_is_their_mean():
    one, many = (loss_formulas(OutputActivation.IDENTITY, Loss.SQUARED_ERROR, "z", 1, count) for count in (1, 5))
    assert one == ("L = ½ (z − t)²", "∂L/∂z = z − t")
    assert many == ("L = mean over 5 samples of ½ (z − t)²", "∂L/∂z = z − t, over 5")


def test_running_statistics_are_constants_of_the_gradient():
    assert standardize_formulas(Normalization.BATCH, False, 1)[2] == "∂L/∂z⁽¹⁾ = ∂L/∂ẑ⁽¹⁾ / σ"


def test_what_is_said_in_a_formula_stays_a_sentence():
    value, _ = loss_formulas(OutputActivation.TANH, Loss.SQUARED_ERROR, "y", 1, 1)
    assert value == "L = ½ (y − t)², with t = ±1"
    assert value.values["right"].text == WITH_SIGNS.text  # of which the page takes the formula out again


def test_of_several_scores_the_loss_speaks_of_no_signs():
    value, slope = loss_formulas(OutputActivation.SCORE, Loss.HINGE, "z", 3, 1)
    assert value == "L = max(0, 1 + the best other score − the right class's)"
    assert slope == "∂L/∂z = +1 for that other one and −1 for the right one, or 0"
