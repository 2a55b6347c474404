/** Names that are drawn for the members of a room: the first number is an adjective, the second an animal. */

const ADJECTIVES = [
  "Amber", "Bold", "Brave", "Bright", "Brisk", "Calm", "Cheerful", "Clever", "Coral", "Cosy", "Curious", "Daring",
  "Dapper", "Eager", "Early", "Emerald", "Fair", "Fancy", "Fleet", "Friendly", "Gentle", "Giant", "Gleaming", "Golden",
  "Graceful", "Happy", "Hardy", "Honest", "Indigo", "Jolly", "Keen", "Kind", "Lilac", "Lively", "Lucky", "Mellow",
  "Merry", "Mighty", "Nimble", "Noble", "Patient", "Plucky", "Polite", "Proud", "Quick", "Quiet", "Rapid", "Ready",
  "Royal", "Ruby", "Sandy", "Scarlet", "Silver", "Sleek", "Snowy", "Spry", "Steady", "Sturdy", "Sunny", "Swift", "Tidy",
  "Turquoise", "Velvet", "Witty",
]; // prettier-ignore

const ANIMALS = [
  "Alpaca", "Badger", "Beaver", "Bee", "Bison", "Buzzard", "Camel", "Cat", "Cheetah", "Cricket", "Crane", "Deer",
  "Dolphin", "Dragonfly", "Duck", "Eagle", "Elk", "Falcon", "Ferret", "Finch", "Firefly", "Fox", "Frog", "Gazelle",
  "Gecko", "Giraffe", "Hamster", "Hare", "Hedgehog", "Heron", "Horse", "Ibex", "Iguana", "Jackdaw", "Kestrel",
  "Kingfisher", "Koala", "Lark", "Lemur", "Lion", "Lynx", "Marten", "Mole", "Moose", "Newt", "Otter", "Owl", "Panda",
  "Panther", "Pelican", "Penguin", "Puffin", "Raven", "Robin", "Salmon", "Seal", "Sparrow", "Squirrel", "Stork",
  "Swallow", "Tiger", "Tortoise", "Whale", "Zebra",
]; // prettier-ignore

export const COUNTS = [ADJECTIVES.length, ANIMALS.length];

/** A member's name, as it is shown. @param {import("../protocol/classroom.js").Name} name */
export const nameText = (name) => (typeof name === "string" ? name : `${ADJECTIVES[name[0]]} ${ANIMALS[name[1]]}`);

/** The numbers of a drawn name that somebody has typed; null: it is none. @param {string} text */
export function drawnName(text) {
  const words = text.trim().toLowerCase().split(/\s+/),
    at = (/** @type {readonly string[]} */ list, /** @type {string} */ word) =>
      list.findIndex((each) => each.toLowerCase() === word);
  const [adjective, animal] = [at(ADJECTIVES, words[0]), at(ANIMALS, words[1] ?? "")];
  return words.length === 2 && adjective >= 0 && animal >= 0 ? [adjective, animal] : null;
}
