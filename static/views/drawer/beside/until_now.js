/** The curves of compared lanes up to the moment on show. */

/** @typedef {import("./compare_chart.js").Curves} Curves */

/**
 * The curves end at the moment of the cards, which come more often than they do.
 *
 * @param {Curves[]} curves @param {readonly import("../../../protocol/frames.js").Lane[]} lanes
 * @returns {Curves[]}
 */
export function untilNow(curves, lanes) {
  return curves.flatMap((curve) => {
    const now = lanes.find(({ lane }) => lane === curve.lane);
    if (!now) return [];
    const kept = curve.x.findLastIndex((x) => x < now.epochs) + 1;
    const withLast = (/** @type {(number | null)[]} */ values, /** @type {number | null} */ last) => [
      ...values.slice(0, kept),
      last,
    ];
    return {
      lane: curve.lane,
      x: [...curve.x.slice(0, kept), now.epochs],
      train_loss: withLast(curve.train_loss, now.train.loss),
      test_loss: withLast(curve.test_loss, now.test.loss),
    };
  });
}
