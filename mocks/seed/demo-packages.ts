import type { SeedPackage } from "./project-builder.ts";

/** The packages of the project, with the usual size of a version. */
export const PACKAGES: readonly SeedPackage[] = [
  {
    id: "main",
    description: "Sensor firmware, installed by the device SDK",
    sizeBytes: 412_000,
    main: true,
    mcuboot: true,
    metadata: { repository: "firmware/harbour-sensor", owner: "ana" },
  },
  { id: "modem", description: "LTE-M modem firmware", sizeBytes: 286_000, metadata: { vendor: "Nordstern" } },
  { id: "ca-certs", description: "Root certificates for TLS", sizeBytes: 74_000 },
  { id: "calib", description: "Calibration table of the level probe", sizeBytes: 66_000 },
  { id: "legacy", description: "Loader of the first hardware revision", sizeBytes: 98_000 },
  { id: "kernel", description: "Linux image of the gateways", sizeBytes: 498_000, metadata: { arch: "arm64" } },
  { id: "door", description: "Firmware of the door sensor", sizeBytes: 188_000, mcuboot: true },
  { id: "geofence", description: "Areas in which trucks report more often", sizeBytes: 81_000 },
  { id: "sounds", description: "Announcements of the museum boxes", sizeBytes: 492_000 },
];
