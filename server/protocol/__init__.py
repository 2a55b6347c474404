"""The language between page and server: JSON texts as commands and messages, MessagePack bytes as frames."""
