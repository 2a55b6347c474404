"""Writes tests/golden/losses.json: losses and gradients as the engine has them, for the page's own in JavaScript.

Run it from the repository when a loss has changed on purpose: python -m tests.engine.make_golden_losses
"""

import json
from pathlib import Path

import numpy as np

from tests.engine import kernels
from tests.engine.networks import ENDS

GOLDEN = Path(__file__).parents[1] / "golden" / "losses.json"
DELTAS = (0.5, 1.0, 2.0)
SUMS = (-30.0, -6.0, -2.0, -0.5, 0.0, 0.25, 1.0, 3.0, 40.0)
CLASSES = ((0.0, 0.0), (2.0, -1.0), (1.5, 1.25, -3.0), (-0.5, 4.0, 0.5, 0.0), (60.0, -60.0, 1.0))


def cases():
    """One entry for each output, loss, sums and target."""
    for output, loss, units in ENDS:
        if units == 1:
            targets = (-1.5, 0.0, 0.75) if output.value == "identity" else (0, 1)
            for z in SUMS:
                yield from (_case(output, loss, (z,), target) for target in targets)
    for output, loss in sorted({(output, loss) for output, loss, units in ENDS if units > 1}):
        for sums in CLASSES:
            yield from (_case(output, loss, sums, target) for target in range(len(sums)))


def _case(output, loss, sums, target):
    z, t = np.array(sums, np.float64)[:, None], np.array([target], np.float64)
    delta = DELTAS[len(sums) % len(DELTAS)] if loss.value != "huber" else DELTAS[round(abs(sums[0])) % len(DELTAS)]
    return {
        "output": output.value, "loss": loss.value, "delta": delta, "sums": list(sums), "target": target,
        "value": float(kernels.sample_losses(output, loss, z, t, delta)[0]),
        "gradients": kernels.logit_gradients(output, loss, z, t, delta=delta)[:, 0].tolist(),
    }  # fmt: skip


def main():
    """Write the file."""
    GOLDEN.write_text("[\n" + ",\n".join(json.dumps(case) for case in cases()) + "\n]\n")


if __name__ == "__main__":
    main()
