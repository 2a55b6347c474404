"""The study: takes a frozen network apart and shows how it works. Plain functions of a `Snapshot`; it never waits."""
