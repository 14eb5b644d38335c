import styled from "@emotion/styled";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useController, useForm } from "react-hook-form";
import { useNavigate } from "react-router";
import type { LoaderFunctionArgs } from "react-router";
import { blueprintQueries } from "#api/blueprints.ts";
import { cohortQueries, useUpdateCohort } from "#api/cohorts.ts";
import { deploymentQueries } from "#api/deployments.ts";
import { packageQueries } from "#api/packages.ts";
import { queryClient } from "#api/query-client.ts";
import { useWhyNoWrites } from "#api/reachability.ts";
import { scopeOf, useScope } from "#api/scope.ts";
import { tagQueries } from "#api/tags.ts";
import type { Cohort, CohortFilter } from "#domain/cohort.ts";
import type { FilterPreview } from "#domain/filter-preview.ts";
import type { Scope } from "#domain/ids.ts";
import { PageNotFound } from "#navigation/page-not-found.ts";
import { cohortIdOf, projectIdOf, useCohortId, useProjectId } from "#navigation/params.ts";
import { paths } from "#navigation/paths.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { ConfirmDialog } from "#ui/confirm-dialog.tsx";
import { Callout } from "#ui/callout.tsx";
import { ActionBar, Card, Stack, WithAside } from "#ui/card.tsx";
import { Page } from "#ui/page.tsx";
import { ink } from "#ui/theme/tokens.ts";
import { showToast } from "#ui/toasts.tsx";
import { filterProblem, isSameFilter, NO_TAGS_NO_BLUEPRINTS } from "./cohort-draft.ts";
import { FilterChange } from "./filter-change.tsx";
import { FilterFields } from "./filter-fields.tsx";
import { FilterPreviewCard } from "./filter-preview-card.tsx";
import { JoinersGet } from "./joiners-get.tsx";
import { LiveCount } from "./live-count.tsx";
import { refusedAt } from "./refused-at.ts";
import { useFilterPreview } from "./use-filter-preview.ts";
import { useFleet, type Fleet } from "./use-fleet.ts";

export async function loader({ params }: LoaderFunctionArgs) {
  const [scope, cohortId] = [await scopeOf(projectIdOf(params)), cohortIdOf(params)];
  const [cohort] = await Promise.all([
    queryClient.query(cohortQueries.one(scope, cohortId)),
    queryClient.query(tagQueries.list(scope)),
    queryClient.query(blueprintQueries.list(scope)),
    queryClient.query(packageQueries.list(scope)),
  ]);
  requiredFilter(cohort);
  const { activeDeploymentId } = cohort;
  if (activeDeploymentId !== undefined) {
    await queryClient.query(deploymentQueries.one(scope, cohortId, activeDeploymentId));
  }
  return null;
}

/** The filter of a dynamic cohort, and what a change of it does before it is saved. */
export function Component() {
  const scope = useScope(useProjectId());
  const { data: cohort } = useSuspenseQuery(cohortQueries.one(scope, useCohortId()));
  return <EditFilter key={cohort.id} scope={scope} cohort={cohort} saved={requiredFilter(cohort)} />;
}

type EditFilterProps = { readonly scope: Scope; readonly cohort: Cohort; readonly saved: CohortFilter };

