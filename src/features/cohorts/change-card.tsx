import styled from "@emotion/styled";
import type { Cohort } from "#domain/cohort.ts";
import type { FilterChange as Change } from "#domain/filter-preview.ts";
import { Card } from "#ui/card.tsx";
import { ink } from "#ui/theme/tokens.ts";
import { FilterChange } from "./filter-change.tsx";
import { JoinersGet } from "./joiners-get.tsx";
import type { Fleet } from "./use-fleet.ts";

export type ChangeCardProps = { readonly cohort: Cohort; readonly fleet: Fleet; readonly change: Change };

/** Who comes and goes when a filter is changed, and what that means for what is deployed. */
export function ChangeCard({ cohort, fleet, change }: ChangeCardProps) {
  const { joins, leaves } = change;
  const isLanding = cohort.activeDeployment?.settled === false;
  return (
    <Card title="What the change does">
      <Changed>
        <FilterChange change={change} />
        {leaves.count > 0 && isLanding ? (
          <p>Those who go and do not have the deployment that is landing yet are marked Cancelled in it.</p>
        ) : null}
        {joins.count > 0 ? <JoinersGet cohort={cohort} fleet={fleet} count={joins.count} /> : null}
      </Changed>
    </Card>
  );
}

const Changed = styled.div({ display: "grid", gap: 10, fontSize: 13, color: ink.second });
