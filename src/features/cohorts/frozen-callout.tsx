import { useState } from "react";
import { worldNowMs } from "#api/client.ts";
import { useWhyNoWrites } from "#api/reachability.ts";
import type { Cohort } from "#domain/cohort.ts";
import { BidiText } from "#ui/bidi-text.tsx";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { formatClockDay } from "#ui/format.ts";
import { LiveTime } from "#ui/live-time.tsx";
import { UnfreezeDialog } from "./unfreeze-dialog.tsx";

export type FrozenCalloutProps = { readonly cohort: Cohort; readonly frozen: NonNullable<Cohort["frozen"]> };

/** Says that a cohort is frozen, why, until when, and what that means. */
export function FrozenCallout({ cohort, frozen: { reason, untilMs } }: FrozenCalloutProps) {
  const [open, setOpen] = useState(false);
  const cutOff = useWhyNoWrites();
  return (
    <>
      <Callout
        tone="caution"
        title={
          untilMs === undefined ? (
            "Frozen until somebody unfreezes it."
          ) : (
            <>
              Frozen until {formatClockDay(untilMs)} (<LiveTime form="age" atMs={untilMs} readMs={worldNowMs} />
              ).
            </>
          )
        }
        {...(cohort.archived
          ? {}
          : {
              actions: (
                <Button size="small" disabledReason={cutOff} onClick={() => setOpen(true)}>
                  Unfreeze…
                </Button>
              ),
            })}
      >
        <BidiText text={reason} maxLength={1_000} />
        <br />
        Nothing can be started, and no device is offered anything. Devices that are updating go on.
      </Callout>
      {open ? <UnfreezeDialog cohort={cohort} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
