import { expect, test } from "vitest";
import { frozenReason } from "./frozen-reason.ts";

test.each([
  [{ reason: "Black Friday" }, "The cohort is frozen: Black Friday. Unfreeze it first."],
  [
    { reason: "Holidays!", untilMs: Date.UTC(2026, 11, 24, 6) },
    "The cohort is frozen: Holidays! It thaws on Thu 24 Dec 2026, 06:00:00 UTC.",
  ],
])("a frozen cohort says why and until when: %o", (frozen, said) => expect(frozenReason(frozen, "UTC")).toBe(said));
