import { expect, test } from "vitest";
import type { ImpactChange } from "#domain/impact.ts";
import { staleChangeWords } from "./stale-changes.ts";
import { plainText } from "./words.ts";

test.each<[ImpactChange, string]>([
  [{ kind: "membership", before: 1_250, after: 1_251 }, "The cohort had 1,250 devices and has 1,251 now."],
  [{ kind: "membership", before: 1, after: 0 }, "The cohort had 1 device and has 0 now."],
  [{ kind: "membership", before: 7, after: 7 }, "Other devices are in the cohort; there are still 7 devices."],
  [{ kind: "active-deployment", name: "Hotfix" }, "“Hotfix” was started meanwhile and is the active deployment."],
  [{ kind: "artifacts", packages: ["main"] }, "Artifacts changed for main."],
  [{ kind: "artifacts", packages: ["main", "modem", "calib"] }, "Artifacts changed for main, modem and calib."],
  [{ kind: "frozen", reason: "Trade fair" }, "The cohort was frozen: “Trade fair”."],
  [{ kind: "plan" }, "The plan is another than the one that was reviewed."],
])("%j", (change, sentence) => {
  expect(plainText(staleChangeWords(change))).toBe(sentence);
});
