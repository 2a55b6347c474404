"""Plain data go out as JSON, their sentences worded for whoever asked."""

import json
from contextvars import copy_context

from glassbox.web.json_answer import JSONAnswer
from glassbox.words.current import speak
from glassbox.words.languages import language_of
from glassbox.words.sentence import say


def test_sentences_are_worded_and_all_else_stays() -> None:
    told = {"note": say("Play"), "rows": [1, None, "Play"]}
    assert json.loads(JSONAnswer(told).body) == {"note": "Play", "rows": [1, None, "Play"]}
    longer = language_of("ar-XB")
    assert longer is not None
    asked = copy_context()
    asked.run(speak, longer)
    answer = asked.run(JSONAnswer, told)
    assert json.loads(answer.body) == {"note": "⟦Pļåý⟧", "rows": [1, None, "Play"]}
    assert answer.media_type == "application/json"
