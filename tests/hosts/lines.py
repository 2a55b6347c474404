"""A line to a host in this very process: everything crosses it in bytes, as it would to another one."""

import asyncio

from glassbox.config import Config
from glassbox.hosts.hosting import Hosting


class ShortLine:
    """From a front to `hosting`, which may be cut."""

    def __init__(self, hosting=None):
        self.hosting = hosting or Hosting(Config(threads=1))
        self.bytes_told = self.bytes_fetched = 0
        self._cut = asyncio.get_running_loop().create_future()

    async def tell(self, bundle):
        self.bytes_told += len(bundle)
        await self.unless_cut(self.hosting.tell(bundle))

    async def fetch(self):
        bundle = await self.unless_cut(self.hosting.fetch())
        self.bytes_fetched += len(bundle)
        return bundle

    async def unless_cut(self, doing):
        task = asyncio.ensure_future(doing)
        task.add_done_callback(lambda task: task.cancelled() or task.exception())  # which nobody may wait for any more
        await asyncio.wait([task, self._cut], return_when=asyncio.FIRST_COMPLETED)
        if self._cut.done():
            task.cancel()
            raise OSError("cut")
        return task.result()

    def cut(self):
        """As if its process were killed."""
        self.hosting.close()
        self._cut.set_result(None)

    def close(self):
        self.hosting.close()
