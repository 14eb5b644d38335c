import type { DeviceProfile } from "#mocks/engine/device-profile.ts";

/** On mains, on a good line, always there: a gateway in a cabinet. */
export const CABINET: DeviceProfile = {
  heartbeatMinutes: 5,
  offlinePercent: 3,
  bytesPerSecond: [40_000, 160_000],
  brokenDownloadPercent: 0,
  installSeconds: [8, 20],
  rebootSeconds: [35, 70],
};

/** On mains, over a mobile network: most of a fleet. */
export const CELLULAR: DeviceProfile = {
  heartbeatMinutes: 5,
  offlinePercent: 8,
  bytesPerSecond: [2_000, 14_000],
  brokenDownloadPercent: 4,
  installSeconds: [5, 20],
  rebootSeconds: [8, 25],
};

/** On a battery that the sun charges, asleep between heartbeats, at the edge of the network. */
export const SOLAR: DeviceProfile = {
  heartbeatMinutes: 30,
  offlinePercent: 14,
  bytesPerSecond: [800, 8_000],
  brokenDownloadPercent: 12,
  installSeconds: [5, 20],
  rebootSeconds: [8, 25],
  battery: { sleeps: true, cycleHours: [22, 24], emptiestPercent: [5, 45], installsFromPercent: 25 },
};

/** On a vehicle: well connected while it drives, gone for hours when it is parked, charged by the engine. */
export const VEHICLE: DeviceProfile = {
  heartbeatMinutes: 10,
  offlinePercent: 45,
  bytesPerSecond: [3_000, 30_000],
  brokenDownloadPercent: 8,
  installSeconds: [5, 15],
  rebootSeconds: [10, 30],
  battery: { sleeps: false, cycleHours: [8, 20], emptiestPercent: [10, 70], installsFromPercent: 20 },
};
