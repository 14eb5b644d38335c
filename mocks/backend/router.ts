import { Hono } from "hono";
import { ARTIFACT_MAX_BYTES } from "#domain/artifact.ts";
import { problemAnswer } from "./answer.ts";
import { JSON_MAX_BYTES } from "./read-body.ts";
import { recordedWrites } from "./recorded-writes.ts";
import { Refusal } from "./refusal.ts";
import { artifactRoutes } from "./routes/artifacts.ts";
import { auditRoutes } from "./routes/audit.ts";
import { blueprintRoutes } from "./routes/blueprints.ts";
import { capabilityRoutes } from "./routes/capabilities.ts";
import { cohortRoutes } from "./routes/cohorts.ts";
import { cohortActRoutes } from "./routes/cohort-acts.ts";
import { controlRoutes } from "./routes/control.ts";
import { deploymentRoutes } from "./routes/deployments.ts";
import { deviceSideRoutes } from "./routes/device-side.ts";
import { deviceRoutes } from "./routes/devices.ts";
import { eventRoutes } from "./routes/events.ts";
import { impactRoutes } from "./routes/impact.ts";
import { memberRoutes } from "./routes/members.ts";
import { otaEventRoutes } from "./routes/ota-events.ts";
import { packageRoutes } from "./routes/packages.ts";
import { projectRoutes } from "./routes/projects.ts";
import { rehearsalRoutes } from "./routes/rehearsals.ts";
import { rolloutRoutes } from "./routes/rollout.ts";
import { tagRoutes } from "./routes/tags.ts";
import { uploadRoutes } from "./routes/uploads.ts";
import { worldRoutes } from "./routes/world.ts";
import { onlyLookingBack } from "./time-travel.ts";
import { unmatchedRefusal } from "./unmatched.ts";
import { CHUNK_BYTES } from "./uploads.ts";
import type { App, AppEnv } from "./visit.ts";

/** Room for the other fields of a body that carries a file, in bytes. */
const AROUND_A_FILE_BYTES = 65_536;
/** A file of the largest size as base64, in bytes. */
const BASE64_FILE_BYTES = Math.ceil(ARTIFACT_MAX_BYTES / 3) * 4 + AROUND_A_FILE_BYTES;
/** More log than a device may send at once; the engine keeps less. */
const LOG_MAX_BYTES = 65_536;

/** Longest address that is read: three times what a page of 100 devices asks for. */
const ADDRESS_MAX_CHARACTERS = 12_000;

const ROUTES: readonly ((app: App) => void)[] = [
  capabilityRoutes,
  worldRoutes,
  projectRoutes,
  deviceRoutes,
  tagRoutes,
  blueprintRoutes,
  packageRoutes,
  artifactRoutes,
  uploadRoutes,
  cohortRoutes,
  cohortActRoutes,
  memberRoutes,
  impactRoutes,
  deploymentRoutes,
  controlRoutes,
  rolloutRoutes,
  eventRoutes,
  auditRoutes,
  rehearsalRoutes,
  otaEventRoutes,
  deviceSideRoutes,
];

/** The backend as one Hono app: every operation of the contract, one file of routes a resource. */
export function createRouter(): App {
  const app: App = new Hono<AppEnv>({ getPath: ({ url }) => new URL(url).pathname });
  app.use(async (call, next) => {
    if (call.req.url.length > ADDRESS_MAX_CHARACTERS) throw addressTooLong();
    const maxBytes = maxBytesOf(call.req.method, call.req.path);
    return maxBytes === undefined ? next() : recordedWrites(maxBytes)(call, next);
  });
  app.use(onlyLookingBack);
  for (const addRoutes of ROUTES) addRoutes(app);
  app.notFound((call) => {
    const { problem, headers } = unmatchedRefusal(app.routes, call.req.path);
    return problemAnswer(problem, headers);
  });
  app.onError((error) => {
    if (error instanceof Refusal) return problemAnswer(error.problem, error.headers);
    // A bug of the mock: its caller is told no more than a real backend would tell, whoever runs it sees where.
    // oxlint-disable-next-line no-console
    console.error(error);
    return problemAnswer({ problem: "internal", message: "The backend failed on this request. Try again." });
  });
  return app;
}

function addressTooLong(): Refusal {
  const message = `An address has at most ${ADDRESS_MAX_CHARACTERS.toLocaleString("en")} characters.`;
  return new Refusal({ problem: "uri-too-long", message });
}

/** How long the body of a request may be; undefined when the request changes nothing and needs no turn. */
function maxBytesOf(method: string, path: string): number | undefined {
  // What a device asks for is part of its story: even its reads go into the log.
  const reads = method === "GET" || method === "HEAD" || method === "OPTIONS";
  if (reads) return path.startsWith("/device/") ? JSON_MAX_BYTES : undefined;
  if (path === "/v1/artifacts") return BASE64_FILE_BYTES;
  if (path.includes("/artifact-uploads/") && path.includes("/chunks/")) return CHUNK_BYTES;
  return path.endsWith("/.u/log") ? LOG_MAX_BYTES : JSON_MAX_BYTES;
}
