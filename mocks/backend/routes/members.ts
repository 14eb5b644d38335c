import type { DeviceFilter } from "#domain/device.ts";
import type { CohortId, DeviceId } from "#domain/ids.ts";
import { present } from "#contract/present.ts";
import { deviceOf, matchingDeviceIds } from "#mocks/engine/read-devices.ts";
import { dataAnswer } from "../answer.ts";
import { asId, asIds, cohortOfPath, projectIdOf } from "../path-ids.ts";
import {
  effectOf,
  onlyFields,
  optionalFields,
  optionalFlag,
  optionalNumber,
  optionalText,
  optionalTexts,
  texts,
  type Fields,
} from "../read-body.ts";
import { packageVersion } from "../read-query.ts";
import { refusal, Refusal } from "../refusal.ts";
import { bodyOf, perform, worldOf, type App, type Call } from "../visit.ts";

const MEMBERS = "/v1/organizations/:organizationId/projects/:projectId/cohorts/:cohortId/members";

/** Who is in a cohort: devices are put in and taken out together, all or none. */
export function memberRoutes(app: App): void {
  app.post(MEMBERS, (call) => {
    const [projectId, cohortId] = [projectIdOf(call), cohortOfPath(call).id];
    const fields = onlyFields(bodyOf(call), ["deviceIds", "filter", "expectedCount", "effectiveAtMs"]);
    const deviceIds = chosenDevices(call, fields);
    const { moved } = perform(call, { kind: "assign-devices", projectId, cohortId, deviceIds, ...effectOf(fields) });
    return dataAnswer({ moved: moved ?? 0 });
  });

  app.post(`${MEMBERS}/remove`, (call) => {
    const [projectId, cohort] = [projectIdOf(call), cohortOfPath(call)];
    const fields = onlyFields(bodyOf(call), ["deviceIds", "effectiveAtMs"]);
    const deviceIds = asIds<DeviceId>(texts(fields, "deviceIds"));
    const stranger = deviceIds.find((id) => deviceOf(worldOf(call), projectId, id)?.cohortId !== cohort.id);
    if (stranger !== undefined) {
      throw refusal("conflict", `The device ${stranger} is not in this cohort any more.`, "deviceIds");
    }
    const out = { cohortId: undefined, deviceIds, ...effectOf(fields) };
    const { moved } = perform(call, { kind: "assign-devices", projectId, ...out });
    return dataAnswer({ moved: moved ?? 0 });
  });
}

/** The devices that a body names one by one, or by a filter with the number they were seen to be. */
function chosenDevices(call: Call, fields: Fields): readonly DeviceId[] {
  const ids = optionalTexts(fields, "deviceIds");
  const filter = optionalFields(fields, "filter");
  if (ids !== undefined && filter !== undefined) {
    throw refusal("invalid", "Name the devices or give a filter, not both.", "filter");
  }
  if (filter === undefined) return asIds(ids ?? texts(fields, "deviceIds"));
  const expected = optionalNumber(fields, "expectedCount", { least: 0, most: 10_000_000, whole: true });
  if (expected === undefined) throw refusal("invalid", "expectedCount is missing.", "expectedCount");
  const matching = matchingDeviceIds(worldOf(call), projectIdOf(call), deviceFilterOf(filter));
  if (matching.length === expected) return matching;
  throw new Refusal({
    problem: "stale",
    message: `The filter matches ${matching.length} devices now, not ${expected}. Look at them again.`,
    field: "expectedCount",
    facts: { matching: matching.length },
  });
}

const FILTER_FIELDS = ["term", "tagIds", "blueprintIds", "cohortId", "withoutCohort", "enabled", "packageVersion"];

function deviceFilterOf(filter: Fields): DeviceFilter {
  const fields = onlyFields(filter, FILTER_FIELDS);
  const cohortId = optionalText(fields, "cohortId");
  const [tagIds, blueprintIds] = [optionalTexts(fields, "tagIds"), optionalTexts(fields, "blueprintIds")];
  const running = optionalText(fields, "packageVersion");
  return present({
    term: optionalText(fields, "term"),
    tagIds: tagIds === undefined ? undefined : asIds<never>(tagIds),
    blueprintIds: blueprintIds === undefined ? undefined : asIds<never>(blueprintIds),
    cohortId: cohortId === undefined ? undefined : asId<CohortId>(cohortId),
    withoutCohort: optionalFlag(fields, "withoutCohort"),
    enabled: optionalFlag(fields, "enabled"),
    packageVersion: running === undefined ? undefined : packageVersion(running, "filter.packageVersion"),
  });
}
