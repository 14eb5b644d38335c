import * as v from "valibot";
import type { ActiveDeployment, Cohort, CohortTally } from "#domain/cohort.ts";
import { DEPLOYMENT_STATES } from "#domain/deployment.ts";
import type { BlueprintId, CohortId, DeploymentId, TagId } from "#domain/ids.ts";
import type { Page } from "#domain/project.ts";
import { counts, encodeCounts } from "./counts.ts";
import { decodeBy } from "./decode.ts";
import { absent, absentId, id, instant, instantText, instantTextOf, otherwise, wordOf } from "./fields.ts";
import { decodePage } from "./page.ts";
import { present } from "./present.ts";
import type { Wire } from "./wire.ts";
import { encodeYankedVersion, yankedVersions } from "./yank.ts";

const active = v.pipe(
  v.object({
    id: id<DeploymentId>(),
    name: v.string(),
    state: wordOf(DEPLOYMENT_STATES, "in-progress"),
    settled: v.boolean(),
    counts,
    startedAt: instant,
    yanked: absent(yankedVersions),
  }),
  v.transform(({ startedAt, ...rest }): ActiveDeployment => present({ ...rest, startedAtMs: startedAt })),
);

const cohort = v.object({
  cohortId: id<CohortId>(),
  name: v.string(),
  deviceCount: otherwise(v.number(), 0),
  activeDeploymentId: absentId<DeploymentId>(),
  createdAt: instant,
  updatedAt: absent(instant),
  activeDeployment: absent(active),
  deploymentCount: absent(v.number()),
  kind: otherwise(wordOf(["manual", "dynamic"], "manual"), "manual"),
  filter: absent(v.object({ tagIds: v.array(id<TagId>()), blueprintIds: v.array(id<BlueprintId>()) })),
  protected: otherwise(v.boolean(), false),
  frozen: absent(v.object({ reason: v.string(), until: absent(instant) })),
  archived: otherwise(v.boolean(), false),
});

/** @throws ContractViolation naming the field. */
export function decodeCohort(wire: unknown): Cohort {
  const body = decodeBy("cohort", cohort, wire);
  const { cohortId, activeDeploymentId, createdAt, updatedAt, frozen, ...rest } = body;
  return present({
    ...rest,
    id: cohortId,
    activeDeploymentId: rest.activeDeployment?.id ?? activeDeploymentId,
    deploymentCount: rest.deploymentCount ?? (activeDeploymentId === undefined ? 0 : 1),
    frozen: frozen === undefined ? undefined : present({ reason: frozen.reason, untilMs: frozen.until }),
    createdAtMs: createdAt,
    updatedAtMs: updatedAt ?? createdAt,
  });
}

/** A cohort as it travels. */
export function encodeCohort(cohort: Cohort): Wire<"Cohort"> {
  const { id, activeDeployment, activeDeploymentId, frozen, createdAtMs, updatedAtMs, ...rest } = cohort;
  return present({
    ...rest,
    cohortId: id,
    activeDeploymentId: activeDeployment?.id ?? activeDeploymentId,
    activeDeployment: activeDeployment === undefined ? undefined : encodeActive(activeDeployment),
    frozen: frozen === undefined ? undefined : present({ reason: frozen.reason, until: instantTextOf(frozen.untilMs) }),
    createdAt: instantText(createdAtMs),
    updatedAt: instantText(updatedAtMs),
  });
}

function encodeActive(active: ActiveDeployment): Wire<"ActiveDeployment"> {
  const { counts: given, startedAtMs, yanked, ...rest } = active;
  return present({
    ...rest,
    counts: encodeCounts(given),
    startedAt: instantText(startedAtMs),
    yanked: yanked?.map(encodeYankedVersion),
  });
}

const tally = v.object({ moving: v.number(), halted: v.number(), quiet: v.number() });

/** A page of cohorts; the tally is of the whole project, and absent where the backend has only Golioth's base. */
export function decodeCohortPage(wire: unknown): Page<Cohort> & { readonly tally?: CohortTally } {
  const page = decodePage("cohorts", decodeCohort)(wire);
  return present({ ...page, ...decodeBy("cohorts", v.object({ tally: absent(tally) }), wire) });
}
