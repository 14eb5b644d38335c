import { useState } from "react";
import { useWhyNoWrites } from "#api/reachability.ts";
import type { Scope } from "#domain/ids.ts";
import { Button } from "#ui/button.tsx";
import { MenuButton } from "#ui/menu-button.tsx";
import { CohortDialog } from "./cohort-dialog.tsx";
import { DeleteDeviceDialog } from "./delete-device-dialog.tsx";
import { EnableDialog } from "./enable-dialog.tsx";
import { LeaveDialog } from "./leave-dialog.tsx";
import type { DeviceView } from "./use-device.ts";

/** What is done with a device. */
export function DeviceActs({ scope, view }: { readonly scope: Scope; readonly view: DeviceView }) {
  const [open, setOpen] = useState<"enable" | "move" | "leave" | "delete">();
  const cutOff = useWhyNoWrites();
  const close = () => setOpen(undefined);
  const { device, cohort } = view;
  const dialog = { scope, view, onClose: close };
  return (
    <>
      <MenuButton
        label="More about this device"
        face="more"
        choices={[
          {
            key: "leave",
            label: "Remove from cohort…",
            onSelect: () => setOpen("leave"),
            disabledReason: stays(device.cohortId !== undefined, cohort?.kind === "dynamic") ?? cutOff,
          },
          { key: "delete", label: "Delete device…", onSelect: () => setOpen("delete"), disabledReason: cutOff },
        ]}
      />
      <Button disabledReason={cutOff} onClick={() => setOpen("enable")}>
        {device.enabled ? "Disable…" : "Enable…"}
      </Button>
      <Button disabledReason={cutOff} onClick={() => setOpen("move")}>
        {device.cohortId === undefined ? "Add to cohort…" : "Move to cohort…"}
      </Button>
      {open === "enable" ? <EnableDialog {...dialog} /> : null}
      {open === "move" ? <CohortDialog {...dialog} /> : null}
      {open === "leave" ? <LeaveDialog {...dialog} /> : null}
      {open === "delete" ? <DeleteDeviceDialog {...dialog} /> : null}
    </>
  );
}

/** Why the device cannot be taken out of its cohort. */
function stays(inCohort: boolean, dynamic: boolean): string | undefined {
  if (!inCohort) return "It is in no cohort.";
  return dynamic ? "Its cohort takes devices by their tags and blueprint. Change those instead." : undefined;
}
