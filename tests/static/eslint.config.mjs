/**
 * What eslint holds the page's JavaScript to: `python -m tests.static.lint`.
 * Which room may import which is told and held in test_javascript.py, which follows the page's import map.
 */
import globals from "globals";

const LINE = 120; // characters, but for an address
const FILE = 400; // lines

const rules = {
  eqeqeq: ["error", "always", { null: "ignore" }], // `== null`: neither null nor undefined
  "no-undef": "error",
  "no-unused-vars": ["error", { args: "after-used", ignoreRestSiblings: true }],
  "no-useless-assignment": "error",
  "no-var": "error",
  "object-shorthand": "error",
  "prefer-const": ["error", { destructuring: "all" }],
  "max-len": ["error", { code: LINE, ignoreUrls: true }],
};

const own = { ecmaVersion: "latest", sourceType: "module" };

export default [
  { ignores: ["static/vendor/**", "static/glassbox-*/**", "**/node_modules/**"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["static/**/*.js"],
    languageOptions: { ...own, globals: globals.browser },
    rules: { ...rules, "max-lines": ["error", FILE] },
  },
  { files: ["tests/static/**/*.mjs"], languageOptions: { ...own, globals: globals.node }, rules },
];
