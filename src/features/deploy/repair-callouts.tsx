import { Callout } from "#ui/callout.tsx";
import type { DeployContext } from "./deploy-context.ts";
import { repairWords } from "./draft-repair.ts";
import { originOf } from "./draft.ts";
import { WordsText } from "./words-text.tsx";
import type { Words } from "./words.ts";

/** What happened to the draft since it was begun, and whether it is a rollback. */
export function RepairCallouts({ deploy }: { readonly deploy: DeployContext }) {
  const { draft, repairs, around, goalName } = deploy;
  return (
    <>
      {repairs.map((repair) => (
        <Callout key={JSON.stringify(repair)} tone="caution">
          <WordsText words={repairWords(repair, around.active?.name)} />
        </Callout>
      ))}
      {draft.rollback === undefined || goalName === undefined ? null : (
        <Callout tone="info">
          <WordsText words={rollbackWords(goalName, originOf(draft) !== undefined, around.active?.name)} />
        </Callout>
      )}
    </>
  );
}

function rollbackWords(goalName: string, exact: boolean, activeName: string | undefined): Words {
  if (!exact)
    return ["The packages differ from those of ", { name: goalName }, ": this is an ordinary deployment now."];
  const what: Words = [{ strong: "Rollback" }, ": a new deployment with the packages of ", { name: goalName }];
  return activeName === undefined ? [...what, "."] : [...what, ", in place of ", { name: activeName }, "."];
}
