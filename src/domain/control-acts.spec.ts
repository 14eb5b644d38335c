import { expect, test } from "vitest";
import { actRefusal, CONTROL_ACTS, needsReason, type ControlAct } from "./control-acts.ts";
import { DEPLOYMENT_STATES, type DeploymentState } from "./deployment.ts";

const NOT_BEGUN = "It has not begun: it can only be cancelled.";
const FINISHED = "It is finished: start a new deployment for devices that need another try.";
const REPLACED = "A newer deployment took its place: act on that one.";
const CANCELLED = "It was cancelled: start a new deployment.";
const GOING = "It is neither paused nor halted.";

/** Every state, every act: undefined where it can be done, else what is said. */
const TABLE: Readonly<Record<DeploymentState, Readonly<Record<ControlAct, string | undefined>>>> = {
  scheduled: { ...all(NOT_BEGUN), cancel: undefined },
  queued: { ...all(NOT_BEGUN), cancel: undefined },
  pending: { ...all(undefined), resume: GOING },
  "in-progress": { ...all(undefined), resume: GOING },
  paused: {
    ...all(undefined),
    pause: "It is paused already.",
    promote: "It is paused: resume it before you open its next phase.",
  },
  halted: {
    ...all(undefined),
    pause: "It is halted: it makes no offers as it is.",
    promote: "It is halted: resume it before you open its next phase.",
  },
  finished: all(FINISHED),
  superseded: all(REPLACED),
  cancelled: all(CANCELLED),
};

test.each(DEPLOYMENT_STATES.flatMap((state) => CONTROL_ACTS.map((act) => [act, state] as const)))(
  "%s while %s",
  (act, state) => {
    expect(actRefusal(act, state)).toBe(TABLE[state][act]);
  },
);

test("only a halted deployment asks for a reason to go on", () => {
  const asking = DEPLOYMENT_STATES.flatMap((state) =>
    CONTROL_ACTS.filter((act) => needsReason(act, state)).map((act) => `${act} ${state}`),
  );
  expect(asking).toEqual(["resume halted"]);
});

function all(said: string | undefined): Record<ControlAct, string | undefined> {
  return { pause: said, resume: said, promote: said, cancel: said, complete: said, retry: said };
}
