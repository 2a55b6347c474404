/** Loads those parts of the page that the first screen does not need; never from a server that has a newer page. */

import { PAGE } from "./addresses.js";
import { NoAnswer } from "./questions.js";

const BUILD = /<meta name="glassbox-build" content="([^"]*)"/;

/** @typedef {import("./state/store.js").Store} Store */
/** @typedef {<T>(load: () => Promise<T>) => Promise<T>} Late `load` imports the part; throws `NoAnswer` */

/**
 * @param {Store} store @param {string} build of this page
 * @param {{outdated: string, notLoaded: string}} words
 * @param {typeof fetch} [get]
 * @returns {Late}
 */
export function createLate(store, build, words, get = (...request) => fetch(...request)) {
  /** Whether the server has another page by now, so that the files of this one are gone. */
  const isOutdated = async () => {
    const page = await get(PAGE).then(
      (answer) => answer.text(),
      () => "",
    );
    const [, served = build] = BUILD.exec(page) ?? [];
    return served !== build;
  };
  return async (load) => {
    if (!store.outdated.peek() && store.connection.peek() !== "lost") {
      const part = await load().catch(() => null);
      if (part) return part;
      store.outdated.value = await isOutdated();
    }
    throw new NoAnswer(store.outdated.peek() ? words.outdated : words.notLoaded);
  };
}
