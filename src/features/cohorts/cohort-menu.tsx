import { useState } from "react";
import { useNavigate } from "react-router";
import { useHas } from "#api/capabilities.ts";
import { useWhyNoWrites } from "#api/reachability.ts";
import type { Cohort } from "#domain/cohort.ts";
import { useProjectId } from "#navigation/params.ts";
import { paths } from "#navigation/paths.ts";
import { MenuButton } from "#ui/menu-button.tsx";
import { FreezeDialog } from "./freeze-dialog.tsx";
import { ProtectionDialog } from "./protection-dialog.tsx";
import { RemoveCohortDialog } from "./remove-cohort-dialog.tsx";
import { RenameCohortDialog } from "./rename-cohort-dialog.tsx";
import { removalWords } from "./removal-words.ts";
import { UnfreezeDialog } from "./unfreeze-dialog.tsx";

type Act = "rename" | "freeze" | "unfreeze" | "protection" | "remove";

const dialogs = {
  rename: RenameCohortDialog,
  freeze: FreezeDialog,
  unfreeze: UnfreezeDialog,
  protection: ProtectionDialog,
  remove: RemoveCohortDialog,
} as const;

/** What is seldom done with a cohort. */
export function CohortMenu({ cohort }: { readonly cohort: Cohort }) {
  const projectId = useProjectId();
  const navigate = useNavigate();
  const [open, setOpen] = useState<Act>();
  const disabledReason = useWhyNoWrites();
  const canControl = useHas("control");
  const Dialog = open === undefined ? undefined : dialogs[open];
  const act = (key: Act, label: string) => ({ key, label, disabledReason, onSelect: () => setOpen(key) });
  return (
    <>
      <MenuButton
        label="More about this cohort"
        face="more"
        choices={[
          act("rename", "Rename…"),
          ...(cohort.kind === "dynamic"
            ? [
                {
                  key: "filter",
                  label: "Edit filter",
                  // The page reports what becomes of the way there.
                  onSelect: () => void navigate(paths.cohortFilter(projectId, cohort.id)),
                },
              ]
            : []),
          ...(canControl
            ? [
                cohort.frozen === undefined ? act("freeze", "Freeze…") : act("unfreeze", "Unfreeze…"),
                act("protection", cohort.protected ? "Unprotect…" : "Protect…"),
              ]
            : []),
          act("remove", `${removalWords(cohort).act}…`),
        ]}
      />
      {Dialog === undefined ? null : <Dialog cohort={cohort} onClose={() => setOpen(undefined)} />}
    </>
  );
}
