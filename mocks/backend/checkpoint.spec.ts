import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hours, minutes, seconds } from "#lib/duration.ts";
import type { Backend } from "./app.ts";
import { ask, fingerprintOf, reopenable } from "./reopenable.ts";

const EPOCH_MS = Date.parse("2026-11-21T08:00:00Z");
const P = "/v1/projects/harbour-sensors";

/** What somebody does, or lets pass; numbers choose among what there is. */
const ACT = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant("pass" as const), ms: fc.constantFrom(40_000, 360_000, 7_200_000) }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("deploy" as const), cohort: fc.nat(), plan: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("cancel" as const), cohort: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("disable" as const), device: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("ask" as const), device: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("faults" as const), offlinePercent: fc.constantFrom(0, 40) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("speed" as const), speed: fc.constantFrom(1, 60) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("keep" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("crash" as const) }) },
);
type Act = typeof ACT extends fc.Arbitrary<infer T> ? T : never;

const PLANS = [undefined, { preset: "standard" }, { preset: "urgent" }] as const;

test("a checkpoint and the rest of the log make the world that the whole log makes, whatever happened", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(ACT, { minLength: 8, maxLength: 24 }), async (acts) => {
      const world = reopenable("many-cohorts", EPOCH_MS);
      let backend = world.open();
      const known = await knownOf(backend);
      for (const act of acts) {
        if (act.do === "pass") world.pass(act.ms);
        else if (act.do === "keep") await backend.leaving();
        else if (act.do === "crash") backend = world.open();
        else await happen(backend, known, act);
      }
      await ask(backend, "PUT", "/v1/world", { paused: true });
      const left = await fingerprintOf(backend);
      expect(await fingerprintOf(world.open())).toBe(left);
      expect(await fingerprintOf(await world.openWhole())).toBe(left);
    }),
    { numRuns: 6, seed: 1 },
  );
});

type Known = {
  readonly O: string;
  readonly cohorts: readonly string[];
  readonly devices: readonly string[];
  readonly artifacts: readonly string[];
};

async function knownOf(backend: Backend): Promise<Known> {
  const organizations = await ask(backend, "GET", "/v1/organizations");
  const O = `/v1/organizations/${organizations.list[0].id}/projects/harbour-sensors`;
  const cohorts = await ask(backend, "GET", `${O}/cohorts`);
  const devices = await ask(backend, "GET", `${P}/devices`);
  const artifacts = await ask(backend, "GET", `${P}/artifacts`);
  const idsOf = ({ list }: { list: Record<string, string>[] }, name: string) => list.map((one) => one[name]!);
  return { O, cohorts: idsOf(cohorts, "cohortId"), devices: idsOf(devices, "id"), artifacts: idsOf(artifacts, "id") };
}

async function happen(backend: Backend, { O, cohorts, devices, artifacts }: Known, act: Act): Promise<void> {
  const one = (ids: readonly string[], at: number) => ids[at % ids.length]!;
  switch (act.do) {
    case "deploy": {
      const plan = PLANS[act.plan % PLANS.length];
      const artifactIds = [one(artifacts, act.plan)];
      const body = { name: "Next", artifactIds, ...(plan === undefined ? {} : { plan }) };
      const answer = await ask(backend, "POST", `${O}/cohorts/${one(cohorts, act.cohort)}/deployments`, body);
      return expect(answer).toHaveProperty("data");
    }
    case "cancel": {
      const deployments = `${O}/cohorts/${one(cohorts, act.cohort)}/deployments`;
      const { list } = await ask(backend, "GET", deployments);
      if (list.length === 0) return undefined;
      const path = `${deployments}/${list[0].deploymentId}/cancel`;
      return ask(backend, "POST", path, {}, { "if-match": "*" });
    }
    case "disable":
      return ask(backend, "PATCH", `${P}/devices/${one(devices, act.device)}`, { enabled: false });
    case "ask":
      return ask(backend, "GET", `/device/${one(devices, act.device)}/.u/desired`);
    case "faults":
      return ask(backend, "PUT", "/v1/world", { faults: { offlinePercent: act.offlinePercent } });
    case "speed":
      return ask(backend, "PUT", "/v1/world", { speed: act.speed });
    default:
      return undefined;
  }
}

