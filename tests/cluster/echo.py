"""What lives in a process of a cluster for a test of lines: it says what it was told, so many times."""

import asyncio


class Echo:
    def __init__(self, times):
        self._times = times
        self._told = asyncio.Queue()

    async def tell(self, bundle):
        await self._told.put(bundle)

    async def fetch(self):
        return self._times * await self._told.get()

    def close(self):
        """Nothing to let go of."""
