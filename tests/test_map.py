"""The map from a module to its test: server/a/b.py has tests/a/test_b.py, so that whoever changes one finds the other.

A module asks for a test if it holds logic: a function or a method. Words, constants, plain records and exceptions that
only keep their sentence do not. A package is tested beside its folder (server/a/__init__.py by tests/test_a.py, the
whole by tests/test_glassbox.py), and underscores around a name are left out.
"""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SERVER, TESTS = ROOT / "server", ROOT / "tests"


def holds_logic(file):
    nodes = ast.walk(ast.parse(file.read_bytes()))
    functions = (node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return not all(map(only_keeps, functions))


def only_keeps(function):
    """Whether it is an `__init__`, as exceptions have it, that keeps its arguments as they are."""
    return function.name == "__init__" and all(map(is_keeping, function.body))


def is_keeping(statement):
    """Whether it is like `super().__init__(text)` or `self.text = text`."""
    match statement:
        case ast.Expr(ast.Call(ast.Attribute(ast.Call(ast.Name("super"))), arguments, [])):
            return all(isinstance(each, ast.Name) for each in arguments)
        case ast.Assign([ast.Attribute(ast.Name("self"))], ast.Name()):
            return True
    return False


def test_of(module):
    """The path of its test, from tests/ on."""
    if module == Path("__init__.py"):
        return Path("test_glassbox.py")
    place = module.parent if module.name == "__init__.py" else module.with_suffix("")
    return place.with_name(f"test_{place.name.strip('_')}.py")


test_of.__test__ = False


def modules():
    """All that hold logic, from server/ on."""
    return [file.relative_to(SERVER) for file in sorted(SERVER.rglob("*.py")) if holds_logic(file)]


def test_every_module_has_a_test_of_its_own_name():
    missing = [module.as_posix() for module in modules() if not (TESTS / test_of(module)).exists()]
    assert missing == [], "these need a test of their own name"


def test_the_map_leads_to_the_tests():
    leads = {"app.py": "test_app.py", "engine/_jit.py": "engine/test_jit.py", "__main__.py": "test_main.py"}
    assert {str(test_of(Path(module))) for module in leads} == set(leads.values())
    assert test_of(Path("study/graph/__init__.py")) == Path("study/test_graph.py")


@pytest.mark.parametrize(
    ("code", "holds"),
    [
        ("WORD = 'word'", False),
        ("class No(Exception):\n  def __init__(self, text):\n    super().__init__(text)\n    self.text = text", False),
        ("class No(Exception):\n  def __init__(self, text):\n    self.text = text.strip()", True),
        ("class No(Exception):\n  def __str__(self):\n    return 'no'", True),
        ("async def go():\n  pass", True),
    ],
)
def test_logic_is_more_than_words_and_what_keeps_them(tmp_path, code, holds):
    file = tmp_path / "module.py"
    file.write_text(code)
    assert holds_logic(file) is holds
