import type { Cohort } from "#domain/cohort.ts";
import { countText, devicesText } from "#domain/counts.ts";
import type { Impact } from "#domain/impact.ts";
import type { Words } from "./words.ts";

/** One line of "What will happen": when or what, and the sentence. */
export type Happening = { readonly term: string; readonly words: Words };

/**
 * What a start would do, as far as it is known: without an impact only who it is for, with one how many devices are
 * offered it, which are away and how much is sent. The plan is "all at once": it has one phase and no halt rule.
 */
export function happeningsOf({
  cohort,
  impact,
  bytesText,
}: {
  readonly cohort: Cohort;
  readonly impact: Impact | undefined;
  readonly bytesText: (bytes: number) => string;
}): readonly Happening[] {
  return [
    { term: "Now", words: impact === undefined ? nowUnmeasured(cohort.deviceCount) : nowMeasured(impact) },
    ...(impact === undefined || impact.overall.offline === 0
      ? []
      : [{ term: "Offline now", words: offlineWords(impact) }]),
    { term: "Later", words: ["Every device that joins the cohort gets it too."] },
    ...(impact === undefined ? [] : [{ term: "Transfer", words: transferWords(impact.transferBytes, bytesText) }]),
    ...supersedes(cohort, impact),
    { term: "Halts by itself", words: ["Never: it goes to all devices at once. You can cancel the rest at any time."] },
  ];
}

function nowUnmeasured(deviceCount: number): Words {
  if (deviceCount === 0) return ["Nothing yet: the cohort has no devices."];
  return ["Offered to ", { strong: devicesText(deviceCount) }, " as each connects."];
}

function nowMeasured({ devices, overall }: Impact): Words {
  if (devices === 0) return ["Nothing yet: the cohort has no enabled devices."];
  const offered = devices - overall.alreadyThere - overall.incompatible;
  if (offered === 0 && overall.alreadyThere === devices)
    return [
      "Nothing to install: ",
      { strong: devices === 1 ? "the device" : `all ${devicesText(devices)}` },
      devices === 1 ? " reports it already." : " report it already.",
    ];
  if (offered === devices)
    return [
      "Offered to ",
      { strong: devices === 1 ? "the 1 device" : `all ${devicesText(devices)}` },
      " as each connects.",
    ];
  return ["Offered to ", { strong: countText(offered) }, ` of ${devicesText(devices)} as each connects.`];
}

/** Nobody counts which of the offline devices have it already, so only where none has are all of them promised it. */
function offlineWords({ devices, overall }: Impact): Words {
  const { offline, alreadyThere, incompatible } = overall;
  const away: Words = [{ strong: devicesText(offline) }];
  if (alreadyThere === devices) return [...away, ", nothing to install there either."];
  if (alreadyThere + incompatible > 0) return [...away, "; those that need it are offered it when they return."];
  return [...away, offline === 1 ? ", offered when it returns." : ", offered when they return."];
}

function transferWords(bytes: number, bytesText: (bytes: number) => string): Words {
  return bytes === 0 ? ["Nothing to download."] : [{ strong: bytesText(bytes) }, " in all."];
}

function supersedes({ activeDeployment }: Cohort, impact: Impact | undefined): readonly Happening[] {
  if (activeDeployment === undefined) return [];
  if (activeDeployment.settled || (impact !== undefined && impact.busy === 0))
    return [{ term: "Replaces", words: [{ name: activeDeployment.name }, "."] }];
  return [{ term: "Replaces", words: [{ name: activeDeployment.name }, ", which is still under way."] }];
}
