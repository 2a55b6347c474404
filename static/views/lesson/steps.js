/** A lesson's text as steps, and its place in the page's address. */

/** @typedef {{title: string, html: string}} Step `html` as the server made it */

/** "neuron-3" is the third step of the lesson named neuron. @param {string} text */
export function parted(text) {
  const [, name = "", step = "1"] = /^([a-z_]+)(?:-(\d{1,2}))?$/.exec(text) ?? [];
  return { name, step: Number(step) };
}

/** Each step is a second heading with what follows it. @param {string} text @returns {Step[]} */
export function stepsOf(text) {
  return text
    .split("<h2>")
    .slice(1)
    .map((part) => {
      const [title, rest] = part.split("</h2>");
      return { title, html: withButtons(rest) };
    });
}

/** Links within the text are things to try. @param {string} text */
function withButtons(text) {
  return text.replace(
    /<a href="#(\w+)">(.*?)<\/a>/g,
    '<button type="button" class="button small" data-try="$1">$2</button>',
  );
}
