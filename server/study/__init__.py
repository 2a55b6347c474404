"""The study: takes a frozen network apart and shows how it works. Plain functions of a `Specimen`; it never waits."""
