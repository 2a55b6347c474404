/** Softmax: one drags the logits, and sees probabilities, loss and gradients beside them. */

import { signal } from "@preact/signals-core";
import { html } from "lit-html";
import { live } from "lit-html/directives/live.js";

import { cost, softmax } from "../../../../draw/losses.js";
import { LOSSES } from "../../../../text/losses.js";
import { plain } from "../../../../text/numbers.js";
import { handle } from "../../handle.js";

const FEWEST = 2,
  MOST = 10,
  REACH = 6;
const { heads } = LOSSES;
const FIRST = [2, 0.5, -1, 0, 1, -0.5, 1.5, -1.5, 0.5, 0];

/** @param {number} classes to begin with */
export function severalClasses(classes) {
  const logits = signal(FIRST.slice(0, Math.max(FEWEST, Math.min(MOST, classes)))),
    target = signal(1);
  const resize = (/** @type {number} */ by) => {
    const count = logits.peek().length + by;
    if (count < FEWEST || count > MOST) return;
    logits.value = by > 0 ? [...logits.peek(), FIRST[count - 1]] : logits.peek().slice(0, count);
    target.value = Math.min(target.peek(), count - 1);
  };
  const set = (/** @type {number} */ at) => (/** @type {number} */ to) =>
    (logits.value = logits.peek().map((z, each) => (each === at ? to : z)));
  return () => {
    const sums = logits.value,
      right = target.value,
      chances = softmax(sums);
    const entropy = cost("softmax", "cross_entropy", sums, right, 1),
      squared = cost("softmax", "squared_error", sums, right, 1);
    return html`<div class="loss-part soft" data-save=${LOSSES.parts.softmax}>
      <table class="soft-rows"><thead><tr>${Object.values(heads).map(
        (head) => html`<th scope="col">${head}</th>`,
      )}</tr></thead><tbody>
        ${sums.map(
          (z, at) => html`<tr>
          <td><input type="radio" name="soft-right" aria-label=${LOSSES.right(at)} .checked=${live(at === right)}
            @change=${() => (target.value = at)}></td>
          <th scope="row">${LOSSES.class(at)}</th>
          <td data-title=${heads.logit}>${handle({
            label: "",
            name: LOSSES.logit(at),
            value: z,
            min: -REACH,
            max: REACH,
            least: -1000,
            most: 1000,
            set: set(at),
          })}</td>
          <td data-title=${heads.chance}>${bar(chances[at], LOSSES.chance(at, chances[at]), false)}</td>
          <td data-title=${heads.gradient}>${bar(
            entropy.gradients[at],
            LOSSES.gradient(at, entropy.gradients[at]),
            true,
          )}</td></tr>`,
        )}
      </tbody></table>
      <section class="loss-side">
        <p class="soft-count"><span>${LOSSES.classes}</span>
          <button type="button" class="button small" aria-label=${LOSSES.fewer} ?disabled=${sums.length <= FEWEST}
            @click=${() => resize(-1)}>−</button><b>${sums.length}</b>
          <button type="button" class="button small" aria-label=${LOSSES.more} ?disabled=${sums.length >= MOST}
            @click=${() => resize(1)}>+</button>
          <button type="button" class="button small" title=${LOSSES.addOneHelp}
            @click=${() => (logits.value = sums.map((z) => z + 1))}>${LOSSES.addOne}</button></p>
        <p>${LOSSES.addOneHelp}</p>
        <p>${LOSSES.minusLog(chances[right], entropy.value)}</p>
        <p>${LOSSES.squared(squared.value)}</p>
      </section>
    </div>`;
  };
}

/**
 * A bar of a share, or of a signed number from −1 to 1 about the middle.
 *
 * @param {number} value @param {string} label @param {boolean} isSigned
 */
function bar(value, label, isSigned) {
  const size = Math.min(1, Math.abs(value)) * (isSigned ? 50 : 100),
    from = isSigned ? (value < 0 ? 50 - size : 50) : 0;
  return html`<span class="soft-bar"><svg viewBox="0 0 100 10" preserveAspectRatio="none" role="img"
    aria-label=${label}>
    <rect class=${value < 0 ? "negative" : isSigned ? "positive" : "chance"} x=${from} y="0" width=${size}
      height="10" /><path class="axis" d="M${isSigned ? 50 : 0} 0V10" /></svg>
    <output>${plain(value)}</output></span>`;
}
