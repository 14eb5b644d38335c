import { useState, type SyntheticEvent } from "react";
import { useForm, useWatch } from "react-hook-form";
import { useNavigate } from "react-router";
import type { PackageId } from "#domain/ids.ts";
import { paths } from "#navigation/paths.ts";
import type { DeployContext } from "./deploy-context.ts";
import { draftSearch } from "./deploy-search.ts";
import { problemsOf, type DraftProblem } from "./draft-problems.ts";
import { withoutPick, withPick, type DeployDraft } from "./draft.ts";
import { ADD_PACKAGE_CLASS } from "./package-list.tsx";
import { versionFieldName } from "./package-row.tsx";

/** The form of step 1: what is typed and picked goes into the draft at once; what is wrong shows after the first try. */
export function useComposeForm(deploy: DeployContext) {
  const { draft, around, artifacts, cohort, scope, rollbackTo, change } = deploy;
  const navigate = useNavigate();
  const [tried, setTried] = useState(false);
  const [leads, setLeads] = useState(0);
  const { register, handleSubmit, setValue, setFocus, reset, control } = useForm({
    defaultValues: { name: draft.name, notes: draft.notes },
  });
  const name = useWatch({ control, name: "name" });
  const problems = problemsOf(draft, artifacts, around.nowMs);

  const replace = (next: DeployDraft) => {
    change(next);
    if (next.name !== name) setValue("name", next.name);
  };
  const next = async () => {
    if (problems.length === 0) await navigate(paths.review(scope.projectId, cohort.id, draftSearch(rollbackTo)));
  };
  return {
    register,
    name,
    /** What is wrong, once that was tried. */
    problems: tried ? problems : [],
    /** Grows each time the plan is what is wrong first. */
    leads,
    pick: (packageId: PackageId, version: string) => replace(withPick(draft, packageId, version, around)),
    remove: (packageId: PackageId) => replace(withoutPick(draft, packageId, around)),
    submit: (event: SyntheticEvent<HTMLFormElement>) => {
      setTried(true);
      // A wrong name or note, which stand before the packages, takes the focus after this.
      focusPackageProblem(event.currentTarget, problems);
      if (problems[0]?.field === "plan") setLeads(leads + 1);
      // Nothing is sent from here: what is wrong is shown by the fields.
      void handleSubmit(next)(event);
    },
    startOver: () => {
      deploy.startOver();
      reset({ name: deploy.fresh.name, notes: deploy.fresh.notes }, { keepFieldsRef: true });
      setTried(false);
      // The button that was pressed goes with the draft.
      setFocus("name");
    },
  };
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
