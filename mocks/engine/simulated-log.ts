import type { Attempt, Substate } from "#domain/target.ts";
import { batteryPercent } from "./battery.ts";
import { nameOf } from "./device-names.ts";
import { profileOf } from "./device-profile.ts";
import { NONE } from "./fleet.ts";
import { reasonAt } from "./target-columns.ts";
import { reasonOf } from "#domain/reason.ts";
import type { RolloutState } from "./rollout-state.ts";
import { packagesOf } from "./target-value.ts";
import type { World } from "./world.ts";

/**
 * What a simulated device writes about one attempt: lines as the public SDK logs them, made from the steps that were
 * kept, so that a million logs take no room. Far below the 64 KB that an attempt may have.
 */
export function simulatedLog(world: World, rollout: RolloutState, row: number, attempt: Attempt): string {
  const device = rollout.targets.device[row] ?? NONE;
  const packages = packagesOf(world, rollout, row);
  const main = packages.find(({ packageId }) =>
    rollout.components.some(({ about }) => about.main && about.id === packageId),
  );
  const subject = main ?? packages[0];
  const context: LogContext = {
    name: nameOf(world, device),
    sequenceNumber: String(rollout.sequenceNumber ?? ""),
    what: subject === undefined ? "" : `${subject.packageId}@${subject.to}`,
    from: subject?.from ?? "unknown",
    to: subject?.to ?? "unknown",
    reason: reasonOf(reasonAt(rollout.targets, row) ?? 0)?.text ?? "",
  };
  return attempt.steps
    .filter(({ substate }, at, steps) => substate !== steps[at - 1]?.substate)
    .flatMap(({ substate, atMs }) =>
      [...LINES[substate](context), ...(substate === "downloaded" ? chargeLines(world, device, atMs) : [])].map(
        (line) => `[${new Date(atMs).toISOString()}] ${line}\n`,
      ),
    )
    .join("");
}

/** Why a finished download is not installed at once. */
function chargeLines(world: World, device: number, atMs: number): readonly string[] {
  const percent = batteryPercent(world, device, atMs) ?? 100;
  const fromPercent = profileOf(world, device)?.battery?.installsFromPercent ?? 0;
  if (percent >= fromPercent) return [];
  const charge = `battery at ${Math.floor(percent)} %`;
  return [`<wrn> fw_update_sample: ${charge}, waiting for ${fromPercent} % before the update`];
}

type LogContext = {
  readonly name: string;
  readonly sequenceNumber: string;
  readonly what: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
};

const silent = (): readonly string[] => [];

/** What is written on coming to a substate; whoever hears nothing of it writes nothing. */
const LINES: Record<Substate, (context: LogContext) => readonly string[]> = {
  "waiting-phase": silent,
  "waiting-window": silent,
  "waiting-slot": silent,
  "waiting-budget": silent,
  "waiting-offline": silent,
  "waiting-deployment": silent,
  backoff: silent,
  held: silent,
  offered: ({ name, sequenceNumber, from, to }) => [
    `<inf> golioth_coap_client: ${name}: received OTA manifest`,
    `<dbg> golioth_ota: manifest sequence number ${sequenceNumber}`,
    `<inf> golioth_fw_update: current version = ${from}, target version = ${to}`,
  ],
  downloading: ({ what }) => [
    "<inf> golioth_fw_update: state = Downloading",
    `<inf> golioth_fw_update: downloading ${what} from /.u/c/${what}`,
    "<dbg> golioth_fw_update: received block 0",
  ],
  downloaded: ({ what }) => [
    `<inf> golioth_fw_update: ${what}: all blocks received, SHA-256 matches the server`,
    "<inf> golioth_fw_update: state = Downloaded",
  ],
  installing: ({ what }) => [
    "<inf> golioth_fw_update: state = Updating",
    `<inf> golioth_fw_update: requesting upgrade to ${what}`,
    "<inf> fw_update_sample: rebooting in 5 seconds",
  ],
  rebooting: silent,
  verifying: ({ to }) => [
    "*** Booting MCUboot ***",
    "<inf> mcuboot: Image index: 0, Swap type: test",
    `<inf> golioth_fw_update: running version ${to}, image confirmed`,
  ],
  confirming: silent,
  verified: () => ["<inf> golioth_fw_update: state = Idle"],
  "already-installed": () => ["<inf> golioth_fw_update: current version matches target version, nothing to do"],
  rejected: ({ reason }) => [`<err> golioth_fw_update: update refused: ${reason}`],
  "download-failed": ({ reason }) => [
    `<err> golioth_fw_update: download failed: ${reason}`,
    "<inf> golioth_fw_update: awaiting retry",
  ],
  "integrity-failed": () => [
    "<err> golioth_fw_update: SHA-256 of the downloaded image does not match the server's",
    "<inf> golioth_fw_update: awaiting retry",
  ],
  "install-failed": () => [
    "<err> golioth_fw_update: the boot loader refused the image",
    "<inf> golioth_fw_update: state = Idle",
  ],
  reverted: ({ from }) => [
    "*** Booting MCUboot ***",
    "<wrn> mcuboot: Image index: 0, Swap type: revert",
    `<inf> golioth_fw_update: running version ${from}`,
  ],
  "timed-out": silent,
  lost: silent,
  "no-artifact": silent,
  aborted: silent,
  superseded: silent,
  "left-cohort": silent,
  decommissioned: silent,
  expired: silent,
};
