import { encodeAuditPage } from "#contract/audit.ts";
import { present } from "#contract/present.ts";
import { readAudit } from "#mocks/engine/read-audit.ts";
import { found } from "../answer.ts";
import { projectIdOf } from "../path-ids.ts";
import { instant, MAX_PER_PAGE, wholeNumber, word } from "../read-query.ts";
import { queryOf, worldOf, type App } from "../visit.ts";

/** Who did what to what, when and why. Source: contract.md, Operations (audit). */
export function auditRoutes(app: App): void {
  app.get("/v1/organizations/:organizationId/projects/:projectId/audit", (call) => {
    const query = queryOf(call);
    const asked = present({
      actor: word(query, "actor"),
      object: word(query, "object"),
      sinceMs: instant(query, "since"),
      untilMs: instant(query, "until"),
      before: wholeNumber(query, "before", { least: 1, most: Number.MAX_SAFE_INTEGER }),
    });
    const limit = wholeNumber(query, "limit", { least: 1, most: MAX_PER_PAGE }) ?? MAX_PER_PAGE;
    const page = readAudit(worldOf(call), projectIdOf(call), { ...asked, limit });
    return Response.json(encodeAuditPage(found(page, "project not found")));
  });
}
