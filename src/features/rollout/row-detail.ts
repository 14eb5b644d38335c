import { capitalised } from "#lib/capitalised.ts";
import { explains, reasonText } from "#domain/reason.ts";
import type { Substate, TargetRow } from "#domain/target.ts";

/** What each state of a device means where nothing more is known; empty where the state says it all. */
const DETAILS = {
  "waiting-phase": "Its phase has not opened yet",
  "waiting-window": "Outside the hours of the plan",
  "waiting-slot": "As many devices as allowed are on their way",
  "waiting-budget": "As many devices as allowed are unavailable",
  "waiting-offline": "Gets it when it asks again",
  "waiting-deployment": "",
  backoff: "Is tried again by itself",
  held: "An operator holds it back",
  offered: "Was told, has not begun",
  downloading: "",
  downloaded: "",
  installing: "",
  rebooting: "Silent since it began to install",
  verifying: "Runs the new version",
  confirming: "Runs the new version, has to keep it",
  verified: "",
  "already-installed": "Nothing was sent",
  rejected: "Refused it before the download",
  "download-failed": "The file did not arrive whole",
  "integrity-failed": "The file is not what was announced",
  "install-failed": "Had the file and did not install it",
  reverted: "Booted the old image again",
  "timed-out": "Stood still for too long",
  lost: "Silent since the reboot",
  "no-artifact": "No artifact fits this hardware",
  aborted: "",
  superseded: "A newer deployment took over",
  "left-cohort": "",
  decommissioned: "",
  expired: "The deployment was closed before its turn",
} as const satisfies Record<Substate, string>;

/** The words behind a device's state: what the device said, else what the state means. Empty when there is no more to say. */
export function detailOf({ substate, stuck, reason, rawReason }: TargetRow): string {
  const said = rawReason ?? (reason !== undefined && explains(reason) ? reasonText(reason) : undefined);
  if (said !== undefined) return substate === "backoff" ? `Is tried again after: ${said}` : capitalised(said);
  return stuck ? "Quiet for longer than it should be" : DETAILS[substate];
}
