import styled from "@emotion/styled";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useController, useForm } from "react-hook-form";
import type { LoaderFunctionArgs } from "react-router";
import { blueprintQueries } from "#api/blueprints.ts";
import { cohortQueries } from "#api/cohorts.ts";
import { deploymentQueries } from "#api/deployments.ts";
import { packageQueries } from "#api/packages.ts";
import { queryClient } from "#api/query-client.ts";
import { useWhyNoWrites } from "#api/reachability.ts";
import { scopeOf, useScope } from "#api/scope.ts";
import { tagQueries } from "#api/tags.ts";
import type { Cohort, CohortFilter } from "#domain/cohort.ts";
import type { Scope } from "#domain/ids.ts";
import { PageNotFound } from "#navigation/page-not-found.ts";
import { cohortIdOf, projectIdOf, useCohortId, useProjectId } from "#navigation/params.ts";
import { paths } from "#navigation/paths.ts";
import { Card, Stack, WithAside } from "#ui/card.tsx";
import { Page } from "#ui/page.tsx";
import { ink } from "#ui/theme/tokens.ts";
import { ChangeCard } from "./change-card.tsx";
import { filterProblem, isSameFilter, NO_TAGS_NO_BLUEPRINTS } from "./cohort-draft.ts";
import { ConfirmFilterDialog } from "./confirm-filter-dialog.tsx";
import { FilterFields } from "./filter-fields.tsx";
import { FilterPreviewCard } from "./filter-preview-card.tsx";
import { FormBar } from "./form-bar.tsx";
import { LiveCount } from "./live-count.tsx";
import { useFilterPreview } from "./use-filter-preview.ts";
import { useFleet } from "./use-fleet.ts";
import { useSaveFilter } from "./use-save-filter.ts";

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
  const save = useSaveFilter(scope, cohort);
  const [confirming, setConfirming] = useState<CohortFilter>();
  const form = useFilterForm(saved);
  const preview = useFilterPreview(scope, form.filter.value, cohort.id);
  const cutOff = useWhyNoWrites();
  const unchanged = isSameFilter(form.filter.value, saved) ? "The filter is as it was." : undefined;
  const change = preview.data?.change;
  const submit = form.handleSubmit(({ filter }) => (cohort.protected ? setConfirming(filter) : save.send(filter)));
  return (
    <Page
      title={`Filter of ${cohort.name}`}
      breadcrumb={[
        { label: "Cohorts", to: paths.cohorts(scope.projectId) },
        { label: cohort.name, to: paths.cohort(scope.projectId, cohort.id) },
      ]}
    >
      {/* What is wrong is shown by the fields. */}
      <form noValidate aria-label="Filter" onSubmit={(event) => void submit(event)}>
        <WithAside>
          <Card title="Takes devices with">
            <Stack>
              <FilterFields
                filter={form.filter.value}
                onChange={form.filter.onChange}
                tags={fleet.tags}
                blueprints={fleet.blueprints}
                error={form.error ?? save.refusal}
                firstRef={form.filter.ref}
              />
              <Note>Who was placed in this cohort by hand stays in it, whatever the filter says.</Note>
            </Stack>
          </Card>
          <aside aria-label="What the filter does">
            <Stack>
              {unchanged === undefined && change !== undefined ? (
                <ChangeCard cohort={cohort} fleet={fleet} change={change} />
              ) : null}
              <FilterPreviewCard
                title="What it would hold"
                query={preview}
                onClear={form.clear}
                deviceCount={cohort.deviceCount}
              />
            </Stack>
          </aside>
        </WithAside>
        <FormBar
          back={paths.cohortDevices(scope.projectId, cohort.id)}
          note={unchanged ?? <LiveCount query={preview} otherwise="Takes effect when it is saved." />}
          problem={confirming === undefined ? save.problem : undefined}
          actLabel="Save filter"
          pending={save.pending}
          disabledReason={cutOff ?? unchanged}
        />
      </form>
      {confirming === undefined ? null : (
        <ConfirmFilterDialog
          cohort={cohort}
          change={preview.isPlaceholderData ? undefined : change}
          save={save}
          onConfirm={() => save.send(confirming)}
          onClose={() => setConfirming(undefined)}
        />
      )}
    </Page>
  );
}

function useFilterForm(saved: CohortFilter) {
  const { handleSubmit, control, setFocus, formState } = useForm({ defaultValues: { filter: saved } });
  const { field: filter } = useController({
    control,
    name: "filter",
    rules: { validate: (chosen) => filterProblem(chosen) ?? true },
  });
  const clear = () => {
    filter.onChange(NO_TAGS_NO_BLUEPRINTS);
    // The button that was pressed goes with the numbers.
    setFocus("filter");
  };
  return { handleSubmit, filter, clear, error: formState.errors.filter?.message };
}

/** @throws PageNotFound for a cohort that is manual or archived. */
function requiredFilter({ name, filter, archived }: Cohort): CohortFilter {
  if (archived) throw new PageNotFound(`“${name}” is archived, so its filter takes nobody any more.`);
  if (filter === undefined) throw new PageNotFound(`“${name}” has no filter: its devices are put in by hand.`);
  return filter;
}

const Note = styled.p({ fontSize: 13, color: ink.second });
