import { countText, devicesText } from "#domain/counts.ts";
import { ENDED_WITHOUT_BYTES } from "#domain/ended-from-outside.ts";
import type { Counts } from "#domain/target.ts";

/** Acts that close a deployment for devices it has not updated. */
export type ClosingAct = "cancel" | "complete";

/** What a dialog says before such an act, as sentences with exact counts. */
export type ConfirmText = {
  readonly title: string;
  readonly lines: readonly string[];
  readonly button: string;
  /** So many devices are still pending that the deployment's name is to be typed. */
  readonly typeName: boolean;
};

/** From more pending devices than this the name is typed. Source: look.md, Words. */
const TYPE_NAME_ABOVE = 100;

/** The consequences of an act on every device, with the counts as they are now. */
export function confirmText(act: ClosingAct, counts: Counts): ConfirmText {
  const { pending, succeeded } = counts.buckets;
  return {
    title: act === "cancel" ? "Cancel the rest?" : "Complete this deployment?",
    lines: [
      pendingLine(act, pending),
      onTheWayLine(counts.buckets["in-progress"]),
      doneLine(succeeded),
      "No other device will be offered it.",
    ],
    button: act === "cancel" ? "Cancel the rest" : "Complete deployment",
    typeName: pending > TYPE_NAME_ABOVE,
  };
}

/**
 * What stopping the downloads does to devices that are on their way; absent when none has begun.
 * Only refusing the bytes stops a device: one that has the whole file goes on.
 */
export function stopDownloadsText({ substates, buckets }: Counts): string | undefined {
  const stopped = ENDED_WITHOUT_BYTES.reduce((sum, substate) => sum + (substates[substate] ?? 0), 0);
  const beyond = buckets["in-progress"] - stopped;
  if (stopped === 0) return undefined;
  const rest = beyond === 0 ? "" : ` ${devicesText(beyond)} past the download will still finish.`;
  return `${devicesText(stopped)} without the whole file ${stopped === 1 ? "is" : "are"} aborted.${rest}`;
}

function pendingLine(act: ClosingAct, pending: number): string {
  if (pending === 0) return "No device is pending.";
  const fate = act === "cancel" ? "aborted" : "closed as expired";
  return `${countText(pending)} pending ${pending === 1 ? "device" : "devices"} will be ${fate}.`;
}

function onTheWayLine(inFlight: number): string {
  if (inFlight === 0) return "No device is on its way.";
  return `${countText(inFlight)} in progress may finish.`;
}

function doneLine(succeeded: number): string {
  if (succeeded === 0) return "No device runs the new version yet.";
  return `${countText(succeeded)} done ${succeeded === 1 ? "keeps" : "keep"} the version.`;
}
