"""Work in slices: each has about the time it was given, and takes a step at least."""

from glassbox.study.sliced import Sliced


class Steps(Sliced):
    """Five, of a second each."""

    def __init__(self):
        self.now = self.taken = 0

    @property
    def is_done(self):
        return self.taken == 5

    def _advance(self):
        self.taken += 1
        self.now += 1


def test_a_slice_has_its_time_and_a_step_at_least_and_ends_when_all_is_done():
    steps, taken = Steps(), []
    for budget in (0.0, 2.0, 60.0, 60.0):
        steps.work(budget, lambda: steps.now)
        taken.append(steps.taken)
    assert taken == [1, 3, 5, 5]
