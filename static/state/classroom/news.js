/** What a room tells of itself comes whole each time, and by two ways: older news never replace newer ones. */

/** @typedef {{version: number}} News */

/**
 * Takes the news unless newer ones are there.
 *
 * @template {News} T @param {{value: T | null, peek(): T | null}} signal @param {T} news @returns {boolean}
 */
export function takeNews(signal, news) {
  const before = signal.peek();
  if (before && before.version > news.version) return false;
  signal.value = news;
  return true;
}
