import type { DeviceId, PackageId } from "./ids.ts";

/** One device report as the backend keeps it. Newest first in lists. Source: Golioth OTAEvent. */
export type OtaEvent = {
  readonly deviceId: DeviceId;
  readonly packageId: PackageId;
  /** IDLE, DOWNLOADING, DOWNLOADED or UPDATING. */
  readonly eventType: string;
  /** The reason code the device sent. */
  readonly status: number;
  readonly message: string;
  readonly currentVersion?: string;
  readonly targetVersion?: string;
  readonly atMs: number;
};
