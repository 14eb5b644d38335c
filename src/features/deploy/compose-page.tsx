import { Suspense, useState } from "react";
import { useForm, useWatch, type UseFormRegister } from "react-hook-form";
import { useNavigate } from "react-router";
import type { PackageId } from "#domain/ids.ts";
import { nameProblem, notesProblem } from "#domain/name.ts";
import { paths } from "#navigation/paths.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { ActionBar, Card, Stack, WithAside } from "#ui/card.tsx";
import { TextArea, TextField } from "#ui/text-field.tsx";
import { ChangeSummary } from "./change-summary.tsx";
import { useDeploy, type DeployContext } from "./deploy-context.ts";
import { draftSearch } from "./deploy-search.ts";
import { problemsOf, type DraftProblem } from "./draft-problems.ts";
import { activeComposition, withName, withoutPick, withPick, type DeployDraft } from "./draft.ts";
import { UploadDialog } from "./lazy-parts.ts";
import { ADD_PACKAGE_CLASS, PackageList } from "./package-list.tsx";
import { versionFieldName } from "./package-row.tsx";
import { PlanCard } from "./plan-card.tsx";
import { RepairCallouts } from "./repair-callouts.tsx";
import { reviewPlan } from "./review-plan.ts";
import { useDraftImpact } from "./use-draft-impact.ts";
import { WhatWillHappen } from "./what-will-happen.tsx";

/** Step 1: the name, the notes and the packages of the draft. */
export function Component() {
  const deploy = useDeploy();
  const { draft, around, artifacts, cohort, scope, rollbackTo, change } = deploy;
  const navigate = useNavigate();
  const [tried, setTried] = useState(false);
  const [leads, setLeads] = useState(0);
  const [uploading, setUploading] = useState(false);
  const { register, handleSubmit, setValue, setFocus, reset, control } = useForm({
    defaultValues: { name: draft.name, notes: draft.notes },
  });
  const name = useWatch({ control, name: "name" });
  const { impact, counting, error } = useDraftImpact(deploy);

  const problems = problemsOf(draft, artifacts, around.nowMs);
  const shown = tried ? problems : [];
  const refusal = deploy.refusal?.plan === draft.plan ? deploy.refusal : undefined;
  const plan = reviewPlan({
    before: activeComposition(around.active),
    after: draft.picks,
    mainPackageId: around.mainPackageId,
    artifacts,
    impact,
  });

  const replace = (next: DeployDraft) => {
    change(next);
    if (next.name !== name) setValue("name", next.name);
  };
  const pick = (packageId: PackageId, version: string) => replace(withPick(draft, packageId, version, around));
  const next = async () => {
    if (problems.length === 0) await navigate(paths.review(scope.projectId, cohort.id, draftSearch(rollbackTo)));
  };
  const startOver = () => {
    deploy.startOver();
    reset({ name: deploy.fresh.name, notes: deploy.fresh.notes }, { keepFieldsRef: true });
    setTried(false);
    // The button that was pressed goes with the draft.
    setFocus("name");
  };

  return (
    <>
      <form
        noValidate
        onSubmit={(event) => {
          setTried(true);
          // A wrong name or note, which stand before the packages, takes the focus after this.
          focusPackageProblem(event.currentTarget, problems);
          if (problems[0]?.field === "plan") setLeads(leads + 1);
          // Nothing is sent from here: what is wrong is shown by the fields.
          void handleSubmit(next)(event);
        }}
      >
        <WithAside>
          <Stack>
            <RepairCallouts deploy={deploy} />
            <NameAndNotes deploy={deploy} register={register} problems={shown} />
            <PackageList
              deploy={deploy}
              problems={shown}
              onPick={pick}
              onRemove={(packageId) => replace(withoutPick(draft, packageId, around))}
              onUpload={() => setUploading(true)}
            />
            {deploy.takesPlans ? (
              <PlanCard
                deploy={deploy}
                problem={shown.find((problem) => problem.field === "plan") ?? refusal}
                lead={leads}
                onChange={(chosen) => change({ ...draft, plan: chosen })}
              />
            ) : null}
          </Stack>
          <aside>
            <WhatWillHappen deploy={deploy} impact={impact} counting={counting} problem={error?.message}>
              <ChangeSummary name={name} plan={plan} impact={impact} />
            </WhatWillHappen>
          </aside>
        </WithAside>
        <ComposeBar deploy={deploy} onStartOver={startOver} />
      </form>
      {uploading ? (
        <Suspense fallback={null}>
          <UploadDialog
            deploy={deploy}
            onUploaded={({ packageId, version }) => {
              setUploading(false);
              pick(packageId, version);
            }}
            onClose={() => setUploading(false)}
          />
        </Suspense>
      ) : null}
    </>
  );
}

type NameAndNotesProps = {
  readonly deploy: DeployContext;
  readonly register: UseFormRegister<{ name: string; notes: string }>;
  readonly problems: readonly DraftProblem[];
};

function NameAndNotes({ deploy, register, problems }: NameAndNotesProps) {
  const { draft, change } = deploy;
  const errorOf = (field: "name" | "notes") => problems.find((problem) => problem.field === field)?.message;
  return (
    <Card>
      <Stack>
        <TextField
          {...register("name", {
            validate: (text) => nameProblem(text) ?? true,
            onChange: (event) => change(withName(draft, event.target.value)),
          })}
          label="Name"
          required
          error={errorOf("name")}
        />
        <TextArea
          {...register("notes", {
            validate: (text) => notesProblem(text) ?? true,
            onChange: (event) => change({ ...draft, notes: event.target.value }),
          })}
          label="Notes"
          optional
          rows={2}
          error={errorOf("notes")}
        />
      </Stack>
    </Card>
  );
}

type ComposeBarProps = { readonly deploy: DeployContext; readonly onStartOver: () => void };

function ComposeBar({ deploy, onStartOver }: ComposeBarProps) {
  return (
    <ActionBar>
      <LinkButton to={paths.cohort(deploy.scope.projectId, deploy.cohort.id)}>Cancel</LinkButton>
      <span className="note">
        {deploy.touched ? (
          <>
            The draft is kept in this tab.{" "}
            <Button size="small" variant="quiet" onClick={onStartOver}>
              Start over
            </Button>
          </>
        ) : (
          "Nothing is sent before the review."
        )}
      </span>
      <Button key="next" type="submit" variant="primary">
        Next
      </Button>
    </ActionBar>
  );
}

/** Leads the focus to the first package that is wrong, or to the button that adds one. */
function focusPackageProblem(form: HTMLFormElement, problems: readonly DraftProblem[]): void {
  const wrong = problems.find(({ field }) => field === "package" || field === "packages");
  if (wrong === undefined) return;
  const control =
    wrong.field === "package"
      ? form.elements.namedItem(versionFieldName(wrong.packageId))
      : form.querySelector(`.${ADD_PACKAGE_CLASS} button`);
  if (control instanceof HTMLElement) control.focus();
}
