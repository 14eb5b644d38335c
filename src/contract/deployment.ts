import * as v from "valibot";
import { EMPTY_COUNTS } from "#domain/counts.ts";
import { DEPLOYMENT_STATES, type Deployment } from "#domain/deployment.ts";
import type { ArtifactId, CohortId, DeploymentId, PackageId } from "#domain/ids.ts";
import { counts, encodeCounts } from "./counts.ts";
import { decodeBy } from "./decode.ts";
import { absent, id, instant, instantText, instantTextOf, int64, otherwise } from "./fields.ts";
import { encodeHalt, encodePhaseProgress, halt, phases } from "./phase-progress.ts";
import { PLAN_OF_BASE, encodePlan, plan } from "./plan.ts";
import { present } from "./present.ts";
import type { Wire } from "./wire.ts";
import { encodeYankedVersion, yankedVersions } from "./yank.ts";

const artifactIds = v.array(id<ArtifactId>());

const deployment = v.object({
  deploymentId: id<DeploymentId>(),
  cohortId: absent(id<CohortId>()),
  name: v.string(),
  artifactIds,
  createdAt: instant,
  sequenceNumber: absent(int64),
  state: absent(v.string()),
  settled: otherwise(v.boolean(), true),
  counts: absent(counts),
  components: otherwise(v.array(v.object({ packageId: id<PackageId>(), version: v.string(), artifactIds })), []),
  yanked: absent(yankedVersions),
  plan: absent(plan),
  startedAt: absent(instant),
  halt: absent(halt),
  phases: absent(phases),
  notes: absent(v.string()),
  createdBy: absent(v.string()),
  origin: absent(v.object({ rollbackOf: id<DeploymentId>(), to: id<DeploymentId>() })),
  controlRevision: otherwise(v.string(), "0"),
});

/**
 * A backend with only Golioth's base sends id, name, artifacts and date. Of such a deployment nothing is known to move:
 * it is settled, its counts are empty and its components have to be looked up by their artifacts.
 * @param cohortId the cohort it was asked of, for a backend that does not repeat it.
 * @throws ContractViolation naming the field.
 */
export function decodeDeployment(wire: unknown, cohortId?: CohortId): Deployment {
  const { deploymentId, state: word, createdAt, startedAt, ...rest } = decodeBy("deployment", deployment, wire);
  const state = DEPLOYMENT_STATES.find((known) => known === word);
  return present({
    ...rest,
    id: deploymentId,
    cohortId: rest.cohortId ?? cohortId ?? decodeBy("deployment.cohortId", id<CohortId>(), undefined),
    state: state ?? ("in-progress" as const),
    rawState: state === undefined ? word : undefined,
    counts: rest.counts ?? EMPTY_COUNTS,
    plan: rest.plan ?? PLAN_OF_BASE,
    createdAtMs: createdAt,
    startedAtMs: startedAt,
  });
}

/** A deployment as it travels. */
export function encodeDeployment(deployment: Deployment): Wire<"Deployment"> {
  const { id, sequenceNumber, state, rawState, counts: given, plan: planned, createdAtMs, ...more } = deployment;
  const { startedAtMs, halt: stop, phases: steps, yanked, ...rest } = more;
  return present({
    ...rest,
    deploymentId: id,
    sequenceNumber: sequenceNumber?.toString(),
    state: rawState ?? state,
    counts: encodeCounts(given),
    plan: encodePlan(planned),
    createdAt: instantText(createdAtMs),
    startedAt: instantTextOf(startedAtMs),
    halt: stop && encodeHalt(stop),
    phases: steps?.map(encodePhaseProgress),
    yanked: yanked?.map(encodeYankedVersion),
  });
}
