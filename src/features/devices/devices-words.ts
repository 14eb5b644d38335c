import { countText, devicesText } from "#domain/counts.ts";
import type { DeviceFacets } from "#domain/device.ts";

/** A piece of the sentence above the list; `cohortless` leads to the devices it counts. */
export type DevicesSentencePart = { readonly text: string; readonly about?: "cohortless" };

/** How many devices there are, of how many kinds of hardware, and how many are in no cohort. */
export function devicesSentence(
  total: number,
  facets: DeviceFacets | undefined,
  filtered: boolean,
): readonly DevicesSentencePart[] {
  if (filtered) return [{ text: `${devicesText(total)} ${total === 1 ? "matches" : "match"}.` }];
  if (facets === undefined) return [{ text: `${devicesText(total)}.` }];
  const kinds = facets.blueprint.filter(({ value }) => value !== "").length;
  const cohorts = facets.cohort.filter(({ value }) => value !== "").length;
  const cohortless = facets.cohort.find(({ value }) => value === "")?.count ?? 0;
  const where = `${devicesText(total)} in ${counted(cohorts, "cohort")}, ${counted(kinds, "kind")} of hardware. `;
  if (cohortless === 0) return [{ text: where }, { text: `${total === 1 ? "It is" : "All of them are"} in a cohort.` }];
  return [
    { text: where },
    { text: `${countText(cohortless)} ${cohortless === 1 ? "is" : "are"} in no cohort`, about: "cohortless" },
    { text: ", so nothing is deployed to " + (cohortless === 1 ? "it." : "them.") },
  ];
}

function counted(count: number, one: string): string {
  return `${countText(count)} ${count === 1 ? one : `${one}s`}`;
}
