"""Sets the graph's formulas, which are plain Unicode, as MathML."""

from glassbox.study.answers.of_graph import FormulasAnswer
from glassbox.study.questions import FormulasQuestion
from glassbox.words.formulas import NoFormula
from glassbox.words.plain import set_plain


def formulas(question: FormulasQuestion) -> FormulasAnswer:
    """Each as MathML; None for what is no formula, which then stays plain."""
    return FormulasAnswer([_set(text) for text in question.texts])


def _set(text: str) -> str | None:
    try:
        return set_plain(text)
    except NoFormula:
        return None
