"""The commands' help with nothing of it left out, and in the language of the environment, as is what goes wrong.

What is too long for its column goes on below, instead of ending in …

Long names such as GLASSBOX_TRUSTED_PROXY have no place where a line may break, and neither has a Chinese sentence.
"""

from functools import partial
from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand, TyperGroup

from glassbox.usage_faults import in_own_words
from glassbox.words.current import word
from glassbox.words.sentence import say, say_as

if TYPE_CHECKING:
    from typer.core import TyperCommand as Command
else:
    Command = object

HELP = say("Show this message and exit.")  # Typer has it in English only, and the word before how a command is called
USAGE = say("Usage: ")
PIECES = {"[OPTIONS]": say("[OPTIONS]"), "COMMAND [ARGS]...": say("COMMAND [ARGS]...")}
# What is to be typed in place of what stands in pointed brackets behind an option, by Typer's own names.
PLACEHOLDERS = {
    "bool": say_as("to be typed", "bool"),
    "dir": say_as("to be typed", "dir"),
    "file": say_as("to be typed", "file"),
    "float range": say_as("to be typed", "float range"),
    "int range": say_as("to be typed", "int range"),
    "list[str]": say_as("to be typed", "list[str]"),
    "str": say_as("to be typed", "str"),
}


class _Whole(Command):
    """What commands and groups of them have in common; Typer's own class comes behind it."""

    def parse_args(self, *told: Any) -> list[str]:
        """What was typed, taken apart."""
        with in_own_words():
            return super().parse_args(*told)

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Print how it is called."""
        pieces = [word(PIECES[piece]) if piece in PIECES else piece for piece in self.collect_usage_pieces(ctx)]
        formatter.write_usage(ctx.command_path, " ".join(pieces), word(USAGE))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Print it."""
        _fold()
        parameters: list[Any] = [*self.get_params(ctx)]
        for parameter in parameters:
            parameter.display_type_rich = partial(_placeholder, parameter)
        super().format_help(ctx, formatter)

    def get_help_option(self, *told: Any) -> Any:
        """The option that asks for it."""
        return _worded(super().get_help_option(*told))


class WholeCommand(_Whole, TyperCommand):
    """A command whose help is whole."""


class WholeGroup(_Whole, TyperGroup):
    """A command with others below it whose help is whole."""


def _placeholder(parameter: Any, ctx: Any) -> str:
    """In pointed brackets; where it is a choice, the words that can be typed."""
    name = parameter.display_type(ctx)[1:-1]
    return f"<{word(PLACEHOLDERS[name]) if name in PLACEHOLDERS else name}>"


def _worded(option: Any) -> Any:
    if option is not None:
        option.help = word(HELP)
    return option


def _fold() -> None:
    """Imported when needed: most that start the program want no help."""
    from rich.table import Table

    add_row = Table.add_row

    def add_folded(table: Table, *cells: Any, **how: Any) -> None:
        add_row(table, *cells, **how)
        for column in table.columns:
            column.overflow = "fold"

    Table.add_row = add_folded  # type: ignore[assignment, method-assign]
