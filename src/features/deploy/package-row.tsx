import styled from "@emotion/styled";
import type { PackageChange } from "#domain/deployment-diff.ts";
import { Button } from "#ui/button.tsx";
import { ChangeMark, changeFaces } from "#ui/change-mark.tsx";
import { SelectField } from "#ui/text-field.tsx";
import { ink, upTo } from "#ui/theme/tokens.ts";
import { MainStar, VersionText } from "#ui/version-text.tsx";
import { VisuallyHidden } from "#ui/visually-hidden.tsx";
import type { VersionOption } from "./version-options.ts";

type PackageRowProps = {
  readonly change: PackageChange;
  readonly main: boolean;
  readonly options: readonly VersionOption[];
  readonly error: string | undefined;
  readonly onPick: (version: string) => void;
  readonly onRemove: () => void;
  readonly onPutBack: () => void;
};

/** The name of a package's version control, for finding the first field that is wrong. */
export function versionFieldName(packageId: string): string {
  return `version-of-${packageId}`;
}

/** One package of the draft, or one that the last deployment had and this one leaves out. */
export function PackageRow({ change, main, options, error, onPick, onRemove, onPutBack }: PackageRowProps) {
  const { packageId, kind } = change;
  const removed = change.kind === "removed";
  return (
    <Row className={removed ? "removed" : ""}>
      <div className="who">
        <ChangeMark change={kind} />
        <span className="name">{packageId}</span>
        {main ? <MainStar /> : null}
      </div>
      <div className="version">
        {change.kind === "removed" ? (
          <VersionText version={change.from} look="struck" />
        ) : (
          <SelectField
            label={`Version of ${packageId}`}
            hideLabel
            name={versionFieldName(packageId)}
            options={options}
            value={change.to}
            error={error}
            onChange={(event) => onPick(event.target.value)}
          />
        )}
      </div>
      <Says change={change} />
      <div className="act">
        {/* One button in both states, so that the focus stays where it is. */}
        <Button size="small" variant="quiet" onClick={removed ? onPutBack : onRemove}>
          {removed ? "Put back" : "Remove"}
          <VisuallyHidden> {packageId}</VisuallyHidden>
        </Button>
      </div>
    </Row>
  );
}

function Says({ change }: { readonly change: PackageChange }) {
  const { color } = changeFaces[change.kind];
  if (change.kind === "removed") return <span className="says">removed: devices keep what they have</span>;
  if (change.kind === "added" || change.kind === "unchanged")
    return (
      <span className="says" aria-hidden="true">
        <Word style={{ color }}>{change.kind}</Word>
      </span>
    );
  return (
    <span className="says">
      <Word style={{ color }} aria-hidden="true">
        {change.kind}
      </Word>{" "}
      from <VersionText version={change.from} />
    </span>
  );
}

const Word = styled.span({ fontWeight: 500 });

const Row = styled.li({
  display: "grid",
  gridTemplateColumns: "minmax(110px, 1fr) minmax(0, 340px) minmax(110px, 1fr) 84px",
  gap: "2px 14px",
  alignItems: "center",
  minHeight: 52,
  padding: "8px 0",
  "& + &": { borderTop: `1px solid ${ink.line}` },
  "& > .who": { display: "flex", alignItems: "center", gap: 8, minWidth: 0 },
  "& .name": { fontWeight: 500, overflowWrap: "anywhere" },
  "&.removed .name": { color: ink.second },
  "& > .says": { fontSize: 13, color: ink.third, overflowWrap: "anywhere" },
  "& > .act": { justifySelf: "end", marginRight: -10 },
  [upTo.narrow]: {
    gridTemplateColumns: "minmax(0, 1fr) auto",
    "& > .who": { gridArea: "1 / 1" },
    "& > .act": { gridArea: "1 / 2" },
    "& > .version": { gridArea: "2 / 1 / auto / span 2" },
    "& > .says": { gridArea: "3 / 1 / auto / span 2" },
  },
});
