import type { ReactNode } from "react";
import type { YankedVersion } from "#domain/yanked-version.ts";
import { BidiText } from "./bidi-text.tsx";
import { Callout } from "./callout.tsx";
import { LiveTime } from "./live-time.tsx";
import { VersionText } from "./version-text.tsx";

export type YankedCalloutProps = {
  /** At least one. */
  readonly yanked: readonly YankedVersion[];
  /** What it means for the deployment, and what to do about it. */
  readonly meaning: string;
  readonly readMs: () => number;
  readonly actions?: ReactNode;
};

/** Says of a deployment which of its versions were yanked since, when, by whom and why, and what comes of it. */
export function YankedCallout({ yanked, meaning, readMs, actions }: YankedCalloutProps) {
  return (
    <Callout tone="caution" {...(actions === undefined ? {} : { actions })}>
      {yanked.map(({ packageId, version, reason, atMs, by }) => (
        <p key={packageId}>
          <b>
            <BidiText text={packageId} /> <VersionText version={version} /> was yanked
          </b>{" "}
          <LiveTime form="age" atMs={atMs} readMs={readMs} />
          {by === undefined ? null : (
            <>
              {" "}
              by <BidiText text={by} maxLength={60} />
            </>
          )}
          : <BidiText text={reason} maxLength={1_000} />
        </p>
      ))}
      <p>{meaning}</p>
    </Callout>
  );
}
