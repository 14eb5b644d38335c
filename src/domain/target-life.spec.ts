import { describe, expect, test } from "vitest";
import { hours, minutes, seconds } from "#lib/duration.ts";
import { dueMs } from "./life-clock.ts";
import type { ReportEvent } from "./life-report.ts";
import { newTarget, type LifeRules, type TargetLife } from "./life.ts";
import { planOf } from "./plan.ts";
import { applyToTarget, type LifeEvent } from "./target-life.ts";

const { timeouts, retry } = planOf("all-at-once", "spec");
const RULES: LifeRules = {
  timeouts,
  retry,
  heartbeatMs: minutes(5),
  open: true,
  continuous: true,
  free: true,
  jitter: 0.5,
};

/** `state reason v→t`, as domain.md writes recorded reports; the target is 2.0.0, the device came from 1.0.0. */
function said(text: string, atMs: number): ReportEvent {
  const [state = "", reason = "0", versions = ""] = text.split(" ");
  const [v = "", t] = versions.split("→");
  const number = ["IDLE", "DOWNLOADING", "DOWNLOADED", "UPDATING"].indexOf(state);
  return {
    kind: "report",
    atMs,
    state: number < 0 ? 7 : number,
    reason: Number(reason),
    aim: t === undefined ? "none" : relation(t),
    runs: v === "" ? "unknown" : relation(v),
    proven: v === "2.0.0",
    knownBefore: true,
  };
}

const relation = (version: string) => (version === "2.0.0" ? "target" : "other");

/** A second between any two things that happen. */
function living(events: readonly (string | LifeEvent)[], rules: LifeRules = RULES): TargetLife {
  let atMs = 0;
  return events.reduce<TargetLife>((life, event) => {
    atMs += seconds(1);
    if (typeof event !== "string") {
      atMs = Math.max(atMs, event.atMs);
      return applyToTarget(life, event, rules);
    }
    return applyToTarget(life, event === "offer" ? { kind: "offer", atMs } : said(event, atMs), rules);
  }, newTarget(0));
}

const OLD = "1.0.0";
const AIMED = "1.0.0→2.0.0";
const BOOT_NEW = ["UPDATING 1 2.0.0", "IDLE 0 2.0.0", "IDLE 0 2.0.0"];
const TO_INSTALL = ["offer", `DOWNLOADING 0 ${AIMED}`, `DOWNLOADED 0 ${AIMED}`, `UPDATING 0 ${AIMED}`];

describe("what a device was recorded to say, and what becomes of its target", () => {
  test.each<[string, readonly string[], string, number]>([
    ["nothing yet", [], "waiting-offline", 0],
    ["the manifest was answered", ["offer"], "offered", 1],
    ["boot reports while offered", ["offer", `IDLE 0 ${OLD}`, `IDLE 0 ${OLD}`], "offered", 1],
    ["downloading", TO_INSTALL.slice(0, 2), "downloading", 1],
    ["downloaded", TO_INSTALL.slice(0, 3), "downloaded", 1],
    ["updating", TO_INSTALL, "installing", 1],
    ["straight to updating, the other slot holds the image", ["offer", `UPDATING 0 ${AIMED}`], "installing", 1],
    ["the new version started", [...TO_INSTALL, ...BOOT_NEW], "verified", 1],
    ["only the last boot report came through", [...TO_INSTALL, "IDLE 0 2.0.0"], "verified", 1],
    ["no report but the proof came through", ["offer", "IDLE 0 2.0.0"], "verified", 1],
    ["a finished with the old version is none", [...TO_INSTALL, `UPDATING 1 ${OLD}`], "installing", 1],
    ["install refused", [...TO_INSTALL, `IDLE 0 ${AIMED}`, `IDLE 0 ${OLD}`], "backoff", 1],
    ["the old version booted", [...TO_INSTALL, `IDLE 0 ${OLD}`, `IDLE 0 ${OLD}`], "reverted", 1],
    ["one report of the old version proves no revert", [...TO_INSTALL, `IDLE 0 ${OLD}`], "installing", 1],
    [
      "its next cycle after a revert is no attempt",
      [...TO_INSTALL, ...twice(`IDLE 0 ${OLD}`), `UPDATING 0 ${AIMED}`],
      "reverted",
      1,
    ],
    ["wrong hash, then what follows it", failing(5), "backoff", 1],
    ["write error, then what follows it", failing(10), "backoff", 1],
    ["no bytes, then what follows it", failing(8), "backoff", 1],
    ["connection lost", failing(4), "backoff", 1],
    ["its own retry opens the next attempt", [...failing(8), `DOWNLOADING 0 ${AIMED}`], "downloading", 2],
    ["a repeated failure opens none", [...failing(8), `DOWNLOADING 8 ${AIMED}`], "backoff", 1],
    ["a wrong hash twice is not retried", [...failing(5), ...failing(5).slice(1)], "integrity-failed", 2],
    ["it still retries by itself", [...failing(5), ...failing(5).slice(1), `DOWNLOADING 0 ${AIMED}`], "downloading", 3],
    ["a report for another version counts for nothing", ["offer", "DOWNLOADING 0 1.0.0→1.5.0"], "offered", 1],
    ["a failure for another version counts for nothing", ["offer", "DOWNLOADING 5 1.0.0→1.5.0"], "offered", 1],
    ["an unknown state changes nothing", ["offer", `EXPLODED 0 ${AIMED}`], "offered", 1],
    ["an unknown reason stays in progress", ["offer", `DOWNLOADING 42 ${AIMED}`], "downloading", 1],
    ["late reports after the proof", [...TO_INSTALL, ...BOOT_NEW, `DOWNLOADED 0 ${AIMED}`], "verified", 1],
    ["never offered and already there", ["IDLE 0 2.0.0"], "already-installed", 0],
  ])("%s", (_what, events, substate, attempt) => {
    const life = living(events);
    expect([life.substate, life.attempt]).toEqual([substate, attempt]);
  });

  test.each([2, 3, 6, 7, 9])("reason %i is a rejection, for good", (reason) => {
    expect(living(failing(reason))).toMatchObject({ phase: "ended", substate: "rejected", reason });
  });

  test("a device whose version was unknown and that turns out to run the target was there already", () => {
    const life = living(["offer"]);
    const report = { ...said("IDLE 0 2.0.0", seconds(9)), knownBefore: false };
    expect(applyToTarget(life, report, RULES).substate).toBe("already-installed");
  });

  test("one of two packages is there: verifying, until the other is too", () => {
    const first = { ...said("UPDATING 1 2.0.0", seconds(9)), proven: false };
    const verifying = applyToTarget(living(TO_INSTALL), first, RULES);
    expect(verifying.substate).toBe("verifying");
    expect(applyToTarget(verifying, said("UPDATING 1 2.0.0", seconds(20)), RULES).substate).toBe("verified");
  });
});

