import type { DeviceReport } from "#domain/report.ts";
import type { DeviceId } from "#domain/ids.ts";
import { projectOfDevice } from "#mocks/engine/component-fit.ts";
import { offeredRolloutFor } from "#mocks/engine/device-places.ts";
import { textOf } from "#mocks/engine/interner.ts";
import { deviceIndexOf } from "#mocks/engine/ids.ts";
import { reportedVersion } from "#mocks/engine/package-state.ts";
import type { Play } from "./play.ts";
import { TALES } from "./random-acts.ts";

/** What a device over HTTP does: it asks, tells a tale of what it is at, says something again or late, or anything. */
export type Teller = (how: "ask" | "tell" | "again" | "late" | "say", of: number, to: number) => void;

const STATES = ["IDLE", "DOWNLOADING", "DOWNLOADED", "UPDATING"];
const VERSIONS = ["1.0.0", "2.0.0", "3.0.0"];

/** The devices over HTTP of a history. Each remembers what it said. */
export function newTeller({ scene, world, act }: Play): Teller {
  const { main, set } = scene;
  const external = scene.grounds.flatMap((grounds) => grounds.external);
  const said = new Map<DeviceId, DeviceReport[]>();
  const report = (deviceId: DeviceId, one: DeviceReport) => {
    said.set(deviceId, [...(said.get(deviceId) ?? []), one]);
    act({ kind: "report", deviceId, report: one });
  };
  const versionsOf = (deviceId: DeviceId) => {
    const device = deviceIndexOf(set.world.seedHash, deviceId);
    const about = projectOfDevice(world, device)?.packages.get(main);
    const runs = about === undefined ? "" : (textOf(world.texts, reportedVersion(about.reported, device)) ?? "");
    const told = offeredRolloutFor(world, device)?.components.find((one) => one.about === about);
    return { v: runs === "" ? "1.0.0" : runs, t: told?.component.version ?? "2.0.0" };
  };
  return (how, of, to) => {
    const deviceId = external[of % external.length];
    if (deviceId === undefined) return;
    const past = said.get(deviceId) ?? [];
    const before = past[past.length - 1 - (how === "again" ? 0 : to % 6)];
    switch (how) {
      case "ask":
        act({ kind: "ask", deviceId });
        return;
      case "tell": {
        const { v, t } = versionsOf(deviceId);
        for (const text of TALES[to % TALES.length] ?? []) report(deviceId, reportOf(main, text, v, t));
        return;
      }
      case "again":
      case "late":
        if (before !== undefined) report(deviceId, before);
        return;
      default:
        report(deviceId, {
          packageId: main,
          state: to % 5,
          reason: [0, 0, 0, 1, 2, 5, 8, 11, 77][to % 9] ?? 0,
          ...(to % 11 === 0 ? {} : { version: VERSIONS[to % 3] ?? "1.0.0" }),
          ...(to % 2 === 0 ? {} : { target: VERSIONS[Math.floor(to / 7) % 3] ?? "2.0.0" }),
        });
    }
  };
}

function reportOf(packageId: DeviceReport["packageId"], text: string, v: string, t: string): DeviceReport {
  const [state = "", reason = "0", versions = ""] = text.split(" ");
  const [version, target] = versions.split("→").map((name) => (name === "t" ? t : v));
  return {
    packageId,
    state: STATES.indexOf(state),
    reason: Number(reason),
    ...(version === undefined ? {} : { version }),
    ...(target === undefined ? {} : { target }),
  };
}
