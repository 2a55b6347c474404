"""The command line of every measurement: what they have in common, said once."""

import argparse
import sys


class Options(argparse.ArgumentParser):
    """Those of one measurement, which `parse_args` reads as usual."""

    def __init__(self, description, smoke, **briefly):
        """`smoke`: what --smoke means, in words; `briefly`: what it makes of other options."""
        super().__init__(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
        self._briefly = briefly
        self.add_argument("--smoke", action="store_true", help=smoke)

    def number(self, name, default, what):
        """Add one that is a number of the default's kind."""
        self.add_argument(f"--{name}", type=type(default), default=default, help=f"{what} (default {default:g})")

    def numbers(self, name, default, what):
        """Add one that is several whole numbers."""
        told = " ".join(map(str, default))
        self.add_argument(f"--{name}", nargs="+", type=int, default=default, help=f"{what} (default {told})")

    def choice(self, name, choices):
        """Add one that picks some of these."""
        self.add_argument(f"--{name}", nargs="+", choices=choices, default=choices, help="only these")

    def url(self, what):
        """Add that of a server that runs already."""
        self.add_argument("--url", help=what)

    def python(self):
        """Add which Glassbox is measured, so that two versions can take turns."""
        self.add_argument("--python", default=sys.executable, help="the interpreter whose Glassbox is started")

    def parse_args(self, *given):
        """What was chosen, as short as can be where that is wanted."""
        chosen = super().parse_args(*given)
        for name, value in self._briefly.items() if chosen.smoke else ():
            setattr(chosen, name, value)
        return chosen
