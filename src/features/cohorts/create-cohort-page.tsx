import styled from "@emotion/styled";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { LoaderFunctionArgs } from "react-router";
import { blueprintQueries } from "#api/blueprints.ts";
import { capabilityQueries, useHas } from "#api/capabilities.ts";
import { queryClient } from "#api/query-client.ts";
import { useWhyNoWrites } from "#api/reachability.ts";
import { scopeOf, useScope } from "#api/scope.ts";
import { tagQueries } from "#api/tags.ts";
import type { Scope } from "#domain/ids.ts";
import { projectIdOf, useProjectId } from "#navigation/params.ts";
import { paths } from "#navigation/paths.ts";
import { Card, Stack, WithAside } from "#ui/card.tsx";
import { ChoiceField } from "#ui/choice-field.tsx";
import { Page } from "#ui/page.tsx";
import { TextField } from "#ui/text-field.tsx";
import { ink } from "#ui/theme/tokens.ts";
import { NO_TAGS_NO_BLUEPRINTS } from "./cohort-draft.ts";
import { FilterFields } from "./filter-fields.tsx";
import { FilterPreviewCard } from "./filter-preview-card.tsx";
import { FormBar } from "./form-bar.tsx";
import { LiveCount } from "./live-count.tsx";
import { useCohortForm } from "./use-cohort-form.ts";
import { useCreateAct } from "./use-create-act.ts";
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
  const form = useCohortForm();
  const { isDynamic } = form;
  const create = useCreateAct(scope);
  const preview = useFilterPreview(scope, isDynamic ? form.filter.value : NO_TAGS_NO_BLUEPRINTS);
  const cutOff = useWhyNoWrites();
  return (
    <Page title="Create cohort" breadcrumb={[{ label: "Cohorts", to: paths.cohorts(scope.projectId) }]}>
      <form
        noValidate
        aria-label="New cohort"
        // What is wrong is shown by the fields.
        onSubmit={(event) => void form.handleSubmit((draft) => create.send(draft, form.refuse))(event)}
      >
        <WithAside>
          <Fields scope={scope} form={form} />
          <aside aria-label={isDynamic ? "What it would hold" : "What happens next"}>
            {isDynamic ? (
              <FilterPreviewCard title="What it would hold" query={preview} onClear={form.clearFilter} />
            ) : (
              <Card title="What happens next">
                <Next>The cohort is empty at first. On its page you choose its devices.</Next>
              </Card>
            )}
          </aside>
        </WithAside>
        <FormBar
          back={paths.cohorts(scope.projectId)}
          note={
            isDynamic ? (
              <LiveCount query={preview} otherwise="It takes its devices at once, and later ones as they come." />
            ) : (
              "Nothing is deployed to it yet."
            )
          }
          problem={create.problem}
          actLabel="Create cohort"
          pending={create.pending}
          disabledReason={cutOff}
        />
      </form>
    </Page>
  );
}

type FieldsProps = { readonly scope: Scope; readonly form: ReturnType<typeof useCohortForm> };

function Fields({ scope, form }: FieldsProps) {
  const { data: tags } = useSuspenseQuery(tagQueries.list(scope));
  const { data: blueprints } = useSuspenseQuery(blueprintQueries.list(scope));
  const canFilter = useHas("fleet");
  return (
    <Stack>
      <Card>
        <Stack>
          <TextField
            {...form.name}
            label="Name"
            required
            help="What its devices have in common, for example “Production EU”."
            error={form.nameError}
          />
          {canFilter ? <ChoiceField {...form.kind} label="How devices get in" choices={KINDS} /> : null}
        </Stack>
      </Card>
      {form.isDynamic ? (
        <Card title="Filter">
          <Stack>
            <FilterFields
              filter={form.filter.value}
              onChange={form.filter.onChange}
              tags={tags}
              blueprints={blueprints}
              error={form.filterError}
              firstRef={form.filter.ref}
            />
          </Stack>
        </Card>
      ) : null}
    </Stack>
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

const Next = styled.p({ fontSize: 13, color: ink.second });
