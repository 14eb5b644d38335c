import { useEffect, useRef, useState } from "react";
import type { Blueprint } from "#domain/blueprint.ts";
import type { BlueprintId, PackageId, TagId } from "#domain/ids.ts";
import { mainPackageIdOf, type Package } from "#domain/package.ts";
import type { Tag } from "#domain/tag.ts";
import { artifactProblems, fileProblem, versionHelp, type ArtifactProblems } from "./artifact-form-problems.ts";
import { Callout } from "./callout.tsx";
import { FileFacts, useFileFacts, type HashOf } from "./file-facts.tsx";
import { FormDialog } from "./form-dialog.tsx";
import type { PickOption } from "./pick-choices.ts";
import { PickField } from "./pick-field.tsx";
import { UploadProgress, type UploadProgressProps } from "./upload-progress.tsx";
import { SelectField, TextField } from "./text-field.tsx";
import { UploadDrop } from "./upload-drop.tsx";

/** A file with what is to be known of it. */
export type NewArtifact = {
  readonly file: File;
  readonly packageId: PackageId;
  readonly version: string;
  readonly blueprintId?: BlueprintId;
  readonly tagIds: readonly TagId[];
  /** As it was shown before sending. */
  readonly sha256: string;
};

export type ArtifactFormProps = {
  readonly packages: readonly Package[];
  readonly blueprints: readonly Blueprint[];
  readonly tags: readonly Tag[];
  /** The upload is for this package; it is not asked for. */
  readonly fixedPackageId?: PackageId;
  readonly hashOf: HashOf;
  /** Make what is missing in place; without them only what exists can be chosen. */
  readonly onMakeBlueprint?: (name: string) => Promise<PickOption<BlueprintId>>;
  readonly onMakeTag?: (name: string) => Promise<PickOption<TagId>>;
  readonly onSubmit: (artifact: NewArtifact) => void;
  readonly onClose: () => void;
  /** Stops an upload that is under way. */
  readonly onStop?: () => void;
  /** The upload is under way. */
  readonly progress?: UploadProgressProps | undefined;
  /** Why the last try did not work; everything that was entered is kept. */
  readonly problem?: string | undefined;
  /** What the backend has against the version that was sent. */
  readonly versionProblem?: string | undefined;
  /** "Try again" after a connection was lost. */
  readonly actLabel?: string;
};

/** Uploads a file as a version of a package, in a dialog. Its hash, type and version are read before it is sent. */
export function ArtifactForm(props: ArtifactFormProps) {
  const { packages, blueprints, tags, fixedPackageId, hashOf, onSubmit, progress, versionProblem } = props;
  const [packageId, setPackageId] = useState<string>(fixedPackageId ?? mainPackageIdOf(packages) ?? "");
  const [typedVersion, setTypedVersion] = useState<string>();
  const [file, setFile] = useState<File>();
  const [blueprintIds, setBlueprintIds] = useState<readonly BlueprintId[]>([]);
  const [tagIds, setTagIds] = useState<readonly TagId[]>([]);
  const [sent, setSent] = useState<{ readonly version?: string }>();
  const versionField = useRef<HTMLInputElement>(null);
  const usable = fileProblem(file) === undefined ? file : undefined;
  const { head, sha256, hashedBytes, unreadable } = useFileFacts(usable, hashOf);
  // The focus goes to where the answer is.
  useEffect(() => {
    if (versionProblem !== undefined) versionField.current?.select();
  }, [versionProblem]);

  const ofImage = head?.header?.version;
  const version = typedVersion ?? ofImage ?? "";
  const problems = artifactProblems({ packageId, version, file });
  const shown = sent === undefined ? early(problems, file) : problems;
  const refused = sent?.version === version.trim() ? versionProblem : undefined;
  const submit = (form: HTMLFormElement) => {
    setSent({ version: version.trim() });
    const chosen = packages.find(({ id }) => id === packageId);
    if (file === undefined || sha256 === undefined || chosen === undefined || Object.keys(problems).length > 0) {
      focusFirst(form, problems);
      return;
    }
    const [blueprintId] = blueprintIds;
    const what = { file, packageId: chosen.id, version: version.trim(), tagIds, sha256 };
    onSubmit(blueprintId === undefined ? what : { ...what, blueprintId });
  };

  return (
    <FormDialog
      open
      title={fixedPackageId === undefined ? "Upload a version" : `Upload a version of ${fixedPackageId}`}
      actLabel={props.actLabel ?? "Upload"}
      pending={progress !== undefined}
      error={props.problem}
      disabledReason={
        usable === undefined || unreadable || sha256 !== undefined ? undefined : "The hash of the file is being made."
      }
      onSubmit={(event) => submit(event.currentTarget)}
      onClose={props.onClose}
      onStop={props.onStop}
    >
      <UploadDrop
        label="File"
        hint="An MCUboot image or any other file, up to 50 MB."
        file={file}
        error={unreadable ? "The file cannot be read. Choose it again." : shown.file}
        disabled={progress !== undefined}
        onFile={setFile}
      />
      {usable === undefined || unreadable ? null : (
        <FileFacts file={usable} head={head} sha256={sha256} hashedBytes={hashedBytes} />
      )}
      {fixedPackageId === undefined ? (
        <SelectField
          label="Package"
          name="package"
          value={packageId}
          error={shown.package}
          options={[
            { value: "", label: "Choose a package", disabled: true },
            ...packages.map(({ id, main }) => ({ value: id, label: main ? `${id} (main)` : id })),
          ]}
          onChange={(event) => setPackageId(event.target.value)}
        />
      ) : null}
      <TextField
        ref={versionField}
        label="Version"
        name="version"
        value={version}
        error={shown.version ?? refused}
        help={versionHelp(version, ofImage)}
        onChange={(event) => setTypedVersion(event.target.value)}
      />
      <PickField
        label="Blueprint"
        optional
        single
        word="blueprint"
        help="Only devices of this hardware take the file; without one, any device."
        options={blueprints}
        chosen={blueprintIds}
        onChange={setBlueprintIds}
        {...(props.onMakeBlueprint === undefined ? {} : { onMake: props.onMakeBlueprint })}
      />
      <PickField
        label="Tags"
        optional
        word="tag"
        help="Only devices that carry all of these take the file."
        options={tags}
        chosen={tagIds}
        onChange={setTagIds}
        {...(props.onMakeTag === undefined ? {} : { onMake: props.onMakeTag })}
      />
      {progress === undefined ? null : <UploadProgress {...progress} />}
      {packages.length === 0 ? (
        <Callout tone="info">Create a package first: an artifact is a version of one.</Callout>
      ) : null}
    </FormDialog>
  );
}

/** A wrong file is said at once, since choosing it was an act; an empty field only when it was to be sent. */
function early(problems: ArtifactProblems, file: File | undefined): ArtifactProblems {
  return file === undefined || problems.file === undefined ? {} : { file: problems.file };
}

function focusFirst(form: HTMLFormElement, problems: ArtifactProblems): void {
  const wrong = problems.file === undefined ? (problems.package === undefined ? "version" : "package") : "file";
  const control = wrong === "file" ? form.querySelector("input[type=file]") : form.elements.namedItem(wrong);
  if (control instanceof HTMLElement) control.focus();
}
