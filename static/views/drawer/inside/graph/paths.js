/** Among single operations: the paths from one box to another, and the products of the derivatives along them. Pure. */

/** @typedef {{id: string, parents: string[], locals?: (number | null)[]}} Box */
/** @typedef {{boxes: string[], slopes: number[], product: number}} Path */

/**
 * How many paths lead from one to the other, and the sum of their products.
 * @param {{nodes: Box[]}} answer @param {string} from @param {string} to
 */
export function overPaths({ nodes }, from, to) {
  const known = new Map([[from, { paths: 1, sum: 1 }]]);
  for (const node of nodes) {
    if (node.id === from || !node.locals) continue;
    let paths = 0,
      sum = 0;
    node.parents.forEach((parent, place) => {
      const way = known.get(parent),
        slope = node.locals?.[place];
      if (!way || slope == null) return;
      paths += way.paths;
      sum += way.sum * slope;
    });
    if (paths) known.set(node.id, { paths, sum });
  }
  return known.get(to) ?? { paths: 0, sum: 0 };
}

/**
 * Each path by itself: its boxes, and after the first of them the derivative that brought one there.
 * @param {{nodes: Box[]}} answer @param {string} from @param {string} to @returns {Path[]}
 */
export function pathsOf({ nodes }, from, to) {
  return backFrom(new Map(nodes.map((node) => [node.id, node])), from, to);
}

/** @param {Map<string, Box>} known @param {string} from @param {string} id @returns {Path[]} */
function backFrom(known, from, id) {
  if (id === from) return [{ boxes: [id], slopes: [], product: 1 }];
  const { parents = [], locals = [] } = known.get(id) ?? {};
  return parents.flatMap((parent, place) => {
    const slope = locals[place];
    return slope == null ? [] : backFrom(known, from, parent).map((path) => onwards(path, id, slope));
  });
}

/** @param {Path} path @param {string} id @param {number} slope @returns {Path} */
function onwards({ boxes, slopes, product }, id, slope) {
  return { boxes: [...boxes, id], slopes: [...slopes, slope], product: product * slope };
}
