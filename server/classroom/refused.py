"""What a room does not do, as an id and values: it is worded where it is read, in the reader's language."""

from glassbox.classroom.words import REFUSALS, Value


class Refused(Exception):
    """Nothing was changed. `id` is one of `words.REFUSALS`, `values` has what its sentence names."""

    def __init__(self, id: str, **values: Value) -> None:  # noqa: A002 - as on the wire
        super().__init__(id)
        assert set(values) == set(REFUSALS[id]), f"the sentence {id} names {REFUSALS[id]}"
        self.id = id
        self.values = values
