"""What the README says of a notebook is true: its example trains the page's network to the page's numbers."""

import re
from pathlib import Path

import numpy as np

from tests.run.tools import run_of, train_epochs

README = Path(__file__).parents[1] / "README.md"


def examples():
    return re.findall(r"```python\n(.*?)```", README.read_text("utf-8"), re.DOTALL)


def test_the_page_is_shown_in_a_notebook_as_the_readme_says(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    names = {}
    exec(examples()[0], names)
    try:
        shown = names["page"]._repr_html_()
        assert "dataset=spiral" in shown and "hidden=8%2C8" in shown and "activation=relu" in shown
    finally:
        names["page"].close()


def test_the_notebook_example_has_the_numbers_of_the_page(capsys):
    _, example = examples()
    names = {}
    exec(example, names)
    run = run_of()
    train_epochs(run, 100)
    assert names["trainer"].epoch == run.trainer.epoch == 100
    assert names["trainer"].parameters.tobytes() == run.trainer.parameters.tobytes()
    assert np.isclose(names["trainer"].evaluate().test.accuracy, run.evaluate()[0].test.accuracy)
    assert "accuracy=" in capsys.readouterr().out
