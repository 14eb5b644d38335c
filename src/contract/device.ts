import * as v from "valibot";
import { compareText } from "#lib/collection.ts";
import { UNKNOWN_HEARTBEAT_MINUTES, type Device, type DeviceFacets, type PackageReport } from "#domain/device.ts";
import type { BlueprintId, CohortId, DeviceId, PackageId, TagId } from "#domain/ids.ts";
import type { Page } from "#domain/project.ts";
import { reasonText } from "#domain/reason.ts";
import { OTA_STATES } from "#domain/report.ts";
import { decodeBy } from "./decode.ts";
import { absent, absentId, id, isId, instant, instantText, instantTextOf, mapOf, otherwise } from "./fields.ts";
import { decodePage } from "./page.ts";
import { present } from "./present.ts";
import type { Wire } from "./wire.ts";

const updateEntry = v.object({
  package: absent(v.string()),
  version: absent(v.string()),
  target: absent(v.string()),
  state: absent(v.string()),
  stateCode: absent(v.string()),
  reasonCode: absent(v.string()),
  time: absent(instant),
});

const device = v.object({
  id: id<DeviceId>(),
  name: v.string(),
  hardwareIds: otherwise(v.array(v.string()), []),
  tagIds: otherwise(v.array(id<TagId>()), []),
  blueprintId: absentId<BlueprintId>(),
  cohortId: absentId<CohortId>(),
  pendingMembership: absent(v.object({ cohortId: absentId<CohortId>(), effectiveAt: instant })),
  enabled: otherwise(v.boolean(), true),
  createdAt: instant,
  updatedAt: absent(instant),
  metadata: absent(
    v.object({
      lastReport: absent(instant),
      lastSeenOnline: absent(instant),
      update: absent(mapOf(updateEntry)),
    }),
  ),
  heartbeatMinutes: otherwise(v.number(), UNKNOWN_HEARTBEAT_MINUTES),
});

/**
 * Reports come in package order; one without a time is dated by the device's last report.
 * @throws ContractViolation naming the field.
 */
export function decodeDevice(wire: unknown): Device {
  const { createdAt, updatedAt, metadata, pendingMembership: pending, ...rest } = decodeBy("device", device, wire);
  const reports = [...(metadata?.update ?? [])]
    .flatMap(([key, entry]) => reportsOf(entry.package ?? key, entry, metadata?.lastReport ?? createdAt))
    .toSorted((a, b) => compareText(a.packageId, b.packageId));
  const contacts = [metadata?.lastSeenOnline, metadata?.lastReport, ...reports.map(({ atMs }) => atMs)];
  const lastSeenAtMs = Math.max(...contacts.map((atMs) => atMs ?? -Infinity));
  return present({
    ...rest,
    pendingMembership:
      pending === undefined ? undefined : present({ cohortId: pending.cohortId, effectiveAtMs: pending.effectiveAt }),
    reports,
    lastSeenAtMs: Number.isFinite(lastSeenAtMs) ? lastSeenAtMs : undefined,
    createdAtMs: createdAt,
    updatedAtMs: updatedAt ?? createdAt,
  });
}

type UpdateEntry = v.InferOutput<typeof updateEntry>;

/** The report of one package; none for one without a name, which no device can mean. */
function reportsOf(packageId: string, entry: UpdateEntry, otherwiseAtMs: number): readonly PackageReport[] {
  return isId<PackageId>(packageId) ? [reportOf(packageId, entry, otherwiseAtMs)] : [];
}

function reportOf(packageId: PackageId, entry: UpdateEntry, otherwiseAtMs: number): PackageReport {
  const word = entry.state?.toLowerCase();
  return present({
    packageId,
    version: entry.version === "" ? undefined : entry.version,
    target: entry.target === "" ? undefined : entry.target,
    state: OTA_STATES[Number(entry.stateCode)] ?? OTA_STATES.find((known) => known === word),
    rawState: entry.state ?? entry.stateCode ?? "",
    reason: numberOf(entry.reasonCode),
    atMs: entry.time ?? otherwiseAtMs,
  });
}

function numberOf(code: string | undefined): number {
  const number = Number(code ?? 0);
  return Number.isSafeInteger(number) ? number : 0;
}

/** A device as it travels. */
export function encodeDevice(device: Device): Wire<"Device"> {
  const { reports, lastSeenAtMs, createdAtMs, updatedAtMs, pendingMembership: pending, ...rest } = device;
  const lastSeen = instantTextOf(lastSeenAtMs);
  return present({
    ...rest,
    pendingMembership:
      pending === undefined
        ? undefined
        : present({ cohortId: pending.cohortId, effectiveAt: instantText(pending.effectiveAtMs) }),
    createdAt: instantText(createdAtMs),
    updatedAt: instantText(updatedAtMs),
    lastReport: lastSeen,
    status: "-",
    metadata: present({
      lastReport: lastSeen,
      lastSeenOnline: lastSeen,
      status: "-",
      update: Object.fromEntries(reports.map((report) => [report.packageId, encodeReport(report)])),
    }),
  });
}

function encodeReport(report: PackageReport): Wire<"DeviceUpdateEntry"> {
  return present({
    package: report.packageId,
    version: report.version,
    target: report.target,
    state: report.rawState,
    stateCode: report.state === undefined ? report.rawState : String(OTA_STATES.indexOf(report.state)),
    reason: reasonText(report.reason),
    reasonCode: String(report.reason),
    time: instantText(report.atMs),
  });
}

const facet = v.array(v.object({ value: v.string(), count: v.number() }));
const facets = v.pipe(
  v.object({ cohort: facet, blueprint: facet, tag: absent(facet), packageVersion: absent(facet) }),
  v.transform(present),
);

/** A page of devices, with facets where they were asked for and the backend has them. */
export function decodeDevicePage(wire: unknown): Page<Device> & { readonly facets?: DeviceFacets } {
  const page = decodePage("devices", decodeDevice)(wire);
  return present({ ...page, ...decodeBy("devices", v.object({ facets: absent(facets) }), wire) });
}
