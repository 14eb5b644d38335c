import styled from "@emotion/styled";
import { useWhyNoWrites } from "#api/reachability.ts";
import { diffCompositions } from "#domain/deployment-diff.ts";
import type { PackageId } from "#domain/ids.ts";
import { paths } from "#navigation/paths.ts";
import { announce } from "#ui/announcer.tsx";
import { Button, LinkButton } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Icon } from "#ui/icon.tsx";
import { MenuButton } from "#ui/menu-button.tsx";
import { ink } from "#ui/theme/tokens.ts";
import type { DeployContext } from "./deploy-context.ts";
import type { DraftProblem } from "./draft-problems.ts";
import { activeComposition } from "./draft.ts";
import { PackageRow } from "./package-row.tsx";
import { addablePackages, versionChoices } from "./version-choices.ts";
import { versionOptions } from "./version-options.ts";

/** Where the button that adds a package is, for leading the focus there. */
export const ADD_PACKAGE_CLASS = "add-package";

/** The button stays where it is when the last package was added, and the focus with it. */
const EVERY_ONE_LISTED = {
  key: "nothing",
  label: "Every package that has an artifact is listed",
  onSelect: () => undefined,
  disabledReason: "Upload an artifact of another package first.",
};
const NO_ARTIFACT_YET = {
  ...EVERY_ONE_LISTED,
  label: "No package has an artifact yet",
  disabledReason: "Upload one first.",
};

type PackageListProps = {
  readonly deploy: DeployContext;
  readonly problems: readonly DraftProblem[];
  readonly onPick: (packageId: PackageId, version: string) => void;
  readonly onRemove: (packageId: PackageId) => void;
  readonly onUpload: () => void;
};

/** The packages of the draft beside those of the last deployment. */
export function PackageList({ deploy, problems, onPick, onRemove, onUpload }: PackageListProps) {
  const { draft, around, packages, artifacts } = deploy;
  const before = activeComposition(around.active);
  const changes = diffCompositions(before, draft.picks, around.mainPackageId);
  const errorOf = (packageId: PackageId) =>
    problems.find((problem) => problem.field === "package" && problem.packageId === packageId)?.message;
  const none = problems.find(({ field }) => field === "packages");

  return (
    <Card title="Packages" actions={<Compared active={around.active?.name} />}>
      {packages.length === 0 ? (
        <EmptyState
          drawing="packages"
          action={<LinkButton to={paths.packages(deploy.scope.projectId)}>Create a package</LinkButton>}
        >
          The project has no packages to deploy yet. The draft is kept while you create one.
        </EmptyState>
      ) : null}
      {packages.length > 0 && changes.length === 0 ? (
        <Quiet>
          {artifacts.length === 0
            ? "No package has an artifact yet. Upload the first version to deploy it."
            : "No packages yet. Add the first one that devices are to run."}
        </Quiet>
      ) : null}
      <ul>
        {changes.map((change) => (
          <PackageRow
            key={change.packageId}
            change={change}
            main={change.packageId === around.mainPackageId}
            options={versionOptions(versionChoices(change.packageId, artifacts), {
              picked: draft.picks.get(change.packageId),
              current: before.get(change.packageId),
              nowMs: around.nowMs,
            })}
            error={errorOf(change.packageId)}
            onPick={(version) => onPick(change.packageId, version)}
            onRemove={() => onRemove(change.packageId)}
            onPutBack={() => onPick(change.packageId, before.get(change.packageId) ?? "")}
          />
        ))}
      </ul>
      {none === undefined ? null : (
        <Wrong role="alert">
          <Icon name="warning" size={12} /> {none.message}
        </Wrong>
      )}
      {packages.length === 0 ? null : (
        <AddPackage
          deploy={deploy}
          listed={changes.map(({ packageId }) => packageId)}
          onPick={onPick}
          onUpload={onUpload}
        />
      )}
    </Card>
  );
}

type AddPackageProps = Pick<PackageListProps, "deploy" | "onPick" | "onUpload"> & {
  readonly listed: readonly PackageId[];
};

function AddPackage({ deploy: { packages, artifacts }, listed, onPick, onUpload }: AddPackageProps) {
  const cutOff = useWhyNoWrites();
  const addable = addablePackages(packages, artifacts, new Set(listed));
  const choices = addable.map(({ packageId, newest }) => ({
    key: packageId,
    label: `${packageId} ${newest}`,
    onSelect: () => {
      onPick(packageId, newest);
      announce(`${packageId} ${newest} added`);
    },
  }));
  return (
    <More className={ADD_PACKAGE_CLASS}>
      <MenuButton
        label="Add package"
        size="small"
        choices={addable.length === 0 ? [artifacts.length === 0 ? NO_ARTIFACT_YET : EVERY_ONE_LISTED] : choices}
      />
      <span>No artifact yet?</span>
      <Button size="small" variant="quiet" aria-haspopup="dialog" disabledReason={cutOff} onClick={onUpload}>
        Upload
      </Button>
    </More>
  );
}

function Compared({ active }: { readonly active: string | undefined }) {
  if (active === undefined) return <Quiet>first deployment of this cohort</Quiet>;
  return (
    <Quiet>
      against “<bdi>{active}</bdi>”
    </Quiet>
  );
}

const Quiet = styled.span({ fontSize: 13, color: ink.third, overflowWrap: "anywhere" });

const Wrong = styled.p({
  display: "flex",
  alignItems: "center",
  gap: 6,
  padding: "4px 0",
  fontSize: 12,
  color: ink.failed,
});

const More = styled.div({
  display: "flex",
  flexWrap: "wrap",
  alignItems: "center",
  gap: "4px 8px",
  marginTop: 8,
  paddingTop: 12,
  borderTop: `1px solid ${ink.line}`,
  fontSize: 13,
  color: ink.third,
  "& > button:first-of-type + span": { marginLeft: 8 },
  "& > span + button": { marginLeft: -6 },
});
