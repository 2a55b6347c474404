"""Writes server/engine/real_data/*.npz from the packages that publish the numbers (see SOURCES.md beside them).

Run it from the repository, with those packages installed: python -m tests.engine.make_real_data
"""

from pathlib import Path

import numpy as np

FOLDER = Path(__file__).parents[2] / "server" / "engine" / "real_data"
SPECIES = ("Adelie", "Chinstrap", "Gentoo")
BILL = ["bill_length_mm", "bill_depth_mm"]


def penguins():
    """Bill length and depth in millimetres; two birds were not measured."""
    from palmerpenguins import load_penguins

    birds = load_penguins().dropna(subset=BILL)
    return birds[BILL].to_numpy(float), np.array([SPECIES.index(species) for species in birds["species"]])


def digits():
    """Ink of each of 8 × 8 pixels, 0 to 16, row by row."""
    from sklearn.datasets import load_digits

    return load_digits(return_X_y=True)


def main():
    values, target = penguins()
    np.savez_compressed(FOLDER / "penguins.npz", values=values, target=target.astype(np.uint8))
    values, target = digits()
    np.savez_compressed(FOLDER / "digits.npz", values=values.astype(np.uint8), target=target.astype(np.uint8))


if __name__ == "__main__":
    main()
