import styled from "@emotion/styled";
import { Link } from "./link.tsx";
import { ink } from "./theme/tokens.ts";

export type Step = { readonly label: string; readonly state: "done" | "current" | "ahead"; readonly to?: string };

/** Where one is in a task of several pages: "1 Compose — 2 Review". */
export function Steps({ label, steps }: { readonly label: string; readonly steps: readonly Step[] }) {
  return (
    <nav aria-label={label}>
      <List>
        {steps.map((step, index) => (
          <li key={step.label} className={step.state} {...(step.state === "current" ? { "aria-current": "step" } : {})}>
            {step.to === undefined || step.state === "current" ? (
              <span>
                {index + 1} {step.label}
              </span>
            ) : (
              <Link to={step.to}>
                {index + 1} {step.label}
              </Link>
            )}
          </li>
        ))}
      </List>
    </nav>
  );
}

const List = styled.ol({
  display: "flex",
  alignItems: "center",
  fontWeight: 500,
  color: ink.third,
  "& > li": { display: "flex", alignItems: "center" },
  "& > li + li::before": { content: '""', width: 40, height: 1, margin: "0 12px", background: ink.strongLine },
  "& > li > *": { padding: "3px 0", borderBottom: "2px solid transparent" },
  "& > .current > span": { color: ink.first, borderColor: ink.accent },
});
