"""How this room says no: one clear sentence for the person whose data cannot be used."""


class Refused(Exception):
    """Data that cannot be used; `text` says which column or row, and what to do. Nothing was changed."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text
