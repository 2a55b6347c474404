/** The shown network, live and large: its map with the points, its units and weights, its losses, its numbers. */

import { html, nothing, svg } from "lit-html";

import { epochs as epochRange, fromZero, ticks } from "../../../draw/axes.js";
import { fitted, Sheet } from "../../../draw/canvas.js";
import { signedTable, winnerTables } from "../../../draw/colours.js";
import { arrange } from "../../../draw/columns.js";
import { pathOf } from "../../../draw/curve.js";
import { drawCurve } from "../../../draw/fitted_line.js";
import { paint, paintClasses } from "../../../draw/pixels.js";
import { drawPoints } from "../../../draw/points.js";
import { placesOf, reachOf } from "../../../draw/projection.js";
import { Shown as Parts } from "../../../draw/shown.js";
import { watchPalette } from "../../../draw/theme.js";
import { drawBias, drawUnit, eachUnit } from "../../../draw/units.js";
import { drawWires } from "../../../draw/wires.js";
import { inputNames } from "../../../state/classroom/column_names.js";
import { PROJECTOR } from "../../../text/classroom_desk.js";
import { plain, tick } from "../../../text/numbers.js";
import { READOUT } from "../../../text/page.js";
import { count } from "../../../text/say.js";
import { drawName, namesUnder } from "./names.js";

/** @typedef {import("../../../protocol/frames.js").Frame} Frame */
/** @typedef {import("../../../protocol/frames.js").Data} Data */
/** @typedef {import("../../../draw/colours.js").Palette} Palette */
/** @typedef {import("../../../state/classroom/shown.js").Shown} Shown */

const CHART = { width: 400, height: 220, left: 46, top: 28, right: 12, bottom: 30 };
const GAP = 10; // beside a name
const NAME = 0.2; // of the picture's width, at most, for the names of its inputs
const LETTER = 17; // of a chart so wide: about that of the page

export class NetworkStage {
  /** @param {Shown} shown */
  constructor(shown) {
    this.shown = shown;
    this.maps = new Sheet();
    this.units = new Sheet();
    /** @type {Palette | null} */
    this.palette = null;
    watchPalette((found) => {
      this.palette = found;
      this.draw();
    });
    addEventListener("resize", () => this.draw());
  }

  /** @param {boolean} isShown whether the room has a network to show, just now */
  stage(isShown) {
    const frame = this.shown.frame.value;
    if (!frame)
      return html`<p class="projector-only" role="status">${isShown ? PROJECTOR.waiting : PROJECTOR.away}</p>`;
    return html`<div class="projector-network"><div class="projector-map"><canvas role="img"
        aria-label=${PROJECTOR.map}></canvas></div>
      <div class="projector-side"><div class="projector-units"><canvas role="img" aria-label=${
        PROJECTOR.network
      }></canvas></div>${this.#curves(frame)}</div>
      ${namesUnder(this.shown.data.value)}${numbers(frame)}
      ${isShown ? nothing : html`<p role="status">${PROJECTOR.away}</p>`}</div>`;
  }

  /** What canvases show; nothing where the stage is another. */
  draw() {
    const frame = this.shown.frame.peek(),
      [map, units] = document.querySelectorAll(".projector-network canvas");
    if (!frame || !this.palette || !units) return;
    this.#drawMap(/** @type {HTMLCanvasElement} */ (map), frame, this.shown.data.peek(), this.palette);
    const names = inputNames(this.shown.data.peek(), frame.sizes[0]);
    this.#drawUnits(/** @type {HTMLCanvasElement} */ (units), frame, names, this.palette);
  }

