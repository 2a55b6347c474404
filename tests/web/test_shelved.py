"""Lessons in the language of whoever asks, read beside the loop."""

import asyncio

from glassbox.lessons.shelf import Shelf
from glassbox.web.background import Background
from glassbox.web.shelved import shelved_in_spoken
from glassbox.words.current import speak
from glassbox.words.languages import ENGLISH, language_of


def test_each_reads_its_own_language_from_one_shelf():
    async def story():
        background, shelf = Background(), Shelf()
        found = {}
        for language in (ENGLISH, language_of("zh-Hans"), ENGLISH):
            speak(language)  # in this task's own context
            found[language.tag] = await shelved_in_spoken(shelf, background)
            assert found[language.tag].language == language
            assert await shelved_in_spoken(shelf, background) is found[language.tag]
        english, chinese = (each.lessons["first-five-minutes"].title for each in found.values())
        assert english == "The first minutes" != chinese
        background.close()

    asyncio.run(story())
