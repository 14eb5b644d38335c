/**
 * Every change of a target's state: each substate against everything that can happen to it. A dot is "stays as it is";
 * a number behind a substate is the attempt it is then at. The rows of `target-life.spec.ts` tell the same as stories.
 */
import { describe, expect, test } from "vitest";
import { days, minutes } from "#lib/duration.ts";
import { newTarget, type LifeRules, type TargetLife } from "./life.ts";
import type { ReportEvent } from "./life-report.ts";
import { planOf } from "./plan.ts";
import { applyToTarget, type LifeEvent } from "./target-life.ts";
import { SUBSTATES } from "./target.ts";

const { timeouts, retry } = planOf("standard", "spec");
const RULES: LifeRules = {
  timeouts,
  retry,
  heartbeatMs: minutes(5),
  open: true,
  continuous: true,
  free: true,
  jitter: 0.5,
};

/** When everything happens: a minute into whatever the target is in. */
const AT = minutes(1);

function report(state: number, facts: Partial<ReportEvent> = {}): ReportEvent {
  const knownBefore = true;
  return {
    kind: "report",
    atMs: AT,
    state,
    reason: 0,
    aim: "none",
    runs: "other",
    proven: false,
    knownBefore,
    ...facts,
  };
}

const EVENTS = {
  offer: { kind: "offer", atMs: AT },
  contact: { kind: "contact", atMs: AT },
  "idle, old": report(0),
  "idle, aimed": report(0, { aim: "target" }),
  downloading: report(1, { aim: "target" }),
  "no bytes": report(1, { aim: "target", reason: 8 }),
  "wrong hash": report(1, { aim: "target", reason: 5 }),
  refused: report(1, { aim: "target", reason: 2 }),
  downloaded: report(2, { aim: "target" }),
  updating: report(3, { aim: "target" }),
  "done, old": report(3, { reason: 1 }),
  proof: report(3, { reason: 1, runs: "target", proven: true }),
  "part of it": report(3, { reason: 1, runs: "target" }),
  "other aim": report(1, { aim: "other" }),
  "no words": report(9, { aim: "target", reason: 99 }),
  "a day": { kind: "tick", atMs: days(1) },
  wait: { kind: "wait", atMs: AT, substate: "waiting-slot" },
  supersede: { kind: "end", atMs: AT, substate: "superseded" },
  reopen: { kind: "reopen", atMs: AT },
} as const satisfies Record<string, LifeEvent>;

const COURSE = { sinceMs: 0, startedAtMs: 0, contactAtMs: 0, integrityFailures: 0, reason: undefined };
const NEW = newTarget(0);
const waiting = (substate: (TargetLife & { phase: "pending" })["substate"]): TargetLife => ({ ...NEW, substate });
const fetching = (substate: "offered" | "downloading" | "downloaded"): TargetLife => ({
  ...COURSE,
  phase: "fetching",
  substate,
  stuck: false,
  attempt: 1,
});
const installing = (
  substate: "installing" | "rebooting",
  idle: "none" | "with-target" | "old-version",
): TargetLife => ({ ...COURSE, phase: "installing", substate, idle, attempt: 1 });
const proving = (substate: "verifying" | "confirming", oldVersionOnce: boolean): TargetLife => ({
  ...COURSE,
  phase: "proving",
  substate,
  oldVersionOnce,
  attempt: 1,
});
const over = (
  substate: (TargetLife & { phase: "ended" })["substate"],
  attempt: number,
  oldVersionOnce = false,
): TargetLife => ({ ...COURSE, phase: "ended", substate, oldVersionOnce, attempt });

/** How an offered target fails. */
const FAILED = ["rejected", "download-failed", "integrity-failed", "install-failed", "reverted", "timed-out", "lost"];

