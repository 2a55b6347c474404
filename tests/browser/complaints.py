"""What a browser itself writes into its console where a test takes the server away."""

# Of requests that were under way: cut before a byte of the answer came, or in the middle of it.
CUT_OFF = "ERR_CONNECTION_(CLOSED|RESET)|ERR_EMPTY_RESPONSE|ERR_CONTENT_LENGTH_MISMATCH|ERR_INCOMPLETE_CHUNKED_ENCODING"
# Of all that is tried until the server is there again.
GONE = f"WebSocket connection to .* failed|ERR_CONNECTION|ERR_SOCKET_NOT_CONNECTED|{CUT_OFF}"
