"""A class in one room, over the network: its routes, its sockets, and what keeps its rooms in the database."""
