"""A drawn name that somebody has typed, in whichever language it was read; `names.py` draws it as two numbers.

The words are those of static/text/classroom_names.js, which shows the name; a test holds both to be the same.
"""

from functools import cache

from glassbox.classroom.names import Drawn
from glassbox.words.languages import Language, languages
from glassbox.words.sentence import say, say_as

ADJECTIVES = say(
    "Amber, Bold, Brave, Bright, Brisk, Calm, Cheerful, Clever, Coral, Cosy, Curious, Daring, Dapper, Eager, "
    "Early, Emerald, Fair, Fancy, Fleet, Friendly, Gentle, Giant, Gleaming, Golden, Graceful, Happy, Hardy, "
    "Honest, Indigo, Jolly, Keen, Kind, Lilac, Lively, Lucky, Mellow, Merry, Mighty, Nimble, Noble, Patient, "
    "Plucky, Polite, Proud, Quick, Quiet, Rapid, Ready, Royal, Ruby, Sandy, Scarlet, Silver, Sleek, Snowy, Spry, "
    "Steady, Sturdy, Sunny, Swift, Tidy, Turquoise, Velvet, Witty"
)
ANIMALS = say(
    "Alpaca, Badger, Beaver, Bee, Bison, Buzzard, Camel, Cat, Cheetah, Cricket, Crane, Deer, Dolphin, Dragonfly, "
    "Duck, Eagle, Elk, Falcon, Ferret, Finch, Firefly, Fox, Frog, Gazelle, Gecko, Giraffe, Hamster, Hare, "
    "Hedgehog, Heron, Horse, Ibex, Iguana, Jackdaw, Kestrel, Kingfisher, Koala, Lark, Lemur, Lion, Lynx, Marten, "
    "Mole, Moose, Newt, Otter, Owl, Panda, Panther, Pelican, Penguin, Puffin, Raven, Robin, Salmon, Seal, "
    "Sparrow, Squirrel, Stork, Swallow, Tiger, Tortoise, Whale, Zebra"
)
NAME = say_as("drawn name", "{adjective} {animal}")
COMMAS = str.maketrans("，،、", ",,,")  # of Chinese, Arabic and Japanese


def drawn_name(text: str) -> Drawn | None:
    """The numbers of a drawn name, however it is spaced or capitalized; None where no language has such a name.

    It takes some tenths of a second for each language that nobody has spoken yet.
    """
    typed = _bare(text)
    return next((found for language in languages() if (found := _names(language).get(typed))), None)


@cache
def _names(language: Language) -> dict[str, Drawn]:
    """All of a language's names, by their bare text."""
    adjectives, animals = (_listed(language, words) for words in (ADJECTIVES, ANIMALS))
    return {
        _bare(language.word(NAME.format(adjective=adjective, animal=animal))): (first, second)
        for first, adjective in enumerate(adjectives)
        for second, animal in enumerate(animals)
    }


def _listed(language: Language, words: str) -> list[str]:
    """The words in the language; in English where it has not as many of them."""
    own, english = (text.translate(COMMAS).split(",") for text in (language.word(words), str(words)))
    return [word.strip() for word in (own if len(own) == len(english) else english)]


def _bare(name: str) -> str:
    return "".join(name.lower().split())
