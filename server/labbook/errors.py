"""What the lab book raises: one sentence each, for whoever asked."""


class LabBookUnavailable(Exception):
    """The lab book cannot be used now, for a reason outside this program; `text` is one sentence for the page."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class Damaged(LabBookUnavailable):
    """The database is not sound, so its file has to be set aside; inside this room only."""


class NotTaken(Exception):
    """The lab book does not take what it was given; `text` says in one sentence what was expected."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text
