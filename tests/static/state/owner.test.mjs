/** The browser's secret id: kept where it can be, made of chance alone, of the form the server takes. */
import assert from "node:assert/strict";
import test from "node:test";

import { newId, ownerId } from "../../../static/state/owner.js";

const FORM = /^[A-Za-z0-9_-]{22}$/;

class Storage {
  kept = new Map();
  getItem(key) {
    return this.kept.get(key) ?? null;
  }
  setItem(key, value) {
    this.kept.set(key, value);
  }
}

test("it stays the same, and no two browsers have the same", () => {
  const storage = new Storage(),
    id = ownerId(() => storage);
  assert.match(id, FORM);
  assert.equal(
    ownerId(() => storage),
    id,
  );
  assert.notEqual(
    ownerId(() => new Storage()),
    id,
  );
});

test("every byte of chance counts, and none makes another form", () => {
  for (const byte of [0, 251, 255])
    assert.match(
      ownerId(
        () => new Storage(),
        (bytes) => bytes.fill(byte),
      ),
      FORM,
    );
});

test("where storage is forbidden or damaged there is an id all the same", () => {
  assert.match(
    ownerId(() => {
      throw new Error("forbidden");
    }),
    FORM,
  );
  const storage = new Storage();
  storage.setItem("glassbox-owner", "me");
  assert.match(
    ownerId(() => storage),
    FORM,
  );
});

test("an id is made without what a page from a plain http address has not", () => {
  const { randomUUID } = crypto;
  crypto.randomUUID = undefined;
  try {
    assert.match(newId(), FORM);
    assert.notEqual(newId(), newId());
  } finally {
    crypto.randomUUID = randomUUID;
  }
});
