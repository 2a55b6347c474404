"""What stands on the lessons' shelf, in the language of whoever asks."""

from glassbox.lessons.shelf import Shelf, Shelved
from glassbox.web.background import Background
from glassbox.words.current import spoken


async def shelved_in_spoken(shelf: Shelf, background: Background) -> Shelved:
    """Files are read, and lessons translated, beside the loop."""
    found, language = shelf.last if shelf.is_fresh else await background.run(shelf.now), spoken()
    if found.is_read_in(language):
        return found.read_in(language)
    return await background.run(lambda: found.read_in(language))
