"""Every explanation: its formulas parse, and each of their symbols is explained in the list that follows, or before."""

import re
from contextvars import copy_context
from pathlib import Path
from xml.etree import ElementTree

import pytest

from glassbox.engine.choices import Activation
from glassbox.words.current import speak
from glassbox.words.explanations import NoExplanation, explanation, names, render, source
from glassbox.words.formulas import NoFormula
from glassbox.words.languages import language_of, languages

MATH = "{http://www.w3.org/1998/Math/MathML}"
PLAIN = {*"+−-=()[]{},.;:/·×|<>≤≥…⋯′≈≠±!", "⁢", "⁡", "∈"}  # read as they are by anybody who has had algebra


def symbols(math):
    """The names and signs in a formula that need an explanation; those of a list of symbols, explained there."""
    texts = [(element.tag, (element.text or "").strip()) for element in math.iter()]
    return {text for tag, text in texts if tag in (f"{MATH}mi", f"{MATH}mo") and text and text not in PLAIN}


def blocks(html):
    """The parts of an explanation in order: `("uses", symbols)` for a formula or text, `("explains",
    symbols)` for a list.
    """
    for block in ElementTree.fromstring(f"<all>{html}</all>"):
        formulas = [symbols(math) for math in block.iter(f"{MATH}math")]
        if block.tag == "dl":
            yield (
                "explains",
                set().union(*(symbols(math) for term in block.iter("dt") for math in term.iter(f"{MATH}math"))),
            )
        yield "uses", set().union(*formulas)


def unexplained(html):
    """Symbols that are used and not explained by the next list at the latest."""
    known, owed = set(), set()
    missing = set()
    for kind, found in [*blocks(html), ("explains", set())]:
        if kind == "uses":
            owed |= found - known
        else:
            known |= found
            missing |= owed - known if found else owed
            owed = set()
    return missing


@pytest.mark.parametrize("name", names())
def test_every_symbol_of_every_formula_is_explained(name):
    found = explanation(name)
    assert found.title and not found.title.startswith("#")
    assert unexplained(found.html) == set()


def test_every_activation_has_an_explanation():
    assert {f"activation_{activation.value}" for activation in Activation} <= set(names())


def test_a_symbol_that_is_not_explained_would_be_noticed():
    text = "# Sum\n\n$$ z = w_i x + b $$\n\n$z$\n: the sum\n\n$w_i$\n: a weight; and $q$\n\n$x$\n: an input\n"
    assert unexplained(render(text).html) == {"b", "q"}
    assert unexplained(render("# T\n\n$\\sum_j p_j$\n").html) == {"∑", "j", "p"}
    assert unexplained(render("# T\n\n$a$\n\n$a$\n: one\n\nand $a + 1$\n").html) == set()


def test_a_formula_that_cannot_be_set_is_refused():
    with pytest.raises(NoFormula, match="not known"):
        render("# T\n\n$\\nonsense$\n")


def test_tags_are_shown_and_not_obeyed():
    assert "<script>" not in render("# T\n\n<script>alert(1)</script>\n").html
    assert "href" not in render("# T\n\n[here](javascript:alert(1))\n").html


def test_titles_and_paragraphs():
    made = render("# A title\n\nOne *thing* with $x$.\n")
    assert made.title == "A title"
    assert made.html.startswith("<p>One <em>thing</em> with <span") and "<mi>x</mi>" in made.html


@pytest.mark.parametrize("name", ["nothing_like_that", "../neuron", "Neuron", "", "neuron.md"])
def test_there_is_no_other_file(name):
    with pytest.raises(NoExplanation):
        explanation(name)


WRONG = [  # what was said and does not hold in every state, or says less than it seems to
    "or because dropout or noise", "each has its own row", "hardly more than a doubtful", "at the bottom in one step",
    "neither do they come to rest", "infinite at one place", "Outputs: between 0 and 1", "is **hollow**",
    "dashed or filled shape** holds", "added to both inputs", "never** learns again", "Every wave more",
    "behind today's language models", "modern image networks", "pull the same way", "Training walks downhill",
    "because that way the loss falls", "where about 1 is good", "every smooth function is nearly", "is smooth",
    "raising it makes", "give in to", "gives in to", "One class less", "every chance", "no real difference",
    "makes of its first two inputs", "encloses a part of the other", "so much of the test data is right",
]  # fmt: skip
ROOT = Path(__file__).parents[2]
TEXTS = [*ROOT.glob("server/**/*.md"), *ROOT.glob("server/settings/*.py"), *ROOT.glob("server/**/words.py"),
         ROOT / "server/engine/choices.py", *ROOT.glob("static/text/*.js")]  # fmt: skip


@pytest.mark.parametrize("phrase", WRONG)
def test_what_an_audit_found_wrong_is_said_nowhere(phrase):
    joined = {file: re.sub(r"[\"'`]\s*\+?\s*[\"'`]", "", file.read_text("utf-8")) for file in TEXTS}
    said = {file: " ".join(text.split()) for file, text in joined.items()}
    for read in ("it makes the loss small, not the number of mistakes", "one number, the mean over all"):
        assert any(read in text for text in said.values())  # also what stands in pieces
    assert len(said) > 60 and not [file for file, text in said.items() if phrase in text]


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("tag", [language.tag for language in languages()[1:]])
def test_every_explanation_in_every_language_has_its_formulas_and_lists(name, tag):
    told, english = render(source(name, language_of(tag))), render(source(name))
    for what in ("<math", "<dt>", "<p>", "<li>", "<strong>", "<a "):
        assert told.html.count(what) == english.html.count(what), what
    assert unexplained(told.html) == unexplained(english.html)


def test_it_is_said_in_the_language_that_is_spoken():
    def asked():
        speak(language_of("ar-XB"))
        return explanation("weights")

    assert copy_context().run(asked).title.startswith("⟦") and explanation("weights").title.startswith("Weights")
