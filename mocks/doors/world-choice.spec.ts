import { expect, test } from "vitest";
import { forgetTabChoice, tabChoiceOf, type TabStorage } from "./world-choice.ts";

function tab(): TabStorage {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

test("a plain address shows the demo", () => {
  expect(tabChoiceOf("", tab())).toEqual({ choice: { world: "demo" } });
});

test("an address says which world, how it begins, and who acts", () => {
  expect(
    tabChoiceOf("?world=history&seed=s1&epoch=2026-01-01T00:00:00Z&speed=10&as=jo@harbour.example", tab()),
  ).toEqual({
    choice: { world: "history", seed: "s1", epochMs: 1_767_225_600_000, speed: 10 },
    actor: "jo@harbour.example",
  });
});

test("a tab keeps its world on addresses that do not say, but not the speed, which may have been changed since", () => {
  const storage = tab();
  tabChoiceOf("?world=empty&seed=s1&speed=10&as=jo", storage);
  expect(tabChoiceOf("", storage)).toEqual({ choice: { world: "empty", seed: "s1" }, actor: "jo" });
});

test("a world that cannot be opened is forgotten, so that a plain address shows the demo again", () => {
  const storage = tab();
  tabChoiceOf("?world=mars", storage);
  forgetTabChoice(storage);
  expect(tabChoiceOf("", storage)).toEqual({ choice: { world: "demo" } });
});

test("where nothing can be kept, the address alone counts", () => {
  expect(tabChoiceOf("?world=empty", undefined)).toEqual({ choice: { world: "empty" } });
});

test("another world does not inherit the seed of the one before", () => {
  const storage = tab();
  tabChoiceOf("?world=empty&seed=s1&as=jo", storage);
  expect(tabChoiceOf("?world=demo", storage)).toEqual({ choice: { world: "demo" }, actor: "jo" });
});

test.each(["?epoch=yesterday", "?speed=0", "?speed=9999", "?speed=fast", "?world=", "?as=%20"])(
  "%s says nothing",
  (search) => {
    expect(tabChoiceOf(search, tab())).toEqual({ choice: { world: "demo" } });
  },
);
