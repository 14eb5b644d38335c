import { useState } from "react";
import { useWhyNoWrites } from "#api/reachability.ts";
import type { Cohort } from "#domain/cohort.ts";
import { MenuButton } from "#ui/menu-button.tsx";
import { RemoveCohortDialog } from "./remove-cohort-dialog.tsx";
import { RenameCohortDialog } from "./rename-cohort-dialog.tsx";
import { removalWords } from "./removal-words.ts";

/** What is seldom done with a cohort. */
export function CohortMenu({ cohort }: { readonly cohort: Cohort }) {
  const [open, setOpen] = useState<"rename" | "remove">();
  const disabledReason = useWhyNoWrites();
  const close = () => setOpen(undefined);
  return (
    <>
      <MenuButton
        label="More about this cohort"
        face="more"
        choices={[
          { key: "rename", label: "Rename…", disabledReason, onSelect: () => setOpen("rename") },
          { key: "remove", label: `${removalWords(cohort).act}…`, disabledReason, onSelect: () => setOpen("remove") },
        ]}
      />
      {open === "rename" ? <RenameCohortDialog cohort={cohort} onClose={close} /> : null}
      {open === "remove" ? <RemoveCohortDialog cohort={cohort} onClose={close} /> : null}
    </>
  );
}
