/** Sets the plane anew when data with other inputs come: what was held of the old ones means nothing for them. */

import { computed, effect } from "@preact/signals-core";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../state/actions.js").Actions} Actions */
/** @typedef {import("../protocol/frames.js").Data} Data */

/** @param {Store} store @param {Actions} actions */
export function mountSlice(store, actions) {
  const names = computed(() => JSON.stringify(store.data.value?.inputs.map(({ name }) => name) ?? []));
  effect(() => {
    const data = names.value && store.data.peek();
    if (data && data.inputs.length > 2)
      actions.setSlice(data.side ? ofPicture(data) : { axes: [0, 1], held: data.inputs.map(middle) });
  });
}

/**
 * The pixels in the middle tell most; the others are held as in one of the pictures.
 *
 * @param {Data} data
 * @returns {import("../state/store.js").Slice}
 */
function ofPicture({ side, inputs, points }) {
  const centre = (side / 2) * side + side / 2;
  return { axes: [centre - 1, centre], held: Array.from(points.subarray(0, inputs.length)) };
}

/** @param {import("../protocol/frames.js").Quantity} quantity */
function middle({ least, most }) {
  return (least + most) / 2;
}
