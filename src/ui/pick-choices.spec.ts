import { describe, expect, test } from "vitest";
import { pickChoices } from "./pick-choices.ts";

const options = [
  { id: "t1", name: "region=eu" },
  { id: "t2", name: "region=us" },
  { id: "t3", name: "battery" },
] as const;

function asked(text: string, chosen: readonly ("t1" | "t2" | "t3")[] = [], canMake = true) {
  return pickChoices({ text, options, chosen, canMake });
}

describe("what can be picked", () => {
  test("is everything that contains what is typed, whatever its case", () => {
    expect(asked(" REGION ").matches.map(({ name }) => name)).toEqual(["region=eu", "region=us"]);
  });

  test("leaves out what is chosen already", () => {
    expect(asked("", ["t1", "t3"]).matches.map(({ name }) => name)).toEqual(["region=us"]);
  });

  test("lists the exact name first", () => {
    const tags = [
      { id: "a", name: "eu-north" },
      { id: "b", name: "eu" },
    ] as const;
    expect(pickChoices({ text: "eu", options: tags, chosen: [], canMake: true }).matches[0]?.id).toBe("b");
  });

  test("lists 8 and counts the rest", () => {
    const many = Array.from({ length: 20 }, (_, n) => ({ id: `t${n}`, name: `tag ${n}` }));
    const { matches, more } = pickChoices({ text: "", options: many, chosen: [], canMake: true });
    expect([matches.length, more]).toEqual([8, 12]);
  });
});

describe("what can be made", () => {
  test.each([
    ["a name that nothing has", " region=asia ", "region=asia"],
    ["part of a name that something has", "region", "region"],
    ["nothing from an empty text", "   ", undefined],
    ["nothing that exists, chosen or not", "battery", undefined],
    ["nothing with control characters", "a\u0000b", undefined],
  ])("%s", (_case, text, made) => {
    expect(asked(text).make).toBe(made);
  });

  test("nothing where making is not offered", () => {
    expect(asked("new one", [], false).make).toBeUndefined();
  });
});
