/**
 * The line above a chart: its title and the values on show. What does not fit beside the title stands below it, and
 * stays there as long as there are as many values, so that nothing dances.
 */

const NUMBER = /[\d.∞–][\d.·⁰¹²³⁴-⁹⁻]*/g;
const LONG = "8·10⁻⁸"; // what a number may need as the loss falls

export class Heading {
  /** @param {HTMLElement} root the chart */
  constructor(root) {
    const part = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
    this.root = root;
    this.line = part("header");
    this.title = part("h3");
    this.reading = part(".chart-reading");
    this.kind = ""; // what it has room for: this title and so many values …
    this.longest = 0; // … of so many letters
    this.width = 0;
  }

  /** @param {number} width of the chart, in pixels */
  resize(width) {
    if (width === this.width) return;
    this.width = width;
    this.kind = "";
    this.write(this.title.textContent ?? "", this.reading.textContent ?? "");
  }

  /** @param {string} title @param {string} reading */
  write(title, reading) {
    if (this.title.textContent !== title) this.title.textContent = title;
    if (this.reading.textContent !== reading) this.reading.textContent = reading;
    this.#fit(`${title} ${reading.split(" · ").length}`, reading.length);
  }

  /**
   * Measures as seldom as can be, as it makes the browser lay out the page.
   *
   * @param {string} kind @param {number} length
   */
  #fit(kind, length) {
    if (kind === this.kind && length <= this.longest) return;
    const { classList } = this.root;
    const text = this.reading.textContent ?? "";
    if (kind !== this.kind) {
      classList.remove("chart-crowded");
      if (!text.includes("%")) this.reading.textContent = text.replace(NUMBER, LONG);
    }
    this.kind = kind;
    this.longest = length;
    if (this.line.scrollWidth > this.line.clientWidth) classList.add("chart-crowded");
    this.reading.textContent = text;
  }
}
