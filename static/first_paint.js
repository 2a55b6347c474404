/**
 * Sets what the address and this browser's memory say of the page's looks, before its first paint: place, theme,
 * presentation, lesson, open drawer, sheet, hidden parts, first steps. A plain script, so that nothing flashes and
 * nothing has to make room later.
 */
(() => {
  const root = document.documentElement,
    asked = new URLSearchParams(location.search);
  if (asked.get("tab") === "labbook") {
    for (const name of ["tab", "full"]) asked.delete(name); // of a link from when the lab book was in the drawer
    const spoken = asked.has("lang") ? `?lang=${asked.get("lang")}` : "";
    history.replaceState({ query: asked.size ? `?${asked}` : "" }, "", `labbook${spoken}`);
  }
  const last = location.pathname.split("/").at(-1) ?? "",
    isRoom = /^[2346789cdfhjkmnprtvwx]{4}$/i.test(last), // as state/classroom/codes.js has it
    place = isRoom ? "" : last;
  root.dataset.place = place;
  const isOn = (/** @type {string} */ name) => (asked.get(name) ?? "0") !== "0";
  const isWide = matchMedia("(min-width: 901px)").matches; // as css/presenting.css has it
  const hidden = (asked.get("hide") ?? "").split(",");
  const hides = (/** @type {string[]} */ ...names) => names.every((name) => hidden.includes(name));
  const isLed = [...asked.keys()].some((name) => name !== "lang");
  const looks = {
    elsewhere: Boolean(place),
    "in-room": isRoom,
    presenting: isOn("present") && isWide,
    "presenting-small": isOn("present") && !isWide,
    "in-lesson": Boolean(asked.get("lesson")),
    "drawer-open": Boolean(asked.get("tab")),
    "drawer-full": Boolean(asked.get("tab")) && isOn("full"),
    "without-settings": hides("settings"),
    "without-data": hides("data", "features", "seeds"),
  };
  root.dataset.sheet = asked.get("tab") ? "inside" : "network";
  /** The steps of a first visit; where a link leads here, only if they were begun before. A language is no link. */
  const welcomes = () => {
    const memory = localStorage.getItem("glassbox-first-steps");
    return window === top && !isRoom && !hidden[0] && (memory ? JSON.parse(memory).open === true : !isLed);
  };
  for (const [name, is] of Object.entries(looks)) root.classList.toggle(name, is);
  try {
    const sheet = sessionStorage.getItem("glassbox-sheet");
    if (sheet && sheet !== "inside" && !asked.get("tab")) root.dataset.sheet = sheet;
    const theme = localStorage.getItem("glassbox-theme"),
      height = Number(localStorage.getItem("glassbox-drawer-height"));
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    root.classList.toggle("welcoming", welcomes());
    if (height) root.style.setProperty("--drawer", `${height}%`);
  } catch {
    // Storage may be forbidden: then the system's preference and the usual height decide.
  }
})();
