/** Lets what is begun at the server be begun again only once that was answered: a double click begins one thing. */

/**
 * @template {unknown[]} Of
 * @param {(...of: Of) => Promise<void>} begin
 * @returns {(...of: Of) => Promise<void>} does nothing while an earlier one is under way
 */
export function oneAtATime(begin) {
  let isUnderWay = false;
  return async (...of) => {
    if (isUnderWay) return;
    isUnderWay = true;
    try {
      await begin(...of);
    } finally {
      isUnderWay = false;
    }
  };
}
