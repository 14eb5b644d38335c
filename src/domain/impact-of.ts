import type { ImpactKind } from "./impact.ts";
import { changeBetween } from "./version.ts";

/**
 * What a deployment's version of one package means for one device. The kinds exclude each other; that no artifact fits
 * is judged first, as the selection algorithm does.
 * `reported` is the version the device last reported, absent when it never reported one. Source: domain.md, Impact.
 */
export function impactKindOf({
  reported,
  wanted,
  fits,
}: {
  readonly reported: string | undefined;
  readonly wanted: string;
  readonly fits: boolean;
}): ImpactKind {
  if (!fits) return "incompatible";
  if (reported === undefined) return "unknown";
  return KIND_OF_CHANGE[changeBetween(reported, wanted)];
}

const KIND_OF_CHANGE = {
  upgraded: "upgrade",
  downgraded: "downgrade",
  changed: "changed",
  unchanged: "alreadyThere",
} as const;

/**
 * What a whole deployment means for one device: the gravest of what its packages mean. `unknown` weighs little, since
 * stock devices report one package only. `kinds` holds one entry a package. Source: domain.md, Impact.
 */
export function overallImpactKind(kinds: readonly ImpactKind[]): ImpactKind {
  return GRAVEST_FIRST.find((kind) => kinds.includes(kind)) ?? "alreadyThere";
}

const GRAVEST_FIRST: readonly ImpactKind[] = [
  "incompatible",
  "downgrade",
  "changed",
  "upgrade",
  "unknown",
  "alreadyThere",
];
