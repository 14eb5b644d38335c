import type { OtaEvent } from "#domain/ota-event.ts";
import type { ProjectId } from "#domain/ids.ts";
import { reasonText } from "#domain/reason.ts";
import { OTA_STATES } from "#domain/report.ts";
import { NONE } from "./fleet.ts";
import { deviceIdAt, deviceIndexOf } from "./ids.ts";
import { textOf } from "./interner.ts";
import { OTA_EVENTS_KEPT, type OtaEventColumns } from "./ota-event-columns.ts";
import type { OtaEventPage, OtaEventQuery, OtaEventStats } from "./queries.ts";
import type { World } from "./world.ts";

/** The reports of a project that match, newest first, `limit` at a time. */
export function listOtaEvents(world: World, projectId: ProjectId, query: OtaEventQuery): OtaEventPage {
  const events = world.projectsById.get(projectId)?.events;
  if (events === undefined) return { list: [] };
  const matches = matcher(world, projectId, events, query);
  const list: OtaEvent[] = [];
  const oldest = Math.max(0, events.count - OTA_EVENTS_KEPT);
  for (let number = Math.min(events.count, query.before ?? events.count) - 1; number >= oldest; number -= 1) {
    const at = number % OTA_EVENTS_KEPT;
    if (!matches(at)) continue;
    // One more than asked for was found: there is a next page.
    if (list.length === query.limit) return { list, next: number + 1 };
    list.push(eventAt(world, events, at));
  }
  return { list };
}

/** How many of the matching reports carried each state and reason; `limit` and `before` mean nothing here. */
export function otaEventStats(world: World, projectId: ProjectId, query: OtaEventQuery): OtaEventStats {
  const byEventType = new Map<string, number>();
  const byStatus = new Map<number, number>();
  const events = world.projectsById.get(projectId)?.events;
  if (events === undefined) return { total: 0, byEventType, byStatus };
  const matches = matcher(world, projectId, events, query);
  let total = 0;
  for (let at = 0; at < Math.min(events.count, OTA_EVENTS_KEPT); at += 1) {
    if (!matches(at)) continue;
    total += 1;
    const type = eventType(events.states[at] ?? 0);
    const status = events.reasons[at] ?? 0;
    byEventType.set(type, (byEventType.get(type) ?? 0) + 1);
    byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
  }
  return { total, byEventType, byStatus };
}

function matcher(
  world: World,
  projectId: ProjectId,
  events: OtaEventColumns,
  query: OtaEventQuery,
): (at: number) => boolean {
  const { packageId, status, startMs = -Infinity, endMs = Infinity } = query;
  const device = query.deviceId === undefined ? undefined : deviceIndexOf(world.seedHash, query.deviceId);
  const cohorts = world.projectsById.get(projectId)?.cohorts;
  const cohort = query.cohortId === undefined ? undefined : (cohorts?.get(query.cohortId)?.index ?? -2);
  const type = query.eventType?.toUpperCase();
  return (at) => {
    const atMs = events.times[at] ?? 0;
    const about = events.devices[at] ?? NONE;
    return (
      atMs >= startMs &&
      atMs < endMs &&
      (device === undefined || about === device) &&
      (cohort === undefined || world.fleet.cohort[about] === cohort) &&
      (packageId === undefined || events.named[events.packages[at] ?? 0]?.id === packageId) &&
      (status === undefined || events.reasons[at] === status) &&
      (type === undefined || eventType(events.states[at] ?? 0) === type)
    );
  };
}

function eventAt(world: World, events: OtaEventColumns, at: number): OtaEvent {
  const status = events.reasons[at] ?? 0;
  const currentVersion = textOf(world.texts, events.versions[at] ?? 0);
  const targetVersion = textOf(world.texts, events.targets[at] ?? 0);
  return {
    deviceId: deviceIdAt(world.seedHash, events.devices[at] ?? 0),
    packageId: packageIdAt(events, at),
    eventType: eventType(events.states[at] ?? 0),
    status,
    message: reasonText(status),
    ...(currentVersion === undefined ? {} : { currentVersion }),
    ...(targetVersion === undefined ? {} : { targetVersion }),
    atMs: events.times[at] ?? 0,
  };
}

function packageIdAt({ named, packages }: OtaEventColumns, at: number): OtaEvent["packageId"] {
  const about = named[packages[at] ?? 0];
  if (about === undefined) throw new Error(`Report ${at} is about a package that nobody named.`);
  return about.id;
}

function eventType(state: number): string {
  return OTA_STATES[state]?.toUpperCase() ?? `STATE ${state}`;
}
