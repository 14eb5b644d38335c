import { assertNever } from "#lib/assert.ts";
import { failed } from "./life-failure.ts";
import {
  contacted,
  ended,
  reopened,
  type FailedSubstate,
  type LifeIn,
  type LifeRules,
  type TargetLife,
} from "./life.ts";
import { explains } from "./reason.ts";
import { OTA_STATE_NUMBER } from "./report.ts";
import { SUBSTATES_OF } from "./target.ts";

/** A report, seen from one target: how what it carries relates to what the target is to run. */
export type ReportEvent = {
  readonly kind: "report";
  readonly atMs: number;
  /** As sent: 0 IDLE, 1 DOWNLOADING, 2 DOWNLOADED, 3 UPDATING; anything else means nothing. */
  readonly state: number;
  readonly reason: number;
  /** The `t` of the report against this target's version of that package. */
  readonly aim: "target" | "other" | "none";
  /** The `v` of the report against it. */
  readonly runs: "target" | "other" | "unknown";
  /** With this report every package of the target runs its version. */
  readonly proven: boolean;
  /** Whether an earlier report said what the package ran. */
  readonly knownBefore: boolean;
};

const { idle: IDLE, downloading: DOWNLOADING, downloaded: DOWNLOADED, updating: UPDATING } = OTA_STATE_NUMBER;

/** What a report makes of a target. Source: domain.md, From reports to substates; When it counts as success; Reverted. */
export function applyReport(life: TargetLife, event: ReportEvent, rules: LifeRules): TargetLife {
  switch (life.phase) {
    case "pending":
      return reportedWhilePending(life, event, rules);
    case "fetching":
      if (event.proven && life.substate === "offered" && !event.knownBefore) {
        return ended(life, "already-installed", event.atMs);
      }
      return event.proven ? proven(life, event.atMs, rules) : reportedInAttempt(life, event, rules);
    case "installing":
      return event.proven ? proven(life, event.atMs, rules) : reportedInAttempt(life, event, rules);
    case "proving":
      return reportedWhileProving(life, event, rules);
    case "ended":
      return reportedAfterTheEnd(life, event, rules);
    default:
      return assertNever(life, "target phase");
  }
}

/** The proof has come: kept for the confirm period when the plan has one, else verified at once. */
function proven(life: TargetLife, atMs: number, rules: LifeRules): TargetLife {
  if (rules.timeouts.confirmMinutes === 0)
    return { ...ended(life, "verified", atMs), contactAtMs: atMs, reason: undefined };
  const { attempt, startedAtMs, integrityFailures } = life;
  return {
    phase: "proving",
    substate: "confirming",
    oldVersionOnce: false,
    attempt,
    sinceMs: atMs,
    startedAtMs,
    contactAtMs: atMs,
    integrityFailures,
    reason: undefined,
  };
}

function reportedWhilePending(life: LifeIn<"pending">, event: ReportEvent, rules: LifeRules): TargetLife {
  if (life.attempt === 0) return event.proven ? ended(life, "already-installed", event.atMs) : life;
  if (event.proven) return proven(life, event.atMs, rules);
  return isOwnRetry(event) && rules.free ? ownRetry(life, event) : life;
}

/** From an offer to the proof: the four states, the failures they carry, and what the device stays silent about. */
function reportedInAttempt(
  life: LifeIn<"fetching"> | LifeIn<"installing"> | LifeIn<"proving">,
  event: ReportEvent,
  rules: LifeRules,
): TargetLife {
  const { atMs, state, reason } = event;
  if (event.aim === "other") return contacted(life, atMs);
  const failure = failureOf(state, reason);
  if (failure !== undefined) return failed({ ...life, contactAtMs: atMs }, failure, reason, atMs, rules);
  if (event.runs === "target") return life.phase === "fetching" ? contacted(life, atMs) : verifying(life, atMs);
  switch (state) {
    case DOWNLOADING:
      return fetching(life, "downloading", event);
    case DOWNLOADED:
      return fetching(life, "downloaded", event);
    case UPDATING:
      // Reason 1 with the old version is a "finished" that is none.
      return reason === 1 ? contacted(life, atMs) : installing(life, event);
    case IDLE:
      return life.phase === "installing" ? idleAfterUpdating(life, event, rules) : contacted(life, atMs);
    default:
      return contacted(life, atMs);
  }
}

/** Which failure a report tells of, if any. Codes that no table knows leave the target where it is. */
function failureOf(state: number, reason: number): FailedSubstate | undefined {
  switch (reason) {
    case 2:
    case 3:
    case 6:
    case 7:
    case 9:
      return "rejected";
    case 4:
    case 8:
    case 10:
      return state === DOWNLOADING ? "download-failed" : undefined;
    case 5:
      return "integrity-failed";
    default:
      return undefined;
  }
}

