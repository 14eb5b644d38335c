import styled from "@emotion/styled";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useNavigate, useNavigation } from "react-router";
import { cohortQueries } from "#api/cohorts.ts";
import { deviceQueries } from "#api/devices.ts";
import { useScope } from "#api/scope.ts";
import { useProjectId } from "#navigation/params.ts";
import { paths } from "#navigation/paths.ts";
import { BidiText } from "#ui/bidi-text.tsx";
import { focusHeading } from "#ui/focus-heading.ts";
import { AddBar } from "./add-bar.tsx";
import { AddConfirmDialog } from "./add-confirm-dialog.tsx";
import { CandidateTable } from "./candidate-table.tsx";
import { CohortFilterField } from "./cohort-filter-field.tsx";
import { deviceNames } from "./device-names.ts";
import { DevicePages } from "./device-pages.tsx";
import { DeviceToolbar } from "./device-toolbar.tsx";
import type { MembersProps } from "./members.tsx";
import { COHORTS_TO_CHOOSE_FROM, devicesQueryOf } from "./members-search.ts";
import { chosenCount } from "./move.ts";
import { useAdding } from "./use-adding.ts";
import { useFleet } from "./use-fleet.ts";

/** Step one of adding devices: find and choose them; step two says what that moves and asks. */
export function AddDevices({ cohort, search, onSearch }: MembersProps) {
  const projectId = useProjectId();
  const scope = useScope(projectId);
  const fleet = useFleet(scope, cohort);
  const { data: cohorts } = useSuspenseQuery(cohortQueries.list(scope, COHORTS_TO_CHOOSE_FROM));
  const query = devicesQueryOf(search, cohort.id);
  const { data: devices, refetch } = useSuspenseQuery(deviceQueries.list(scope, query));
  const { choice, confirming, ...adding } = useAdding({ devices, refetch, filter: query.filter, onSearch });
  const { narrow } = adding;
  const busy = useNavigation().state === "loading";
  const navigate = useNavigate();

  // What had the focus leaves with this view.
  useEffect(() => focusHeading, []);

  const names = deviceNames(fleet.tags, fleet.blueprints, cohorts.list);
  // The page reports what becomes of the way there.
  const leave = () => void navigate(paths.cohortDevices(projectId, cohort.id));
  return (
    <>
      <Heading>
        Add devices to <BidiText text={cohort.name} />
      </Heading>
      <DeviceToolbar
        search={search}
        onSearch={narrow}
        tags={fleet.tags}
        blueprints={fleet.blueprints}
        filters={<CohortFilterField cohorts={cohorts.list} here={cohort.id} search={search} onSearch={narrow} />}
      />
      <CandidateTable
        devices={devices.list}
        total={devices.total}
        choice={choice}
        onPick={adding.pick}
        sort={search.sort}
        onSearch={narrow}
        names={names}
        fleet={fleet}
        here={cohort.id}
        busy={busy}
      />
      <DevicePages search={search} total={devices.total} onSearch={onSearch} />
      <AddBar
        chosen={chosenCount(choice)}
        total={devices.total}
        allChosen={adding.allChosen}
        onChooseAll={adding.chooseAll}
        onChooseNone={adding.chooseNone}
        onCancel={leave}
        onNext={adding.confirm}
      />
      {confirming === undefined ? null : (
        <AddConfirmDialog
          cohort={cohort}
          fleet={fleet}
          names={names}
          confirming={confirming}
          // What it cannot read again it reports in the list.
          onMoved={(before) => void adding.confirmAgain(before)}
          onAdded={leave}
          onClose={adding.stopConfirming}
        />
      )}
    </>
  );
}

const Heading = styled.h2({ marginBottom: 10, overflowWrap: "anywhere" });
