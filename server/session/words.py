"""What the front desk says to pages: who may watch, what waits, what of a link was not taken."""

from pydantic import ValidationError

from glassbox.protocol.refusals import echo_text, sentence
from glassbox.words.sentence import say


def note_on_rejected(name: str, error: ValidationError | None, *, came_back: bool = False) -> str:
    """Why a setting from a link, or of a page that comes back, was not taken, and what stands in its place."""
    if error is None:
        return (NO_SETTING_OF_PAGE if came_back else NO_SETTING_OF_LINK).format(name=echo_text(name))
    return (WRONG_SETTING if came_back else WRONG_SETTING_OF_LINK).format(fault=sentence(error))


NO_SETTING_OF_PAGE = say("This page names a setting “{name}” that does not exist here; it was left out.")
NO_SETTING_OF_LINK = say("This link names a setting “{name}” that does not exist here; it was left out.")
WRONG_SETTING = say("{fault} The default is used instead.")
WRONG_SETTING_OF_LINK = say("This link had a wrong setting. {fault} The default is used instead.")
NOTE_ON_SIZE = say("{refusal} The default layers are used instead.")
MORE_NOTES = say("{count} more settings of this link were wrong and left out.")
LOST = say(
    "The network this page showed is no longer on the server (it was let go, or the server was restarted). "
    "This is a new one with the same settings."
)
LOST_WITH_SETTINGS = say(
    "The network this page showed is no longer on the server (it was let go, or the server was restarted). "
    "This is a new one, with the same settings but for what follows."
)
KEPT_OF_IT = say(
    "The network this page showed is no longer on the server (it was let go, or the server was restarted), but its lab "
    "book has the run."
)
TOO_MANY_SESSIONS = say(
    "This server already runs {most} networks, which is its limit. Try again when someone has closed theirs."
)
TOO_MANY_FROM_ADDRESS = say(
    "Of the {most} networks that this server runs, the last few are kept for other addresses: most of them come from "
    "yours. Close one, or try again when someone there has closed theirs."
)
TAKEN_OVER = say("This network was opened in another tab, which now shows it.")
NOT_READING = say("This page did not answer for {seconds:g} seconds, so it was let go; its network waits for it.")
MESSAGES_UNREAD = say("This page stopped reading, so it was let go; its network waits for it.")
FORGOTTEN = say("Nobody watched this network for a long time, so it was let go.")
CRASHED = say(
    "A fault in the server ended this network; the server's log says more. Its run goes on where the lab book has it, "
    "or else a new one begins."
)
HOST_GONE = say(
    "The process in which this network lived has ended. It goes on in another one, from the last moment that was kept."
)
LOST_WITH_HOST = say(
    "The process in which this network lived has ended, and no run of it was kept: a new one begins with the same "
    "settings."
)
ASKED_WHILE_RETURNING = say("This network is just moving to another process; ask again in a moment.")
SERVER_STOPS = say("The server is stopping.")
OPEN_FIRST = say("The first message must be open.")
ALREADY_OPEN = say("This page has opened its network already; leave the message out.")
TOO_FAST = say("Too many messages at once; some were ignored. Send at most {rate:g} a second.")
INBOX_FULL = say("This network has too many commands to obey already; some were ignored. Send them again in a moment.")
BYTES_NOT_TEXT = say("Expected a text message (JSON), but got bytes. Send the same as text.")
NO_SUCH_SESSION = say("There is no such network on this server (any more); reload the page to get a new one.")
SESSION_ENDED = say("This network has ended; reload the page to get a new one.")
NO_OWNER = say("This page told no id of its lab book; reload it.")
ASKED_TOO_MUCH = say("Too much is asked of this network at once; ask again in a moment.")
ASKED_TOO_EARLY = say("The kernels are still being compiled; ask again when the network can train.")
NOT_READY = say("The kernels are still being compiled, and too many commands wait for them; this one was ignored.")
