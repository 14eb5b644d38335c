import type { Cohort } from "#domain/cohort.ts";
import { devicesText } from "#domain/counts.ts";

/** How taking `asked` devices out of a cohort ended, of which `moved` went: those that match a filter stay with it. */
export function removedWords(
  { name, kind }: Pick<Cohort, "name" | "kind">,
  moved: number,
  asked: number,
): { readonly tone: "succeeded" | "info"; readonly text: string } {
  const stayed = kind === "dynamic" ? stayText(asked - moved, name) : undefined;
  const removed = `${devicesText(moved)} removed from “${name}”.`;
  if (stayed === undefined) return { tone: "succeeded", text: removed };
  return moved === 0 ? { tone: "info", text: stayed } : { tone: "succeeded", text: `${removed} ${stayed}` };
}

function stayText(count: number, name: string): string | undefined {
  if (count === 0) return undefined;
  return count === 1
    ? `1 device matches the filter of “${name}” and stays.`
    : `${devicesText(count)} match the filter of “${name}” and stay.`;
}
