import { describe, expect, test } from "vitest";
import { days, hours } from "#lib/duration.ts";
import type { DeployWindow } from "#domain/window.ts";
import { ask, fingerprintOf, reopenable } from "./reopenable.ts";
import type { Backend } from "./app.ts";
import { memoryJournal, type LogEntry } from "./journal.ts";

/** A Saturday, eight in the morning in Berlin; the clocks go back there in the night. */
const EPOCH_MS = Date.parse("2026-10-24T06:00:00Z");
const NIGHTS: DeployWindow = { days: [1, 2, 3, 4, 5, 6, 7], from: "22:00", to: "04:00", zone: "Europe/Berlin" };

async function deployedByNight(world: ReturnType<typeof reopenable>, backend: Backend): Promise<void> {
  const organizations = await ask(backend, "GET", "/v1/organizations");
  const O = `/v1/organizations/${organizations.list[0].id}/projects/harbour-sensors`;
  const { list } = await ask(backend, "GET", `${O}/cohorts?perPage=1`);
  const artifacts = await ask(backend, "GET", "/v1/projects/harbour-sensors/artifacts");
  const body = { name: "By night", artifactIds: [artifacts.list[0].id], plan: { window: NIGHTS } };
  const answer = await ask(backend, "POST", `${O}/cohorts/${list[0].cohortId}/deployments`, body);
  expect(answer.data).toMatchObject({ name: "By night" });
  world.pass(0);
}

/** When a log was told of windows, and when they turn next. */
const toldIn = (log: readonly LogEntry[]) =>
  log.flatMap((entry) =>
    entry.kind === "acts"
      ? entry.commands.flatMap((command) =>
          command.kind === "tell-window" ? [[timeOf(entry.atMs), timeOf(command.nextAtMs)]] : [],
        )
      : [],
  );
const timeOf = (atMs: number) => new Date(atMs).toISOString().slice(0, 16);

describe("a world with a deployment that lands by night", () => {
  test("is told at each turn of its window when it turns next, and the log keeps it", async () => {
    const world = reopenable("many-cohorts", EPOCH_MS);
    const backend = world.open();
    await deployedByNight(world, backend);
    world.pass(days(2));
    await ask(backend, "GET", "/v1/world");
    expect(toldIn(await world.journal.read())).toEqual([
      ["2026-10-24T20:00", "2026-10-25T03:00"],
      ["2026-10-25T03:00", "2026-10-25T21:00"],
      ["2026-10-25T21:00", "2026-10-26T03:00"],
      ["2026-10-26T03:00", "2026-10-26T21:00"],
    ]);
  });

  test("is the same whether somebody looked at every hour or only at the end, and when its log is lived through", async () => {
    const [looked, left] = [reopenable("many-cohorts", EPOCH_MS), reopenable("many-cohorts", EPOCH_MS)];
    const [often, once] = [looked.open(), left.open()];
    await deployedByNight(looked, often);
    await deployedByNight(left, once);
    for (let hour = 0; hour < 60; hour += 1) {
      looked.pass(hours(1));
      await ask(often, "GET", "/v1/world");
    }
    left.pass(hours(60));
    for (const backend of [often, once]) await ask(backend, "PUT", "/v1/world", { paused: true });
    const fingerprint = await fingerprintOf(once);
    expect(await fingerprintOf(often)).toBe(fingerprint);
    expect(await fingerprintOf(await left.openWhole())).toBe(fingerprint);
  });

  test("believes its log, whatever the host knows of time zones by now", async () => {
    const world = reopenable("many-cohorts", EPOCH_MS);
    const backend = world.open();
    await deployedByNight(world, backend);
    world.pass(hours(20));
    await ask(backend, "GET", "/v1/world");
    const journal = memoryJournal();
    for (const entry of await world.journal.read()) await journal.append(anHourLater(entry));
    const reopened = world.open({ journal });
    world.pass(days(1));
    await ask(reopened, "GET", "/v1/world");
    expect(toldIn(await journal.read()).slice(0, 2)).toEqual([
      ["2026-10-24T20:00", "2026-10-25T04:00"],
      ["2026-10-25T04:00", "2026-10-25T21:00"],
    ]);
  });
});

function anHourLater(entry: LogEntry): LogEntry {
  if (entry.kind !== "acts") return entry;
  const commands = entry.commands.map((command) =>
    command.kind === "tell-window" ? { ...command, nextAtMs: command.nextAtMs + hours(1) } : command,
  );
  return { ...entry, commands };
}

test("a plan whose window is none is refused with its field, and nothing is started", async () => {
  const backend = reopenable("many-cohorts", EPOCH_MS).open();
  const organizations = await ask(backend, "GET", "/v1/organizations");
  const O = `/v1/organizations/${organizations.list[0].id}/projects/harbour-sensors`;
  const { list } = await ask(backend, "GET", `${O}/cohorts?perPage=1`);
  const artifacts = await ask(backend, "GET", "/v1/projects/harbour-sensors/artifacts");
  const plan = { window: { ...NIGHTS, zone: "Europe/Atlantis" } };
  const body = { name: "By night", artifactIds: [artifacts.list[0].id], plan };
  const { details } = await ask(backend, "POST", `${O}/cohorts/${list[0].cohortId}/deployments`, body);
  expect(details[0]).toMatchObject({ field: "plan.window.zone" });
});
