/** Names that are drawn for the members of a room: the first number is an adjective, the second an animal. */

import { say, sayAs, toSay } from "./say.js";

// Translators: 64 adjectives in this order, with commas between; each has to go with each of the 64 animals.
const ADJECTIVES = toSay(
  "Amber, Bold, Brave, Bright, Brisk, Calm, Cheerful, Clever, Coral, Cosy, Curious, Daring, Dapper, Eager, " +
    "Early, Emerald, Fair, Fancy, Fleet, Friendly, Gentle, Giant, Gleaming, Golden, Graceful, Happy, Hardy, " +
    "Honest, Indigo, Jolly, Keen, Kind, Lilac, Lively, Lucky, Mellow, Merry, Mighty, Nimble, Noble, Patient, " +
    "Plucky, Polite, Proud, Quick, Quiet, Rapid, Ready, Royal, Ruby, Sandy, Scarlet, Silver, Sleek, Snowy, " +
    "Spry, Steady, Sturdy, Sunny, Swift, Tidy, Turquoise, Velvet, Witty",
);

// Translators: 64 animals in this order, with commas between; each has to go with each of the 64 adjectives.
const ANIMALS = toSay(
  "Alpaca, Badger, Beaver, Bee, Bison, Buzzard, Camel, Cat, Cheetah, Cricket, Crane, Deer, Dolphin, " +
    "Dragonfly, Duck, Eagle, Elk, Falcon, Ferret, Finch, Firefly, Fox, Frog, Gazelle, Gecko, Giraffe, " +
    "Hamster, Hare, Hedgehog, Heron, Horse, Ibex, Iguana, Jackdaw, Kestrel, Kingfisher, Koala, Lark, Lemur, " +
    "Lion, Lynx, Marten, Mole, Moose, Newt, Otter, Owl, Panda, Panther, Pelican, Penguin, Puffin, Raven, " +
    "Robin, Salmon, Seal, Sparrow, Squirrel, Stork, Swallow, Tiger, Tortoise, Whale, Zebra",
);

const COMMA = /\s*[,،、，]\s*/;
const english = [ADJECTIVES, ANIMALS].map((words) => words.split(COMMA));

/** A language that has not as many of them says them in English. */
const own = [say(ADJECTIVES), say(ANIMALS)].map((told, at) => {
  const words = told.split(COMMA);
  return words.length === english[at].length ? words : english[at];
});

export const COUNTS = english.map((words) => words.length);

/** A member's name, as it is shown. @param {import("../protocol/classroom.js").Name} name */
export function nameText(name) {
  if (typeof name === "string") return name;
  return sayAs("drawn name", "{adjective} {animal}", { adjective: own[0][name[0]], animal: own[1][name[1]] });
}

/** For whoever is asked to type one. */
export const AN_EXAMPLE = nameText([2, 45]);

/**
 * The numbers of a drawn name that somebody has typed, in the language of this page or, since the name may have been
 * read on another device, in English; null: it is none.
 *
 * @param {string} text
 */
export function drawnName(text) {
  const typed = bare(text);
  for (const adjective of english[0].keys())
    for (const animal of english[1].keys())
      if (
        [nameText([adjective, animal]), `${english[0][adjective]} ${english[1][animal]}`].some(
          (name) => bare(name) === typed,
        )
      )
        return [adjective, animal];
  return null;
}

/** However many spaces there are, and whatever the case. @param {string} name */
const bare = (name) => name.toLowerCase().replace(/\s+/g, "");
