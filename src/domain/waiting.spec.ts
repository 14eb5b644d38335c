import { expect, test } from "vitest";
import { firstFailedCondition } from "./selection.ts";
import { shownWait, waitingFor, type OwnWait } from "./waiting.ts";
import { CONDITIONS, type ConditionName } from "./why-not.ts";

test.each<[ConditionName, string | undefined]>([
  ["enabled", undefined],
  ["in-cohort", undefined],
  ["has-deployment", undefined],
  ["deployment-open", "waiting-deployment"],
  ["not-terminal", undefined],
  ["no-live-attempt-elsewhere", "waiting-deployment"],
  ["not-held", "held"],
  ["artifact-fits", undefined],
  ["something-differs", undefined],
  ["phase-open", "waiting-phase"],
  ["inside-window", "waiting-window"],
  ["not-in-backoff", "backoff"],
  ["slot-free", "waiting-slot"],
  ["budget-free", "waiting-budget"],
])("a target that fails %s is %s", (verdict, expected) => {
  expect(waitingFor(verdict)).toBe(expected);
});

test("a target that passes everything waits for its device", () => {
  expect(waitingFor(undefined)).toBe("waiting-offline");
});

test("what is shown is what the selection algorithm says, whatever comes together", () => {
  const owns: readonly OwnWait[] = ["waiting-offline", "waiting-deployment", "held", "backoff"];
  const either = [true, false];
  const seen = owns.flatMap((own) =>
    either.flatMap((open) =>
      either.flatMap((phaseOpen) =>
        either.flatMap((insideWindow) =>
          either.flatMap((slotFree) =>
            either.map((budgetFree) => {
              const gate = { open, phaseOpen, insideWindow, slotFree, budgetFree };
              const verdict = firstFailedCondition({
                enabled: true,
                inCohort: true,
                deployment: "Spring",
                closed: open ? undefined : "paused",
                ended: undefined,
                busyWith: own === "waiting-deployment" ? "Winter" : undefined,
                held: own === "held",
                unfitPackage: undefined,
                somethingDiffers: true,
                inBackoff: own === "backoff",
                ...gate,
              });
              return [shownWait(own, gate), waitingFor(verdict)];
            }),
          ),
        ),
      ),
    ),
  );
  expect(seen).toHaveLength(128);
  expect(seen.filter(([shown, decided]) => shown !== decided)).toEqual([]);
});

test("every condition has a row above", () => {
  expect(CONDITIONS).toHaveLength(14);
});
