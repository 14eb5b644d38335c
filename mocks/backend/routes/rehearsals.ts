import { encodeRehearsal } from "#contract/rehearsal.ts";
import { present } from "#contract/present.ts";
import { sha256Hex } from "#contract/sha256.ts";
import type { ArtifactId } from "#domain/ids.ts";
import { advanceRehearsal, rehearsalValue, startRehearsal, type RehearsalRun } from "#mocks/engine/rehearsal.ts";
import type { World } from "#mocks/engine/world.ts";
import { accepted, doneAnswer, found } from "../answer.ts";
import { asIds, cohortOfPath, projectIdOf } from "../path-ids.ts";
import { planIn } from "../plan-in.ts";
import { onlyFields, texts } from "../read-body.ts";
import { bodyOf, worldOf, type App, type Call } from "../visit.ts";
import { nextBoundary } from "../window-boundary.ts";
import { windowFactOf } from "../window-facts.ts";

const REHEARSALS = "/v1/organizations/:organizationId/projects/:projectId/cohorts/:cohortId/rehearsals";
const REHEARSAL = `${REHEARSALS}/:rehearsalId`;

/** How far a rehearsal goes on each time somebody asks for it, in events: some hundredths of a second. */
const EVENTS_AN_ASK = 20_000;
/** More than this many at once are not kept: the oldest is forgotten. */
const KEPT_MAX = 8;

type Kept = { readonly world: World; readonly path: string; readonly run: RehearsalRun };

/**
 * Plans tried out on copies of a cohort's devices. They live in no log: a restart forgets them, and they go on as they
 * are asked for. Source: contract.md, Rehearsals.
 */
export function rehearsalRoutes(app: App): void {
  const kept = new Map<string, Kept>();

  app.post(REHEARSALS, (call) => {
    const [projectId, cohortId] = [projectIdOf(call), cohortOfPath(call).id];
    const fields = onlyFields(bodyOf(call), ["artifactIds", "plan"]);
    const [world, artifactIds, plan] = [worldOf(call), asIds<ArtifactId>(texts(fields, "artifactIds")), planIn(fields)];
    windowFactOf(plan, world.nowMs);
    const id = newId(call);
    const request = { id, projectId, cohortId, artifactIds, ...present({ plan }) };
    const run = accepted(startRehearsal(world, request, nextBoundary));
    const [oldest] = kept.size < KEPT_MAX ? [] : kept.keys();
    if (oldest !== undefined) kept.delete(oldest);
    kept.set(id, { world, path: pathOf(call), run });
    return Response.json(encodeRehearsal(rehearsalValue(run)), { status: 202 });
  });

  app.get(REHEARSAL, (call) => {
    const run = runOf(call);
    advanceRehearsal(run, EVENTS_AN_ASK, nextBoundary);
    return Response.json(encodeRehearsal(rehearsalValue(run)));
  });

  app.delete(REHEARSAL, (call) => {
    kept.delete(runOf(call).id);
    return doneAnswer();
  });

  function runOf(call: Call): RehearsalRun {
    const one = kept.get(call.req.param("rehearsalId") ?? "");
    // One of a world that was reset is of another cohort, whatever its id.
    const isHere = one?.world === worldOf(call) && one.path === pathOf(call);
    return found(isHere ? one.run : undefined, "There is no such rehearsal. Start it again.");
  }
}

function pathOf(call: Call): string {
  return `${projectIdOf(call)}/${cohortOfPath(call).id}`;
}

function newId(call: Call): string {
  const { host, wallMs } = call.env.visit;
  return sha256Hex(new TextEncoder().encode(JSON.stringify(["rehearsal", host.requests, host.logged, wallMs]))).slice(
    0,
    24,
  );
}
