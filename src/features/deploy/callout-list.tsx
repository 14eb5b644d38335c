import styled from "@emotion/styled";
import { Callout as CalloutBox } from "#ui/callout.tsx";
import type { Callout } from "./callouts.ts";
import { WordsText } from "./words-text.tsx";

/** What the review has to say besides its numbers. */
export function CalloutList({ callouts }: { readonly callouts: readonly Callout[] }) {
  return callouts.map(({ id, tone, words, list = [] }) => (
    <CalloutBox key={id} tone={tone}>
      <WordsText words={words} />
      {list.length === 0 ? null : (
        <Sentences>
          {list.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </Sentences>
      )}
    </CalloutBox>
  ));
}

const Sentences = styled.ul({
  marginTop: 4,
  paddingLeft: 16,
  listStyle: "disc",
  "& > li + li": { marginTop: 2 },
});
