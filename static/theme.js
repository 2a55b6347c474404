/** Sets the remembered theme before the page is first painted; a plain script, so that nothing flashes. */
(() => {
  try {
    const theme = localStorage.getItem("glassbox-theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch {
    // Storage may be forbidden: then the system's preference decides.
  }
})();
