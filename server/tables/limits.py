"""How much of a person's own data is taken; the sentences in `words.py` name these numbers."""

from glassbox.settings import MOST_INPUTS as MOST_INPUTS
from glassbox.settings import MOST_SAMPLES, MOST_TABLE_BYTES

MOST_BYTES = MOST_TABLE_BYTES
MOST_COLUMNS = 200  # of a table
LONGEST_CELL = 10_000  # characters; of a longer one, the beginning
MOST_ROWS = MOST_SAMPLES  # used; of more, so many are chosen at random
FEWEST_ROWS = 2  # one to learn from, one to test: the truth table of “not” has no more
MOST_CLASSES = 10
LARGEST_NUMBER = 1e100  # its square can still be averaged

LONGEST_VALUE = 100  # characters of a text that becomes an input, and of a column's name in code taken home
LONGEST_SHOWN = 40  # characters of a name or a value
ROWS_SHOWN = 8
LINES_SHOWN, LONGEST_LINE = 8, 200  # of the file as it is
VALUES_SHOWN = 4
ROWS_NAMED = 10  # in a sentence
ODD_NAMED = 3  # cells of a column, in a sentence
NOTED_COLUMNS = 5  # with a note of the same kind

FEWEST_DRAWN = 2  # one to learn from, one to test
LARGEST_DRAWN_TARGET = 10.0
