"""What this room says to people about their own data: refusals and notes, one clear sentence each."""

from glassbox.words.sentence import say, say_as

# the file
EMPTY = say("This file is empty; choose one with a table in it.")
TOO_LARGE = say("This file has {size:.1f} MB, but at most {most:g} MB are taken; keep fewer rows or columns of it.")
NOT_A_TABLE = say("This file is {kind}, not a table as text; save the table as CSV and choose that file.")
ZIP, OLD_OFFICE = say("a spreadsheet or another packed file"), say("an old office document")
PACKED, PICTURE, PDF = say("a packed file"), say("a picture"), say("a PDF document")
DATABASE, COLUMN_STORE, WEB_PAGE, BINARY = (
    say("a database"),
    say("a packed table"),
    say("a web page"),
    say("made of bytes that are no text"),
)
DAMAGED = say("Some bytes of this file are no {encoding}; choose another encoding, or save it anew as UTF-8.")

# its rows
DELIMITERS = {
    ",": say("comma"),
    ";": say("semicolon"),
    "\t": say("tab"),
    "|": say("vertical bar"),
    " ": say("space"),
    ":": say("colon"),
    "/": say("slash"),
    "#": say("hash sign"),
    "^": say("caret"),
    "~": say("tilde"),
    "_": say("underscore"),
}
ONE_COLUMN = say(
    "Only one column was found; a table needs two or more, so choose what separates them: commas, semicolons, tabs, "
    "spaces, vertical bars."
)
TOO_MANY_COLUMNS = say("This table has {count:,} columns, but at most {most} are taken; leave some out.")
NO_SUCH_LINE = say("This file has no line {line}; choose an earlier one for the table to begin in.")
NO_ROWS = say("This table has names of columns but no row below them; add the data.")
QUOTES = say(
    "In row {row} the quotation marks do not pair up; a cell that begins with one must end with one, "
    "and one inside it is written twice."
)
ABOVE_THE_TABLE = say("Row {first} has one cell, but row {row} has {count}; choose the line in which the table begins.")
RAGGED = say(
    "Row {row} has {count} cells, but row {first} has {width}; give every row as many, and put a cell that holds "
    "a {delimiter} in quotation marks."
)

# its columns
UNNAMED = say("column {number}")
REPEATED = say("{name} ({count})")
NO_SUCH_COLUMN = say("There is no column {number}; this table has columns 1 to {most}.")
NO_INPUTS = say("No input is chosen; choose one column of numbers or more.")
TOO_MANY_INPUTS = say("{count} inputs are chosen, but a network here takes at most {most}; leave some out.")
INPUT_TWICE = say("Column “{name}” is chosen as an input twice; choose it once.")
TARGET_AS_INPUT = say("Column “{name}” is the target, so it cannot be an input too; choose another for one of them.")
MANY_AS_INPUT = say(
    "Column “{name}” cannot be an input, because it holds {count:,} different texts, such as “{text}” in row {row}, "
    "and at most {most} become numbers (1 where a row has the text, otherwise 0)."
)
LONG_AS_INPUT = say(
    "Column “{name}” cannot be an input, because it holds texts of more than {most} characters, which are remarks "
    "rather than values."
)
EMPTY_COLUMN = say("Column “{name}” is empty, so it cannot be used.")
CODED = say("{name}: {text}")
DAYS_SINCE = say("days since {start}")
BECOMES_TWO = say("1 for {one}, 0 for {other}")
BECOMES_FEW = say("an input of 0 or 1 for each: {values}")
YES = {"yes", "y", "true", "t", "ja", "j", "wahr", "oui", "vrai", "sí", "si"}  # of two texts, the one that is 1
TEXT_AS_NUMBER = say(
    "Column “{name}” cannot be a number to predict, because row {row} holds the text “{text}”; choose it as a "
    "class or correct it."
)
CONSTANT_INPUT = say(
    "Column “{name}” has the same value in every row used, so it says nothing about the target; leave it out."
)
CONSTANT_TARGET = say(
    "Column “{name}” has the same value in every row used, so there is nothing to learn; choose another target."
)
TOO_FEW_ROWS = say("This table has too few rows of data ({total}); {fewest} or more are needed, so add some.")
MOSTLY_MISSING = say(
    "Only {count} of {total} rows have a value in every chosen column, but {fewest} are needed; "
    "column “{name}” misses most, the first in row {row}."
)
TOO_MANY_TEXTS = say(
    "Column “{name}” has {count:,} different texts, but at most {most} classes are taken (row {row} brings one more); "
    "choose another target."
)
TOO_MANY_NUMBERS = say(
    "Column “{name}” has {count:,} different values, but at most {most} classes are taken (row {row} brings one more); "
    "choose it as a number instead."
)

TOO_SMALL = say("The numbers in column “{name}” are too small to be told apart; use another unit for them.")
TOO_ALIKE = say(
    "The numbers in column “{name}” differ too little, for their size, to be told apart; subtract what they have in "
    "common from them."
)

