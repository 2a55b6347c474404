"""What the front desk says to pages: who may watch, what waits, what of a link was not taken."""

from pydantic import ValidationError

from glassbox.protocol.refusals import echo_text, sentence


def note_on_rejected(name: str, error: ValidationError | None, *, came_back: bool = False) -> str:
    """Why a setting from a link, or of a page that comes back, was not taken, and what stands in its place."""
    if error is None:
        source = "This page" if came_back else "This link"
        return f"{source} names a setting “{echo_text(name)}” that does not exist here; it was left out."
    if came_back:
        return f"{sentence(error)} The default is used instead."
    return f"This link had a wrong setting. {sentence(error)} The default is used instead."


NOTE_ON_SIZE = "{refusal} The default layers are used instead."
MORE_NOTES = "{count} more settings of this link were wrong and left out."
LOST = (
    "The network this page showed is no longer on the server (it was let go, or the server was restarted). "
    "This is a new one with the same settings."
)
LOST_WITH_SETTINGS = (
    "The network this page showed is no longer on the server (it was let go, or the server was restarted). "
    "This is a new one, with the same settings but for what follows."
)
KEPT_OF_IT = (
    "The network this page showed is no longer on the server (it was let go, or the server was restarted), but its lab "
    "book has the run."
)
TOO_MANY_SESSIONS = (
    "This server already runs {most} networks, which is its limit. Try again when someone has closed theirs."
)
TOO_MANY_FROM_ADDRESS = (
    "Of the {most} networks that this server runs, the last few are kept for other addresses: most of them come from yours. "
    "Close one, or try again when someone there has closed theirs."
)
TAKEN_OVER = "This network was opened in another tab, which now shows it."
NOT_READING = "This page did not answer for {seconds:g} seconds, so it was let go; its network waits for it."
MESSAGES_UNREAD = "This page stopped reading, so it was let go; its network waits for it."
FORGOTTEN = "Nobody watched this network for a long time, so it was let go."
CRASHED = (
    "A fault in the server ended this network; the server's log says more. Its run goes on where the lab book has it, or "
    "else a new one begins."
)
SERVER_STOPS = "The server is stopping."
OPEN_FIRST = "The first message must be open."
ALREADY_OPEN = "This page has opened its network already; leave the message out."
TOO_FAST = "Too many messages at once; some were ignored. Send at most {rate:g} a second."
INBOX_FULL = "This network has too many commands to obey already; some were ignored. Send them again in a moment."
BYTES_NOT_TEXT = "Expected a text message (JSON), but got bytes. Send the same as text."
NO_SUCH_SESSION = "There is no such network on this server (any more); reload the page to get a new one."
SESSION_ENDED = "This network has ended; reload the page to get a new one."
NO_OWNER = "This page told no id of its lab book; reload it."
ASKED_TOO_MUCH = "Too much is asked of this network at once; ask again in a moment."
ASKED_TOO_EARLY = "The kernels are still being compiled; ask again when the network can train."
NOT_READY = "The kernels are still being compiled, and too many commands wait for them; this one was ignored."
