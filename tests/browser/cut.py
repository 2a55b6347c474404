"""What of a page's text cannot be seen, because the room it stands in is too small for it."""

# Text that its own box, or a box around it that cannot be scrolled, cuts off; and whatever is past the page's side.
CUT = """() => {
  const shown = (part) => part.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    !part.closest(".unseen, svg") && getComputedStyle(part).clipPath === "none"; // else it is there to be heard
  const clips = (part) => getComputedStyle(part).overflowX !== "visible";
  const isScrolled = (part) => /auto|scroll/.test(getComputedStyle(part).overflowX);
  const around = (part) => {
    for (let box = part.parentElement; box && box !== document.body; box = box.parentElement)
      if (clips(box)) return box;
    return document.documentElement;
  };
  const isCut = (part) => {
    if (clips(part) || part.matches("input")) return part.scrollWidth > part.clientWidth + 1;
    const text = document.createRange(), box = around(part);
    text.selectNodeContents(part);
    if (box !== document.documentElement && isScrolled(box)) return false;
    const { left, right } = text.getBoundingClientRect(), room = box.getBoundingClientRect();
    return left < room.left - 1 || right > room.right + 1;
  };
  const hasText = (part) => part.matches("input[type=text]") ||
    [...part.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  return [...document.body.querySelectorAll("*")]
    .filter((part) => hasText(part) && shown(part) && isCut(part))
    .map((part) => `${part.tagName} ${part.className}: ${part.value ?? part.textContent}`);
}"""


def cut_texts(page):
    """A line for each text on the page that is cut off."""
    return page.evaluate(CUT)
