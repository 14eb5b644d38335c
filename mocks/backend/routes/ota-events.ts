import { instantText } from "#contract/fields.ts";
import { encodeOtaEvent } from "#contract/ota-event.ts";
import { present } from "#contract/present.ts";
import { listOtaEvents, otaEventStats } from "#mocks/engine/read-ota-events.ts";
import type { OtaEventQuery } from "#mocks/engine/queries.ts";
import { asId, projectIdOf } from "../path-ids.ts";
import { instant, MAX_PER_PAGE, wholeNumber, word } from "../read-query.ts";
import { queryOf, worldOf, type App, type Call } from "../visit.ts";

const EVENTS = "/v1/organizations/:organizationId/projects/:projectId/ota-events";
/** How many equal spans the counts come in when nothing is said. */
const DEFAULT_PARTS = 24;

/** What devices reported, newest first. */
export function otaEventRoutes(app: App): void {
  app.get(EVENTS, (call) => {
    const { list, next } = listOtaEvents(worldOf(call), projectIdOf(call), eventQueryOf(queryOf(call)));
    const nextPageToken = next === undefined ? undefined : String(next);
    return Response.json(present({ list: list.map(encodeOtaEvent), nextPageToken }));
  });

  app.get(`${EVENTS}/stats`, (call) => {
    const query = queryOf(call);
    const startMs = instant(query, "startTime") ?? worldOf(call).epochMs;
    const endMs = instant(query, "endTime") ?? worldOf(call).nowMs;
    const parts = wholeNumber(query, "limit", { least: 1, most: MAX_PER_PAGE }) ?? DEFAULT_PARTS;
    const list = partsOf(startMs, endMs, parts).map((part) => partAnswer(call, { ...eventQueryOf(query), ...part }));
    return Response.json({ startTime: instantText(startMs), endTime: instantText(endMs), list });
  });
}

type Span = { readonly startMs: number; readonly endMs: number };

function partsOf(startMs: number, endMs: number, parts: number): readonly Span[] {
  const at = (part: number) => Math.round(startMs + ((endMs - startMs) * part) / parts);
  if (endMs <= startMs) return [];
  return Array.from({ length: parts }, (_, part) => ({ startMs: at(part), endMs: at(part + 1) }));
}

function partAnswer(call: Call, query: OtaEventQuery & Span): object {
  const { byEventType } = otaEventStats(worldOf(call), projectIdOf(call), query);
  const stats = [...byEventType].map(([eventType, count]) => ({ eventType, count }));
  return { timestamp: instantText(query.startMs), duration: Math.round((query.endMs - query.startMs) / 1_000), stats };
}

function eventQueryOf(query: URLSearchParams): OtaEventQuery {
  const idOf = (name: string) => {
    const text = word(query, name);
    return text === undefined ? undefined : asId<never>(text);
  };
  return present({
    cohortId: idOf("cohortId"),
    packageId: idOf("packageId"),
    deviceId: idOf("deviceId"),
    eventType: word(query, "eventType"),
    status: wholeNumber(query, "status", { least: 0, most: 255 }),
    startMs: instant(query, "startTime"),
    endMs: instant(query, "endTime"),
    limit: wholeNumber(query, "limit", { least: 1, most: MAX_PER_PAGE }) ?? MAX_PER_PAGE,
    before: wholeNumber(query, "pageToken", { least: 0, most: Number.MAX_SAFE_INTEGER }),
  });
}
