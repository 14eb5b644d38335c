import type { Blueprint } from "#domain/blueprint.ts";
import type { BlueprintId, PackageId, TagId } from "#domain/ids.ts";
import type { Package } from "#domain/package.ts";
import type { Tag } from "#domain/tag.ts";
import { versionHelp } from "./artifact-form-problems.ts";
import { Callout } from "./callout.tsx";
import { FileFacts, type HashOf } from "./file-facts.tsx";
import { FormDialog } from "./form-dialog.tsx";
import type { PickOption } from "./pick-choices.ts";
import { PickField } from "./pick-field.tsx";
import { UploadProgress, type UploadProgressProps } from "./upload-progress.tsx";
import { SelectField, TextField } from "./text-field.tsx";
import { UploadDrop } from "./upload-drop.tsx";
import { useArtifactForm } from "./use-artifact-form.ts";

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
  /** Absent where the backend keeps no tags of files. */
  readonly tags: readonly Tag[] | undefined;
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
  const { packages, fixedPackageId, progress } = props;
  const { versionField, ...form } = useArtifactForm(props);
  const { usable, facts } = form.file;
  const isHashing = usable !== undefined && !facts.unreadable && facts.sha256 === undefined;
  return (
    <FormDialog
      open
      title={fixedPackageId === undefined ? "Upload a version" : `Upload a version of ${fixedPackageId}`}
      actLabel={props.actLabel ?? "Upload"}
      pending={progress !== undefined}
      error={props.problem}
      disabledReason={isHashing ? "The hash of the file is being made." : undefined}
      onSubmit={(event) => form.submit(event.currentTarget)}
      onClose={props.onClose}
      onStop={props.onStop}
    >
      <UploadDrop
        label="File"
        hint="An MCUboot image or any other file, up to 50 MB."
        file={form.file.value}
        error={facts.unreadable ? "The file cannot be read. Choose it again." : form.problems.file}
        disabled={progress !== undefined}
        onFile={form.file.choose}
      />
      {usable === undefined || facts.unreadable ? null : <FileFacts file={usable} {...facts} />}
      {fixedPackageId === undefined ? (
        <SelectField
          label="Package"
          name="package"
          value={form.package.value}
          error={form.problems.package}
          options={[
            { value: "", label: "Choose a package", disabled: true },
            ...packages.map(({ id, main }) => ({ value: id, label: main ? `${id} (main)` : id })),
          ]}
          onChange={(event) => form.package.choose(event.target.value)}
        />
      ) : null}
      <TextField
        ref={versionField}
        label="Version"
        name="version"
        value={form.version.value}
        error={form.problems.version ?? form.refused}
        help={versionHelp(form.version.value, form.version.ofImage)}
        onChange={(event) => form.version.type(event.target.value)}
      />
      <WhoTakesIt {...props} form={form} />
      {progress === undefined ? null : <UploadProgress {...progress} />}
      {packages.length === 0 ? (
        <Callout tone="info">Create a package first: an artifact is a version of one.</Callout>
      ) : null}
    </FormDialog>
  );
}

type WhoTakesItProps = Pick<ArtifactFormProps, "blueprints" | "tags" | "onMakeBlueprint" | "onMakeTag"> & {
  readonly form: Pick<ReturnType<typeof useArtifactForm>, "blueprints" | "tags">;
};

/** Hardware and tags that the file is for. */
function WhoTakesIt({ blueprints, tags, onMakeBlueprint, onMakeTag, form }: WhoTakesItProps) {
  return (
    <>
      <PickField
        label="Blueprint"
        optional
        single
        word="blueprint"
        help="Only devices of this hardware take the file; without one, any device."
        options={blueprints}
        chosen={form.blueprints.value}
        onChange={form.blueprints.choose}
        {...(onMakeBlueprint === undefined ? {} : { onMake: onMakeBlueprint })}
      />
      {tags === undefined ? null : (
        <PickField
          label="Tags"
          optional
          word="tag"
          help="Only devices that carry all of these take the file."
          options={tags}
          chosen={form.tags.value}
          onChange={form.tags.choose}
          {...(onMakeTag === undefined ? {} : { onMake: onMakeTag })}
        />
      )}
    </>
  );
}
