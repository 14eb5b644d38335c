import { days, hours, minutes, seconds } from "#lib/duration.ts";
import type { PlanRequest } from "#domain/plan-request.ts";
import type { SeedDeployment } from "./project-builder.ts";

/** Who works on the demo's project. */
export const PEOPLE = {
  ana: "ana@harbour.example",
  jo: "jo@harbour.example",
  lee: "lee@harbour.example",
  ci: "ci@harbour.example",
} as const;
/** One of them. */
type Person = keyof typeof PEOPLE;

/** One deployment of the past: how long before the epoch, by whom, to which cohort. */
export type PastDeployment = SeedDeployment & { readonly agoMs: number; readonly by: Person; readonly cohort: string };

const EU = "Production EU";

const QUARTER = {
  promote: "after-soak",
  soakMinutes: 120,
  successPercent: 90,
  minTerminal: 20,
  maxInFlight: { count: 15 },
} as const;

/** In phases, and forgiving: the ordinary trouble of a fleet out of doors must not halt it. */
const IN_PHASES: PlanRequest = {
  preset: "standard",
  halt: { ratio: { percent: 25, minTerminal: 50, minFailed: 10 } },
};

/** A quarter first, and a halt as soon as one in twelve has failed. */
const QUARTER_FIRST: PlanRequest = {
  preset: "standard",
  phases: [
    { name: "A quarter", size: { percent: 25 }, ...QUARTER },
    { name: "All devices", size: { percent: 100 }, ...QUARTER },
  ],
  halt: { ratio: { percent: 8, minTerminal: 30, minFailed: 5 } },
};

/** What Production EU went through. */
const PRODUCTION_EU: readonly PastDeployment[] = [
  { agoMs: days(236), by: "lee", cohort: EU, name: "First fleet image", packages: { main: "2.0.0", legacy: "0.9.0" } },
  { agoMs: days(203), by: "ana", cohort: EU, name: "Spring release", packages: { main: "2.1.0", legacy: "0.9.0" } },
  {
    agoMs: days(171),
    by: "jo",
    cohort: EU,
    name: "Modem baseline",
    packages: { main: "2.1.0", modem: "1.0.1", legacy: "0.9.0" },
    notes: "From here on we ship the modem firmware ourselves.",
  },
  {
    agoMs: days(139),
    by: "ana",
    cohort: EU,
    name: "Summer release",
    packages: { main: "2.2.0", modem: "1.0.1", legacy: "0.9.1", "ca-certs": "2025-02" },
  },
  {
    agoMs: days(101),
    by: "jo",
    cohort: EU,
    name: "Modem keep-alive",
    packages: { main: "2.2.0", modem: "1.0.2", legacy: "0.9.1", "ca-certs": "2025-02" },
  },
  {
    agoMs: days(79),
    by: "ci",
    cohort: EU,
    name: "September release",
    packages: { main: "2.2.3", modem: "1.0.2", legacy: "0.9.1", "ca-certs": "2025-02" },
  },
  {
    agoMs: days(63) - hours(8),
    by: "ana",
    cohort: EU,
    name: "Hotfix watchdog",
    packages: { main: "2.2.4", modem: "1.0.2", legacy: "0.9.1", "ca-certs": "2025-02" },
    notes: "The watchdog fired during long uplinks.",
  },
  {
    agoMs: days(50) - hours(4),
    by: "lee",
    cohort: EU,
    name: "Drop legacy loader",
    packages: { main: "2.2.4", modem: "1.0.2", "ca-certs": "2025-02" },
  },
  {
    agoMs: days(38),
    by: "ana",
    cohort: EU,
    name: "October release",
    packages: { main: "2.3.0", modem: "1.0.2", "ca-certs": "2025-02" },
    plan: IN_PHASES,
  },
  {
    agoMs: days(24) + hours(6),
    by: "jo",
    cohort: EU,
    name: "Modem firmware",
    packages: { main: "2.3.0", modem: "1.0.3", "ca-certs": "2025-02" },
  },
  {
    agoMs: days(17) + hours(3),
    by: "lee",
    cohort: EU,
    name: "Calibration table",
    packages: { main: "2.3.0", modem: "1.0.3", "ca-certs": "2025-02", calib: "14" },
  },
  {
    agoMs: days(9) + hours(5),
    by: "ci",
    cohort: EU,
    name: "New root certificates",
    packages: { main: "2.3.0", modem: "1.0.3", "ca-certs": "2026-09", calib: "14" },
  },
  {
    agoMs: days(4) + hours(2),
    by: "ana",
    cohort: EU,
    name: "Radio sleep",
    packages: { main: "2.4.0", modem: "1.0.3", "ca-certs": "2026-09", calib: "14" },
    notes: "The radio sleeps between two uplinks.",
  },
  {
    agoMs: days(4) + hours(2) - minutes(2),
    by: "ana",
    cohort: EU,
    name: "Radio sleep, second try",
    packages: { main: "2.4.0", modem: "1.0.2", "ca-certs": "2026-09", calib: "14" },
    notes: "With the modem version that the bench ran.",
  },
  {
    agoMs: days(4) + minutes(50),
    by: "jo",
    cohort: EU,
    name: "Revert to 2.3.0",
    packages: { main: "2.3.0", modem: "1.0.3", "ca-certs": "2026-09", calib: "14" },
    rollback: { of: "Radio sleep, second try", to: "New root certificates" },
  },
  {
    agoMs: minutes(3),
    by: "ana",
    cohort: EU,
    name: "Autumn fixes",
    packages: { main: "2.4.1", modem: "1.0.3", "ca-certs": "2026-09", calib: "14" },
    notes: "Radio sleep without the reverts on revision C, and the level probe's drift.",
  },
];

