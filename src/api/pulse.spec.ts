import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import pulseExample from "#contract/examples/pulse.json";
import rowExample from "#contract/examples/target-row.json";
import type { CohortId, DeploymentId, OrganizationId, ProjectId } from "#domain/ids.ts";
import { rolloutQueries } from "./rollout.ts";

const scope = { organizationId: "o" as OrganizationId, projectId: "p" as ProjectId };
const cohortId = "c" as CohortId;
const deploymentId = "d" as DeploymentId;
const pulse = rolloutQueries.pulse(scope, cohortId, deploymentId);
const targets = rolloutQueries.targets(scope, cohortId, deploymentId, { sort: "name" });

const problem = (status: number) => Response.json({ code: 11, message: "That is too long ago." }, { status });
const page = (order: string) => ({ list: [rowExample], page: 0, perPage: 50, total: 1, order });

let asked: URL[] = [];
let answers: ((url: URL) => Response)[] = [];
let cache = new QueryClient();
let leave: (() => void)[] = [];

beforeEach(() => {
  asked = [];
  answers = [];
  leave = [];
  cache = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  vi.stubGlobal("fetch", async ({ url }: Request) => {
    asked.push(new URL(url));
    const answer = answers.shift();
    if (answer === undefined) throw new Error(`No answer for ${url}`);
    return answer(new URL(url));
  });
});
afterEach(() => {
  for (const go of leave) go();
  cache.clear();
  vi.unstubAllGlobals();
});

/** Reads the pulse now, as the poll does. */
const beat = (answer: object) => {
  answers.push(() => Response.json(answer));
  return cache.query({ ...pulse, staleTime: 0 });
};
/** Puts the list of targets on screen. */
const showTargets = async (order: string) => {
  answers.push(() => Response.json(page(order)));
  const observer = new QueryObserver(cache, { ...targets, staleTime: Infinity });
  leave.push(observer.subscribe(() => undefined));
  await vi.waitFor(() => expect(cache.getQueryData(targets.queryKey)).toBeDefined());
};
const lastAsked = () => asked.at(-1)?.searchParams;

test("the first pulse asks for everything, later ones for what is new since", async () => {
  await beat({ ...pulseExample, revision: 7 });
  expect(lastAsked()?.get("since")).toBeNull();
  await beat({ ...pulseExample, revision: 9 });
  expect(lastAsked()?.get("since")).toBe("7");
});

test("an answer older than the one shown is dropped", async () => {
  await beat({ ...pulseExample, revision: 9, changedElsewhere: 1 });
  expect(await beat({ ...pulseExample, revision: 8, changedElsewhere: 2 })).toMatchObject({
    revision: 9,
    changedElsewhere: 1,
  });
});

test("a pulse asks for the rows on screen, and puts what changed in their place", async () => {
  await showTargets("order-1");
  const changed = { ...rowExample, bucket: "succeeded", substate: "verified" };
  await beat({ ...pulseExample, changedRows: [changed] });
  expect(lastAsked()?.getAll("deviceIds")).toEqual([rowExample.deviceId]);
  expect(cache.getQueryData(targets.queryKey)?.list[0]).toMatchObject({ bucket: "succeeded", substate: "verified" });
});

test("a revision the backend no longer knows is forgotten, and all is read anew", async () => {
  await beat({ ...pulseExample, revision: 7 });
  answers.push(() => problem(410));
  expect(await beat({ ...pulseExample, revision: 3 })).toMatchObject({ revision: 3 });
  expect(lastAsked()?.get("since")).toBeNull();
});

describe("the order of a list", () => {
  test("is kept while the list is on screen", async () => {
    await showTargets("order-1");
    answers.push(() => Response.json(page("order-1")));
    await cache.query({ ...targets, staleTime: 0 });
    expect(lastAsked()?.get("order")).toBe("order-1");
  });

  test("is taken anew when the list is opened again", async () => {
    await showTargets("order-1");
    for (const go of leave) go();
    answers.push(() => Response.json(page("order-2")));
    await cache.query({ ...targets, staleTime: 0 });
    expect(lastAsked()?.get("order")).toBeNull();
  });

  test("is taken anew when the backend no longer keeps it", async () => {
    await showTargets("order-1");
    answers.push(
      () => problem(410),
      () => Response.json(page("order-2")),
    );
    expect(await cache.query({ ...targets, staleTime: 0 })).toMatchObject({ order: "order-2" });
    expect(lastAsked()?.get("order")).toBeNull();
  });
});
