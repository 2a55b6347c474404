(() => {
  const EVERY = 1000, // milliseconds from one question to the next
    LATE = 3000, // without an answer for so long, the device is cut off
    LAST = 15; // round trips of which the middle one is told
  const part = (id) => document.getElementById(id);
  // The words stand at the element, in the page's language.
  const tell = (id, which, is = "", number = "") => {
    const text = part(id).dataset[which].replace("{number}", number);
    if (part(id).textContent !== text) part(id).textContent = text;
    part(id).className = is;
  };
  let trips = [],
    heard = performance.now(),
    lost = 0; // times that it was cut off
  const hear = (asked) => {
    heard = performance.now();
    trips = [...trips, heard - asked].slice(-LAST);
    const middle = [...trips].sort((a, b) => a - b)[Math.floor(trips.length / 2)];
    const time = middle < 10 ? middle.toFixed(1) : Math.round(middle);
    tell("round", middle < 150 ? "time" : "slow", middle < 500 ? "good" : "bad", time);
  };
  const plain = async () => {
    const asked = performance.now();
    const answer = await fetch("api/status", { cache: "no-store" }).catch(() => null);
    if (answer?.ok) hear(asked);
  };
  const address = new URL("ws/check", location.href);
  address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  let socket = null,
    hasBeenOpen = false;
  const connect = () => {
    socket = new WebSocket(address);
    socket.onopen = () => {
      hasBeenOpen = true;
      tell("live", "good", "good");
    };
    socket.onmessage = ({ data }) => hear(Number(data));
    socket.onclose = () => {
      socket = null;
      if (!hasBeenOpen) tell("live", "bad", "bad");
    };
  };
  const ask = () => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(String(performance.now()));
    else void plain();
    if (!socket) connect();
  };
  const watch = () => {
    const silence = performance.now() - heard,
      isCut = silence > LATE;
    if (isCut && !part("cut").classList.contains("bad")) lost++;
    if (isCut) tell("cut", "bad", "bad", Math.round(silence / 1000));
    else if (lost) tell("cut", lost === 1 ? "once" : "again", "", lost);
    else tell("cut", "good", "good");
  };
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) heard = performance.now(); // a page that nobody sees may rest
  });
  connect();
  setInterval(() => {
    if (document.hidden) return;
    ask();
    watch();
  }, EVERY);
})();
