import type { DeviceFacets, Facet } from "#domain/device.ts";
import type { NarrowInts } from "./columns.ts";
import { NONE } from "./fleet.ts";
import { knownVersion } from "./package-state.ts";
import type { ProjectState } from "./project-state.ts";
import type { World } from "./world.ts";

/** Most values of one facet that are told. Source: openapi.yaml, DeviceFacets. */
const VALUES_MAX = 1_000;

/** How devices of a project share cohorts, blueprints, tags and what they run; the most frequent values first. */
export function facetsOf(world: World, project: ProjectState, devices: Int32Array): DeviceFacets {
  const { fleet } = world;
  return {
    cohort: columnFacet(devices, fleet.cohort, (cohort) => world.cohorts[cohort]?.id),
    blueprint: columnFacet(devices, fleet.blueprint, (blueprint) => project.blueprintIds[blueprint]),
    tag: tagFacet(world, project, devices),
    packageVersion: versionFacet(world, project, devices),
  };
}

function columnFacet(
  devices: Int32Array,
  column: NarrowInts,
  valueOf: (number: number) => string | undefined,
): readonly Facet[] {
  const counts: number[] = [];
  for (let at = 0; at < devices.length; at += 1) {
    const place = (column[devices[at] ?? NONE] ?? NONE) + 1;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return facet(counts.flatMap((count, place) => (count === 0 ? [] : { value: valueOf(place - 1) ?? "", count })));
}

/** Sets of tags are counted, of which a million devices have a handful, and then the tags in them. */
function tagFacet({ fleet }: World, { tagSets }: ProjectState, devices: Int32Array): readonly Facet[] {
  const ofSets = new Uint32Array(tagSets.length);
  for (let at = 0; at < devices.length; at += 1) {
    const set = fleet.tagSet[devices[at] ?? NONE] ?? 0;
    ofSets[set] = (ofSets[set] ?? 0) + 1;
  }
  const ofTags = new Map<string, number>();
  for (const [set, tagIds] of tagSets.entries()) {
    const count = ofSets[set] ?? 0;
    if (count === 0) continue;
    for (const value of tagIds.length === 0 ? [""] : tagIds) ofTags.set(value, (ofTags.get(value) ?? 0) + count);
  }
  return facet([...ofTags].map(([value, count]) => ({ value, count })));
}

/** As `package@version`; who says of no package what it runs counts as none. */
function versionFacet({ nowMs, texts }: World, { packages }: ProjectState, devices: Int32Array): readonly Facet[] {
  const [found, says]: [Facet[], Uint8Array] = [[], new Uint8Array(devices.length)];
  let silent = devices.length;
  for (const { id, reported } of packages.values()) {
    const counts: number[] = [];
    for (let at = 0; at < devices.length; at += 1) {
      const version = knownVersion(reported, devices[at] ?? NONE, nowMs);
      if (version === 0) continue;
      silent -= 1 - (says[at] ?? 0);
      says[at] = 1;
      counts[version] = (counts[version] ?? 0) + 1;
    }
    counts.forEach((count, version) => found.push({ value: `${id}@${texts.texts[version] ?? ""}`, count }));
  }
  return facet(silent === 0 ? found : [...found, { value: "", count: silent }]);
}

function facet(values: readonly Facet[]): readonly Facet[] {
  return values.toSorted((a, b) => b.count - a.count).slice(0, VALUES_MAX);
}
