"""Writes the curves of a run as a table that spreadsheets and notebooks read."""

import csv
import io
from collections.abc import Sequence

from glassbox.exports.formats import Download

COLUMNS = ("epoch", "train_loss", "test_loss", "train_score", "test_score")
VALIDATION_COLUMNS = ("validation_loss", "validation_score")

Curve = Sequence[float | None]


def history_csv(
    epochs: Curve,
    train_losses: Curve,
    test_losses: Curve,
    train_scores: Curve,
    test_scores: Curve,
    validation: Sequence[Curve] = (),
) -> Download:
    """One row for each moment; what is None is left empty.

    Args:
        validation: losses and scores on what is set aside for it; they have no columns where they have no values.

    Raises:
        ValueError: the curves are not of one length.
    """
    text = io.StringIO(newline="")
    table = csv.writer(text)
    measured = [] if _is_empty(validation) else validation
    table.writerow(COLUMNS + VALIDATION_COLUMNS if measured else COLUMNS)
    for moment in zip(epochs, train_losses, test_losses, train_scores, test_scores, *measured, strict=True):
        table.writerow("" if value is None else f"{value:.9g}" for value in moment)
    return Download("history.csv", "text/csv; charset=utf-8", text.getvalue().encode())


def _is_empty(curves: Sequence[Curve]) -> bool:
    return all(value is None for curve in curves for value in curve)
