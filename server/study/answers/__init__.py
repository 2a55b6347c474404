"""What the questions of `study.questions` are answered with: one struct each, as the page gets it in JSON.

`static/protocol/answers.js` is the twin of this folder, and `tests/golden/answers.json` holds an answer of each kind
that both must fit. Numbers that are not finite arrive as null; what is UNSET does not arrive at all.
"""
