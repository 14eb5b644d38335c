import { expect, test } from "vitest";
import { minutes } from "#lib/duration.ts";
import type { PhaseProgress } from "#domain/phase-progress.ts";
import { planOf, type Phase } from "#domain/plan.ts";
import { gateWords, phaseStateText } from "./gate-words.ts";
import { rampOf } from "./ramp.ts";

const NOBODY = { pending: 0, "in-progress": 0, succeeded: 0, failed: 0, cancelled: 0 };

function phase(state: PhaseProgress["state"], rest: Partial<PhaseProgress> = {}): PhaseProgress {
  return {
    index: 0,
    name: "5 %",
    size: 50,
    added: 50,
    state,
    counts: NOBODY,
    finished: 0,
    inFlight: 0,
    maxInFlight: 10,
    ...rest,
  };
}

function ruleOf(preset: "standard" | "careful"): Phase {
  const [first] = planOf(preset, "").phases;
  if (first === undefined) throw new Error("A preset has phases.");
  return first;
}

const well = { ...NOBODY, succeeded: 38, failed: 2 };

test.each([
  ["passed", phase("done", { startedAtMs: 0, counts: well }), "standard", ["✓ 2 h 5 min, 95.0\u202f%"]],
  ["open, too few done", phase("open", { counts: { ...NOBODY, succeeded: 7 } }), "standard", ["7 of 20 done"]],
  ["open, enough done", phase("open", { counts: well }), "standard", ["95.0\u202f% so far"]],
  ["soaking", phase("soaking", { soakUntilMs: minutes(41) }), "standard", ["opens in 41 min"]],
  ["soaking, by hand", phase("soaking", { soakUntilMs: minutes(41) }), "careful", ["by hand in 41 min"]],
  ["ready", phase("ready"), "careful", ["waits for you"]],
  ["closed, by hand", phase("waiting"), "careful", ["then by hand"]],
] as const)("a gate that is %s", (_, given, preset, expected) => {
  const next = phase("waiting", { index: 1, startedAtMs: minutes(125) });
  const { lines } = gateWords({ phase: given, next, rule: ruleOf(preset), state: "in-progress", nowMs: 0 });
  expect(lines.slice(-1)).toEqual(expected);
});

test("a rollout that stands says so at its gate and in its table", () => {
  const given = { phase: phase("open"), next: phase("waiting"), rule: ruleOf("standard"), nowMs: 0 };
  expect(gateWords({ ...given, state: "halted" }).lines).toEqual(["2 h and ≥ 90\u202f%", "halted"]);
  expect(phaseStateText({ ...given, state: "paused" })).toBe("paused");
  expect(
    phaseStateText({ ...given, phase: phase("soaking", { soakUntilMs: minutes(41) }), state: "in-progress" }),
  ).toBe("soaking, 41 min left of 2 h");
});

test("once nothing more is offered, a gate is passed or was never opened", () => {
  const given = { phase: phase("open"), next: phase("waiting"), rule: ruleOf("standard"), nowMs: 0 };
  expect(gateWords({ ...given, state: "cancelled" }).lines).toEqual(["never opened"]);
  expect(phaseStateText({ ...given, state: "cancelled" })).toBe("cancelled");
  expect(phaseStateText({ ...given, phase: phase("waiting"), state: "superseded" })).toBe("never opened");
});

test("the ramp rises with the devices a phase reaches, and the current one is filled as far as it is done", () => {
  const steps = rampOf([
    phase("done"),
    phase("open", { size: 500, added: 450, counts: { ...NOBODY, succeeded: 80, failed: 10 } }),
    phase("waiting", { size: 1_000, added: 500 }),
  ]);
  expect(steps.map(({ kind, doneShare }) => [kind, doneShare])).toEqual([
    ["done", 0],
    ["current", 0.2],
    ["closed", 0],
  ]);
  expect(steps.map(({ toPercent }) => Math.round(toPercent))).toEqual([18, 64, 100]);
});
