import { expect, test } from "vitest";
import type { ApiFailure } from "#api/error.ts";
import type { DeviceId } from "#domain/ids.ts";
import { startFailureOf, withDeviceNames } from "./start-failure.ts";

const message = "What happened. What next.";

test.each<ApiFailure["kind"] & ("unreachable" | "broken" | "contract" | "conflict")>([
  "unreachable",
  "broken",
  "contract",
  "conflict",
])("after %s nobody knows whether it started", (kind) => {
  expect(startFailureOf({ kind, message })).toEqual({ kind: "unanswered", message });
});

test("a stale review says what changed", () => {
  const changes = [{ kind: "membership", before: 3, after: 4 } as const];
  expect(startFailureOf({ kind: "stale", message, changes })).toEqual({ kind: "stale", changes });
});

test("a cohort that vanished is said as such", () => {
  expect(startFailureOf({ kind: "not-found", message })).toEqual({ kind: "cohort-gone" });
});

test.each([
  ["invalid", true],
  ["too-large", true],
  ["forbidden", false],
  ["unauthenticated", false],
  ["gone", false],
] as const)("%s is a final no, to be mended in Compose: %s", (kind, inCompose) => {
  expect(startFailureOf({ kind, message })).toEqual({ kind: "refused", message, inCompose });
});

test("a refusal tells which field it is about", () => {
  const failure = startFailureOf({ kind: "invalid", message, field: "plan.maxDevices" });
  expect(failure).toEqual({ kind: "refused", message, inCompose: true, field: "plan.maxDevices" });
});

test("a refusal of a chosen device tells its name", () => {
  const failure = { kind: "refused", message: "d1 is no enabled device of Pier 4.", inCompose: true } as const;
  expect(withDeviceNames(failure, [{ id: "d1" as DeviceId, name: "sensor-$1" }])).toEqual({
    ...failure,
    message: "“sensor-$1” is no enabled device of Pier 4.",
  });
});
