import { serveMockBackend } from "#mocks/doors/serve.ts";
import { durationOf, ratioOf, type Section } from "./figures.ts";

const RUNS = 40;
/** The first rounds find caches cold and code not yet compiled. */
const WARM_UP_RUNS = 5;

/** What the page of a rollout asks for. */
const QUESTIONS = [
  { what: "first page", path: "targets?sort=trouble&perPage=50" },
  { what: "filtered and sorted page", path: "targets?bucket=pending&term=1&sort=-name&perPage=50&page=1" },
  { what: "pulse", path: "pulse" },
] as const;

/** What the backend needs to answer about a rollout on 100,000 devices, beside one on a few hundred. */
export async function benchTargets(): Promise<readonly Section[]> {
  const [large, small] = [await serveMockBackend({ world: "large" }), await serveMockBackend({ world: "demo" })];
  const largeRollout = await activeDeploymentOf(large.origin, "Everywhere");
  const smallRollout = await activeDeploymentOf(small.origin, "Production EU");
  const figures = [];
  for (const { what, path } of QUESTIONS) {
    const [largeMs, smallMs]: [number[], number[]] = [[], []];
    for (let run = -WARM_UP_RUNS; run < RUNS; run += 1) {
      // One after the other: two at once would measure each other.
      // oxlint-disable no-await-in-loop
      const [largeTookMs, smallTookMs] = [
        await answerMs(`${largeRollout}/${path}`),
        await answerMs(`${smallRollout}/${path}`),
      ];
      // oxlint-enable no-await-in-loop
      if (run < 0) continue;
      largeMs.push(largeTookMs);
      smallMs.push(smallTookMs);
    }
    figures.push(
      durationOf(`${what}, 100,000 devices`, largeMs),
      durationOf(`${what}, the demo's rollout`, smallMs),
      ratioOf("the large one takes", largeMs, smallMs),
    );
  }
  await Promise.all([large.close(), small.close()]);
  return [{ heading: "Answers about a rollout, over HTTP", figures }];
}

async function answerMs(url: string): Promise<number> {
  const askedAtMs = performance.now();
  await jsonOf(url);
  return performance.now() - askedAtMs;
}

/** Address of what is active on a cohort, at a backend with one project. */
async function activeDeploymentOf(origin: string, cohortName: string): Promise<string> {
  const project = firstOf(await jsonOf(`${origin}/v1/projects`));
  const inProject = `${origin}/v1/organizations/${idIn(project, "organizationId")}/projects/${idIn(project, "id")}`;
  const cohort = firstOf(await jsonOf(`${inProject}/cohorts?${new URLSearchParams({ term: cohortName })}`));
  return `${inProject}/cohorts/${idIn(cohort, "cohortId")}/deployments/${idIn(cohort, "activeDeploymentId")}`;
}

async function jsonOf(url: string): Promise<unknown> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} was answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}

function firstOf(page: unknown): unknown {
  const list = fieldOf(page, "list");
  return Array.isArray(list) ? list[0] : undefined;
}

function idIn(value: unknown, name: string): string {
  const id = fieldOf(value, name);
  if (typeof id === "string") return encodeURIComponent(id);
  throw new Error(`The backend left ${name} out.`);
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? new Map(Object.entries(value)).get(name) : undefined;
}
