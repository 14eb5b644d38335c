import type { FailedSubstate } from "./life.ts";

/** What one way of failing means to an operator. */
export type FailureText = {
  readonly meaning: string;
  readonly cause: string;
  /** What an operator can safely do next. */
  readonly next: string;
};

/**
 * The text of each failure, for when no reason code says more: stock devices send none for most of them.
 * Source: domain.md, From reports to substates.
 */
export const FAILURES: Readonly<Record<FailedSubstate, FailureText>> = {
  rejected: {
    meaning: "The device refused the update before it downloaded it.",
    cause: "An image that does not suit this hardware, or a name its code cannot read.",
    next: "Open a device to see its reason; deploy a variant that suits it.",
  },
  "download-failed": {
    meaning: "The file did not arrive whole.",
    cause: "Poor coverage, or flash that cannot be written.",
    next: "Wait: devices try again by themselves, less and less often.",
  },
  "integrity-failed": {
    meaning: "The file that arrived is not the file that was announced.",
    cause: "A transfer that went wrong, or flash that is worn.",
    next: "If many devices report it, pause, and deploy the file again from a new upload.",
  },
  "install-failed": {
    meaning: "The device had the file and did not install it.",
    cause: "An image that is not signed for this hardware, or a slot that is too small.",
    next: "Check the signature and the size of the image before you deploy again.",
  },
  reverted: {
    meaning: "The device started the new version and went back to the old one.",
    cause: "The new image crashed, or found no connection, before it was confirmed.",
    next: "Roll back if more than one device did it; it is not tried again by itself.",
  },
  "timed-out": {
    meaning: "The device began and then stood still for too long.",
    cause: "A lost connection in the download, or an installation that hangs.",
    next: "Look at its log, and see whether the device still reports.",
  },
  lost: {
    meaning: "The device rebooted and has not been heard of since.",
    cause: "An image that does not start, or that cannot connect.",
    next: "Pause, then visit one device before you go on.",
  },
  "no-artifact": {
    meaning: "No artifact of the deployment fits the device.",
    cause: "A blueprint or tags for which nothing was uploaded.",
    next: "Upload a variant for this hardware and deploy again.",
  },
};
