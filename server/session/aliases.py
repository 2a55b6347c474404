"""Other names for sessions, by which one can ask about a network and do nothing to it: what a class is told."""

import secrets

NAME_BYTES = 16  # 128 bits cannot be guessed


class Aliases:
    """One name for each session that has been given one. Nothing but questions is answered to it."""

    def __init__(self) -> None:
        self._sessions: dict[str, str] = {}
        self._aliases: dict[str, str] = {}

    def of(self, session: str) -> str:
        """The name by which others may ask about this session."""
        if session not in self._aliases:
            alias = self._aliases[session] = secrets.token_urlsafe(NAME_BYTES)
            self._sessions[alias] = session
        return self._aliases[session]

    def session(self, name: str) -> str:
        """The session that is asked about by this name; the name itself where it is no alias."""
        return self._sessions.get(name, name)

    def drop(self, session: str) -> None:
        """The session has ended."""
        if session in self._aliases:
            del self._sessions[self._aliases.pop(session)]

    def known(self, session: str) -> str | None:
        """Its alias, if it has been given one."""
        return self._aliases.get(session)
