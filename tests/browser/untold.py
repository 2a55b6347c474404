"""What a page says that no catalogue knows: words outside of the marks that the made-up language en-XA sets."""

MADE_UP = "en-XA"

# Of each canvas that is drawn on, too.
HEAR = """(() => {
  globalThis.painted = new Set();
  for (const name of ["fillText", "strokeText"]) {
    const paint = CanvasRenderingContext2D.prototype[name];
    CanvasRenderingContext2D.prototype[name] = function (text, ...more) {
      globalThis.painted.add(String(text));
      return paint.call(this, text, ...more);
    };
  }
})()"""

# Signs of formulas, names that are the same in every language, and what people or files are called.
SYMBOL = r"""^(?:(?:\p{L}[\p{M}₀-₉⁰-⁹⁽⁾ᵢⱼᵀ′²³¹]*){1,2}|sin|cos|exp|log|max|min|mean|sign|diag|argmax)$"""
NAMES = (
    "glassbox glass box tanh sigmoid ReLU leaky ELU GELU SiLU softplus softmax sine linear step SGD Adam AdamW RMSprop "
    "Momentum Nesterov Adagrad Huber Xavier He LeCun XOR xor CSV TSV JSON PNG SVG ONNX NumPy PyTorch Python "
    "UTF-8 Wi-Fi QR R² RMSE MAE MSE L1 L2 Lp Iris GitHub rad px Tab Shift Space Enter Esc Home End Ctrl Alt F6 English"
)

UNTOLD = r"""([symbol, names]) => {
  const CODE = /\b[2346789CDFHJKMNPRTVWX]{4}\b/g; // of a room
  const SYMBOL = new RegExp(symbol, "u"), NAMES = new Set(names.split(" ")), found = [];
  const SKIPPED = "script, style, template, noscript, math, code, kbd, pre, textarea, [data-language], [lang=''], " +
    "[data-formula], .qr, .class-signs, .class-code, .projector-signs, .projector-address, .class-address";
  const ATTRIBUTES = ["title", "aria-label", "aria-valuetext", "aria-roledescription", "aria-description", "alt",
    "placeholder"];
  /** What stands outside of all marks; `depth` of marks that are open goes on from text to text within a block. */
  const outside = (text, state) => {
    let plain = "";
    for (const sign of text) {
      if (sign === "⟦") state.depth++;
      else if (sign === "⟧") state.depth--;
      else plain += state.depth > 0 ? " " : sign;
    }
    return plain;
  };
  const words = (text) => (text.replace(CODE, " ").match(/[\p{L}\p{M}][\p{L}\p{M}\p{N}₀-₉⁰-⁹⁽⁾′-]*/gu) ?? [])
    .filter((word) => !SYMBOL.test(word) && !NAMES.has(word));
  const tell = (text, kind, element) => {
    const plain = outside(text, { depth: 0 });
    if (words(plain).length) found.push([kind, text.trim().replace(/\s+/g, " ").slice(0, 160), where(element)]);
  };
  const where = (element) => {
    const near = element.closest("[id]");
    const own = element.className?.split ? "." + element.className : "";
    return `${near ? `#${near.id} ` : ""}${element.localName}${own}`;
  };
  const walk = (element, state) => {
    if (element.matches(SKIPPED)) return;
    for (const name of ATTRIBUTES)
      if (element.hasAttribute(name)) tell(element.getAttribute(name), name, element);
    const display = getComputedStyle(element).display,
      own = /^(inline|contents|ruby)/.test(display) && element.localName !== "button" ? state : { depth: 0 };
    for (const child of element.childNodes) {
      if (child.nodeType === 1) walk(child, own);
      else if (child.nodeType === 3 && child.data.trim()) {
        const plain = outside(child.data, own);
        if (words(plain).length)
          found.push(["text", child.data.trim().replace(/\s+/g, " ").slice(0, 160), where(element)]);
      }
    }
  };
  walk(document.body, { depth: 0 });
  tell(document.title, "title of the document", document.documentElement);
  for (const text of globalThis.painted ?? []) tell(text, "painted", document.documentElement);
  return found;
}"""

UNTOLD_IN = r"""async ([address, names]) => {
  const answer = await (await fetch(address, { headers: { "Accept-Language": "en-XA" } })).json();
  const found = [], NAMES = new Set(names.split(" "));
  const look = (value, key) => {
    if (typeof value === "string") {
      const text = new DOMParser().parseFromString(value, "text/html");
      for (const own of text.querySelectorAll("math, code, pre")) own.remove();
      let plain = text.body.textContent;
      while (/⟦[^⟦⟧]*⟧/.test(plain)) plain = plain.replace(/⟦[^⟦⟧]*⟧/g, " ");
      const left = (plain.match(/[\p{L}][\p{L}\p{M}'’-]+/gu) ?? []).filter((word) => !NAMES.has(word));
      if (left.length && /\s/.test(value.trim())) found.push([key, value.slice(0, 160), address]);
    } else if (Array.isArray(value)) value.forEach((each) => look(each, key));
    else if (value && typeof value === "object") for (const [name, each] of Object.entries(value)) look(each, name);
  };
  look(answer, "");
  return found;
}"""


class Untold:
    """Gathers from many looks what is not told through the catalogues."""

    def __init__(self):
        self._found = {}

    def look(self, page, place):
        """At the page as it stands, hidden parts included."""
        self._add(page.evaluate(UNTOLD, [SYMBOL, NAMES]), place)

    def ask(self, page, address):
        """At what the server answers there."""
        self._add(page.evaluate(UNTOLD_IN, [address, NAMES]), address)

    def _add(self, found, place):
        for kind, text, where in found:
            self._found.setdefault((kind, text), (place, where))

    def __bool__(self):
        return bool(self._found)

    def __str__(self):
        lines = [f"{kind}: {text!r} ({place}: {where})" for (kind, text), (place, where) in self._found.items()]
        return "\n".join([f"{len(lines)} texts are told in no catalogue:", *lines])
