import { expect, test } from "vitest";
import { tagLabel } from "./tag.ts";

test.each([
  ["site=berlin", { kind: "pair", key: "site", value: "berlin" }],
  ["note=a=b", { kind: "pair", key: "note", value: "a=b" }],
  ["beta", { kind: "plain", name: "beta" }],
  ["=berlin", { kind: "plain", name: "=berlin" }],
  ["site=", { kind: "plain", name: "site=" }],
])("%s", (name, label) => {
  expect(tagLabel(name)).toEqual(label);
});
