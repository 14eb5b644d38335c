import { days } from "#lib/duration.ts";
import { CABINET, VEHICLE } from "./device-profiles.ts";
import type { SeedFilter, SeedFleet } from "./project-builder.ts";

/** Hardware types: name, platform, board, and how their devices live where it is not as most do. */
export const BLUEPRINTS = [
  ["Harbour sensor", "zephyr", "nrf9160dk", undefined],
  ["Door sensor", "zephyr", "nrf52840dk", VEHICLE],
  ["Gateway", "linux", "imx8mm", CABINET],
  ["Museum box", "esp-idf", "esp32-s3", undefined],
] as const;

/** Cohorts in the order they were made, with how long ago; those with a filter take devices by themselves. */
export const COHORTS: readonly (readonly [name: string, agoMs: number, filter?: SeedFilter])[] = [
  ["Production EU", days(238)],
  ["Production US", days(150)],
  ["Gateways", days(140)],
  ["Bench", days(130)],
  ["Cold chain trucks", days(95)],
  ["Field test", days(60)],
  ["Harbour museum", days(55)],
  ["Ice edition, Tromsø", days(52)],
  ["Donaudampfschifffahrtsgesellschaftskapitänspegelmesser", days(48)],
  ["مرفأ بيروت", days(46)],
  ["נמל חיפה", days(45)],
  ["横浜港 水位センサー", days(44)],
  ["🐟🐟🐟 fish market", days(43)],
  ['<b>Not bold</b> & "quoted"', days(42)],
  ["Lab", days(30), { tags: ["lab"], blueprints: [] }],
  ["Gothenburg doors", days(29), { tags: ["site=gothenburg"], blueprints: ["Door sensor"] }],
  ["New arrivals", days(3)],
  ["Spare parts shelf", days(2)],
  ["Retired 2024", days(1)],
];

/** When a fleet joined. */
type Joined = SeedFleet & { readonly agoMs: number };

const SENSOR = { prefix: "harbour-", blueprint: "Harbour sensor" } as const;
const FIRST = { main: "1.9.2", legacy: "0.9.0" } as const;

/** All devices, by when they joined. Battery ones ask less often than those on mains. */
export const FLEETS: readonly Joined[] = [
  sensors(days(237), 610, 1, "site=rotterdam", "hw=rev-b", "mains", FIRST),
  sensors(days(237), 420, 611, "site=hamburg", "hw=rev-b", "battery", FIRST),
  sensors(days(237), 150, 1_031, "site=gdansk", "hw=rev-c", "battery", FIRST),
  sensors(days(66), 21, 1_181, "site=hamburg", "hw=rev-c", "battery", { main: "2.2.3" }),
  sensors(days(22), 49, 1_202, "site=gdansk", "hw=rev-c", "battery", { main: "2.3.0" }),
  us(days(149), 611),
  fleet(days(139), "Gateways", 48, "gateway-", "Gateway", ["site=rotterdam", "power=mains"], { kernel: "6.1.55" }),
  fleet(days(129), "Bench", 5, "bench-", "Harbour sensor", ["hw=rev-c", "lab"], { main: "2.2.2" }),
  fleet(days(94), "Cold chain trucks", 270, "truck-", "Door sensor", ["hw=rev-b", "power=battery"], { door: "4.9.0" }),
  fleet(days(94), "Cold chain trucks", 42, "trailer-", "Door sensor", ["hw=rev-a", "power=battery"], { door: "4.9.0" }),
  fleet(days(59), "Field test", 24, "field-", "Harbour sensor", ["hw=rev-c", "lab"], { main: "2.4.0" }),
  fleet(days(54), "Harbour museum", 7, "museum-", "Museum box", ["site=museum", "power=mains"], { main: "2.2.4" }),
  fleet(days(51), "Ice edition, Tromsø", 12, "tromsø-", "Harbour sensor", ["hw=rev-b"], { main: "2.2.4" }),
  fleet(
    days(47),
    "Donaudampfschifffahrtsgesellschaftskapitänspegelmesser",
    9,
    "wien-",
    "Harbour sensor",
    ["hw=rev-b"],
    {
      main: "2.2.4",
    },
  ),
  fleet(days(45), "مرفأ بيروت", 11, "بيروت-", "Harbour sensor", ["hw=rev-b"], { main: "2.2.4" }),
  fleet(days(44), "נמל חיפה", 4, "חיפה-", "Harbour sensor", ["hw=rev-b"], { main: "2.2.4" }),
  fleet(days(43), "横浜港 水位センサー", 16, "横浜-", "Harbour sensor", ["hw=rev-c"], { main: "2.2.4" }),
  fleet(days(42), "🐟🐟🐟 fish market", 3, "🐟-", "Harbour sensor", ["hw=rev-b"], { main: "2.2.4" }),
  fleet(days(41), '<b>Not bold</b> & "quoted"', 2, "<i>device</i>-", "Harbour sensor", ["hw=rev-b"], { main: "2.2.4" }),
  // Nobody put these anywhere. Both filters take the last nine: the older cohort has them.
  fleet(days(28), undefined, 31, "gate-", "Door sensor", ["site=gothenburg"], { door: "5.0.0" }),
  fleet(days(28), undefined, 9, "proto-", "Door sensor", ["site=gothenburg", "lab"], { door: "5.0.0" }),
  fleet(days(2), "New arrivals", 64, "arrival-", "Harbour sensor", ["hw=rev-c"], { main: { "2.3.0": 5, "2.2.4": 2 } }),
  fleet(days(2), undefined, 23, "boxed-", "Harbour sensor", ["hw=rev-c"], { main: "2.3.0" }),
];

function sensors(
  agoMs: number,
  count: number,
  firstNumber: number,
  site: string,
  hardware: string,
  power: "mains" | "battery",
  versions: SeedFleet["versions"],
): Joined {
  const tags = [site, hardware, `power=${power}`];
  const heartbeatMinutes = power === "mains" ? 5 : 30;
  return { ...SENSOR, agoMs, cohort: "Production EU", count, firstNumber, tags, versions, heartbeatMinutes };
}

function us(agoMs: number, count: number): Joined {
  const tags = ["site=oakland", "hw=rev-b", "power=mains"];
  return { ...SENSOR, agoMs, cohort: "Production US", prefix: "oakland-", count, tags, versions: { main: "2.1.0" } };
}

function fleet(
  agoMs: number,
  cohort: string | undefined,
  count: number,
  prefix: string,
  blueprint: (typeof BLUEPRINTS)[number][0],
  tags: readonly string[],
  versions: SeedFleet["versions"],
): Joined {
  return { agoMs, ...(cohort === undefined ? {} : { cohort }), count, prefix, blueprint, tags, versions };
}
