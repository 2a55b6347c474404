"""How numbers and the values of an axis are called in the sentences of a finding."""

from glassbox.experiments import finding_words as words
from glassbox.words.languages import Language


def test_numbers_are_written_for_people() -> None:
    assert [words.number(x) for x in (0.0, 0.0912, 12.0, 1670.4, 21_000_000.0, 3e-6)] == [
        "0", "0.0912", "12", "1,670", "2.1 × 10⁷", "3 × 10⁻⁶",
    ]  # fmt: skip


def test_thousands_are_parted_as_the_language_has_it() -> None:
    dotted = Language("xx", "x", thousands=".")
    assert [dotted.word(words.number(x)) for x in (999.4, 1670.4)] == ["999", "1.670"]
    assert (
        dotted.word(words.FLAT.format(measure="x", low=words.number(2), high=words.number(-4321))).count("-4.320") == 1
    )


def test_how_many_times_is_never_once_where_it_is_a_little_more() -> None:
    assert [words.ratio(x) for x in (1.04, 2.31, 17.6, 1670.0)] == ["1.04", "2.3", "18", "1,670"]


def test_a_value_is_called_by_what_it_counts() -> None:
    assert words.place("width", "Units per hidden layer", "1") == "1 unit"
    assert words.place("width", "Units per hidden layer", "3") == "3 units"
    assert words.place("learning_rate", "Learning rate", "0.1") == "a learning rate of 0.1"
    assert words.place("optimizer", "Optimizer", "Adam") == "Adam"


def test_a_value_without_a_name_of_its_own_is_called_by_its_setting() -> None:
    assert words.place("huber_delta", "δ", "1") == "“δ” 1"
