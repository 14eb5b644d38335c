import * as fc from "fast-check";
import { hours, minutes, seconds } from "#lib/duration.ts";
import { PLANS } from "./plans.ts";

/** Reports of a device over HTTP as domain.md writes them, `v` being what it ran and `t` what it was told. */
export const TALES = [
  ["IDLE 0 v", "IDLE 0 v"],
  ["DOWNLOADING 0 v→t", "DOWNLOADED 0 v→t", "UPDATING 0 v→t", "UPDATING 1 t", "IDLE 0 t", "IDLE 0 t"],
  ["DOWNLOADING 0 v→t", "DOWNLOADED 0 v→t", "UPDATING 0 v→t"],
  ["IDLE 0 t", "IDLE 0 t"],
  ["DOWNLOADING 0 v→t", "DOWNLOADING 8 v→t", "IDLE 0 v→t", "IDLE 11 v→t"],
  ["DOWNLOADING 5 v→t", "IDLE 0 v→t", "IDLE 11 v→t", "DOWNLOADING 0 v→t"],
  ["DOWNLOADING 0 v→t"],
  ["UPDATING 0 v→t", "IDLE 0 v→t", "IDLE 0 v"],
  ["UPDATING 0 v→t", "IDLE 0 v", "IDLE 0 v"],
  ["UPDATING 1 v"],
  ["DOWNLOADING 2 v→t"],
] as const;

const number = fc.nat(10_000);
const one = <Name extends string>(...names: Name[]) => fc.constantFrom(...names);

/** One thing that somebody, a device over HTTP or the clock does; `of` and `to` choose among what there is. */
const ACT = fc.oneof(
  {
    weight: 18,
    arbitrary: fc.record({
      do: one("travel"),
      of: fc.constantFrom(seconds(3), seconds(50), minutes(6), minutes(31), hours(2), hours(9)),
      to: number,
    }),
  },
  { weight: 8, arbitrary: fc.record({ do: one("deploy"), of: number, to: fc.nat(PLANS.length - 1) }) },
  {
    weight: 13,
    arbitrary: fc.record({
      do: one("pause", "resume", "resume", "promote", "retry", "retry"),
      of: fc.nat(2),
      to: number,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: one("cancel", "complete"), of: fc.nat(2), to: number }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: one("hold", "hold", "release", "release", "retry-one", "retry-one"),
      of: fc.nat(2),
      to: number,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: one("freeze", "unfreeze", "protect", "unprotect"),
      of: number,
      to: number,
    }),
  },
  {
    weight: 9,
    arbitrary: fc.record({
      do: one("move", "move-later", "change-later", "take-back", "take-back", "leave", "disable", "enable", "enable"),
      of: number,
      to: number,
    }),
  },
  { weight: 6, arbitrary: fc.record({ do: one("retag", "retag", "rebuild", "refilter"), of: number, to: number }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: one("delete", "yank", "unyank", "unyank", "new-cohort", "new-cohort", "drop-cohort"),
      of: number,
      to: number,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: one("drop-project", "stray", "stray", "stray"), of: number, to: number }) },
  { weight: 20, arbitrary: fc.record({ do: one("ask", "ask", "tell", "tell", "tell"), of: number, to: number }) },
  { weight: 8, arbitrary: fc.record({ do: one("again", "late", "say"), of: number, to: number }) },
  { weight: 2, arbitrary: fc.record({ do: one("fault"), of: number, to: fc.constantFrom(0, 0, 30, 100) }) },
);
/** One of those. */
export type Act = typeof ACT extends fc.Arbitrary<infer T> ? T : never;
/** What is done to a deployment or a target of it. */
export type ControlName =
  | "pause"
  | "resume"
  | "promote"
  | "retry"
  | "cancel"
  | "complete"
  | "hold"
  | "release"
  | "retry-one";
/** What is done to cohorts, devices, artifacts and projects. */
export type OtherName = Exclude<
  Act["do"],
  ControlName | "travel" | "deploy" | "ask" | "tell" | "again" | "late" | "say"
>;

/** What happens in a world of a seed, in order. */
export type Story = { readonly seed: number; readonly acts: readonly Act[] };

/** Any story. */
export const STORY: fc.Arbitrary<Story> = fc.record({
  seed: fc.nat(100_000),
  acts: fc.array(ACT, { minLength: 25, maxLength: 70, size: "max" }),
});
