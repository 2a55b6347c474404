/** What the page's address is for settings and a short link, and what is read from it, by the modules under a root. */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const at = (file) => import(new URL(file, pathToFileURL(`${process.argv[2]}/`)));
const { readAddress, withShare, writeAddress } = await at("static/state/address.js");
const { defaults } = await at("static/state/settings.js");

const LOOK = { showTest: true, logScale: true, tab: "neuron", lesson: "neuron-3", case: "b" };
const HIDE = ["speed", "data"];
const { catalogue, links } = JSON.parse(readFileSync(0, "utf8"));

function written({ settings, share }) {
  const plain = writeAddress(catalogue, { ...defaults(catalogue), ...settings }, LOOK, HIDE);
  return withShare(plain, share);
}

const told = links.map((link) => {
  const address = link.address ?? written(link);
  return { address, ...readAddress(address, catalogue) };
});
console.log(JSON.stringify(told));
