"""Work for a pool whose end a test can wait for."""

import asyncio


def put(pool, work, account, **how):
    """Have it done, as `Pool.put` does: a future of what it brings, or of its fault."""
    promise = asyncio.get_running_loop().create_future()

    def done(brought, fault):
        if fault is None:
            promise.set_result(brought)
        else:
            promise.set_exception(fault)

    pool.put(work, account, done, **how)
    return promise