describe("the confirm period", () => {
  const rules = { ...RULES, timeouts: { ...timeouts, confirmMinutes: 10 } };

  test("the proof is kept for ten minutes before it counts", () => {
    const life = living([...TO_INSTALL, ...BOOT_NEW], rules);
    expect(life.substate).toBe("confirming");
    expect(applyToTarget(life, { kind: "tick", atMs: minutes(10) }, rules).substate).toBe("confirming");
    expect(applyToTarget(life, { kind: "tick", atMs: minutes(11) }, rules).substate).toBe("verified");
  });

  test.each([
    ["with a report of the new one in between", `IDLE 0 ${OLD}`, "IDLE 0 2.0.0"],
    ["once with a target, which is a report that came late", `IDLE 0 ${AIMED}`, `IDLE 0 ${AIMED}`],
  ])("the old version twice, but %s, is none", (_what, first, between) => {
    expect(living([...TO_INSTALL, ...BOOT_NEW, first, between, `IDLE 0 ${OLD}`], rules).substate).toBe("confirming");
  });

  test("the old version twice within it is a revert", () => {
    expect(living([...TO_INSTALL, ...BOOT_NEW, ...twice(`IDLE 0 ${OLD}`)], rules).substate).toBe("reverted");
  });
});

describe("silence", () => {
  test.each<[string, readonly string[], readonly [number, string][]]>([
    [
      "while downloading",
      TO_INSTALL.slice(0, 2),
      [
        [minutes(15), "downloading stuck"],
        [minutes(30), "backoff"],
      ],
    ],
    [
      "after updating",
      TO_INSTALL,
      [
        [minutes(5), "rebooting"],
        [minutes(15), "lost"],
      ],
    ],
  ])("%s", (_what, events, expected) => {
    let life = living(events);
    const silentSinceMs = life.contactAtMs;
    const seen = expected.map(([afterMs]) => {
      expect(dueMs(life, RULES)).toBe(silentSinceMs + afterMs);
      life = applyToTarget(life, { kind: "tick", atMs: silentSinceMs + afterMs }, RULES);
      return `${life.substate}${life.phase === "fetching" && life.stuck ? " stuck" : ""}`;
    });
    expect(seen).toEqual(expected.map(([, substate]) => substate));
  });

  test("a device that is heard of again is not stuck any more", () => {
    const stuck = applyToTarget(living(["offer"]), { kind: "tick", atMs: minutes(16) }, RULES);
    expect(applyToTarget(stuck, { kind: "contact", atMs: minutes(17) }, RULES)).toMatchObject({ stuck: false });
  });

  test("an install that is reported on for half an hour has timed out; a silent one is judged as lost only", () => {
    const reporting = living([...TO_INSTALL, { kind: "contact", atMs: minutes(28) }]);
    expect(applyToTarget(reporting, { kind: "tick", atMs: minutes(31) }, RULES).substate).toBe("backoff");
  });

  test("devices that report hourly are given three heartbeats before they are lost", () => {
    const rules = { ...RULES, heartbeatMs: hours(1) };
    const life = living(TO_INSTALL, rules);
    const rebooting = applyToTarget(life, { kind: "tick", atMs: hours(1) + minutes(1) }, rules);
    expect(rebooting.substate).toBe("rebooting");
    expect(dueMs(rebooting, rules)).toBe(life.contactAtMs + hours(3));
  });

  test("no attempt is longer than a day", () => {
    const life = living(["offer", { kind: "contact", atMs: hours(23) + minutes(59) }]);
    expect(dueMs(life, RULES)).toBe(seconds(1) + hours(24));
  });
});

