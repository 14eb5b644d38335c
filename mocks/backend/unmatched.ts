import { refusal, Refusal } from "./refusal.ts";

/** A method and the pattern of its path, as a router lists them. */
export type RoutePattern = { readonly method: string; readonly path: string };

/** Why no route answers a request: the path is unknown (404), or known with other methods only (405 with `Allow`). */
export function unmatchedRefusal(routes: readonly RoutePattern[], path: string): Refusal {
  const allowed = new Set(routes.filter((route) => fits(route.path, path)).map((route) => route.method));
  allowed.delete("ALL");
  if (allowed.size === 0) return refusal("not-found", "There is nothing at this address.");
  if (allowed.has("GET")) allowed.add("HEAD");
  const methods = [...allowed].toSorted().join(", ");
  const problem = { problem: "method-not-allowed", message: `This address answers ${methods} only.` } as const;
  return new Refusal(problem, { allow: methods });
}

function fits(pattern: string, path: string): boolean {
  const wanted = pattern.split("/");
  const given = path.split("/");
  return (
    wanted.length === given.length &&
    !wanted.includes("*") &&
    wanted.every((part, at) => (part.startsWith(":") ? given[at] !== "" : part === given[at]))
  );
}
