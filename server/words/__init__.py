"""Words and formulas: what each part of the page explains, and LaTeX set as MathML on the server. For tabs and answers.

Each explanation is a Markdown file of its own, `texts/<language>/<name>.md`: a title (`# …`), paragraphs, formulas in
LaTeX (`$…$` in a line, `$$…$$` on lines of their own), and after them the list of their symbols:

    $$ a = \\varphi(z) $$

    $a$
    : the unit's output

Nothing else is needed for a new one: `GET /api/explanations/<name>` serves the file as soon as it is there, and a tab
shows it with `whatIsThis("<name>", world)` of `static/views/drawer/words.js`. A test holds every file to its word:
each formula parses, and each of its symbols is explained in the list that follows, or before.

For formulas with numbers in them, made when asked: `glassbox.words.formulas.mathml(latex)` gives the markup for a JSON
answer, and `math(markup)` of `words.js` puts it on the page.
"""
