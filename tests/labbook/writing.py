"""Run by test_killed.py, in a process of its own: writes rows for ever, and tells the keys that are in the database."""

import asyncio
import os
import sys
from pathlib import Path

from glassbox.labbook.book import LabBook, Limits, Owner
from glassbox.labbook.records import Limit
from tests.labbook.conftest import AMoment, an_entry

AT_ONCE = 10
ENDLESS = Limit(10**6, 10**12)
PLENTY = Limits(runs_of_owner=ENDLESS, runs=ENDLESS, kept_of_owner=ENDLESS, kept=ENDLESS)


async def main(folder, owner):
    book = LabBook(folder, limits=PLENTY)
    while True:
        entries = [an_entry(picture=os.urandom(8000), kept=AMoment(os.urandom(20_000))) for _ in range(AT_ONCE)]
        for entry in entries:
            book.record(owner, entry)
        await book.flush()
        print(*(entry.key for entry in entries), flush=True)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), Owner.of(sys.argv[2])))
