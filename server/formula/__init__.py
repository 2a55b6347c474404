"""A data set from a formula of x₁ and x₂ that somebody typed: read by a small grammar of its own, never run as code.

The way of a text: `tokens.tokens_of` → `grammar.read_formula` (an `expression.Expression`) → `data_set.from_formula`,
which looks at its values over the plane and makes points of it. What cannot be used is a `wrong.WrongFormula`, told in
one sentence that names the place in the text.
"""
