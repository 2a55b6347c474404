"""What the lab book says to people: why it cannot be used now, what became of a damaged file, what it does not take.

These sentences reach the page, so they name no path of the server; its log does.
"""

from glassbox.words.sentence import say

# Why it cannot be used
LOCKED = say(
    "The lab book is locked by another program at the moment; training goes on, and runs are written down as soon as "
    "it is free."
)
FULL = say("The disk with the lab book is full; training goes on, and runs are written down as soon as there is space.")
FOLDER = say(
    "The lab book's folder on the server is missing or cannot be written; training goes on, and runs are written down "
    "as soon as it can be. Another folder can be chosen with --data-folder."
)
NO_FOLDER = say("This server has no home folder to keep the lab book in; start it with --data-folder.")
DISK = say("The disk with the lab book does not answer as it should; training goes on, but runs are not written down.")
DAMAGED = say(
    "The database that --database-url names is damaged or is no lab book at all; it was left as it is, and runs are "
    "not written down."
)
NEWER = say(
    "The lab book was made by a newer Glassbox (its version is {found}, this one knows {known}), so it was left as it "
    "is; start the newer Glassbox, or choose another --data-folder."
)
WRONG_URL = say(
    "The lab book's database URL cannot be understood; expected one such as sqlite:///labbook.sqlite3 or "
    "postgresql://user@localhost/glassbox."
)
NO_PSYCOPG = say(
    "The lab book is to be kept in PostgreSQL, which needs the extra “postgres” of Glassbox to be installed."
)
UNREACHABLE = say(
    "The lab book's database server cannot be reached; training goes on, and runs are written down as soon as it can "
    "be."
)
NOT_ALLOWED = say(
    "The lab book's database does not let this server write; training goes on, but runs are not written down."
)
FAULT = say("The lab book's database gave an error, which the server's log tells; training goes on.")
BUSY = say("The lab book has too many questions to answer already; try again in a moment.")
CLOSED = say("The server is stopping, and its lab book is closed.")

# What became of a damaged file
SET_ASIDE = say(
    "The lab book's file was damaged: it was set aside as {name} in the server's data folder, and a new lab book begun."
)

# What it does not take
NOT_AN_OWNER = say("This is not an id of a lab book's owner; expected 22 letters and digits, as the server gave them.")
NO_WHOLE_WEIGHTS = say("The weights to share are cut off: expected four bytes each, but got {size} bytes in all.")
TOO_MANY_WEIGHTS = say(
    "This network has {count:,} weights; at most {most:,} can be shared. Share its settings instead."
)

# What is damaged
DAMAGED_ROW = say("This row is damaged and cannot be read any more. Delete it; the other rows are as they were.")
