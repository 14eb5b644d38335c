import type { DoneBy, Occurrence } from "#domain/deployment-event.ts";
import { isProblem } from "#domain/problem.ts";
import type { World } from "#mocks/engine/world.ts";
import { code } from "./codes.ts";
import type { Invariant } from "./invariant.ts";
import type { Done, Moment, RolloutMoment } from "./moments.ts";

/** Nothing changes by nobody. */
export const ACCOUNTABLE: Invariant = {
  number: 13,
  text: "Every change has an actor or a rule, an instant, and a reason where one was asked.",
  begin: () => {
    return (moment) => {
      for (const one of moment.rollouts) {
        const wrong = unexplained(moment.world, one) ?? unkept(moment.world, one);
        if (wrong !== undefined) return `${one.rollout.name}: ${wrong}`;
      }
      return wrongAudit(moment);
    };
  },
};

/** What may have happened where a rollout stands otherwise than before. */
const EXPLAINED_BY: Readonly<Record<string, readonly Occurrence[]>> = {
  made: ["created"],
  started: ["started"],
  phase: ["phase-opened"],
  paused: ["paused"],
  halted: ["halted"],
  "goes on": ["resumed"],
  closed: ["completed", "finished", "expired", "cancelled", "superseded"],
};
/** What is only believed with a reason. */
const NEEDS_REASON: ReadonlySet<Occurrence> = new Set(["halted", "frozen", "finished", "expired"]);

function unexplained(world: World, { rollout, before, occurrences }: RolloutMoment): string | undefined {
  const news = [
    ...(before === undefined ? ["made"] : []),
    ...(rollout.startedAtMs === before?.startedAtMs ? [] : ["started"]),
    ...(rollout.pace.openPhase === (before?.openPhase ?? -1) ? [] : ["phase"]),
    ...(rollout.stopped === before?.stopped ? [] : [rollout.stopped ?? "goes on"]),
    ...(rollout.closed === before?.closed ? [] : ["closed"]),
  ];
  for (const what of news) {
    if (!occurrences.some((one) => EXPLAINED_BY[what]?.includes(one.what))) return `${what}, and nobody did it`;
  }
  for (const { what, by, atMs, reason } of occurrences) {
    if (!isSomebody(by)) return `${what} by nobody`;
    if (atMs !== world.nowMs) return `${what} at ${atMs}, which is not now`;
    if (NEEDS_REASON.has(what) && (reason ?? "") === "") return `${what} without a reason`;
    if (what === "resumed" && before?.stopped === "halted" && (reason ?? "") === "") return "resumed without a reason";
  }
  return undefined;
}

/** Each target that stands otherwise than before took a step, now. */
function unkept(world: World, { rollout, before, changes }: RolloutMoment): string | undefined {
  const late = changes.find(({ atMs }) => atMs !== world.nowMs);
  if (late !== undefined) return `row ${late.row} took a step at ${late.atMs}, which is not now`;
  const last = new Map(changes.map((change) => [change.row, change]));
  const { substate, attempt, count } = rollout.targets;
  for (let row = 0; row < count; row += 1) {
    const stood = before?.substates[row] ?? FIRST;
    const step = last.get(row);
    const isMoved = substate[row] !== stood || attempt[row] !== (before?.attempts[row] ?? 0);
    if (isMoved && step === undefined) return `row ${row} changed and took no step`;
    if (step !== undefined && substate[row] !== step.substate) return `row ${row} is elsewhere than its last step`;
  }
  return undefined;
}

/** No acts of people, or none that a project's audit could tell: devices speak, hosts tell, and a project's ends with it. */
const NO_ACTS: ReadonlySet<string> = new Set([
  "ask",
  "report",
  "fetch-bytes",
  "device-log",
  "set-faults",
  "tell-window",
  "delete-project",
]);

function wrongAudit({ world, done, auditBefore, frozenBefore }: Moment): string | undefined {
  const entries = world.projects.flatMap(({ audit }, project) => audit.slice(auditBefore[project]));
  for (const { act, by, atMs } of entries) {
    if (!isSomebody(by)) return `${act} by nobody`;
    if (atMs !== world.nowMs) return `${act} at ${atMs}, which is not now`;
  }
  const own = done === undefined || isProblem(done.outcome) ? undefined : done;
  if (own !== undefined && !NO_ACTS.has(own.command.kind) && !entries.some((entry) => isAbout(entry, own))) {
    return `${own.command.kind} is not in the audit`;
  }
  for (const [at, { frozen, name }] of world.cohorts.entries()) {
    const isSaid = entries.some(({ act }) => act.startsWith("freeze") || act.startsWith("unfreeze"));
    if ((frozen !== undefined) !== (frozenBefore[at] ?? false) && !isSaid) return `${name} froze or thawed by nobody`;
  }
  return undefined;
}

function isAbout(
  { act, by, reason }: { readonly act: string; readonly by: DoneBy; readonly reason?: string },
  { command }: Done,
): boolean {
  const said = "reason" in command ? (command.reason ?? "") : "";
  return act === command.kind && "actor" in by && (reason ?? "") === said;
}

function isSomebody(by: DoneBy): boolean {
  return ("actor" in by ? by.actor : by.rule) !== "";
}

/** The code of what a new target is. */
const FIRST = code("waiting-offline");
