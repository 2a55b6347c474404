"""Run by test_read_only.py, in a process of its own: lab books in folders that may only be read, and what they say."""

import asyncio
import os
import sys
import tempfile
from pathlib import Path

from glassbox.labbook.book import LabBook, LabBookUnavailable
from tests.labbook.conftest import a_record, an_owner

NOBODY = 65534


async def use(folder):
    book = LabBook(folder, patience=0.05)
    try:
        book.record(an_owner(), a_record())
        await book.flush()
        return "written"
    except LabBookUnavailable as reason:
        return reason.text
    finally:
        await book.close()


def main(folders):
    with tempfile.TemporaryDirectory() as elsewhere:
        asyncio.run(use(Path(elsewhere)))  # all modules are imported now: nobody may be unable to read them
    if os.geteuid() == 0:
        os.setgroups([])
        os.setuid(NOBODY)
    for folder in folders:
        print(asyncio.run(use(folder)))


if __name__ == "__main__":
    main(map(Path, sys.argv[1:]))
