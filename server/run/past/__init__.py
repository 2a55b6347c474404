"""How a run came to where it stands: curves, trajectory, timeline and branches."""
