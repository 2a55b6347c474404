"""What the web room says to people: refusals at the door, HTTP errors, farewells. One clear sentence each."""

from glassbox.words.sentence import say

HOST_MISSING = "This request does not say which host it wants; send one Host header."
HOST_MALFORMED = "The Host header of this request is not a host name or address; send one such as localhost:8000."
HOST_FOREIGN = (
    "This server is not known by the host name of this request; use its address, or start it with --allowed-host."
)
ORIGIN_REPEATED = "This request names several origins; open the playground's own page instead."
ORIGIN_OPAQUE = "This request comes from a page without an origin of its own; open the playground's own page instead."
ORIGIN_FOREIGN = (
    "This request comes from a page of another origin: open the playground's own page instead, or, if this is it, let the "
    "proxy in between pass on Host and X-Forwarded-Proto, as the README says."
)
TOKEN_MISSING = "This playground belongs to a notebook; open it with the address that show() gives there, and let its cookie through."

HEAD_TOO_LONG = "The address and headers of this request are longer than 64 kB; send it with fewer or shorter ones."
TOO_SLOW = "This request did not arrive in time; send it again, over a better line if there is one."
NO_HTTP = "This is no request in HTTP, or a damaged one; open this server's address in a browser."
TOO_MANY_CONNECTIONS = "This server has as many connections as it takes, in all or from this address; close some of its pages, then try again."
TOO_MANY_SOCKETS = "This server has as many open pages as it takes; close some of them, then reload this one."

NO_SUCH_PAGE = say("There is no page at this address; the playground is at /.")
NO_SUCH_SOCKET = "There is no socket at this address; the live one is at /ws."
WRONG_METHOD = "This address cannot be used with that method; use {allowed}."
WRONG_REQUEST = "Something in this request is missing or out of bounds; look at the address and try again."
SERVER_FAULT = "Something went wrong in the server; its log says what. Try again."
OTHER_ERROR = "The server could not answer this request (HTTP {status})."

BODY_TOO_LONG = "What this request brings along is longer than {most} kB; send less at once."

NO_SUCH_FORMAT = "There is no such file to take home; expected one of {formats}."
NO_SUCH_SHARE = (
    "The network of this link is not kept here (any more): links last as long as there is room. The network you see "
    "was made from the settings alone."
)
DAMAGED_SHARE = (
    "What was kept of the network of this link is damaged and cannot be read any more. The network you see was made from "
    "the settings alone."
)
SEEDS_RUNNING = "Seeds of this network are being trained already; cancel them first, or wait until they are done."
NO_SUCH_EXPERIMENT = "There is no such experiment here (any more): it was deleted, or it has made room for newer ones."
NOT_YOUR_EXPERIMENT = "This experiment belongs to another browser: you may look at it and open its dots, but not change it. Run it again to have one of your own."
TOO_MANY_EXPERIMENTS = "You have {most} experiments that have not ended; wait until one has, or cancel one."
NO_PLACE_FOR_EXPERIMENTS = "This server has as many experiments to run as it takes; try again when some have ended."
EXPERIMENT_OF_ANOTHER_VERSION = (
    "This experiment was kept by another version of Glassbox, and this one cannot read it; delete it, or run it again."
)
NO_EXPERIMENT = "Expected either an experiment or the name of a ready question."
WORKERS_LOST = "The processes that train have died again and again at the same trainings, which may need more memory than there is; what was done before is kept."
EXPERIMENT_FAILED = "Something went wrong in the server while this experiment was running; its log says what. What was done before is kept."
NO_SUCH_TABLE = "There is no such table to take home; expected trials.csv, points.csv, notebook.ipynb or notebook.py."
NO_NOTEBOOK_OF_OWN = (
    "This experiment is about your own data, which a notebook would not find again; take its tables home instead."
)
NO_GUESS = "A guess is a value for each of the {count} values of the first axis, of one of the measures {names}."
NO_SUCH_ROW = "There is no such row in your lab book (any more); it may have been deleted in another tab."
NOT_KEPT = (
    "Of this run only settings and results are kept: it was too large, it has made room for newer runs, or an earlier version "
    "of Glassbox wrote the row. Run again trains it anew from its beginning."
)

TOO_MANY_QUESTIONS = "This server has many large pictures to compute already; ask for this one again in a few seconds."
NEWER_QUESTION = "This page has asked for a newer picture meanwhile, which is computed in the place of this one."

NEVER_OPENED = "This page connected but did not open a network within {seconds:g} seconds; reload it to try again."
WARM_UP_FAILED = "The kernels could not be compiled; the server's log says why."

TOO_MANY_UPLOADS = (
    "Files and drawings come from this address faster than this server takes them; nothing was changed, try "
    "again in a few seconds."
)

HTTP_ERRORS = {404: NO_SUCH_PAGE, 405: WRONG_METHOD, 422: WRONG_REQUEST, 429: TOO_MANY_UPLOADS, 500: SERVER_FAULT}


def http_error(status: int, allowed: str = "GET") -> str:
    """The sentence for an HTTP status of 400 or above; `allowed` is a method that the address takes."""
    return HTTP_ERRORS.get(status, OTHER_ERROR).format(status=status, allowed=allowed)