const ROWS: Readonly<Record<string, TargetLife>> = {
  "waiting-phase": waiting("waiting-phase"),
  "waiting-window": waiting("waiting-window"),
  "waiting-slot": waiting("waiting-slot"),
  "waiting-budget": waiting("waiting-budget"),
  "waiting-offline": waiting("waiting-offline"),
  "waiting-deployment": waiting("waiting-deployment"),
  held: waiting("held"),
  "held, after an attempt": { ...NEW, substate: "held", attempt: 1, after: "download-failed" },
  backoff: { ...NEW, substate: "backoff", untilMs: minutes(5), attempt: 1, after: "download-failed" },
  offered: fetching("offered"),
  downloading: fetching("downloading"),
  downloaded: fetching("downloaded"),
  installing: installing("installing", "none"),
  "installing, idle aimed": installing("installing", "with-target"),
  "installing, idle old": installing("installing", "old-version"),
  rebooting: installing("rebooting", "none"),
  verifying: proving("verifying", false),
  confirming: proving("confirming", false),
  "confirming, idle old": proving("confirming", true),
  verified: over("verified", 1),
  "verified, idle old": over("verified", 1, true),
  "already-installed": over("already-installed", 0),
  rejected: over("rejected", 1),
  "download-failed": over("download-failed", 3),
  "integrity-failed": over("integrity-failed", 2),
  "install-failed": over("install-failed", 3),
  reverted: over("reverted", 1),
  "timed-out": over("timed-out", 3),
  lost: over("lost", 1),
  "no-artifact": over("no-artifact", 0),
  "aborted, never offered": over("aborted", 0),
  aborted: over("aborted", 1),
  superseded: over("superseded", 1),
  "left-cohort": over("left-cohort", 1),
  decommissioned: over("decommissioned", 1),
  expired: over("expired", 0),
};

function changes(life: TargetLife, rules: LifeRules, compared?: LifeRules): string {
  return Object.entries(EVENTS)
    .map(([name, event]) => [name, after(life, event, rules), compared && after(life, event, compared)])
    .filter(([, then, otherwise]) => then !== (otherwise ?? "."))
    .map(([name, then]) => `${name} → ${then}`)
    .join("; ");
}

function after(life: TargetLife, event: LifeEvent, rules: LifeRules): string {
  const then = applyToTarget(life, event, rules);
  if (then.substate === life.substate && then.attempt === life.attempt) return ".";
  return then.attempt === life.attempt ? then.substate : `${then.substate} ${then.attempt}`;
}

/** What changes each; all other events leave it as it is. */
const CHANGES: Readonly<Record<string, string>> = {
  "waiting-phase": "offer → offered 1; proof → already-installed; wait → waiting-slot; supersede → superseded",
  "waiting-window": "offer → offered 1; proof → already-installed; wait → waiting-slot; supersede → superseded",
  "waiting-slot": "offer → offered 1; proof → already-installed; supersede → superseded",
  "waiting-budget": "offer → offered 1; proof → already-installed; wait → waiting-slot; supersede → superseded",
  "waiting-offline": "offer → offered 1; proof → already-installed; wait → waiting-slot; supersede → superseded",
  "waiting-deployment": "offer → offered 1; proof → already-installed; wait → waiting-slot; supersede → superseded",
  held: "offer → offered 1; proof → already-installed; wait → waiting-slot; supersede → superseded",
  "held, after an attempt":
    "offer → offered 2; downloading → downloading 2; proof → confirming; wait → waiting-slot; supersede → superseded",
  backoff:
    "offer → offered 2; downloading → downloading 2; proof → confirming; a day → waiting-offline; wait → waiting-slot; supersede → superseded",
  offered:
    "downloading → downloading; no bytes → backoff; wrong hash → backoff; refused → rejected; downloaded → downloaded; updating → installing; proof → confirming; a day → backoff; supersede → superseded",
  downloading:
    "no bytes → backoff; wrong hash → backoff; refused → rejected; downloaded → downloaded; updating → installing; proof → confirming; a day → backoff; supersede → superseded",
  downloaded:
    "downloading → downloading; no bytes → backoff; wrong hash → backoff; refused → rejected; updating → installing; proof → confirming; a day → backoff; supersede → superseded",
  installing:
    "downloading → downloading; no bytes → backoff; wrong hash → backoff; refused → rejected; downloaded → downloaded; proof → confirming; part of it → verifying; a day → lost; supersede → superseded",
  "installing, idle aimed":
    "idle, old → backoff; downloading → downloading; no bytes → backoff; wrong hash → backoff; refused → rejected; downloaded → downloaded; proof → confirming; part of it → verifying; a day → lost; supersede → superseded",
  "installing, idle old":
    "idle, old → reverted; downloading → downloading; no bytes → backoff; wrong hash → backoff; refused → rejected; downloaded → downloaded; proof → confirming; part of it → verifying; a day → lost; supersede → superseded",
  rebooting:
    "downloading → downloading; no bytes → backoff; wrong hash → backoff; refused → rejected; downloaded → downloaded; updating → installing; proof → confirming; part of it → verifying; a day → lost; supersede → superseded",
  verifying:
    "downloading → downloading; no bytes → backoff; wrong hash → backoff; refused → rejected; downloaded → downloaded; updating → installing; proof → confirming; a day → lost; supersede → superseded",
  confirming: "a day → verified; supersede → superseded",
  "confirming, idle old": "idle, old → reverted; a day → verified; supersede → superseded",
  verified: "reopen → waiting-offline",
  "verified, idle old": "idle, old → waiting-offline; reopen → waiting-offline",
  "already-installed": "reopen → waiting-offline",
  rejected: "downloading → downloading 2; proof → verified; reopen → waiting-offline",
  "download-failed": "downloading → downloading 4; proof → verified; reopen → waiting-offline",
  "integrity-failed": "downloading → downloading 3; proof → verified; reopen → waiting-offline",
  "install-failed": "downloading → downloading 4; proof → verified; reopen → waiting-offline",
  reverted: "downloading → downloading 2; proof → verified; reopen → waiting-offline",
  "timed-out": "downloading → downloading 4; proof → verified; reopen → waiting-offline",
  lost: "downloading → downloading 2; proof → verified; reopen → waiting-offline",
  "no-artifact": "reopen → waiting-offline",
  "aborted, never offered": "reopen → waiting-offline",
  aborted: "proof → verified; reopen → waiting-offline",
  superseded: "proof → verified; reopen → waiting-offline",
  "left-cohort": "proof → verified; reopen → waiting-offline",
  decommissioned: "proof → verified; reopen → waiting-offline",
  expired: "reopen → waiting-offline",
};

