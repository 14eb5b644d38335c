import * as v from "valibot";
import type { PackageId } from "#domain/ids.ts";
import { BUCKETS, SUBSTATES, SUBSTATES_OF, type Bucket, type Substate, type TargetPackage } from "#domain/target.ts";
import { absent, id } from "./fields.ts";
import { present } from "./present.ts";

/** The packages of a target on the wire. */
export const targetPackages = v.array(
  v.pipe(
    v.object({ packageId: id<PackageId>(), from: absent(v.string()), to: v.string() }),
    v.transform((given): TargetPackage => present(given)),
  ),
);

/** What stands in for a substate that no table knows, by bucket; the word itself is kept as raw text. */
const STAND_IN = {
  pending: "waiting-slot",
  "in-progress": "offered",
  succeeded: "verified",
  failed: "install-failed",
  cancelled: "aborted",
} as const satisfies Record<Bucket, Substate>;

/**
 * Bucket and substate out of the backend's words. An unknown bucket is In Progress, an unknown substate the plainest of
 * its bucket; both keep the backend's word in `rawReason`. Source: domain.md, From reports to substates.
 */
export function standingOf(
  bucketWord: string,
  substateWord: string,
  rawReason: string | undefined,
): { readonly bucket: Bucket; readonly substate: Substate; readonly rawReason: string | undefined } {
  const bucket = BUCKETS.find((known) => known === bucketWord);
  if (bucket === undefined) {
    const raw = rawReason ?? `${bucketWord}: ${substateWord}`;
    return { bucket: "in-progress", substate: STAND_IN["in-progress"], rawReason: raw };
  }
  const known: readonly Substate[] = SUBSTATES_OF[bucket];
  const substate = known.find((word) => word === substateWord);
  if (substate === undefined) return { bucket, substate: STAND_IN[bucket], rawReason: rawReason ?? substateWord };
  return { bucket, substate, rawReason };
}

/** A substate out of the backend's word, for a step of the past; an unknown one is shown as `offered` with its word. */
export function substateOf(word: string): { readonly substate: Substate; readonly unknown: boolean } {
  const substate = SUBSTATES.find((known) => known === word);
  return { substate: substate ?? STAND_IN["in-progress"], unknown: substate === undefined };
}
