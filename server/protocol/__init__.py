"""The language between page and server: JSON texts as commands and letters, MessagePack bytes as frames."""
