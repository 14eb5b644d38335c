import type { Plan } from "#domain/plan.ts";
import { Card } from "#ui/card.tsx";
import { KeyValues } from "#ui/key-value.tsx";
import { RelativeTime } from "#ui/relative-time.tsx";
import { planFacts, type PlanFact } from "./plan-facts.ts";

/** How the deployment was told to land; it was copied when it was started and never changes. */
export function PlanCard({ plan, nowMs }: { readonly plan: Plan; readonly nowMs: number }) {
  return (
    <Card title="Plan">
      <KeyValues
        items={planFacts(plan).map((fact) => ({
          key: fact.key,
          value: <FactValue fact={fact} nowMs={nowMs} />,
        }))}
      />
    </Card>
  );
}

function FactValue({ fact, nowMs }: { readonly fact: PlanFact; readonly nowMs: number }) {
  if ("value" in fact) return fact.value;
  if ("atMs" in fact) return <RelativeTime atMs={fact.atMs} nowMs={nowMs} />;
  return (
    <ul>
      {fact.lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