function fetching(life: TargetLife, substate: "downloading" | "downloaded", event: ReportEvent): TargetLife {
  const { attempt, startedAtMs, integrityFailures } = life;
  return {
    phase: "fetching",
    substate,
    stuck: false,
    attempt,
    sinceMs: life.substate === substate ? life.sinceMs : event.atMs,
    startedAtMs,
    contactAtMs: event.atMs,
    integrityFailures,
    reason: explains(event.reason) ? event.reason : undefined,
  };
}

function installing(life: TargetLife, { atMs, reason }: ReportEvent): TargetLife {
  const { attempt, startedAtMs, integrityFailures } = life;
  return {
    phase: "installing",
    substate: "installing",
    idle: "none",
    attempt,
    sinceMs: life.substate === "installing" ? life.sinceMs : atMs,
    startedAtMs,
    contactAtMs: atMs,
    integrityFailures,
    reason: explains(reason) ? reason : undefined,
  };
}

/** One package of several is there; the others are still to come. */
function verifying(life: TargetLife, atMs: number): TargetLife {
  const { attempt, startedAtMs, integrityFailures } = life;
  return {
    phase: "proving",
    substate: "verifying",
    oldVersionOnce: false,
    attempt,
    sinceMs: life.substate === "verifying" ? life.sinceMs : atMs,
    startedAtMs,
    contactAtMs: atMs,
    integrityFailures,
    reason: undefined,
  };
}

/** UPDATING, IDLE with `t`, IDLE without: refused. UPDATING, IDLE without `t` twice in a row: the old slot booted. */
function idleAfterUpdating(life: LifeIn<"installing">, event: ReportEvent, rules: LifeRules): TargetLife {
  const heard = { ...life, contactAtMs: event.atMs };
  if (event.aim === "target") return { ...heard, idle: "with-target" };
  if (life.idle === "with-target") return failed(heard, "install-failed", undefined, event.atMs, rules);
  if (event.runs !== "other") return heard;
  if (life.idle === "none") return { ...heard, idle: "old-version" };
  return failed(heard, "reverted", undefined, event.atMs, rules);
}

function reportedWhileProving(life: LifeIn<"proving">, event: ReportEvent, rules: LifeRules): TargetLife {
  if (life.substate === "verifying") {
    return event.proven ? proven(life, event.atMs, rules) : reportedInAttempt(life, event, rules);
  }
  if (event.runs === "target" && life.oldVersionOnce) {
    return { ...life, contactAtMs: event.atMs, oldVersionOnce: false };
  }
  if (event.runs !== "other" || event.state !== IDLE || event.aim !== "none") return contacted(life, event.atMs);
  if (!life.oldVersionOnce) return { ...life, contactAtMs: event.atMs, oldVersionOnce: true };
  return failed({ ...life, contactAtMs: event.atMs }, "reverted", undefined, event.atMs, rules);
}

/** The only ways out of a terminal state that a report has. Source: domain.md, A terminal state changes. */
function reportedAfterTheEnd(life: LifeIn<"ended">, event: ReportEvent, rules: LifeRules): TargetLife {
  if (life.attempt === 0) return life;
  if (life.substate === "verified") return driftedPerhaps(life, event, rules);
  if (life.substate === "already-installed") return life;
  if (event.proven) return { ...ended(life, "verified", event.atMs), contactAtMs: event.atMs, reason: undefined };
  return isFailure(life) && isOwnRetry(event) && rules.free ? ownRetry(life, event) : life;
}

function driftedPerhaps(life: LifeIn<"ended">, event: ReportEvent, rules: LifeRules): TargetLife {
  if (!rules.open || !rules.continuous) return life;
  if (event.runs === "target") return life.oldVersionOnce ? { ...life, oldVersionOnce: false } : life;
  if (event.runs !== "other" || event.state !== IDLE || event.aim !== "none") return life;
  return life.oldVersionOnce ? reopened(life, event.atMs) : { ...life, oldVersionOnce: true };
}

/** A device that failed and downloads the same version once more has opened its next attempt by itself. */
function isOwnRetry(event: ReportEvent): boolean {
  const begins = event.state === DOWNLOADING && failureOf(event.state, event.reason) === undefined;
  return begins && event.aim === "target" && event.runs !== "target";
}

function ownRetry(life: TargetLife, event: ReportEvent): TargetLife {
  return {
    ...fetching(life, "downloading", event),
    attempt: life.attempt + 1,
    sinceMs: event.atMs,
    startedAtMs: event.atMs,
  };
}

/** How an attempt can fail. Where no artifact fits, none was made. */
const FAILURES: ReadonlySet<string> = new Set(SUBSTATES_OF.failed.filter((substate) => substate !== "no-artifact"));

function isFailure(life: LifeIn<"ended">): boolean {
  return FAILURES.has(life.substate);
}
