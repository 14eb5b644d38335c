import { encodeDevice } from "#contract/device.ts";
import { encodeDevicePastTarget } from "#contract/device-history.ts";
import { present } from "#contract/present.ts";
import { DEVICE_SORTS } from "#domain/device.ts";
import type { BlueprintId, CohortId, DeviceId, ProjectId, TagId } from "#domain/ids.ts";
import type { ListedDevices } from "#mocks/engine/queries.ts";
import { deviceHistoryOf, deviceOf, listDevices } from "#mocks/engine/read-devices.ts";
import { dataAnswer, doneAnswer, found, listAnswer, pageAnswer } from "../answer.ts";
import { deviceChangeOf } from "../device-change.ts";
import { asId, asIds, pathId, projectIdOf } from "../path-ids.ts";
import { effectOf, optionalText, optionalTexts, text, type Fields } from "../read-body.ts";
import { oneOf, packageVersions, pageQuery, trueOrFalse, word, words } from "../read-query.ts";
import { worldSeen } from "../time-travel.ts";
import { bodyOf, perform, queryOf, worldOf, type App, type Call } from "../visit.ts";

const DEVICES = "/v1/projects/:projectId/devices";
const DEVICE = `${DEVICES}/:deviceId`;

/** Units in the field. */
export function deviceRoutes(app: App): void {
  app.get(DEVICES, (call) => {
    const query = queryOf(call);
    const wanted = present({ sort: oneOf(query, "sort", DEVICE_SORTS), facets: trueOrFalse(query, "facets") });
    const asked = { ...pageQuery(query), ...wanted, filter: deviceFilterOf(query) };
    const world = worldSeen(call, asked.filter.cohortId);
    const { facets, ...page } = listDevices(world, projectIdOf(call), asked);
    return pageAnswer(page, encodeDevice, present({ facets }));
  });

  app.post(DEVICES, (call) => {
    const projectId = projectIdOf(call);
    const created = perform(call, { kind: "create-device", projectId, ...newDeviceOf(bodyOf(call)) });
    return deviceAnswer(call, projectId, created.deviceId);
  });

  app.get(DEVICE, (call) => deviceAnswer(call, projectIdOf(call), pathId(call, "deviceId")));

  app.on(["PUT", "PATCH"], DEVICE, (call) => {
    const [projectId, deviceId] = [projectIdOf(call), pathId(call, "deviceId")];
    const device = found(deviceOf(worldOf(call), projectId, deviceId), "device not found");
    const [change, effect] = [deviceChangeOf(bodyOf(call), device), effectOf(bodyOf(call))];
    perform(call, { kind: "update-device", projectId, deviceId, change, ...effect });
    return deviceAnswer(call, projectId, deviceId);
  });

  app.delete(DEVICE, (call) => {
    perform(call, { kind: "delete-device", projectId: projectIdOf(call), deviceId: pathId(call, "deviceId") });
    return doneAnswer();
  });

  app.delete(`${DEVICE}/pending-membership`, (call) => {
    perform(call, { kind: "withdraw-membership", projectId: projectIdOf(call), deviceId: pathId(call, "deviceId") });
    return doneAnswer();
  });

  app.get(`${DEVICE}/history`, (call) => {
    const past = deviceHistoryOf(worldOf(call), projectIdOf(call), pathId(call, "deviceId"));
    return listAnswer(found(past, "device not found"), encodeDevicePastTarget);
  });
}

function deviceFilterOf(query: URLSearchParams): ListedDevices {
  const [tags, blueprints, cohort] = [words(query, "tags"), words(query, "blueprintId"), word(query, "cohortId")];
  return present({
    term: word(query, "term"),
    deviceName: word(query, "deviceName"),
    hardwareId: word(query, "hardwareId"),
    tagIds: tags === undefined ? undefined : asIds<TagId>(tags),
    blueprintIds: blueprints === undefined ? undefined : asIds<BlueprintId>(blueprints),
    cohortId: cohort === undefined ? undefined : asId<CohortId>(cohort),
    withoutCohort: trueOrFalse(query, "withoutCohort"),
    enabled: trueOrFalse(query, "enabled"),
    packageVersion: packageVersions(query, "packageVersion")?.[0],
  });
}

function newDeviceOf(fields: Fields) {
  const [blueprint, cohort] = [optionalText(fields, "blueprintId"), optionalText(fields, "cohortId")];
  return present({
    name: text(fields, "name"),
    hardwareIds: optionalTexts(fields, "hardwareIds") ?? [],
    tagIds: asIds<TagId>(optionalTexts(fields, "tagIds") ?? []),
    blueprintId: blueprint === undefined || blueprint === "" ? undefined : asId<BlueprintId>(blueprint),
    cohortId: cohort === undefined || cohort === "" ? undefined : asId<CohortId>(cohort),
  });
}

function deviceAnswer(call: Call, projectId: ProjectId, deviceId: DeviceId | undefined): Response {
  const device = deviceId === undefined ? undefined : deviceOf(worldOf(call), projectId, deviceId);
  return dataAnswer(encodeDevice(found(device, "device not found")));
}
