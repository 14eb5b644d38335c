import { useState } from "react";
import { useHasMore } from "#api/capabilities.ts";
import { useWhyNoWrites } from "#api/reachability.ts";
import type { PackageId } from "#domain/ids.ts";
import { MenuButton } from "#ui/menu-button.tsx";
import { DeletePackageDialog } from "./delete-package-dialog.tsx";
import { DescribeDialog } from "./describe-dialog.tsx";
import { MainDialog } from "./main-dialog.tsx";
import type { PackageSummary } from "./package-summary.ts";
import { packageKeptReason } from "./package-words.ts";

export type PackageMenuProps = { readonly summary: PackageSummary; readonly mainNow: PackageId | undefined };

/** What is seldom done with a package. */
export function PackageMenu({ summary, mainNow }: PackageMenuProps) {
  const [open, setOpen] = useState<"describe" | "main" | "delete">();
  const cutOff = useWhyNoWrites();
  const marksMain = useHasMore();
  const close = () => setOpen(undefined);
  const { about } = summary;
  return (
    <>
      <MenuButton
        label="More about this package"
        face="more"
        choices={[
          { key: "describe", label: "Edit description…", onSelect: () => setOpen("describe"), disabledReason: cutOff },
          ...(marksMain
            ? [
                {
                  key: "main",
                  label: "Mark as main…",
                  onSelect: () => setOpen("main"),
                  disabledReason: about.main ? "It is the main package." : cutOff,
                },
              ]
            : []),
          {
            key: "delete",
            label: "Delete package…",
            onSelect: () => setOpen("delete"),
            disabledReason: packageKeptReason(summary) ?? cutOff,
          },
        ]}
      />
      {open === "describe" ? <DescribeDialog about={about} onClose={close} /> : null}
      {open === "main" ? <MainDialog about={about} mainNow={mainNow} onClose={close} /> : null}
      {open === "delete" ? <DeletePackageDialog about={about} onClose={close} /> : null}
    </>
  );
}