test("every substate has a row", () => {
  const substates = new Set(Object.values(ROWS).map(({ substate }) => substate));
  expect(SUBSTATES.filter((substate) => !substates.has(substate))).toEqual([]);
});

test.each(Object.entries(ROWS))("%s", (name, life) => {
  expect(changes(life, RULES)).toBe(CHANGES[name]);
});

/** What is different in each row under other rules; rows that are not named are the same. */
function different(rules: Partial<LifeRules>): Record<string, string> {
  const all = Object.entries(ROWS).map(([name, life]) => [name, changes(life, { ...RULES, ...rules }, RULES)] as const);
  return Object.fromEntries(all.filter(([, text]) => text !== ""));
}

const LAST_TRY = {
  offered: "no bytes → download-failed; wrong hash → integrity-failed; a day → timed-out",
  downloading: "no bytes → download-failed; wrong hash → integrity-failed; a day → timed-out",
  downloaded: "no bytes → download-failed; wrong hash → integrity-failed; a day → timed-out",
  installing: "no bytes → download-failed; wrong hash → integrity-failed",
  "installing, idle aimed": "idle, old → install-failed; no bytes → download-failed; wrong hash → integrity-failed",
  "installing, idle old": "no bytes → download-failed; wrong hash → integrity-failed",
  rebooting: "no bytes → download-failed; wrong hash → integrity-failed",
  verifying: "no bytes → download-failed; wrong hash → integrity-failed",
};

describe("what is different", () => {
  test("with no attempt left: a failure is for good", () => {
    expect(different({ retry: { ...retry, maxAttempts: 1 } })).toEqual(LAST_TRY);
  });

  test("in a deployment that makes no offers any more: the same, and drift is nothing to it", () => {
    expect(different({ open: false })).toEqual({ ...LAST_TRY, "verified, idle old": "idle, old → ." });
  });

  test("in one that nobody can join: drift is nothing to it", () => {
    expect(different({ continuous: false })).toEqual({ "verified, idle old": "idle, old → ." });
  });

  test("for a device that is busy elsewhere: its own retry is not ours", () => {
    const retried = ["held, after an attempt", "backoff", ...FAILED];
    expect(different({ free: false })).toEqual(Object.fromEntries(retried.map((name) => [name, "downloading → ."])));
  });

  test("without a confirm period: the proof is enough", () => {
    const waits = ["held, after an attempt", "backoff"];
    const onTheWay = Object.keys(ROWS).filter((name) =>
      /^(offered|download(ing|ed)$|installing|rebooting|verifying)/.test(name),
    );
    expect(different({ timeouts: { ...timeouts, confirmMinutes: 0 } })).toEqual(
      Object.fromEntries([...waits, ...onTheWay].map((name) => [name, "proof → verified"])),
    );
  });
});
