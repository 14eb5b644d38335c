import styled from "@emotion/styled";
import { Suspense, useId, useState } from "react";
import { PRESETS } from "#domain/plan.ts";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { ChoiceField } from "#ui/choice-field.tsx";
import { formatClockDay } from "#ui/format.ts";
import { Icon } from "#ui/icon.tsx";
import { SkeletonLine } from "#ui/skeleton.tsx";
import { ink, upTo } from "#ui/theme/tokens.ts";
import type { DeployContext } from "./deploy-context.ts";
import { PLAN_CARD_ID } from "./deploy-search.ts";
import type { PlanChoice, PlanProblem } from "./plan-choice.ts";
import { PlanError } from "./plan-error.tsx";
import { PlanOptions } from "./lazy-parts.ts";
import { PRESET_WORDS, planDifferences } from "./plan-words.ts";

type PlanCardProps = {
  readonly deploy: DeployContext;
  readonly onChange: (plan: PlanChoice) => void;
  readonly problem: PlanProblem | undefined;
  /** Moves each time the focus is to be led to what is wrong here. */
  readonly lead: number;
};

/** How the deployment lands: one of four plans, and what differs from it. */
export function PlanCard({ deploy, onChange, problem, lead }: PlanCardProps) {
  const { plan } = deploy.draft;
  const optionsId = useId();
  const inOptions = problem !== undefined && problem.part !== "plan";
  const [open, setOpen] = useState(inOptions);
  const [led, setLed] = useState(lead);
  if (led !== lead) {
    setLed(lead);
    if (inOptions) setOpen(true);
  }

  return (
    <PlanBox id={PLAN_CARD_ID}>
      <Card title="Plan">
        <ChoiceField
          label="How it reaches the devices"
          name="plan-preset"
          choices={PRESETS.map((preset) => ({ value: preset, ...PRESET_WORDS[preset] }))}
          chosen={plan.preset}
          onChange={({ target }) => {
            const preset = PRESETS.find((known) => known === target.value);
            if (preset !== undefined) onChange({ ...plan, preset });
          }}
        />
        <div className="more">
          <Button
            size="small"
            variant="quiet"
            aria-expanded={open}
            aria-controls={open ? optionsId : undefined}
            onClick={() => setOpen(!open)}
          >
            {open ? "Fewer options" : "More options"}
          </Button>
          {open ? null : <span>{summaryOf(plan)}</span>}
        </div>
        {problem === undefined || (inOptions && open) ? null : (
          <PlanError role="alert">
            <Icon name="warning" size={12} /> {problem.message}
          </PlanError>
        )}
        {open ? (
          <div id={optionsId}>
            <Suspense fallback={<SkeletonLine width={240} />}>
              <PlanOptions deploy={deploy} onChange={onChange} problem={problem} lead={lead} />
            </Suspense>
          </div>
        ) : null}
      </Card>
    </PlanBox>
  );
}

function summaryOf(plan: PlanChoice): string {
  const differences = planDifferences(plan, (atMs) => formatClockDay(atMs));
  return differences.length === 0 ? "Everyone, also who joins later; starts now" : differences.join(" · ");
}

const PlanBox = styled.div({
  scrollMarginTop: 64,
  "& fieldset": { gridTemplateColumns: "repeat(2, minmax(0, 1fr))" },
  "& .more": {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    margin: "10px 0 0 -10px",
    fontSize: 13,
    color: ink.third,
    overflowWrap: "anywhere",
    "& > span": { paddingLeft: 10 },
  },
  [upTo.phone]: { "& fieldset": { gridTemplateColumns: "minmax(0, 1fr)" } },
});
