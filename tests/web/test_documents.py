"""Templates are worded as they are rendered, and only their own tags are markup."""

from pathlib import Path

from glassbox.web.documents import documents
from glassbox.words.languages import ENGLISH, language_of
from glassbox.words.sentence import say

TEMPLATE = """{{ say("Play") }}|{{ say("at {epoch:,}", epoch=2000) }}|{{ say_many("{n} run", "{n} runs", 2) }}|
{{- say_as("verb", "Open") }}|{{ label }}|{{ say_html("<b>{name}</b>", name="<i>") }}|{{ say("<b>") }}"""


def test_what_is_printed_is_worded(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(TEMPLATE)
    longer = language_of("ar-XB")
    assert longer is not None
    told = documents(ENGLISH, tmp_path).get_template("page.html").render(label=say("Goal"))
    assert told == "Play|at 2,000|2 runs|Open|Goal|<b>&lt;i&gt;</b>|&lt;b&gt;"
    told = documents(longer, tmp_path).get_template("page.html").render(label=say("Goal"))
    assert told.split("|")[0] == "⟦Pļåý⟧" and told.split("|")[4] == "⟦Ğöåļ⟧".replace("Ğ", "G")
    assert told.split("|")[5] == "⟦<b>&lt;i&gt;</b>⟧"
