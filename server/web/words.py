"""What the web room says to people: refusals at the door, HTTP errors, farewells. One clear sentence each."""

from glassbox.words.sentence import say

HOST_MISSING = say("This request does not say which host it wants; send one Host header.")
HOST_MALFORMED = say("The Host header of this request is not a host name or address; send one such as localhost:8000.")
HOST_FOREIGN = say(
    "This server is not known by the host name of this request; use its address, or start it with --allowed-host."
)
ORIGIN_REPEATED = say("This request names several origins; open the playground's own page instead.")
ORIGIN_OPAQUE = say(
    "This request comes from a page without an origin of its own; open the playground's own page instead."
)
ORIGIN_FOREIGN = say(
    "This request comes from a page of another origin: open the playground's own page instead, or, if this is it, let "
    "the proxy in between pass on Host and X-Forwarded-Proto, as the README says."
)
TOKEN_MISSING = say(
    "This playground belongs to a notebook; open it with the address that show() gives there, and let its cookie "
    "through."
)

HEAD_TOO_LONG = say(
    "The address and headers of this request are longer than 64 kB; send it with fewer or shorter ones."
)
TOO_SLOW = say("This request did not arrive in time; send it again, over a better line if there is one.")
NO_HTTP = say("This is no request in HTTP, or a damaged one; open this server's address in a browser.")
TOO_MANY_CONNECTIONS = say(
    "This server has as many connections as it takes, in all or from this address; close some of its pages, then try "
    "again."
)
TOO_MANY_SOCKETS = say("This server has as many open pages as it takes; close some of them, then reload this one.")

NO_SUCH_PAGE = say("There is no page at this address; the playground is at /.")
NO_SUCH_SOCKET = say("There is no socket at this address; the live one is at /ws.")
WRONG_METHOD = say("This address cannot be used with that method; use {allowed}.")
WRONG_REQUEST = say("Something in this request is missing or out of bounds; look at the address and try again.")
SERVER_FAULT = say("Something went wrong in the server; its log says what. Try again.")
OTHER_ERROR = say("The server could not answer this request (HTTP {status}).")

BODY_TOO_LONG = say("What this request brings along is longer than {most} kB; send less at once.")

NO_SUCH_FORMAT = say("There is no such file to take home; expected one of {formats}.")
NO_SUCH_SHARE = say(
    "The network of this link is not kept here (any more): links last as long as there is room. The network you see "
    "was made from the settings alone."
)
DAMAGED_SHARE = say(
    "What was kept of the network of this link is damaged and cannot be read any more. The network you see was made "
    "from the settings alone."
)
SEEDS_RUNNING = say("Seeds of this network are being trained already; cancel them first, or wait until they are done.")
NO_SUCH_EXPERIMENT = say(
    "There is no such experiment here (any more): it was deleted, or it has made room for newer ones."
)
NOT_YOUR_EXPERIMENT = say(
    "This experiment belongs to another browser: you may look at it and open its dots, but not change it. Run it again "
    "to have one of your own."
)
TOO_MANY_EXPERIMENTS = say("You have {most} experiments that have not ended; wait until one has, or cancel one.")
NO_PLACE_FOR_EXPERIMENTS = say(
    "This server has as many experiments to run as it takes; try again when some have ended."
)
EXPERIMENT_OF_ANOTHER_VERSION = say(
    "This experiment was kept by another version of Glassbox, and this one cannot read it; delete it, or run it again."
)
NO_EXPERIMENT = say("Expected either an experiment or the name of a ready question.")
WORKERS_LOST = say(
    "The processes that train have died again and again at the same trainings, which may need more memory than there "
    "is; what was done before is kept."
)
EXPERIMENT_FAILED = say(
    "Something went wrong in the server while this experiment was running; its log says what. What was done before is "
    "kept."
)
NO_SUCH_TABLE = say(
    "There is no such table to take home; expected trials.csv, points.csv, notebook.ipynb or notebook.py."
)
NO_NOTEBOOK_OF_OWN = say(
    "This experiment is about your own data, which a notebook would not find again; take its tables home instead."
)
NO_GUESS = say("A guess is a value for each of the {count} values of the first axis, of one of the measures {names}.")
NO_SUCH_ROW = say("There is no such row in your lab book (any more); it may have been deleted in another tab.")
NOT_KEPT = say(
    "Of this run only settings and results are kept: it was too large, it has made room for newer runs, or an earlier "
    "version of Glassbox wrote the row. Run again trains it anew from its beginning."
)

TOO_MANY_QUESTIONS = say(
    "This server has many large pictures to compute already; ask for this one again in a few seconds."
)
NEWER_QUESTION = say("This page has asked for a newer picture meanwhile, which is computed in the place of this one.")

NEVER_OPENED = say("This page connected but did not open a network within {seconds:g} seconds; reload it to try again.")
WARM_UP_FAILED = say("The kernels could not be compiled; the server's log says why.")

TOO_MANY_UPLOADS = say(
    "Files and drawings come from this address faster than this server takes them; nothing was changed, try "
    "again in a few seconds."
)

HTTP_ERRORS = {404: NO_SUCH_PAGE, 405: WRONG_METHOD, 422: WRONG_REQUEST, 429: TOO_MANY_UPLOADS, 500: SERVER_FAULT}


def http_error(status: int, allowed: str = "GET") -> str:
    """The sentence for an HTTP status of 400 or above; `allowed` is a method that the address takes."""
    return HTTP_ERRORS.get(status, OTHER_ERROR).format(status=status, allowed=allowed)