/** A world with a tag, a checkpoint, and another tag. */
async function lived() {
  const world = reopenable("empty", EPOCH_MS);
  const backend = world.open();
  await ask(backend, "POST", `${P}/tags`, { name: "site=pier" });
  await backend.leaving();
  await ask(backend, "POST", `${P}/tags`, { name: "hw=rev-b" });
  return { ...world, backend };
}

describe("a start", () => {
  test("reads the log from its checkpoint on, and no more", async () => {
    const { journal, open, backend } = await lived();
    const from: (number | undefined)[] = [];
    const watched = { ...journal, read: (at?: number) => (from.push(at), journal.read(at)) };
    expect(await fingerprintOf(open({ journal: watched }))).toBe(await fingerprintOf(backend));
    expect(from).toEqual([3]);
  });

  test("remembers the answers to keys, the clock and its speed", async () => {
    const world = reopenable("empty", EPOCH_MS);
    const first = world.open();
    const keyed = () =>
      new Request(`http://backend.example${P}/tags`, {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": "k" },
        body: '{"name":"site=pier"}',
      });
    const answer = await (await first.fetch(keyed())).json();
    await ask(first, "PUT", "/v1/world", { speed: 60 });
    world.pass(seconds(10));
    await first.leaving();
    world.pass(minutes(1));
    const next = world.open();
    expect(await (await next.fetch(keyed())).json()).toEqual(answer);
    expect(await ask(next, "GET", "/v1/world")).toMatchObject({ speed: 60, now: "2026-11-21T09:10:00.000Z" });
  });

  test("forgets the answers to keys of the day before, and may keep them no longer", async () => {
    const world = reopenable("empty", EPOCH_MS);
    const first = world.open();
    const headers = { "content-type": "application/json", "idempotency-key": "k" };
    const init = { method: "POST", headers, body: '{"name":"site=pier"}' };
    await first.fetch(new Request(`http://backend.example${P}/tags`, init));
    world.pass(hours(25));
    await ask(first, "POST", `${P}/tags`, { name: "hw=rev-b" });
    await first.leaving();
    expect(world.checkpoints.kept).toMatchObject({ answers: new Map() });
  });
});

describe("a checkpoint is not used", () => {
  const spoilt: readonly (readonly [string, (kept: Record<string, unknown>) => unknown])[] = [
    ["when nothing can be made of it", () => "nonsense"],
    ["of another format", (kept) => ({ ...kept, format: 0 })],
    [
      "of another log of the same world",
      (kept) => ({ ...kept, opening: { ...(kept["opening"] as object), logId: "x" } }),
    ],
    ["that knows more than the log", (kept) => ({ ...kept, logged: 99 })],
    ["whose world has other parts", (kept) => ({ ...kept, world: { ...(kept["world"] as object), fleet: {} } })],
    [
      "whose world breaks on what came after",
      (kept) => ({ ...kept, world: { ...(kept["world"] as object), projectsById: new Map([["harbour-sensors", 7]]) } }),
    ],
  ];

  test.each(spoilt)("%s: the whole log is lived through instead, and nobody hears of it", async (_, spoil) => {
    const { checkpoints, open, backend } = await lived();
    checkpoints.kept = spoil(checkpoints.kept as Record<string, unknown>);
    const reopened = open();
    expect(await fingerprintOf(reopened)).toBe(await fingerprintOf(backend));
    expect((await ask(reopened, "GET", "/v1/world")).notice).toBeUndefined();
  });

  test("that cannot be read", async () => {
    const { checkpoints, open, backend } = await lived();
    const reopened = open({ checkpoints: { ...checkpoints, read: () => Promise.reject(new Error("torn")) } });
    expect(await fingerprintOf(reopened)).toBe(await fingerprintOf(backend));
    expect((await ask(reopened, "GET", "/v1/world")).notice).toBeUndefined();
  });

  test("of a world that was reset meanwhile", async () => {
    const { checkpoints, open, backend } = await lived();
    const stale = checkpoints.kept;
    await ask(backend, "POST", "/v1/world/reset", {});
    expect(checkpoints.kept).toBeUndefined();
    checkpoints.kept = stale;
    expect((await ask(open(), "GET", `${P}/tags`)).list).toEqual([]);
  });
});

test("a log that was put away takes its checkpoint with it", async () => {
  const { journal, open } = await lived();
  await journal.clear();
  expect((await ask(open(), "GET", `${P}/tags`)).list).toEqual([]);
});
