import type { Cohort } from "#domain/cohort.ts";
import type { Deployment } from "#domain/deployment.ts";
import { countText, devicesText } from "#domain/counts.ts";
import type { Impact } from "#domain/impact.ts";
import type { Plan } from "#domain/plan.ts";
import { haltWords, lossWords, phaseHappenings, reachedPhases } from "./plan-happenings.ts";
import { allText } from "./plan-words.ts";
import type { Happening, Words } from "./words.ts";

/** What a start is told from. */
export type Known = {
  readonly cohort: Cohort;
  /** Absent until it is measured, and where the backend cannot. */
  readonly impact: Impact | undefined;
  readonly plan: Plan;
  /** What is under way can be cancelled, as it can with most backends. */
  readonly canCancel?: boolean;
  /** Deployments of the cohort that are still to start, the newest first. */
  readonly waiting?: readonly Pick<Deployment, "name" | "state" | "plan">[];
  readonly bytesText: (bytes: number) => string;
  readonly instantText: (atMs: number) => string;
};

/**
 * What a start would do, as far as it is known: when it begins, phase by phase who is offered it, what stops it, which
 * devices are away and how much is sent. Without an impact, by the number of the cohort's devices.
 */
export function happeningsOf(known: Known): readonly Happening[] {
  const { cohort, impact, plan, bytesText } = known;
  const eligible = eligibleOf(known);
  const phased = reachedPhases(plan, eligible).length > 1;
  const now = startsNow(plan) ? "Now" : "Then";
  return [
    ...startHappenings(known),
    ...(phased ? phaseHappenings(plan, eligible, now) : [{ term: now, words: allWords(known) }]),
    ...laterHappenings(plan, phased),
    { term: "Halts by itself", words: haltWords(plan, eligible) ?? neverWords(known) },
    ...(eligible === 0 ? [] : [{ term: "Expected loss", words: lossWords(plan, eligible) }]),
    ...limitHappenings(known),
    // What is counted is the whole cohort.
    ...(impact === undefined || typeof plan.targeting === "object" ? [] : countedHappenings(impact, bytesText)),
    ...supersedes(cohort, impact, plan),
    ...waitingHappenings(known),
  ];
}

function neverWords({ canCancel = true }: Known): Words {
  return [`Never: it goes to all devices at once.${canCancel ? " You can cancel the rest at any time." : ""}`];
}

/** What becomes of those that are still to start: nothing that starts takes them out of the queue. */
function waitingHappenings({ plan, waiting = [], instantText }: Known): readonly Happening[] {
  const behind = plan.startPolicy === "now";
  const queued = waiting
    .filter(({ state }) => state === "queued")
    .map(({ name }): Words => [
      { name },
      behind ? " stays queued: it starts when this one is done." : " is queued before this one.",
    ]);
  const scheduled = waiting
    .filter(({ state }) => state === "scheduled")
    .map(({ name, plan: { startAtMs } }): Words => [
      { name },
      " still starts",
      ...(startAtMs === undefined ? [] : [" at ", { strong: instantText(startAtMs) }]),
      ", and replaces what runs then.",
    ]);
  return [
    ...(queued.length === 0 ? [] : [{ term: "Queued", words: sentences(queued.toReversed()) }]),
    ...(scheduled.length === 0 ? [] : [{ term: "Scheduled", words: sentences(scheduled.toReversed()) }]),
  ];
}

function sentences(all: readonly Words[]): Words {
  return all.flatMap((words, index) => (index === 0 ? words : [" ", ...words]));
}

function countedHappenings(impact: Impact, bytesText: Known["bytesText"]): readonly Happening[] {
  return [
    ...(impact.overall.offline === 0 ? [] : [{ term: "Offline now", words: offlineWords(impact) }]),
    { term: "Transfer", words: transferWords(impact.transferBytes, bytesText) },
  ];
}

/** How many devices the phases are of: those that need it and can take it, or that were chosen. */
export function eligibleOf({ cohort, impact, plan }: Pick<Known, "cohort" | "impact" | "plan">): number {
  const offered = impact === undefined ? cohort.deviceCount : offeredOf(impact);
  return typeof plan.targeting === "object" ? Math.min(plan.targeting.deviceIds.length, offered) : offered;
}

function offeredOf({ devices, overall }: Impact): number {
  return devices - overall.alreadyThere - overall.incompatible;
}

/** Whether a plan begins with its start, and does not wait for a time or another deployment. */
function startsNow({ startAtMs, startPolicy }: Pick<Plan, "startAtMs" | "startPolicy">): boolean {
  return startAtMs === undefined && startPolicy === "now";
}

