"""The page that shows how to write a lesson: its text, and a table of the facts that a condition may name."""

from collections.abc import Iterable, Iterator
from functools import cache

from glassbox.lessons import words
from glassbox.lessons.facts import Fact, of_experiments, of_runs
from glassbox.settings import Settings
from glassbox.words.explanations import Explanation, explanation, markdown

TEXT = "writing_lessons"


@cache
def writing() -> Explanation:
    """Title and HTML; the same for everybody."""
    text = explanation(TEXT)
    runs = [fact for name, fact in of_runs().items() if name not in Settings.model_fields]
    tables = "\n".join((*_table(words.FACTS_OF_RUNS, runs), *_table(words.FACTS_OF_EXPERIMENTS, _one_of_each())))
    return Explanation(text.title, text.html + markdown().render(tables))


def _one_of_each() -> Iterator[Fact]:
    """What can be known of an experiment, for one measure in the place of all."""
    return (fact for name, fact in of_experiments().items() if "." not in name or name.endswith(".test_mse"))


def _table(title: str, facts: Iterable[Fact]) -> Iterator[str]:
    yield f"## {title}\n\n{words.FACTS_HEAD}\n|---|---|"
    for fact in facts:
        yield f"| `{fact.name}` | {fact.meaning[0].upper()}{fact.meaning[1:]}{_options(fact)} |"
    yield ""


def _options(fact: Fact) -> str:
    return ": " + ", ".join(f"`{name}`" for name in fact.options) if fact.options else ""
