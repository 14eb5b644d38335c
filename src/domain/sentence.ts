import { countText, verifiedCount } from "./counts.ts";
import type { Bucket, Counts, Substate } from "./target.ts";

/**
 * A piece of a page's sentence of state. `text` reads as it stands, spaces included; `figure` is a number that leads to
 * the devices it counts; `name` was chosen by people and is shown as hostile text, `person` is somebody; `since` is an
 * instant for the page to word, `until` the time that is left to one.
 */
export type SentencePart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "figure"; readonly text: string; readonly tone: FigureTone; readonly target: FigureTarget }
  | { readonly kind: "name"; readonly text: string }
  | { readonly kind: "person"; readonly text: string }
  | { readonly kind: "since"; readonly atMs: number }
  | { readonly kind: "until"; readonly atMs: number };

/** How a figure is to be read: as it is, or as trouble. */
type FigureTone = "plain" | "failed";

/** The devices a figure counts, as the filter of the rollout's list. */
export type FigureTarget = { readonly buckets: readonly Bucket[]; readonly substates: readonly Substate[] };

/** A part that reads as it stands. */
export function plain(text: string): SentencePart {
  return { kind: "text", text };
}

/**
 * "1,204 of 1,250 verified, 7 failed, 17 on the way and 22 waiting": every number that is not 0, each leading to its
 * devices. The verified ones are always said. `of` is how many may have it
 * so far and have it to prove: the others, and those that wait, are not said.
 */
export function countsPhrase(counts: Counts, { of }: { readonly of?: number } = {}): readonly SentencePart[] {
  const { total, buckets, substates, stuck } = counts;
  const already = substates["already-installed"] ?? 0;
  const verified = figure(`${countText(verifiedCount(counts))} of ${countText(of ?? total)} verified`, {
    substates: ["verified"],
  });
  const others = [
    { count: of === undefined ? already : 0, words: "already there", target: { substates: ["already-installed"] } },
    { count: buckets.failed, words: "failed", target: { buckets: ["failed"] }, tone: "failed" },
    { count: buckets["in-progress"], words: onTheWay(stuck), target: { buckets: ["in-progress"] } },
    { count: of === undefined ? buckets.pending : 0, words: "waiting", target: { buckets: ["pending"] } },
    { count: buckets.cancelled, words: "cancelled", target: { buckets: ["cancelled"] } },
  ] satisfies readonly { count: number; words: string; target: Partial<FigureTarget>; tone?: FigureTone }[];
  const said = others.filter(({ count }) => count > 0);
  return [
    verified,
    ...said.flatMap(({ count, words, target, tone }, index) => [
      plain(index === said.length - 1 ? " and " : ", "),
      figure(`${countText(count)} ${words}`, target, tone),
    ]),
  ];
}

function onTheWay(stuck: number): string {
  return stuck === 0 ? "on the way" : `on the way (${countText(stuck)} stuck)`;
}

function figure(text: string, target: Partial<FigureTarget>, tone: FigureTone = "plain"): SentencePart {
  return { kind: "figure", text, tone, target: { buckets: [], substates: [], ...target } };
}
