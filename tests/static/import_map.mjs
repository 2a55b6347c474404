/** Lets Node find bare imports where the page does: by the import map in templates/base.html. Used with `--import`. */
import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";

const root = new URL("../../", import.meta.url);
const template = readFileSync(new URL("templates/base.html", root), "utf8");
const { imports } = JSON.parse(template.match(/<script type="importmap">(.*?)<\/script>/s)[1]);

/** The address of a file under static/, or null where the map says nothing. */
function mapped(specifier) {
  const folder = Object.keys(imports).find((name) => name.endsWith("/") && specifier.startsWith(name));
  const path = imports[specifier] ?? (folder && imports[folder] + specifier.slice(folder.length));
  return path ? new URL(path, root).href : null;
}

registerHooks({
  resolve(specifier, context, next) {
    const url = mapped(specifier);
    return url ? { url, format: "module", shortCircuit: true } : next(specifier, context);
  },
});
