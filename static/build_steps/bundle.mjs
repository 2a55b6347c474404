/**
 * Packs the page into few files, for the build of a wheel (`bundle.py` runs it).
 *
 *     node bundle.mjs ROOT NODE_MODULES TARGET SOURCES
 *
 * What the first screen needs becomes one script and one style sheet; a tab of the drawer, and whatever else is imported
 * with `import()`, stays a file of its own. Names carry a hash of the content, so that browsers may keep the files for
 * good; each lies beside its brotli and gzip twin. `manifest.json` tells the server which ones the document names.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative, resolve } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const [root, packages, target] = process.argv.slice(2, 5).map((path) => resolve(path));
const [, , , , , sources] = process.argv;
const esbuild = createRequire(join(packages, "/"))("esbuild");
const template = readFileSync(join(root, "templates", "base.html"), "utf8");
const { imports } = JSON.parse(template.match(/<script type="importmap">(.*?)<\/script>/s)[1]);
const early = [...template.matchAll(/<script src="(static\/[^"{]+)"><\/script>/g)].map(([, path]) => path);
const sheetsOf = (text) =>
  [...text.matchAll(/<link rel="stylesheet" href="(static\/[^"{]+)">/g)].map(([, path]) => path);
const sheets = sheetsOf(template);
const projectorSheets = sheetsOf(readFileSync(join(root, "templates", "projector.html"), "utf8"));

const MAIN = "static/main.js";
const PROJECTOR = "static/projector.js";
const COMPRESSED = /\.(js|css|svg)$/;
const OPTIONS = {
  absWorkingDir: root,
  bundle: true,
  charset: "utf8",
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  legalComments: "none", // the packages' licences lie beside the bundle
  metafile: true,
  minify: true,
  outdir: target,
  target: "es2022",
  write: false,
};

/** Bare imports lead where the page's import map says, so that both forms of the page run the same files. */
const byImportMap = {
  name: "import map",
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path }) => {
      const folder = Object.keys(imports).find((name) => name.endsWith("/") && path.startsWith(name));
      const found = imports[path] ?? (folder && imports[folder] + path.slice(folder.length));
      return found && { path: join(root, found) };
    });
  },
};

/**
 * Only a running page imports a tab, so a tab may count on all that the page has. Said to the bundler by an import, it
 * need not cut the page into pieces by which tab shares what with it.
 * @param {string[]} later files that are imported with `import()`
 */
const afterMain = (later) => ({
  name: "after main",
  setup({ onLoad }) {
    const wanted = new Set(later.map((file) => join(root, file)));
    onLoad({ filter: /\.js$/ }, ({ path }) => {
      if (!wanted.has(path)) return undefined;
      return { contents: `import ${JSON.stringify(join(root, MAIN))};\n${readFileSync(path, "utf8")}`, loader: "js" };
    });
  },
});

/** @param {string[]} later @returns what esbuild makes of the page's modules */
const modules = (later) =>
  esbuild.build({
    ...OPTIONS,
    entryPoints: [MAIN],
    format: "esm",
    splitting: true,
    plugins: [byImportMap, afterMain(later)],
  });

/** @param {{metafile: {inputs: Record<string, {imports: {path: string, kind: string}[]}>}}} build */
const importedLater = ({ metafile }) =>
  Object.values(metafile.inputs)
    .flatMap((input) => input.imports)
    .filter(({ kind }) => kind === "dynamic-import")
    .map(({ path }) => path);

/** The projector is a document of its own, so all of it is one file, which takes nothing from the page's. */
const projector = () =>
  esbuild.build({ ...OPTIONS, entryPoints: [PROJECTOR], format: "esm", plugins: [byImportMap] });

/** @param {string[]} files @param {string} name */
const styles = (files, name) =>
  esbuild.build({
    ...OPTIONS,
    stdin: { contents: files.map((path) => `@import "./${path}";`).join("\n"), resolveDir: root, loader: "css" },
    entryNames: `${name}-[hash]`,
  });

const beforePaint = () =>
  esbuild.build({
    ...OPTIONS,
    stdin: { contents: early.map((path) => `import "./${path}";`).join("\n"), resolveDir: root },
    entryNames: "early-[hash]",
    format: "iife",
  });

/** @param {{metafile: object}} build @param {string} input @returns {string} the name of the output that holds it */
function holding({ metafile: { outputs } }, input) {
  const [file] = Object.entries(outputs).find(([, output]) => output.inputs[input]);
  return relative(target, join(root, file));
}

/** @param {string} name @param {Uint8Array} contents */
function write(name, contents) {
  writeFileSync(join(target, name), contents);
  if (!COMPRESSED.test(name)) return;
  writeFileSync(join(target, `${name}.gz`), gzipSync(contents, { level: 9 }));
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: contents.length };
  writeFileSync(join(target, `${name}.br`), brotliCompressSync(contents, { params }));
}

function icon() {
  const contents = readFileSync(join(root, "static", "icon.svg"));
  const name = `icon-${createHash("sha256").update(contents).digest("hex").slice(0, 8)}.svg`;
  write(name, contents);
  return name;
}

/** The licences of the packages whose code is in the bundle. */
function licences() {
  const names = new Set(Object.values(imports).map((path) => path.match(/vendor\/((@[^/]+\/)?[^/]+)/)[1]));
  const texts = [...names].map((name) => {
    const folder = join(root, "static", "vendor", name);
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    return `${name}\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
  });
  return texts.join(`\n${"-".repeat(80)}\n\n`);
}

mkdirSync(target, { recursive: true });
const page = await modules(importedLater(await modules([]))),
  style = await styles(sheets, "page"),
  wall = await projector(),
  wallStyle = await styles(projectorSheets, "projector"),
  first = await beforePaint();
for (const { path, contents } of [page, style, first, wall, wallStyle].flatMap((build) => build.outputFiles))
  write(relative(target, path), contents);
const manifest = {
  script: holding(page, MAIN),
  early: holding(first, early[0]),
  sheet: holding(style, sheets[0]),
  projector: { script: holding(wall, PROJECTOR), sheet: holding(wallStyle, projectorSheets[0]) },
  icon: icon(),
  sources,
};
writeFileSync(join(target, "manifest.json"), JSON.stringify(manifest, null, 2));
writeFileSync(join(target, "LICENSES.txt"), licences());
