/**
 * Canvas drawings written down as SVG: paths, text, clips and bitmaps, as the context's state is when they are drawn.
 */
import assert from "node:assert/strict";
import test from "node:test";

import { drawContours } from "../../../static/draw/contours.js";
import { drawPoints } from "../../../static/draw/points.js";
import { recorded } from "../../../static/draw/recording.js";

const NAMES = [
  "moveTo",
  "lineTo",
  "bezierCurveTo",
  "quadraticCurveTo",
  "rect",
  "roundRect",
  "arc",
  "closePath",
  "beginPath",
  "clip",
  "fill",
  "stroke",
  "fillRect",
  "strokeRect",
  "clearRect",
  "fillText",
  "drawImage",
  "save",
  "restore",
];

/** What a context knows without drawing anything. */
class Context {
  calls = [];
  fillStyle = "#000000";
  strokeStyle = "#000000";
  globalAlpha = 1;
  lineWidth = 1;
  lineCap = "butt";
  lineJoin = "miter";
  font = "10px sans-serif";
  textAlign = "start";
  textBaseline = "alphabetic";
  imageSmoothingEnabled = true;
  scale = 1;
  dash = [];
  getTransform() {
    return { a: this.scale, b: 0, c: 0, d: this.scale, e: 0, f: 0 };
  }
  setLineDash(dash) {
    this.dash = dash;
  }
  getLineDash() {
    return this.dash;
  }
}

for (const name of NAMES)
  Context.prototype[name] = function (...given) {
    this.calls.push([name, ...given]);
  };

/** Every element that is opened is closed, in order, and nothing is unescaped. */
function assertWellFormed(xml) {
  const open = [];
  for (const [, end, name, attributes, alone] of xml.matchAll(/<(\/?)([A-Za-z]+)((?:\s[\w:-]+="[^"<]*")*)\s*(\/?)>/g)) {
    if (end) assert.equal(open.pop(), name);
    else if (!alone) open.push(name);
    assert.ok(!/&(?!amp;|lt;|quot;)/.test(attributes));
  }
  assert.deepEqual(open, []);
  assert.ok(!/[<>]/.test(xml.replace(/<\/?[A-Za-z]+(?:\s[\w:-]+="[^"<]*")*\s*\/?>/g, "")), xml);
}

test(
  "what is filled and stroked becomes a path with the colours and widths of that moment, in the canvas's " + "pixels",
  () => {
    const ctx = new Context();
    ctx.scale = 2;
    const svg = recorded(ctx, () => {
      ctx.beginPath();
      ctx.moveTo(1, 2);
      ctx.lineTo(3, 4);
      ctx.strokeStyle = "rgba(255, 0, 16, 0.5)";
      ctx.lineWidth = 1.5;
      ctx.setLineDash([3, 1]);
      ctx.stroke();
      ctx.fillStyle = "#0b73b7";
      ctx.fillRect(0, 0, 5, 5);
    });
    assert.equal(
      svg,
      '<path d="M2 4L6 8" fill="none" stroke="#ff0010" stroke-opacity="0.5" stroke-width="3" stroke-dasharray="6 2"/>' +
        '<path d="M0 0L10 0L10 10L0 10Z" fill="#0b73b7"/>',
    );
    assertWellFormed(svg);
  },
);

test("the canvas is drawn on all the same, and is its old self afterwards", () => {
  const ctx = new Context();
  recorded(ctx, () => ctx.fillRect(1, 2, 3, 4));
  assert.deepEqual(ctx.calls, [["fillRect", 1, 2, 3, 4]]);
  assert.deepEqual(
    NAMES.filter((name) => Object.hasOwn(ctx, name)),
    [],
  );
  assert.throws(() => recorded(ctx, () => assert.fail("a view that fails")));
  assert.deepEqual(
    NAMES.filter((name) => Object.hasOwn(ctx, name)),
    [],
  );
});

test("text stays text, escaped, at the letters' foot", () => {
  const ctx = new Context();
  Object.assign(ctx, {
    font: '600 11px "Noto Sans", sans-serif',
    textAlign: "right",
    textBaseline: "middle",
    fillStyle: "#1a1d27",
  });
  const svg = recorded(ctx, () => ctx.fillText("a < b & c", 10, 20));
  assertWellFormed(svg);
  assert.match(
    svg,
    new RegExp(
      '^<text x="10" y="23.85" .*font-family="&quot;Noto Sans&quot;, sans-serif" font-size="11" font-weight="600" ' +
        'text-anchor="end" fill="#1a1d27">a &lt; b &amp; c</text>$',
    ),
  );
});

test("what is drawn inside a clip is cut off, what comes after it is not", () => {
  const ctx = new Context();
  const svg = recorded(ctx, () => {
    ctx.save();
    ctx.beginPath();
    ctx.rect(0, 0, 4, 4);
    ctx.clip();
    ctx.fillRect(1, 1, 9, 9);
    ctx.restore();
    ctx.fillRect(2, 2, 1, 1);
  });
  const [, id] = /<clipPath id="([^"]+)">/.exec(svg);
  assert.match(svg, new RegExp(`<g clip-path="url\\(#${id}\\)"><path d="M1 1[^>]*/></g><path d="M2 2`));
  assertWellFormed(svg);
});

test("clearing the canvas clears what was written down", () => {
  const ctx = new Context();
  assert.equal(
    recorded(ctx, () => (ctx.fillRect(0, 0, 1, 1), ctx.clearRect(0, 0, 9, 9))),
    "",
  );
});

test("a bitmap is embedded where it is drawn, a part of it as that part", () => {
  const ctx = new Context(),
    embedded = [];
  const embed = (source, from) => (embedded.push(from), "data:,");
  const svg = recorded(
    ctx,
    () => (ctx.drawImage({ width: 8, height: 6 }, 1, 2), ctx.drawImage({}, 0, 16, 16, 16, 5, 6, 30, 30)),
    embed,
  );
  assert.deepEqual(embedded, [null, [0, 16, 16, 16]]);
  assert.match(svg, /<image x="1" y="2" width="8" height="6" .*<image x="5" y="6" width="30" height="30"/);
  assertWellFormed(svg);
});

test("the page's own drawing code is written down as it stands: points as shapes, boundaries as lines", () => {
  const ctx = new Context(),
    palette = { negative: [238, 138, 29], positive: [11, 115, 183], zero: [247, 246, 242], classes: [] };
  const data = {
    problem: "binary",
    classes: 2,
    training: 2,
    scale: 1,
    points: Float32Array.of(0, 0, 3, 3, -3, -3),
    targets: Float32Array.of(1, 0, 1),
  };
  const svg = recorded(ctx, () => {
    drawPoints(ctx, data, true, 240, palette);
    drawContours(
      ctx,
      [
        {
          level: 0,
          main: true,
          lines: [
            [
              [0, 0],
              [8, 8],
            ],
          ],
        },
      ],
      16,
      240,
      "#15171c",
      0,
    );
  });
  assertWellFormed(svg);
  assert.equal((svg.match(/<path/g) ?? []).length, 3 * 3 + 1);
  assert.match(svg, /d="M0 0L120 120" fill="none" stroke="#15171c" stroke-width="2"/);
});
