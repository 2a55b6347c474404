"""The data of a network in training, as kernels take them: to train on, to validate with, to test with."""

from dataclasses import dataclass

from glassbox.engine.arrays import Floats
from glassbox.engine.network import Architecture


@dataclass(frozen=True)
class TrainingData:
    """Inputs float32 [features, samples] and targets float32 [samples], to train on and to test with.

    What is set aside for validation is measured like the test data, and only where there is any.
    """

    x_train: Floats
    t_train: Floats
    x_test: Floats
    t_test: Floats
    x_validation: Floats | None = None
    t_validation: Floats | None = None

    @property
    def parts(self) -> tuple[tuple[Floats, Floats], ...]:
        """Inputs and targets of the parts there are: to train on, to validate with, to test with."""
        train, test = (self.x_train, self.t_train), (self.x_test, self.t_test)
        if self.x_validation is None or self.t_validation is None:
            return train, test
        return train, (self.x_validation, self.t_validation), test

    def check_fit(self, architecture: Architecture) -> None:
        """Kernels do not look where they read and write: what does not fit would end up elsewhere in memory.

        Raises:
            ValueError: the arrays do not belong together, or not to a network of this architecture.
        """
        features, outputs = architecture.sizes[0], architecture.sizes[-1]
        for x, t in self.parts:
            if t.size == 0 or x.shape != (features, t.size):
                raise ValueError(
                    f"Expected inputs of {features} features by samples, and a target for each of one sample or more; "
                    f"got inputs {x.shape} and targets {t.shape}."
                )
            if outputs > 1 and not ((t >= 0) & (t < outputs)).all():
                raise ValueError(
                    f"Expected targets from 0 to {outputs - 1}, one number for each class; got {t.min()} to {t.max()}."
                )
