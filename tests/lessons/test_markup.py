"""Tests what a lesson's Markdown becomes: links that may be followed, formulas, and words as readers meet them."""

import pytest

from glassbox.lessons.markup import WrongMarkup, block_html, check_markup, inline_html, untagged, words_of


@pytest.mark.parametrize(
    "link",
    ["#neuron", "#activation-table", "labbook", "experiments?x=1", "https://example.org/c", "http://example.org"],
)
def test_links_lead_to_the_page_or_to_the_web(link):
    html = inline_html(f"[there]({link})")
    assert f'href="{link}"' in html and ('rel="noopener noreferrer"' in html) == link.startswith("http")


@pytest.mark.parametrize(
    "link", ["//example.org", "/etc", "..", "a/../../b", "ftp://example.org", "mailto:a@b", "#A B", "https://", "C:/x"]
)
def test_other_links_are_refused(link):
    with pytest.raises(WrongMarkup, match="expected a link"):
        inline_html(f"[there](<{link}>)")


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", "vbscript:x"])
def test_what_runs_is_no_link_at_all(link):
    assert "<a" not in inline_html(f"[there]({link})")


def test_a_sentence_has_no_paragraph_of_its_own_and_an_answer_has():
    assert inline_html("**One** $x$").startswith("<strong>One</strong> <span")
    assert block_html("One\n\nTwo") == "<p>One</p>\n<p>Two</p>\n"
    assert check_markup("One") == "One"


def test_words_are_counted_as_they_are_read():
    assert words_of("One **two** [three four](https://example.org/c) $\\frac{x}{y}$ `six`, don't.") == 7
    assert words_of("- a\n- b\n\n$$ x + y $$\n") == 3


@pytest.mark.parametrize(
    ("marked", "plain"),
    [("Which *one* is\n `low`?", "Which one is low?"), ("a < b & c", "a < b & c"), ("What is $w$?", "What is w?")],
)
def test_without_its_marks_a_text_is_plain(marked, plain):
    assert untagged(inline_html(marked)) == plain
