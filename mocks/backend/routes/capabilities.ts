import { encodeActor } from "#contract/actor.ts";
import { encodeCapabilities } from "#contract/capabilities.ts";
import type { Capability } from "#domain/capabilities.ts";
import type { App } from "../visit.ts";

/** What this backend has beyond Golioth's base. */
const HAS: readonly Capability[] = [
  "plans",
  "targets",
  "manifest",
  "control",
  "impact",
  "why",
  "pulse",
  "events",
  "audit",
  "rehearsals",
  "time-travel",
  "uploads",
  "fleet",
  "world",
];

/** What the backend can do, and who asks. */
export function capabilityRoutes(app: App): void {
  app.get("/v1/capabilities", () => Response.json(encodeCapabilities(HAS)));

  app.get("/v1/me", (call) => Response.json(encodeActor({ actor: call.env.visit.actor, roles: ["operator"] })));
}
