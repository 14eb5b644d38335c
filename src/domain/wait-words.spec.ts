import { expect, test } from "vitest";
import type { SelectionFacts } from "./selection.ts";
import { READY } from "./specimens.ts";
import type { WaitFacts } from "./wait-facts.ts";
import { whyNot } from "./why-not-checklist.ts";

const AT_MS = Date.UTC(2026, 0, 5, 22);
const WINDOW = { days: [1, 2], from: "22:00", to: "04:00", zone: "Europe/Berlin" };
const HALT = { scope: "phase", phase: 0, atMs: AT_MS } as const;
const SECOND = { index: 1, of: 3, name: "50 %" };

test.each<[Partial<SelectionFacts>, WaitFacts, string]>([
  [
    { closed: "scheduled" },
    { startsAtMs: AT_MS },
    "The deployment starts at 2026-01-05 22:00 UTC, so it makes no offers yet.",
  ],
  [{ closed: "queued" }, { behind: "Winter" }, "The deployment waits for Winter, so it makes no offers."],
  [
    { closed: "paused" },
    { paused: { actor: "ada@example.com", reason: "Storm" } },
    "The deployment was paused by ada@example.com (Storm), so it makes no offers.",
  ],
  [
    { closed: "halted" },
    { halt: { ...HALT, rule: "ratio", value: 6.667, threshold: 5 } },
    "The deployment was halted because 6.7\u202f% of the finished devices failed in this phase: it makes no offers until somebody resumes it.",
  ],
  [
    { closed: "halted" },
    { halt: { ...HALT, rule: "absolute", value: 1, threshold: 1 } },
    "The deployment was halted because 1 device failed in a small phase: it makes no offers until somebody resumes it.",
  ],
  [
    { closed: "halted" },
    { halt: { ...HALT, rule: "streak", value: 3, threshold: 3 } },
    "The deployment was halted because 3 devices failed in a row: it makes no offers until somebody resumes it.",
  ],
  [
    { closed: "halted" },
    { halt: { ...HALT, rule: "lost", value: 2, threshold: 1 } },
    "The deployment was halted because 2 devices stayed silent after the reboot: it makes no offers until somebody resumes it.",
  ],
  [
    { closed: "frozen" },
    { frozen: { reason: "Audit", untilMs: AT_MS } },
    "The deployment is frozen with its cohort until 2026-01-05 22:00 UTC (Audit), so it makes no offers.",
  ],
  [{ held: true }, { held: { actor: "ada@example.com" } }, "This device was held back by ada@example.com."],
  [
    { phaseOpen: false },
    { phase: { ...SECOND, opens: { when: "done", after: 0 } } },
    "It is in phase 2 of 3 (50 %), which opens when phase 1 is done.",
  ],
  [
    { phaseOpen: false },
    { phase: { ...SECOND, opens: { when: "promotion", after: 0 } } },
    "It is in phase 2 of 3 (50 %), which opens when somebody promotes phase 1.",
  ],
  [
    { phaseOpen: false },
    { phase: { ...SECOND, opens: { when: "soak", after: 0, atMs: AT_MS } } },
    "It is in phase 2 of 3 (50 %), which opens when the soak of phase 1 is over, at 2026-01-05 22:00 UTC.",
  ],
  [
    { phaseOpen: false },
    { phase: { ...SECOND, opens: { when: "time", atMs: AT_MS } } },
    "It is in phase 2 of 3 (50 %), which opens at 2026-01-05 22:00 UTC.",
  ],
  [
    { insideWindow: false },
    { hours: { window: WINDOW, turnsAtMs: AT_MS } },
    "Offers are made from 22:00 to 04:00 (Europe/Berlin): next at 2026-01-05 22:00 UTC.",
  ],
  [
    { inBackoff: true },
    { backoff: { attempt: 1, maxAttempts: 3, after: "download-failed", untilMs: AT_MS } },
    "It waits until 2026-01-05 22:00 UTC, because attempt 1 of 3 failed (download failed).",
  ],
  [
    { slotFree: false },
    { slots: { taken: 10, of: 10 } },
    "At most 10 devices may be updating at once, and as many are.",
  ],
  [
    { slotFree: false },
    { slots: { taken: 3, of: 10, most: 50 } },
    "At most 50 devices get it, and as many have it or are at it.",
  ],
  [
    { budgetFree: false },
    { unavailable: { taken: 1, mayBecome: 2, of: 3 } },
    "At most 3 devices may be unavailable: 1 is, 2 on their way may become so.",
  ],
])("what is known of a wait is said: %o", (facts, wait, sentence) => {
  expect(whyNot({ ...READY, ...facts }, undefined, wait).sentence).toBe(sentence);
});

test("what was passed is said with its figures too", () => {
  const wait: WaitFacts = {
    phase: SECOND,
    hours: { window: WINDOW, turnsAtMs: AT_MS },
    slots: { taken: 7, of: 10 },
    unavailable: { taken: 0, mayBecome: 7, of: 20 },
  };
  expect(
    whyNot(READY, undefined, wait)
      .conditions.map(({ sentence }) => sentence)
      .slice(9),
  ).toEqual([
    "It is in phase 2 of 3 (50 %), which is open.",
    "Offers are made from 22:00 to 04:00 (Europe/Berlin): now, until 2026-01-05 22:00 UTC.",
    "It is not waiting after a failed attempt.",
    "A slot is free: 7 of 10 are taken.",
    "At most 20 devices may be unavailable: 0 are, 7 on their way may become so.",
  ]);
});