  /** @param {HTMLCanvasElement} canvas @param {Frame} frame @param {Data | null} data @param {Palette} palette */
  #drawMap(canvas, { map, classes }, data, palette) {
    const side = canvas.clientWidth,
      ctx = fitted(canvas, side, side, true);
    if (map.values) drawCurve(ctx, map.values, reachOf(map.scale), side, palette);
    else {
      const sheet = this.maps;
      sheet.resize(map.size, map.size);
      if (map.classes) paintClasses(sheet.pixels, map.pixels, map.classes, winnerTables(palette, classes, false));
      else paint(sheet.pixels, map.pixels, signedTable(palette));
      sheet.show();
      ctx.drawImage(sheet.canvas, 0, 0, side, side);
    }
    if (data) drawPoints(ctx, { ...data, points: placesOf(data, [0, 1]) }, false, side, palette);
  }

  /**
   * @param {HTMLCanvasElement} canvas @param {Frame} frame @param {string[]} names of its inputs, if they have any
   * @param {Palette} palette
   */
  #drawUnits(canvas, frame, names, palette) {
    const box = /** @type {HTMLElement} */ (canvas.parentElement),
      parts = new Parts(frame),
      { size, pixels } = frame.units,
      shownSizes = frame.windows.map(([, count]) => count);
    const [width, height] = [box.clientWidth, box.clientHeight],
      room = names.length ? NAME * width : 0,
      margins = { head: 8, foot: 8, fold: 0, left: 60 + room, right: 60, leastPitch: 40, large: true };
    const layout = arrange({ width, height, ...margins }, shownSizes, []);
    this.units.resize(size, Math.max(1, pixels.length / size));
    paint(this.units.pixels, pixels, signedTable(palette));
    this.units.show();
    const ctx = fitted(canvas, width, height);
    ctx.clearRect(0, 0, width, height);
    const { fontSize, fontFamily } = getComputedStyle(document.body);
    ctx.font = `${fontSize} ${fontFamily}`;
    drawWires(ctx, layout, (layer, unit, source) => parts.weight(layer, unit, source), palette);
    eachUnit(layout, (layer, unit, x, y) => {
      const index = parts.picture(layer, unit),
        bias = parts.bias(layer, unit);
      const sheet = index < 0 ? null : this.units.canvas;
      drawUnit(ctx, sheet, { left: 0, top: index * size, size }, x, y, layout.side, palette);
      const left = x - layout.side / 2;
      if (!layer && names[unit]) drawName(ctx, names[unit], left - GAP, y, left - 2 * GAP, palette);
      if (!Number.isNaN(bias)) drawBias(ctx, bias, x, y, layout.side, palette);
    });
  }

  /** @param {Frame} frame */
  #curves(frame) {
    const { history } = this.shown,
      { x, train_loss: train, test_loss: test } = history.upTo(frame);
    void history.version.value;
    const far = x.at(-1) ?? null,
      most = [...train, ...test].reduce((/** @type {number} */ high, each) => Math.max(high, each ?? 0), 0);
    const { left, top, right, bottom } = CHART,
      [width, height] = [CHART.width - left - right, CHART.height - top - bottom];
    const box = { left, top, width, height, x: epochRange(0, far), y: fromZero(most) },
      foot = top + height;
    return html`<svg class="projector-curves" viewBox="0 0 ${CHART.width} ${CHART.height}" role="img"
      font-size=${LETTER} aria-label=${PROJECTOR.curves}><rect class="class-paper" x=${left} y=${top} width=${width}
        height=${height} />
      ${ticks(box.y, 2).map(
        (value) => svg`<text class="class-tick" x=${left - 5} dy="0.32em" text-anchor="end"
        y=${foot - ((value - box.y[0]) / (box.y[1] - box.y[0])) * height}>${tick(value)}</text>`,
      )}
      <text class="class-tick" x=${left + width} y=${CHART.height - 8} text-anchor="end">${PROJECTOR.epochs(
        Math.floor(far ?? 0),
      )}</text>
      <text class="class-tick" x=${left} y="18">${PROJECTOR.losses}</text>
      <path class="projector-train" d=${pathOf(box, x, train)} />
      <path class="projector-test" d=${pathOf(box, x, test)} />
    </svg>`;
  }
}

/** @param {Frame} frame */
function numbers({ epoch, train, test, parameters }) {
  const all = /** @type {[string, string][]} */ ([
    [PROJECTOR.epoch, count(epoch)],
    [PROJECTOR.trainLoss, plain(train.loss)],
    [PROJECTOR.testLoss, plain(test.loss)],
    test.accuracy === null
      ? [READOUT.rmse, plain(test.rmse ?? NaN)]
      : [PROJECTOR.accuracy, READOUT.share(test.accuracy)],
    [PROJECTOR.parameters, count(parameters)],
  ]);
  return html`<dl class="projector-numbers">${all.map(
    ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
  )}</dl>`;
}
