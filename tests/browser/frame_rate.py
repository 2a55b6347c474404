"""How many animation frames a second a browser shows of its page, measured in it for so many milliseconds."""

FRAMES = """(milliseconds) => new Promise((resolve) => {
  let count = 0;
  const began = performance.now();
  const tick = () => {
    count++;
    const passed = performance.now() - began;
    if (passed < milliseconds) requestAnimationFrame(tick);
    else resolve((1000 * count) / passed);
  };
  requestAnimationFrame(tick);
})"""
