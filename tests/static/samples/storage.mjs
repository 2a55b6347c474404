/** A browser's storage: one that keeps, and one that is forbidden. */

export function storage(kept = {}) {
  return { kept, getItem: (key) => kept[key] ?? null, setItem: (key, value) => void (kept[key] = value) };
}

const refuse = () => {
  throw new Error("forbidden");
};
export const forbidden = { getItem: refuse, setItem: refuse };
