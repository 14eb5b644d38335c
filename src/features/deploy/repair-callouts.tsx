import { Callout } from "#ui/callout.tsx";
import type { DeployContext } from "./deploy-context.ts";
import { repairWords } from "./draft-repair.ts";
import { originOf } from "./draft.ts";
import { WordsText } from "./words-text.tsx";
import type { Words } from "./words.ts";

/** What happened to the draft since it was begun, and whether it is a rollback. */
export function RepairCallouts({ deploy }: { readonly deploy: DeployContext }) {
  const { draft, repairs, around } = deploy;
  return (
    <>
      {repairs.map((repair) => (
        <Callout key={JSON.stringify(repair)} tone="caution">
          <WordsText words={repairWords(repair, around.active?.name)} />
        </Callout>
      ))}
      {draft.rollback === undefined ? null : (
        <Callout tone="info">
          <WordsText words={rollbackWords(originOf(draft) !== undefined, around.active?.name)} />
        </Callout>
      )}
    </>
  );
}

function rollbackWords(exact: boolean, activeName: string | undefined): Words {
  if (!exact) return ["The packages differ from those gone back to: this is an ordinary deployment now."];
  return activeName === undefined
    ? ["A rollback: a new deployment with the packages of an earlier one."]
    : ["A rollback: a new deployment with the packages of an earlier one, in place of ", { name: activeName }, "."];
}
