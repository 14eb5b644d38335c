import { assertNever } from "#lib/assert.ts";
import { countText, devicesText } from "#domain/counts.ts";
import type { ImpactChange } from "#domain/impact.ts";
import type { Words } from "./words.ts";

/** What moved between a review and its start, as a sentence. */
export function staleChangeWords(change: ImpactChange): Words {
  switch (change.kind) {
    case "membership":
      return change.before === change.after
        ? ["Other devices are in the cohort; there are still ", { strong: devicesText(change.after) }, "."]
        : [
            "The cohort had ",
            { strong: devicesText(change.before) },
            " and has ",
            { strong: countText(change.after) },
            " now.",
          ];
    case "active-deployment":
      return [{ name: change.name }, " was started meanwhile and is the active deployment."];
    case "artifacts":
      return ["Artifacts changed for ", ...listed(change.packages), "."];
    case "frozen":
      return ["The cohort was frozen: ", { name: change.reason }, "."];
    case "plan":
      return ["The plan is another than the one that was reviewed."];
    default:
      return assertNever(change, "change since the review");
  }
}

function listed(packages: readonly string[]): Words {
  return packages.flatMap((name, index): Words => {
    const joint = index === 0 ? "" : index === packages.length - 1 ? " and " : ", ";
    return joint === "" ? [{ strong: name }] : [joint, { strong: name }];
  });
}