function startHappenings({ plan, cohort, instantText }: Known): readonly Happening[] {
  const { startAtMs, startPolicy } = plan;
  if (startAtMs !== undefined) return [{ term: "Starts", words: ["At ", { strong: instantText(startAtMs) }, "."] }];
  if (startPolicy === "now") return [];
  const { activeDeployment } = cohort;
  if (activeDeployment === undefined) return [{ term: "Starts", words: ["At once: nothing was deployed before."] }];
  const after: Words = ["After ", { name: activeDeployment.name }, ", when no device is on its way in it."];
  return [{ term: "Starts", words: after }];
}

function allWords({ cohort, impact, plan }: Known): Words {
  if (typeof plan.targeting === "object") {
    const { length } = plan.targeting.deviceIds;
    if (length === 0) return ["Nobody yet: choose the devices."];
    return [
      "Offered to ",
      { strong: `${countText(length)} chosen ${length === 1 ? "device" : "devices"}` },
      " as each connects.",
    ];
  }
  return impact === undefined ? nowUnmeasured(cohort.deviceCount) : nowMeasured(impact);
}

function laterHappenings({ targeting }: Plan, phased: boolean): readonly Happening[] {
  if (typeof targeting === "object") return [{ term: "Others", words: ["The rest of the cohort keeps what it has."] }];
  if (targeting === "snapshot")
    return [{ term: "Later", words: ["Devices that join the cohort later do not get it."] }];
  return phased ? [] : [{ term: "Later", words: ["Every device that joins the cohort gets it too."] }];
}

function limitHappenings({ plan, instantText }: Known): readonly Happening[] {
  const { maxDevices, deadlineAtMs, retry, preset } = plan;
  const { maxAttempts } = retry;
  return [
    ...(maxDevices === undefined
      ? []
      : [
          {
            term: "Stops at",
            words: [{ strong: devicesText(maxDevices) }, " that are verified; no more are offered it."],
          },
        ]),
    ...(deadlineAtMs === undefined
      ? []
      : [
          {
            term: "Ends",
            words: ["At ", { strong: instantText(deadlineAtMs) }, ": who was not offered it by then is left out."],
          },
        ]),
    ...(preset === "all-at-once"
      ? []
      : [
          {
            term: "Attempts",
            words: [
              { strong: countText(maxAttempts) },
              maxAttempts === 1 ? " a device: none is repeated." : " a device, with longer waits between them.",
            ],
          },
        ]),
  ];
}

function nowUnmeasured(deviceCount: number): Words {
  if (deviceCount === 0) return ["Nothing yet: the cohort has no devices."];
  return ["Offered to ", { strong: devicesText(deviceCount) }, " as each connects."];
}

function nowMeasured(impact: Impact): Words {
  const { devices, overall } = impact;
  if (devices === 0) return ["Nothing yet: the cohort has no enabled devices."];
  const offered = offeredOf(impact);
  if (offered === 0 && overall.alreadyThere === devices)
    return [
      "Nothing to install: ",
      { strong: devices === 1 ? "the device" : `all ${devicesText(devices)}` },
      devices === 1 ? " reports it already." : " report it already.",
    ];
  if (offered === devices) return ["Offered to ", { strong: allText(devices) }, " as each connects."];
  return ["Offered to ", { strong: countText(offered) }, ` of ${devicesText(devices)} as each connects.`];
}

/** Nobody counts which of the offline devices have it already, so only where none has are all of them promised it. */
function offlineWords({ devices, overall }: Impact): Words {
  const { offline, alreadyThere, incompatible } = overall;
  const away: Words = [{ strong: devicesText(offline) }];
  if (alreadyThere === devices) return [...away, ", nothing to install there either."];
  if (alreadyThere + incompatible > 0) return [...away, "; those that need it are offered it when they return."];
  return [...away, offline === 1 ? ", offered when it returns." : ", offered when they return."];
}

function transferWords(bytes: number, bytesText: (bytes: number) => string): Words {
  return bytes === 0 ? ["Nothing to download."] : [{ strong: bytesText(bytes) }, " in all."];
}

function supersedes({ activeDeployment }: Cohort, impact: Impact | undefined, plan: Plan): readonly Happening[] {
  if (activeDeployment === undefined || plan.startPolicy === "after-current") return [];
  const quiet = activeDeployment.settled || (impact !== undefined && impact.busy === 0) || !startsNow(plan);
  return [{ term: "Replaces", words: [{ name: activeDeployment.name }, quiet ? "." : ", which is still under way."] }];
}