describe("a terminal state changes in four cases only", () => {
  const verified = [...TO_INSTALL, ...BOOT_NEW];
  const lost: readonly (string | LifeEvent)[] = [
    ...TO_INSTALL,
    { kind: "tick", atMs: minutes(6) },
    { kind: "tick", atMs: minutes(20) },
  ];

  test("(a) drift: a verified device that boots the old version waits for another attempt", () => {
    expect(living([...verified, ...twice(`IDLE 0 ${OLD}`)])).toMatchObject({ phase: "pending", attempt: 1 });
  });

  test("(a) drift is nothing to a deployment that makes no offers any more", () => {
    const closed = { ...RULES, open: false };
    expect(living([...verified, ...twice(`IDLE 0 ${OLD}`)], closed).substate).toBe("verified");
  });

  test("(b) a device that was given up and then reports the version is verified", () => {
    expect(living(lost).substate).toBe("lost");
    expect(living([...lost, "UPDATING 1 2.0.0"]).substate).toBe("verified");
  });

  test.each(["superseded", "left-cohort", "aborted"] as const)("(b) also when it was %s meanwhile", (substate) => {
    expect(living([...TO_INSTALL, { kind: "end", atMs: minutes(1), substate }, "IDLE 0 2.0.0"]).substate).toBe(
      "verified",
    );
  });

  test("(c, d) reopened: pending with the attempts it had", () => {
    expect(living([...lost, { kind: "reopen", atMs: hours(1) }])).toMatchObject({ phase: "pending", attempt: 1 });
    expect(living([...lost, { kind: "reopen", atMs: hours(1) }, "offer"])).toMatchObject({
      substate: "offered",
      attempt: 2,
    });
  });

  test.each([`DOWNLOADED 0 ${AIMED}`, `UPDATING 0 ${AIMED}`, `IDLE 0 ${OLD}`])("%s changes nothing", (report) => {
    expect(living([...lost, report]).substate).toBe("lost");
  });

  test("a superseded device's own retry opens no attempt", () => {
    const superseded: LifeEvent = { kind: "end", atMs: minutes(1), substate: "superseded" };
    expect(living([...TO_INSTALL.slice(0, 2), superseded, `DOWNLOADING 0 ${AIMED}`]).substate).toBe("superseded");
  });

  test("nor does one of a device that is busy elsewhere", () => {
    expect(living([...failing(8), `DOWNLOADING 0 ${AIMED}`], { ...RULES, free: false }).substate).toBe("backoff");
  });
});

describe("attempts", () => {
  test("the third failure of three is the last", () => {
    const again = [`DOWNLOADING 0 ${AIMED}`, `DOWNLOADING 8 ${AIMED}`];
    expect(living(["offer", ...again]).substate).toBe("backoff");
    expect(living(["offer", ...again, ...again]).substate).toBe("backoff");
    expect(living(["offer", ...again, ...again, ...again])).toMatchObject({ substate: "download-failed", attempt: 3 });
  });

  test("a backoff that is over waits for the device to ask", () => {
    const life = living(failing(8));
    expect(dueMs(life, RULES)).toBe(seconds(3) + minutes(5));
    expect(applyToTarget(life, { kind: "tick", atMs: minutes(6) }, RULES).substate).toBe("waiting-offline");
  });

  test("a deployment that makes no offers does not retry", () => {
    expect(living(failing(8), { ...RULES, open: false }).substate).toBe("download-failed");
  });
});

function failing(reason: number): readonly string[] {
  return ["offer", `DOWNLOADING 0 ${AIMED}`, `DOWNLOADING ${reason} ${AIMED}`, `IDLE 0 ${AIMED}`, `IDLE 11 ${AIMED}`];
}

function twice(text: string): readonly string[] {
  return [text, text];
}
