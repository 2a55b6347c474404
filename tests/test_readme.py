"""What the README says of a notebook is true: its example trains the page's network to the page's numbers. And the
Chinese README says no less than the English one.
"""

import re
from pathlib import Path

import numpy as np

from tests.run.tools import run_of, train_epochs

README = Path(__file__).parents[1] / "README.md"
CHINESE = README.with_name("README.zh.md")
BLOCK = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)


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


def outline(readme):
    """What both languages have alike: levels of headings, blocks of code, what stands in code, rows, items, links."""
    text = readme.read_text("utf-8")
    words = BLOCK.sub("", text)
    return {
        "headings": [len(level) for level in re.findall(r"^(#+) ", words, re.MULTILINE)],
        "blocks": BLOCK.findall(text),
        "code": sorted(re.findall(r"`([^`\n]+)`", words)),
        "rows": len(re.findall(r"^\|", words, re.MULTILINE)),
        "items": re.findall(r"^(-|\d+\.) ", words, re.MULTILINE),
        "links": sorted(set(re.findall(r"\]\(([^)]+)\)", words)) - {README.name, CHINESE.name}),
    }


def test_the_chinese_readme_has_all_that_the_english_one_has():
    english, chinese = outline(README), outline(CHINESE)
    for what, told in english.items():
        assert chinese[what] == told, what
    assert f"]({CHINESE.name})" in README.read_text("utf-8") and f"]({README.name})" in CHINESE.read_text("utf-8")
