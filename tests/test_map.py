"""The map from a module to its test: server/a/b.py has tests/a/test_b.py, so that whoever changes one finds the other.

A module asks for a test if it holds logic: a function or a method. Words, constants and plain records do not. A package
is tested beside its folder (server/a/__init__.py by tests/test_a.py, the whole by tests/test_glassbox.py), and
underscores around a name are left out.
"""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[1]
SERVER, TESTS = ROOT / "server", ROOT / "tests"

# Tested under other names, or only through what uses them. This list may only become shorter.
WITHOUT = {}


def holds_logic(file):
    nodes = ast.walk(ast.parse(file.read_bytes()))
    return any(isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) for node in nodes)


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
    missing = {f"{module.as_posix()}" for module in modules() if not (TESTS / test_of(module)).exists()}
    assert missing - WITHOUT == set(), "these need a test of their own name"
    assert WITHOUT - missing == set(), "these have one by now, or are gone: take them off the list"


def test_the_map_leads_to_the_tests():
    leads = {"app.py": "test_app.py", "engine/_jit.py": "engine/test_jit.py", "__main__.py": "test_main.py"}
    assert {str(test_of(Path(module))) for module in leads} == set(leads.values())
    assert test_of(Path("study/graph/__init__.py")) == Path("study/test_graph.py")