/** What the other cohorts went through. */
const ELSEWHERE: readonly PastDeployment[] = [
  {
    agoMs: days(120),
    by: "ana",
    cohort: "Production US",
    name: "US launch",
    packages: { main: "2.2.0", modem: "1.0.1" },
  },
  {
    agoMs: days(36),
    by: "jo",
    cohort: "Production US",
    name: "October release",
    packages: { main: "2.3.0", modem: "1.0.2" },
  },
  {
    agoMs: days(60),
    by: "lee",
    cohort: "Cold chain trucks",
    name: "Door sensor 5.0",
    packages: { door: "5.0.0", geofence: "7" },
  },
  {
    agoMs: hours(9),
    by: "lee",
    cohort: "Cold chain trucks",
    name: "Door sensor 5.1",
    packages: { door: "5.1.0", geofence: "7" },
    plan: QUARTER_FIRST,
  },
  {
    agoMs: days(12),
    by: "ci",
    cohort: "Field test",
    name: "2.5.0-rc.1",
    packages: { main: "2.5.0-rc.1", modem: "1.1.0" },
  },
  {
    agoMs: days(5),
    by: "ci",
    cohort: "Field test",
    name: "2.5.0-rc.2",
    packages: { main: "2.5.0-rc.2", modem: "1.1.0" },
  },
  { agoMs: days(90), by: "lee", cohort: "Gateways", name: "Kernel 6.1.70", packages: { kernel: "6.1.70" } },
  { agoMs: minutes(4), by: "lee", cohort: "Gateways", name: "Kernel 6.1.77", packages: { kernel: "6.1.77" } },
  { agoMs: days(2), by: "jo", cohort: "Harbour museum", name: "Quiet hours", packages: { main: "2.3.0", sounds: "3" } },
  { agoMs: days(70), by: "ana", cohort: "Bench", name: "Whatever works", packages: { main: "2.2.3" } },
  {
    agoMs: days(31),
    by: "jo",
    cohort: "Ice edition, Tromsø",
    name: "Cold start",
    packages: { main: "2.3.0", calib: "14" },
  },
  {
    agoMs: days(20),
    by: "ana",
    cohort: "Donaudampfschifffahrtsgesellschaftskapitänspegelmesser",
    name: "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz 🐄",
    packages: { main: "2.3.0" },
  },
  {
    agoMs: days(15),
    by: "lee",
    cohort: "مرفأ بيروت",
    name: "تحديث الخريف",
    packages: { main: "2.3.0", modem: "1.0.3" },
  },
  {
    agoMs: days(11),
    by: "jo",
    cohort: "横浜港 水位センサー",
    name: "秋の修正版",
    packages: { main: "2.3.0", modem: "1.0.3" },
  },
  {
    agoMs: days(6),
    by: "ci",
    cohort: '<b>Not bold</b> & "quoted"',
    name: "<img src=x onerror=alert(1)>",
    packages: { main: "2.3.0" },
  },
];

/** Every deployment of the past. */
export const PAST: readonly PastDeployment[] = [...PRODUCTION_EU, ...ELSEWHERE];

/** A deployment that somebody ended: no more joiners, or the rest called off. */
export type Ending = {
  readonly agoMs: number;
  readonly by: Person;
  readonly cohort: string;
  readonly name: string;
  readonly how: "complete" | "cancel";
  readonly reason: string;
};

/** How some of them ended. */
export const ENDINGS: readonly Ending[] = [
  {
    agoMs: days(69),
    by: "ana",
    cohort: "Bench",
    name: "Whatever works",
    how: "complete",
    reason: "The bench is full.",
  },
  {
    agoMs: days(33),
    by: "jo",
    cohort: "Production US",
    name: "October release",
    how: "complete",
    reason: "Joiners get the next release.",
  },
  {
    agoMs: days(2) - seconds(40),
    by: "jo",
    cohort: "Harbour museum",
    name: "Quiet hours",
    how: "cancel",
    reason: "Not while the museum is open.",
  },
];
