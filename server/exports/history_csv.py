"""Writes the curves of a run as a table that spreadsheets and notebooks read."""

import csv
import io
from collections.abc import Sequence

from glassbox.exports.formats import Download
from glassbox.words.current import word
from glassbox.words.joined import APART, listed

COLUMNS = ("epoch", "train_loss", "test_loss", "train_score", "test_score")
VALIDATION_COLUMNS = ("validation_loss", "validation_score")
CHANGED = "changed"

Curve = Sequence[float | None]
Change = tuple[float, str]  # at an epoch, in words


def history_csv(
    epochs: Curve,
    train_losses: Curve,
    test_losses: Curve,
    train_scores: Curve,
    test_scores: Curve,
    validation: Sequence[Curve] = (),
    changes: Sequence[Change] = (),
) -> Download:
    """One row for each moment; what is None is left empty.

    Args:
        validation: losses and scores on what is set aside for it; they have no columns where they have no values.
        changes: of settings, data or weights; told in the first row that is of what was changed, if there are any.

    Raises:
        ValueError: the curves are not of one length.
    """
    text = io.StringIO(newline="")
    table = csv.writer(text)
    measured = [] if _is_empty(validation) else validation
    told = _told(epochs, changes)
    names = COLUMNS + (VALIDATION_COLUMNS if measured else ())
    table.writerow([*names, CHANGED] if any(told) else names)
    moments = zip(epochs, train_losses, test_losses, train_scores, test_scores, *measured, strict=True)
    for moment, said in zip(moments, told, strict=True):
        row = ["" if value is None else f"{value:.9g}" for value in moment]
        table.writerow([*row, said] if any(told) else row)
    return Download("history.csv", "text/csv; charset=utf-8", text.getvalue().encode())


def _told(epochs: Curve, changes: Sequence[Change]) -> list[str]:
    """What is said of each row; a change after the last one has none."""
    told: list[list[str]] = [[] for _ in epochs]
    for epoch, text in changes:
        first = next((at for at, each in enumerate(epochs) if each is not None and each >= epoch), None)
        if first is not None:
            told[first].append(text)
    return [word(listed(each, APART)) for each in told]


def _is_empty(curves: Sequence[Curve]) -> bool:
    return all(value is None for curve in curves for value in curve)
