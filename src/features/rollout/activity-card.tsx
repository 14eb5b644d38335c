import type { AuditEntry } from "#domain/audit-entry.ts";
import { BidiText } from "#ui/bidi-text.tsx";
import { Card } from "#ui/card.tsx";
import { Quiet } from "./quiet.tsx";
import { Timeline } from "#ui/timeline.tsx";
import { activityWords, doerWords, inOrder } from "./activity-words.ts";

type ActivityCardProps = {
  readonly acts: readonly AuditEntry[] | undefined;
  /** Why they could not be read. */
  readonly error: string | undefined;
  readonly nowMs: number;
};

/** Who did what to the deployment, people and rules, newest first. */
export function ActivityCard({ acts, error, nowMs }: ActivityCardProps) {
  return (
    <Card title="Activity">
      {acts === undefined ? (
        <Quiet>{error ?? "Reading it…"}</Quiet>
      ) : (
        <Timeline
          label="Acts on this deployment"
          nowMs={nowMs}
          items={inOrder(acts).map((entry, index) => ({
            key: String(entry.position),
            label: activityWords(entry),
            atMs: entry.atMs,
            ...(entry.act === "halt" ? { tone: "failed" as const } : index === 0 ? { tone: "accent" as const } : {}),
            note: (
              <>
                <BidiText text={doerWords(entry)} maxLength={80} />
                {entry.reason === undefined ? null : (
                  <>
                    : <BidiText text={entry.reason} maxLength={1_000} />
                  </>
                )}
              </>
            ),
          }))}
        />
      )}
    </Card>
  );
}
