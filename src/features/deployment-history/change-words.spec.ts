import { expect, test } from "vitest";
import type { HistoryChange } from "#domain/deployment-history.ts";
import type { PackageId } from "#domain/ids.ts";
import { changeWords } from "./change-words.ts";

const packageId = "main" as PackageId;

test.each<[HistoryChange, string]>([
  [{ kind: "added", packageId, to: "14" }, "added"],
  [{ kind: "removed", packageId, from: "0.9.1" }, "removed"],
  [{ kind: "upgraded", packageId, from: "2.3.0", to: "2.4.1" }, "upgraded from 2.3.0 to 2.4.1"],
  [{ kind: "downgraded", packageId, from: "2.4.1", to: "2.3.0" }, "downgraded from 2.4.1 to 2.3.0"],
  [{ kind: "changed", packageId, from: "2024-Q4", to: "spring" }, "changed from 2024-Q4 to spring"],
  [{ kind: "unchanged", packageId, from: "1.0.3", to: "1.0.3" }, "unchanged"],
  [{ kind: "absent", packageId }, "not in this deployment"],
  [{ kind: "unknown", packageId, to: "2.2.3" }, "compared once older deployments are shown"],
])("%j reads %j", (change, words) => {
  expect(changeWords(change)).toBe(words);
});
