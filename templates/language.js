(() => {
  // Before anything else of a document: whoever has chosen a language reads in it, unless the address says another.
  const KEY = "glassbox-language", // a language's tag
    LANG = "lang"; // in the address, as server/web/language.py reads it
  const offered = {{ languages|map(attribute="tag")|list|tojson }};
  const here = () => new URLSearchParams(location.search);
  const read = (tag) => {
    const others = location.search.slice(1).split("&").filter((part) => part && part.split("=")[0] !== LANG);
    const query = [...others, `${LANG}=${encodeURIComponent(tag)}`].join("&");
    history.replaceState(history.state, "", `${location.pathname}?${query}${location.hash}`);
    location.reload(); // and not another entry of the history: this one knows which network was on show
  };
  try {
    const chosen = localStorage.getItem(KEY);
    if (offered.includes(chosen) && chosen !== document.documentElement.lang && !here().has(LANG)) read(chosen);
  } catch {
    // Storage may be forbidden: then the address and the browser's own wish decide.
  }
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-language]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    try {
      localStorage.setItem(KEY, link.dataset.language);
    } catch {
      // Then the choice lasts as long as the address is kept.
    }
    read(link.dataset.language);
  });
})();
