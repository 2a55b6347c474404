"""What the page sees of a run at one moment: its numbers and its maps, put into a frame."""
