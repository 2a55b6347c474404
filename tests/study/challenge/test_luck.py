"""Other seeds of a record's settings: as many reach the goal as their own runs do."""

from glassbox.settings import Goal, Settings
from glassbox.study.challenge.ground import Ground
from glassbox.study.challenge.hidden import hidden_points
from glassbox.study.challenge.luck import SEEDS, Luck
from glassbox.study.challenge.rules import Rules
from tests.run.tools import Clock, run_of, train_epochs


def test_luck_is_told_of_ten_other_seeds_or_of_as_many_as_a_second_allows():
    rules, hidden = Rules(Settings(), Goal.TEST_LOSS, 0.45, "loss"), hidden_points(Ground(Settings()), 31_337)
    trained = run_of()
    train_epochs(trained, 60)
    luck = Luck(rules, hidden, trained.now())
    luck.work(1e9, lambda: 0.0)
    assert luck.is_done and luck.tried == SEEDS
    twins = []
    for seed in range(trained.settings.seed + 1, trained.settings.seed + 1 + SEEDS):
        run = run_of(seed=seed)
        train_epochs(run, 60)
        twins.append(rules.is_reached(hidden.measures(run.now())))
    assert luck.reached == sum(twins)
    hurried = Luck(rules, hidden, trained.now())
    while not hurried.is_done:
        hurried.work(0.0, Clock(tick=0.2))
    assert hurried.tried < SEEDS
