/** Where something goes on beyond its edge, it fades there, so that one sees that there is more. */

/**
 * @param {HTMLElement} row that scrolls sideways
 * @returns {() => void} looks again, when what the row holds has another size
 */
export function showEdges(row) {
  const look = () => {
    row.classList.toggle("more-before", row.scrollLeft > 1);
    row.classList.toggle("more-after", row.scrollLeft + row.clientWidth < row.scrollWidth - 1);
  };
  row.addEventListener("scroll", look, { passive: true });
  new ResizeObserver(look).observe(row);
  return look;
}
