import styled from "@emotion/styled";
import type { Cohort } from "#domain/cohort.ts";
import type { Impact } from "#domain/impact.ts";
import { Card } from "#ui/card.tsx";
import { formatBytes } from "#ui/format.ts";
import { KeyValues } from "#ui/key-value.tsx";
import { SkeletonLine } from "#ui/skeleton.tsx";
import { ink } from "#ui/theme/tokens.ts";
import { happeningsOf } from "./will-happen.ts";
import { WordsText } from "./words-text.tsx";
import type { ReactNode } from "react";

type WhatWillHappenProps = {
  readonly cohort: Cohort;
  readonly impact: Impact | undefined;
  /** Figures are on their way; what is shown may be of the composition before. */
  readonly counting: boolean;
  /** Why there are no figures. */
  readonly problem?: string | undefined;
  /** Above the rest: what the deployment itself is. */
  readonly children?: ReactNode;
};

/** Says what a start would do, as truly as it is known by now. */
export function WhatWillHappen({ cohort, impact, counting, problem, children }: WhatWillHappenProps) {
  const happenings = happeningsOf({ cohort, impact, bytesText: formatBytes });
  return (
    <Card title="What will happen" actions={counting ? <Counting>counting…</Counting> : undefined}>
      {children}
      <KeyValues
        stacked
        items={happenings.map(({ term, words }) => ({ key: term, value: <WordsText words={words} /> }))}
      />
      {problem === undefined ? null : <Problem role="alert">Not counted. {problem}</Problem>}
      {counting && impact === undefined ? (
        <Pending>
          <SkeletonLine width={180} />
          <SkeletonLine width={120} />
        </Pending>
      ) : null}
    </Card>
  );
}

const Counting = styled.span({ fontSize: 12, color: ink.third });

const Problem = styled.p({ marginTop: 12, fontSize: 13, color: ink.failed, overflowWrap: "anywhere" });

const Pending = styled.div({ display: "grid", gap: 10, marginTop: 12, justifyItems: "start" });
