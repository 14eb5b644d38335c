import styled from "@emotion/styled";
import type { Impact } from "#domain/impact.ts";
import { BidiText } from "#ui/bidi-text.tsx";
import { ChangeMark } from "#ui/change-mark.tsx";
import { ink } from "#ui/theme/tokens.ts";
import { VersionStep, VersionText } from "#ui/version-text.tsx";
import { ImpactFigures } from "./impact-figures.tsx";
import { changesText, type ReviewPlan } from "./review-plan.ts";

type ChangeSummaryProps = {
  readonly name: string;
  readonly plan: ReviewPlan;
  readonly impact: Impact | undefined;
};

/** The deployment in brief: its name, each package that moves, and how many devices go which way. */
export function ChangeSummary({ name, plan, impact }: ChangeSummaryProps) {
  return (
    <Summary>
      <p>
        {name.trim() === "" ? (
          "This deployment"
        ) : (
          <>
            “<BidiText text={name.trim()} maxLength={100} />”
          </>
        )}{" "}
        {changesText(plan)}.
      </p>
      <ul className="changes">
        {plan.changed.map(({ change }) => (
          <li key={change.packageId}>
            <ChangeMark change={change.kind} />
            <span className="name">{change.packageId}</span>
            {change.kind === "removed" ? (
              <VersionText version={change.from} look="struck" />
            ) : (
              <VersionStep to={change.to} from={change.kind === "added" ? undefined : change.from} />
            )}
          </li>
        ))}
      </ul>
      {impact === undefined ? null : <ImpactFigures numbers={impact.overall} />}
    </Summary>
  );
}

const Summary = styled.div({
  display: "grid",
  gap: 8,
  marginBottom: 12,
  paddingBottom: 12,
  borderBottom: `1px solid ${ink.line}`,
  fontSize: 13,
  overflowWrap: "anywhere",
  "& > .changes:empty": { display: "none" },
  "& > .changes > li": { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "0 8px" },
  "& .name": { fontWeight: 500 },
});
