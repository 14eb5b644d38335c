import type { Cohort } from "#domain/cohort.ts";
import { sameComposition } from "#domain/composition.ts";
import { countText, devicesText } from "#domain/counts.ts";
import { isNameTaken } from "#domain/deployment-name.ts";
import type { Deployment } from "#domain/deployment.ts";
import type { Impact, PackageImpact } from "#domain/impact.ts";
import { activeComposition, type DeployDraft } from "./draft.ts";
import type { Words } from "./words.ts";

/** Something worth a second look before the start. None of them refuses it. */
export type Callout = {
  readonly id: string;
  readonly tone: "caution" | "info";
  readonly words: Words;
  /** Sentences beneath, one a line. */
  readonly list?: readonly string[];
};

/** All that the review has to say besides the plain numbers, the gravest first. */
export function calloutsOf({
  draft,
  cohort,
  active,
  impact,
  takenNames,
}: {
  readonly draft: DeployDraft;
  readonly cohort: Cohort;
  readonly active: Deployment | undefined;
  readonly impact: Impact | undefined;
  readonly takenNames: readonly string[];
}): readonly Callout[] {
  const found = [
    ...(cohort.frozen === undefined
      ? []
      : [caution("frozen", frozenWords(cohort.frozen.reason, draft.plan.start === "now"))]),
    ...(draft.plan.targeting === "chosen" ? [info("chosen", chosenWords(draft.plan.devices.length))] : []),
    ...(impact === undefined ? [] : deviceCallouts(impact, active)),
    ...(active !== undefined && sameComposition(draft.picks, activeComposition(active))
      ? [caution("same", [{ strong: "Nothing changes: " }, { name: active.name }, " deploys exactly this already."])]
      : []),
    ...(cohort.deviceCount === 0
      ? [
          caution("no-devices", [
            { strong: "This cohort has no devices yet." },
            " Devices that join it get this deployment.",
          ]),
        ]
      : []),
    ...(isNameTaken(draft.name, takenNames)
      ? [
          caution("name", [
            { strong: "The name was used before: " },
            "this cohort has a deployment ",
            { name: draft.name.trim() },
            ".",
          ]),
        ]
      : []),
  ];
  return found.toSorted((a, b) => TONES.indexOf(a.tone) - TONES.indexOf(b.tone));
}

const TONES: readonly Callout["tone"][] = ["caution", "info"];

function deviceCallouts(impact: Impact, active: Deployment | undefined): readonly Callout[] {
  return [
    ...impact.packages.filter(({ numbers }) => numbers.downgrade > 0).map(downgradeCallout),
    ...impact.packages.filter(({ numbers }) => numbers.incompatible > 0).map(incompatibleCallout),
    ...(impact.busy > 0 && active !== undefined ? [caution("busy", busyWords(impact.busy, active.name))] : []),
    ...(impact.warnings.length === 0 ? [] : [stockCallout(impact.warnings)]),
    ...(impact.disabled > 0 ? [info("disabled", disabledWords(impact.disabled))] : []),
  ];
}

function downgradeCallout({ packageId, version, numbers, downgradeFrom }: PackageImpact): Callout {
  return caution(`downgrade ${packageId}`, [
    { strong: `${devicesText(numbers.downgrade)} would go back` },
    ` to ${packageId} ${version}${fromVersions(downgradeFrom)}.`,
  ]);
}

function incompatibleCallout({ packageId, version, numbers }: PackageImpact): Callout {
  const one = numbers.incompatible === 1;
  return caution(`incompatible ${packageId}`, [
    { strong: `${devicesText(numbers.incompatible)} ${one ? "has" : "have"} no artifact that fits` },
    ` of ${packageId} ${version}, and will be marked “no artifact”.`,
  ]);
}

/** Every deployment of several packages has some, so they stand together and below what the fleet itself says. */
function stockCallout(warnings: readonly string[]): Callout {
  const words: Words = [{ strong: "Devices that run stock code" }, " have limits that this deployment touches:"];
  return { id: "stock", tone: "info", words, list: warnings };
}

/** " from 2.5.0-rc", or which versions and how many of each. */
export function fromVersions(downgradeFrom: PackageImpact["downgradeFrom"]): string {
  const [only, ...others] = downgradeFrom;
  if (only === undefined) return "";
  if (others.length === 0) return ` from ${only.version}`;
  return ` from ${downgradeFrom.map(({ version, count }) => `${version} (${countText(count)})`).join(", ")}`;
}

function frozenWords(reason: string, now: boolean): Words {
  const meaning = now ? " and takes no start: " : ", and nothing is offered before it thaws: ";
  return [{ strong: "The cohort is frozen" }, meaning, { name: reason }, "."];
}

function chosenWords(devices: number): Words {
  return [
    {
      strong: `Only ${devices === 1 ? "the chosen device gets" : `the ${countText(devices)} chosen devices get`} it. `,
    },
    "All other numbers here are of the whole cohort.",
  ];
}

function busyWords(busy: number, activeName: string): Words {
  const one = busy === 1;
  return [
    { strong: `${devicesText(busy)} ${one ? "is" : "are"} still busy` },
    " with ",
    { name: activeName },
    `. What ${one ? "it has" : "they have"} begun to install is finished first, the rest is superseded.`,
  ];
}

function disabledWords(disabled: number): Words {
  return [
    { strong: devicesText(disabled) },
    disabled === 1 ? " of the cohort is disabled and takes no part." : " of the cohort are disabled and take no part.",
  ];
}

function caution(id: string, words: Words): Callout {
  return { id, tone: "caution", words };
}

function info(id: string, words: Words): Callout {
  return { id, tone: "info", words };
}