function EditFilter({ scope, cohort, saved }: EditFilterProps) {
  const fleet = useFleet(scope, cohort);
  const save = useSave(scope, cohort);
  const [confirming, setConfirming] = useState<CohortFilter>();
  const { handleSubmit, control, setFocus, formState } = useForm({ defaultValues: { filter: saved } });
  const { field: filter } = useController({
    control,
    name: "filter",
    rules: { validate: (chosen) => filterProblem(chosen) ?? true },
  });
  const preview = useFilterPreview(scope, filter.value, cohort.id);
  const cutOff = useWhyNoWrites();
  const unchanged = isSameFilter(filter.value, saved) ? "The filter is as it was." : undefined;
  const back = paths.cohortDevices(scope.projectId, cohort.id);
  const clear = () => {
    filter.onChange(NO_TAGS_NO_BLUEPRINTS);
    // The button that was pressed goes with the numbers.
    setFocus("filter");
  };
  const submit = ({ filter: chosen }: { readonly filter: CohortFilter }) =>
    cohort.protected ? setConfirming(chosen) : save.send(chosen);
  return (
    <Page
      title={`Filter of ${cohort.name}`}
      breadcrumb={[
        { label: "Cohorts", to: paths.cohorts(scope.projectId) },
        { label: cohort.name, to: paths.cohort(scope.projectId, cohort.id) },
      ]}
    >
      <form
        noValidate
        aria-label="Filter"
        // What is wrong is shown by the fields.
        onSubmit={(event) => void handleSubmit(submit)(event)}
      >
        <WithAside>
          <Card title="Takes devices with">
            <Stack>
              <FilterFields
                filter={filter.value}
                onChange={filter.onChange}
                tags={fleet.tags}
                blueprints={fleet.blueprints}
                error={formState.errors.filter?.message ?? save.refusal}
                firstRef={filter.ref}
              />
              <Note>Who was placed in this cohort by hand stays in it, whatever the filter says.</Note>
            </Stack>
          </Card>
          <aside aria-label="What the filter does">
            <Stack>
              {unchanged === undefined && preview.data !== undefined ? (
                <ChangeCard cohort={cohort} fleet={fleet} preview={preview.data} />
              ) : null}
              <FilterPreviewCard
                title="What it would hold"
                query={preview}
                onClear={clear}
                deviceCount={cohort.deviceCount}
              />
            </Stack>
          </aside>
        </WithAside>
        <ActionBar>
          {save.problem === undefined || confirming !== undefined ? null : (
            <Wide>
              <Callout tone="failed" live>
                {save.problem}
              </Callout>
            </Wide>
          )}
          <LinkButton to={back}>Cancel</LinkButton>
          <span className="note">
            {unchanged ?? <LiveCount query={preview} otherwise="Takes effect when it is saved." />}
          </span>
          <Button
            key="save"
            type="submit"
            variant="primary"
            pending={save.pending}
            disabledReason={cutOff ?? unchanged}
          >
            Save filter
          </Button>
        </ActionBar>
      </form>
      {confirming === undefined ? null : (
        <ConfirmDialog
          open
          title={`Change the filter of ${cohort.name}?`}
          actLabel="Save filter"
          typedName={cohort.name}
          pending={save.pending}
          error={save.refusal ?? save.problem}
          onConfirm={() => save.send(confirming)}
          onClose={() => setConfirming(undefined)}
        >
          <p>The cohort is protected.</p>
          {preview.data?.change === undefined ? null : <FilterChange change={preview.data.change} />}
        </ConfirmDialog>
      )}
    </Page>
  );
}

type ChangeCardProps = { readonly cohort: Cohort; readonly fleet: Fleet; readonly preview: FilterPreview };

/** Who comes and goes, and what that means for what is deployed. */
function ChangeCard({ cohort, fleet, preview: { change } }: ChangeCardProps) {
  if (change === undefined) return null;
  const { joins, leaves } = change;
  const landing = cohort.activeDeployment?.settled === false;
  return (
    <Card title="What the change does">
      <Changed>
        <FilterChange change={change} />
        {leaves.count > 0 && landing ? (
          <p>Those who go and do not have the deployment that is landing yet are marked Cancelled in it.</p>
        ) : null}
        {joins.count > 0 ? <JoinersGet cohort={cohort} fleet={fleet} count={joins.count} /> : null}
      </Changed>
    </Card>
  );
}

/** Saves a filter and goes to the devices that it takes. */
function useSave(scope: Scope, cohort: Cohort) {
  const update = useUpdateCohort(scope);
  const navigate = useNavigate();
  const send = (filter: CohortFilter) =>
    update.mutate(
      { cohortId: cohort.id, filter },
      {
        onSuccess: () => {
          showToast({ tone: "succeeded", text: `The filter of “${cohort.name}” was changed.` });
          // The page reports what becomes of the way there.
          void navigate(paths.cohortDevices(scope.projectId, cohort.id));
        },
      },
    );
  const message = update.error?.message;
  const isRefusal = update.error !== null && refusedAt(update.error.failure) !== undefined;
  return {
    send,
    pending: update.isPending,
    refusal: isRefusal ? message : undefined,
    problem: isRefusal ? undefined : message,
  };
}

/** @throws PageNotFound for a cohort that is manual or archived. */
function requiredFilter({ name, filter, archived }: Cohort): CohortFilter {
  if (archived) throw new PageNotFound(`“${name}” is archived, so its filter takes nobody any more.`);
  if (filter === undefined) throw new PageNotFound(`“${name}” has no filter: its devices are put in by hand.`);
  return filter;
}

const Note = styled.p({ fontSize: 13, color: ink.second });
const Wide = styled.div({ flex: "1 0 100%", order: -2 });
const Changed = styled.div({ display: "grid", gap: 10, fontSize: 13, color: ink.second });
