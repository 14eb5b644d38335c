import { Suspense, useState } from "react";
import { paths } from "#navigation/paths.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { ActionBar, Stack, WithAside } from "#ui/card.tsx";
import { ChangeSummary } from "./change-summary.tsx";
import { useDeploy, type DeployContext } from "./deploy-context.ts";
import { activeComposition } from "./draft.ts";
import { UploadDialog } from "./lazy-parts.ts";
import { NameAndNotes } from "./name-and-notes.tsx";
import { PackageList } from "./package-list.tsx";
import { PlanCard } from "./plan-card.tsx";
import { RepairCallouts } from "./repair-callouts.tsx";
import { reviewPlan } from "./review-plan.ts";
import { useComposeForm } from "./use-compose-form.ts";
import { useDraftImpact } from "./use-draft-impact.ts";
import { WhatWillHappen } from "./what-will-happen.tsx";

/** Step 1: the name, the notes, the packages and the plan of the draft. */
export function Component() {
  const deploy = useDeploy();
  const { draft, change } = deploy;
  const [uploading, setUploading] = useState(false);
  const form = useComposeForm(deploy);
  const { problems } = form;
  const refusal = deploy.refusal?.plan === draft.plan ? deploy.refusal : undefined;

  return (
    <>
      <form noValidate onSubmit={form.submit}>
        <WithAside>
          <Stack>
            <RepairCallouts deploy={deploy} />
            <NameAndNotes deploy={deploy} register={form.register} problems={problems} />
            <PackageList
              deploy={deploy}
              problems={problems}
              onPick={form.pick}
              onRemove={form.remove}
              onUpload={() => setUploading(true)}
            />
            {deploy.takesPlans ? (
              <PlanCard
                deploy={deploy}
                problem={problems.find((problem) => problem.field === "plan") ?? refusal}
                lead={form.leads}
                onChange={(chosen) => change({ ...draft, plan: chosen })}
              />
            ) : null}
          </Stack>
          <aside>
            <Outlook deploy={deploy} name={form.name} />
          </aside>
        </WithAside>
        <ComposeBar deploy={deploy} onStartOver={form.startOver} />
      </form>
      {uploading ? (
        <Suspense fallback={null}>
          <UploadDialog
            deploy={deploy}
            onUploaded={({ packageId, version }) => {
              setUploading(false);
              form.pick(packageId, version);
            }}
            onClose={() => setUploading(false)}
          />
        </Suspense>
      ) : null}
    </>
  );
}

/** What the draft would do, as far as it is composed; `name` is the one that stands in the form. */
function Outlook({ deploy, name }: { readonly deploy: DeployContext; readonly name: string }) {
  const { draft, around, artifacts } = deploy;
  const { impact, counting, error } = useDraftImpact(deploy);
  const plan = reviewPlan({
    before: activeComposition(around.active),
    after: draft.picks,
    mainPackageId: around.mainPackageId,
    artifacts,
    impact,
  });
  return (
    <WhatWillHappen deploy={deploy} impact={impact} counting={counting} problem={error?.message}>
      <ChangeSummary name={name} plan={plan} impact={impact} />
    </WhatWillHappen>
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