# notes
ABOVE_ONE = say("Row {first} stands above the table, so it is not used.")
ABOVE = say("The rows from {first} to {last} stand above the table, so they are not used.")
LONG_CELL = say("Row {row} has a cell of more than {most:,} characters; only its beginning is used.")
LONG_CELLS = say(
    "{count:,} rows have a cell of more than {most:,} characters, the first of them row {row}; of such a cell only the "
    "beginning is used."
)
ROWS_CHOSEN = say("{used:,} of the {total:,} rows are used, chosen by the seed {seed}: rows {rows}.")
NO_INPUT_AT_ALL = say("No column can be an input; one needs different numbers or dates, or a few different texts.")
NUMBERS, DATES = (say("a number"), say("numbers")), (say("a date"), say("dates"))
ODD_ONE = say("One cell of column “{name}” is not {one}: {cells}")
ODD = say("{count:,} cells of column “{name}” are not {many}: {cells}")
ENDED = say("{text}.")
ODD_TAKEN = say("{text}; taken as missing.")
ODD_TAKEN_WITHIN = say("{text}; the number in such a cell is taken.")
ODD_ROWS_LEFT_OUT_ONE = say("One row was left out because of a cell that is not as the others: row {rows}.")
ODD_ROWS_LEFT_OUT = say("{count:,} rows were left out because of cells that are not as the others: rows {rows}.")
ODD_AS_MISSING, ODD_LEFT_OUT = say("take as missing"), say("leave the rows out")
ODD_WITHIN = say("read the number in it, as {value}")
BEGIN_WITH_NUMBERS = say("Column “{name}” holds texts that begin with numbers, the first is “{text}” in row {row}.")
AS_TEXTS, AS_NUMBERS = say("keep as texts"), say("read the numbers in them, as {value}")
TWO_WAYS = say("The cell “{text}” in column “{name}” can be read in two ways.")
ALIKE = say("Column “{name}” has texts that differ in capitals or spaces only: {groups}.")
AND_ALSO = say_as("list", "{before} and {last}")
GROUPS = say_as("list", "{before}; {last}")
QUOTED = say("“{text}”")
ALIKE_APART, ALIKE_TOGETHER = say("they are different"), say("they are the same")
ABSENT = say("Column “{name}” has the text “{text}”, which often says that a value is missing.")
ABSENT_MISSING, ABSENT_VALUE = say("it is missing"), say("it is a value of its own")
ODD_CELL = say("“{text}” in row {row}")
ODD_ELSEWHERE = say("{count} more columns have such cells.")
ODD_ELSEWHERE_ONE = say("One more column has such cells.")
EITHER = say(
    "The cell “{text}” in column “{name}” could be {value} or {instead}; it is read as {value}, which fits the rest of "
    "this file."
)
COUNTER = say("Column “{name}” is not among the suggested inputs, because its whole numbers only tell the rows apart.")
COUNTER_OF_DATES = say(
    "Column “{name}” is not among the suggested inputs, because its dates only grow from row to row."
)
TWIN = say(
    "Column “{name}” is not among the suggested inputs, because it says the same as column “{other}” in other words."
)
PREDICTS = say("The network learns to predict “{name}” from {inputs}.")
WHY_NAME = say("Column “{name}” is suggested as the target, because what is to be predicted is often called so.")
WHY_ONLY_TEXT = say(
    "Column “{name}” is suggested as the target, because it is the only column of texts that can be classes."
)
WHY_ZERO_ONE = say("Column “{name}” is suggested as the target, because it holds nothing but 0 and 1.")
WHY_TEXT = say("Column “{name}” is suggested as the target, because its texts can be classes.")
WHY_CLASSES = say(
    "Column “{name}” is suggested as the target, because it has few different values, which can be classes."
)
WHY_FIRST = say(
    "Column “{name}” is suggested as the target, because it is the first column and nothing else stands out."
)
WHY_ANY = say("Column “{name}” is suggested as the target, because nothing else stands out.")
WHY_LAST = say("Column “{name}” is suggested as the target, because it is the last column.")
PERCENT = say("Column “{name}” is in percent: 5 % is read as 5.")
LEFT_OUT_ONE = say("One row was left out because a value is missing: row {rows}.")
LEFT_OUT = say("{count:,} rows were left out because a value is missing: rows {rows}.")
AND_MORE = say("{rows} and {count:,} more")
STANDARDISED = say(
    "Every input is standardised by the rows that train: their mean lies at 0, and {width:g} units in here are one "
    "standard deviation of theirs. Axes show the original numbers."
)
TARGET_STANDARDISED = say(
    "The network learns “{name}” in standard deviations from the mean of the rows that train; so are its losses."
)

# what is kept
NO_ROOM = say("This table is too large to be kept on this server; use fewer rows or columns.")
GONE = say(
    "This table is no longer on the server (it was let go for others, or the server was restarted); choose the "
    "file again."
)

# drawn points
NOT_POINTS = say("Expected a list of points with three numbers each: x₁, x₂ and the target.")
CURVE_OF_CLASSES = say("A curve has values and no classes; draw on a plane, or draw values.")
FURTHER_CLASS = say("class {number}")
TOO_FEW_POINTS = say("Too few points are drawn ({count}); draw {fewest} or more.")
TOO_MANY_POINTS = say("{count:,} points are drawn, but at most {most:,} are taken; erase some.")
NOT_FINITE = say("Point {number} has a number that is not finite; draw it again.")
OUTSIDE_PLANE = say("Point {number} lies outside of the plane; x₁ and x₂ must be from −{edge:g} to {edge:g}.")
NOT_A_CLASS = say("Point {number} has the class {value:g}, but the classes are 0 to {most}.")
TARGET_TOO_LARGE = say("Point {number} has the value {value:g}; it must be from −{most:g} to {most:g}.")
WRONG_CLASSES = say(
    "This problem takes {expected}, but {count} were given; choose another problem or number of classes."
)
CLASSES_OF = {"binary": say("2 classes"), "multiclass": say("3 to {most} classes"), "regression": say("no classes")}
WRONG_NUMBERS = say("The points' own numbers must be whole, from 0 to {most:,}, one for each point and each once.")
