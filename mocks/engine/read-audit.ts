import type { AuditEntry, AuditPage } from "#domain/audit-entry.ts";
import type { ProjectId } from "#domain/ids.ts";
import type { KeptAct } from "./audit.ts";
import type { AuditQuery } from "./queries.ts";
import type { World } from "./world.ts";

/** Who did what to what in a project, newest first, `limit` at a time. Absent: no such project. */
export function readAudit(world: World, projectId: ProjectId, query: AuditQuery): AuditPage | undefined {
  const audit = world.projectsById.get(projectId)?.audit;
  if (audit === undefined) return undefined;
  const list: AuditEntry[] = [];
  for (let position = Math.min(audit.length, (query.before ?? Infinity) - 1); position > 0; position -= 1) {
    const act = audit[position - 1];
    if (act === undefined || !matches(act, query)) continue;
    // One more than asked for was found: there are older ones.
    if (list.length === query.limit) return { list, before: position + 1 };
    list.push({ position, ...act });
  }
  return { list };
}

function matches({ atMs, by, objects }: KeptAct, { actor, object, sinceMs, untilMs }: AuditQuery): boolean {
  return (
    atMs >= (sinceMs ?? -Infinity) &&
    atMs < (untilMs ?? Infinity) &&
    (actor === undefined || ("actor" in by && by.actor === actor)) &&
    (object === undefined || objects.some(({ id }) => id === object))
  );
}
