import styled from "@emotion/styled";
import type { ReactNode } from "react";
import { Button, LinkButton } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { ActionBar } from "#ui/card.tsx";

export type FormBarProps = {
  /** Where *Cancel* leads. */
  readonly back: string;
  readonly note: ReactNode;
  /** Why the last try did not work, when no field says so. */
  readonly problem: string | undefined;
  readonly actLabel: string;
  readonly pending: boolean;
  readonly disabledReason: string | undefined;
};

/** The end of a form that is a page: the way back, the act, and what went wrong with it. */
export function FormBar({ back, note, problem, actLabel, pending, disabledReason }: FormBarProps) {
  return (
    <ActionBar>
      {problem === undefined ? null : (
        <Wide>
          <Callout tone="failed" live>
            {problem}
          </Callout>
        </Wide>
      )}
      <LinkButton to={back}>Cancel</LinkButton>
      <span className="note">{note}</span>
      <Button key="act" type="submit" variant="primary" pending={pending} disabledReason={disabledReason}>
        {actLabel}
      </Button>
    </ActionBar>
  );
}

const Wide = styled.div({ flex: "1 0 100%", order: -2 });
