import { useState } from "react";
import type { Blueprint } from "#domain/blueprint.ts";
import type { BlueprintId, PackageId, TagId } from "#domain/ids.ts";
import type { Package } from "#domain/package.ts";
import type { Tag } from "#domain/tag.ts";
import { artifactProblems, fileProblem } from "./artifact-form-problems.ts";
import { Callout } from "./callout.tsx";
import { CheckField } from "./check-field.tsx";
import { FileFacts, useFileFacts } from "./file-facts.tsx";
import { FormDialog } from "./form-dialog.tsx";
import { ProgressBar } from "./progress-bar.tsx";
import { SelectField, TextField } from "./text-field.tsx";
import { UploadDrop } from "./upload-drop.tsx";

/** A file with what is to be known of it. */
export type NewArtifact = {
  readonly file: File;
  readonly packageId: PackageId;
  readonly version: string;
  readonly blueprintId?: BlueprintId;
  readonly tagIds: readonly TagId[];
  /** Known when it was shown before sending. */
  readonly sha256?: string;
};

export type ArtifactFormProps = {
  readonly packages: readonly Package[];
  readonly blueprints: readonly Blueprint[];
  readonly tags: readonly Tag[];
  /** The upload is for this package; it is not asked for. */
  readonly fixedPackageId?: PackageId;
  /** SHA-256 of a file, lower-case hex. */
  readonly hashOf: (file: Blob) => Promise<string>;
  readonly onSubmit: (artifact: NewArtifact) => void;
  readonly onClose: () => void;
  /** The upload is under way. */
  readonly progress?: { readonly label: string; readonly percent: number } | undefined;
  /** Why the last try did not work; everything that was entered is kept. */
  readonly problem?: string | undefined;
};

/** Uploads a file as a version of a package, in a dialog. Its hash, type and version are read before it is sent. */
export function ArtifactForm(props: ArtifactFormProps) {
  const { packages, blueprints, tags, fixedPackageId, hashOf, onSubmit, onClose, progress, problem } = props;
  const [packageId, setPackageId] = useState<string>(fixedPackageId ?? packages.find(({ main }) => main)?.id ?? "");
  const [typedVersion, setTypedVersion] = useState<string>();
  const [file, setFile] = useState<File>();
  const [blueprintId, setBlueprintId] = useState("");
  const [tagIds, setTagIds] = useState<readonly TagId[]>([]);
  const [tried, setTried] = useState(false);
  const usable = fileProblem(file) === undefined ? file : undefined;
  const { head, sha256, unreadable } = useFileFacts(usable, hashOf);

  const version = typedVersion ?? head?.header?.version ?? "";
  const problems = artifactProblems({ packageId, version, file });
  // A wrong file is said at once, since choosing it was an act; an empty field only when it was to be sent.
  const shown = tried ? problems : file === undefined || problems.file === undefined ? {} : { file: problems.file };
  const submit = (form: HTMLFormElement) => {
    setTried(true);
    const chosen = packages.find(({ id }) => id === packageId);
    if (file === undefined || chosen === undefined || Object.keys(problems).length > 0) {
      focusFirst(form, problems);
      return;
    }
    const blueprint = blueprints.find(({ id }) => id === blueprintId);
    onSubmit({
      file,
      packageId: chosen.id,
      version: version.trim(),
      tagIds,
      ...(blueprint === undefined ? {} : { blueprintId: blueprint.id }),
      ...(sha256 === undefined ? {} : { sha256 }),
    });
  };

  return (
    <FormDialog
      open
      title={fixedPackageId === undefined ? "Upload an artifact" : `Upload an artifact of ${fixedPackageId}`}
      actLabel="Upload"
      pending={progress !== undefined}
      error={problem}
      onSubmit={(event) => submit(event.currentTarget)}
      onClose={onClose}
    >
      <UploadDrop
        label="File"
        hint="An MCUboot image or any other file, up to 50 MB."
        file={file}
        error={unreadable ? "The file cannot be read. Choose it again." : shown.file}
        disabled={progress !== undefined}
        onFile={setFile}
      />
      {usable === undefined || unreadable ? null : <FileFacts file={usable} head={head} sha256={sha256} />}
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
        label="Version"
        name="version"
        value={version}
        error={shown.version}
        help={versionHelp(version, head?.header?.version)}
        onChange={(event) => setTypedVersion(event.target.value)}
      />
      {blueprints.length === 0 ? null : (
        <SelectField
          label="Blueprint"
          optional
          value={blueprintId}
          options={[
            { value: "", label: "Any blueprint" },
            ...blueprints.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => setBlueprintId(event.target.value)}
        />
      )}
      {tags.length === 0 ? null : <TagChoice tags={tags} chosen={tagIds} onChange={setTagIds} />}
      {progress === undefined ? null : <ProgressBar {...progress} />}
      {packages.length === 0 ? (
        <Callout tone="info">Create a package first: an artifact is a version of one.</Callout>
      ) : null}
    </FormDialog>
  );
}

type TagChoiceProps = {
  readonly tags: readonly Tag[];
  readonly chosen: readonly TagId[];
  readonly onChange: (chosen: readonly TagId[]) => void;
};

function TagChoice({ tags, chosen, onChange }: TagChoiceProps) {
  return (
    <details>
      <summary>Only for devices with certain tags{chosen.length === 0 ? "" : ` (${chosen.length})`}</summary>
      <fieldset aria-label="Tags a device must carry">
        {tags.map(({ id, name }) => (
          <CheckField
            key={id}
            checked={chosen.includes(id)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
            }
          >
            <bdi>{name}</bdi>
          </CheckField>
        ))}
      </fieldset>
    </details>
  );
}

function versionHelp(version: string, ofImage: string | undefined): string {
  if (ofImage === undefined) return "As devices report it.";
  return version.trim() === ofImage ? "As the image says." : `The image itself says ${ofImage}.`;
}

function focusFirst(form: HTMLFormElement, problems: { file?: string; package?: string; version?: string }): void {
  const wrong = problems.file === undefined ? (problems.package === undefined ? "version" : "package") : "file";
  const control = wrong === "file" ? form.querySelector("input[type=file]") : form.elements.namedItem(wrong);
  if (control instanceof HTMLElement) control.focus();
}
