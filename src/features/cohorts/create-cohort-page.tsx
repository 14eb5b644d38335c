import styled from "@emotion/styled";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useController, useForm, useWatch } from "react-hook-form";
import { useNavigate } from "react-router";
import type { LoaderFunctionArgs } from "react-router";
import { blueprintQueries } from "#api/blueprints.ts";
import { capabilityQueries, useHas } from "#api/capabilities.ts";
import { useCreateCohort } from "#api/cohorts.ts";
import type { ApiError } from "#api/error.ts";
import { keyedAct, type KeyedAct } from "#api/keyed-act.ts";
import { queryClient } from "#api/query-client.ts";
import { useWhyNoWrites } from "#api/reachability.ts";
import { scopeOf, useScope } from "#api/scope.ts";
import { tagQueries } from "#api/tags.ts";
import type { Scope } from "#domain/ids.ts";
import { nameProblem } from "#domain/name.ts";
import { projectIdOf, useProjectId } from "#navigation/params.ts";
import { paths } from "#navigation/paths.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { ActionBar, Card, Stack, WithAside } from "#ui/card.tsx";
import { ChoiceField } from "#ui/choice-field.tsx";
import { Page } from "#ui/page.tsx";
import { TextField } from "#ui/text-field.tsx";
import { ink } from "#ui/theme/tokens.ts";
import { showToast } from "#ui/toasts.tsx";
import { filterProblem, NO_TAGS_NO_BLUEPRINTS, requestOf, type CohortDraft } from "./cohort-draft.ts";
import { FilterFields } from "./filter-fields.tsx";
import { FilterPreviewCard } from "./filter-preview-card.tsx";
import { LiveCount } from "./live-count.tsx";
import { refusedAt } from "./refused-at.ts";
import { useFilterPreview } from "./use-filter-preview.ts";

export async function loader({ params }: LoaderFunctionArgs) {
  const scope = await scopeOf(projectIdOf(params));
  await Promise.all([
    queryClient.query(capabilityQueries.all()),
    queryClient.query(tagQueries.list(scope)),
    queryClient.query(blueprintQueries.list(scope)),
  ]);
  return null;
}

/** A new cohort: its name, and whether devices are put in by hand or taken by a filter. */
export function Component() {
  const scope = useScope(useProjectId());
  const { data: tags } = useSuspenseQuery(tagQueries.list(scope));
  const { data: blueprints } = useSuspenseQuery(blueprintQueries.list(scope));
  const create = useCreate(scope);
  const { register, handleSubmit, control, setError, setFocus, formState } = useForm<CohortDraft>({
    defaultValues: { name: "", kind: "manual", filter: NO_TAGS_NO_BLUEPRINTS },
  });
  // Before the filter: of two wrong fields the first on the page gets the focus.
  const name = register("name", { validate: (text) => nameProblem(text) ?? true });
  const { field: filter } = useController({
    control,
    name: "filter",
    rules: { validate: (chosen, { kind }) => (kind === "manual" ? true : (filterProblem(chosen) ?? true)) },
  });
  const dynamic = useWatch({ control, name: "kind" }) === "dynamic";
  const preview = useFilterPreview(scope, dynamic ? filter.value : NO_TAGS_NO_BLUEPRINTS);
  const canFilter = useHas("fleet");

  const refuse = ({ failure, message }: ApiError) => {
    const at = refusedAt(failure);
    if (at === undefined) return;
    setError(at, { message });
    setFocus(at);
  };
  const clear = () => {
    filter.onChange(NO_TAGS_NO_BLUEPRINTS);
    // The button that was pressed goes with the numbers.
    setFocus("filter");
  };
  return (
    <Page title="Create cohort" breadcrumb={[{ label: "Cohorts", to: paths.cohorts(scope.projectId) }]}>
      <form
        noValidate
        aria-label="New cohort"
        // What is wrong is shown by the fields.
        onSubmit={(event) => void handleSubmit((draft) => create.send(draft, refuse))(event)}
      >
        <WithAside>
          <Stack>
            <Card>
              <Stack>
                <TextField
                  {...name}
                  label="Name"
                  required
                  help="What its devices have in common, for example “Production EU”."
                  error={formState.errors.name?.message}
                />
                {canFilter ? <ChoiceField {...register("kind")} label="How devices get in" choices={KINDS} /> : null}
              </Stack>
            </Card>
            {dynamic ? (
              <Card title="Filter">
                <Stack>
                  <FilterFields
                    filter={filter.value}
                    onChange={filter.onChange}
                    tags={tags}
                    blueprints={blueprints}
                    error={formState.errors.filter?.message}
                    firstRef={filter.ref}
                  />
                </Stack>
              </Card>
            ) : null}
          </Stack>
          <aside aria-label={dynamic ? "What it would hold" : "What happens next"}>
            {dynamic ? (
              <FilterPreviewCard title="What it would hold" query={preview} onClear={clear} />
            ) : (
              <Card title="What happens next">
                <Next>The cohort is empty at first. On its page you choose its devices.</Next>
              </Card>
            )}
          </aside>
        </WithAside>
        <ActionBar>
          {create.problem === undefined ? null : (
            <Wide>
              <Callout tone="failed" live>
                {create.problem}
              </Callout>
            </Wide>
          )}
          <LinkButton to={paths.cohorts(scope.projectId)}>Cancel</LinkButton>
          <span className="note">
            {dynamic ? (
              <LiveCount query={preview} otherwise="It takes its devices at once, and later ones as they come." />
            ) : (
              "Nothing is deployed to it yet."
            )}
          </span>
          <Button
            key="create"
            type="submit"
            variant="primary"
            pending={create.pending}
            disabledReason={useWhyNoWrites()}
          >
            Create cohort
          </Button>
        </ActionBar>
      </form>
    </Page>
  );
}

const KINDS = [
  { value: "manual", label: "By hand", help: "You put each device in, and take it out." },
  {
    value: "dynamic",
    label: "By a filter",
    help: "Every device with the tags and hardware you name, also those that come later.",
  },
] as const;

/** Makes the cohort once, however often its answer is lost, and goes to it. */
function useCreate(scope: Scope) {
  const create = useCreateCohort(scope);
  const navigate = useNavigate();
  const [last, setLast] = useState<KeyedAct>();
  const refused = create.error !== null && refusedAt(create.error.failure) !== undefined;
  const send = (draft: CohortDraft, onRefused: (error: ApiError) => void) => {
    const body = requestOf(draft);
    // What was refused is asked anew; the reason may be gone.
    const act = keyedAct(refused ? undefined : last, body);
    setLast(act);
    create.mutate(
      { ...body, idempotencyKey: act.idempotencyKey },
      {
        onSuccess: (cohort) => {
          showToast({ tone: "succeeded", text: `Cohort “${cohort.name}” created.` });
          // The page reports what becomes of the way there.
          void navigate(paths.cohort(scope.projectId, cohort.id));
        },
        onError: onRefused,
      },
    );
  };
  return { send, pending: create.isPending, problem: refused ? undefined : create.error?.message };
}

const Next = styled.p({ fontSize: 13, color: ink.second });
const Wide = styled.div({ flex: "1 0 100%", order: -2 });
