"""The commands' help with nothing of it left out, and in the language of the environment, as is what goes wrong.

What is too long for its column goes on below, instead of ending in …

Long names such as GLASSBOX_TRUSTED_PROXY have no place where a line may break, and neither has a Chinese sentence.
"""

from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand, TyperGroup

from glassbox.usage_faults import in_own_words
from glassbox.words.current import word
from glassbox.words.sentence import say

if TYPE_CHECKING:
    from typer.core import TyperCommand as Command
else:
    Command = object

HELP = say("Show this message and exit.")  # Typer has it in English only, and the word before how a command is called
USAGE = say("Usage: ")


class _Whole(Command):
    """What commands and groups of them have in common; Typer's own class comes behind it."""

    def parse_args(self, *told: Any) -> list[str]:
        """What was typed, taken apart."""
        with in_own_words():
            return super().parse_args(*told)

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Print how it is called."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), word(USAGE))

    def format_help(self, *told: Any) -> None:
        """Print it."""
        _fold()
        super().format_help(*told)

    def get_help_option(self, *told: Any) -> Any:
        """The option that asks for it."""
        return _worded(super().get_help_option(*told))


class WholeCommand(_Whole, TyperCommand):
    """A command whose help is whole."""


class WholeGroup(_Whole, TyperGroup):
    """A command with others below it whose help is whole."""


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
