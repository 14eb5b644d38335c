import type { Bucket, TargetFilter } from "#domain/target.ts";
import { deviceKinds } from "./device-kinds.ts";
import { NONE } from "./fleet.ts";
import { nameSearch } from "./name-search.ts";
import type { RolloutState } from "./rollout-state.ts";
import { shownCodes } from "./shown-waits.ts";
import { BUCKET_OF, codeOf, isStuckAt, NO_REASON, type TargetColumns } from "./target-columns.ts";
import { versionMatcher } from "./version-matcher.ts";
import type { World } from "./world.ts";

/** Whether the target in a row passes; a test that has nothing to ask for is left out. */
type Test = (row: number) => boolean;

/**
 * Whether a target matches a filter. Values of one name are alternatives, names are all required; an empty list asks for
 * nothing. A term is looked for in the name, in any case. Source: contract.md, Operations (targets).
 */
export function targetMatcher(world: World, rollout: RolloutState, filter: TargetFilter): Test {
  const { targets } = rollout;
  const tests = [
    substateTest(world, rollout, filter),
    phaseTest(targets, asked(filter.phases)),
    stuckTest(targets, filter.stuck),
    reasonTest(targets, asked(filter.reasons)),
    kindTest(world, rollout, filter),
    versionTest(world, rollout, asked(filter.packageVersions)),
    termTest(world, targets, filter.term?.trim().toLowerCase()),
  ].filter((test) => test !== undefined);
  return (row) => {
    for (const test of tests) if (!test(row)) return false;
    return true;
  };
}

/** The values of a name that asks for something. */
function asked<Value>(values: readonly Value[] | undefined): readonly Value[] | undefined {
  return values === undefined || values.length === 0 ? undefined : values;
}

/** By what people see of a target: why a waiting one waits is worked out once for all of a phase. */
function substateTest(world: World, rollout: RolloutState, filter: TargetFilter): Test | undefined {
  const [buckets, substates] = [asked(filter.buckets), asked(filter.substates)];
  if (buckets === undefined && substates === undefined) return undefined;
  const codes = substates === undefined ? undefined : new Set(substates.map(codeOf));
  const passes = BUCKET_OF.map(
    (bucket: Bucket, code) => (buckets?.includes(bucket) ?? true) && (codes?.has(code) ?? true),
  );
  const shown = shownCodes(world, rollout);
  return (row) => passes[shown(row)] === true;
}

function phaseTest({ phase }: TargetColumns, phases: readonly number[] | undefined): Test | undefined {
  if (phases === undefined) return undefined;
  const wanted = new Set(phases);
  return (row) => wanted.has(phase[row] ?? 0);
}

function stuckTest(targets: TargetColumns, stuck: boolean | undefined): Test | undefined {
  return stuck === undefined ? undefined : (row) => isStuckAt(targets, row) === stuck;
}

function reasonTest({ reason }: TargetColumns, reasons: readonly number[] | undefined): Test | undefined {
  if (reasons === undefined) return undefined;
  const wanted = new Set(reasons.filter((code) => code !== NO_REASON));
  return (row) => wanted.has(reason[row] ?? NO_REASON);
}

/** Blueprint and tags: asked once for each blueprint with each set of tags. */
function kindTest(world: World, { project, targets }: RolloutState, filter: TargetFilter): Test | undefined {
  const [blueprintIds, tagIds] = [asked(filter.blueprintIds), asked(filter.tagIds)];
  const owner = world.projects[project];
  if (owner === undefined || (blueprintIds === undefined && tagIds === undefined)) return undefined;
  const passes = deviceKinds(world, owner, (kind) => {
    const fitsBlueprint = blueprintIds?.some((id) => id === kind.blueprintId) ?? true;
    return fitsBlueprint && (tagIds?.some((id) => kind.tagIds.includes(id)) ?? true);
  });
  return (row) => passes(targets.device[row] ?? NONE);
}

function versionTest(
  world: World,
  { project, targets }: RolloutState,
  versions: readonly string[] | undefined,
): Test | undefined {
  const owner = world.projects[project];
  if (owner === undefined || versions === undefined) return undefined;
  const matchers = versions.map((version) => versionMatcher(world, owner, version));
  return (row) => matchers.some((runs) => runs(targets.device[row] ?? NONE));
}

function termTest(world: World, { device }: TargetColumns, term: string | undefined): Test | undefined {
  if (term === undefined || term === "") return undefined;
  const hasTerm = nameSearch(world, term);
  return (row) => hasTerm(device[row] ?? NONE);
}
