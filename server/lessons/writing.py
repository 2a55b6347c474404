"""The page that shows how to write a lesson: its text, and a table of the facts that a condition may name."""

from collections.abc import Iterable, Iterator
from functools import cache

from glassbox.lessons import words
from glassbox.lessons.facts import Fact, of_experiments, of_runs
from glassbox.settings import Settings
from glassbox.words.current import spoken, word
from glassbox.words.explanations import Explanation, explanation, markdown
from glassbox.words.languages import Language

TEXT = "writing_lessons"


def writing() -> Explanation:
    """Title and HTML, in the language that is spoken."""
    return _writing(spoken())


@cache
def _writing(language: Language) -> Explanation:
    text = explanation(TEXT)
    runs = [fact for name, fact in of_runs().items() if name not in Settings.model_fields]
    told = ((words.FACTS_OF_RUNS, runs), (words.FACTS_OF_EXPERIMENTS, _one_of_each()))
    tables = "\n".join(line for title, facts in told for line in _table(title, facts))
    return Explanation(text.title, text.html + markdown().render(tables))


def _one_of_each() -> Iterator[Fact]:
    """What can be known of an experiment, for one measure in the place of all."""
    return (fact for name, fact in of_experiments().items() if "." not in name or name.endswith(".test_mse"))


def _table(title: str, facts: Iterable[Fact]) -> Iterator[str]:
    yield f"## {word(title)}\n\n| {word(words.FACT_NAME)} | {word(words.FACT_MEANING)} |\n|---|---|"
    for fact in facts:
        meaning = word(fact.meaning)
        yield f"| `{fact.name}` | {meaning[0].upper()}{meaning[1:]}{_options(fact)} |"
    yield ""


def _options(fact: Fact) -> str:
    return ": " + ", ".join(f"`{name}`" for name in fact.options) if fact.options else ""
