import { encodePulse } from "#contract/rollout.ts";
import { encodeTarget, encodeTargetRow } from "#contract/target.ts";
import { encodeWhyNot } from "#contract/why-not.ts";
import { present } from "#contract/present.ts";
import { BUCKETS, SUBSTATES, TARGET_SORTS, type TargetFilter } from "#domain/target.ts";
import { pulseOf } from "#mocks/engine/read-pulse.ts";
import { listTargets } from "#mocks/engine/read-targets.ts";
import { logOf, targetOf } from "#mocks/engine/read-target.ts";
import { whyNotOf } from "#mocks/engine/read-why-not.ts";
import { accepted, dataAnswer, found, pageAnswer } from "../answer.ts";
import { asIds, deploymentOfPath, pathId, projectIdOf } from "../path-ids.ts";
import {
  oneOf,
  packageVersions,
  pageQuery,
  someOf,
  trueOrFalse,
  wholeNumber,
  wholeNumbers,
  word,
  words,
  MAX_PER_PAGE,
} from "../read-query.ts";
import { refusal } from "../refusal.ts";
import { worldSeen } from "../time-travel.ts";
import { queryOf, worldOf, type App } from "../visit.ts";

const DEPLOYMENT = "/v1/organizations/:organizationId/projects/:projectId/cohorts/:cohortId/deployments/:deploymentId";
const TARGET = `${DEPLOYMENT}/targets/:deviceId`;
const NO_TARGET = "This device has no part in this deployment.";

/** A deployment while it lands: its pulse, its targets, and each of them. */
export function rolloutRoutes(app: App): void {
  app.get(`${DEPLOYMENT}/pulse`, (call) => {
    const query = queryOf(call);
    const since = wholeNumber(query, "since", { least: 0, most: Number.MAX_SAFE_INTEGER });
    const deviceIds = words(query, "deviceIds") ?? [];
    if (deviceIds.length > MAX_PER_PAGE) throw refusal("invalid", "At most 100 devices can be asked for.", "deviceIds");
    const asked = { deviceIds: asIds<never>(deviceIds), ...present({ since }) };
    const pulse = pulseOf(worldOf(call), projectIdOf(call), deploymentOfPath(call).id, asked);
    return Response.json(encodePulse(accepted(pulse, "deployment not found")));
  });

  app.get(`${DEPLOYMENT}/targets`, (call) => {
    const query = queryOf(call);
    const wanted = present({ sort: oneOf(query, "sort", TARGET_SORTS), order: word(query, "order") });
    const asked = { ...pageQuery(query), ...wanted, filter: targetFilterOf(query) };
    const world = worldSeen(call);
    const targets = listTargets(world, projectIdOf(call), deploymentOfPath(call, world).id, asked);
    const page = accepted(targets, "deployment not found");
    return pageAnswer(page, encodeTargetRow, { order: page.order });
  });

  app.get(TARGET, (call) => {
    const world = worldSeen(call);
    const target = targetOf(world, projectIdOf(call), deploymentOfPath(call, world).id, pathId(call, "deviceId"));
    return dataAnswer(encodeTarget(found(target, NO_TARGET)));
  });

  app.get(`${TARGET}/why`, (call) => {
    const why = whyNotOf(worldOf(call), projectIdOf(call), deploymentOfPath(call).id, pathId(call, "deviceId"));
    return Response.json(encodeWhyNot(found(why, "device not found")));
  });

  app.get(`${TARGET}/log`, (call) => {
    const log = logOf(worldOf(call), projectIdOf(call), deploymentOfPath(call).id, pathId(call, "deviceId"));
    return new Response(found(log, NO_TARGET), { headers: { "content-type": "text/plain; charset=utf-8" } });
  });
}

function idsIn(query: URLSearchParams, name: string): readonly never[] | undefined {
  const texts = words(query, name);
  return texts === undefined ? undefined : asIds<never>(texts);
}

function targetFilterOf(query: URLSearchParams): TargetFilter {
  return present({
    buckets: someOf(query, "bucket", BUCKETS),
    substates: someOf(query, "substate", SUBSTATES),
    term: word(query, "term"),
    stuck: trueOrFalse(query, "stuck"),
    reasons: wholeNumbers(query, "reason"),
    phases: wholeNumbers(query, "phase"),
    blueprintIds: idsIn(query, "blueprintId"),
    tagIds: idsIn(query, "tag"),
    packageVersions: packageVersions(query, "packageVersion"),
  });
}
