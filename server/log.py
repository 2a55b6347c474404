"""What the server writes about itself: a line for a person, or a JSON object for a machine that gathers them.

Neither has addresses, names, codes of rooms or texts of people in it.
"""

import json
import logging
import sys
import time
import warnings
from typing import Literal

LogForm = Literal["text", "json"]


def set_up_log(form: LogForm) -> None:
    """One event a line, to standard error; other libraries speak up only when something is wrong."""
    handler = logging.StreamHandler()
    handler.setFormatter(
        JSONLines() if form == "json" else logging.Formatter("%(asctime)s  %(message)s", datefmt="%H:%M:%S")
    )
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    logging.getLogger("glassbox").setLevel(logging.INFO)
    if not sys.warnoptions:  # what libraries think of each other's use is for developers, who ask for it with -W
        warnings.simplefilter("ignore")


class JSONLines(logging.Formatter):
    """An object a line: `time` (UTC, ISO 8601), `level`, `logger`, `message`, and `fault` where one was raised."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        told = {
            "time": f"{time.strftime('%Y-%m-%dT%H:%M:%S', time.gmtime(record.created))}.{int(record.msecs):03d}Z",
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            told["fault"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False)
