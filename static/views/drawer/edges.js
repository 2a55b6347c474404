/** Where something goes on beyond its edge, it fades there, so that one sees that there is more. */

/**
 * @param {HTMLElement} row that scrolls sideways
 * @returns {() => void} looks again, when what the row holds has another size
 */
export function showEdges(row) {
  const look = () => {
    const from = Math.abs(row.scrollLeft); // below zero where lines run from right to left
    row.classList.toggle("more-before", from > 1);
    row.classList.toggle("more-after", from + row.clientWidth < row.scrollWidth - 1);
  };
  row.addEventListener("scroll", look, { passive: true });
  new ResizeObserver(look).observe(row);
  return look;
}
