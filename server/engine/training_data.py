"""What a network learns from and is measured on, as the trainer takes it."""

from dataclasses import dataclass

from glassbox.engine.arrays import Floats


@dataclass(frozen=True)
class TrainingData:
    """Inputs float32 [features, samples] and targets float32 [samples], to train on and to test with.

    What is set aside for validation is measured like the test data, and only where there is any. `unit` is how much 1
    of a target is in the data's own unit: errors are told in that.
    """

    x_train: Floats
    t_train: Floats
    x_test: Floats
    t_test: Floats
    x_validation: Floats | None = None
    t_validation: Floats | None = None
    unit: float = 1.0

    @property
    def parts(self) -> tuple[tuple[Floats, Floats], ...]:
        """Inputs and targets of the parts there are: to train on, to validate with, to test with."""
        train, test = (self.x_train, self.t_train), (self.x_test, self.t_test)
        if self.x_validation is None or self.t_validation is None:
            return train, test
        return train, (self.x_validation, self.t_validation), test
