/** What is known of one reason code that devices report. */
export type Reason = {
  readonly code: number;
  /** The backend's own words for it. */
  readonly text: string;
  readonly meaning: string;
  readonly cause: string;
  /** What an operator can safely do next. */
  readonly next: string;
};

/** The reason codes 0 to 11, by code. Source: Golioth firmware SDK, `enum golioth_ota_reason`. */
export const REASONS: readonly Reason[] = [
  {
    code: 0,
    text: "ready state",
    meaning: "The device says where it stands; nothing went wrong.",
    cause: "Every ordinary report carries it.",
    next: "Nothing to do.",
  },
  {
    code: 1,
    text: "firmware updated successfully",
    meaning: "The device started the new version.",
    cause: "The first report after a good reboot.",
    next: "Nothing to do.",
  },
  {
    code: 2,
    text: "not enough flash memory for the new firmware package",
    meaning: "The file is larger than the place the device has for it.",
    cause: "An image built for a board with more flash, or one that has grown.",
    next: "Build a smaller image, or make a variant for this blueprint and deploy that.",
  },
  {
    code: 3,
    text: "out of RAM during downloading process",
    meaning: "The device ran out of memory while it downloaded.",
    cause: "The running version leaves too little memory for an update.",
    next: "Restart one device and see whether its next try gets through; if not, ship an update that needs less memory.",
  },
  {
    code: 4,
    text: "connection lost during downloading process",
    meaning: "The connection broke while the file came in.",
    cause: "Poor coverage, or a gateway that went away.",
    next: "Wait: the device tries again by itself.",
  },
  {
    code: 5,
    text: "integrity check failure for new downloaded package",
    meaning: "The file that arrived is not the file that was announced.",
    cause: "A transfer that went wrong, or flash that is worn.",
    next: "Wait for the second try; if many devices report it, pause, and deploy the file again from a new upload.",
  },
  {
    code: 6,
    text: "unsupported package type",
    meaning: "The device does not know this kind of package.",
    cause: "A package that this hardware does not have.",
    next: "Leave the package out of this cohort's deployment, or move the device.",
  },
  {
    code: 7,
    text: "invalid URI",
    meaning: "The device could not read where to fetch the file.",
    cause: "Old device code, or a package or version name that is too long for it.",
    next: "Deploy under a shorter version name.",
  },
  {
    code: 8,
    text: "firmware update failed",
    meaning: "The download did not end well.",
    cause: "Blocks that never came: coverage, or downloads that were stopped.",
    next: "Wait: the device tries again by itself, a minute later and then less and less often.",
  },
  {
    code: 9,
    text: "unsupported protocol",
    meaning: "The device cannot fetch files the way it was told to.",
    cause: "Device code without the protocol in the file's address.",
    next: "Update this hardware through a version that it can fetch.",
  },
  {
    code: 10,
    text: "IO error while trying to store component",
    meaning: "The device could not write the file.",
    cause: "Flash that is worn or locked.",
    next: "Wait: the device tries again by itself. Replace one that keeps failing.",
  },
  {
    code: 11,
    text: "awaiting retry",
    meaning: "The device waits before it tries again by itself.",
    cause: "The download before it failed.",
    next: "Wait: the failure it follows says why.",
  },
];

/** What is known of a code; absent for one that no table knows. */
export function reasonOf(code: number): Reason | undefined {
  return REASONS[code];
}

/** The backend's own words for a code; one that no table knows is its own text. */
export function reasonText(code: number): string {
  return reasonOf(code)?.text ?? `reason ${code}`;
}

/** Whether a code can explain a failure or a wait: 0 and 1 come with reports that tell of no trouble. */
export function explains(code: number): boolean {
  return code > 1;
}
