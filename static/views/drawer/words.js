/** A tab's "What is this?": an explanation, fetched when it is first unfolded; and formulas that the server has set. */

import { html, nothing, render } from "lit-html";
import { unsafeHTML } from "lit-html/directives/unsafe-html.js";

import { READ } from "../../addresses.js";
import { WORDS } from "../../text/drawer.js";

/** @typedef {import("../drawer.js").World} World */
/** @typedef {{title: string, html: string}} Explanation */

/**
 * A folded explanation, for a tab to make once in `mount` and to put wherever it likes
 * (lit-html takes elements as they are).
 * @param {string} name of a file in server/words/texts @param {Pick<World, "read">} world
 */
export function whatIsThis(name, world) {
  const details = document.createElement("details");
  details.className = "words";
  details.dataset.unsaved = "";
  const show = (/** @type {Explanation | null} */ found, fault = "") => render(unfolded(found, fault), details);
  const fetched = once(() => world.read(READ.explanation(name)));
  details.addEventListener("toggle", () => {
    if (details.open)
      fetched()
        .then(show, (/** @type {Error} */ error) => show(null, error.message))
        .then(() => letScroll(details));
  });
  show(null);
  return details;
}

/** A place for one explanation at a time, not folded, which a tab exchanges: `show("another_name")`. */
export class ShownWords {
  /** @param {Pick<World, "read">} world */
  constructor(world) {
    this.read = world.read;
    this.element = document.createElement("div");
    this.element.className = "words-shown";
    this.name = "";
    this.fetched = /** @type {Map<string, () => Promise<Explanation>>} */ (new Map());
  }

  /** @param {string} name of a file in server/words/texts */
  show(name) {
    if (name === this.name) return;
    this.name = name;
    const fetch = this.fetched.get(name) ?? once(() => this.read(READ.explanation(name)));
    this.fetched.set(name, fetch);
    const put = (/** @type {unknown} */ content) => name === this.name && render(content, this.element);
    fetch().then(
      (found) =>
        put(html`<h3>${found.title}</h3><div class="words-text">${math(found.html)}</div>`) && letScroll(this.element),
      (/** @type {Error} */ error) => (put(html`<p role="status">${error.message}</p>`), (this.name = "")),
    );
  }
}

/** @param {Explanation | null} found @param {string} fault */
function unfolded(found, fault) {
  return html`<summary>${WORDS.whatIsThis}</summary>
    ${
      found
        ? html`<h3>${found.title}</h3><div class="words-text">${math(found.html)}</div>`
        : html`<p role="status">${fault || WORDS.loading}</p>`
    }`;
}

/**
 * MathML or an explanation, as the server made it: nothing of it comes from a person or a file of theirs.
 *
 * @param {string} markup
 */
export function math(markup) {
  return markup ? unsafeHTML(markup) : nothing;
}

/** A formula wider than its place can be scrolled, by keyboard too. @param {Element} part that holds formulas */
export function letScroll(part) {
  for (const place of part.querySelectorAll(".math.block, .formula")) {
    if (place.scrollWidth > place.clientWidth) place.setAttribute("tabindex", "0");
    else place.removeAttribute("tabindex");
  }
}

/** Asks until there was an answer, and then no more. @template T @param {() => Promise<T>} question */
function once(question) {
  /** @type {Promise<T> | null} */
  let answer = null;
  return () => {
    answer ??= question().catch((error) => {
      answer = null;
      throw error;
    });
    return answer;
  };
}
