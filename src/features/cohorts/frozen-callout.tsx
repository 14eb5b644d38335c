import { useEffect, useState } from "react";
import { worldNowMs } from "#api/client.ts";
import { useWhyNoWrites } from "#api/reachability.ts";
import type { Cohort } from "#domain/cohort.ts";
import { BidiText } from "#ui/bidi-text.tsx";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { focusHeading } from "#ui/focus-heading.ts";
import { formatClockDay } from "#ui/format.ts";
import { LiveTime } from "#ui/live-time.tsx";
import { UnfreezeDialog } from "./unfreeze-dialog.tsx";

/** Says of a frozen cohort why it is, until when, and what that means; nothing of one that is not. */
export function FrozenCallout({ cohort }: { readonly cohort: Cohort }) {
  const [open, setOpen] = useState(false);
  const [thaws, setThaws] = useState(0);
  const cutOff = useWhyNoWrites();
  const { frozen, archived } = cohort;

  // The button that opened the dialog goes with what it ended.
  useEffect(() => {
    if (thaws > 0) focusHeading();
  }, [thaws]);

  const act = (
    <Button size="small" disabledReason={cutOff} onClick={() => setOpen(true)}>
      Unfreeze…
    </Button>
  );
  return (
    <>
      {frozen === undefined ? null : (
        <Callout tone="caution" title={<Until {...frozen} />} {...(archived ? {} : { actions: act })}>
          <BidiText text={frozen.reason} maxLength={1_000} />
          <br />
          Nothing can be started, and no device is offered anything. Devices that are updating go on.
        </Callout>
      )}
      {open ? (
        <UnfreezeDialog cohort={cohort} onDone={() => setThaws((count) => count + 1)} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}

function Until({ untilMs }: NonNullable<Cohort["frozen"]>) {
  if (untilMs === undefined) return "Frozen until somebody unfreezes it.";
  return (
    <>
      Frozen until {formatClockDay(untilMs)} (<LiveTime form="age" atMs={untilMs} readMs={worldNowMs} />
      ).
    </>
  );
}
