"""The network's picture, for tests: where its units and lines are, to point at and to click."""

from itertools import combinations

HALF = 0.5


class Network:
    """The network of an open page."""

    def __init__(self, playground):
        self.playground = playground
        self.page = playground.page
        self.region = playground.region("Network")

    @property
    def tip(self):
        """The note beside the pointer."""
        return self.region.get_by_role("tooltip")

    @property
    def panel(self):
        """Where numbers are edited."""
        return self.region.get_by_role("dialog")

    def unit(self, layer, unit):
        """The picture of one unit; layer 0 is the inputs."""
        return self.region.locator(f"button[data-layer='{layer}'][data-unit='{unit}']")

    def enter(self, field, text):
        """Type a number, and press Enter."""
        field.fill(text)
        field.press("Enter")

    def hover_wire(self, *wire):
        self.page.mouse.move(*self._middle(*wire))

    def click_wire(self, *wire):
        self.page.mouse.click(*self._middle(*wire))

    def hover_bias(self, layer, unit):
        self.page.mouse.move(*self._bias(layer, unit))

    def click_bias(self, layer, unit):
        self.page.mouse.click(*self._bias(layer, unit))

    def has_room(self):
        """Whether nothing stands outside the region, and no unit on another."""
        region = self.region.bounding_box()
        units = [unit.bounding_box() for unit in self.region.locator("button[data-unit]").all()]
        return all(_holds(region, unit) for unit in units) and not any(
            _overlap(*pair) for pair in combinations(units, 2)
        )

    def _middle(self, layer, unit, source):
        """Of a line: all of them pass half-way between the two pictures."""
        left, right = self.unit(layer - 1, source).bounding_box(), self.unit(layer, unit).bounding_box()
        x = (left["x"] + left["width"] + right["x"]) * HALF
        return x, (_centre(left) + _centre(right)) * HALF

    def _bias(self, layer, unit):
        """A dot at the unit's lower left corner."""
        box = self.unit(layer, unit).bounding_box()
        return box["x"] + 1, box["y"] + box["height"] - 1


def _centre(box):
    return box["y"] + box["height"] * HALF


def _holds(outer, inner):
    return all(
        outer[at] <= inner[at] and inner[at] + inner[size] <= outer[at] + outer[size]
        for at, size in (("x", "width"), ("y", "height"))
    )


def _overlap(one, other):
    return all(
        one[at] < other[at] + other[size] and other[at] < one[at] + one[size]
        for at, size in (("x", "width"), ("y", "height"))
    )
