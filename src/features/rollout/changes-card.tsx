import styled from "@emotion/styled";
import type { PackageChange } from "#domain/deployment-diff.ts";
import type { PackageId } from "#domain/ids.ts";
import { Card } from "#ui/card.tsx";
import { ChangeMark } from "#ui/change-mark.tsx";
import { SkeletonBlock } from "#ui/skeleton.tsx";
import { ink } from "#ui/theme/tokens.ts";
import { MainStar, VersionStep, VersionText } from "#ui/version-text.tsx";
import { VisuallyHidden } from "#ui/visually-hidden.tsx";
import { FramedPart } from "./framed-part.tsx";

type ChangesCardProps = {
  readonly changes: readonly PackageChange[];
  /** Nothing came before it in its cohort. */
  readonly isFirst: boolean;
  /** The deployment before is still looked for. */
  readonly looking: boolean;
  readonly mainPackageId: PackageId | undefined;
};

/** What this deployment changes, package by package; what it leaves as it was comes last. */
export function ChangesCard({ changes, isFirst, looking, mainPackageId }: ChangesCardProps) {
  if (looking) {
    return (
      <FramedPart>
        <Card title="Changes">
          <SkeletonBlock height={96} />
        </Card>
      </FramedPart>
    );
  }
  const moved = changes.filter(({ kind }) => kind !== "unchanged");
  const kept = changes.filter(({ kind }) => kind === "unchanged");
  return (
    <FramedPart>
      <Card title={titleOf(isFirst, moved.length, changes.length)}>
        {moved.length === 0 ? <Quiet>No package changes: the composition is the one before.</Quiet> : null}
        <List>
          {[...moved, ...kept].map((change) => (
            <li key={change.packageId} data-change={change.kind}>
              <ChangeMark change={change.kind} />
              <span className="name">
                <bdi>{change.packageId}</bdi> {change.packageId === mainPackageId ? <MainStar /> : null}
              </span>
              <Versions change={change} />
              <span className="words" aria-hidden="true">
                {change.kind}
              </span>
            </li>
          ))}
        </List>
      </Card>
    </FramedPart>
  );
}

function titleOf(isFirst: boolean, moved: number, all: number): string {
  if (isFirst) return "Packages of this first deployment";
  return moved === all ? "Changes" : `Changes (${moved} of ${all} packages)`;
}

function Versions({ change }: { readonly change: PackageChange }) {
  switch (change.kind) {
    case "added":
      return <VersionText version={change.to} />;
    case "removed":
      return (
        <span>
          <VersionText version={change.from} look="struck" />
          <VisuallyHidden> devices keep what they have</VisuallyHidden>
        </span>
      );
    case "unchanged":
      return <VersionText version={change.to} look="muted" />;
    default:
      return <VersionStep from={change.from} to={change.to} />;
  }
}

const List = styled.ul({
  display: "grid",
  fontSize: 13,
  "& > li": {
    display: "grid",
    gridTemplateColumns: "14px minmax(72px, 132px) minmax(0, 1fr) auto",
    alignItems: "baseline",
    gap: 10,
    padding: "5px 0",
  },
  "& .name": { fontWeight: 500, overflowWrap: "anywhere" },
  "& .words": { fontSize: 12, color: ink.third },
  // The mark says it too.
  "@media (min-width: 900.02px) and (max-width: 1140px)": { "& .words": { display: "none" } },
  "& > [data-change=unchanged] .name": { fontWeight: 400, color: ink.third },
});

const Quiet = styled.p({ fontSize: 13, color: ink.third, padding: "4px 0" });
