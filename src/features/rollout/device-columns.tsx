import type { PackageChange } from "#domain/deployment-diff.ts";
import type { PackageId } from "#domain/ids.ts";
import type { TargetPackage, TargetRow } from "#domain/target.ts";
import { BidiText } from "#ui/bidi-text.tsx";
import type { Column } from "#ui/data-table.tsx";
import { RelativeTime } from "#ui/relative-time.tsx";
import { StateChip } from "#ui/state-chip.tsx";
import { MainStar, VersionStep } from "#ui/version-text.tsx";
import { attemptText } from "./attempt-text.ts";
import { waitDetail, waitWords, type WaitContext } from "./pending-words.ts";
import { detailOf } from "./row-detail.ts";

/** Most packages with a column of their own; what a deployment holds beyond them shares one. */
const OWN_COLUMNS = 2;

/** Room for most states whole; on a tablet, where no detail stands beside it, more than its share. */
const STATE_WIDTH = "max(clamp(196px, 22vw, 284px), min(232px, (900px - 100vw) * 99))";

type ColumnsOf = {
  /** Of the deployment, the main one first. */
  readonly packageIds: readonly PackageId[];
  /** What the deployment changes against the one before. */
  readonly changes: readonly PackageChange[];
  readonly mainPackageId: PackageId | undefined;
  /** A device is open beside the list. */
  readonly isNarrow: boolean;
  readonly maxAttempts: number;
  readonly wait: WaitContext;
};

/** What the list says of each device. */
export function deviceColumns({
  packageIds,
  changes,
  isNarrow,
  mainPackageId,
  maxAttempts,
  wait,
}: ColumnsOf): readonly Column<TargetRow>[] {
  const moved = changes.filter(({ kind }) => kind !== "unchanged").map(({ packageId }) => packageId);
  const told = packageIds.filter((id) => id === mainPackageId || moved.includes(id));
  const own = (told.length === 0 ? packageIds : told).slice(0, isNarrow ? 1 : OWN_COLUMNS);
  const others = packageIds.filter((id) => !own.includes(id));
  // What stays as it was is worth a column only where there is room for it.
  const tellsOthers = !isNarrow && others.length > 0 && (own.length === 1 || others.some((id) => moved.includes(id)));
  return [
    {
      key: "device",
      header: "Device",
      identity: true,
      width: isNarrow ? "clamp(112px, 10vw, 180px)" : "clamp(112px, 12vw, 220px)",
      sort: { ascending: "name", descending: "-name" },
      phone: "top-left",
      cell: ({ name }) => <BidiText text={name} maxLength={100} />,
    },
    {
      key: "state",
      header: "State",
      width: isNarrow ? "clamp(172px, 14vw, 216px)" : STATE_WIDTH,
      sort: { ascending: "substate", descending: "-substate" },
      phone: "bottom-left",
      cell: (row) => (
        <StateChip bucket={row.bucket} substate={row.substate} stuck={row.stuck} words={waitWords(row, wait)} />
      ),
    },
    ...own.map((packageId, index) =>
      packageColumn(
        packageId,
        packageId === mainPackageId,
        { isFirst: index === 0, isOnly: own.length === 1 },
        changes.find((change) => change.packageId === packageId),
      ),
    ),
    ...(tellsOthers ? [othersColumn(others)] : []),
    ...(isNarrow ? [] : [attemptColumn(maxAttempts)]),
    {
      key: "lastReport",
      header: "Last report",
      width: "108px",
      sort: { ascending: "lastReport", descending: "-lastReport", first: "descending" },
      phone: "bottom-right",
      cell: ({ lastReportAtMs }) =>
        lastReportAtMs === undefined ? "never" : <RelativeTime atMs={lastReportAtMs} nowMs={wait.nowMs} />,
    },
    {
      key: "detail",
      header: "Detail",
      tablet: "hidden-early",
      cell: (row) => <Detail text={waitDetail(row, wait) ?? detailOf(row)} />,
    },
  ];
}

function attemptColumn(maxAttempts: number): Column<TargetRow> {
  return {
    key: "attempt",
    header: "Attempt",
    width: "96px",
    tablet: "hidden",
    sort: { ascending: "attempt", descending: "-attempt", first: "descending" },
    phone: "hidden",
    cell: ({ attempt }) => attemptText(attempt, maxAttempts),
  };
}

function packageColumn(
  packageId: PackageId,
  isMain: boolean,
  { isFirst, isOnly }: { readonly isFirst: boolean; readonly isOnly: boolean },
  change: PackageChange | undefined,
): Column<TargetRow> {
  return {
    key: `package ${packageId}`,
    header: (
      <>
        <bdi title={packageId}>{packageId}</bdi> {isMain ? <MainStar /> : null}
      </>
    ),
    width: `min(${isOnly ? 24 : 13}vw, ${widthPxOf(change)}px)`,
    ...(isFirst ? {} : { tablet: "hidden-early" as const }),
    phone: isFirst ? "top-right" : "hidden",
    cell: ({ packages }) => {
      const found = packages.find((one) => one.packageId === packageId);
      return found === undefined ? "–" : <VersionStep from={found.from} to={found.to} />;
    },
  };
}

/** Room for both versions of a change, so that neither is cut; a device may still come from a longer one. */
function widthPxOf(change: PackageChange | undefined): number {
  const to = change === undefined || change.kind === "removed" ? "" : change.to;
  const from = change === undefined || change.kind === "added" ? to : change.from;
  return Math.min(260, Math.max(116, Math.ceil(PADDING_PX + (from.length + to.length) * CHARACTER_PX)));
}

/** Both paddings of a cell and the arrow. */
const PADDING_PX = 52;
const CHARACTER_PX = 7.2;

/** What the deployment leaves as it was, in one column: only the exceptions are of interest. */
function othersColumn(packageIds: readonly PackageId[]): Column<TargetRow> {
  return {
    key: "other packages",
    header: (
      <span title={packageIds.join(", ")}>
        {packageIds.length === 1 ? packageIds[0] : `${packageIds.length} others`}
      </span>
    ),
    width: "96px",
    tablet: "hidden",
    phone: "hidden",
    cell: ({ packages }) => {
      const others = packages.filter(({ packageId }) => packageIds.includes(packageId));
      const different = others.filter(({ from, to }) => from !== to);
      return (
        <span title={others.map(stepText).join("\n")}>
          {different.length === 0 ? "as before" : `${different.length} differ`}
        </span>
      );
    },
  };
}

function stepText({ packageId, from, to }: TargetPackage): string {
  return from === to || from === undefined ? `${packageId} ${to}` : `${packageId} ${from} → ${to}`;
}

function Detail({ text }: { readonly text: string }) {
  return text === "" ? null : (
    <span title={text}>
      <BidiText text={text} />
    </span>
  );
}
