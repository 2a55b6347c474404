"""Run by test_killed.py, in a process of its own: writes rows for ever, and tells the keys that are in the database."""

import asyncio
import os
import sys
from pathlib import Path

from glassbox.labbook.book import LabBook, Limits, Owner
from glassbox.labbook.records import Limit
from tests.labbook.conftest import ACheckpoint, a_record

AT_ONCE = 10
ENDLESS = Limit(10**6, 10**12)
PLENTY = Limits(runs_of_owner=ENDLESS, runs=ENDLESS, checkpoints_of_owner=ENDLESS, checkpoints=ENDLESS)


async def main(folder, owner):
    book = LabBook(folder, limits=PLENTY)
    while True:
        records = [
            a_record(picture=os.urandom(8000), checkpoint=ACheckpoint(os.urandom(20_000))) for _ in range(AT_ONCE)
        ]
        for record in records:
            book.record(owner, record)
        await book.flush()
        print(*(record.key for record in records), flush=True)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), Owner.of(sys.argv[2])))
