import { formatWhen } from "#ui/format.ts";
import { sizeText } from "./size-text.ts";
import type { VersionChoice } from "./version-choices.ts";

/** One entry of a package's version list. */
export type VersionOption = { readonly value: string; readonly label: string; readonly disabled?: boolean };

/**
 * The entries of a package's version list: version, size, date of upload, and which one is deployed now. A picked
 * version that can no longer be deployed stays in the list, or the list would show another one in its place.
 */
export function versionOptions(
  choices: readonly VersionChoice[],
  {
    picked,
    current,
    nowMs,
  }: { readonly picked: string | undefined; readonly current: string | undefined; readonly nowMs: number },
): readonly VersionOption[] {
  const offered = choices.map((choice) => ({
    value: choice.version,
    label: [
      choice.version === current ? `${choice.version} (current)` : choice.version,
      sizeText(choice.sizeBytes),
      formatWhen(choice.createdAtMs, nowMs),
    ].join(" · "),
  }));
  if (picked === undefined || choices.some(({ version }) => version === picked)) return offered;
  return [{ value: picked, label: `${picked} · no artifact`, disabled: true }, ...offered];
}
