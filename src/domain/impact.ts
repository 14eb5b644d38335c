import type { PackageId } from "./ids.ts";

/**
 * What a composition means for devices, by what they report. The six sum to the enabled members; `offline` is an "of
 * which". Source: domain.md, Impact.
 */
export type ImpactNumbers = {
  readonly upgrade: number;
  readonly downgrade: number;
  /** A different version whose direction is unknown. */
  readonly changed: number;
  readonly alreadyThere: number;
  /** No artifact of the package fits. */
  readonly incompatible: number;
  /** Never reported a version of it. */
  readonly unknown: number;
  /** Of all these: silent for two heartbeats. */
  readonly offline: number;
};

/** Names of the disjoint outcomes. */
export const IMPACT_KINDS = ["upgrade", "downgrade", "changed", "alreadyThere", "incompatible", "unknown"] as const;
/** One of them. */
export type ImpactKind = (typeof IMPACT_KINDS)[number];

/** The impact on one package; `bytes` is what all devices that need it download. */
export type PackageImpact = {
  readonly packageId: PackageId;
  readonly version: string;
  readonly numbers: ImpactNumbers;
  readonly transferBytes: number;
  /** Versions reported by devices that would go down, most frequent first, at most 5. */
  readonly downgradeFrom: readonly { readonly version: string; readonly count: number }[];
};

/** The impact of a composition on a cohort, bound to what it was computed from. */
export type Impact = {
  readonly packages: readonly PackageImpact[];
  readonly overall: ImpactNumbers;
  readonly transferBytes: number;
  /** Enabled members. */
  readonly devices: number;
  /** Members that are disabled and take no part. */
  readonly disabled: number;
  /** Devices that are still busy with the deployment this one would supersede. */
  readonly busy: number;
  /** Packages beyond the limits of stock devices, in words. */
  readonly warnings: readonly string[];
  /** Opaque; a start that names a stale one is refused. */
  readonly impactHash: string;
  readonly asOfMs: number;
};

/** What moved between a review and its start. */
export type ImpactChange =
  | { readonly kind: "membership"; readonly before: number; readonly after: number }
  | { readonly kind: "active-deployment"; readonly name: string }
  | { readonly kind: "artifacts"; readonly packages: readonly string[] }
  | { readonly kind: "frozen"; readonly reason: string }
  /** The plan is another than the one that was reviewed. */
  | { readonly kind: "plan" };
