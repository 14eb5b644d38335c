import styled from "@emotion/styled";
import type { VersionChange } from "#domain/version.ts";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon.tsx";
import { ink } from "./theme/tokens.ts";
import { VisuallyHidden } from "./visually-hidden.tsx";

/** What a deployment does to one package. */
export type ChangeKind = VersionChange | "added" | "removed";

/** Glyph and colour of each change. */
export const changeFaces = {
  added: { icon: "plus", color: ink.accent },
  upgraded: { icon: "up", color: ink.succeeded },
  downgraded: { icon: "down", color: ink.failed },
  changed: { icon: "notEqual", color: ink.caution },
  unchanged: { icon: "dash", color: ink.third },
  removed: { icon: "times", color: ink.second },
} as const satisfies Record<ChangeKind, { readonly icon: IconName; readonly color: string }>;

/** The glyph of a change, with its word: shown, or for assistive technology only. */
export function ChangeMark({
  change,
  words = "hidden",
}: {
  readonly change: ChangeKind;
  readonly words?: "hidden" | "shown";
}) {
  return (
    <Mark data-change={change}>
      <Icon name={changeFaces[change].icon} size={12} />
      {words === "shown" ? change : <VisuallyHidden>{change}</VisuallyHidden>}
    </Mark>
  );
}

const Mark = styled.span({
  display: "inline-flex",
  alignItems: "center",
  gap: 4,
  fontSize: 13,
  fontWeight: 500,
  ...Object.fromEntries(
    Object.entries(changeFaces).map(([change, { color }]) => [`&[data-change="${change}"]`, { color }]),
  ),
});
