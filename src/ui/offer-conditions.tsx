import styled from "@emotion/styled";
import type { ReactNode } from "react";
import type { Condition } from "#domain/why-not.ts";
import { Checklist } from "./checklist.tsx";
import { ink } from "./theme/tokens.ts";

export type OfferConditionsProps = {
  readonly conditions: readonly Condition[];
  /** Stands above the list once it is open. */
  readonly children?: ReactNode;
};

/** Everything a device passes before it is offered an update; opens on demand. */
export function OfferConditions({ conditions, children }: OfferConditionsProps) {
  return (
    <Details>
      <summary>All conditions for an offer</summary>
      {children}
      <Checklist
        label="Conditions for an offer, in order"
        items={conditions.map(({ name, sentence, outcome }) => ({ key: name, sentence, outcome }))}
      />
    </Details>
  );
}

const Details = styled.details({
  "& > summary": { minHeight: 24, lineHeight: "24px", color: ink.accent, cursor: "pointer" },
  "&[open] > summary": { marginBottom: 6 },
});
