import { lazy } from "react";

/** Parts of composing a deployment that most deployments are started without. */
export const PlanOptions = lazy(async () => ({ default: (await loadPlanOptions()).PlanOptions }));
export const UploadDialog = lazy(async () => ({ default: (await loadUploadDialog()).UploadDialog }));

/** Fetches all of them ahead, so that they open without a network. */
export async function loadDeployParts(): Promise<void> {
  await Promise.all([loadPlanOptions(), loadUploadDialog()]);
}

function loadPlanOptions() {
  return import("./plan-options.tsx");
}

function loadUploadDialog() {
  return import("./upload-dialog.tsx");
}
