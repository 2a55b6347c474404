"""A finding: one thing that ails a network, where, and what helps."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from glassbox.study.answers.of_diagnostics import ToldFinding
from glassbox.study.diagnostics.ailment import Ailment
from glassbox.study.diagnostics.checkup import Checkup


@dataclass(frozen=True)
class Finding:
    """`layer` is counted from 1; None: it is about the whole network."""

    ailment: Ailment
    text: str
    remedy: str
    layer: int | None = None

    def told(self) -> ToldFinding:
        """As the page is told it."""
        return ToldFinding(
            ailment=self.ailment.value,
            layer=self.layer,
            text=self.text,
            remedy=self.remedy,
        )


Check = Callable[[Checkup], Iterator[Finding]]
