"""The lab book: every run becomes a row in a database that outlives the server. `book.LabBook` is the room's door."""
