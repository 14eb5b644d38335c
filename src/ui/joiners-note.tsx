import styled from "@emotion/styled";
import type { Component } from "#domain/composition.ts";
import { BidiText } from "./bidi-text.tsx";
import { ink } from "./theme/tokens.ts";
import { VersionText } from "./version-text.tsx";

export type JoinersNoteProps = {
  /** What joining devices get, and when. */
  readonly words: string;
  readonly deploymentName: string;
  /** What the deployment holds, in the order of every list. */
  readonly components: readonly Pick<Component, "packageId" | "version">[];
};

/** What is deployed to devices that join a cohort. */
export function JoinersNote({ words, deploymentName, components }: JoinersNoteProps) {
  return (
    <Note>
      <p>{words}</p>
      <p className="name">
        “<BidiText text={deploymentName} />”
      </p>
      <ul aria-label="What it holds">
        {components.map(({ packageId, version }) => (
          <li key={packageId}>
            <BidiText text={packageId} /> <VersionText version={version} />
          </li>
        ))}
      </ul>
    </Note>
  );
}

const Note = styled.div({
  padding: "10px 14px",
  border: `1px solid ${ink.line}`,
  borderRadius: 8,
  background: ink.ground,
  fontSize: 13,
  "& > .name": { marginTop: 6, color: ink.first, fontWeight: 500, overflowWrap: "anywhere" },
  "& > ul": { display: "flex", flexWrap: "wrap", gap: "0 14px", padding: 0, listStyle: "none", color: ink.third },
  "& > ul > li > span": { color: ink.first },
});
