import { expect, test } from "vitest";
import { sureStorage, type TextStorage } from "./text-storage.ts";

function refusing(): never {
  throw new Error("The operation is insecure.");
}

function working(): { readonly kept: Map<string, string>; readonly storage: TextStorage } {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
    removeItem: (name: string) => void kept.delete(name),
  };
  return { kept, storage };
}

test("texts are kept where they should be", () => {
  const { kept, storage } = working();
  const sure = sureStorage(() => storage);
  sure.setItem("a", "1");
  expect([...kept]).toEqual([["a", "1"]]);
  kept.set("a", "another tab's");
  expect(sure.getItem("a")).toBe("another tab's");
  sure.removeItem("a");
  expect(kept.size).toBe(0);
});

test.each<[string, () => TextStorage]>([
  ["a storage that may not even be named", refusing],
  ["a storage that is full", () => ({ ...working().storage, setItem: refusing })],
])("%s leaves the texts to memory", (_, open) => {
  const sure = sureStorage(open);
  expect(sure.getItem("a")).toBeNull();
  sure.setItem("a", "1");
  expect(sure.getItem("a")).toBe("1");
  sure.removeItem("a");
  expect(sure.getItem("a")).toBeNull();
});
