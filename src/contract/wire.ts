import type { components } from "./wire.gen.ts";

/** A body as it travels, by its name in openapi.yaml, e.g. `Wire<"Deployment">`. */
export type Wire<Name extends keyof components["schemas"]> = components["schemas"][Name];
