"""How large letters are on the screen, wherever they are drawn: in the page, in SVG, and on a canvas."""

# Every text that a canvas on show was given: with its size on the screen. To be run before the page's own scripts.
WATCH_CANVASES = """() => {
  const drawn = (window.drawnTexts = new WeakMap()), draw = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (text, ...more) {
    const size = Number(/([\\d.]+)px/.exec(this.font)[1]) * Math.hypot(this.getTransform().b, this.getTransform().d);
    drawn.set(this.canvas, [...(drawn.get(this.canvas) ?? []).slice(-200), { text: String(text), size }]);
    return draw.call(this, text, ...more);
  };
}"""

# What is smaller than it may be, as "text: pixels"; texts out of sight in a scrolled region count, hidden ones do not.
TOO_SMALL = """([least, leastScript]) => {
  const isShown = (part) => part.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    && part.getClientRects().length && !part.closest(".unseen, [aria-hidden=true].paper, .skip");
  const scale = (part) => {
    const matrix = part.ownerSVGElement && part.getScreenCTM();
    return matrix ? Math.hypot(matrix.b, matrix.d) : (part.currentCSSZoom ?? 1);
  };
  const isScript = (part) =>
    part.closest("sub, sup, .script, :is(msub, msup, msubsup, munder, mover, munderover) > :nth-child(n + 2)");
  const found = [], note = (text, size, limit) => {
    if (size < limit - 0.05) found.push(`${text.trim().slice(0, 30)}: ${size.toFixed(1)}`);
  };
  for (const part of document.querySelectorAll("body *")) {
    const text = [...part.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join("");
    const written = text.trim() || (part.matches("input:is([type=text], [type=number], :not([type]))") && part.value);
    if (!written || part.matches("script, style, option, title, desc") || !isShown(part)) continue;
    note(written, parseFloat(getComputedStyle(part).fontSize) * scale(part), isScript(part) ? leastScript : least);
  }
  for (const canvas of document.querySelectorAll("canvas")) {
    if (!isShown(canvas)) continue;
    const pixel = canvas.getBoundingClientRect().height / canvas.height;
    for (const { text, size } of window.drawnTexts.get(canvas) ?? []) note(`canvas: ${text}`, size * pixel, least);
  }
  return [...new Set(found)];
}"""

# Pairs of texts of which one covers a part of the other; what is scrolled out of its region covers nothing.
OVERLAID = """() => {
  const isShown = (part) => part.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    && !part.closest(".unseen, .skip, .skips, svg, option, #status") && getComputedStyle(part).clipPath === "none";
  const isText = (part) => [...part.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const clip = (box, by) => ({ left: Math.max(box.left, by.left), right: Math.min(box.right, by.right),
    top: Math.max(box.top, by.top), bottom: Math.min(box.bottom, by.bottom) });
  const linesOf = (part) => {
    const text = document.createRange();
    text.selectNodeContents(part);
    let lines = [...text.getClientRects()];
    for (let at = part; at && at !== document.body; at = at.parentElement) {
      if (getComputedStyle(at).overflowX === "visible") continue;
      const box = at.getBoundingClientRect();
      lines = lines.map((line) => clip(line, box)).filter((line) => line.left < line.right && line.top < line.bottom);
    }
    return lines;
  };
  const covers = (one, other) => {
    const { left, right, top, bottom } = clip(one, other);
    return right - left > 3 && bottom - top > 4;
  };
  const texts = [...document.querySelectorAll("body *")].filter((part) => isText(part) && isShown(part))
    .map((part) => ({ part, lines: linesOf(part) }));
  const found = [];
  texts.forEach(({ part: one, lines: ours }, at) => texts.slice(at + 1).forEach(({ part: other, lines: theirs }) => {
    if (one.contains(other) || other.contains(one)) return;
    if (!ours.some((line) => theirs.some((each) => covers(line, each)))) return;
    found.push(`${one.textContent.trim().slice(0, 20)} / ${other.textContent.trim().slice(0, 20)}`);
  }));
  return found;
}"""

LETTER = 0.025  # of the screen's height
SCRIPT = 13 / 768  # of what is raised or lowered


def watch(page):
    """From the next opening on, remember what is written on canvases."""
    page.add_init_script(f"({WATCH_CANVASES})()")


def too_small(page):
    """Texts that the last row of a room could not read, with their sizes in pixels."""
    height = page.viewport_size["height"]
    return page.evaluate(TOO_SMALL, [LETTER * height, SCRIPT * height])


def overlaid(page):
    """Pairs of texts that lie over each other, where no popover is open."""
    return page.evaluate(OVERLAID)
