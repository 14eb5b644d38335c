import styled from "@emotion/styled";
import { BidiText } from "#ui/bidi-text.tsx";
import { ink } from "#ui/theme/tokens.ts";
import { VersionText } from "#ui/version-text.tsx";
import { VisuallyHidden } from "#ui/visually-hidden.tsx";
import type { Run } from "./runs.ts";

/** What a device runs, package by package; a version that is not the deployed one stands out. */
export function RunsList({ runs }: { readonly runs: readonly Run[] }) {
  if (runs.length === 0) return <Nothing>Nothing reported yet</Nothing>;
  return (
    <List>
      {runs.map(({ packageId, version, wanted }) => (
        <li key={packageId} {...(wanted === undefined ? {} : { className: "behind", title: `Deployed: ${wanted}` })}>
          <BidiText text={packageId} maxLength={32} /> <VersionText version={version} />
          {wanted === undefined ? null : <VisuallyHidden> (deployed: {wanted})</VisuallyHidden>}
        </li>
      ))}
    </List>
  );
}

const List = styled.ul({
  display: "flex",
  flexWrap: "wrap",
  gap: "0 14px",
  padding: 0,
  listStyle: "none",
  color: ink.third,
  "& > li": { overflowWrap: "normal" },
  "& > li > span": { color: ink.first },
  "& > .behind > span": { color: ink.caution },
});

const Nothing = styled.span({ color: ink.third });
